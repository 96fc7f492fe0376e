//! The page.

#[cfg(target_family = "wasm")]
fn main() {
    use yew::prelude::*;
    #[component]
    fn App() -> Html {
        html! { <main><h1>{ "Shorecast" }</h1></main> }
    }
    if let Some(root) = web_sys::window().and_then(|it| it.document()).and_then(|it| it.get_element_by_id("app")) {
        yew::Renderer::<App>::with_root(root).render();
    }
}

/// The page runs in a browser only.
#[cfg(not(target_family = "wasm"))]
fn main() {
    eprintln!("Shorecast runs in the browser: use `cargo xtask serve`.");
}
