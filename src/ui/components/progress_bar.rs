//! How far the run has come.

use yew::prelude::*;

/// Properties of [`ProgressBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct ProgressBarProps {
    /// What is in progress.
    pub label: AttrValue,
    /// Done so far.
    pub done: u32,
    /// To be done in all.
    pub planned: u32,
}

/// A progress bar. The element needs no inline style, which the page's policy forbids.
#[component]
pub fn ProgressBar(props: &ProgressBarProps) -> Html {
    html! {
        <progress class="progress" aria-label={props.label.clone()} max={props.planned.max(1).to_string()}
            value={props.done.min(props.planned).to_string()}>
        </progress>
    }
}
