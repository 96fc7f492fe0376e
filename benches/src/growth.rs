//! Whether ten times the trials take ten times as long.

use std::time::Instant;

use anyhow::{Result, anyhow};
use shorecast::engine::{Accumulator, Batch, Plan};

use crate::model::{in_batches, preset};

/// A million trials.
pub const MANY: u32 = 1_048_576;
/// A tenth of them, in whole batches.
pub const FEW: u32 = in_batches(MANY / 10 + 1);

/// The time of [`MANY`] trials over that of [`FEW`], on one thread, merging included.
///
/// # Errors
/// When the default preset cannot be simulated.
pub fn time_of_many_over_few() -> Result<f64> {
    let before = seconds(FEW)?;
    let many = seconds(MANY)?;
    // On both sides of the long one, for the machine may slow down meanwhile.
    let after = seconds(FEW)?;
    Ok(many / before.midpoint(after))
}

fn seconds(trials: u32) -> Result<f64> {
    let mut scenario = preset(0)?;
    scenario.run.trials = trials;
    let plan = Plan::new(&scenario).map_err(|issues| anyhow!("the default preset: {issues:?}"))?;
    let begin = Instant::now();
    let mut accumulator = Accumulator::new(&plan);
    (0..plan.batches).for_each(|index| accumulator.merge(&Batch::compute(&plan, index)));
    Ok(begin.elapsed().as_secs_f64())
}
