//! Stand-in for the pool of workers, until the real one is merged.

use crate::engine::Summary;
use crate::model::{Issue, Scenario};
use std::rc::Rc;

/// What the pool tells.
#[derive(Clone, Debug)]
pub enum PoolEvent {
    /// Some batches came back.
    Progressed {
        /// Revision that runs.
        revision: u64,
        /// Trials done.
        trials_done: u32,
        /// Trials of the run.
        trials_planned: u32,
    },
    /// First figures.
    Previewed {
        /// Revision that runs.
        revision: u64,
        /// Figures.
        summary: Rc<Summary>,
    },
    /// All figures.
    Finished {
        /// Revision that ran.
        revision: u64,
        /// Figures.
        summary: Rc<Summary>,
    },
    /// Cannot run.
    Refused {
        /// Revision.
        revision: u64,
        /// Why.
        issues: Vec<Issue>,
    },
    /// Stopped.
    Cancelled {
        /// Revision.
        revision: u64,
    },
    /// No workers.
    ComputingInPage,
    /// A worker was replaced.
    WorkerReplaced,
    /// Other build.
    VersionMismatch,
}

/// The pool.
#[derive(Clone)]
pub struct Pool {
    listener: Rc<dyn Fn(PoolEvent)>,
}

impl Pool {
    /// Starts workers.
    pub fn new(listener: Rc<dyn Fn(PoolEvent)>) -> Self {
        Self { listener }
    }

    /// Runs a scenario.
    pub fn run(&self, revision: u64, scenario: Rc<Scenario>) {
        let listener = Rc::clone(&self.listener);
        gloo::timers::callback::Timeout::new(0, move || match crate::runner::inline::simulate(&scenario) {
            Ok(summary) => listener(PoolEvent::Finished { revision, summary: Rc::new(summary) }),
            Err(issues) => listener(PoolEvent::Refused { revision, issues }),
        })
        .forget();
    }

    /// Hands out no more.
    pub fn cancel(&self) {
        (self.listener)(PoolEvent::Cancelled { revision: 0 });
    }
}
