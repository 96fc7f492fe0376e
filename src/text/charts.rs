//! Titles, axes, keys and descriptions of the charts.

use super::closeness::cannot_be_told_apart;
use super::strategies::{strategy_name, strategy_phrase};
use crate::engine::Summary;
use crate::engine::summary::{Saving, StrategySummary};
use crate::format::{money_compact, money_with_error, months, of_hundred};
use crate::model::Currency;

/// The greatest error of a mean cost: all means of a comparison are rounded by it, so that they have the same decimals
/// and no row seems surer than the others.
pub fn error_of_means(summary: &Summary) -> f64 {
    summary.strategies.iter().map(|strategy| strategy.cost_present_value.mean_standard_error).fold(0.0, f64::max)
}

/// The finding of the chart of costs.
pub fn cost_title(summary: &Summary) -> String {
    let ranked = summary.ranked();
    let Some(best) = ranked.first() else { return "What each way costs".to_owned() };
    let name = |strategy: &StrategySummary| strategy_name(&strategy.strategy, strategy.name.as_deref());
    let cost = &best.cost_present_value;
    let amount = money_with_error(cost.mean, error_of_means(summary), summary.currency);
    let Some(next) = ranked.get(1) else { return format!("{} costs {amount} on average", name(best)) };
    if cannot_be_told_apart(best, next) {
        return format!(
            "{} and {} cost least on average, about {amount}: too close to call",
            name(best),
            lower_first(&name(next))
        );
    }
    // In-house is what people compare with, unless it is the best itself.
    let against = if best.saving.is_some() { ranked.iter().find(|other| other.saving.is_none()) } else { None };
    let other = against.unwrap_or(next);
    let difference = other.cost_present_value.mean - cost.mean;
    let error = best.saving.as_ref().or(other.saving.as_ref()).map_or(0.0, |s| s.present_value.mean_standard_error);
    format!(
        "{} costs least on average: {amount}, {} less than {}",
        name(best),
        money_with_error(difference, error, summary.currency),
        lower_first(&name(other))
    )
}

/// What the axis of costs measures.
pub fn cost_axis(horizon_months: u32) -> String {
    format!("Total cost over {}, in today's money", months(f64::from(horizon_months)))
}

/// How the rows of the chart of costs are read.
pub const COST_KEY: &str = "The higher the hill, the more futures cost that much; all hills are drawn equally high. \
                            The bar holds 90 of 100 futures, its thick part 80. The tick marks the middle future.";

/// Head of the column of means.
pub const MEAN_HEAD: &str = "On average";

/// What the line of reference marks.
pub const REFERENCE: &str = "in-house, middle future";

/// What the chart of costs shows, for those who do not see it.
pub fn cost_description(summary: &Summary) -> String {
    let error = error_of_means(summary);
    let mut sentences = vec![format!(
        "{} ways of sourcing, the cheapest on average first. {}",
        summary.strategies.len(),
        cost_axis(summary.horizon_months)
    )];
    sentences.extend(summary.ranked().iter().map(|strategy| {
        let cost = &strategy.cost_present_value;
        format!(
            "{}: {} on average, in 90 of 100 futures between {} and {}",
            strategy_name(&strategy.strategy, strategy.name.as_deref()),
            money_with_error(cost.mean, error, summary.currency),
            money_compact(cost.percentile(5), summary.currency),
            money_compact(cost.percentile(95), summary.currency)
        )
    }));
    sentences.join(". ") + "."
}

/// Heads of the table of costs.
pub const COST_TABLE_HEAD: [&str; 6] =
    ["Way of sourcing", "On average", "Middle future", "1 in 20 is below", "1 in 20 is above", "Cheapest of all in"];

/// Caption of the table of costs.
pub fn cost_table_caption(horizon_months: u32) -> String {
    format!("{}, by way of sourcing", cost_axis(horizon_months))
}

/// The finding of the chart of savings.
pub fn saving_title(strategy: &StrategySummary, saving: &Saving, currency: Currency) -> String {
    let phrase = upper_first(&strategy_phrase(&strategy.strategy, strategy.name.as_deref()));
    let median = saving.present_value.percentile(50);
    let error = saving.present_value.mean_standard_error;
    let typical = if median >= 0.0 {
        format!("typically {}", money_with_error(median, error, currency))
    } else {
        format!("and typically costs {} more", money_with_error(-median, error, currency))
    };
    format!("{phrase} saves money in {} futures, {typical}", of_hundred(saving.chance_positive))
}

/// What the axis of savings measures.
pub fn saving_axis(horizon_months: u32) -> String {
    format!("Saved against in-house over {}, in today's money", months(f64::from(horizon_months)))
}

/// Label of the futures in which the strategy saves money.
pub fn winning_label(chance: f64) -> String {
    format!("saves money in {} futures", of_hundred(chance))
}

/// Label of the futures in which it does not.
pub fn losing_label(chance: f64) -> String {
    format!("costs more in {} futures", of_hundred(1.0 - chance))
}

/// Label of the middle future.
pub fn middle_label(median: f64, currency: Currency) -> String {
    if median >= 0.0 {
        format!("middle future: saves {}", money_compact(median, currency))
    } else {
        format!("middle future: costs {} more", money_compact(-median, currency))
    }
}

/// How the chart of savings is read, with the bad case as a figure.
pub fn saving_key(worst: f64, currency: Currency) -> String {
    let bad = if worst < 0.0 {
        format!("cost {} more than staying in-house", money_compact(-worst, currency))
    } else {
        format!("still save {}", money_compact(worst, currency))
    };
    format!(
        "The higher the hill, the more futures end there; the bar holds 90 of 100. On average, the worst 5 of 100 {bad}."
    )
}

/// What the chart of savings shows, for those who do not see it.
pub fn saving_description(strategy: &StrategySummary, saving: &Saving, summary: &Summary) -> String {
    let (spread, currency) = (&saving.present_value, summary.currency);
    format!(
        "{}. {}: it {}, and {}. In 90 of 100 futures the saving lies between {} and {}. {}",
        saving_title(strategy, saving, currency),
        saving_axis(summary.horizon_months),
        winning_label(saving.chance_positive),
        losing_label(saving.chance_positive),
        money_compact(spread.percentile(5), currency),
        money_compact(spread.percentile(95), currency),
        saving_key(spread.conditional_value_at_risk, currency)
    )
}

/// Heads of the table of savings.
pub const SAVING_TABLE_HEAD: [&str; 2] = ["Of all futures", "Saved against in-house"];

/// Rows of the table of savings that are no percentiles: on average, and the worst.
pub const SAVING_TABLE_ROWS: [&str; 4] =
    ["On average", "Average of the worst 5 of 100", "It saves money in", "It costs more in"];

/// Row of a percentile in the table of savings.
pub fn percentile_row(percent: u8) -> String {
    if percent == 50 { "The middle future".to_owned() } else { format!("{percent} of 100 lie below") }
}

/// The text with its first letter small, for use within a sentence.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The text with its first letter capital.
pub(super) fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
