//! Runs: which one is computed, which one comes after it, and who computes the next batch.

use super::{HEAD_START_MILLIS, REMEMBERED, State, Wanted};
use crate::browser::{clock, scheduling};
use crate::engine::{Batch, Plan};
use crate::model::Scenario;
use crate::runner::protocol::{Reply, Request, Unreadable, Wanted as Answer, decode, encode};
use crate::worker::pool_event::PoolEvent;
use crate::worker::run::{REST_MILLIS, Run};
use crate::worker::slot::{Activity, News, Task};
use std::rc::Rc;

impl State {
    /// Runs a scenario: at once, or as soon as the run that is under way has given its preview. So figures keep coming while a
    /// slider is dragged, however fast its positions follow each other; of those that wait only the last is run.
    pub(super) fn want(&mut self, revision: u64, scenario: &Scenario) {
        let Some(left) = self.run.as_ref().and_then(|run| run.claim(clock::now_millis())) else {
            return self.begin(revision, scenario);
        };
        self.wanted = Some(Wanted { revision, scenario: scenario.clone() });
        if self.turn.is_none() {
            self.turn = Some(self.later(left, State::begin_wanted));
        }
    }

    /// Changes the pool after so many milliseconds, unless what is returned is dropped before.
    pub(super) fn later(&self, millis: u32, change: fn(&mut State)) -> scheduling::Later {
        let shared = self.myself.clone();
        scheduling::later(millis, move || {
            if let Some(shared) = shared.upgrade() {
                shared.with(change);
            }
        })
    }

    /// Begins the run that waits, if one does.
    pub(super) fn begin_wanted(&mut self) {
        if let Some(Wanted { revision, scenario }) = self.wanted.take() {
            self.begin(revision, &scenario);
        }
    }

    pub(super) fn begin(&mut self, revision: u64, scenario: &Scenario) {
        self.wanted = None;
        self.turn = None;
        self.drop_exploration();
        self.next_run += 1;
        match Plan::new(scenario) {
            Ok(plan) => {
                let run = Run::new(self.next_run, revision, scenario.clone(), plan, clock::now_millis());
                let interrupts = self.run.is_some();
                self.run = Some(if interrupts { run.resting() } else { run });
                self.resume = interrupts.then(|| self.later(REST_MILLIS, State::hand_out));
                self.hand_out();
            }
            Err(issues) => {
                self.run = None;
                self.events.push(PoolEvent::Refused { revision, issues });
            }
        }
    }

    pub(super) fn cancel(&mut self) {
        self.turn = None;
        self.resume = None;
        self.drop_exploration();
        let waiting = self.wanted.take().map(|wanted| wanted.revision);
        if waiting.is_none() && self.run.as_mut().is_some_and(Run::stop_here) {
            return self.schedule_slice();
        }
        let running = self.run.take().map(|run| run.revision);
        if let Some(revision) = waiting.or(running) {
            self.events.push(PoolEvent::Cancelled { revision });
        }
    }

    /// Gives every idle worker a batch, and until there are enough for a preview another one to lie ready, and two to each that is still
    /// starting: the page draws just then and could not hand it out. Later batches are not handed out ahead, so that the next change
    /// need not wait for them. Where no worker is ready, sees to it that the page computes.
    pub(super) fn hand_out(&mut self) {
        if self.run.is_none() && self.exploration.is_none() {
            return;
        }
        let mut failed = Vec::new();
        for position in 0..self.slots.len() {
            if self.slots[position].activity == Activity::Idle {
                failed.extend(self.hand_to(position));
            }
        }
        // A worker that is still starting has room for two.
        for position in (0..self.slots.len()).chain(0..self.slots.len()) {
            let preview_needs_more = self.run.as_ref().is_some_and(Run::preview_needs_more);
            if preview_needs_more && self.slots[position].activity.has_room() {
                failed.extend(self.hand_to(position));
            }
        }
        let nobody_ready = self.slots.iter().all(|slot| slot.activity.is_starting());
        for id in failed {
            self.replace(id);
        }
        if nobody_ready {
            self.schedule_slice_after(if self.in_page { 0 } else { HEAD_START_MILLIS });
        }
    }

    /// Hands the next batch, if there is one, to the worker at this position; its number, if it cannot take it.
    fn hand_to(&mut self, position: usize) -> Option<u64> {
        let request = self.next_request()?;
        let slot = &mut self.slots[position];
        slot.activity.hand(Task { run: request.run, index: request.task() }, clock::now_millis());
        slot.send(&encode(&request)).is_err().then_some(slot.id)
    }

    /// The next batch of the run, or, when nothing runs, the next probe of the search.
    fn next_request(&mut self) -> Option<Request> {
        if let Some(run) = &mut self.run {
            if run.is_resting(clock::now_millis()) {
                return None;
            }
            let index = run.schedule.hand_out()?;
            return Some(Request { run: run.id, index, wanted: Answer::Batch, scenario: run.parcel.clone() });
        }
        let exploration = self.exploration.as_mut()?;
        let probe = exploration.hand_out()?;
        let wanted = Answer::Outcome { task: probe.task };
        Some(Request { run: exploration.id, index: probe.batch, wanted, scenario: probe.scenario.to_json() })
    }

    pub(super) fn hear(&mut self, id: u64, news: News) {
        let News::Message(bytes) = news else { return self.replace(id) };
        match decode::<Reply>(&bytes) {
            Ok(Reply::Ready) => {
                self.ready(id);
                self.hand_out();
            }
            Ok(Reply::Computed { run, batch }) => {
                self.answered(id);
                self.take(run, batch);
                self.hand_out();
            }
            Ok(Reply::Probed { run, task, outcome }) => {
                self.answered(id);
                self.take_outcome(run, task, outcome);
                self.hand_out();
            }
            // A worker that does not understand, or is not understood, is as good as dead.
            Ok(Reply::Refused(_)) | Err(Unreadable) => self.replace(id),
        }
    }

    fn ready(&mut self, id: u64) {
        if let Some(slot) = self.slots.iter_mut().find(|slot| slot.id == id) {
            slot.activity.ready(clock::now_millis());
        }
    }

    /// A worker has answered: it goes on to what lies ready, and is one that works.
    fn answered(&mut self, id: u64) {
        self.replacements = 0;
        let slot = self.slots.iter_mut().find(|slot| slot.id == id);
        if let Some(duration) = slot.and_then(|slot| slot.activity.answered(clock::now_millis())) {
            self.durations.push_back(duration);
            if self.durations.len() > REMEMBERED {
                self.durations.pop_front();
            }
        }
    }

    /// Takes an answer if it belongs to the run that is under way.
    pub(super) fn take(&mut self, run_id: u64, batch: Batch) {
        let Some(run) = self.run.as_mut().filter(|run| run.id == run_id) else { return };
        run.schedule.take(batch);
        if let Some(summary) = run.preview() {
            self.events.push(PoolEvent::Previewed { revision: run.revision, summary: Rc::new(summary) });
            if self.wanted.is_some() {
                return self.begin_wanted();
            }
        }
        if run.schedule.is_finished() {
            self.schedule_slice();
        } else {
            self.schedule_progress();
        }
    }
}
