//! What follows from what happened, case by case.

use super::*;
use crate::engine::Summary;
use crate::engine::summary::{Distribution, Saving, StrategySummary};
use crate::model::presets::PRESETS;
use crate::model::{Ends, RiskEvent, Uncertain};

pub(super) fn start() -> Rc<AppState> {
    Rc::new(AppState::open(PRESETS[0].scenario().unwrap(), Origin::Preset))
}

pub(super) fn four_functions() -> Rc<AppState> {
    Rc::new(AppState::open(PRESETS[2].scenario().unwrap(), Origin::Preset))
}

fn distribution(mean: f64) -> Distribution {
    Distribution { mean, mean_standard_error: 1.0, standard_deviation: 10.0, ..Distribution::default() }
}

fn strategy(id: &str, cost: f64, saves: bool) -> StrategySummary {
    StrategySummary {
        strategy: id.to_owned(),
        cost_nominal: distribution(cost),
        cost_present_value: distribution(cost),
        saving: saves.then(|| Saving {
            nominal: distribution(1.0),
            present_value: distribution(1.0),
            chance_positive: 0.5,
            ..Saving::default()
        }),
        ..StrategySummary::default()
    }
}

fn summary() -> Rc<Summary> {
    Rc::new(Summary {
        trials: 1_024,
        planned_trials: 10_240,
        strategies: vec![
            strategy("in_house", 2.0, false),
            strategy("complete_onshore", 4.0, true),
            strategy("complete_offshore", 3.0, true),
        ],
        ..Summary::default()
    })
}

pub(super) fn heads(value: Uncertain) -> Action {
    Edit::HeadcountChanged { function: "support".to_owned(), value }.into()
}

#[test]
fn a_valid_edit_makes_a_new_scenario_and_a_new_run() {
    let state = reduce(start(), heads(Uncertain::Fixed(40.0)));
    assert_eq!(state.scenario.functions[0].headcount, Some(Uncertain::Fixed(40.0)));
    assert_eq!(state.revision, 2);
    assert!(state.run.is_running() && state.touched && state.differs_from_preset());
}

#[test]
fn a_budget_comes_and_goes() {
    let state = reduce(start(), Edit::BudgetChanged(Some(5e6)).into());
    assert_eq!(state.scenario.budget, Some(5e6));
    let state = reduce(state, Edit::ConfidenceChanged(0.9).into());
    assert!((state.scenario.confidence - 0.9).abs() < 1e-15);
    let before = reduce(state, Edit::BudgetChanged(None).into());
    assert_eq!(before.scenario.budget, None);
    // Nobody can be sure.
    assert!(Rc::ptr_eq(&reduce(Rc::clone(&before), Edit::ConfidenceChanged(1.0).into()), &before));
}

#[test]
fn percentiles_are_asked_for_within_bounds() {
    let before = reduce(start(), Edit::PercentilesChanged(vec![2.5, 97.5]).into());
    assert_eq!(before.scenario.percentiles, [2.5, 97.5]);
    for list in [vec![0.05], vec![2.5, 99.95], vec![f64::NAN], vec![50.0; 21]] {
        assert!(
            Rc::ptr_eq(&reduce(Rc::clone(&before), Edit::PercentilesChanged(list.clone()).into()), &before),
            "{list:?}"
        );
    }
    assert_eq!(reduce(before, Edit::PercentilesChanged(Vec::new()).into()).scenario.percentiles, [0.0; 0]);
}

#[test]
fn an_edit_that_makes_no_sense_leaves_everything_as_it_was() {
    let before = start();
    for edit in [
        Edit::HeadcountChanged { function: "support".to_owned(), value: Uncertain::Fixed(-3.0) },
        Edit::HeadcountChanged { function: "support".to_owned(), value: Uncertain::Fixed(f64::NAN) },
        Edit::HorizonChanged(1),
        Edit::DiscountRateChanged(0.9),
        Edit::HybridShareChanged(1.5),
        Edit::TrialsChanged(1),
        Edit::SeedChanged(u64::MAX),
        Edit::OneOffsSpread(121),
        Edit::KnownCostChanged { function: "support".to_owned(), value: Some(Uncertain::Fixed(-1.0)) },
        Edit::FunctionRemoved("support".to_owned()),
        Edit::HeadcountChanged { function: "nobody".to_owned(), value: Uncertain::Fixed(3.0) },
        Edit::HorizonChanged(60),
    ] {
        let after = reduce(before.clone(), Action::Edited(edit.clone()));
        assert!(Rc::ptr_eq(&before, &after), "{edit:?}");
    }
}

