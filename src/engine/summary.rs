//! What people read: the figures of a finished (or previewed) simulation.
//!
//! Plain data. Money is in the scenario's currency; costs are positive, savings are in-house minus the strategy. Its
//! serialised form is the output format of `examples/simulate.rs`, described by static/summary.schema.json.

use super::drivers::input_id::InputId;
use super::precision::Stopped;
use crate::model::{CostLine, Currency, RiskEvent, StrategyId};
use serde::Serialize;
use std::collections::BTreeMap;

/// The percentiles that are reported, in per cent.
pub const PERCENTILES: [u8; 9] = [1, 5, 10, 25, 50, 75, 90, 95, 99];

/// The percentiles of bands over time, in per cent.
pub const BAND: [u8; 5] = [5, 25, 50, 75, 95];

/// Share of the trials that counts as the bad tail of a conditional value at risk at 95 %.
pub const TAIL: f64 = 0.05;

/// The figures of a simulation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Summary {
    /// Format number of this output.
    pub format: u32,
    /// Name of the scenario.
    pub scenario: String,
    /// Currency of all amounts.
    pub currency: Currency,
    /// Trials behind the figures.
    pub trials: u32,
    /// Trials that the run could take: those asked for, rounded up to whole batches. More than `trials` in a preview, and in a
    /// run that stopped early because its precision was reached.
    pub planned_trials: u32,
    /// How the precision that the scenario states ended the run; `None` without one, where there is no saving to be known, and
    /// in a preview.
    pub stopped: Option<Stopped>,
    /// Seed of the run.
    pub seed: u64,
    /// Months simulated.
    pub horizon_months: u32,
    /// The budget of the scenario, if it has one.
    pub budget: Option<f64>,
    /// The chance with which the reported budgets suffice. 0..1.
    pub confidence: f64,
    /// What it is worth to know everything before deciding: the least expected regret of all strategies, as present value.
    pub value_of_perfect_information: f64,
    /// The strategies, in the scenario's order behind in-house, which always comes first.
    pub strategies: Vec<StrategySummary>,
    /// Which strategy is at least as good as which other, whatever one thinks of risk.
    pub dominance: Dominance,
    /// Trials that are followed to the end of each year, for percentiles over time: the first 32 of every 256, 4,096 at most.
    pub followed_trials: u32,
    /// What drives the outcome.
    pub drivers: Drivers,
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

/// How much each uncertain input moves each strategy.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Drivers {
    /// Trials behind these figures: all, or the first 16,384 of a run of more than 65,536; 0 in a preview, which does without them.
    pub trials: u32,
    /// Bins into which the trials are sorted by each input.
    pub bins: u32,
    /// The inputs that are uncertain, in a fixed order.
    pub inputs: Vec<Driver>,
}

impl Drivers {
    /// Whether they have been computed; there may be none of them all the same.
    pub fn are_known(&self) -> bool {
        self.trials > 0
    }
}

/// One uncertain input.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Driver {
    /// Which input; in the output its key, such as `home.workspace`, `support.wage` or `offshore.vendor_quality`.
    pub input: InputId,
    /// Whether it can be known before deciding, by asking, measuring or trying; the rest is luck.
    pub can_be_found_out: bool,
    /// What it would be worth to know it, as present value. `None` for luck, and before the run is finished.
    pub value_of_information: Option<f64>,
    /// What it does to each strategy to which it can matter.
    pub effects: Vec<DriverEffect>,
}

/// What an input does to a strategy: to its discounted saving, or to the discounted cost of in-house.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DriverEffect {
    /// Which strategy.
    pub strategy: StrategyId,
    /// Mean over the trials in which the input lies in its lowest tenth.
    pub mean_low: f64,
    /// Mean over the trials in which the input lies in its highest tenth.
    pub mean_high: f64,
    /// Share of the variance that the input explains by itself; chance may leave it a little below 0. At most 1.
    pub share_of_variance: f64,
}

/// How far each strategy is from dominating each other one, by the distributions of their present values.
///
/// Rows and columns are the strategies in their order in the summary: the number in row a, column b, is the part of all
/// difference between the two that speaks against "a is at least as good as b", 0..1. It is 0 where a dominates b without
/// exception; a strategy does not dominate itself or one whose costs are the same: 1.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Dominance {
    /// Up to this much may speak against it, and it still counts as dominance.
    pub tolerance: f64,
    /// First order: whoever wants low cost prefers a, however they weigh risk.
    pub first_order: Vec<Vec<f64>>,
    /// Second order: whoever also dislikes risk prefers a.
    pub second_order: Vec<Vec<f64>>,
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
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
    /// The cost against the budget, undiscounted.
    pub budget_nominal: Budget,
    /// The cost against the budget, as present value.
    pub budget_present_value: Budget,
    /// Chance that this strategy has the least present value of all in the comparison; ties are shared. 0..1.
    pub chance_cheapest: f64,
    /// Standard error of that chance.
    pub chance_cheapest_error: f64,
    /// Mean present value above that of the strategy which turns out to be the cheapest, trial by trial.
    pub expected_regret: f64,
    /// Standard error of that mean.
    pub expected_regret_error: f64,
    /// Mean of each cost line over the trials, undiscounted, in the order of [`CostLine::ALL`]; they add up to the mean.
    pub lines_nominal: BTreeMap<CostLine, f64>,
    /// The same, discounted.
    pub lines_present_value: BTreeMap<CostLine, f64>,
    /// What the risk events did.
    pub events: BTreeMap<RiskEvent, EventSummary>,
    /// The cost as time goes by, undiscounted.
    pub over_time: OverTime,
}

