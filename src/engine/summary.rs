//! What people read: the figures of a finished (or previewed) simulation.
//!
//! Plain data. Money is in the scenario's currency; costs are positive, savings are in-house minus the strategy. Its
//! serialised form is the output format of `examples/simulate.rs`, described by static/summary.schema.json.

use crate::model::{CostLine, Currency, RiskEvent, StrategyId};
use serde::Serialize;
use std::collections::BTreeMap;

/// The percentiles that are reported, in per cent.
pub const PERCENTILES: [u8; 9] = [1, 5, 10, 25, 50, 75, 90, 95, 99];

/// Share of the trials that counts as the bad tail of a conditional value at risk at 95 %.
pub const TAIL: f64 = 0.05;

/// The figures of a simulation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// Format number of this output.
    pub format: u32,
    /// Name of the scenario.
    pub scenario: String,
    /// Currency of all amounts.
    pub currency: Currency,
    /// Trials behind the figures.
    pub trials: u32,
    /// Trials of the whole run: those asked for, rounded up to whole batches. More than `trials` in a preview.
    pub planned_trials: u32,
    /// Seed of the run.
    pub seed: u64,
    /// Months simulated.
    pub horizon_months: u32,
    /// The strategies, in the scenario's order behind in-house, which always comes first.
    pub strategies: Vec<StrategySummary>,
    /// Strategies left out because they allocate exactly as another one does.
    pub left_out: Vec<LeftOut>,
    /// What had to change when the correlations stated cannot hold together; `None` when they can.
    pub correlation_repair: Option<CorrelationRepair>,
}

/// The largest change of a coefficient when correlations that cannot hold together were replaced by the nearest that can.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CorrelationRepair {
    /// Keys of the two quantities.
    pub between: [String; 2],
    /// The coefficient that was stated, 0 for a pair of which nothing was said.
    pub stated: f64,
    /// The coefficient that is used instead.
    pub used: f64,
}

/// A strategy that is not priced because another one in the list is the same allocation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The strategy that is left out.
    pub strategy: StrategyId,
    /// The strategy it equals.
    pub same_as: StrategyId,
}

/// The figures of one strategy.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StrategySummary {
    /// Which strategy.
    pub strategy: StrategyId,
    /// Name of the user's own for a mix; `None` for the standard strategies.
    pub name: Option<String>,
    /// Total cost over the horizon, undiscounted.
    pub cost_nominal: Distribution,
    /// Total cost over the horizon, discounted to the date of the decision.
    pub cost_present_value: Distribution,
    /// What is saved against in-house; `None` for in-house itself.
    pub saving: Option<Saving>,
    /// Chance that this strategy has the least present value of all in the comparison; ties are shared. 0..1.
    pub chance_cheapest: f64,
    /// Mean of each cost line over the trials, undiscounted, in the order of [`CostLine::ALL`]; they add up to the mean.
    pub lines_nominal: BTreeMap<CostLine, f64>,
    /// The same, discounted.
    pub lines_present_value: BTreeMap<CostLine, f64>,
    /// What the risk events did.
    pub events: BTreeMap<RiskEvent, EventSummary>,
}

/// The saving of a strategy against in-house, trial by trial in the same world.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Saving {
    /// Undiscounted.
    pub nominal: Distribution,
    /// Discounted.
    pub present_value: Distribution,
    /// Chance that the discounted saving is above 0. 0..1.
    pub chance_positive: f64,
    /// Standard error of that chance.
    pub chance_positive_error: f64,
    /// When the strategy has paid for itself.
    pub break_even: BreakEven,
}

/// The month from which the cumulative undiscounted saving stays at or above 0, over the trials.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BreakEven {
    /// Percentiles in months from the decision, by the keys of [`PERCENTILES`]; `None` where they fall on never.
    pub percentiles: BTreeMap<u8, Option<f64>>,
    /// Chance that the saving is negative at the horizon. 0..1.
    pub chance_never: f64,
}

/// How an amount is spread over the trials.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Distribution {
    /// Mean.
    pub mean: f64,
    /// Standard error of the mean: what the number of trials leaves open.
    pub mean_standard_error: f64,
    /// Standard deviation.
    pub standard_deviation: f64,
    /// Percentiles by the keys of [`PERCENTILES`].
    pub percentiles: BTreeMap<u8, f64>,
    /// Mean of the worst 5 %: of the highest costs, of the lowest savings.
    pub conditional_value_at_risk: f64,
    /// Counts of trials in bins of equal width; for charts, not part of the output format.
    #[serde(skip)]
    pub histogram: Histogram,
}

impl Distribution {
    /// The percentile, for one of [`PERCENTILES`].
    pub fn percentile(&self, percent: u8) -> f64 {
        self.percentiles.get(&percent).copied().unwrap_or(self.mean)
    }
}

/// Counts of trials in bins of equal width. All strategies' histograms of one amount share their bins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    /// Lower edge of the first bin.
    pub low: f64,
    /// Upper edge of the last bin, above `low`.
    pub high: f64,
    /// Trials in each bin; those outside the edges are counted in none.
    pub counts: Vec<u32>,
    /// Trials in all, those outside included.
    pub trials: u32,
}

/// What one kind of risk event did to a strategy.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct EventSummary {
    /// Share of the trials in which it happened at least once. 0..1.
    pub chance: f64,
    /// Mean number of times it happened.
    pub mean_count: f64,
    /// Mean cost over all trials, undiscounted.
    pub mean_cost_nominal: f64,
    /// Mean cost over all trials, discounted.
    pub mean_cost_present_value: f64,
    /// The bound on what one event costs; `None` where there is none.
    pub cap: Option<EventCap>,
}

/// A bound on what one event costs, and how often it decides.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct EventCap {
    /// The most that one event can cost, at the prices of the decision: mean over all trials.
    pub mean: f64,
    /// Share of the events that would have cost more; 0 where there were none. 0..1.
    pub share_of_events: f64,
}

impl Summary {
    /// The figures of the strategy with this id.
    pub fn strategy(&self, id: &str) -> Option<&StrategySummary> {
        self.strategies.iter().find(|strategy| strategy.strategy == id)
    }

    /// The strategies from the least to the greatest mean present value; equal ones in the scenario's order.
    pub fn ranked(&self) -> Vec<&StrategySummary> {
        let mut ranked: Vec<&StrategySummary> = self.strategies.iter().collect();
        ranked.sort_by(|a, b| a.cost_present_value.mean.total_cmp(&b.cost_present_value.mean));
        ranked
    }
}
