//! The steps of a run: named when they begin, timed when they end, summed up in the last line.

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::tally::Tally;

/// What has run so far.
#[derive(Debug, Default)]
pub struct Report {
    steps: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: String,
    tally: Tally,
    time: Duration,
}

impl Report {
    /// Runs a step that is one check: it passes or it fails. Says whether it passed.
    pub fn check(&mut self, name: &str, step: impl FnOnce() -> Result<()>) -> bool {
        self.count(name, || step().map(|()| Tally::of_check(true)))
    }

    /// Runs a step that counts its own checks. Says whether all of them passed.
    ///
    /// A step that stops with an error has failed once; one that checks nothing has failed as well, since that is how a
    /// runner looks that silently dropped its tests.
    pub fn count(&mut self, name: &str, step: impl FnOnce() -> Result<Tally>) -> bool {
        println!("\n== {name}");
        let begin = Instant::now();
        let tally = step().unwrap_or_else(|error| {
            println!("{error:#}");
            Tally::of_check(false)
        });
        let tally = if tally.total() == 0 {
            println!("nothing ran");
            Tally::of_check(false)
        } else {
            tally
        };
        let time = begin.elapsed();
        println!("-- {name}: {tally}, {:.1} s", time.as_secs_f64());
        self.steps.push(Step { name: name.to_owned(), tally, time });
        tally.failed == 0
    }

    /// The sum of all steps.
    pub fn tally(&self) -> Tally {
        let mut sum = Tally::default();
        for step in &self.steps {
            sum += step.tally;
        }
        sum
    }

    /// Prints one line a step and, as the very last line, the sum.
    pub fn conclude(&self) {
        println!("\n== Summary");
        for Step { name, tally, time } in &self.steps {
            let mark = if tally.failed == 0 { "ok    " } else { "FAILED" };
            println!("{mark} {:>7.1} s  {name}: {tally}", time.as_secs_f64());
        }
        println!("\n{}", self.tally());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_checks_and_counts() {
        let mut report = Report::default();
        assert!(report.check("format", || Ok(())));
        assert!(!report.count("tests", || Ok(Tally { passed: 3, failed: 1 })));
        assert!(!report.check("build", || anyhow::bail!("no")));
        assert_eq!(report.tally(), Tally { passed: 4, failed: 2 });
    }

    #[test]
    fn a_step_that_checks_nothing_has_failed() {
        let mut report = Report::default();
        assert!(!report.count("tests", || Ok(Tally::default())));
        assert_eq!(report.tally(), Tally { passed: 0, failed: 1 });
    }
}
