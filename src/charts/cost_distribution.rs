//! What every strategy costs: one row each, the least mean on top, on one axis of money.
//!
//! Costs are present values, because these decide the verdict. Each silhouette is drawn to the same height: rows are
//! compared by where they lie, and a narrow one would press the wide ones flat if all had the same area.

use super::axis::Range;
use super::caption::Caption;
use super::silhouette::outline;
use super::table::Table;
use super::theme::Tone;
use crate::engine::Summary;
use crate::engine::summary::{Distribution, StrategySummary};
use crate::format::{money_compact, money_with_error, of_hundred};
use crate::model::Currency;
use crate::text::{charts as words, strategy_name};

/// One strategy.
#[derive(Clone, Debug, PartialEq)]
pub struct CostRow {
    /// Id of the strategy.
    pub strategy: String,
    /// Its name, unescaped.
    pub name: String,
    /// Its colour.
    pub tone: Tone,
    /// How often which cost occurs: (amount, 0..1).
    pub outline: Vec<(f64, f64)>,
    /// Mean, as it is written.
    pub mean_text: String,
    /// Percentiles 5, 10, 50, 90, 95.
    pub percentiles: [f64; 5],
}

/// The chart, before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct CostDistribution {
    pub(super) rows: Vec<CostRow>,
    pub(super) range: Range,
    pub(super) currency: Currency,
    /// Median of in-house.
    pub(super) reference: Option<f64>,
    pub(super) axis_title: String,
    caption: Caption,
}

/// The chart of a summary; `None` when it holds no strategy whose figures can be drawn.
pub fn cost_distribution(summary: &Summary) -> Option<CostDistribution> {
    let ranked = summary.ranked();
    let range = visible_range(&ranked)?;
    let error = words::error_of_means(summary);
    let rows: Vec<CostRow> = ranked
        .iter()
        .filter(|strategy| is_drawable(&strategy.cost_present_value))
        .map(|strategy| row(strategy, range, error, summary.currency))
        .collect();
    let in_house = ranked.iter().find(|strategy| strategy.saving.is_none());
    Some(CostDistribution {
        rows,
        range,
        currency: summary.currency,
        reference: in_house.map(|strategy| strategy.cost_present_value.percentile(50)).filter(|cost| cost.is_finite()),
        axis_title: words::cost_axis(summary.horizon_months),
        caption: Caption {
            title: words::cost_title(summary),
            description: words::cost_description(summary),
            table: table(summary, &ranked),
        },
    })
}

impl CostDistribution {
    /// What is said of it.
    pub fn caption(&self) -> &Caption {
        &self.caption
    }

    /// The strategies, the least mean first.
    pub fn rows(&self) -> &[CostRow] {
        &self.rows
    }
}

pub(super) fn is_drawable(distribution: &Distribution) -> bool {
    distribution.mean.is_finite() && [1, 5, 10, 50, 90, 95, 99].iter().all(|p| distribution.percentile(*p).is_finite())
}

/// From the least 1st to the greatest 99th percentile. A long tail to the right is cut before it presses everything
/// else to the left: at most as much room beyond the 95th percentiles as there is before them.
fn visible_range(ranked: &[&StrategySummary]) -> Option<Range> {
    let costs: Vec<&Distribution> =
        ranked.iter().map(|strategy| &strategy.cost_present_value).filter(|cost| is_drawable(cost)).collect();
    let least = |percent| costs.iter().map(|cost| cost.percentile(percent)).reduce(f64::min);
    let greatest = |percent| costs.iter().map(|cost| cost.percentile(percent)).reduce(f64::max);
    let (low, body, tail) = (least(1)?, greatest(95)?, greatest(99)?);
    Range::new(low, tail.min(body + 0.5 * (body - low))).map(|range| range.padded(0.04))
}

fn row(strategy: &StrategySummary, range: Range, error: f64, currency: Currency) -> CostRow {
    let cost = &strategy.cost_present_value;
    CostRow {
        strategy: strategy.strategy.clone(),
        name: strategy_name(&strategy.strategy, strategy.name.as_deref()),
        tone: Tone::of_strategy(&strategy.strategy),
        outline: outline(&cost.histogram, range),
        mean_text: money_with_error(cost.mean, error, currency),
        percentiles: [5, 10, 50, 90, 95].map(|percent| cost.percentile(percent)),
    }
}

fn table(summary: &Summary, ranked: &[&StrategySummary]) -> Table {
    let error = words::error_of_means(summary);
    Table {
        caption: words::cost_table_caption(summary.horizon_months),
        header: words::COST_TABLE_HEAD.map(str::to_owned).to_vec(),
        rows: ranked
            .iter()
            .map(|strategy| {
                let cost = &strategy.cost_present_value;
                let [middle, low, high] =
                    [50, 5, 95].map(|percent| money_compact(cost.percentile(percent), summary.currency));
                let name = strategy_name(&strategy.strategy, strategy.name.as_deref());
                let mean = money_with_error(cost.mean, error, summary.currency);
                vec![name, mean, middle, low, high, of_hundred(strategy.chance_cheapest)]
            })
            .collect(),
    }
}
