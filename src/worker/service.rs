//! Inside the worker: bytes in, bytes out. It decides nothing; see `runner::protocol`.

use crate::runner::protocol::{Answerer, Reply, encode};
use js_sys::{Array, Function, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers every message of the page, having said that it is there.
///
/// # Errors
/// When the browser refuses a message.
pub fn serve(scope: &DedicatedWorkerGlobalScope) -> Result<(), JsValue> {
    let answerer = RefCell::new(Answerer::default());
    let port = scope.clone();
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let request = Uint8Array::new(&event.data()).to_vec();
        let reply = answerer.borrow_mut().answer(&request);
        // A page that is gone cannot be told anything.
        let _ = post(&port, &reply);
    });
    let listener: Function = answer.into_js_value().unchecked_into();
    // In place of what static/worker.js listened with.
    scope.set_onmessage(Some(&listener));
    post(scope, &encode(&Reply::Ready))
}

/// The bytes are handed over and not copied: a million futures are hundreds of megabytes, of which a worker would keep its copies until
/// the browser tidies up.
fn post(scope: &DedicatedWorkerGlobalScope, bytes: &[u8]) -> Result<(), JsValue> {
    let message = Uint8Array::from(bytes);
    scope.post_message_with_transfer(&message, &Array::of1(&message.buffer()))
}
