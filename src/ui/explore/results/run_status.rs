//! How far the simulation has come, and the way to stop it.

use crate::engine::Summary;
use crate::state::{Action, RunState};
use crate::text::page;
use crate::ui::components::{Button, Look, ProgressBar};
use crate::ui::context::{Dispatch, Shared};
use yew::prelude::*;

/// Properties of [`RunStatus`].
#[derive(Clone, PartialEq, Properties)]
pub struct RunStatusProps {
    /// Where the run stands.
    pub run: RunState,
    /// The figures on the screen.
    pub summary: Option<Shared<Summary>>,
    /// Whether those are of an older scenario.
    pub stale: bool,
    /// Cancels the run.
    pub cancel: Callback<()>,
    /// Where the wish to run again goes.
    pub dispatch: Dispatch,
}

/// One line, always of the same height so that nothing jumps.
#[component]
pub fn RunStatus(props: &RunStatusProps) -> Html {
    let again = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Action::RunRequested))
    };
    let summary = props.summary.as_deref();
    html! {
        <div class="run-status">
            { match props.run {
                RunState::Running { done, planned } => html! {
                    <>
                        <ProgressBar label={page::PROGRESS} {done} {planned} />
                        <p class="run-words">{ page::running(done, planned, props.stale) }</p>
                        <Button label={page::CANCEL} look={Look::Quiet} on_press={props.cancel.clone()} />
                    </>
                },
                RunState::Finished => html! {
                    <p class="run-words">{ summary.map(page::finished).unwrap_or_default() }</p>
                },
                RunState::Cancelled => html! {
                    <>
                        <p class="run-words">{ page::cancelled(summary, props.stale) }</p>
                        <Button label={page::RUN_AGAIN} look={Look::Quiet} on_press={again} />
                    </>
                },
                RunState::Refused => html! { <p class="run-words">{ page::REFUSED }</p> },
            } }
        </div>
    }
}
