//! What the page itself does between its own work: telling progress, computing where no worker can, adding up.

use super::{PROGRESS_MILLIS, SLICE_MILLIS, State};
use crate::browser::clock;
use crate::engine::BatchInProgress;
use crate::worker::pool_event::PoolEvent;
use std::rc::Rc;

impl State {
    pub(super) fn schedule_progress(&mut self) {
        if self.progress.is_some() {
            return;
        }
        self.progress = Some(self.later(PROGRESS_MILLIS, State::tell_progress));
    }

    pub(super) fn tell_progress(&mut self) {
        self.progress = None;
        if let Some(run) = &self.run {
            self.events.push(PoolEvent::Progressed {
                revision: run.revision,
                trials_done: run.trials_done(),
                trials_planned: run.plan.trials(),
            });
        }
    }

    pub(super) fn schedule_slice(&mut self) {
        self.schedule_slice_after(0);
    }

    /// A slice that is due already is not put off; one that is due later is brought forward.
    pub(super) fn schedule_slice_after(&mut self, delay_millis: u32) {
        if self.slice.is_some() && delay_millis > 0 {
            return;
        }
        self.slice = Some(self.later(delay_millis, State::work_a_slice));
    }

    /// Computes in the page, or adds up a finished run, until the slice is over.
    pub(super) fn work_a_slice(&mut self) {
        self.slice = None;
        if self.run.as_ref().is_some_and(|run| !run.schedule.is_finished()) {
            self.take_back_from_starting();
        }
        let end = clock::now_millis() + SLICE_MILLIS;
        while clock::now_millis() < end {
            let workers_are_ready = self.slots.iter().any(|slot| !slot.activity.is_starting());
            let Some(run) = &mut self.run else {
                if workers_are_ready || !self.explore_a_block() {
                    return;
                }
                continue;
            };
            if run.schedule.is_finished() {
                if let Some(summary) = run.sum_up() {
                    let (revision, summary) = (run.revision, Rc::new(summary));
                    if run.is_cancelled {
                        self.run = None;
                        self.events
                            .extend([PoolEvent::Previewed { revision, summary }, PoolEvent::Cancelled { revision }]);
                        return;
                    }
                    self.finish(summary);
                    return self.begin_wanted();
                }
                continue;
            }
            let unfinished = match run.in_page.take() {
                Some(unfinished) => unfinished,
                None if workers_are_ready => return,
                None => match run.schedule.hand_out() {
                    Some(index) => BatchInProgress::new(&run.plan, index),
                    None => return,
                },
            };
            match unfinished.step(&run.plan) {
                Ok(batch) => {
                    let id = run.id;
                    self.take(id, batch);
                }
                Err(unfinished) => run.in_page = Some(unfinished),
            }
        }
        self.schedule_slice();
    }
}
