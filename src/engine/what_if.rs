//! What if: the same futures with one input set to a value, and the value at which another choice becomes the best.
//!
//! Re-runs with the same draws, of a few thousand trials: everything but the one input stays what it was, so the difference
//! between two values is not luck.

use super::batch::Batch;
use super::drivers::input_id::{InputId, Stated};
use super::plan::{BATCH_TRIALS, Plan};
use super::summary::Summary;
use crate::model::assumption::AssumptionKey;
use crate::model::{Assumption, Issue, Scenario, Site, StrategyId, Uncertain, catalogue, check};
use serde::Serialize;

/// Trials of each re-run, at most.
pub const TRIALS: u32 = 2_048;
/// Values at which an effect is computed.
const POINTS: u32 = 9;
/// Halvings of the step in which a choice changes.
const HALVINGS: u32 = 10;

/// What can be set to one value.
#[derive(Clone, Debug, PartialEq)]
pub enum Lever {
    /// An assumption.
    Assumption(AssumptionKey),
    /// The people of the function with this id.
    Headcount(String),
    /// The wage of the function with this id.
    Wage(String),
    /// The prices of all functions at a site, as a multiple of their likely values.
    Prices(Site),
}

/// The effect of one input.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// The input: the key of an assumption, `{function}.headcount`, `{function}.wage`, or `{site}.hourly_rate` for the multiple of
    /// all prices there.
    pub input: String,
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

impl Lever {
    /// The lever that an input is, if it is one: luck is none.
    fn of_input(input: &InputId) -> Option<Self> {
        match input {
            _ if !input.can_be_found_out() => None,
            InputId::Assumption(key) => Some(Self::Assumption(key.clone())),
            InputId::Stated(function, Stated::Headcount) => Some(Self::Headcount(function.clone())),
            InputId::Stated(function, Stated::Wage) => Some(Self::Wage(function.clone())),
            InputId::Price(site) => Some(Self::Prices(*site)),
            InputId::MovableShare(_, site) => {
                Some(Self::Assumption(AssumptionKey::site(Assumption::MovableShare, *site)))
            }
            _ => None,
        }
    }

    /// Its name in the output.
    pub fn name(&self) -> String {
        match self {
            Self::Assumption(key) => key.to_string(),
            Self::Headcount(function) => format!("{function}.headcount"),
            Self::Wage(function) => format!("{function}.wage"),
            Self::Prices(site) => format!("{}.hourly_rate", site.id()),
        }
    }

    /// The scenario with the input at `value`.
    #[must_use]
    pub fn set(&self, scenario: &Scenario, value: f64) -> Scenario {
        let mut next = scenario.clone();
        let fixed = Uncertain::Fixed(value);
        match self {
            Self::Assumption(key) => {
                next.assumptions.insert(key.to_string(), fixed);
            }
            Self::Headcount(id) => {
                next.functions
                    .iter_mut()
                    .filter(|function| function.id == *id)
                    .for_each(|it| it.headcount = Some(fixed));
            }
            Self::Wage(id) => {
                next.functions.iter_mut().filter(|function| function.id == *id).for_each(|it| it.wage = fixed);
            }
            Self::Prices(site) => {
                for function in &scenario.functions {
                    let key = AssumptionKey::function_site(Assumption::HourlyRate, &function.id, *site);
                    let price = scenario.assumption(&key).likely() * value;
                    next.assumptions.insert(key.to_string(), Uncertain::Fixed(price));
                }
            }
        }
        next
    }

    /// The values over which it is looked at: its range, and half as much again on either side, within its limits.
    fn range(&self, scenario: &Scenario) -> (f64, f64) {
        let of_function = |id: &str| scenario.function(id);
        let (stated, limits) = match self {
            Self::Assumption(key) => (scenario.assumption(key).range(), catalogue::limits(key.assumption)),
            Self::Headcount(id) => {
                let heads = of_function(id).and_then(|function| function.headcount);
                (heads.map_or((1.0, 1.0), |heads| heads.range()), check::HEADCOUNT)
            }
            Self::Wage(id) => (of_function(id).map_or((1.0, 1.0), |function| function.wage.range()), check::WAGE),
            Self::Prices(site) => {
                let ratios = scenario.functions.iter().map(|function| {
                    let key = AssumptionKey::function_site(Assumption::HourlyRate, &function.id, *site);
                    let price = scenario.assumption(&key);
                    let ((low, high), likely) = (price.range(), price.likely());
                    if likely > 0.0 { (low / likely, high / likely) } else { (1.0, 1.0) }
                });
                let widest =
                    ratios.fold((1.0_f64, 1.0_f64), |(low, high), ratio| (low.min(ratio.0), high.max(ratio.1)));
                (widest, (0.0, 100.0))
            }
        };
        let (low, high) = stated;
        // What is known is looked at from half of it to twice as much.
        let (low, high) = if high > low { (low, high) } else { (low * 0.75, high * 1.5) };
        let more = 0.5 * (high - low);
        ((low - more).clamp(limits.0, limits.1), (high + more).clamp(limits.0, limits.1))
    }
}

