//! What has been waited for longer than the eye overlooks.

use crate::browser::scheduling::after;
use yew::prelude::*;

/// Shorter waits are not shown: to dim half the page and to light it up again takes longer than most answers.
const OVERLOOKED_MILLIS: u32 = 250;

/// Whether something has been waited for too long by now; each change of `news` begins the wait anew.
#[hook]
pub fn use_overdue<T: PartialEq + 'static>(is_waiting: bool, news: T) -> bool {
    let overdue = use_state_eq(|| false);
    {
        let overdue = overdue.clone();
        use_effect_with((is_waiting, news), move |(is_waiting, _)| {
            overdue.set(false);
            let timer = is_waiting.then(|| after(OVERLOOKED_MILLIS, move || overdue.set(true)));
            move || drop(timer)
        });
    }
    is_waiting && *overdue
}
