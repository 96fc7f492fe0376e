//! Words around a run that stops as soon as a figure is known well enough.

use super::strategies::strategy_phrase;
use crate::engine::Summary;
use crate::engine::precision::Stopped;
use crate::format::number::count;
use crate::format::{decimal, money_compact};
use crate::model::{Currency, StopFigure};

/// Choice of the figure.
pub const STOP_EARLY: &str = "Stop early";
/// What the choice means.
pub const STOP_EARLY_HINT: &str = "As soon as this figure of the best way out of house is known well enough, and after all \
                                   futures at the latest. Looked at after 2,048 futures and each time they have doubled.";
/// The choice of no figure.
pub const NEVER: &str = "Never: simulate all futures";
/// How well an amount or a chance must be known.
pub const WITHIN: &str = "Known to within";
/// What that means for an amount.
pub const WITHIN_MONEY_HINT: &str = "To either side: in 95 of 100 runs the truth lies no further away.";
/// What that means for a chance.
pub const WITHIN_SHARE_HINT: &str =
    "In futures of 100, to either side: in 95 of 100 runs the truth lies no further away.";
/// Which percentile.
pub const PERCENTILE: &str = "Percentile of the saving";
/// What a percentile is.
pub const PERCENTILE_HINT: &str = "1 to 99. Percentile 5 is what at least is saved in 95 of 100 futures.";

/// The choice of a figure.
pub fn choice(figure: StopFigure) -> &'static str {
    match figure {
        StopFigure::MeanSaving => "When the average saving is known",
        StopFigure::Percentile => "When a percentile of the saving is known",
        StopFigure::Chance => "When the chance of a saving is known",
    }
}

/// How a run ended that had a precision to reach.
pub fn ended(summary: &Summary, stopped: &Stopped) -> String {
    let trials = count(u64::from(stopped.trials));
    let (known, wanted) = (precision(stopped, stopped.half_width, summary.currency), stopped.within);
    let figure = figure(summary, stopped);
    if !stopped.reached {
        let wanted = precision(stopped, wanted, summary.currency);
        return format!(
            "All {trials} futures were needed and {figure} is known to within {known} only; you asked for {wanted}."
        );
    }
    if stopped.trials < summary.planned_trials {
        format!("Stopped after {trials} futures: {figure} is known to within {known}.")
    } else {
        format!("All {trials} futures were needed: {figure} is known to within {known}.")
    }
}

/// The figure, with the name of the strategy where it is not the one that everything else on the page speaks of.
fn figure(summary: &Summary, stopped: &Stopped) -> String {
    let figure = match (stopped.figure, stopped.percentile) {
        (StopFigure::Percentile, Some(percentile)) => format!("percentile {} of the saving", decimal(percentile, 2)),
        (StopFigure::Percentile, None) => "the percentile of the saving".to_owned(),
        (StopFigure::MeanSaving, _) => "the average saving".to_owned(),
        (StopFigure::Chance, _) => "the chance of a saving".to_owned(),
    };
    let best = summary.ranked().into_iter().find(|strategy| strategy.saving.is_some());
    match summary.strategy(&stopped.strategy) {
        Some(strategy) if best.is_none_or(|best| best.strategy != strategy.strategy) => {
            format!("{figure} with {}", strategy_phrase(&strategy.strategy, strategy.name.as_deref()))
        }
        _ => figure,
    }
}

fn precision(stopped: &Stopped, half_width: f64, currency: Currency) -> String {
    if stopped.figure.is_money() {
        format!("±{}", money_compact(half_width, currency))
    } else {
        format!("±{} futures in 100", decimal(half_width * 100.0, 2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fixture::comparison;

    fn sentence(stopped: &Stopped) -> String {
        ended(&comparison(9), stopped)
    }

    fn mean() -> Stopped {
        Stopped {
            figure: StopFigure::MeanSaving,
            percentile: None,
            strategy: "complete_offshore".to_owned(),
            value: 3.2e6,
            within: 60_000.0,
            half_width: 50_000.0,
            reached: true,
            trials: 4_096,
        }
    }

    #[test]
    fn the_end_of_a_run_says_what_is_known() {
        assert_eq!(
            sentence(&mean()),
            "Stopped after 4,096 futures: the average saving is known to within ±$50\u{a0}k."
        );
        assert_eq!(
            sentence(&Stopped { trials: 10_240, ..mean() }),
            "All 10,240 futures were needed: the average saving is known to within ±$50\u{a0}k."
        );
        assert_eq!(
            sentence(&Stopped { trials: 10_240, reached: false, half_width: 31_000.0, within: 20_000.0, ..mean() }),
            "All 10,240 futures were needed and the average saving is known to within ±$31\u{a0}k only; you asked for \
             ±$20\u{a0}k."
        );
    }

    #[test]
    fn the_status_says_what_ended_the_run() {
        let mut summary = comparison(9);
        summary.stopped = Some(mean());
        let status = crate::text::page::finished(&summary);
        assert_eq!(status, format!("{} Seed 1.", sentence(&mean())));
    }

    #[test]
    fn other_figures_and_other_ways_are_named() {
        let chance = Stopped { figure: StopFigure::Chance, within: 0.01, half_width: 0.0079, ..mean() };
        assert_eq!(
            sentence(&chance),
            "Stopped after 4,096 futures: the chance of a saving is known to within ±0.79 futures in 100."
        );
        let percentile = Stopped {
            figure: StopFigure::Percentile,
            percentile: Some(2.5),
            strategy: "hybrid_nearshore".to_owned(),
            ..mean()
        };
        assert_eq!(
            sentence(&percentile),
            "Stopped after 4,096 futures: percentile 2.5 of the saving with hybrid nearshore outsourcing is known to within \
             ±$50\u{a0}k."
        );
    }
}
