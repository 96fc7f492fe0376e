//! What page and worker say to each other, as bytes.
//!
//! Every message starts with the build id in a fixed form, eight bytes, so that two programs of different builds can tell
//! before they try to read each other. Behind it stands `postcard` over plain types. The scenario travels, not the plan: it
//! is a thousand bytes, and the worker keeps the plan it made of the last one.

use crate::engine::what_if::Outcome;
use crate::engine::{Batch, Plan};
use crate::model::Scenario;
use serde::{Deserialize, Serialize};

/// Build of this program, see build.rs.
pub fn build_id() -> u64 {
    // The build script writes a number.
    env!("SHORECAST_BUILD").parse().unwrap_or(0)
}

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
    /// The request was of another build or could not be read; the worker's sentence for the console.
    Refused(String),
}

/// Why a message cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageProblem {
    /// The other side is of another build.
    OtherBuild,
    /// The bytes are not a message.
    Unreadable,
}

/// Puts a message into bytes.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    let header = build_id().to_le_bytes().to_vec();
    // Plain types into a growing vector: serialising them cannot fail.
    postcard::to_extend(message, header).unwrap_or_default()
}

/// Reads a message.
///
/// # Errors
/// When it is of another build, or not a message.
pub fn decode<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Result<T, MessageProblem> {
    let (header, body) = bytes.split_first_chunk::<8>().ok_or(MessageProblem::Unreadable)?;
    if u64::from_le_bytes(*header) != build_id() {
        return Err(MessageProblem::OtherBuild);
    }
    postcard::from_bytes(body).map_err(|_| MessageProblem::Unreadable)
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
    fn messages_of_another_build_are_told_apart() {
        let mut bytes = encode(&Reply::Ready);
        bytes[0] ^= 1;
        assert_eq!(decode::<Reply>(&bytes), Err(MessageProblem::OtherBuild));
        assert_eq!(decode::<Reply>(&bytes[..5]), Err(MessageProblem::Unreadable));
        assert_eq!(decode::<Reply>(&encode(&Reply::Ready)[..8]), Err(MessageProblem::Unreadable));
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
