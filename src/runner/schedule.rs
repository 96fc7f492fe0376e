//! Which batch is computed next, and in which order answers are merged.
//!
//! Answers come in any order and may never come at all. A batch whose worker died is handed out again; an answer that comes
//! early waits until those before it are merged; a second answer for the same batch is dropped.

use crate::engine::{Accumulator, Batch, Plan};
use std::collections::{BTreeMap, BTreeSet};

/// The state of one run.
#[derive(Debug)]
pub struct Schedule {
    planned: u32,
    next: u32,
    returned: BTreeSet<u32>,
    waiting: BTreeMap<u32, Batch>,
    accumulator: Accumulator,
}

impl Schedule {
    /// A run of all batches of a plan.
    pub fn new(plan: &Plan) -> Self {
        Self {
            planned: plan.batches,
            next: 0,
            returned: BTreeSet::new(),
            waiting: BTreeMap::new(),
            accumulator: Accumulator::new(plan),
        }
    }

    /// The batch to hand out now; `None` when all are out.
    pub fn hand_out(&mut self) -> Option<u32> {
        if let Some(index) = self.returned.pop_first() {
            return Some(index);
        }
        let index = self.next;
        (index < self.planned).then(|| {
            self.next += 1;
            index
        })
    }

    /// Takes back a batch that will not be answered, to be handed out again.
    pub fn give_back(&mut self, index: u32) {
        if index < self.next && index >= self.merged() && !self.waiting.contains_key(&index) {
            self.returned.insert(index);
        }
    }

    /// Takes an answer and merges what is now in order.
    pub fn take(&mut self, batch: Batch) {
        if batch.index < self.merged() || batch.index >= self.planned {
            return;
        }
        self.returned.remove(&batch.index);
        self.waiting.insert(batch.index, batch);
        while let Some(batch) = self.waiting.remove(&self.merged()) {
            self.accumulator.merge(&batch);
        }
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

    /// Whether every batch is merged.
    pub fn is_finished(&self) -> bool {
        self.merged() == self.planned
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
