//! What page and worker say to each other, as bytes.
//!
//! `postcard` over plain types; both sides run the same program. The scenario travels, not the plan: it is a thousand bytes, and the
//! worker keeps the plan it made of the last one.

use crate::engine::what_if::Outcome;
use crate::engine::{Batch, Plan};
use crate::model::Scenario;
use serde::{Deserialize, Serialize};

/// From the page to a worker: compute one batch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Which run; comes back with the answer.
    pub run: u64,
    /// Which batch.
    pub index: u32,
    /// What the answer holds of it.
    pub wanted: Wanted,
    /// The scenario as JSON.
    pub scenario: String,
}

/// What an answer holds of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wanted {
    /// All of it.
    Batch,
    /// Sums, for this task of a search.
    Outcome {
        /// Number of the task.
        task: u32,
    },
}

impl Request {
    /// The number by which the page knows the work: that of the batch in its run, or that of the task in its search.
    pub fn task(&self) -> u32 {
        match self.wanted {
            Wanted::Batch => self.index,
            Wanted::Outcome { task } => task,
        }
    }
}

/// From a worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The worker has started and can take a request.
    Ready,
    /// An answer.
    Computed {
        /// The run of the request.
        run: u64,
        /// The batch.
        batch: Batch,
    },
    /// An answer to a task of a search.
    Probed {
        /// The run of the request.
        run: u64,
        /// The task.
        task: u32,
        /// What the batch says.
        outcome: Outcome,
    },
    /// The request could not be read; the worker's sentence for the console.
    Refused(String),
}

/// The bytes are not a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Puts a message into bytes.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    // Plain types into a growing vector: serialising them cannot fail.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// Reads a message.
///
/// # Errors
/// When it is none.
pub fn decode<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Result<T, Unreadable> {
    postcard::from_bytes(bytes).map_err(|_| Unreadable)
}

/// The whole of what a worker does: a request in, a reply out.
#[derive(Debug, Default)]
pub struct Answerer {
    /// The last scenario and its plan.
    known: Option<(String, Plan)>,
}

impl Answerer {
    /// Answers a request.
    pub fn answer(&mut self, request: &[u8]) -> Vec<u8> {
        let reply = match decode::<Request>(request) {
            Ok(request) => self.compute(request),
            Err(problem) => Reply::Refused(format!("{problem:?}")),
        };
        encode(&reply)
    }

    fn compute(&mut self, request: Request) -> Reply {
        let known = match self.known.take() {
            Some((scenario, plan)) if scenario == request.scenario => (scenario, plan),
            _ => {
                let plan = Scenario::from_json(&request.scenario)
                    .map_err(|issue| vec![issue])
                    .and_then(|scenario| Plan::new(&scenario));
                match plan {
                    Ok(plan) => (request.scenario, plan),
                    Err(issues) => return Reply::Refused(format!("{issues:?}")),
                }
            }
        };
        let batch = Batch::compute(&known.1, request.index);
        self.known = Some(known);
        match request.wanted {
            Wanted::Batch => Reply::Computed { run: request.run, batch },
            Wanted::Outcome { task } => Reply::Probed { run: request.run, task, outcome: Outcome::of(&batch) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_is_told_apart() {
        assert_eq!(decode::<Reply>(&encode(&Reply::Ready)), Ok(Reply::Ready));
        assert_eq!(decode::<Reply>(&[]), Err(Unreadable));
        assert_eq!(decode::<Reply>(&[200, 1]), Err(Unreadable));
        let scenario = String::from("{}");
        let bytes = encode(&Request { run: 1, index: 2, wanted: Wanted::Batch, scenario });
        assert_eq!(decode::<Request>(&bytes[..bytes.len() - 1]), Err(Unreadable));
    }

    #[test]
    fn an_answer_stays_small() {
        let scenario = crate::model::presets::PRESETS[2].scenario().unwrap();
        let request = Request { run: 1, index: 0, wanted: Wanted::Batch, scenario: scenario.to_json() };
        let answer = Answerer::default().answer(&encode(&request));
        // Ten strategies over five years: 54 kB of trials, the rest sums by line, month and year.
        assert!(answer.len() < 80 * 1024, "{} bytes", answer.len());
    }
}
