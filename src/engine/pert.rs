//! PERT distributions in their standard form: stated low at 0, stated high at 1.
//!
//! Many quantities of a scenario have the same standard form, and a page that leaves the computing to its workers needs none; so
//! each is made once, and only when the first draw asks for it.

use super::beta::{Beta, QuantileTable};
use super::percentiles::overhangs;
use std::cell::OnceCell;
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
    /// The value at normal deviate `z`; 0 and 1 are the stated ends.
    pub fn at(&self, z: f64) -> f64 {
        self.low + self.width * self.table.at(z)
    }
}

/// Shapes that quantities share, by the bits of the mode's position and of the tail.
#[derive(Debug, Default)]
pub struct PertShapes(BTreeMap<(u64, u64), Rc<PertShape>>);

impl PertShapes {
    /// The shape with the likely value at `mode` between ends with probability `tail` outside each.
    pub fn get(&mut self, mode: f64, tail: f64) -> Rc<PertShape> {
        let new = || Rc::new(PertShape { mode, tail, standard: OnceCell::new() });
        Rc::clone(self.0.entry((mode.to_bits(), tail.to_bits())).or_insert_with(new))
    }
}

fn pert_cdf(low: f64, mode: f64, high: f64, x: f64) -> f64 {
    let width = high - low;
    let a = 1.0 + 4.0 * (mode - low) / width;
    Beta::new(a, 6.0 - a).cdf((x - low) / width)
}
