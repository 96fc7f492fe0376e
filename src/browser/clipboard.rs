//! Copying text.

use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Clipboard;

/// Copies `text` and calls back with whether that worked. Pages that are not served securely may not copy at all.
pub fn copy(text: &str, callback: impl FnOnce(bool) + 'static) {
    let Some(clipboard) = clipboard() else {
        callback(false);
        return;
    };
    let written = clipboard.write_text(text);
    spawn_local(async move { callback(JsFuture::from(written).await.is_ok()) });
}

fn clipboard() -> Option<Clipboard> {
    let navigator = web_sys::window()?.navigator();
    let value = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    value.dyn_into().ok()
}
