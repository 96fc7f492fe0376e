//! Sums of products of lanes: a month's cost is one of a few dozen of them.

use super::lanes::{Lanes, PART, PARTS};

/// Products that are gathered before they are added up.
const MOST: usize = 32;

/// Products that are yet to be added up. Gathered first and then added up a few lanes at a time, so that a sum is written once and
/// not for each product.
pub struct Products<'a> {
    pairs: [(&'a Lanes, &'a Lanes); MOST],
    count: usize,
    /// Whether the sum already holds some.
    has_begun: bool,
}

impl<'a> Products<'a> {
    /// None gathered yet.
    pub fn new() -> Self {
        const NOTHING: &Lanes = &Lanes::ZERO;
        Self { pairs: [(NOTHING, NOTHING); MOST], count: 0, has_begun: false }
    }

    /// Gathers one more for this sum, which already gets what there is no more room for.
    pub fn add(&mut self, factor: &'a Lanes, other: &'a Lanes, sum: &mut Lanes) {
        if self.count == MOST {
            self.add_up(sum);
        }
        self.pairs[self.count] = (factor, other);
        self.count += 1;
    }

    /// Writes down the sum of all products, added up in their order; 0 if there are none.
    pub fn write(&mut self, sum: &mut Lanes) {
        if self.count > 0 || !self.has_begun {
            self.add_up(sum);
        }
    }

    /// Adds those that were gathered to the sum, whatever it holds if they are the first.
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    fn add_up(&mut self, sum: &mut Lanes) {
        let pairs = &self.pairs[..std::mem::take(&mut self.count)];
        let has_begun = std::mem::replace(&mut self.has_begun, true);
        for part in 0..PARTS {
            let mut sums = if has_begun { *sum.part(part) } else { [0.0; PART] };
            for (factor, other) in pairs {
                for ((sum, factor), other) in sums.iter_mut().zip(factor.part(part)).zip(other.part(part)) {
                    *sum += factor * other;
                }
            }
            *sum.part_mut(part) = sums;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_add_up_as_if_one_after_the_other() {
        for count in [0, 1, MOST, MOST + 1, 2 * MOST + 3] {
            let lanes: Vec<Lanes> = (0..=count)
                .map(|number| Lanes::from_fn(|lane| (lane as f64 + 0.1).powf(0.01 * number as f64)))
                .collect();
            let (mut gathered, mut one_by_one) = (Lanes::splat(0.3), Lanes::ZERO);
            let mut products = Products::new();
            for pair in lanes.windows(2) {
                products.add(&pair[0], &pair[1], &mut gathered);
                one_by_one.add_product(&pair[0], &pair[1]);
            }
            products.write(&mut gathered);
            assert_eq!(gathered, one_by_one, "{count}");
        }
    }
}
