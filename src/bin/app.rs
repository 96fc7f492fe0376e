//! The page: starts the program in the element that index.html has for it.

#[cfg(target_family = "wasm")]
fn main() {
    use shorecast::ui::{App, AppProps, start};
    use std::rc::Rc;

    let root = web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id("app"));
    if let (Some(root), Some(initial)) = (root, start()) {
        // What stands in the element is the first paint for the time until now.
        root.set_text_content(None);
        yew::Renderer::<App>::with_root_and_props(root, AppProps { initial: Rc::new(initial) }).render();
    }
}

/// The page runs in a browser only.
#[cfg(not(target_family = "wasm"))]
fn main() {
    eprintln!("Shorecast runs in the browser: use `cargo xtask serve`.");
}
