//! How many columns the page has.

use crate::browser::media;
use yew::prelude::*;

/// Whether the page has two columns. Known from the first drawing on, so that nothing is moved about behind it.
#[hook]
pub fn use_two_columns() -> bool {
    let two = use_state_eq(media::has_two_columns);
    {
        let two = two.setter();
        use_effect_with((), move |()| {
            let listener = media::on_change(move |now| two.set(now));
            move || drop(listener)
        });
    }
    *two
}
