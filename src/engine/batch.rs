//! One batch of trials: what a worker computes and sends back.

use super::block::{PricedStrategy, price_block};
use super::lanes::LANES;
use super::over_time::{FOLLOWED, FOLLOWED_BATCHES};
use super::plan::{BATCH_TRIALS, BLOCK_TRIALS, Plan};
use crate::model::{CostLine, RiskEvent};
use serde::{Deserialize, Serialize};

/// The outcomes of one batch, strategy by strategy in the plan's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// Which batch: trials `index` x [`BATCH_TRIALS`] and on.
    pub index: u32,
    /// The strategies.
    pub rows: Vec<BatchRow>,
}

/// The outcomes of one strategy in a batch.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchRow {
    /// Undiscounted total cost of each trial.
    pub nominal: Vec<f64>,
    /// Discounted total cost of each trial.
    pub present: Vec<f64>,
    /// Break-even month of each trial; infinite for never. Empty for in-house.
    pub break_even: Vec<f32>,
    /// Trials in which the strategy had the least discounted cost; ties shared.
    pub cheapest: f64,
    /// Sum over the trials of each cost line, undiscounted.
    pub lines_nominal: Vec<f64>,
    /// The same, discounted.
    pub lines_present: Vec<f64>,
    /// What each event did.
    pub events: Vec<EventSums>,
    /// Sum over the trials of each month's cost, undiscounted.
    pub months: Vec<f32>,
    /// Sum over the trials of each line in each year, undiscounted: the lines of the first year, then of the second, ...
    pub lines_by_year: Vec<f32>,
    /// Undiscounted cost from the decision to the end of each year but the last, of the first [`FOLLOWED`] trials: those of the
    /// first year, then of the second, ... Empty from batch [`FOLLOWED_BATCHES`] on.
    pub year_ends: Vec<f32>,
}

/// Sums over trials for one kind of event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventSums {
    /// Trials in which it happened at least once.
    pub trials: f64,
    /// How often it happened.
    pub count: f64,
    /// What it cost, undiscounted.
    pub nominal: f64,
    /// What it cost, discounted.
    pub present: f64,
    /// How often it would have cost more without its cap.
    pub capped: f64,
    /// That cap, summed over the trials; 0 where there is none.
    pub cap: f64,
}

impl Batch {
    /// Computes a batch. The answer depends on the plan and the index alone.
    pub fn compute(plan: &Plan, index: u32) -> Self {
        let mut unfinished = BatchInProgress::new(plan, index);
        loop {
            match unfinished.step(plan) {
                Ok(batch) => return batch,
                Err(rest) => unfinished = rest,
            }
        }
    }
}

/// A batch computed block by block, where a page computes by itself and must not freeze.
#[derive(Clone, Debug)]
pub struct BatchInProgress {
    batch: Batch,
    blocks: u32,
}

impl BatchInProgress {
    /// Nothing computed yet.
    pub fn new(plan: &Plan, index: u32) -> Self {
        let rows = plan.strategies.iter().map(|_| BatchRow::with_capacity()).collect();
        Self { batch: Batch { index, rows }, blocks: 0 }
    }

    /// Computes the next block.
    ///
    /// # Errors
    /// Itself, while there are more blocks to compute.
    pub fn step(mut self, plan: &Plan) -> Result<Batch, Self> {
        let rows = &mut self.batch.rows;
        let priced = price_block(plan, self.batch.index * BATCH_TRIALS + self.blocks * BLOCK_TRIALS);
        count_cheapest(rows, &priced);
        for (row, strategy) in rows.iter_mut().zip(&priced) {
            row.add(strategy);
            if self.blocks == 0 && self.batch.index < FOLLOWED_BATCHES {
                row.follow(strategy);
            }
        }
        // In-house has nothing to pay back, and zeros take as much room as months.
        if let Some(in_house) = rows.first_mut() {
            in_house.break_even.clear();
        }
        self.blocks += 1;
        if self.blocks < BATCH_TRIALS / BLOCK_TRIALS { Err(self) } else { Ok(self.batch) }
    }
}

impl BatchRow {
    fn with_capacity() -> Self {
        let trials = BATCH_TRIALS as usize;
        Self {
            nominal: Vec::with_capacity(trials),
            present: Vec::with_capacity(trials),
            break_even: Vec::with_capacity(trials),
            cheapest: 0.0,
            lines_nominal: vec![0.0; CostLine::COUNT],
            lines_present: vec![0.0; CostLine::COUNT],
            events: vec![EventSums::default(); RiskEvent::ALL.len()],
            ..Self::default()
        }
    }

    fn add(&mut self, strategy: &PricedStrategy) {
        let [nominal, present] = &strategy.over_time.totals;
        self.nominal.extend_from_slice(&nominal.0);
        self.present.extend_from_slice(&present.0);
        // Months to a few digits are enough, and the answer of a batch stays small.
        #[allow(clippy::cast_possible_truncation)]
        self.break_even.extend(strategy.break_even.0.iter().map(|month| *month as f32));
        add_rounded(&mut self.months, &strategy.over_time.months);
        add_rounded(&mut self.lines_by_year, strategy.over_time.lines.as_flattened());
        let [nominal, present] = &strategy.lines;
        for line in 0..CostLine::COUNT {
            self.lines_nominal[line] += nominal[line];
            self.lines_present[line] += present[line];
        }
        for (sums, tally) in self.events.iter_mut().zip(&strategy.events) {
            sums.trials += tally.count.iter().filter(|count| **count > 0).count() as f64;
            sums.count += f64::from(tally.count.iter().sum::<u32>());
            sums.nominal += tally.cost[0];
            sums.present += tally.cost[1];
            sums.capped += tally.capped;
            sums.cap += tally.cap;
        }
    }
}

impl BatchRow {
    /// Keeps the ends of the years of the first trials.
    // As with months, seven digits are enough.
    #[allow(clippy::cast_possible_truncation)]
    fn follow(&mut self, strategy: &PricedStrategy) {
        let ends = &strategy.over_time.year_ends;
        for end in &ends[..ends.len().saturating_sub(1)] {
            self.year_ends.extend(end.0.iter().take(FOLLOWED).map(|cost| *cost as f32));
        }
    }
}

/// Adds sums of a block to those of the blocks before it. Means of months and years are for charts: seven digits are enough,
/// and the answer of a batch stays small.
#[allow(clippy::cast_possible_truncation)]
fn add_rounded(sums: &mut Vec<f32>, next: &[f64]) {
    if sums.is_empty() {
        sums.resize(next.len(), 0.0);
    }
    for (sum, next) in sums.iter_mut().zip(next) {
        *sum = (f64::from(*sum) + next) as f32;
    }
}

/// Shares each trial among the strategies with the least discounted cost.
fn count_cheapest(rows: &mut [BatchRow], priced: &[PricedStrategy]) {
    for lane in 0..LANES {
        let cost = |strategy: &PricedStrategy| strategy.over_time.totals[1].0[lane];
        let least = priced.iter().map(cost).fold(f64::INFINITY, f64::min);
        let is_least = |strategy: &PricedStrategy| cost(strategy).total_cmp(&least).is_eq();
        let share = 1.0 / priced.iter().filter(|strategy| is_least(strategy)).count().max(1) as f64;
        for (row, strategy) in rows.iter_mut().zip(priced) {
            if is_least(strategy) {
                row.cheapest += share;
            }
        }
    }
}
