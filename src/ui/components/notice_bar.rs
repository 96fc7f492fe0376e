//! Something to tell, until it is dismissed.

use super::button::{Button, Look};
use crate::text::page;
use yew::prelude::*;

/// Properties of [`NoticeBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoticeBarProps {
    /// What happened, in a sentence or two.
    pub sentence: AttrValue,
    /// What is wrong in detail, a sentence each.
    #[prop_or_default]
    pub details: Vec<AttrValue>,
    /// Whether it is about something that went wrong.
    #[prop_or_default]
    pub is_problem: bool,
    /// It has been read.
    pub on_dismiss: Callback<()>,
}

/// A notice at the top of the page.
#[component]
pub fn NoticeBar(props: &NoticeBarProps) -> Html {
    let role = if props.is_problem { "alert" } else { "status" };
    html! {
        <div class={classes!("notice", props.is_problem.then_some("is-problem"))} {role}>
            <div class="notice-words">
                <p>{ &props.sentence }</p>
                if !props.details.is_empty() {
                    <ul>{ for props.details.iter().map(|detail| html! { <li>{ detail }</li> }) }</ul>
                }
            </div>
            <Button label={page::DISMISS} look={Look::Quiet} on_press={props.on_dismiss.clone()} />
        </div>
    }
}
