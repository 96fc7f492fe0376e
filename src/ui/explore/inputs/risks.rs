//! Which risk events are simulated.

use super::GroupProps;
use crate::model::RiskEvent;
use crate::state::Edit;
use crate::text::{labels, page};
use crate::ui::components::Toggle;
use yew::prelude::*;

/// The risk events.
#[component]
pub fn Risks(props: &GroupProps) -> Html {
    let editor = &props.editor;
    html! {
        <div class="group" role="group" aria-labelledby="risks-title">
            <h3 id="risks-title" class="group-title">{ page::RISKS }</h3>
            { for RiskEvent::ALL.into_iter().map(|event| html! {
                <Toggle key={event.id()} id={format!("event-{}", event.id())} label={labels::risk_event(event)}
                    hint={labels::risk_event_explanation(event)} checked={editor.scenario.events.includes(event)}
                    on_toggle={editor.on_choice(move |simulated| Some(Edit::EventToggled { event, simulated }))} />
            }) }
        </div>
    }
}