/// The effects of the inputs that move the best alternative to in-house most and can be found out, `count` at most.
///
/// # Errors
/// Everything that is wrong with the scenario.
pub fn strongest(scenario: &Scenario, summary: &Summary, count: usize) -> Result<Vec<Effect>, Vec<Issue>> {
    let alternative = summary.ranked().into_iter().find(|strategy| strategy.saving.is_some());
    let Some(alternative) = alternative else { return Ok(Vec::new()) };
    let mut swings: Vec<(f64, Lever)> = Vec::new();
    for driver in &summary.drivers.inputs {
        let effect = driver.effects.iter().find(|effect| effect.strategy == alternative.strategy);
        if let (Some(effect), Some(lever)) = (effect, Lever::of_input(&driver.input)) {
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
    levers.iter().map(|lever| effect(scenario, lever)).collect()
}

/// What one input does over its range, and where another strategy becomes the best.
///
/// # Errors
/// Everything that is wrong with the scenario at one of the values.
pub fn effect(scenario: &Scenario, lever: &Lever) -> Result<Effect, Vec<Issue>> {
    let (low, high) = lever.range(scenario);
    let step = (high - low) / f64::from(POINTS - 1);
    let points: Vec<EffectPoint> = (0..POINTS)
        .map(|point| at(scenario, lever, if point + 1 == POINTS { high } else { low + step * f64::from(point) }))
        .collect::<Result<_, _>>()?;
    let mut flips = Vec::new();
    for pair in points.windows(2) {
        let [below, above] = pair else { continue };
        if below.best != above.best {
            flips.push(flip(scenario, lever, below, above)?);
        }
    }
    Ok(Effect { input: lever.name(), points, flips })
}

/// The point between two others at which the lower one's best strategy ceases to be the best.
fn flip(scenario: &Scenario, lever: &Lever, below: &EffectPoint, above: &EffectPoint) -> Result<Flip, Vec<Issue>> {
    let (mut near, mut far) = (below.value, above.value);
    let mut next = above.best.clone();
    for _ in 0..HALVINGS {
        let middle = at(scenario, lever, 0.5 * (near + far))?;
        if middle.best == below.best {
            near = middle.value;
        } else {
            far = middle.value;
            next = middle.best;
        }
    }
    Ok(Flip { value: 0.5 * (near + far), below: below.best.clone(), above: next })
}

/// What happens with the input at `value`.
///
/// # Errors
/// Everything that is wrong with the scenario then.
pub fn at(scenario: &Scenario, lever: &Lever, value: f64) -> Result<EffectPoint, Vec<Issue>> {
    let plan = Plan::new(&lever.set(scenario, value))?;
    let count = plan.strategies.len();
    let (mut costs, mut wins) = (vec![0.0; count], vec![0.0; count]);
    let batches = plan.batches.min(TRIALS / BATCH_TRIALS);
    for index in 0..batches {
        let batch = Batch::compute(&plan, index);
        let Some(home) = batch.rows.first() else { continue };
        for ((row, cost), won) in batch.rows.iter().zip(&mut costs).zip(&mut wins) {
            *cost += row.present.iter().sum::<f64>();
            *won += home.present.iter().zip(&row.present).filter(|(home, own)| home > own).count() as f64;
        }
    }
    let trials = f64::from(batches * BATCH_TRIALS);
    let best = (0..count).fold(0, |best, next| if costs[next] < costs[best] { next } else { best });
    Ok(EffectPoint {
        value,
        best: plan.strategies[best].id.clone(),
        strategies: (1..count)
            .map(|strategy| EffectOnStrategy {
                strategy: plan.strategies[strategy].id.clone(),
                mean_saving: (costs[0] - costs[strategy]) / trials,
                chance_positive: wins[strategy] / trials,
            })
            .collect(),
    })
}
