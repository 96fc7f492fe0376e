//! Whether the visitor's system is light or dark. Charts are drawn in fixed colours, so they are drawn again when it
//! changes; everything else follows by style sheet.

use gloo::events::EventListener;

const DARK: &str = "(prefers-color-scheme: dark)";

fn query() -> Option<web_sys::MediaQueryList> {
    web_sys::window()?.match_media(DARK).ok().flatten()
}

/// Whether the system prefers dark.
pub fn prefers_dark() -> bool {
    query().is_some_and(|query| query.matches())
}

/// Calls back with the new answer when the preference changes.
pub fn on_change(callback: impl Fn(bool) + 'static) -> Option<EventListener> {
    Some(EventListener::new(&query()?.into(), "change", move |_| callback(prefers_dark())))
}
