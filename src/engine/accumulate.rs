//! Batches merged in the order of their indices. Addition of floating-point numbers depends on the order, so it is fixed.

use super::batch::{Batch, BatchRow, EventSums};
use super::plan::{BATCH_TRIALS, Plan};
use super::samples::Samples;
use crate::model::{CostLine, RiskEvent};

/// Everything that is known after the first so many batches of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Accumulator {
    /// Batches merged.
    pub batches: u32,
    /// The strategies, in the plan's order; the first is in-house.
    pub rows: Vec<Row>,
}

/// What is known about one strategy.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Undiscounted cost.
    pub nominal: Amount,
    /// Discounted cost.
    pub present: Amount,
    /// Undiscounted saving against in-house.
    pub saving_nominal: Amount,
    /// Discounted saving against in-house.
    pub saving_present: Amount,
    /// Trials with a discounted saving above 0.
    pub positive: u32,
    /// Break-even months; infinite for never.
    pub break_even: Samples,
    /// Trials that never break even.
    pub never: u32,
    /// Trials in which the strategy was the cheapest; ties shared.
    pub cheapest: f64,
    /// Sum of each cost line, undiscounted.
    pub lines_nominal: [f64; CostLine::COUNT],
    /// Sum of each cost line, discounted.
    pub lines_present: [f64; CostLine::COUNT],
    /// What each event did.
    pub events: [EventSums; RiskEvent::ALL.len()],
}

/// The values of one amount and their moments.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// The values.
    pub samples: Samples,
    /// Count, mean and sum of squared deviations.
    pub moments: Moments,
}

/// Count, mean and sum of squared deviations, merged by the formulas of Chan, Golub and `LeVeque` (1979).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    /// Values.
    pub count: f64,
    /// Their mean.
    pub mean: f64,
    /// Sum of their squared deviations from the mean.
    pub squares: f64,
}

impl Moments {
    fn of(values: &[f64]) -> Self {
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        Self { count, mean, squares: values.iter().map(|value| (value - mean) * (value - mean)).sum() }
    }

    fn merge(&mut self, next: Self) {
        let count = self.count + next.count;
        let apart = next.mean - self.mean;
        self.mean += apart * next.count / count;
        self.squares += next.squares + apart * apart * self.count * next.count / count;
        self.count = count;
    }

    /// Standard deviation (with n - 1).
    pub fn standard_deviation(&self) -> f64 {
        if self.count > 1.0 { (self.squares / (self.count - 1.0)).sqrt() } else { 0.0 }
    }

    /// Standard error of the mean.
    pub fn standard_error(&self) -> f64 {
        if self.count > 0.0 { self.standard_deviation() / self.count.sqrt() } else { 0.0 }
    }
}

impl Amount {
    fn of_run(trials: u32) -> Self {
        Self { samples: Samples::of_run(trials), moments: Moments::default() }
    }

    fn extend(&mut self, values: &[f64]) {
        self.moments.merge(Moments::of(values));
        self.samples.extend(values.iter().copied());
    }
}

impl Accumulator {
    /// Nothing merged yet.
    pub fn new(plan: &Plan) -> Self {
        Self { batches: 0, rows: plan.strategies.iter().map(|_| Row::new(plan.trials())).collect() }
    }

    /// Merges the next batch. The caller sees to it that batches come in the order of their indices (`runner::schedule`).
    pub fn merge(&mut self, batch: &Batch) {
        debug_assert_eq!(batch.index, self.batches, "batches merge in order");
        let Some(home) = batch.rows.first() else { return };
        for (row, next) in self.rows.iter_mut().zip(&batch.rows) {
            row.merge(next, home);
        }
        self.batches += 1;
    }

    /// Trials merged.
    pub fn trials(&self) -> u32 {
        self.batches * BATCH_TRIALS
    }
}

impl Row {
    /// Of a run of so many trials.
    fn new(trials: u32) -> Self {
        Self {
            nominal: Amount::of_run(trials),
            present: Amount::of_run(trials),
            saving_nominal: Amount::of_run(trials),
            saving_present: Amount::of_run(trials),
            positive: 0,
            break_even: Samples::of_run(trials),
            never: 0,
            cheapest: 0.0,
            lines_nominal: [0.0; CostLine::COUNT],
            lines_present: [0.0; CostLine::COUNT],
            events: [EventSums::default(); RiskEvent::ALL.len()],
        }
    }

    fn merge(&mut self, next: &BatchRow, home: &BatchRow) {
        let saving =
            |home: &[f64], own: &[f64]| -> Vec<f64> { home.iter().zip(own).map(|(home, own)| home - own).collect() };
        let saving_present = saving(&home.present, &next.present);
        self.nominal.extend(&next.nominal);
        self.present.extend(&next.present);
        self.saving_nominal.extend(&saving(&home.nominal, &next.nominal));
        self.saving_present.extend(&saving_present);
        self.positive += count(saving_present.iter(), |saving| **saving > 0.0);
        self.never += count(next.break_even.iter(), |month| month.is_infinite());
        self.break_even.extend(next.break_even.iter().map(|month| f64::from(*month)));
        self.cheapest += next.cheapest;
        let lines = self.lines_nominal.iter_mut().zip(&next.lines_nominal);
        for (sum, part) in lines.chain(self.lines_present.iter_mut().zip(&next.lines_present)) {
            *sum += part;
        }
        for (sums, part) in self.events.iter_mut().zip(&next.events) {
            sums.trials += part.trials;
            sums.count += part.count;
            sums.nominal += part.nominal;
            sums.present += part.present;
            sums.capped += part.capped;
            sums.cap += part.cap;
        }
    }
}

fn count<T>(values: impl Iterator<Item = T>, wanted: impl Fn(&T) -> bool) -> u32 {
    // A batch has 256 trials.
    u32::try_from(values.filter(wanted).count()).unwrap_or(u32::MAX)
}
