//! What this browser keeps between visits: the text of the last scenario.

use gloo::storage::{LocalStorage, Storage as _};

/// The key of the last scenario. The number is that of what is stored under it.
const KEY: &str = "shorecast.scenario.1";

/// The browser does not let the page keep anything, or has no room left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unavailable;

/// The text that was kept last; `None` when there is none or the page may not look.
pub fn read() -> Option<String> {
    if !is_there() {
        return None;
    }
    let raw = LocalStorage::raw().get_item(KEY).ok().flatten()?;
    // Something else under our key is handed on as it is: whoever reads it will say that it cannot be used.
    Some(LocalStorage::get::<String>(KEY).unwrap_or(raw))
}

/// Keeps `text` in place of what was kept before.
///
/// # Errors
/// When the browser refuses: private window, blocked site data, no room.
pub fn write(text: &str) -> Result<(), Unavailable> {
    if !is_there() {
        return Err(Unavailable);
    }
    LocalStorage::set(KEY, text).map_err(|_| Unavailable)
}

/// Asking for the storage itself can throw, and gloo does not catch that.
fn is_there() -> bool {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some()
}
