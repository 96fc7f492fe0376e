//! The verdict: what the simulation says about the decision, in five plain sentences.

use crate::engine::Summary;
use crate::model::StrategyId;

/// Which way the comparison falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// There is nothing but in-house to look at.
    NothingToCompare,
    /// In-house costs least on average.
    StayInHouse,
    /// In-house and the best other way cost the same as far as the simulation can tell.
    TooClose,
    /// Another way costs least on average and in at least 60 of 100 futures.
    Move,
    /// Another way costs least on average, but not reliably so.
    MoveWithDoubt,
}

/// What the simulation says, ready to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Which way the comparison falls, for the look of the panel.
    pub decision: Decision,
    /// The strategy that the odds, money and tail speak of: the best one that is not in-house.
    pub strategy: Option<StrategyId>,
    /// The decision in one sentence.
    pub headline: String,
    /// How often the strategy costs less than in-house.
    pub odds: String,
    /// The typical saving.
    pub money: String,
    /// The bad case.
    pub tail: String,
    /// How sure the simulation itself is.
    pub certainty: String,
}

/// The verdict on a comparison; `None` when the summary holds no strategy.
pub fn verdict(summary: &Summary) -> Option<Verdict> {
    let _ = summary.ranked().first()?;
    None
}
