//! Inside the worker: bytes in, bytes out. It decides nothing; see `runner::protocol`.

use crate::runner::protocol::{Answerer, Reply, encode};
use js_sys::{Function, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers every message of the page, having said that it is there.
///
/// # Errors
/// When this is not a worker, or the browser refuses the listener or a message.
pub fn serve() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().dyn_into()?;
    let answerer = RefCell::new(Answerer::default());
    let port = scope.clone();
    let answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let request = Uint8Array::new(&event.data()).to_vec();
        let reply = answerer.borrow_mut().answer(&request);
        // A page that is gone cannot be told anything.
        let _ = post(&port, &reply);
    });
    let listener: Function = answer.into_js_value().unchecked_into();
    scope.set_onmessage(Some(&listener));
    post(&scope, &encode(&Reply::Ready))
}

fn post(scope: &DedicatedWorkerGlobalScope, bytes: &[u8]) -> Result<(), JsValue> {
    scope.post_message(&Uint8Array::from(bytes))
}
