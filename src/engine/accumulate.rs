//! Batches merged in the order of their indices. Addition of floating-point numbers depends on the order, so it is fixed.

use super::batch::{Batch, BatchRow, EventSums};
use super::over_time::FOLLOWED;
use super::plan::{BATCH_TRIALS, Plan};
use super::samples::{FIRST_KEPT, Samples};
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
    /// Discounted cost above that of the cheapest strategy of each trial.
    pub regret: Moments,
    /// Sums of what has no values kept, batch by batch, of the first [`FIRST_BATCHES`].
    pub by_batch: ByBatch,
    /// Sum of each cost line, undiscounted.
    pub lines_nominal: [f64; CostLine::COUNT],
    /// Sum of each cost line, discounted.
    pub lines_present: [f64; CostLine::COUNT],
    /// What each event did.
    pub events: [EventSums; RiskEvent::ALL.len()],
    /// Sum of each month's cost, undiscounted.
    pub months: Vec<f64>,
    /// Sum of each line in each year, undiscounted, year after year.
    pub lines_by_year: Vec<f64>,
    /// For each year but the last, the undiscounted cost up to its end, of the trials that are followed, in order.
    pub year_ends: Vec<Vec<f64>>,
}

/// Batches whose sums are kept: as many as the values that are kept in order in every run.
const FIRST_BATCHES: usize = FIRST_KEPT / BATCH_TRIALS as usize;

/// Sums over the trials of each batch.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ByBatch {
    /// Trials in which the strategy was the cheapest.
    pub cheapest: Vec<f64>,
    /// Regret.
    pub regret: Vec<f64>,
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
}

impl Amount {
    fn extend(&mut self, values: &[f64]) {
        self.moments.merge(Moments::of(values));
        self.samples.extend(values.iter().copied());
    }
}

impl Accumulator {
    /// Nothing merged yet.
    pub fn new(plan: &Plan) -> Self {
        Self { batches: 0, rows: plan.strategies.iter().map(|_| Row::new(plan)).collect() }
    }

    /// Merges the next batch. The caller sees to it that batches come in the order of their indices (`runner::schedule`).
    pub fn merge(&mut self, batch: &Batch) {
        debug_assert_eq!(batch.index, self.batches, "batches merge in order");
        let Some(home) = batch.rows.first() else { return };
        let least = least_costs(batch);
        for (row, next) in self.rows.iter_mut().zip(&batch.rows) {
            row.merge(next, home, &least);
        }
        self.batches += 1;
    }

    /// Trials merged.
    pub fn trials(&self) -> u32 {
        self.batches * BATCH_TRIALS
    }
}

impl Row {
    fn new(plan: &Plan) -> Self {
        let samples = || {
            let may_stop = plan.precision.is_some();
            let room = if may_stop { Samples::of_run_that_may_stop } else { Samples::of_run };
            room(plan.trials())
        };
        let amount = || Amount { samples: samples(), moments: Moments::default() };
        Self {
            nominal: amount(),
            present: amount(),
            saving_nominal: amount(),
            saving_present: amount(),
            positive: 0,
            break_even: samples(),
            never: 0,
            cheapest: 0.0,
            regret: Moments::default(),
            by_batch: ByBatch::default(),
            lines_nominal: [0.0; CostLine::COUNT],
            lines_present: [0.0; CostLine::COUNT],
            events: [EventSums::default(); RiskEvent::ALL.len()],
            months: vec![0.0; plan.horizon_months],
            lines_by_year: vec![0.0; plan.years() * CostLine::COUNT],
            year_ends: vec![Vec::new(); plan.years() - 1],
        }
    }

    /// `least` is the discounted cost of the cheapest strategy of each trial.
    fn merge(&mut self, next: &BatchRow, home: &BatchRow, least: &[f64]) {
        let difference = |one: &[f64], other: &[f64]| -> Vec<f64> {
            one.iter().zip(other).map(|(one, other)| one - other).collect()
        };
        let saving_present = difference(&home.present, &next.present);
        self.nominal.extend(&next.nominal);
        self.present.extend(&next.present);
        self.saving_nominal.extend(&difference(&home.nominal, &next.nominal));
        self.saving_present.extend(&saving_present);
        self.positive += count(saving_present.iter(), |saving| **saving > 0.0);
        self.never += count(next.break_even.iter(), |month| month.is_infinite());
        self.break_even.extend(next.break_even.iter().map(|month| f64::from(*month)));
        self.cheapest += next.cheapest;
        let regret = difference(&next.present, least);
        if self.by_batch.regret.len() < FIRST_BATCHES {
            self.by_batch.regret.push(regret.iter().sum());
            self.by_batch.cheapest.push(next.cheapest);
        }
        self.regret.merge(Moments::of(&regret));
        let lines = self.lines_nominal.iter_mut().zip(&next.lines_nominal);
        for (sum, part) in lines.chain(self.lines_present.iter_mut().zip(&next.lines_present)) {
            *sum += part;
        }
        let over_time = self.months.iter_mut().zip(&next.months);
        for (sum, part) in over_time.chain(self.lines_by_year.iter_mut().zip(&next.lines_by_year)) {
            *sum += f64::from(*part);
        }
        for (kept, part) in self.year_ends.iter_mut().zip(next.year_ends.chunks(FOLLOWED)) {
            kept.extend(part.iter().map(|cost| f64::from(*cost)));
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

/// Discounted cost of the cheapest strategy in each trial of a batch.
fn least_costs(batch: &Batch) -> Vec<f64> {
    let mut rows = batch.rows.iter();
    let mut least = rows.next().map(|row| row.present.clone()).unwrap_or_default();
    for row in rows {
        for (least, cost) in least.iter_mut().zip(&row.present) {
            *least = least.min(*cost);
        }
    }
    least
}

fn count<T>(values: impl Iterator<Item = T>, wanted: impl Fn(&T) -> bool) -> u32 {
    // A batch has 256 trials.
    u32::try_from(values.filter(wanted).count()).unwrap_or(u32::MAX)
}