#[test]
fn a_plain_number_takes_the_place_of_a_range() {
    let range = Uncertain::Pert { low: 20.0, likely: 25.0, high: 40.0, ends: Ends::Bounds };
    let state = reduce(reduce(start(), heads(range)), heads(Uncertain::Fixed(30.0)));
    assert_eq!(state.scenario.functions[0].headcount, Some(Uncertain::Fixed(30.0)));
}

#[test]
fn the_old_answer_stays_until_the_new_one_comes() {
    let state = reduce(start(), Action::RunFinished { revision: 1, summary: summary() });
    assert!(!state.is_stale() && state.run == RunState::Finished);
    let state = reduce(state, Action::Edited(Edit::HorizonChanged(36)));
    assert!(state.is_stale() && state.answer.is_some());
    let state = reduce(state, Action::RunPreviewed { revision: 2, summary: summary() });
    assert!(!state.is_stale() && state.answer.as_ref().unwrap().preview && state.run.is_running());
    let state = reduce(state, Action::RunFinished { revision: 2, summary: summary() });
    assert!(!state.answer.as_ref().unwrap().preview);
    // A preview that was overtaken does not undo the finished run.
    let late = reduce(state.clone(), Action::RunPreviewed { revision: 2, summary: summary() });
    assert!(Rc::ptr_eq(&state, &late));
}

#[test]
fn while_the_scenario_moves_on_the_figures_follow_a_step_behind() {
    let mut state = reduce(start(), Action::RunFinished { revision: 1, summary: summary() });
    for months in [36, 42, 48] {
        state = reduce(state, Action::Edited(Edit::HorizonChanged(months)));
    }
    let shown = |state: &AppState| state.answer.as_ref().map(|answer| (answer.revision, answer.preview));
    let state = reduce(state, Action::RunPreviewed { revision: 2, summary: summary() });
    assert_eq!(shown(&state), Some((2, true)));
    assert!(state.is_stale() && state.run.is_running());
    let state = reduce(state, Action::RunFinished { revision: 3, summary: summary() });
    assert_eq!(shown(&state), Some((3, false)));
    // Only the answer for what is in force ends the run.
    assert!(state.is_stale() && state.run.is_running());
    for action in [
        Action::RunPreviewed { revision: 2, summary: summary() },
        Action::RunFinished { revision: 2, summary: summary() },
        Action::RunPreviewed { revision: 3, summary: summary() },
        Action::RunFinished { revision: 3, summary: summary() },
    ] {
        let after = reduce(state.clone(), action.clone());
        assert!(Rc::ptr_eq(&state, &after), "{action:?} is no newer than what is shown");
    }
    let state = reduce(state, Action::RunFinished { revision: 4, summary: summary() });
    assert_eq!((shown(&state), state.is_stale(), state.run), (Some((4, false)), false, RunState::Finished));
}

#[test]
fn what_happens_to_the_run_of_an_older_scenario_says_nothing_of_this_one() {
    let state = reduce(start(), Action::Edited(Edit::HorizonChanged(36)));
    for action in [
        Action::RunProgressed { revision: 1, done: 5, planned: 10 },
        Action::RunCancelled { revision: 1 },
        Action::RunRefused { revision: 1, issues: Vec::new() },
    ] {
        let after = reduce(state.clone(), action.clone());
        assert!(Rc::ptr_eq(&state, &after), "{action:?}");
    }
}

