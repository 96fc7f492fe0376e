//! Where the simulation stands.

/// The state of the run of the present scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunState {
    /// Batches are handed out, or are about to be.
    Running {
        /// Trials done.
        done: u32,
        /// Trials of the whole run.
        planned: u32,
    },
    /// All trials are in the answer.
    Finished,
    /// The user stopped the run; what is shown is the last answer there was.
    Cancelled,
    /// The scenario cannot be simulated.
    Refused,
}

impl RunState {
    /// Whether batches are out.
    pub fn is_running(self) -> bool {
        matches!(self, Self::Running { .. })
    }
}
