//! What the pool tells the page.

use crate::engine::Summary;
use crate::engine::what_if::Effect;
use crate::model::Issue;
use std::rc::Rc;

/// News from the pool. Those of a run carry the revision of the scenario that it runs.
#[derive(Clone, Debug)]
pub enum PoolEvent {
    /// More trials have come back; at most once a frame.
    Progressed {
        /// Revision of the scenario.
        revision: u64,
        /// Trials that have come back.
        trials_done: u32,
        /// Trials of the run.
        trials_planned: u32,
    },
    /// Figures of the first trials, while the rest is still computed; once more, of all that there are and with what drives them, when
    /// the run is cancelled.
    Previewed {
        /// Revision of the scenario.
        revision: u64,
        /// Its figures.
        summary: Rc<Summary>,
    },
    /// Figures of all trials.
    Finished {
        /// Revision of the scenario.
        revision: u64,
        /// Its figures.
        summary: Rc<Summary>,
    },
    /// What the inputs that matter most do: another one is known.
    Explored {
        /// Revision of the scenario.
        revision: u64,
        /// The effects known so far.
        effects: Rc<Vec<Effect>>,
        /// Whether these are all.
        complete: bool,
    },
    /// The scenario cannot be simulated.
    Refused {
        /// Revision of the scenario.
        revision: u64,
        /// What is wrong with it.
        issues: Vec<Issue>,
    },
    /// The run was cancelled.
    Cancelled {
        /// Revision of the scenario.
        revision: u64,
    },
    /// Workers are not allowed or do not work here: batches are computed in the page from now on.
    ComputingInPage,
    /// A worker died or hung and was replaced; its batch was handed out again.
    WorkerReplaced,
}
