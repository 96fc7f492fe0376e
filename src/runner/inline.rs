//! A whole run in the calling thread.

use crate::engine::{Accumulator, Batch, Plan, Summariser, Summary};
use crate::model::{Issue, Scenario};

/// Simulates a scenario from the first batch to the last.
///
/// # Errors
/// Everything that is wrong with the scenario.
pub fn simulate(scenario: &Scenario) -> Result<Summary, Vec<Issue>> {
    let plan = Plan::new(scenario)?;
    let mut accumulator = Accumulator::new(&plan);
    for index in 0..plan.batches {
        accumulator.merge(&Batch::compute(&plan, index));
    }
    Ok(Summariser::summarise(&plan, &accumulator))
}
