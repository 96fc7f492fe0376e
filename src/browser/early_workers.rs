//! Workers that static/boot.js has started before the program was there.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Worker;

/// The name under which boot.js leaves them.
const NAME: &str = "shorecastWorkers";

/// A worker, and what it did while nobody listened.
pub struct EarlyWorker {
    /// The worker.
    pub worker: Worker,
    /// What it said.
    pub messages: Vec<Vec<u8>>,
    /// Whether it failed to load.
    pub failed: bool,
}

/// The next of them; nobody else gets it.
pub fn take() -> Option<EarlyWorker> {
    let waiting: Array = Reflect::get(&js_sys::global(), &JsValue::from_str(NAME)).ok()?.dyn_into().ok()?;
    if waiting.length() == 0 {
        return None;
    }
    let early = waiting.shift();
    let of = |name: &str| Reflect::get(&early, &JsValue::from_str(name)).ok();
    let messages = of("messages").and_then(|messages| messages.dyn_into::<Array>().ok()).unwrap_or_default();
    Some(EarlyWorker {
        worker: of("worker")?.dyn_into().ok()?,
        messages: messages.iter().map(|message| Uint8Array::new(&message).to_vec()).collect(),
        failed: of("failed").is_some_and(|failed| failed.is_truthy()),
    })
}

/// Ends those that nobody took.
pub fn end_rest() {
    while let Some(early) = take() {
        early.worker.terminate();
    }
}
