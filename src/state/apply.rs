//! The scenario after a change.

use super::edit::Edit;
use super::home::{choose_currency, choose_home};
use super::mixing;
use super::portfolio::{new_function, remove_function};
use super::quoting::choose_unit;
use super::work_edit::{self};
use crate::model::catalogue::usual_wage;
use crate::model::correlation::{Correlation, Pair};
use crate::model::{BusinessFunction, Hybrid, Scenario};

/// The scenario after the edit. Whether it makes sense is `check`'s question; an edit of a function that is not there
/// changes nothing.
pub fn apply(scenario: &Scenario, edit: &Edit) -> Scenario {
    let mut next = scenario.clone();
    match edit {
        Edit::Renamed(name) => name.trim().clone_into(&mut next.name),
        Edit::HeadcountChanged { function, value } => with(&mut next, function, |it| it.headcount = Some(*value)),
        Edit::WorkStated { function, statement } => {
            let heads = work_edit::heads(&next, function);
            with(&mut next, function, |it| work_edit::state_as(it, *statement, heads));
        }
        Edit::ContactsChanged { function, change } => with(&mut next, function, |it| {
            if let Some(contacts) = &mut it.contacts {
                change.apply(contacts);
            }
        }),
        Edit::CoverageChanged { function, coverage } => with(&mut next, function, |it| it.coverage = *coverage),
        Edit::MinimumPositionsChanged { function, positions } => {
            with(&mut next, function, |it| it.minimum_positions = *positions);
        }
        Edit::WageChanged { function, value } => with(&mut next, function, |it| it.wage = *value),
        Edit::FunctionNamed { function, name } => with(&mut next, function, |it| {
            let name = name.trim();
            it.name = (!name.is_empty()).then(|| name.to_owned());
        }),
        Edit::FunctionKindChosen { function, kind } => with(&mut next, function, |it| {
            if it.wage == usual_wage(it.kind, scenario) {
                it.wage = usual_wage(*kind, scenario);
            }
            if it.sensitivity == it.kind.usual_sensitivity() {
                it.sensitivity = kind.usual_sensitivity();
            }
            it.kind = *kind;
        }),
        Edit::SensitivityChosen { function, sensitivity } => {
            with(&mut next, function, |it| it.sensitivity = *sensitivity);
        }
        // What is usual for the kind is not written down, so that it follows the kind.
        Edit::CoreMarked { function, core } => with(&mut next, function, |it| {
            it.core = (*core != it.kind.is_usually_core()).then_some(*core);
        }),
        Edit::CustomerFacingMarked { function, customer_facing } => with(&mut next, function, |it| {
            it.customer_facing = (*customer_facing != it.kind.usually_faces_customers()).then_some(*customer_facing);
        }),
        Edit::FunctionMarked { function, outsource } => with(&mut next, function, |it| it.outsource = *outsource),
        Edit::KnownCostChanged { function, value } => with(&mut next, function, |it| it.known_cost = *value),
        Edit::MarginAtRiskChanged { function, value } => with(&mut next, function, |it| it.margin_at_risk = *value),
        Edit::QuoteUnitChosen { function, site, per } => choose_unit(&mut next, function, *site, *per),
        Edit::QuoteChanged { function, site, quote } => with(&mut next, function, |it| {
            it.quotes.insert(*site, *quote);
        }),
        Edit::TransactionsChanged { function, value } => {
            with(&mut next, function, |it| it.transactions_per_year = Some(*value));
        }
        Edit::FunctionAdded(kind) => {
            let function = new_function(&next, *kind);
            next.functions.push(function);
        }
        Edit::FunctionRemoved(function) => remove_function(&mut next, function),
        Edit::MixAdded => mixing::add(&mut next),
        Edit::MixRemoved(mix) => mixing::remove(&mut next, mix),
        Edit::MixNamed { mix, name } => mixing::rename(&mut next, mix, name),
        Edit::MixShareChanged { mix, function, site, share } => mixing::share(&mut next, mix, function, *site, *share),
        Edit::HorizonChanged(months) => next.horizon_months = *months,
        Edit::DiscountRateChanged(rate) => next.discount_rate = *rate,
        Edit::HybridShareChanged(share) => next.hybrid_share = *share,
        Edit::HybridChosen(hybrid) => next.hybrid = *hybrid,
        Edit::OverflowBaseChanged(base) => next.hybrid = Hybrid::Overflow { base: *base },
        Edit::RevenueChanged(revenue) => next.revenue = *revenue,
        Edit::BudgetChanged(budget) => next.budget = *budget,
        Edit::ConfidenceChanged(confidence) => next.confidence = *confidence,
        Edit::PercentilesChanged(percentiles) => next.percentiles.clone_from(percentiles),
        Edit::HomeCountryChosen(code) => choose_home(&mut next, code),
        Edit::CurrencyChosen(currency) => choose_currency(&mut next, *currency),
        Edit::DestinationChosen { site, destination } => next.destinations.set(*site, *destination),
        Edit::TermAgreed { site, term } => next.contracts.at_mut(*site).agree(*term),
        Edit::ScoreGiven { site, criterion, score } => next.providers.at_mut(*site).set(*criterion, *score),
        Edit::EventToggled { event, simulated } => next.events.set(*event, *simulated),
        Edit::LineToggled { line, counted: true } => {
            next.lines_off.remove(line);
        }
        Edit::LineToggled { line, counted: false } => {
            next.lines_off.insert(*line);
        }
        Edit::OneOffsSpread(months) => next.spread_one_offs_months = *months,
        Edit::ExitToggled(counted) => next.count_exit = *counted,
        Edit::TrialsChanged(trials) => next.run.trials = *trials,
        Edit::SeedChanged(seed) => next.run.seed = *seed,
        Edit::StopChanged(change) => change.apply(&mut next),
        Edit::AssumptionChanged { key, value } => {
            next.assumptions.insert(key.to_string(), *value);
        }
        Edit::AssumptionReset(key) => {
            next.assumptions.remove(&key.to_string());
        }
        Edit::AssumptionsReset => next.assumptions.clear(),
        Edit::CorrelationChanged { between, coefficient } => change_correlation(&mut next, between, *coefficient),
        Edit::CorrelationReset(between) => next.correlations.retain(|it| !is_same_pair(&it.between, between)),
        Edit::CorrelationsReset => next.correlations.clear(),
    }
    next
}

