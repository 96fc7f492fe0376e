//! Workers: started, watched, replaced, given up on.

use super::{MOST_REPLACEMENTS, PATIENCE_BATCHES, PATIENCE_MILLIS, START_MILLIS, State};
use crate::browser::{clock, cores, workers};
use crate::worker::pool_event::PoolEvent;
use crate::worker::slot::{Activity, News, Slot, Task};

impl State {
    pub(super) fn start_workers(&mut self) {
        for _ in 0..cores::for_computing() {
            if !self.in_page {
                self.start_worker();
            }
        }
        workers::end_rest();
    }

    pub(super) fn start_worker(&mut self) {
        let shared = self.myself.clone();
        let listener = move |id: u64, news: News| {
            if let Some(shared) = shared.upgrade() {
                shared.with(|state| state.hear(id, news));
            }
        };
        let id = self.next_slot;
        self.next_slot += 1;
        match Slot::start(id, clock::now_millis(), listener) {
            Ok((slot, news)) => {
                self.slots.push(slot);
                for news in news {
                    self.hear(id, news);
                }
            }
            Err(_) => self.give_up_on_workers(),
        }
    }

    /// Ends a worker and starts another in its place; its batches will be handed out again.
    pub(super) fn replace(&mut self, id: u64) {
        let Some(position) = self.slots.iter().position(|slot| slot.id == id) else { return };
        self.take_back(position);
        self.slots.swap_remove(position);
        self.replacements += 1;
        if self.replacements > MOST_REPLACEMENTS {
            return self.give_up_on_workers();
        }
        self.events.push(PoolEvent::WorkerReplaced);
        self.start_worker();
        self.hand_out();
    }

    pub(super) fn take_back(&mut self, position: usize) {
        for Task { run: id, index } in self.slots[position].activity.tasks() {
            if let Some(run) = self.run.as_mut().filter(|run| run.id == id) {
                run.schedule.give_back(index);
            }
            if let Some(exploration) = self.exploration.as_mut().filter(|exploration| exploration.id == id) {
                exploration.give_back(index);
            }
        }
    }

    /// Takes back what waits for workers that are still starting: they take too long.
    pub(super) fn take_back_from_starting(&mut self) {
        for position in 0..self.slots.len() {
            if self.slots[position].activity.is_starting() {
                self.take_back(position);
                self.slots[position].activity.forget_ahead();
            }
        }
    }

    pub(super) fn give_up_on_workers(&mut self) {
        for position in 0..self.slots.len() {
            self.take_back(position);
        }
        self.slots.clear();
        if !self.in_page {
            self.in_page = true;
            self.events.push(PoolEvent::ComputingInPage);
        }
        if self.run.is_some() || self.exploration.is_some() {
            self.schedule_slice();
        }
    }

    /// Replaces workers that should have answered long ago. A hidden page is not watched: its timers and workers are throttled.
    pub(super) fn watch(&mut self) {
        let now = clock::now_millis();
        if clock::is_page_hidden() {
            for slot in &mut self.slots {
                match &mut slot.activity {
                    Activity::Starting { since, .. } | Activity::Busy { since, .. } => *since = now,
                    Activity::Idle => {}
                }
            }
            return;
        }
        let mut durations: Vec<f64> = self.durations.iter().copied().collect();
        durations.sort_by(f64::total_cmp);
        let usual = durations.get(durations.len() / 2).copied().unwrap_or(0.0);
        let patience = PATIENCE_MILLIS.max(PATIENCE_BATCHES * usual);
        let overdue = |slot: &&Slot| match slot.activity {
            Activity::Starting { since, .. } => now - since > START_MILLIS,
            Activity::Busy { since, .. } => now - since > patience,
            Activity::Idle => false,
        };
        let dead: Vec<u64> = self.slots.iter().filter(overdue).map(|slot| slot.id).collect();
        for id in dead {
            self.replace(id);
        }
    }
}
