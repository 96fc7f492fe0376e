//! One run of the pool: its plan, its schedule, and how far its figures are.

use crate::engine::summarise::Progress;
use crate::engine::{BatchInProgress, Plan, Summariser, Summary};
use crate::runner::schedule::Schedule;

/// Batches whose trials make a preview: enough for a first verdict, soon enough to feel immediate.
const PREVIEW_BATCHES: u32 = 4;

/// A run that is under way.
pub struct Run {
    /// Number of the run; answers carry it.
    pub id: u64,
    /// Revision of the scenario.
    pub revision: u64,
    /// The scenario as it travels to the workers.
    pub scenario: String,
    /// The scenario, ready for computing.
    pub plan: Plan,
    /// Which batches are out, back, merged.
    pub schedule: Schedule,
    /// The batch that the page itself is computing.
    pub in_page: Option<BatchInProgress>,
    previewed: bool,
    summing: Option<Progress>,
}

impl Run {
    /// A run of `plan` of which nothing has been computed.
    pub fn new(id: u64, revision: u64, scenario: String, plan: Plan) -> Self {
        let schedule = Schedule::new(&plan);
        Self { id, revision, scenario, plan, schedule, in_page: None, previewed: false, summing: None }
    }

    /// Trials that have come back.
    pub fn trials_done(&self) -> u32 {
        self.schedule.answered() * crate::engine::BATCH_TRIALS
    }

    /// Figures of the first trials: once, as soon as there are enough, and not when the whole run is there.
    pub fn preview(&mut self) -> Option<Summary> {
        if self.previewed || self.schedule.merged() < PREVIEW_BATCHES || self.schedule.is_finished() {
            return None;
        }
        self.previewed = true;
        Some(Summariser::summarise(&self.plan, self.schedule.accumulator()))
    }

    /// Takes one portion of the work of adding up a finished run; the figures, when that was the last.
    pub fn sum_up(&mut self) -> Option<Summary> {
        let progress = self.summing.take().unwrap_or_default();
        match Summariser::resume(&self.plan, self.schedule.accumulator(), progress).step() {
            Ok(summary) => Some(summary),
            Err(unfinished) => {
                self.summing = Some(unfinished);
                None
            }
        }
    }
}
