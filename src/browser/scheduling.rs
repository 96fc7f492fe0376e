//! Later: at the next frame, after a time, or as soon as the browser has done what waits already.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{MessageChannel, MessagePort};

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

/// A callback in a task of its own; it does not come any more once this is dropped.
#[must_use = "the callback does not come once this is dropped"]
pub struct Later {
    _timer: Option<Timeout>,
    _message: Option<Message>,
}

/// Calls back after `delay_millis`; after none at once, behind the tasks that wait already. Timers of 0 milliseconds would not do: browsers
/// hold them back for 4 when one follows another.
pub fn later(delay_millis: u32, callback: impl FnOnce() + 'static) -> Later {
    let channel = if delay_millis == 0 { MessageChannel::new().ok() } else { None };
    match channel {
        Some(channel) => Later { _timer: None, _message: Some(Message::to_myself(&channel, callback)) },
        None => Later { _timer: Some(after(delay_millis, callback)), _message: None },
    }
}

/// A message that the page has sent to itself.
struct Message {
    receiver: MessagePort,
    _callback: Closure<dyn FnMut()>,
}

impl Message {
    fn to_myself(channel: &MessageChannel, callback: impl FnOnce() + 'static) -> Self {
        let callback = Closure::once(callback);
        let receiver = channel.port2();
        receiver.set_onmessage(Some(callback.as_ref().unchecked_ref()));
        // Only what cannot be copied is refused.
        let _ = channel.port1().post_message(&JsValue::NULL);
        Self { receiver, _callback: callback }
    }
}

impl Drop for Message {
    fn drop(&mut self) {
        self.receiver.set_onmessage(None);
        self.receiver.close();
    }
}
