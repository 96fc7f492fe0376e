//! Keeps the scenario in the address and opens the one that is put there.

use crate::browser::{clock, location, scheduling};
use crate::share::{self, LinkProblem};
use crate::state::{Action, NoticeKind};
use crate::ui::context::{Dispatch, Store};
use std::rc::Rc;
use yew::prelude::*;

/// How long the address rests between two changes once the burst is used up: browsers refuse a page that changes it too often.
const RESTING_MILLIS: f64 = 300.0;
/// So many changes may follow each other at once, as in typing: what was typed last must be there when the page is loaded again.
const BURST: f64 = 20.0;

/// How often the address may change: a store of changes that fills up again with time.
struct Pace {
    store: f64,
    at: f64,
}

impl Pace {
    /// Milliseconds from `now` until the next change may be made; 0 takes one out of the store.
    fn delay(&mut self, now: f64) -> f64 {
        self.store = (self.store + (now - self.at).max(0.0) / RESTING_MILLIS).min(BURST);
        self.at = now;
        if self.store < 1.0 {
            return (1.0 - self.store) * RESTING_MILLIS;
        }
        self.store -= 1.0;
        0.0
    }

    /// Takes a change that waited out of the store.
    fn spend(&mut self) {
        self.store -= 1.0;
    }
}

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
    let pace = use_mut_ref(|| Pace { store: BURST, at: 0.0 });
    let state = state.clone();
    use_effect_with((state.revision, state.touched), move |(_, touched)| {
        // Until something was changed the address is as the visitor opened it. A task of its own, since to change the address takes a
        // browser milliseconds, in which the change could be drawn.
        let timer = touched.then(|| {
            let delay = pace.borrow_mut().delay(clock::now_millis());
            // At most the resting time.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let millis = delay.ceil() as u32;
            let pace = Rc::clone(&pace);
            scheduling::after(millis, move || {
                if millis > 0 {
                    pace.borrow_mut().spend();
                }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_written_at_once_and_what_is_dragged_now_and_then() {
        let mut pace = Pace { store: BURST, at: 0.0 };
        let at_once = (0..100).filter(|key| pace.delay(f64::from(*key)) <= 0.0).count();
        assert_eq!(at_once, 20);
        assert!((pace.delay(100.0) - 200.0).abs() < 1.0);
        // After a second of rest there is room for three.
        assert_eq!((0..10).filter(|_| pace.delay(1_100.0) <= 0.0).count(), 3);
    }
}
