//! Measures how long people wait, up to the frame in which the figures are on the screen.

use crate::browser::clock;
use crate::browser::scheduling::at_next_frame;
use crate::state::FIRST_REVISION;
use crate::ui::context::{Store, change_mark};
use yew::prelude::*;

/// Navigation to the first verdict.
const FIRST_ANSWER: &str = "shorecast:first-answer";
/// A change to the preview of its answer.
const PREVIEW: &str = "shorecast:preview";
/// A change to its whole answer.
const FULL: &str = "shorecast:full";

/// Takes the measures `shorecast:first-answer`, `shorecast:preview` and `shorecast:full`, each from the change that the figures
/// shown belong to. Changes that were passed over while a slider was dragged are not measured, and their marks go.
#[hook]
pub fn use_timing(state: &Store) {
    let first_is_measured = use_mut_ref(|| false);
    let cleared = use_mut_ref(|| FIRST_REVISION);
    let shown = state.answer.as_ref().map(|answer| (answer.revision, answer.preview));
    // After the effect, so that the figures are in the document when the frame comes. Asked for while rendering it could come
    // before them, since rendering gives way when it takes long, and the page would look faster than it is.
    use_effect_with(shown, move |shown| {
        let frame = shown.map(|(revision, preview)| {
            at_next_frame(move || {
                if !first_is_measured.replace(true) {
                    clock::measure_from_start(FIRST_ANSWER);
                }
                let name = if preview { PREVIEW } else { FULL };
                if revision == FIRST_REVISION {
                    clock::measure_from_start(name);
                } else {
                    clock::measure_from_mark(name, &change_mark(revision));
                }
                // The mark of a preview is needed once more, for the whole answer.
                let past = if preview { revision } else { revision + 1 };
                for old in cleared.replace(past)..past {
                    clock::clear_mark(&change_mark(old));
                }
            })
        });
        move || drop(frame)
    });
}
