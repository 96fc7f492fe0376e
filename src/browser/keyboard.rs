//! Keys that mean something wherever the focus is.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, KeyboardEvent};

/// What the keys ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Ctrl+Z, or the same with the command key.
    Undo,
    /// Ctrl+Shift+Z or Ctrl+Y.
    Redo,
}

/// Calls back when the keys are pressed outside text fields, which have an undo of their own.
pub fn on_shortcut(callback: impl Fn(Shortcut) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !(key.ctrl_key() || key.meta_key()) || key.alt_key() || is_in_text(key) {
            return;
        }
        let shortcut = match (key.key().to_lowercase().as_str(), key.shift_key()) {
            ("z", false) => Shortcut::Undo,
            ("z", true) | ("y", false) => Shortcut::Redo,
            _ => return,
        };
        key.prevent_default();
        callback(shortcut);
    }))
}

fn is_in_text(event: &KeyboardEvent) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| field.type_() == "text")
}
