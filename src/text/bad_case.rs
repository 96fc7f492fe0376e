//! If it goes wrong, and what one may regret: words and tables.

use super::charts::upper_first;
use super::closeness::cannot_be_told_apart;
use super::strategies::{strategy_name, strategy_phrase};
use crate::engine::Summary;
use crate::engine::summary::StrategySummary;
use crate::format::{money_compact, money_with_error, of_hundred, percent_points};
use crate::model::Currency;

/// Heading of the bad cases.
pub const TITLE: &str = "If it goes wrong";
/// What the section holds.
pub const HINT: &str = "The bad futures of each way of sourcing. A budget is compared with what is paid over the whole time, \
                        not with today's money.";
/// Label of the budget.
pub const BUDGET: &str = "Your budget for the whole time";
/// What the budget is for.
pub const BUDGET_HINT: &str = "Leave it empty if there is none.";
/// Label of the confidence.
pub const CONFIDENCE: &str = "How sure a budget should be";
/// What the confidence is for.
pub const CONFIDENCE_HINT: &str = "Between 50 % and 99.9 %: so often the budget needed, in the last column, is enough.";
/// Caption of the table.
pub const CAPTION: &str = "The bad futures of each way of sourcing";

/// Heads of the table.
pub fn table_head(confidence: f64) -> Vec<String> {
    [
        "Way of sourcing",
        "1 in 20 costs more than",
        "The worst 5 of 100 cost",
        "Where it does not save, it loses",
        "Over the budget in",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain([format!("Budget that is enough in {}", percent_points(confidence, 1))])
    .collect()
}

/// A row of the table.
pub fn table_row(strategy: &StrategySummary, currency: Currency) -> Vec<String> {
    let cost = &strategy.cost_present_value;
    let nothing = || "–".to_owned();
    let lost = strategy.saving.as_ref().map(|saving| saving.mean_when_negative);
    let budget = &strategy.budget_nominal;
    vec![
        strategy_name(&strategy.strategy, strategy.name.as_deref()),
        money_with_error(cost.value_at_risk_95, cost.percentile_errors.get(&95).copied().unwrap_or(0.0), currency),
        money_with_error(cost.conditional_value_at_risk, cost.conditional_value_at_risk_error, currency),
        match lost {
            None => nothing(),
            Some(None) => "never".to_owned(),
            Some(Some(loss)) => money_compact(-loss, currency),
        },
        budget.chance_exceeded.map_or_else(nothing, of_hundred),
        money_with_error(budget.needed, budget.needed_error, currency),
    ]
}

/// Heading of the regrets.
pub const REGRET_TITLE: &str = "What you may regret";

/// Regret and dominance in sentences: of the best choice, of staying, and which choices nobody would make.
pub fn regret(summary: &Summary) -> Vec<String> {
    let ranked = summary.ranked();
    let Some(best) = ranked.first().filter(|_| ranked.len() > 1) else { return Vec::new() };
    let phrase = |strategy: &StrategySummary| strategy_phrase(&strategy.strategy, strategy.name.as_deref());
    let mut sentences = vec![format!(
        "In hindsight another choice will often have been cheaper. With {} that costs you {} on average, the least of all \
         choices here; more than this no research can be worth.",
        phrase(best),
        money_with_error(best.expected_regret, best.expected_regret_error, summary.currency)
    )];
    if let Some(home) = ranked.iter().find(|strategy| strategy.saving.is_none() && strategy.strategy != best.strategy) {
        sentences.push(format!(
            "With {} you would regret {} on average.",
            phrase(home),
            money_with_error(home.expected_regret, home.expected_regret_error, summary.currency)
        ));
    }
    if let Some(next) = ranked.get(1).filter(|next| cannot_be_told_apart(best, next)) {
        sentences.push(format!("{} is as good as far as the simulation can tell.", upper_first(&phrase(next))));
    }
    sentences.extend(dominance(summary, best));
    sentences
}

/// Which choices are worse than the best one for everybody, and which for those who dislike risk.
fn dominance(summary: &Summary, best: &StrategySummary) -> Vec<String> {
    let Some(at) = summary.strategies.iter().position(|strategy| strategy.strategy == best.strategy) else {
        return Vec::new();
    };
    let dominated = |matrix: &[Vec<f64>]| -> Vec<usize> {
        let row = matrix.get(at).map(Vec::as_slice).unwrap_or_default();
        row.iter()
            .enumerate()
            .filter(|(_, part)| **part <= summary.dominance.tolerance)
            .map(|(other, _)| other)
            .collect()
    };
    let names = |list: &[usize]| -> String {
        let known = list.iter().filter_map(|&index| summary.strategies.get(index));
        let names: Vec<String> =
            known.map(|strategy| strategy_phrase(&strategy.strategy, strategy.name.as_deref())).collect();
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
            None => String::new(),
        }
    };
    let first = dominated(&summary.dominance.first_order);
    let second: Vec<usize> =
        dominated(&summary.dominance.second_order).into_iter().filter(|other| !first.contains(other)).collect();
    let best = upper_first(&strategy_phrase(&best.strategy, best.name.as_deref()));
    let mut sentences = Vec::new();
    if !first.is_empty() {
        sentences
            .push(format!("{best} beats {} for anybody who wants low cost, however they weigh risk.", names(&first)));
    }
    if !second.is_empty() {
        sentences.push(format!("{best} beats {} for anybody who also dislikes risk.", names(&second)));
    }
    if first.len() + second.len() + 1 < summary.strategies.len() {
        sentences.push("Between the others it depends on how much risk you are willing to take.".to_owned());
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::summary::Dominance;
    use crate::text::fixture::comparison;

    #[test]
    fn dominated_choices_are_named_once() {
        let mut summary = comparison(2);
        let best = summary.ranked()[0].strategy.clone();
        let at = summary.strategies.iter().position(|strategy| strategy.strategy == best).unwrap();
        let mut first_order = vec![vec![1.0; 3]; 3];
        let mut second_order = first_order.clone();
        for (other, part) in [(0, 0.0), (2, 0.5), (1, 0.5)].into_iter().filter(|(other, _)| *other != at) {
            first_order[at][other] = part;
            second_order[at][other] = 0.0;
        }
        summary.dominance = Dominance { tolerance: 0.02, first_order, second_order };
        let sentences = regret(&summary).join(" ");
        assert!(sentences.contains("beats staying in-house for anybody who wants low cost"), "{sentences}");
        assert_eq!(sentences.matches("for anybody who also dislikes risk").count(), 1, "{sentences}");
        assert!(!sentences.contains("depends on how much risk"), "{sentences}");
    }

    #[test]
    fn a_row_has_a_cell_for_each_head() {
        for strategy in &comparison(3).strategies {
            assert_eq!(table_row(strategy, Currency::default()).len(), table_head(0.8).len());
        }
        assert!(regret(&comparison(0)).is_empty());
    }
}
