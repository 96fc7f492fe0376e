//! A function that comes to the portfolio, and one that goes.

use crate::model::catalogue::usual_wage;
use crate::model::correlation::Party;
use crate::model::{AssumptionKey, BusinessFunction, Coverage, FunctionKind, Scenario, Scope, Strategy, Uncertain};
use std::collections::BTreeMap;

/// Heads of a function that was just added.
const HEADS_OF_A_NEW_FUNCTION: f64 = 10.0;

/// A function of this kind with what is usual for it.
pub fn new_function(scenario: &Scenario, kind: FunctionKind) -> BusinessFunction {
    let mut id = kind.id().to_owned();
    let mut number = 1_u32;
    while scenario.function(&id).is_some() {
        number += 1;
        id = format!("{}_{number}", kind.id());
    }
    BusinessFunction {
        id,
        kind,
        name: None,
        headcount: Some(Uncertain::Fixed(HEADS_OF_A_NEW_FUNCTION)),
        contacts: None,
        coverage: Coverage::default(),
        minimum_positions: 1,
        wage: usual_wage(kind, scenario),
        sensitivity: kind.usual_sensitivity(),
        known_cost: None,
        margin_at_risk: None,
        outsource: true,
        core: None,
        customer_facing: None,
        transactions_per_year: None,
        quotes: BTreeMap::new(),
    }
}

/// Takes out the function and everything that was said about it.
pub fn remove_function(scenario: &mut Scenario, id: &str) {
    scenario.functions.retain(|function| function.id != id);
    scenario.assumptions.retain(|text, _| match AssumptionKey::parse(text).map(|key| key.scope) {
        Some(Scope::Function(function) | Scope::FunctionSite(function, _)) => function != id,
        Some(Scope::Home | Scope::Site(_)) | None => true,
    });
    scenario.correlations.retain(|correlation| {
        !correlation.between.iter().any(|text| match Party::parse(text) {
            Some(Party::One(key)) => key.scope.function() == Some(id),
            Some(Party::Every(_)) | None => false,
        })
    });
    for strategy in &mut scenario.strategies {
        if let Strategy::Mix { shares, .. } = strategy {
            shares.remove(id);
        }
    }
}