/// The cost of a strategy as time goes by.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct OverTime {
    /// Mean cost of each month, undiscounted.
    pub months: Vec<f64>,
    /// Mean of each line in each year, undiscounted; the last year may be cut short.
    pub lines_by_year: BTreeMap<CostLine, Vec<f64>>,
    /// Where things stand at the end of each year; the last is the horizon.
    pub year_ends: Vec<YearEnd>,
}

/// What has been spent and saved from the decision to the end of a year.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct YearEnd {
    /// Months from the decision.
    pub month: u32,
    /// Mean cost up to then, undiscounted.
    pub cost_mean: f64,
    /// Percentiles of that cost, by the keys of [`BAND`]; of the trials that are followed, at the horizon of all.
    pub cost_percentiles: BTreeMap<u8, f64>,
    /// What has been saved against in-house by then; `None` for in-house itself.
    pub saving: Option<YearEndSaving>,
}

/// What has been saved from the decision to the end of a year.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct YearEndSaving {
    /// Mean, undiscounted.
    pub mean_nominal: f64,
    /// Mean, discounted.
    pub mean_present_value: f64,
    /// Percentiles of the undiscounted saving, by the keys of [`BAND`]; of the trials that are followed, at the horizon of all.
    pub percentiles_nominal: BTreeMap<u8, f64>,
    /// Share of these trials in which it is above 0. 0..1.
    pub chance_positive: f64,
}

/// The saving of a strategy against in-house, trial by trial in the same world.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Saving {
    /// Undiscounted.
    pub nominal: Distribution,
    /// Discounted.
    pub present_value: Distribution,
    /// Chance that the discounted saving is above 0. 0..1.
    pub chance_positive: f64,
    /// Standard error of that chance.
    pub chance_positive_error: f64,
    /// Mean of the discounted saving over the trials in which it is below 0; `None` where it never is.
    pub mean_when_negative: Option<f64>,
    /// When the strategy has paid for itself.
    pub break_even: BreakEven,
}

/// The month from which the cumulative undiscounted saving stays at or above 0, over the trials.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct BreakEven {
    /// Percentiles in months from the decision, by the keys of [`PERCENTILES`]; `None` where they fall on never.
    pub percentiles: BTreeMap<u8, Option<f64>>,
    /// Chance that the saving is negative at the horizon. 0..1.
    pub chance_never: f64,
}

/// A cost against the budget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Budget {
    /// Chance that the cost exceeds the scenario's budget; `None` without one. 0..1.
    pub chance_exceeded: Option<f64>,
    /// Standard error of that chance.
    pub chance_exceeded_error: Option<f64>,
    /// The budget that suffices with the chance that the scenario asks for.
    pub needed: f64,
    /// Standard error of that budget.
    pub needed_error: f64,
}

/// How an amount is spread over the trials.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Distribution {
    /// Mean.
    pub mean: f64,
    /// Standard error of the mean: what the number of trials leaves open.
    pub mean_standard_error: f64,
    /// Standard deviation.
    pub standard_deviation: f64,
    /// Percentiles by the keys of [`PERCENTILES`].
    pub percentiles: BTreeMap<u8, f64>,
    /// Standard errors of these percentiles.
    pub percentile_errors: BTreeMap<u8, f64>,
    /// The percentiles that the scenario asks for beside them, in its order.
    pub further_percentiles: Vec<FurtherPercentile>,
    /// What is not exceeded in 95 of 100 trials for the worse: the 95th percentile of a cost, the 5th of a saving.
    pub value_at_risk_95: f64,
    /// Mean of the worst 5 %: of the highest costs, of the lowest savings.
    pub conditional_value_at_risk: f64,
    /// Standard error of that mean.
    pub conditional_value_at_risk_error: f64,
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

/// A percentile that the scenario asks for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FurtherPercentile {
    /// Which one, in per cent.
    pub percent: f64,
    /// Its value.
    pub value: f64,
    /// Standard error of the value.
    pub error: f64,
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
    /// Whether more trials are to come.
    pub fn is_preview(&self) -> bool {
        self.trials < self.planned_trials && self.stopped.is_none()
    }

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
