//! Later: at the next frame, or after a time.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

pub use gloo::timers::callback::Timeout;

/// A callback for the next frame; it does not come any more once this is dropped.
#[must_use = "the callback does not come once the frame is dropped"]
pub struct Frame {
    handle: Option<i32>,
    wanted: Rc<Cell<bool>>,
    _callback: Closure<dyn FnMut()>,
}

/// Calls back when the browser is about to draw.
pub fn at_next_frame(callback: impl FnOnce() + 'static) -> Frame {
    let wanted = Rc::new(Cell::new(true));
    let seen = Rc::clone(&wanted);
    let callback = Closure::once(move || {
        if seen.get() {
            callback();
        }
    });
    let handle =
        web_sys::window().and_then(|window| window.request_animation_frame(callback.as_ref().unchecked_ref()).ok());
    Frame { handle, wanted, _callback: callback }
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.wanted.set(false);
        if let (Some(handle), Some(window)) = (self.handle, web_sys::window()) {
            // Cancelling a frame that has come already does nothing.
            let _ = window.cancel_animation_frame(handle);
        }
    }
}

/// Calls back after `delay_millis`, unless the returned timer is dropped before.
pub fn after(delay_millis: u32, callback: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(delay_millis, callback)
}
