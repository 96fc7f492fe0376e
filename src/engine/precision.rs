//! When a run is over: with its last trial, or before it, as soon as one figure is known well enough.
//!
//! A run with a precision is looked at after certain numbers of trials only, its checkpoints: after 2,048, each time they have
//! doubled, and after the last. There its figure is that of exactly the trials up to there, merged in order. So where a run
//! ends does not depend on who computed what, and looking again and again costs next to nothing.

use super::accumulate::{Accumulator, Row};
use super::allocation::Allocation;
use super::plan::BATCH_TRIALS;
use super::sections::{NORMAL, Sections, batch_sums, error_of_mean};
use crate::model::{Scenario, StopFigure, StrategyId};
use serde::Serialize;

/// Batches before the first checkpoint, 2,048 trials: eight sections, below which an error is hardly more than a guess.
const FIRST_CHECKPOINT: u32 = 2_048 / BATCH_TRIALS;

/// How a run whose scenario states a precision ended.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stopped {
    /// Which figure had to be known.
    pub figure: StopFigure,
    /// Which percentile of the saving it is, in per cent, 1..99; `None` for a figure that is none.
    pub percentile: Option<f64>,
    /// Whose saving it is a figure of.
    pub strategy: StrategyId,
    /// The figure: money, as present value, or a chance, 0..1.
    pub value: f64,
    /// How well it had to be known: half the width of an interval that holds the truth in 95 of 100 runs, in its unit. Above 0.
    pub within: f64,
    /// How well it is known: 1.96 of its standard errors. At least 0.
    pub half_width: f64,
    /// Whether that is enough; if not, the run ended because it had no more trials.
    pub reached: bool,
    /// Trials after which the run ended.
    pub trials: u32,
}

/// What a plan holds of a precision.
#[derive(Clone, Debug, PartialEq)]
pub struct Precision {
    figure: StopFigure,
    /// Per cent; 0 where the figure is none.
    percentile: f64,
    /// Position of the strategy in the plan; `None` for the best at each checkpoint.
    row: Option<usize>,
    within: f64,
    /// Batches of the whole run.
    batches: u32,
    ids: Vec<StrategyId>,
}

impl Precision {
    /// The precision of a checked scenario for a run of so many batches. `None` if it states none, and where no saving is left
    /// to be known: every strategy, or the one that is named, allocates as in-house does.
    pub(super) fn new(scenario: &Scenario, allocation: &Allocation, batches: u32) -> Option<Self> {
        let stop = scenario.run.stop.as_ref()?;
        let ids: Vec<StrategyId> = allocation.strategies.iter().map(|strategy| strategy.id.clone()).collect();
        let row = match &stop.strategy {
            None => None,
            Some(id) => {
                let same = allocation.left_out.iter().find(|left| left.strategy == *id).map(|left| &left.same_as);
                Some(ids.iter().position(|kept| kept == same.unwrap_or(id))?)
            }
        };
        let has_saving = row.map_or(ids.len() > 1, |row| row > 0);
        let percentile = stop.percentile.unwrap_or(0.0);
        has_saving.then_some(Self { figure: stop.figure, percentile, row, within: stop.within, batches, ids })
    }

    /// The first checkpoint after so many batches, in batches; that of the whole run once they are all there.
    pub fn next_checkpoint(&self, batches: u32) -> u32 {
        (batches + 1).next_power_of_two().max(FIRST_CHECKPOINT).min(self.batches)
    }

    fn is_checkpoint(&self, batches: u32) -> bool {
        batches == self.batches || (batches >= FIRST_CHECKPOINT && batches.is_power_of_two())
    }

    /// How the run ends with the batches that are merged; `None` while it goes on.
    pub fn stopped(&self, accumulator: &Accumulator) -> Option<Stopped> {
        if !self.is_checkpoint(accumulator.batches) {
            return None;
        }
        let index = self.row.or_else(|| best_alternative(accumulator))?;
        let (value, error) = self.measure(accumulator.rows.get(index)?, accumulator.trials());
        let half_width = NORMAL * error;
        let reached = half_width <= self.within;
        (reached || accumulator.batches == self.batches).then(|| Stopped {
            figure: self.figure,
            percentile: (self.figure == StopFigure::Percentile).then_some(self.percentile),
            strategy: self.ids[index].clone(),
            value,
            within: self.within,
            half_width,
            reached,
            trials: accumulator.trials(),
        })
    }

