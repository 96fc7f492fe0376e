//! When a run may stop early: as soon as one figure is known well enough.

use super::issue::{Issue, IssueKind};
use super::strategy::{Strategy, StrategyId};
use serde::{Deserialize, Serialize};

/// A figure of the saving against in-house, as present value, whose precision can end a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopFigure {
    /// The mean of the saving. Money.
    MeanSaving,
    /// A percentile of the saving. Money.
    Percentile,
    /// The chance that there is a saving at all. 0..1.
    Chance,
}

impl StopFigure {
    /// All figures, in the order in which people choose from them.
    pub const ALL: [Self; 3] = [Self::MeanSaving, Self::Percentile, Self::Chance];

    /// The stable id, as written in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::MeanSaving => "mean_saving",
            Self::Percentile => "percentile",
            Self::Chance => "chance",
        }
    }

    /// The figure with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.id() == id)
    }

    /// Whether it is an amount of money, and not a share.
    pub fn is_money(self) -> bool {
        self != Self::Chance
    }
}

/// How well a figure must be known for the run to stop before its last trial.
// A flat list of fields: a broken one is then told with its own path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// Which figure.
    pub figure: StopFigure,
    /// Which percentile of the saving, in per cent, 1..99; stated if and only if the figure is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percentile: Option<f64>,
    /// The strategy whose saving is meant; `None` for the one with the least mean present value that is not in-house, as the
    /// trials so far have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strategy: Option<StrategyId>,
    /// Half the width of the interval that holds the truth in 95 of 100 runs, above 0: money, at most 10^15, for the mean and
    /// a percentile; a share, at most 1, for the chance.
    pub within: f64,
}

impl Stop {
    /// Least and greatest percentile, in per cent.
    pub const PERCENTILE: (f64, f64) = (1.0, 99.0);
    /// The widest precision that is an amount of money.
    pub const MOST_MONEY: f64 = 1e15;

    /// What is wrong with it in a comparison of `strategies`.
    pub(super) fn check(&self, strategies: &[Strategy], issues: &mut Vec<Issue>) {
        let mut tell = |field: &str, kind: IssueKind| issues.push(Issue::new(format!("run.stop.{field}"), kind));
        match (self.figure, self.percentile) {
            (StopFigure::Percentile, None) => tell("percentile", IssueKind::Missing),
            (StopFigure::Percentile, Some(percentile)) => {
                let (least, most) = Self::PERCENTILE;
                if !percentile.is_finite() {
                    tell("percentile", IssueKind::NotANumber);
                } else if percentile < least || percentile > most {
                    tell("percentile", IssueKind::OutOfRange { value: percentile, least, most });
                }
            }
            (StopFigure::MeanSaving | StopFigure::Chance, Some(_)) => tell("percentile", IssueKind::MeansNothing),
            (StopFigure::MeanSaving | StopFigure::Chance, None) => {}
        }
        if let Some(id) = &self.strategy {
            if *id == Strategy::InHouse.id() {
                tell("strategy", IssueKind::InHouseSavesNothing);
            } else if !strategies.iter().any(|strategy| strategy.id() == *id) {
                tell("strategy", IssueKind::UnknownStrategy(id.clone()));
            }
        }
        if !self.within.is_finite() {
            tell("within", IssueKind::NotANumber);
        } else if self.within <= 0.0 {
            tell("within", IssueKind::NotAboveZero);
        } else if self.figure.is_money() && self.within > Self::MOST_MONEY {
            let most = Self::MOST_MONEY;
            tell("within", IssueKind::OutOfRange { value: self.within, least: 0.0, most });
        } else if !self.figure.is_money() && self.within > 1.0 {
            tell("within", IssueKind::NotAShare { value: self.within });
        }
    }
}
