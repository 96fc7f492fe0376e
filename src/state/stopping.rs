//! A change of when a run may stop early.

use crate::model::{Scenario, Stop, StopFigure};

/// The precision of an amount that is offered first, in US dollars: the first digit of it in another currency.
const USUAL_DOLLARS: f64 = 50_000.0;
/// The precision of a chance that is offered first: one future in a hundred.
const USUAL_SHARE: f64 = 0.01;
/// The percentile that is offered first, in per cent: a bad case of a saving.
const USUAL_PERCENTILE: f64 = 5.0;

/// A change of when a run may stop early.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StopEdit {
    /// The figure that ends a run; `None` to go through all trials.
    FigureChosen(Option<StopFigure>),
    /// How well it must be known: money, or a share, above 0.
    WithinChanged(f64),
    /// Which percentile it is, in per cent, 1..99.
    PercentileChanged(f64),
}

impl StopEdit {
    /// Whether `other` changes the same field to another value.
    pub fn is_of_same_field(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::WithinChanged(_), Self::WithinChanged(_)) | (Self::PercentileChanged(_), Self::PercentileChanged(_))
        )
    }

    /// Makes the change. What belongs to a figure that is not chosen cannot be changed.
    pub(super) fn apply(self, scenario: &mut Scenario) {
        match self {
            Self::FigureChosen(figure) => choose(scenario, figure),
            Self::WithinChanged(within) => {
                if let Some(stop) = &mut scenario.run.stop {
                    stop.within = within;
                }
            }
            Self::PercentileChanged(percentile) => {
                if let Some(stop) = scenario.run.stop.as_mut().filter(|stop| stop.percentile.is_some()) {
                    stop.percentile = Some(percentile);
                }
            }
        }
    }
}

/// Chooses a figure. The precision stays where it is in the same unit, and the strategy in any case.
fn choose(scenario: &mut Scenario, figure: Option<StopFigure>) {
    let before = scenario.run.stop.take();
    let kept = |figure: StopFigure| {
        let before = before.as_ref().filter(|before| before.figure.is_money() == figure.is_money());
        before.map(|before| before.within)
    };
    scenario.run.stop = figure.map(|figure| Stop {
        figure,
        percentile: (figure == StopFigure::Percentile).then_some(USUAL_PERCENTILE),
        strategy: before.as_ref().and_then(|before| before.strategy.clone()),
        within: kept(figure).unwrap_or_else(|| usual_precision(figure, scenario)),
    });
}

fn usual_precision(figure: StopFigure, scenario: &Scenario) -> f64 {
    if !figure.is_money() {
        return USUAL_SHARE;
    }
    let amount = USUAL_DOLLARS * scenario.units_per_dollar();
    let mut place = 1.0;
    while place * 10.0 <= amount {
        place *= 10.0;
    }
    ((amount / place).round() * place).clamp(1.0, Stop::MOST_MONEY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;
    use crate::model::check::check;
    use crate::model::presets::PRESETS;

    #[test]
    fn a_precision_is_chosen_changed_and_taken_away() {
        let mut scenario = PRESETS[0].scenario().unwrap();
        let before = scenario.clone();
        // There is nothing yet to change.
        StopEdit::WithinChanged(9.0).apply(&mut scenario);
        assert_eq!(scenario, before);
        StopEdit::FigureChosen(Some(StopFigure::MeanSaving)).apply(&mut scenario);
        let stop = |percentile, within, figure| Some(Stop { figure, percentile, strategy: None, within });
        assert_eq!(scenario.run.stop, stop(None, 50_000.0, StopFigure::MeanSaving));
        StopEdit::PercentileChanged(10.0).apply(&mut scenario);
        StopEdit::WithinChanged(20_000.0).apply(&mut scenario);
        StopEdit::FigureChosen(Some(StopFigure::Percentile)).apply(&mut scenario);
        assert_eq!(scenario.run.stop, stop(Some(5.0), 20_000.0, StopFigure::Percentile));
        StopEdit::PercentileChanged(10.0).apply(&mut scenario);
        assert_eq!(scenario.run.stop, stop(Some(10.0), 20_000.0, StopFigure::Percentile));
        StopEdit::FigureChosen(Some(StopFigure::Chance)).apply(&mut scenario);
        assert_eq!(scenario.run.stop, stop(None, 0.01, StopFigure::Chance));
        StopEdit::FigureChosen(None).apply(&mut scenario);
        assert_eq!(scenario, before);
    }

    #[test]
    fn what_is_offered_first_makes_sense_in_every_currency() {
        for currency in Currency::ALL {
            for figure in StopFigure::ALL {
                let mut scenario = PRESETS[0].scenario().unwrap();
                scenario.currency = *currency;
                StopEdit::FigureChosen(Some(figure)).apply(&mut scenario);
                assert_eq!(check(&scenario), []);
            }
        }
    }
}
