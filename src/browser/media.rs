//! Whether the window is wide enough for two columns. The style sheet knows by itself; what stands first in the page has to follow.

use gloo::events::EventListener;

/// The same width as in static/style.css.
const TWO_COLUMNS: &str = "(min-width: 1000px)";

fn query() -> Option<web_sys::MediaQueryList> {
    web_sys::window()?.match_media(TWO_COLUMNS).ok().flatten()
}

/// Whether there are two columns.
pub fn has_two_columns() -> bool {
    query().is_some_and(|query| query.matches())
}

/// Calls back with the new answer when it changes.
pub fn on_change(callback: impl Fn(bool) + 'static) -> Option<EventListener> {
    Some(EventListener::new(&query()?.into(), "change", move |_| callback(has_two_columns())))
}
