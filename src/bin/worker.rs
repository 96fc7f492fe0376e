//! The program of a worker; see `shorecast::worker::service`.

#[cfg(target_family = "wasm")]
fn main() -> Result<(), wasm_bindgen::JsValue> {
    shorecast::worker::service::serve()
}

/// Workers run in a browser only.
#[cfg(not(target_family = "wasm"))]
fn main() {
    eprintln!("Shorecast runs in the browser: use `cargo xtask serve`.");
}
