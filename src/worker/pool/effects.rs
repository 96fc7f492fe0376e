//! What follows a finished run: the search for effects, when nothing else is to be run.

use super::State;
use crate::browser::scheduling;
use crate::engine::what_if::Outcome;
use crate::engine::{Plan, Summary};
use crate::model::Scenario;
use crate::worker::exploration::{Exploration, Step};
use crate::worker::pool_event::PoolEvent;
use std::rc::Rc;

/// So many milliseconds after the answer the search begins: first the page draws, and who is dragging goes on.
const REST_MILLIS: u32 = 200;

impl State {
    /// Tells the figures of the run, which is over, and has its effects searched.
    pub(super) fn finish(&mut self, summary: Rc<Summary>) {
        let Some(run) = self.run.take() else { return };
        self.events.push(PoolEvent::Finished { revision: run.revision, summary: Rc::clone(&summary) });
        let shared = self.myself.clone();
        self.rest = Some(scheduling::later(REST_MILLIS, move || {
            if let Some(shared) = shared.upgrade() {
                shared.with(|state| state.explore(run.revision, &run.scenario, &run.plan, &summary));
            }
        }));
    }

    pub(super) fn drop_exploration(&mut self) {
        self.rest = None;
        self.exploration = None;
    }

    fn explore(&mut self, revision: u64, scenario: &Scenario, plan: &Plan, summary: &Summary) {
        self.rest = None;
        self.next_run += 1;
        self.exploration = Exploration::new(self.next_run, revision, scenario, plan, summary);
        match self.exploration {
            Some(_) => self.hand_out(),
            None => self.events.push(PoolEvent::Explored { revision, effects: Rc::default(), complete: true }),
        }
    }

    /// Takes an answer if it belongs to the search that is under way.
    pub(super) fn take_outcome(&mut self, id: u64, task: u32, outcome: Outcome) {
        let Some(exploration) = self.exploration.as_mut().filter(|exploration| exploration.id == id) else { return };
        if let Some(effects) = exploration.take(task, outcome) {
            let (revision, complete) = (exploration.revision, exploration.is_finished());
            self.events.push(PoolEvent::Explored { revision, effects, complete });
            if complete {
                self.exploration = None;
            }
        }
    }

    /// Computes a block of the search in the page; whether there was one.
    pub(super) fn explore_a_block(&mut self) -> bool {
        let Some(exploration) = &mut self.exploration else { return false };
        let id = exploration.id;
        match exploration.step_in_page() {
            None => false,
            Some(Step::Unfinished) => true,
            Some(Step::Answer { task, outcome }) => {
                self.take_outcome(id, task, outcome);
                true
            }
        }
    }
}
