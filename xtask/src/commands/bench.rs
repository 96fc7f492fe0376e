//! `cargo xtask bench`: how fast the engine is on this machine.

use std::process::ExitCode;

use anyhow::Result;

use crate::{process, tools};

/// Runs the benchmarks; the arguments go to criterion.
///
/// # Errors
/// When a benchmark does not compile or run.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    tools::fetch()?;
    process::run(
        process::cargo_offline()
            .args(["bench", "--locked", "--package", "shorecast-benches", "--bench", "engine", "--"])
            .args(arguments),
    )?;
    Ok(ExitCode::SUCCESS)
}
