//! The month in which a strategy has paid for itself.

use super::lanes::{LANES, Lanes};

/// Follows the cumulative undiscounted saving of a strategy month by month.
///
/// # Formula
/// The first month after which the cumulative saving stays at or above 0 to the horizon, linear within the month; infinite where
/// it is below 0 at the horizon.
#[derive(Clone, Debug)]
pub struct BreakEven {
    cumulative: Lanes,
    month: Lanes,
}

impl Default for BreakEven {
    fn default() -> Self {
        Self { cumulative: Lanes::ZERO, month: Lanes::ZERO }
    }
}

impl BreakEven {
    /// Adds the saving of the month with this index, from 0.
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn add_month(&mut self, month: usize, in_house: &Lanes, cost: &Lanes) {
        for lane in 0..LANES {
            let from = self.cumulative.0[lane];
            let to = from + (in_house.0[lane] - cost.0[lane]);
            self.cumulative.0[lane] = to;
            let crossing = if from < 0.0 { month as f64 + from / (from - to) } else { self.month.0[lane] };
            self.month.0[lane] = if to < 0.0 { f64::INFINITY } else { crossing };
        }
    }

    /// The month, once all have been added.
    pub fn month(self) -> Lanes {
        self.month
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(savings: &[f64]) -> f64 {
        let mut break_even = BreakEven::default();
        for (month, saving) in savings.iter().enumerate() {
            break_even.add_month(month, &Lanes::splat(*saving), &Lanes::ZERO);
        }
        break_even.month().0[5]
    }

    #[test]
    fn the_last_crossing_counts_and_is_linear_within_its_month() {
        assert_eq!(of(&[10.0, 10.0]), 0.0);
        assert_eq!(of(&[-10.0, 4.0, 12.0]), 2.5);
        assert_eq!(of(&[-10.0, 20.0, -15.0, 20.0]), 3.25);
        assert_eq!(of(&[-10.0, 10.0]), 2.0);
        assert!(of(&[-10.0, 9.0]).is_infinite());
        assert!(of(&[5.0, -6.0]).is_infinite());
    }
}