fn with(scenario: &mut Scenario, id: &str, change: impl FnOnce(&mut BusinessFunction)) {
    if let Some(function) = scenario.functions.iter_mut().find(|function| function.id == id) {
        change(function);
    }
}

fn change_correlation(scenario: &mut Scenario, between: &[String; 2], coefficient: f64) {
    match scenario.correlations.iter_mut().find(|it| is_same_pair(&it.between, between)) {
        Some(known) => known.coefficient = coefficient,
        None => scenario.correlations.push(Correlation { between: between.clone(), coefficient }),
    }
}

/// Whether both name the same two, whichever first.
fn is_same_pair(one: &[String; 2], two: &[String; 2]) -> bool {
    let pair = |between: &[String; 2]| Pair::parse([&between[0], &between[1]]);
    pair(one).is_some_and(|one| Some(one) == pair(two))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::presets::PRESETS;
    use crate::model::{DataSensitivity, FunctionKind};

    #[test]
    fn what_is_usual_for_a_kind_follows_it_until_it_is_stated() {
        let function = || "support".to_owned();
        let chosen = |kind| Edit::FunctionKindChosen { function: function(), kind };
        let scenario = apply(&PRESETS[0].scenario().unwrap(), &chosen(FunctionKind::Payroll));
        assert_eq!(scenario.functions[0].sensitivity, DataSensitivity::High);
        assert!(!scenario.functions[0].is_core() && !scenario.functions[0].is_customer_facing());
        let scenario = apply(&scenario, &Edit::CoreMarked { function: function(), core: true });
        let faces = Edit::CustomerFacingMarked { function: function(), customer_facing: true };
        let scenario = apply(&apply(&scenario, &faces), &chosen(FunctionKind::Sales));
        assert!(scenario.functions[0].is_core() && scenario.functions[0].is_customer_facing());
        // Back at what is usual, nothing is stated any more.
        assert_eq!(apply(&scenario, &faces).functions[0].customer_facing, None);
    }
}
