//! `cargo xtask bench`: how fast the engine is on this machine, by itself and beside others.

use std::process::ExitCode;

use anyhow::{Result, bail};

use super::build;
use crate::{chromium, process, tools};

/// What the user asked for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Options {
    parts: bool,
    peers: bool,
    for_criterion: Vec<String>,
}

impl Options {
    /// Reads the arguments after `bench`: nothing for both halves, or one of them. What follows `--parts` is criterion's.
    ///
    /// # Errors
    /// When an argument is unknown.
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let Some((first, rest)) = arguments.split_first() else {
            return Ok(Self { parts: true, peers: true, for_criterion: Vec::new() });
        };
        match (first.as_str(), rest) {
            ("--parts", _) => Ok(Self { parts: true, peers: false, for_criterion: rest.to_vec() }),
            ("--peers", []) => Ok(Self { parts: false, peers: true, for_criterion: Vec::new() }),
            ("--peers", [other, ..]) => bail!("bench --peers does not know `{other}`"),
            (other, _) => bail!("bench does not know `{other}`"),
        }
    }
}

/// Runs criterion on the parts of the engine, and the side-by-side run.
///
/// # Errors
/// When a benchmark does not compile or run, or a peer does not agree with the engine.
pub fn run(options: &Options) -> Result<ExitCode> {
    tools::fetch()?;
    if options.parts {
        process::run(
            process::cargo_offline()
                .args(["bench", "--locked", "--package", "shorecast-benches", "--bench", "engine", "--"])
                .args(&options.for_criterion),
        )?;
    }
    if options.peers {
        tools::ensure()?;
        chromium::ensure()?;
        // What is measured is what the sources say.
        build::bundle()?;
        let side_by_side = ["--package", "shorecast-benches", "--bin", "side-by-side"];
        process::run(process::cargo_offline().args(["run", "--quiet", "--release", "--locked"]).args(side_by_side))?;
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options> {
        Options::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn reads_what_it_knows() {
        let options = |parts, peers, arguments: &[&str]| Options {
            parts,
            peers,
            for_criterion: arguments.iter().map(ToString::to_string).collect(),
        };
        assert_eq!(parse("").unwrap(), options(true, true, &[]));
        assert_eq!(parse("--peers").unwrap(), options(false, true, &[]));
        assert_eq!(parse("--parts").unwrap(), options(true, false, &[]));
        assert_eq!(parse("--parts --quick batch").unwrap(), options(true, false, &["--quick", "batch"]));
    }

    #[test]
    fn says_what_it_does_not_know() {
        for line in ["--quick", "batch", "--peers --quick", "--peers --parts"] {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