#[test]
fn a_cancelled_run_can_be_asked_for_again() {
    let state = reduce(start(), Action::RunProgressed { revision: 1, done: 1_024, planned: 10_240 });
    let state = reduce(state, Action::RunCancelled { revision: 1 });
    assert_eq!(state.run, RunState::Cancelled);
    for late in [
        Action::RunProgressed { revision: 1, done: 2_048, planned: 10_240 },
        Action::RunPreviewed { revision: 1, summary: summary() },
        Action::RunFinished { revision: 1, summary: summary() },
    ] {
        let after = reduce(state.clone(), late.clone());
        assert!(Rc::ptr_eq(&state, &after), "{late:?}");
    }
    let state = reduce(state, Action::RunRequested);
    assert!(state.run.is_running() && state.revision == 2 && !state.touched);
}

#[test]
fn a_preset_brings_everything_back() {
    let state = reduce(start(), heads(Uncertain::Fixed(40.0)));
    let state = reduce(state, Action::PresetChosen(PRESETS[0]));
    assert!(!state.differs_from_preset() && state.touched);
    assert_eq!((state.revision, state.opened), (3, 2));
}

#[test]
fn a_link_opens_untouched_and_an_echo_changes_nothing() {
    let scenario = Rc::new(PRESETS[1].scenario().unwrap());
    let state = reduce(start().with(NoticeKind::LinkBroken), Action::LinkOpened(scenario.clone()));
    assert_eq!(state.origin, Origin::Link);
    assert!(!state.touched && state.notices.is_empty());
    let echo = reduce(state.clone(), Action::LinkOpened(scenario));
    assert!(Rc::ptr_eq(&state, &echo));
}

#[test]
fn changes_are_taken_back_and_made_again() {
    let before = start();
    let untouched = reduce(before.clone(), Action::Undone);
    assert!(Rc::ptr_eq(&before, &untouched), "there is nothing to take back yet");
    let edited = reduce(before.clone(), heads(Uncertain::Fixed(40.0)));
    let other = reduce(edited.clone(), Action::PresetChosen(PRESETS[1]));
    let back = reduce(other.clone(), Action::Undone);
    assert_eq!((&back.scenario, &back.base), (&edited.scenario, &edited.base));
    assert!(back.run.is_running() && back.revision > other.revision);
    let back = reduce(back, Action::Undone);
    assert_eq!(back.scenario, before.scenario);
    assert!(!back.history.can_undo() && back.history.can_redo());
    let forth = reduce(reduce(back.clone(), Action::Redone), Action::Redone);
    assert_eq!((&forth.scenario, &forth.base), (&other.scenario, &other.base));
    // A new change leaves what was taken back behind.
    let away = reduce(back, Edit::HorizonChanged(24).into());
    assert!(!away.history.can_redo());
}

#[test]
fn the_way_of_a_slider_is_one_step() {
    let mut state = start();
    for share in [0.4, 0.3, 0.2] {
        state = reduce(state, Edit::HybridShareChanged(share).into());
    }
    let revision = state.revision;
    state = reduce(state, Action::RunFinished { revision, summary: summary() });
    // What was seen whole is a step of its own.
    state = reduce(state, Edit::HybridShareChanged(0.1).into());
    state = reduce(state, Action::Undone);
    assert_eq!(state.scenario.hybrid_share.to_bits(), 0.2_f64.to_bits());
    state = reduce(state, Action::Undone);
    assert_eq!(state.scenario.hybrid_share.to_bits(), start().scenario.hybrid_share.to_bits());
    assert!(!state.history.can_undo());
}

#[test]
fn the_history_does_not_grow_without_end() {
    let mut state = start();
    for step in 0..300_u32 {
        state = reduce(state, Edit::EventToggled { event: RiskEvent::EarlyEnd, simulated: step % 2 == 1 }.into());
    }
    let mut steps = 0;
    while state.history.can_undo() {
        state = reduce(state, Action::Undone);
        steps += 1;
    }
    assert_eq!(steps, 100);
}

