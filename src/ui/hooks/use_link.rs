//! Keeps the scenario in the address and opens the one that is put there.

use crate::browser::{location, scheduling};
use crate::share::{self, LinkProblem};
use crate::state::{Action, NoticeKind};
use crate::ui::context::{Dispatch, Store};
use std::rc::Rc;
use yew::prelude::*;

/// How long the address rests between two changes: browsers refuse a page that changes it too often.
const RESTING_MILLIS: u32 = 300;

/// Writes the fragment once the user has changed something, and listens to links pasted into the open page.
#[hook]
pub fn use_link(state: &Store, dispatch: &Dispatch) {
    {
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            let listener = location::on_fragment_change(move |fragment| {
                if let Some(action) = opened(&fragment) {
                    dispatch.dispatch(action);
                }
            });
            move || drop(listener)
        });
    }
    let state = state.clone();
    use_effect_with((state.revision, state.touched), move |(_, touched)| {
        // Until something was changed the address is as the visitor opened it.
        let timer = touched.then(|| {
            scheduling::after(RESTING_MILLIS, move || {
                location::replace_fragment(&share::write(&state.scenario));
            })
        });
        move || drop(timer)
    });
}

/// What a new fragment means.
fn opened(fragment: &str) -> Option<Action> {
    if fragment.is_empty() {
        return None;
    }
    Some(match share::read(fragment) {
        Ok(scenario) => Action::LinkOpened(Rc::new(scenario)),
        Err(problem) => Action::Noticed(notice_of(problem)),
    })
}

/// What is told about a link that could not be opened.
pub fn notice_of(problem: LinkProblem) -> NoticeKind {
    match problem {
        LinkProblem::NotALink | LinkProblem::Broken => NoticeKind::LinkBroken,
        LinkProblem::NewerVersion => NoticeKind::LinkNewer,
        LinkProblem::Invalid(issues) => NoticeKind::LinkInvalid(issues),
    }
}
