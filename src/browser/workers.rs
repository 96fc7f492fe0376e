//! Workers: static/boot.js starts them, some of them before the program is there.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, Worker};

/// The name under which boot.js leaves what there is to know of workers.
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

/// The scope of the worker in which this runs; `None` in a page.
pub fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Starts another one.
///
/// # Errors
/// When the browser does not allow workers.
pub fn start() -> Result<Worker, JsValue> {
    part("start")?.dyn_into::<Function>()?.call0(&JsValue::UNDEFINED)?.dyn_into()
}

/// The next of those that have started already; nobody else gets it.
pub fn take_early() -> Option<EarlyWorker> {
    let waiting: Array = part("early").ok()?.dyn_into().ok()?;
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
    while let Some(early) = take_early() {
        early.worker.terminate();
    }
}

fn part(name: &str) -> Result<JsValue, JsValue> {
    let workers = Reflect::get(&js_sys::global(), &JsValue::from_str(NAME))?;
    Reflect::get(&workers, &JsValue::from_str(name))
}
