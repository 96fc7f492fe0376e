//! The search for effects that follows a finished run, while nobody waits for the workers.

use crate::engine::what_if::{Effect, Outcome, strongest};
use crate::engine::{Batch, BatchInProgress, Plan, Summary};
use crate::model::Scenario;
use crate::runner::search::{Probe, Search};
use std::rc::Rc;

/// So many inputs are looked at: those that matter most.
const INPUTS: usize = 6;

/// A search that is under way.
pub struct Exploration {
    /// Its number, which no run has; answers carry it.
    pub id: u64,
    /// Revision of the scenario.
    pub revision: u64,
    search: Search,
    in_page: Option<ProbeInPage>,
}

/// A probe that the page itself computes. Probes of the same scenario follow each other, so its plan is kept.
struct ProbeInPage {
    probe: Probe,
    plan: Plan,
    batch: Option<BatchInProgress>,
}

impl Exploration {
    /// The search for the effects of what matters most in `summary`; `None` when there is nothing to look at.
    pub fn new(id: u64, revision: u64, scenario: &Scenario, plan: &Plan, summary: &Summary) -> Option<Self> {
        let search = Search::new(scenario, plan, strongest(scenario, summary, INPUTS));
        (!search.is_finished()).then_some(Self { id, revision, search, in_page: None })
    }

    /// The probe to hand out now.
    pub fn hand_out(&mut self) -> Option<Probe> {
        self.search.hand_out()
    }

    /// Takes back a probe that will not be answered.
    pub fn give_back(&mut self, task: u32) {
        self.search.give_back(task);
    }

    /// Takes an answer; the effects known so far, when that completed one of them.
    pub fn take(&mut self, task: u32, outcome: Outcome) -> Option<Rc<Vec<Effect>>> {
        self.search.take(task, outcome).then(|| Rc::new(self.search.effects()))
    }

    /// Whether nothing is left to find.
    pub fn is_finished(&self) -> bool {
        self.search.is_finished()
    }

    /// Computes a block of a probe in the page; an answer when that was the last of it, `None` when there is no probe left.
    pub fn step_in_page(&mut self) -> Option<Step> {
        let mut current = match self.in_page.take() {
            Some(current) if current.batch.is_some() => current,
            earlier => {
                let probe = self.search.hand_out()?;
                let plan = match earlier {
                    Some(earlier) if Rc::ptr_eq(&earlier.probe.scenario, &probe.scenario) => earlier.plan,
                    // The search hands out nothing that cannot be planned.
                    _ => Plan::new(&probe.scenario).ok()?,
                };
                let batch = Some(BatchInProgress::new(&plan, probe.batch));
                ProbeInPage { probe, plan, batch }
            }
        };
        let finished: Option<Batch> = match current.batch.take()?.step(&current.plan) {
            Ok(batch) => Some(batch),
            Err(unfinished) => {
                current.batch = Some(unfinished);
                None
            }
        };
        let task = current.probe.task;
        self.in_page = Some(current);
        Some(finished.map_or(Step::Unfinished, |batch| Step::Answer { task, outcome: Outcome::of(&batch) }))
    }
}

/// What came of a block computed in the page.
pub enum Step {
    /// There are more blocks.
    Unfinished,
    /// The probe is done.
    Answer {
        /// Its task.
        task: u32,
        /// What it says.
        outcome: Outcome,
    },
}
