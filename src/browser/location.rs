//! The address of the page: the scenario lives in its fragment, which no host ever sees.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// The text behind the `#`, without it; empty when there is none.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Puts `text` behind the `#` without a new entry in the history; says whether the browser took it.
pub fn replace_fragment(text: &str) -> bool {
    web_sys::window()
        .and_then(|window| window.history().ok())
        .is_some_and(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{text}"))).is_ok())
}

/// The whole address with `fragment` behind the `#`.
pub fn address_with(fragment: &str) -> Option<String> {
    let href = web_sys::window()?.location().href().ok()?;
    let page = href.split('#').next().unwrap_or_default();
    Some(format!("{page}#{fragment}"))
}

/// Calls back with the new fragment when another link is opened in the same page.
pub fn on_fragment_change(callback: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| callback(fragment())))
}
