//! The assumptions about one thing.

use super::row::Row;
use crate::model::AssumptionKey;
use crate::text::page;
use crate::ui::explore::editor::Editor;
use yew::prelude::*;

/// Properties of [`Group`].
#[derive(Clone, PartialEq, Properties)]
pub struct GroupProps {
    /// Whether it stands at the top, where it is open from the start.
    pub is_first: bool,
    /// What it is about.
    pub title: AttrValue,
    /// The assumptions.
    pub keys: Vec<AssumptionKey>,
    /// Makes the edits.
    pub editor: Editor,
}

/// A titled list of assumptions.
#[component]
pub fn Group(props: &GroupProps) -> Html {
    let changed =
        props.keys.iter().filter(|key| props.editor.scenario.assumptions.contains_key(&key.to_string())).count();
    html! {
        <details class="assumption-group" open={props.is_first}>
            <summary>
                <h3 class="group-title">{ &props.title }</h3>
                if changed > 0 { <span class="mark">{ page::CHANGED }</span> }
            </summary>
            <ul class="assumption-list">
                { for props.keys.iter().map(|assumption| html! {
                    <Row key={assumption.to_string()} assumption={assumption.clone()} editor={props.editor.clone()} />
                }) }
            </ul>
        </details>
    }
}
