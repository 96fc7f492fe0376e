//! Every change that a user can make reaches the scenario, or leaves it as it was.

use super::tests::{four_functions, start};
use super::*;
use crate::model::contract::StepIn;
use crate::model::{
    AssumptionKey, CostLine, Coverage, Criterion, Destination, FunctionKind, Hybrid, RiskEvent, Site, StopFigure, Term,
    Uncertain, UsualHours,
};
use crate::state::{ContactsEdit, StopEdit, WorkStatement};

#[test]
fn what_is_optional_comes_and_goes() {
    let edits = |value: Option<Uncertain>| {
        let function = || "support".to_owned();
        [
            Edit::KnownCostChanged { function: function(), value },
            Edit::MarginAtRiskChanged { function: function(), value },
        ]
    };
    let stated = edits(Some(Uncertain::Fixed(1e6))).into_iter().fold(start(), |state, edit| reduce(state, edit.into()));
    let function = &stated.scenario.functions[0];
    assert_eq!([function.known_cost, function.margin_at_risk], [Some(Uncertain::Fixed(1e6)); 2]);
    let cleared = edits(None).into_iter().fold(stated, |state, edit| reduce(state, edit.into()));
    assert_eq!(cleared.scenario, start().scenario);
}

#[test]
fn a_precision_is_edited_refused_and_taken_back() {
    let edited = |state, change| reduce(state, Edit::StopChanged(change).into());
    let within = |state: &AppState| state.scenario.run.stop.as_ref().map(|stop| stop.within);
    let chosen = edited(start(), StopEdit::FigureChosen(Some(StopFigure::MeanSaving)));
    assert_eq!(within(&chosen), Some(50_000.0));
    assert!(Rc::ptr_eq(&edited(chosen.clone(), StopEdit::WithinChanged(0.0)), &chosen), "nothing is that precise");
    // Two key presses in one field are one step.
    let typed = edited(edited(chosen, StopEdit::WithinChanged(3.0)), StopEdit::WithinChanged(30_000.0));
    assert_eq!(within(&typed), Some(30_000.0));
    let back = reduce(typed, Action::Undone);
    assert_eq!(within(&back), Some(50_000.0));
    assert_eq!(reduce(back, Action::Undone).scenario, start().scenario);
}

#[test]
fn a_line_is_taken_out_and_put_back() {
    let toggled = |state, counted| reduce(state, Edit::LineToggled { line: CostLine::Travel, counted }.into());
    let without = toggled(start(), false);
    assert!(without.scenario.lines_off.contains(&CostLine::Travel));
    assert_eq!(toggled(without, true).scenario, start().scenario);
}

#[test]
fn a_function_takes_its_assumptions_with_it() {
    let attrition = AssumptionKey::parse("help_desk.attrition").unwrap();
    let load = AssumptionKey::parse("home.benefits_load").unwrap();
    let mut state = four_functions();
    for key in [attrition, load.clone()] {
        state = reduce(state, Edit::AssumptionChanged { key, value: Uncertain::Fixed(0.2) }.into());
    }
    assert_eq!(state.scenario.assumptions.len(), 2);
    let state = reduce(state, Edit::FunctionRemoved("help_desk".to_owned()).into());
    assert_eq!(state.scenario.functions.len(), 3);
    assert_eq!(state.scenario.assumptions.len(), 1);
    let state = reduce(state, Edit::AssumptionReset(load).into());
    assert!(state.scenario.assumptions.is_empty());
}

#[test]
fn functions_that_are_added_get_ids_of_their_own() {
    let mut state = start();
    for _ in 0..3 {
        state = reduce(state, Edit::FunctionAdded(FunctionKind::Payroll).into());
    }
    let ids: Vec<&str> = state.scenario.functions.iter().map(|function| function.id.as_str()).collect();
    assert_eq!(ids, ["support", "payroll", "payroll_2", "payroll_3"]);
    let state = reduce(state, Edit::FunctionRemoved("payroll".to_owned()).into());
    let state = reduce(state, Edit::FunctionAdded(FunctionKind::Payroll).into());
    assert_eq!(state.scenario.functions[3].id, "payroll");
}

#[test]
fn the_fortieth_function_is_the_last() {
    let mut state = start();
    for _ in 0..60 {
        state = reduce(state, Edit::FunctionAdded(FunctionKind::Other).into());
    }
    assert_eq!(state.scenario.functions.len(), crate::model::check::MOST_FUNCTIONS);
}

