//! What a peer prints: one line of JSON, described in benches/peers/README.md.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;
use shorecast::engine::Summary;

/// The figures of each strategy, by its id.
pub type Figures = BTreeMap<String, Figure>;

/// What a program says about one strategy.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Figure {
    /// Mean discounted cost.
    pub mean_present_value: f64,
    /// Standard error of that mean.
    pub standard_error: f64,
}

/// A run of a peer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Report {
    /// Trials of a repeat.
    pub trials: u32,
    /// How long each repeat took.
    pub seconds: Vec<f64>,
    /// What it found.
    pub figures: Figures,
}

impl Report {
    /// Reads the line of a program.
    ///
    /// # Errors
    /// When it is not such a line, or says nothing of time.
    pub fn parse(line: &str) -> Result<Self> {
        Self::of(serde_json::from_str(line.trim()).context("a peer prints one line of JSON, and this is none")?)
    }

    /// Takes what a peer in a page returns.
    ///
    /// # Errors
    /// When it is not what peers return, or says nothing of time.
    pub fn of(value: Value) -> Result<Self> {
        let report: Self = serde_json::from_value(value).context("not the report of a peer")?;
        let timed = !report.seconds.is_empty() && report.seconds.iter().all(|seconds| *seconds > 0.0);
        ensure!(report.trials > 0 && timed, "the report of a peer without trials or seconds");
        Ok(report)
    }

    /// Seconds of the last repeat: by then memory and compiler are as warm as they get.
    pub fn warm_seconds(&self) -> f64 {
        self.seconds.last().copied().unwrap_or(f64::NAN)
    }
}

/// The same figures of the engine.
pub fn figures_of(summary: &Summary) -> Figures {
    let figure = |row: &shorecast::engine::summary::StrategySummary| {
        let cost = &row.cost_present_value;
        let figure = Figure { mean_present_value: cost.mean, standard_error: cost.mean_standard_error };
        (row.strategy.clone(), figure)
    };
    summary.strategies.iter().map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"peer": "numpy", "trials": 100, "seconds": [0.5, 0.25], "figures":
        {"in_house": {"mean_present_value": 10.5, "standard_error": 0.5, "p95_present_value": 12.0}}, "squiggle_part": {}}"#;

    #[test]
    fn reads_what_peers_print() {
        let report = Report::parse(LINE).unwrap();
        assert_eq!(report.trials, 100);
        assert_eq!(report.seconds, [0.5, 0.25]);
        assert!((report.warm_seconds() - 0.25).abs() < 1e-12);
        assert_eq!(report.figures["in_house"], Figure { mean_present_value: 10.5, standard_error: 0.5 });
    }

    #[test]
    fn refuses_what_is_no_report() {
        for line in [
            "Traceback",
            "{}",
            &LINE.replace("[0.5, 0.25]", "[]"),
            &LINE.replace("0.25", "0"),
            &LINE.replace("\"trials\": 100", "\"trials\": 0"),
            &LINE.replace("10.5", "null"),
        ] {
            assert!(Report::parse(line).is_err(), "{line}");
        }
    }
}
