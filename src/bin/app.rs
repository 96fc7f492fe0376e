//! The program of the page, which starts itself in the element that index.html has for it, and of its workers.

#[cfg(target_family = "wasm")]
fn main() -> Result<(), wasm_bindgen::JsValue> {
    if let Some(scope) = shorecast::browser::workers::scope() {
        shorecast::worker::service::serve(&scope)
    } else {
        start_page();
        Ok(())
    }
}

#[cfg(target_family = "wasm")]
fn start_page() {
    use shorecast::ui::{App, AppProps, start};
    use shorecast::worker::Pool;
    use std::rc::Rc;

    let root = web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id("app"));
    if let (Some(root), Some(initial)) = (root, start()) {
        // Workers compute while the page is drawn for the first time.
        let pool = Pool::start();
        pool.run(initial.revision, &initial.scenario);
        // What stands in the element is the first paint for the time until now.
        root.set_text_content(None);
        yew::Renderer::<App>::with_root_and_props(root, AppProps { initial: Rc::new(initial), pool }).render();
    }
}

/// The page runs in a browser only.
#[cfg(not(target_family = "wasm"))]
fn main() {
    eprintln!("Shorecast runs in the browser: use `cargo xtask serve`.");
}
