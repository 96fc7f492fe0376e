//! The panel in which people state their case.

mod function_card;
mod functions;
mod lines;
mod mixes;
mod presets;
mod quotes;
mod risks;
mod run_settings;
mod sourcing;
mod terms;
mod vendors;
mod work;

use super::editor::Editor;
use crate::model::Scenario;
use crate::state::Edit;
use crate::text::page;
use crate::ui::components::DraftField;
use crate::ui::context::{Dispatch, Shared};
use functions::Functions;
use lines::Lines;
use mixes::Mixes;
use presets::Presets;
use risks::Risks;
use run_settings::RunFields;
use sourcing::Sourcing;
use terms::Terms;
use vendors::Vendors;
use yew::prelude::*;

/// Properties of [`Inputs`].
#[derive(Clone, PartialEq, Properties)]
pub struct InputsProps {
    /// Id of the panel.
    pub id: AttrValue,
    /// The scenario in force.
    pub scenario: Shared<Scenario>,
    /// The preset it is a variation of.
    pub preset: Option<&'static str>,
    /// Whether it differs from that preset.
    pub differs: bool,
    /// Where edits go.
    pub dispatch: Dispatch,
}

/// All inputs but the assumptions.
#[component]
pub fn Inputs(props: &InputsProps) -> Html {
    let editor = Editor { scenario: props.scenario.clone(), dispatch: props.dispatch.clone() };
    html! {
        <section class="inputs-panel" id={props.id.clone()} aria-labelledby="inputs-title">
            <h2 id="inputs-title" class="panel-title">{ page::INPUTS }</h2>
            <Presets preset={props.preset} differs={props.differs} dispatch={props.dispatch.clone()} />
            <DraftField id="case-name" label={page::CASE_NAME} takes_words=true value={props.scenario.name.clone()}
                on_text={editor.on_text(|text| Ok(Edit::Renamed(text.to_owned())))} />
            <Functions editor={editor.clone()} />
            <Sourcing editor={editor.clone()} />
            <Mixes editor={editor.clone()} />
            <Vendors editor={editor.clone()} />
            <Terms editor={editor.clone()} />
            <Risks editor={editor.clone()} />
            <Lines editor={editor.clone()} />
            <RunFields {editor} />
        </section>
    }
}

/// Properties of the groups within the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct GroupProps {
    /// Makes the edits.
    pub editor: Editor,
}
