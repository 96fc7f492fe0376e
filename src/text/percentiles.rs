//! Percentiles of every way of sourcing: words and table.

use super::strategies::strategy_name;
use crate::engine::Summary;
use crate::engine::summary::{Distribution, PERCENTILES, StrategySummary};
use crate::format::{NO_NUMBER, NumberProblem, decimal, money_with_error};

/// Heading.
pub const TITLE: &str = "Any percentile";
/// How the table is read.
pub const HINT: &str = "Below the amount in column “95 %” lie 95 of 100 futures.";
/// Label of the percentiles that are asked for.
pub const FIELD: &str = "Further percentiles";
/// How to ask.
pub const FIELD_HINT: &str = "Per cent, from 0.1 to 99.9, at most 20, with spaces between: 2.5 97.5.";
/// Label of the choice of an amount.
pub const AMOUNT: &str = "Of what";

/// An amount whose percentiles can be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Amount {
    /// Total cost, discounted.
    #[default]
    Cost,
    /// Total cost, as it is paid.
    CostAsPaid,
    /// Saving against in-house, discounted.
    Saving,
    /// Saving against in-house, as it is paid.
    SavingAsPaid,
}

impl Amount {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Cost, Self::CostAsPaid, Self::Saving, Self::SavingAsPaid];

    /// Its id, for a list to choose from.
    pub fn id(self) -> &'static str {
        match self {
            Self::Cost => "cost",
            Self::CostAsPaid => "cost-as-paid",
            Self::Saving => "saving",
            Self::SavingAsPaid => "saving-as-paid",
        }
    }

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Cost => "Total cost, in today's money",
            Self::CostAsPaid => "Total cost, as it is paid",
            Self::Saving => "Saved against in-house, in today's money",
            Self::SavingAsPaid => "Saved against in-house, as it is paid",
        }
    }

    /// The amount of a strategy; in-house saves nothing against itself.
    fn of(self, strategy: &StrategySummary) -> Option<&Distribution> {
        match self {
            Self::Cost => Some(&strategy.cost_present_value),
            Self::CostAsPaid => Some(&strategy.cost_nominal),
            Self::Saving => strategy.saving.as_ref().map(|saving| &saving.present_value),
            Self::SavingAsPaid => strategy.saving.as_ref().map(|saving| &saving.nominal),
        }
    }
}

/// What is wrong with a typed list of percentiles.
pub fn list_problem(problem: &NumberProblem) -> String {
    match problem {
        NumberProblem::Comma(text) => format!(
            "“{}” can be one number or two. Write 97.5 with a point, or two numbers with a space between.",
            super::entry::shortened(text, 24)
        ),
        NumberProblem::NotANumber(text) => {
            format!(
                "“{}” is not a number. Write numbers with spaces between: 2.5 97.5.",
                super::entry::shortened(text, 24)
            )
        }
        NumberProblem::Empty | NumberProblem::TooLarge => "A percentile lies between 0.1 and 99.9.".to_owned(),
    }
}

/// Head of the table and its rows, the cheapest on average first: the usual percentiles and those asked for, in order.
pub fn table(summary: &Summary, amount: Amount) -> (Vec<String>, Vec<Vec<String>>) {
    let columns = columns(summary);
    let ranked = summary.ranked();
    let name = |strategy: &StrategySummary| strategy_name(&strategy.strategy, strategy.name.as_deref());
    let mut head = vec!["Way of sourcing".to_owned()];
    let mut rows: Vec<Vec<String>> = ranked.iter().map(|strategy| vec![name(strategy)]).collect();
    for percent in columns {
        let cells: Vec<Option<(f64, f64)>> =
            ranked.iter().map(|strategy| amount.of(strategy).and_then(|spread| percentile(spread, percent))).collect();
        // Rounded by one error, so that the decimals of a column stand below each other.
        let error = cells.iter().flatten().map(|(_, error)| *error).fold(0.0, f64::max);
        head.push(format!("{}\u{a0}%", decimal(percent, 4)));
        for (row, cell) in rows.iter_mut().zip(cells) {
            row.push(cell.map_or(NO_NUMBER.to_owned(), |(value, _)| money_with_error(value, error, summary.currency)));
        }
    }
    (head, rows)
}

/// The percentiles that the summary knows, in per cent, in order, each once.
fn columns(summary: &Summary) -> Vec<f64> {
    let asked_for = summary.strategies.first().map(|first| first.cost_present_value.further_percentiles.as_slice());
    let asked_for = asked_for.unwrap_or_default().iter().map(|further| further.percent);
    let mut columns: Vec<f64> = PERCENTILES.into_iter().map(f64::from).chain(asked_for).collect();
    columns.sort_by(f64::total_cmp);
    columns.dedup();
    columns
}

/// A percentile and its standard error, if the summary knows it.
fn percentile(spread: &Distribution, percent: f64) -> Option<(f64, f64)> {
    let is_meant = |other: f64| other.total_cmp(&percent).is_eq();
    if let Some(usual) = PERCENTILES.into_iter().find(|usual| is_meant(f64::from(*usual))) {
        return Some((*spread.percentiles.get(&usual)?, *spread.percentile_errors.get(&usual)?));
    }
    let further = spread.further_percentiles.iter().find(|further| is_meant(further.percent))?;
    Some((further.value, further.error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::summary::FurtherPercentile;
    use crate::text::fixture::comparison;

    #[test]
    fn what_was_asked_for_stands_in_its_place() {
        let mut summary = comparison(2);
        let further = |percent, value| FurtherPercentile { percent, value, error: 1_000.0 };
        for strategy in &mut summary.strategies {
            let spread = &mut strategy.cost_present_value;
            // The fifth is among the usual ones and must not stand there twice.
            spread.further_percentiles =
                vec![further(97.5, 7_777_000.0), further(5.0, spread.percentile(5)), further(2.5, 2_222_000.0)];
        }
        let (head, rows) = table(&summary, Amount::Cost);
        let expected = ["1", "2.5", "5", "10", "25", "50", "75", "90", "95", "97.5", "99"];
        assert_eq!(head[1..], expected.map(|percent| format!("{percent}\u{a0}%")));
        for row in &rows {
            assert_eq!(row.len(), head.len());
            assert!(row[2].contains("2.222") && row[10].contains("7.777"), "{row:?}");
        }
    }

    #[test]
    fn each_amount_has_its_own_figures() {
        let summary = crate::runner::inline::simulate(&{
            let mut scenario = crate::model::presets::PRESETS[0].scenario().unwrap();
            scenario.run.trials = 1_024;
            scenario
        })
        .unwrap();
        let tables = Amount::ALL.map(|amount| table(&summary, amount).1);
        for (index, rows) in tables.iter().enumerate() {
            assert!(tables[..index].iter().all(|other| other != rows), "{index}");
        }
        let home = tables[2].iter().find(|row| row[0] == "In-house").unwrap();
        assert!(home[1..].iter().all(|cell| cell == NO_NUMBER), "{home:?}");
    }

    #[test]
    fn every_problem_is_a_sentence() {
        let problems =
            [NumberProblem::Comma("97,5".into()), NumberProblem::NotANumber("x".repeat(99)), NumberProblem::TooLarge];
        for problem in problems {
            let sentence = list_problem(&problem);
            assert!(sentence.ends_with('.') && sentence.len() < 160, "{sentence}");
        }
    }
}
