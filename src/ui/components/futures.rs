//! A hundred possible futures that one can count.

use yew::prelude::*;

/// Dots in a row; there are as many rows.
const ROW: u32 = 10;
/// Distance of two dots, in units of the picture.
const STEP: u32 = 10;

/// Properties of [`Futures`].
#[derive(Clone, PartialEq, Properties)]
pub struct FuturesProps {
    /// The chance that is shown, 0..1.
    pub chance: f64,
    /// What the filled dots are, for beneath the picture.
    pub filled_label: AttrValue,
    /// What the other dots are.
    pub empty_label: AttrValue,
}

/// A square of a hundred dots, as many of them filled as the chance says. The sentence beside it says the same, so
/// screen readers skip it.
#[component]
pub fn Futures(props: &FuturesProps) -> Html {
    // A chance of 0..1 is a number of dots of 0..100.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let filled = (props.chance.clamp(0.0, 1.0) * f64::from(ROW * ROW)).round() as u32;
    let size = ROW * STEP;
    html! {
        <div class="futures" aria-hidden="true">
            <svg class="futures-dots" viewBox={format!("0 0 {size} {size}")} focusable="false">
                { for (0..ROW * ROW).map(|index| html! {
                    <circle key={index}
                        class={if index < filled { "is-filled" } else { "is-empty" }}
                        cx={(index % ROW * STEP + STEP / 2).to_string()}
                        cy={(index / ROW * STEP + STEP / 2).to_string()} r="3.6" />
                }) }
            </svg>
            <p class="futures-key">
                <span class="futures-sign is-filled"></span>{ &props.filled_label }
                <span class="futures-sign is-empty"></span>{ &props.empty_label }
            </p>
        </div>
    }
}
