//! The head of the page: what this is, and the way to hand it on.

use super::link_box::LinkBox;
use crate::model::Scenario;
use crate::state::Action;
use crate::text::page;
use crate::ui::components::Button;
use crate::ui::context::{Dispatch, Shared};
use yew::prelude::*;

/// Properties of [`Masthead`].
#[derive(Clone, PartialEq, Properties)]
pub struct MastheadProps {
    /// The scenario in force.
    pub scenario: Shared<Scenario>,
    /// Whether there is a change to take back.
    pub can_undo: bool,
    /// Whether there is one to make again.
    pub can_redo: bool,
    /// Where the wish goes.
    pub dispatch: Dispatch,
}

/// The head of the page.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let on = |action: Action| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(action.clone()))
    };
    html! {
        <header class="masthead">
            <div class="masthead-words">
                <h1 class="wordmark">{ page::NAME }</h1>
                <p class="tagline">{ page::TAGLINE }</p>
            </div>
            <div class="tools">
                <Button id="undo" label={page::UNDO} disabled={!props.can_undo} on_press={on(Action::Undone)} />
                <Button id="redo" label={page::REDO} disabled={!props.can_redo} on_press={on(Action::Redone)} />
                <LinkBox scenario={props.scenario.clone()} />
            </div>
            <p class="privacy">{ page::PRIVACY }</p>
        </header>
    }
}
