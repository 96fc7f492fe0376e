//! One batch of trials: what a worker computes and sends back.

use super::block::{PricedStrategy, price_block};
use super::lanes::{LANES, Lanes};
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
    /// Break-even month of each trial; infinite for never.
    pub break_even: Vec<f32>,
    /// Trials in which the strategy had the least discounted cost; ties shared.
    pub cheapest: f64,
    /// Sum over the trials of each cost line, undiscounted.
    pub lines_nominal: Vec<f64>,
    /// The same, discounted.
    pub lines_present: Vec<f64>,
    /// What each event did.
    pub events: Vec<EventSums>,
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
        let totals: Vec<[Lanes; 2]> = priced.iter().map(|strategy| strategy.bill.totals()).collect();
        count_cheapest(rows, &totals);
        for ((row, strategy), totals) in rows.iter_mut().zip(&priced).zip(&totals) {
            row.add(strategy, totals);
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
        }
    }

    fn add(&mut self, strategy: &PricedStrategy, [nominal, present]: &[Lanes; 2]) {
        self.nominal.extend_from_slice(&nominal.0);
        self.present.extend_from_slice(&present.0);
        // Months to a few digits are enough, and the answer of a batch stays small.
        #[allow(clippy::cast_possible_truncation)]
        self.break_even.extend(strategy.break_even.0.iter().map(|month| *month as f32));
        let [nominal, present] = &strategy.bill.lines;
        for line in 0..CostLine::COUNT {
            self.lines_nominal[line] += nominal[line].sum();
            self.lines_present[line] += present[line].sum();
        }
        for (sums, tally) in self.events.iter_mut().zip(&strategy.bill.events) {
            sums.trials += tally.count.map(|count| if count > 0.0 { 1.0 } else { 0.0 }).sum();
            sums.count += tally.count.sum();
            sums.nominal += tally.cost[0].sum();
            sums.present += tally.cost[1].sum();
            sums.capped += tally.capped.sum();
            sums.cap += tally.cap.sum();
        }
    }
}

/// Shares each trial among the strategies with the least discounted cost.
fn count_cheapest(rows: &mut [BatchRow], totals: &[[Lanes; 2]]) {
    for lane in 0..LANES {
        let cost = |[_, present]: &[Lanes; 2]| present.0[lane];
        let least = totals.iter().map(cost).fold(f64::INFINITY, f64::min);
        let is_least = |total: &[Lanes; 2]| cost(total).total_cmp(&least).is_eq();
        let share = 1.0 / totals.iter().filter(|total| is_least(total)).count().max(1) as f64;
        for (row, total) in rows.iter_mut().zip(totals) {
            if is_least(total) {
                row.cheapest += share;
            }
        }
    }
}
