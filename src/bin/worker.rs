//! The worker.

/// Says that it is there.
#[cfg(target_family = "wasm")]
fn main() {
    use wasm_bindgen::JsCast;
    if let Ok(scope) = js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() {
        scope.post_message(&"ready".into()).ok();
    }
}

/// The worker runs in a browser only.
#[cfg(not(target_family = "wasm"))]
fn main() {
    eprintln!("Shorecast runs in the browser: use `cargo xtask serve`.");
}
