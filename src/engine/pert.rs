//! PERT distributions in their standard form: stated low at 0, stated high at 1.
//!
//! Many quantities of a scenario have the same standard form, nearly all keep theirs while a slider is dragged, and a page that leaves
//! the computing to its workers needs none; so each is made once, when the first draw asks for it, and remembered from plan to plan.

use super::beta::{Beta, QuantileTable};
use super::lanes::Lanes;
use super::percentiles::overhangs;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A PERT distribution but for place and scale.
#[derive(Debug)]
pub struct PertShape {
    /// Position of the likely value between the stated ends, 0..1.
    mode: f64,
    /// Probability outside either end.
    tail: f64,
    standard: OnceCell<StandardPert>,
}

/// What a [`PertShape`] is computed to.
#[derive(Debug)]
pub struct StandardPert {
    /// Where the hard low lies, at or below 0.
    low: f64,
    /// Hard high less hard low, at least 1.
    width: f64,
    table: QuantileTable,
}

impl PertShape {
    /// The computed form.
    pub fn standard(&self) -> &StandardPert {
        self.standard.get_or_init(|| {
            let (below, above) = overhangs(self.mode, self.tail, pert_cdf);
            let width = 1.0 + below + above;
            let a = 1.0 + 4.0 * (self.mode + below) / width;
            StandardPert { low: -below, width, table: QuantileTable::new(Beta::new(a, 6.0 - a)) }
        })
    }
}

impl StandardPert {
    /// Puts in the place of each normal deviate the value at it; 0 and 1 are the stated ends.
    pub fn look_up(&self, z: &mut Lanes) {
        self.table.look_up(z);
        z.set_each(|_, value| self.low + self.width * value);
    }
}

/// Most shapes that are remembered. A scenario has some sixty; each is a thousand bytes once it is computed.
const MOST_REMEMBERED: usize = 512;

thread_local! {
    /// The shapes asked for lately, by the bits of the mode's position and of the tail.
    static REMEMBERED: RefCell<BTreeMap<(u64, u64), Rc<PertShape>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The shape with the likely value at `mode` between ends with probability `tail` outside each.
pub fn shape(mode: f64, tail: f64) -> Rc<PertShape> {
    REMEMBERED.with_borrow_mut(|shapes| {
        if shapes.len() >= MOST_REMEMBERED {
            // Whoever uses one keeps it.
            shapes.clear();
        }
        let new = || Rc::new(PertShape { mode, tail, standard: OnceCell::new() });
        Rc::clone(shapes.entry((mode.to_bits(), tail.to_bits())).or_insert_with(new))
    })
}

fn pert_cdf(low: f64, mode: f64, high: f64, x: f64) -> f64 {
    let width = high - low;
    let a = 1.0 + 4.0 * (mode - low) / width;
    Beta::new(a, 6.0 - a).cdf((x - low) / width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_is_made_once_and_outlives_being_forgotten() {
        let first = shape(0.25, 0.05);
        assert!(Rc::ptr_eq(&first, &shape(0.25, 0.05)));
        assert!(!Rc::ptr_eq(&first, &shape(0.25, 0.1)));
        let at_one = |shape: &PertShape| {
            let mut value = Lanes::splat(1.0);
            shape.standard().look_up(&mut value);
            value.0[0]
        };
        let before = at_one(&first);
        for step in 0..MOST_REMEMBERED {
            shape(step as f64 / MOST_REMEMBERED as f64, 0.01);
        }
        let again = shape(0.25, 0.05);
        assert!(!Rc::ptr_eq(&first, &again));
        assert_eq!((at_one(&first), at_one(&again)), (before, before));
        assert!(REMEMBERED.with_borrow(BTreeMap::len) <= MOST_REMEMBERED);
    }
}