#[test]
fn a_typical_wage_follows_the_kind_and_an_own_wage_stays() {
    let chosen: Action =
        Edit::FunctionKindChosen { function: "support".to_owned(), kind: FunctionKind::Payroll }.into();
    let state = reduce(start(), chosen.clone());
    assert_eq!(state.scenario.functions[0].wage, Uncertain::Fixed(55_290.0));
    let own = Edit::WageChanged { function: "support".to_owned(), value: Uncertain::Fixed(50_000.0) };
    let state = reduce(reduce(start(), own.into()), chosen);
    assert_eq!(state.scenario.functions[0].wage, Uncertain::Fixed(50_000.0));
}

#[test]
fn work_is_stated_anew_at_about_the_same_size() {
    let state_as = |statement| Edit::WorkStated { function: "support".to_owned(), statement };
    let as_contacts = reduce(start(), state_as(WorkStatement::Contacts).into());
    let function = &as_contacts.scenario.functions[0];
    let contacts = function.contacts.unwrap();
    assert_eq!((function.headcount, contacts.per_month), (None, Uncertain::Fixed(29_250.0)));
    // Chosen twice is chosen once.
    let again = reduce(as_contacts.clone(), state_as(WorkStatement::Contacts).into());
    assert_eq!(again.scenario, as_contacts.scenario);

    let slower = ContactsEdit::HandleSeconds(Uncertain::Fixed(400.0));
    let edit = Edit::ContactsChanged { function: "support".to_owned(), change: slower };
    let back = reduce(reduce(as_contacts, edit.into()), state_as(WorkStatement::People).into());
    let function = &back.scenario.functions[0];
    assert!(function.contacts.is_none());
    let heads = function.headcount.unwrap().likely();
    assert!((27.0..40.0).contains(&heads), "25 people, who now need a third longer: {heads}");
}

#[test]
fn hours_and_hybrid_reach_the_scenario() {
    let coverage = Coverage::Usual(UsualHours::RoundTheClock);
    let state = reduce(start(), Edit::CoverageChanged { function: "support".to_owned(), coverage }.into());
    let state = reduce(state, Edit::MinimumPositionsChanged { function: "support".to_owned(), positions: 2 }.into());
    let state = reduce(state, Edit::HybridChosen(Hybrid::Overflow { base: Hybrid::USUAL_BASE }).into());
    let state = reduce(state, Edit::OverflowBaseChanged(0.8).into());
    assert_eq!(state.scenario.functions[0].coverage, coverage);
    assert_eq!(state.scenario.functions[0].minimum_positions, 2);
    assert_eq!(state.scenario.hybrid, Hybrid::Overflow { base: 0.8 });
    let refused = reduce(state.clone(), Edit::OverflowBaseChanged(-1.0).into());
    assert_eq!(refused.scenario, state.scenario);
}

#[test]
fn small_choices_reach_the_scenario() {
    let state =
        reduce(start(), Edit::DestinationChosen { site: Site::Offshore, destination: Destination::India }.into());
    assert_eq!(state.scenario.destinations.offshore, Destination::India);
    let toggled = Edit::EventToggled { event: RiskEvent::EarlyEnd, simulated: false };
    let state = reduce(state, toggled.into());
    assert!(!state.scenario.events.early_end && state.scenario.events.data_breach);
    let named = Edit::FunctionNamed { function: "support".to_owned(), name: "  Front desk ".to_owned() };
    let state = reduce(state, named.into());
    assert_eq!(state.scenario.functions[0].name.as_deref(), Some("Front desk"));
    assert_eq!(state.revision, 4);
}

#[test]
fn a_case_can_be_named() {
    let state = reduce(start(), Edit::Renamed("  Spring plan ".to_owned()).into());
    assert_eq!(state.scenario.name, "Spring plan");
    // It is still a variation of the preset it was made from.
    assert!(state.base.is_some());
    let long = reduce(state.clone(), Edit::Renamed("x".repeat(200)).into());
    assert!(Rc::ptr_eq(&state, &long));
}

#[test]
fn terms_and_scores_belong_to_one_site_and_make_sense_or_change_nothing() {
    let site = Site::Nearshore;
    let term = Term::StepIn(StepIn::Agreed);
    let agreed = reduce(start(), Edit::TermAgreed { site, term }.into());
    assert_eq!(agreed.scenario.contracts.nearshore.step_in, StepIn::Agreed);
    assert_eq!(agreed.scenario.contracts.offshore, start().scenario.contracts.offshore);
    let given = |score| Edit::ScoreGiven { site, criterion: Criterion::Security, score }.into();
    let scored = reduce(Rc::clone(&agreed), given(5));
    assert_eq!((scored.scenario.providers.nearshore.security, scored.revision), (5, agreed.revision + 1));
    for senseless in [0, 6] {
        assert!(Rc::ptr_eq(&reduce(Rc::clone(&scored), given(senseless)), &scored));
    }
    assert_eq!(reduce(scored, Action::Undone).scenario, agreed.scenario);
}
