//! Runs the scenario in force, whenever it changes.

use crate::browser::scheduling::after;
use crate::state::{Action, NoticeKind};
use crate::ui::context::{Dispatch, Store};
use crate::worker::{Pool, PoolEvent};
use std::rc::Rc;
use yew::prelude::*;

/// How long changes are gathered before a run starts. Shorter than the eye notices, longer than two key presses of a
/// held key; it does not start anew with each change, so that the answer keeps moving while a slider is dragged.
const GATHERING_MILLIS: u32 = 30;

/// Keeps the pool of workers and runs every new revision in it; returns the way to cancel the run.
#[hook]
pub fn use_simulation(state: &Store, dispatch: &Dispatch) -> Callback<()> {
    let pool = use_mut_ref(|| None::<Pool>);
    let newest = use_mut_ref(|| state.clone());
    let gathering = use_mut_ref(|| false);

    {
        let (pool, dispatch) = (Rc::clone(&pool), dispatch.clone());
        use_effect_with((), move |()| {
            let listener = move |event| {
                if let Some(action) = action_of(event) {
                    dispatch.dispatch(action);
                }
            };
            *pool.borrow_mut() = Some(Pool::new(Rc::new(listener)));
        });
    }

    let run_newest = {
        let (pool, newest) = (Rc::clone(&pool), Rc::clone(&newest));
        move || {
            // The pool may answer at once, so nothing stays borrowed while it works.
            let running = pool.borrow().clone();
            let state = newest.borrow().clone();
            if let Some(running) = running {
                running.run(state.revision, &state.scenario);
            }
        }
    };
    {
        let state = state.clone();
        use_effect_with(state.revision, move |revision| {
            *newest.borrow_mut() = state;
            if *revision == 1 {
                run_newest();
            } else if !gathering.replace(true) {
                after(GATHERING_MILLIS, move || {
                    gathering.replace(false);
                    run_newest();
                })
                .forget();
            }
        });
    }

    use_callback((), move |(), ()| {
        let running = pool.borrow().clone();
        if let Some(running) = running {
            running.cancel();
        }
    })
}

/// What the pool tells, as what happened on the page; `None` for what nobody needs to know.
fn action_of(event: PoolEvent) -> Option<Action> {
    Some(match event {
        PoolEvent::Progressed { revision, trials_done, trials_planned } => {
            Action::RunProgressed { revision, done: trials_done, planned: trials_planned }
        }
        PoolEvent::Previewed { revision, summary } => Action::RunPreviewed { revision, summary },
        PoolEvent::Finished { revision, summary } => Action::RunFinished { revision, summary },
        PoolEvent::Refused { revision, issues } => Action::RunRefused { revision, issues },
        PoolEvent::Cancelled { revision } => Action::RunCancelled { revision },
        PoolEvent::ComputingInPage => Action::Noticed(NoticeKind::ComputingInPage),
        PoolEvent::VersionMismatch => Action::Noticed(NoticeKind::VersionMismatch),
        // Its batch was handed out again: the answer is the same and comes a moment later.
        PoolEvent::WorkerReplaced => return None,
    })
}
