//! The assumptions about one thing.

use super::row::Row;
use crate::model::AssumptionKey;
use crate::text::page;
use crate::ui::explore::editor::Editor;
use yew::prelude::*;

/// Properties of [`Group`].
#[derive(Clone, PartialEq, Properties)]
pub struct GroupProps {
    /// Id of the group; unique within the section.
    pub id: AttrValue,
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
    let title_id = format!("assumptions-{}", props.id);
    let changed =
        props.keys.iter().filter(|key| props.editor.scenario.assumptions.contains_key(&key.to_string())).count();
    html! {
        <section class="assumption-group" aria-labelledby={title_id.clone()}>
            <h3 id={title_id} class="group-title">
                { &props.title }
                if changed > 0 { <span class="mark">{ page::CHANGED }</span> }
            </h3>
            <ul class="assumption-list">
                { for props.keys.iter().map(|assumption| html! {
                    <Row key={assumption.to_string()} assumption={assumption.clone()} editor={props.editor.clone()} />
                }) }
            </ul>
        </section>
    }
}
