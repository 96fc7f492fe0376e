//! What follows from what happened.

use super::action::Action;
use super::app_state::{Answer, AppState, Effects, Origin, base_of};
use super::apply::apply;
use super::edit::Edit;
use super::history::{History, Step};
use super::notice::NoticeKind;
use super::run_state::RunState;
use crate::model::Scenario;
use crate::model::check::check;
use std::rc::Rc;

/// The state after `action`. The same `Rc` comes back when nothing changes, so that nothing is drawn again.
pub fn reduce(state: Rc<AppState>, action: Action) -> Rc<AppState> {
    match action {
        Action::Edited(edit) => edited(state, &edit),
        Action::Undone => travelled(state, History::undo),
        Action::Redone => travelled(state, History::redo),
        Action::PresetChosen(preset) => match preset.scenario() {
            Ok(scenario) => opened(&state, Rc::new(scenario), Origin::Preset, true),
            // A test rules this out for the presets that are shipped.
            Err(_) => state,
        },
        Action::LinkOpened(scenario) => {
            // What the address already says is no news: writing it ends up here too in some browsers.
            if scenario == state.scenario { state } else { opened(&state, scenario, Origin::Link, false) }
        }
        Action::StrategySelected(id) => {
            if state.selected.as_ref() == Some(&id) {
                return state;
            }
            change(&state, |next| next.selected = Some(id))
        }
        Action::RunRequested => change(&state, |next| {
            next.revision += 1;
            next.run = waiting(&next.scenario);
        }),
        Action::RunProgressed { revision, done, planned } => {
            let run = RunState::Running { done, planned };
            if revision != state.revision || !state.run.is_running() || state.run == run {
                return state;
            }
            change(&state, |next| next.run = run)
        }
        Action::RunPreviewed { revision, summary } => answered(state, Answer { summary, revision, preview: true }),
        Action::RunFinished { revision, summary } => answered(state, Answer { summary, revision, preview: false }),
        Action::EffectsFound { revision, effects, complete } => {
            // Those of a scenario that has been opened instead would not even have the same functions.
            if revision != state.revision {
                return state;
            }
            change(&state, |next| next.effects = Some(Effects { known: effects, revision, complete }))
        }
        Action::RunRefused { revision, issues } => {
            if revision != state.revision {
                return state;
            }
            let mut next = (*state).clone().with_notice(NoticeKind::RunRefused(issues));
            next.run = RunState::Refused;
            Rc::new(next)
        }
        Action::RunCancelled { revision } => {
            if revision != state.revision || !state.run.is_running() {
                return state;
            }
            change(&state, |next| next.run = RunState::Cancelled)
        }
        Action::Noticed(kind) => {
            if state.notices.iter().any(|notice| notice.kind == kind) {
                return state;
            }
            Rc::new((*state).clone().with_notice(kind))
        }
        Action::NoticeDismissed(kind) => change(&state, |next| next.notices.retain(|notice| notice.kind != kind)),
    }
}

fn change(state: &AppState, make: impl FnOnce(&mut AppState)) -> Rc<AppState> {
    let mut next = state.clone();
    make(&mut next);
    Rc::new(next)
}

/// What the run of `scenario` looks like before the first batch is back.
fn waiting(scenario: &Scenario) -> RunState {
    RunState::Running { done: 0, planned: scenario.run.trials }
}

fn edited(state: Rc<AppState>, edit: &Edit) -> Rc<AppState> {
    let scenario = apply(&state.scenario, edit);
    // The field that made the edit says what is wrong with it; here the last good scenario stays in force.
    if scenario == *state.scenario || !check(&scenario).is_empty() {
        return state;
    }
    change(&state, |next| {
        Rc::make_mut(&mut next.history).edited(step(&state), edit);
        next.run = waiting(&scenario);
        next.scenario = Rc::new(scenario);
        next.revision += 1;
        next.touched = true;
        next.notices.retain(|notice| !notice.kind.ends_with_edit());
    })
}

fn step(state: &AppState) -> Step {
    Step { scenario: Rc::clone(&state.scenario), base: state.base.clone() }
}

/// One step back or forth in the history.
fn travelled(state: Rc<AppState>, travel: fn(&mut History, Step) -> Option<Step>) -> Rc<AppState> {
    let mut history = (*state.history).clone();
    let Some(Step { scenario, base }) = travel(&mut history, step(&state)) else { return state };
    change(&state, |next| {
        next.history = Rc::new(history);
        next.run = waiting(&scenario);
        next.scenario = scenario;
        next.base = base;
        next.revision += 1;
        next.touched = true;
        next.notices.retain(|notice| !notice.kind.ends_with_edit());
    })
}

fn opened(state: &AppState, scenario: Rc<Scenario>, origin: Origin, touched: bool) -> Rc<AppState> {
    change(state, |next| {
        Rc::make_mut(&mut next.history).opened(step(state));
        next.run = waiting(&scenario);
        next.base = base_of(&scenario);
        next.scenario = scenario;
        next.revision += 1;
        next.opened += 1;
        next.origin = origin;
        next.touched = touched;
        next.selected = None;
        next.effects = None;
        next.notices.retain(|notice| !notice.kind.ends_with_edit());
    })
}

/// Takes an answer that is newer than the one shown, even if the scenario has moved on since: while a slider is dragged the
/// figures follow it, a step behind and marked as old, and only the answer for the present scenario ends the run.
fn answered(state: Rc<AppState>, answer: Answer) -> Rc<AppState> {
    let is_newer = state.answer.as_ref().is_none_or(|shown| answer.supersedes(shown));
    // What comes after the user cancelled is no longer wanted.
    if !is_newer || answer.revision > state.revision || state.run == RunState::Cancelled {
        return state;
    }
    change(&state, |next| {
        if answer.revision == next.revision && !answer.preview {
            next.run = RunState::Finished;
            Rc::make_mut(&mut next.history).close_step();
        }
        next.answer = Some(answer);
    })
}

#[cfg(test)]
mod edit_tests;
#[cfg(test)]
mod tests;