    /// The figure of a strategy and its standard error, both as the summary has them.
    fn measure(&self, row: &Row, trials: u32) -> (f64, f64) {
        let saving = &row.saving_present;
        let in_order = saving.samples.in_order();
        match self.figure {
            StopFigure::MeanSaving => {
                let mean = saving.moments.mean;
                (mean, error_of_mean(mean, &batch_sums(in_order, |saving| saving), trials))
            }
            StopFigure::Percentile => {
                let share = self.percentile / 100.0;
                let value = saving.samples.sorted().quantile(share);
                (value, Sections::new(in_order, trials).error(value, |section| section.quantile(share)))
            }
            StopFigure::Chance => {
                let chance = f64::from(row.positive) / f64::from(trials);
                let sums = batch_sums(in_order, |saving| if saving > 0.0 { 1.0 } else { 0.0 });
                (chance, error_of_mean(chance, &sums, trials))
            }
        }
    }
}

/// The strategy with the least mean present value that is not in-house; of equal ones the first.
fn best_alternative(accumulator: &Accumulator) -> Option<usize> {
    let mean = |index: &usize| accumulator.rows[*index].present.moments.mean;
    (1..accumulator.rows.len()).min_by(|one, other| mean(one).total_cmp(&mean(other)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Batch, Plan};
    use crate::model::Stop;
    use crate::model::presets::PRESETS;

    fn scenario(stop: Stop, batches: u32) -> Scenario {
        let mut scenario = PRESETS[3].scenario().unwrap();
        scenario.run.trials = batches * BATCH_TRIALS;
        scenario.run.stop = Some(stop);
        scenario
    }

    fn precision(stop: Stop, batches: u32) -> Precision {
        Plan::new(&scenario(stop, batches)).unwrap().precision.unwrap()
    }

    fn mean_within(within: f64) -> Stop {
        Stop { figure: StopFigure::MeanSaving, percentile: None, strategy: None, within }
    }

    #[test]
    fn a_run_is_looked_at_after_2048_trials_each_doubling_and_the_last() {
        for (batches, checkpoints) in
            [(4, vec![4]), (8, vec![8]), (40, vec![8, 16, 32, 40]), (64, vec![8, 16, 32, 64]), (9, vec![8, 9])]
        {
            let precision = precision(mean_within(1.0), batches);
            let looked_at: Vec<u32> = (1..=batches).filter(|batch| precision.is_checkpoint(*batch)).collect();
            assert_eq!(looked_at, checkpoints);
            for merged in 0..batches {
                let next = checkpoints.iter().find(|checkpoint| **checkpoint > merged);
                assert_eq!(precision.next_checkpoint(merged), *next.unwrap(), "{merged} of {batches}");
            }
        }
    }

    #[test]
    fn the_best_alternative_is_the_cheapest_that_is_not_in_house() {
        let plan = Plan::new(&scenario(mean_within(1.0), 8)).unwrap();
        let mut accumulator = Accumulator::new(&plan);
        accumulator.merge(&Batch::compute(&plan, 0));
        let cheapest = |accumulator: &Accumulator| best_alternative(accumulator).unwrap();
        assert!(cheapest(&accumulator) > 0);
        accumulator.rows[0].present.moments.mean = -1.0;
        accumulator.rows[2].present.moments.mean = 0.0;
        assert_eq!(cheapest(&accumulator), 2);
        accumulator.rows[1].present.moments.mean = 0.0;
        assert_eq!(cheapest(&accumulator), 1, "of equal ones the first");
    }

    #[test]
    fn what_saves_nothing_by_its_nature_ends_no_run() {
        let mut alone = scenario(mean_within(1.0), 8);
        alone.strategies.clear();
        assert_eq!(Plan::new(&alone).unwrap().precision, None);
        // Nothing is marked, so that function-specific outsourcing moves nothing.
        let mut unmarked = scenario(mean_within(1.0), 8);
        unmarked.functions.iter_mut().for_each(|function| function.outsource = false);
        unmarked.run.stop.as_mut().unwrap().strategy = Some("function_specific_onshore".to_owned());
        assert_eq!(Plan::new(&unmarked).unwrap().precision, None);
    }

    #[test]
    fn a_strategy_that_equals_another_ends_the_run_as_that_one() {
        let mut twins = scenario(mean_within(1.0), 8);
        twins.functions.iter_mut().for_each(|function| function.outsource = true);
        twins.run.stop.as_mut().unwrap().strategy = Some("function_specific_offshore".to_owned());
        let precision = Plan::new(&twins).unwrap().precision.unwrap();
        assert_eq!(precision.ids[precision.row.unwrap()], "complete_offshore");
    }
}
