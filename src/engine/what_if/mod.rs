//! What if: the same futures with one input set to a value, and the value at which another choice becomes the best.
//!
//! Re-runs with the same draws, of a few thousand trials: everything but the one input stays what it was, so the difference
//! between two values is not luck. Which re-run comes when is `runner::search`'s business.

mod lever;

pub use lever::{Lever, Span};

use super::batch::Batch;
use super::plan::BATCH_TRIALS;
use super::summary::Summary;
use crate::model::{Scenario, StrategyId};
use serde::{Deserialize, Serialize};

/// Trials of each re-run, at most.
pub const TRIALS: u32 = 2_048;
/// Batches of each re-run, at most.
pub const BATCHES: u32 = TRIALS / BATCH_TRIALS;
/// Values at which an effect is computed.
pub const POINTS: u32 = 9;
/// Halvings of the step in which a choice changes.
pub const HALVINGS: u32 = 10;

/// The effect of one input.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// The input. Written as the key of an assumption, `{function}.headcount`, `{function}.wage`, or `{site}.hourly_rate` for the
    /// multiple of all prices there.
    #[serde(rename = "input")]
    pub lever: Lever,
    /// What is stated of it: the low end, the likely value, the high end.
    pub stated: [f64; 3],
    /// What happens at each of some values, rising.
    pub points: Vec<EffectPoint>,
    /// Where another strategy becomes the best, rising.
    pub flips: Vec<Flip>,
}

/// What happens at one value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EffectPoint {
    /// The value.
    pub value: f64,
    /// The strategy with the least mean present value.
    pub best: StrategyId,
    /// The strategies other than in-house.
    pub strategies: Vec<EffectOnStrategy>,
}

/// What one strategy saves at a value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EffectOnStrategy {
    /// Which strategy.
    pub strategy: StrategyId,
    /// Mean saving as present value.
    pub mean_saving: f64,
    /// Chance that it is above 0. 0..1.
    pub chance_positive: f64,
}

/// A value at which another strategy becomes the best.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Flip {
    /// The value.
    pub value: f64,
    /// The best strategy below it.
    pub below: StrategyId,
    /// The best strategy above it.
    pub above: StrategyId,
}

/// The inputs that move the best alternative to in-house most and can be found out, `count` at most, the strongest first.
pub fn strongest(scenario: &Scenario, summary: &Summary, count: usize) -> Vec<Lever> {
    let alternative = summary.ranked().into_iter().find(|strategy| strategy.saving.is_some());
    let Some(alternative) = alternative else { return Vec::new() };
    let mut swings: Vec<(f64, Lever)> = Vec::new();
    for driver in &summary.drivers.inputs {
        let effect = driver.effects.iter().find(|effect| effect.strategy == alternative.strategy);
        if let (Some(effect), Some(lever)) = (effect, Lever::of_input(&driver.input, scenario)) {
            swings.push(((effect.mean_high - effect.mean_low).abs(), lever));
        }
    }
    swings.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut levers: Vec<Lever> = Vec::new();
    for (_, lever) in swings {
        // A share that several functions draw from one range is one lever.
        if !levers.contains(&lever) && levers.len() < count {
            levers.push(lever);
        }
    }
    levers
}

/// What one batch says of the strategies at one value, in the plan's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Sum over the trials of the discounted cost.
    pub costs: Vec<f64>,
    /// Trials in which it costs less than in-house.
    pub wins: Vec<f64>,
}

impl Outcome {
    /// What a batch says.
    pub fn of(batch: &Batch) -> Self {
        let home = batch.rows.first().map_or(&[][..], |row| &row.present);
        let wins = |present: &[f64]| home.iter().zip(present).filter(|(home, own)| home > own).count() as f64;
        Self {
            costs: batch.rows.iter().map(|row| row.present.iter().sum()).collect(),
            wins: batch.rows.iter().map(|row| wins(&row.present)).collect(),
        }
    }
}

impl EffectPoint {
    /// What the outcomes of all batches, in their order, say of `strategies`, in-house first.
    pub fn new(value: f64, strategies: &[StrategyId], outcomes: &[Outcome]) -> Self {
        let trials = outcomes.len() as f64 * f64::from(BATCH_TRIALS);
        let sum = |of: fn(&Outcome) -> &[f64], strategy: usize| -> f64 {
            outcomes.iter().filter_map(|outcome| of(outcome).get(strategy)).sum()
        };
        let cost = |strategy: usize| sum(|outcome| &outcome.costs, strategy);
        let best = (0..strategies.len()).fold(0, |best, next| if cost(next) < cost(best) { next } else { best });
        Self {
            value,
            best: strategies.get(best).cloned().unwrap_or_default(),
            strategies: strategies
                .iter()
                .enumerate()
                .skip(1)
                .map(|(index, strategy)| EffectOnStrategy {
                    strategy: strategy.clone(),
                    mean_saving: (cost(0) - cost(index)) / trials,
                    chance_positive: sum(|outcome| &outcome.wins, index) / trials,
                })
                .collect(),
        }
    }
}

impl Effect {
    /// Whether another choice becomes the best at a value between the ends that are stated.
    pub fn flips_within_what_is_stated(&self) -> bool {
        let [low, _, high] = self.stated;
        self.flips.iter().any(|flip| low < flip.value && flip.value < high)
    }

    /// The scenarios that an effect is made of: `lever` at a value.
    pub fn scenario(lever: &Lever, scenario: &Scenario, value: f64) -> Scenario {
        let mut next = lever.set(scenario, value);
        next.run.trials = next.run.trials.min(TRIALS);
        next
    }
}
