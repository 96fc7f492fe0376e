//! Moving the focus by code: an in-page link would replace the scenario in the address.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Moves the focus, and the view with it, to the element with this id; says whether it is there.
pub fn focus(id: &str) -> bool {
    let element = web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id(id));
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return false };
    element.scroll_into_view();
    element.focus().is_ok()
}

/// Selects all text of the input field with this id, ready to be copied by hand.
pub fn select_text(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id(id));
    if let Some(field) = element.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.select();
    }
}
