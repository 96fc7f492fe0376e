//! How much this machine gains at this moment by doing several things at once. Cores may be shared or no real ones.

use std::process::{Child, Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::model::Model;

/// The argument by which this program, started again, does the work of [`work`] and nothing else.
pub const ARGUMENT: &str = "calibrate";

/// Long enough for the start of a process not to count.
const TRIALS: u32 = 16_384;

/// What each of the processes does: nothing is shared, nobody waits for anybody.
///
/// # Errors
/// When there is no model to compute.
pub fn work() -> Result<()> {
    Model::reduced(TRIALS)?.compute();
    Ok(())
}

/// The work of several processes at once in the time of one: 2 for two processes if neither slows the other.
///
/// # Errors
/// When this program cannot be started again.
pub fn gain(processes: usize) -> Result<f64> {
    let alone = seconds(1)?;
    let together = seconds(processes)?;
    Ok(processes as f64 * alone / together)
}

/// From the start of the first process to the end of the last.
fn seconds(processes: usize) -> Result<f64> {
    let program = std::env::current_exe().context("this program does not know where it lies")?;
    let begin = Instant::now();
    let children: Vec<Child> = (0..processes)
        .map(|_| Command::new(&program).arg(ARGUMENT).stdin(Stdio::null()).spawn())
        .collect::<Result<_, _>>()
        .context("could not start this program again")?;
    for mut child in children {
        ensure!(child.wait()?.success(), "a process that calibrates failed");
    }
    Ok(begin.elapsed().as_secs_f64())
}
