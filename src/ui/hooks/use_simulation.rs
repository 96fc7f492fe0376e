//! Runs the scenario in force, whenever it changes.

use crate::browser::scheduling::after;
use crate::state::{Action, FIRST_REVISION, NoticeKind};
use crate::ui::context::{Dispatch, Store};
use crate::worker::{Pool, PoolEvent};
use std::rc::Rc;
use yew::prelude::*;

/// How long changes are gathered before a run starts. Shorter than the eye notices, longer than two key presses of a
/// held key; it does not start anew with each change, so that the answer keeps moving while a slider is dragged.
const GATHERING_MILLIS: u32 = 30;

/// Runs every new revision in the pool, which has been running the first one since before the page was drawn; returns the way to
/// cancel the run.
#[hook]
pub fn use_simulation(pool: &Pool, state: &Store, dispatch: &Dispatch) -> Callback<()> {
    let newest = use_mut_ref(|| state.clone());
    let gathering = use_mut_ref(|| false);

    {
        let (pool, dispatch) = (pool.clone(), dispatch.clone());
        use_effect_with((), move |()| {
            pool.listen(Rc::new(move |event| {
                if let Some(action) = action_of(event) {
                    dispatch.dispatch(action);
                }
            }));
        });
    }
    {
        let (pool, state) = (pool.clone(), state.clone());
        use_effect_with(state.revision, move |revision| {
            *newest.borrow_mut() = state;
            if *revision > FIRST_REVISION && !gathering.replace(true) {
                after(GATHERING_MILLIS, move || {
                    gathering.replace(false);
                    // The pool may answer at once, so nothing stays borrowed while it works.
                    let state = newest.borrow().clone();
                    pool.run(state.revision, &state.scenario);
                })
                .forget();
            }
        });
    }

    use_callback(pool.clone(), |(), pool| pool.cancel())
}

/// What the pool tells, as what happened on the page; `None` for what nobody needs to know.
fn action_of(event: PoolEvent) -> Option<Action> {
    Some(match event {
        PoolEvent::Progressed { revision, trials_done, trials_planned } => {
            Action::RunProgressed { revision, done: trials_done, planned: trials_planned }
        }
        PoolEvent::Previewed { revision, summary } => Action::RunPreviewed { revision, summary },
        PoolEvent::Finished { revision, summary } => Action::RunFinished { revision, summary },
        PoolEvent::Explored { revision, effects, complete } => Action::EffectsFound { revision, effects, complete },
        PoolEvent::Refused { revision, issues } => Action::RunRefused { revision, issues },
        PoolEvent::Cancelled { revision } => Action::RunCancelled { revision },
        PoolEvent::ComputingInPage => Action::Noticed(NoticeKind::ComputingInPage),
        PoolEvent::VersionMismatch => Action::Noticed(NoticeKind::VersionMismatch),
        // Its batch was handed out again: the answer is the same and comes a moment later.
        PoolEvent::WorkerReplaced => return None,
    })
}
