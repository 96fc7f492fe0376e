//! The head of the page: what this is, and the way to hand it on.

use super::link_box::LinkBox;
use crate::model::Scenario;
use crate::text::page;
use crate::ui::context::Shared;
use yew::prelude::*;

/// Properties of [`Masthead`].
#[derive(Clone, PartialEq, Properties)]
pub struct MastheadProps {
    /// The scenario in force.
    pub scenario: Shared<Scenario>,
}

/// The head of the page.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    html! {
        <header class="masthead">
            <div class="masthead-words">
                <h1 class="wordmark">{ page::NAME }</h1>
                <p class="tagline">{ page::TAGLINE }</p>
            </div>
            <LinkBox scenario={props.scenario.clone()} />
            <p class="privacy">{ page::PRIVACY }</p>
        </header>
    }
}
