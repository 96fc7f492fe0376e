//! Measures how long people wait, up to the frame in which the figures are on the screen.

use crate::browser::clock;
use crate::browser::scheduling::at_next_frame;
use crate::ui::context::{Store, change_mark};
use yew::prelude::*;

/// Navigation to the first verdict.
const FIRST_ANSWER: &str = "shorecast:first-answer";
/// A change to the preview of its answer.
const PREVIEW: &str = "shorecast:preview";
/// A change to its whole answer.
const FULL: &str = "shorecast:full";

/// Takes the measures `shorecast:first-answer`, `shorecast:preview` and `shorecast:full`.
#[hook]
pub fn use_timing(state: &Store) {
    let first_is_measured = use_mut_ref(|| false);
    let shown = state.answer.as_ref().map(|answer| (answer.revision, answer.preview));
    use_effect_with(shown, move |shown| {
        let frame = shown.map(|(revision, preview)| {
            at_next_frame(move || {
                if !first_is_measured.replace(true) {
                    clock::measure_from_start(FIRST_ANSWER);
                }
                let name = if preview { PREVIEW } else { FULL };
                if revision == 1 {
                    clock::measure_from_start(name);
                } else {
                    clock::measure_from_mark(name, &change_mark(revision));
                }
            })
        });
        move || drop(frame)
    });
}
