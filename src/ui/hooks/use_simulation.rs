//! Runs the scenario in force, whenever it changes.

use crate::browser::scheduling::after;
use crate::state::{Action, FIRST_REVISION, NoticeKind};
use crate::ui::context::{Dispatch, Store};
use crate::worker::{Pool, PoolEvent};
use std::rc::Rc;
use yew::prelude::*;

/// Runs every new revision in the pool, which has been running the first one since before the page was drawn; returns the way to
/// cancel the run.
#[hook]
pub fn use_simulation(pool: &Pool, state: &Store, dispatch: &Dispatch) -> Callback<()> {
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
            // In a task of its own, so that none grows long, and at once, so that workers compute while the change is drawn. How often that may
            // be is the pool's affair.
            if *revision > FIRST_REVISION {
                let revision = *revision;
                after(0, move || pool.run(revision, &state.scenario)).forget();
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
        // Its batch was handed out again: the answer is the same and comes a moment later.
        PoolEvent::WorkerReplaced => return None,
    })
}
