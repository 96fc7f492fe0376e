//! A slider, for amounts where the feel matters more than the digit. A field for the digit stands beside it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Slider`].
#[derive(Clone, PartialEq, Properties)]
pub struct SliderProps {
    /// What it moves.
    pub label: AttrValue,
    /// Left end.
    pub least: f64,
    /// Right end.
    pub most: f64,
    /// Distance of two stops.
    pub step: f64,
    /// Where it stands.
    pub value: f64,
    /// The value in words, for those who do not see it.
    pub value_text: AttrValue,
    /// Takes the value while it is dragged.
    pub on_slide: Callback<f64>,
}

/// A slider.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let on_slide = props.on_slide.clone();
    let oninput = move |event: InputEvent| {
        if let Ok(value) = event.target_unchecked_into::<HtmlInputElement>().value().parse() {
            on_slide.emit(value);
        }
    };
    html! {
        <input class="slider" type="range" min={props.least.to_string()} max={props.most.to_string()}
            step={props.step.to_string()} value={props.value.to_string()}
            aria-label={props.label.clone()} aria-valuetext={props.value_text.clone()} {oninput} />
    }
}
