//! Whether charts are drawn for a dark ground.

use crate::browser::theme;
use crate::charts::Theme;
use yew::prelude::*;

/// The colours of charts that fit the visitor's system.
#[hook]
pub fn use_theme() -> &'static Theme {
    let dark = use_state_eq(|| false);
    {
        let dark = dark.setter();
        use_effect_with((), move |()| {
            dark.set(theme::prefers_dark());
            let listener = theme::on_change(move |now| dark.set(now));
            move || drop(listener)
        });
    }
    if *dark { &Theme::DARK } else { &Theme::LIGHT }
}
