//! Which batch is computed next, and in which order answers are merged.
//!
//! Answers come in any order and may never come at all. A batch whose worker died is handed out again; an answer that comes
//! early waits until those before it are merged; a second answer for the same batch is dropped.
//!
//! A run that states a precision may end at any checkpoint (see `engine::precision`). Batches beyond the next one are handed
//! out all the same, so that no worker stands idle while the last answer before it is awaited, but none beyond the one after:
//! whatever lies behind the end is dropped.

use crate::engine::precision::Precision;
use crate::engine::{Accumulator, Batch, Plan};
use std::collections::{BTreeMap, BTreeSet};

/// The state of one run.
#[derive(Debug)]
pub struct Schedule {
    /// Batches of the run: those planned, fewer once a precision has ended it.
    end: u32,
    precision: Option<Precision>,
    next: u32,
    returned: BTreeSet<u32>,
    waiting: BTreeMap<u32, Batch>,
    accumulator: Accumulator,
}

impl Schedule {
    /// A run of the batches of a plan.
    pub fn new(plan: &Plan) -> Self {
        Self {
            end: plan.batches,
            precision: plan.precision.clone(),
            next: 0,
            returned: BTreeSet::new(),
            waiting: BTreeMap::new(),
            accumulator: Accumulator::new(plan),
        }
    }

    /// The batch to hand out now; `None` when all that may be needed so far are out.
    pub fn hand_out(&mut self) -> Option<u32> {
        if let Some(index) = self.returned.pop_first() {
            return Some(index);
        }
        let index = self.next;
        (index < self.needed()).then(|| {
            self.next += 1;
            index
        })
    }

    /// Batches that may be needed, as far as can be told: up to the checkpoint after the next.
    fn needed(&self) -> u32 {
        let next = self.precision.as_ref().map(|precision| precision.next_checkpoint(self.merged()));
        next.map_or(self.end, |next| self.end.min(2 * next))
    }

    /// Takes back a batch that will not be answered, to be handed out again.
    pub fn give_back(&mut self, index: u32) {
        if index < self.next.min(self.end) && index >= self.merged() && !self.waiting.contains_key(&index) {
            self.returned.insert(index);
        }
    }

    /// Takes an answer and merges what is now in order, up to where the run ends.
    pub fn take(&mut self, batch: Batch) {
        if batch.index < self.merged() || batch.index >= self.end {
            return;
        }
        self.returned.remove(&batch.index);
        self.waiting.insert(batch.index, batch);
        while let Some(batch) = self.waiting.remove(&self.merged()) {
            self.accumulator.merge(&batch);
            let ends = |precision: &Precision| precision.stopped(&self.accumulator).is_some();
            if self.precision.as_ref().is_some_and(ends) {
                self.end_here();
            }
        }
    }

    /// Ends the run with what has been merged; whatever is still out is not needed any more.
    pub fn end_here(&mut self) {
        self.end = self.merged();
        self.waiting.clear();
        self.returned.clear();
    }

    /// Batches that have been handed out, each counted once.
    pub fn handed_out(&self) -> u32 {
        self.next
    }

    /// Batches merged.
    pub fn merged(&self) -> u32 {
        self.accumulator.batches
    }

    /// Batches answered, merged or waiting.
    pub fn answered(&self) -> u32 {
        // At most 4,096 batches.
        self.merged() + u32::try_from(self.waiting.len()).unwrap_or(u32::MAX)
    }

    /// Whether every batch of the run is merged.
    pub fn is_finished(&self) -> bool {
        self.merged() == self.end
    }

