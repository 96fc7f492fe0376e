//! Whether the simulation can tell two costs apart.

use crate::engine::summary::{Saving, StrategySummary};

/// Errors of a normal distribution beyond which 1 in 20 differences lies by luck alone.
const LUCK: f64 = 1.96;

/// Whether a saving against in-house could be 0 for all that the number of futures says.
pub fn saving_is_open(saving: &Saving) -> bool {
    let present_value = &saving.present_value;
    present_value.mean.abs() < LUCK * present_value.mean_standard_error
}

/// Whether two ways other than in-house could cost the same on average.
///
/// The summary holds no paired difference of the two. Both their costs and their savings differ by the same amount, so
/// the smaller of the two errors serves; each is an upper bound as long as the two move together, which in one world
/// they do. So this may call close what is not quite, never the other way round.
pub fn cannot_be_told_apart(one: &StrategySummary, other: &StrategySummary) -> bool {
    let difference = (one.cost_present_value.mean - other.cost_present_value.mean).abs();
    let together = |a: f64, b: f64| (a * a + b * b).sqrt();
    let by_cost = together(one.cost_present_value.mean_standard_error, other.cost_present_value.mean_standard_error);
    let by_saving = match (&one.saving, &other.saving) {
        (Some(one), Some(other)) => {
            together(one.present_value.mean_standard_error, other.present_value.mean_standard_error)
        }
        // Against in-house itself the saving is the paired difference.
        (Some(saving), None) | (None, Some(saving)) => saving.present_value.mean_standard_error,
        (None, None) => by_cost,
    };
    difference < LUCK * by_cost.min(by_saving)
}
