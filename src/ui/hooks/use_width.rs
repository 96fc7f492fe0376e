//! How wide a chart can be.

use crate::browser::size;
use web_sys::Element;
use yew::prelude::*;

/// The width of an element in whole pixels; 0 until it is known.
#[hook]
pub fn use_width(node: &NodeRef) -> u32 {
    let width = use_state_eq(|| 0_u32);
    {
        let (node, width) = (node.clone(), width.setter());
        use_effect_with((), move |()| {
            let watch = node.cast::<Element>().and_then(|element| {
                // Screens are far narrower than u32, and a width is never negative.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                size::watch_width(&element, move |pixels| width.set(pixels.floor() as u32))
            });
            move || drop(watch)
        });
    }
    *width
}
