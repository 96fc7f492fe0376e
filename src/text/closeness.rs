//! Whether the simulation can tell two costs apart.

use crate::engine::summary::{Saving, StrategySummary};

/// Errors of a normal distribution beyond which 1 in 20 differences lies by luck alone.
const LUCK: f64 = 1.96;

/// Whether a saving against in-house could be 0 for all that the number of futures says.
pub fn saving_is_open(saving: &Saving) -> bool {
    let present_value = &saving.present_value;
    present_value.mean.abs() < LUCK * present_value.mean_standard_error
}

/// Whether two ways of sourcing could cost the same on average.
///
/// Against in-house the saving is the paired difference and has its own error. Of two others the summary holds no paired
/// difference; but their costs and their savings differ by the same amount, so the smaller of the two errors serves. Each
/// is an upper bound as long as the two move together, which in one world they do. So this may call close what is not
/// quite, never the other way round.
pub fn cannot_be_told_apart(one: &StrategySummary, other: &StrategySummary) -> bool {
    let together = |a: f64, b: f64| (a * a + b * b).sqrt();
    let (cost, other_cost) = (&one.cost_present_value, &other.cost_present_value);
    let error = match (&one.saving, &other.saving) {
        (Some(saving), None) | (None, Some(saving)) => saving.present_value.mean_standard_error,
        (Some(saving), Some(other_saving)) => {
            let by_cost = together(cost.mean_standard_error, other_cost.mean_standard_error);
            let (saving, other_saving) = (&saving.present_value, &other_saving.present_value);
            by_cost.min(together(saving.mean_standard_error, other_saving.mean_standard_error))
        }
        (None, None) => together(cost.mean_standard_error, other_cost.mean_standard_error),
    };
    (cost.mean - other_cost.mean).abs() < LUCK * error
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fixture::comparison;

    #[test]
    fn a_difference_within_the_error_is_open() {
        let summary = comparison(9);
        let (one, mut other) = (summary.strategies[1].clone(), summary.strategies[1].clone());
        other.cost_present_value.mean += one.cost_present_value.mean_standard_error;
        assert!(cannot_be_told_apart(&one, &other));
        other.cost_present_value.mean += 4.0 * one.cost_present_value.mean_standard_error;
        assert!(!cannot_be_told_apart(&one, &other));
        assert!(!cannot_be_told_apart(&summary.strategies[0], &one));
    }
}