    /// What has been merged.
    pub fn accumulator(&self) -> &Accumulator {
        &self.accumulator
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::BATCH_TRIALS;
    use crate::model::presets::PRESETS;
    use crate::model::{Stop, StopFigure};

    fn plan(batches: u32) -> Plan {
        let mut scenario = PRESETS[3].scenario().unwrap();
        scenario.run.trials = batches * BATCH_TRIALS;
        Plan::new(&scenario).unwrap()
    }

    #[test]
    fn early_answers_wait_and_second_ones_are_dropped() {
        let plan = plan(4);
        let mut schedule = Schedule::new(&plan);
        assert_eq!((0..5).map(|_| schedule.hand_out()).collect::<Vec<_>>(), [Some(0), Some(1), Some(2), Some(3), None]);
        schedule.take(Batch::compute(&plan, 2));
        assert_eq!((schedule.merged(), schedule.answered()), (0, 1));
        for index in [0, 0, 2, 1] {
            schedule.take(Batch::compute(&plan, index));
        }
        assert_eq!((schedule.merged(), schedule.answered(), schedule.is_finished()), (3, 3, false));
    }

    /// A run of forty batches that stops when the average saving is known to within so much.
    fn plan_within(within: f64) -> Plan {
        let mut scenario = PRESETS[3].scenario().unwrap();
        scenario.run.trials = 40 * BATCH_TRIALS;
        scenario.run.stop = Some(Stop { figure: StopFigure::MeanSaving, percentile: None, strategy: None, within });
        Plan::new(&scenario).unwrap()
    }

    #[test]
    fn a_run_that_is_ended_keeps_what_has_been_merged() {
        let plan = plan(8);
        let mut schedule = Schedule::new(&plan);
        for _ in 0..6 {
            schedule.hand_out();
        }
        for index in [0, 1, 3] {
            schedule.take(Batch::compute(&plan, index));
        }
        schedule.end_here();
        assert_eq!((schedule.merged(), schedule.answered(), schedule.is_finished()), (2, 2, true));
        schedule.give_back(4);
        schedule.take(Batch::compute(&plan, 2));
        assert_eq!((schedule.merged(), schedule.hand_out()), (2, None));
    }

    #[test]
    fn what_lies_behind_the_checkpoint_that_ends_a_run_is_dropped() {
        let plan = plan_within(1e15);
        let mut schedule = Schedule::new(&plan);
        assert_eq!(
            std::iter::from_fn(|| schedule.hand_out()).last(),
            Some(15),
            "no further than the second checkpoint"
        );
        schedule.give_back(12);
        for index in (1..10).rev() {
            schedule.take(Batch::compute(&plan, index));
        }
        assert_eq!((schedule.answered(), schedule.is_finished()), (9, false));
        schedule.take(Batch::compute(&plan, 0));
        schedule.give_back(11);
        schedule.take(Batch::compute(&plan, 10));
        assert_eq!((schedule.merged(), schedule.answered(), schedule.is_finished()), (8, 8, true));
        assert_eq!(schedule.hand_out(), None);
    }

    #[test]
    fn a_run_that_goes_on_hands_out_more_at_each_checkpoint() {
        let plan = plan_within(1e-9);
        let mut schedule = Schedule::new(&plan);
        let mut last = Vec::new();
        for index in 0..17 {
            last.extend(std::iter::from_fn(|| schedule.hand_out()).last());
            schedule.take(Batch::compute(&plan, index));
        }
        assert_eq!((last, schedule.is_finished()), (vec![15, 31, 39], false));
    }

    #[test]
    fn a_batch_that_was_given_back_is_handed_out_again_unless_it_was_answered() {
        let plan = plan(4);
        let mut schedule = Schedule::new(&plan);
        let handed: Vec<_> = (0..2).filter_map(|_| schedule.hand_out()).collect();
        assert_eq!(handed, [0, 1]);
        schedule.give_back(0);
        schedule.give_back(3);
        assert_eq!(schedule.hand_out(), Some(0));
        schedule.take(Batch::compute(&plan, 1));
        schedule.give_back(1);
        // The worker that was taken for dead answers after all, before its batch went out again.
        schedule.give_back(0);
        schedule.take(Batch::compute(&plan, 0));
        assert_eq!(schedule.hand_out(), Some(2));
    }
}
