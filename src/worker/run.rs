//! One run of the pool: its plan, its schedule, and how far its figures are.

use crate::engine::summarise::Progress;
use crate::engine::{BatchInProgress, Plan, Summariser, Summary};
use crate::model::Scenario;
use crate::runner::schedule::Schedule;

/// Batches whose trials make a preview: enough for a first verdict, soon enough to feel immediate.
const PREVIEW_BATCHES: u32 = 4;

/// So many milliseconds a run that has not given its preview is left in peace by the next one.
const CLAIM_MILLIS: f64 = 250.0;

/// So many milliseconds a run that took the place of an unfinished one rests after its preview: somebody is dragging, the next
/// change will come soon, and until then the page needs the cores to draw.
pub const REST_MILLIS: u32 = 150;

/// A run that is under way.
pub struct Run {
    /// Number of the run; answers carry it.
    pub id: u64,
    /// Revision of the scenario.
    pub revision: u64,
    /// The scenario.
    pub scenario: Scenario,
    /// The scenario as it travels to the workers.
    pub parcel: String,
    /// The scenario, ready for computing.
    pub plan: Plan,
    /// Which batches are out, back, merged.
    pub schedule: Schedule,
    /// The batch that the page itself is computing.
    pub in_page: Option<BatchInProgress>,
    begun: f64,
    /// Until when it rests after its preview.
    rests_until: f64,
    previewed: bool,
    /// Whether it was told to stop where it is.
    pub is_cancelled: bool,
    summing: Option<Progress>,
}

impl Run {
    /// A run of `scenario`, whose plan is `plan`, of which nothing has been computed, begun at `now` milliseconds.
    pub fn new(id: u64, revision: u64, scenario: Scenario, plan: Plan, now: f64) -> Self {
        let (schedule, parcel) = (Schedule::new(&plan), scenario.to_json());
        Self {
            id,
            revision,
            scenario,
            parcel,
            plan,
            schedule,
            in_page: None,
            begun: now,
            rests_until: now,
            previewed: false,
            is_cancelled: false,
            summing: None,
        }
    }

    /// So many milliseconds the next run has to wait for this one's preview; `None` when it need not.
    pub fn claim(&self, now: f64) -> Option<u32> {
        let left = self.begun + CLAIM_MILLIS - now;
        // Between 0 and the claim.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let left = (!self.previewed && left > 0.0 && left <= CLAIM_MILLIS).then(|| left.ceil() as u32);
        left
    }

    /// Trials that have come back.
    pub fn trials_done(&self) -> u32 {
        self.schedule.answered() * crate::engine::BATCH_TRIALS
    }

    /// The same run, resting after its preview.
    #[must_use]
    pub fn resting(self) -> Self {
        Self { rests_until: self.begun + f64::from(REST_MILLIS), ..self }
    }

    /// Whether no batch is to be handed out now, since it rests.
    pub fn is_resting(&self, now: f64) -> bool {
        let left = self.rests_until - now;
        !self.preview_needs_more() && left > 0.0 && left <= f64::from(REST_MILLIS)
    }

    /// Whether batches of the preview are still to be handed out.
    pub fn preview_needs_more(&self) -> bool {
        self.schedule.handed_out() < PREVIEW_BATCHES
    }

    /// Figures of the first trials: once, as soon as there are enough, and not when the whole run is there.
    pub fn preview(&mut self) -> Option<Summary> {
        if self.previewed || self.schedule.merged() < PREVIEW_BATCHES || self.schedule.is_finished() {
            return None;
        }
        self.previewed = true;
        Some(Summariser::figures(&self.plan, self.schedule.accumulator()))
    }

    /// Ends the run with what has been merged, to be added up like a whole one; whether there is anything to add up. A run of which
    /// nothing is missing any more just goes on to its end.
    pub fn stop_here(&mut self) -> bool {
        if self.previewed && !self.schedule.is_finished() {
            self.is_cancelled = true;
            self.in_page = None;
            self.schedule.end_here();
        }
        self.schedule.is_finished()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Batch;
    use crate::model::presets::PRESETS;

    #[test]
    fn a_run_that_took_the_place_of_another_rests_after_its_preview() {
        let scenario = PRESETS[0].scenario().unwrap();
        let plan = Plan::new(&scenario).unwrap();
        let mut run = Run::new(1, 1, scenario, plan, 1_000.0).resting();
        for _ in 0..PREVIEW_BATCHES {
            assert!(!run.is_resting(1_010.0));
            run.schedule.hand_out();
        }
        assert!(run.is_resting(1_010.0) && run.is_resting(1_149.0));
        // Neither longer, nor because a clock was set back.
        assert!(!run.is_resting(1_150.0) && !run.is_resting(0.0));
    }

    #[test]
    fn a_run_that_is_stopped_adds_up_what_there_is() {
        let scenario = PRESETS[0].scenario().unwrap();
        let plan = Plan::new(&scenario).unwrap();
        let mut run = Run::new(1, 1, scenario, plan, 1_000.0);
        for index in 0..6 {
            // Before there is a preview there is nothing to add up.
            assert!(index >= PREVIEW_BATCHES || !run.stop_here());
            run.schedule.hand_out();
            run.schedule.take(Batch::compute(&run.plan, index));
            run.preview();
        }
        assert!(run.stop_here() && run.is_cancelled);
        let summary = std::iter::repeat_with(|| run.sum_up()).flatten().next().unwrap();
        assert_eq!((summary.trials, summary.drivers.trials), (1_536, 1_536));
    }

    #[test]
    fn the_next_run_waits_for_the_preview_but_not_for_long() {
        let scenario = PRESETS[0].scenario().unwrap();
        let plan = Plan::new(&scenario).unwrap();
        let mut run = Run::new(1, 1, scenario, plan, 1_000.0);
        assert_eq!(run.claim(1_000.0), Some(250));
        assert_eq!(run.claim(1_249.5), Some(1));
        assert_eq!(run.claim(1_250.0), None);
        // A clock that was set back must not hold anything up.
        assert_eq!(run.claim(0.0), None);
        for index in 0..PREVIEW_BATCHES {
            assert!(run.preview().is_none());
            run.schedule.take(Batch::compute(&run.plan, index));
        }
        assert!(run.preview().is_some());
        assert_eq!(run.claim(1_000.0), None);
    }
}
