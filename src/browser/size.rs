//! How wide an element is, as it changes.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Watches the width of an element until dropped.
#[must_use = "nothing is watched once the watch is dropped"]
pub struct WidthWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut(JsValue)>,
}

/// Calls back with the width of the element's content in CSS pixels, now and whenever it changes.
pub fn watch_width(element: &Element, callback: impl Fn(f64) + 'static) -> Option<WidthWatch> {
    let callback = Closure::<dyn FnMut(JsValue)>::new(move |entries: JsValue| {
        let last = entries.dyn_into::<Array>().ok().and_then(|entries| entries.iter().last());
        if let Some(entry) = last.and_then(|entry| entry.dyn_into::<ResizeObserverEntry>().ok()) {
            callback(entry.content_rect().width());
        }
    });
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(WidthWatch { observer, _callback: callback })
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
