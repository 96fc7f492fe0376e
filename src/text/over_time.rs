//! Words of the chart over time.

use super::charts::upper_first;
use super::strategies::strategy_phrase;
use crate::engine::summary::{StrategySummary, YearEnd};
use crate::format::{money_compact, months};
use crate::model::Currency;

/// The finding: where the strategy stands against in-house after the first year, and at the end.
pub fn title(strategy: &StrategySummary, currency: Currency) -> String {
    let phrase = upper_first(&strategy_phrase(&strategy.strategy, strategy.name.as_deref()));
    let saved = |end: &YearEnd| {
        let saving = end.saving.as_ref()?;
        let after = months(f64::from(end.month));
        Some(if saving.mean_nominal >= 0.0 {
            format!("has saved {} after {after}", money_compact(saving.mean_nominal, currency))
        } else {
            format!("is {} behind in-house after {after}", money_compact(-saving.mean_nominal, currency))
        })
    };
    let ends = &strategy.over_time.year_ends;
    let first = ends.first().and_then(saved);
    let last = ends.last().filter(|_| ends.len() > 1).and_then(saved);
    match (first, last) {
        (Some(first), Some(last)) => format!("{phrase} on average {first} and {last}"),
        (Some(first), None) => format!("{phrase} on average {first}"),
        _ => format!("{phrase} over time"),
    }
}

/// What the vertical axis measures.
pub const AXIS: &str = "Spent since the decision, as it is paid";

/// How the bands are read.
pub const KEY: &str = "The line is the middle future, the dark band holds half of all futures, the light one 90 of 100. The \
                       broken line is in-house.";

/// What the chart shows, for those who do not see it.
pub fn description(title: &str) -> String {
    format!("{title}. {AXIS}, at the end of each year. {KEY}")
}

/// Label of the line of in-house.
pub const IN_HOUSE: &str = "in-house";

/// Label of the end of a year.
pub fn end_of(month: u32) -> String {
    months(f64::from(month))
}

/// Label below the axis of time.
pub fn tick(month: u32) -> String {
    if month.is_multiple_of(12) { format!("{}", month / 12) } else { format!("{:.1}", f64::from(month) / 12.0) }
}

/// What the horizontal axis measures.
pub const TIME: &str = "Years since the decision";

/// Caption of the table.
pub const CAPTION: &str = "What has been spent and saved by the end of each year, as it is paid";

/// Heads of the table.
pub const TABLE_HEAD: [&str; 7] = [
    "After",
    "Spent on average",
    "Middle future",
    "1 in 20 is below",
    "1 in 20 is above",
    "Saved on average",
    "Has saved money in",
];
