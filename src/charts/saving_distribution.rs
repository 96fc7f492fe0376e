//! What one strategy saves against in-house, over all futures: won to the right of 0, lost to the left.
//!
//! Futures in which in-house would have been cheaper have the colour of in-house, the others that of the strategy's
//! site; so a colour means the same in every chart.

use super::axis::Range;
use super::caption::Caption;
use super::cost_distribution::is_drawable;
use super::silhouette::outline;
use super::table::Table;
use super::theme::Tone;
use crate::engine::Summary;
use crate::engine::summary::{Distribution, PERCENTILES, Saving};
use crate::format::{money_compact, money_with_error, of_hundred};
use crate::model::Currency;
use crate::text::charts as words;

/// The chart, before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct SavingDistribution {
    pub(super) tone: Tone,
    pub(super) outline: Vec<(f64, f64)>,
    pub(super) range: Range,
    pub(super) currency: Currency,
    /// Percentiles 5, 50, 95.
    pub(super) percentiles: [f64; 3],
    pub(super) winning_label: String,
    pub(super) losing_label: String,
    pub(super) middle_label: String,
    pub(super) axis_title: String,
    pub(super) key: String,
    caption: Caption,
}

/// The chart of a strategy's savings; `None` for in-house, for a strategy that is not there, and for figures that cannot
/// be drawn.
pub fn saving_distribution(summary: &Summary, strategy_id: &str) -> Option<SavingDistribution> {
    let strategy = summary.strategy(strategy_id)?;
    let saving = strategy.saving.as_ref()?;
    let spread = &saving.present_value;
    let range = visible_range(spread)?;
    Some(SavingDistribution {
        tone: Tone::of_strategy(strategy_id),
        outline: outline(&spread.histogram, range),
        range,
        currency: summary.currency,
        percentiles: [5, 50, 95].map(|percent| spread.percentile(percent)),
        winning_label: words::winning_label(saving.chance_positive),
        losing_label: words::losing_label(saving.chance_positive),
        middle_label: words::middle_label(spread.percentile(50), summary.currency),
        axis_title: words::saving_axis(summary.horizon_months),
        key: words::saving_key(spread.conditional_value_at_risk, summary.currency),
        caption: Caption {
            title: words::saving_title(strategy, saving, summary.currency),
            description: words::saving_description(strategy, saving, summary),
            table: table(saving, summary),
        },
    })
}

impl SavingDistribution {
    /// What is said of it.
    pub fn caption(&self) -> &Caption {
        &self.caption
    }
}

/// From the 1st to the 99th percentile, 0 always within: without it nobody sees which side is which. A long tail on
/// either side is cut like that of costs.
fn visible_range(spread: &Distribution) -> Option<Range> {
    if !is_drawable(spread) {
        return None;
    }
    let [p1, p5, p95, p99] = [1, 5, 95, 99].map(|percent| spread.percentile(percent));
    let body = p95 - p5;
    let (low, high) = (p1.max(p5 - 0.5 * body), p99.min(p95 + 0.5 * body));
    Range::new(low.min(0.0), high.max(0.0)).map(|range| range.padded(0.04))
}

fn table(saving: &Saving, summary: &Summary) -> Table {
    let (spread, currency) = (&saving.present_value, summary.currency);
    let [average, worst, wins, loses] = words::SAVING_TABLE_ROWS;
    let mut rows = vec![
        vec![average.to_owned(), money_with_error(spread.mean, spread.mean_standard_error, currency)],
        vec![worst.to_owned(), money_compact(spread.conditional_value_at_risk, currency)],
        vec![wins.to_owned(), of_hundred(saving.chance_positive)],
        vec![loses.to_owned(), of_hundred(1.0 - saving.chance_positive)],
    ];
    rows.extend(
        PERCENTILES
            .map(|percent| vec![words::percentile_row(percent), money_compact(spread.percentile(percent), currency)]),
    );
    Table {
        caption: words::saving_axis(summary.horizon_months),
        header: words::SAVING_TABLE_HEAD.map(str::to_owned).to_vec(),
        rows,
    }
}