#[test]
fn one_notice_of_a_kind_is_enough() {
    let state = reduce(start(), Action::Noticed(NoticeKind::ComputingInPage));
    let again = reduce(state.clone(), Action::Noticed(NoticeKind::ComputingInPage));
    assert!(Rc::ptr_eq(&state, &again));
    let state = reduce(again, Action::RunRefused { revision: 1, issues: Vec::new() });
    assert_eq!((state.notices.len(), state.run), (2, RunState::Refused));
    let state = reduce(state, Action::NoticeDismissed(NoticeKind::ComputingInPage));
    assert_eq!(state.notices.len(), 1);
    let state = reduce(state, heads(Uncertain::Fixed(40.0)));
    assert!(state.notices.is_empty());
}

#[test]
fn the_cheapest_way_out_of_the_house_is_shown_unless_another_is_selected() {
    let state = reduce(start(), Action::RunFinished { revision: 1, summary: summary() });
    assert_eq!(state.shown_strategy().unwrap().strategy, "complete_offshore");
    let state = reduce(state, Action::StrategySelected("complete_onshore".to_owned()));
    assert_eq!(state.shown_strategy().unwrap().strategy, "complete_onshore");
    for id in ["in_house", "gone"] {
        let state = reduce(state.clone(), Action::StrategySelected(id.to_owned()));
        assert_eq!(state.shown_strategy().unwrap().strategy, "complete_offshore");
    }
}

trait With {
    fn with(self, kind: NoticeKind) -> Rc<AppState>;
}

impl With for Rc<AppState> {
    fn with(self, kind: NoticeKind) -> Rc<AppState> {
        Rc::new((*self).clone().with_notice(kind))
    }
}

#[test]
fn a_pair_is_the_same_whichever_side_is_named_first() {
    let edit = |one: &str, two: &str, coefficient: f64| -> Action {
        Edit::CorrelationChanged { between: [one.to_owned(), two.to_owned()], coefficient }.into()
    };
    let state = reduce(start(), edit("home.wage_growth", "home.price_inflation", 0.2));
    let state = reduce(state, edit("home.price_inflation", "home.wage_growth", 0.4));
    assert_eq!(state.scenario.correlations.len(), 1);
    assert_eq!(state.scenario.correlations[0].coefficient, 0.4);
    // Impossible ones leave it as it was.
    for wrong in [edit("home.wage_growth", "home.wage_growth", 0.1), edit("*.wage", "*.wage", 1.5)] {
        assert!(Rc::ptr_eq(&state, &reduce(state.clone(), wrong)));
    }
    let between = ["home.wage_growth", "home.price_inflation"].map(str::to_owned);
    let state = reduce(state, Action::Edited(Edit::CorrelationReset(between)));
    assert_eq!(state.scenario, start().scenario);
}

#[test]
fn a_function_takes_its_correlations_along() {
    let between = |one: &str, two: &str| [one.to_owned(), two.to_owned()];
    let mut state = four_functions();
    for pair in [between("support.wage", "accounting.wage"), between("*.wage", "*.attrition")] {
        state = reduce(state, Action::Edited(Edit::CorrelationChanged { between: pair, coefficient: 0.1 }));
    }
    assert_eq!(state.scenario.correlations.len(), 2);
    let state = reduce(state, Action::Edited(Edit::FunctionRemoved("support".to_owned())));
    assert_eq!(state.scenario.correlations.len(), 1);
    assert!(check(&state.scenario).is_empty());
}

/// Effects of what is no longer in force are not taken; those of another scenario go when one is opened.
#[test]
fn effects_belong_to_the_scenario_in_force() {
    let found = |state: Rc<AppState>, revision: u64| {
        reduce(state, Action::EffectsFound { revision, effects: Rc::default(), complete: true })
    };
    let state = found(start(), 1);
    assert!(state.effects.as_ref().is_some_and(|effects| effects.complete && effects.revision == 1));
    let state = reduce(state, Action::RunRequested);
    let stale = found(Rc::clone(&state), 1);
    assert!(Rc::ptr_eq(&state, &stale));
    let other = reduce(state, Action::PresetChosen(PRESETS[1]));
    assert_eq!(other.effects, None);
}
