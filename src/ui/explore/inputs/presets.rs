//! Where to start from.

use crate::model::presets::{PRESETS, Preset};
use crate::state::Action;
use crate::text::{labels, page};
use crate::ui::components::{Button, Look};
use crate::ui::context::Dispatch;
use yew::prelude::*;

/// Properties of [`Presets`].
#[derive(Clone, PartialEq, Properties)]
pub struct PresetsProps {
    /// The preset that the scenario is a variation of.
    pub preset: Option<&'static str>,
    /// Whether it differs from it.
    pub differs: bool,
    /// Where the choice goes.
    pub dispatch: Dispatch,
}

/// The presets, and the way back to the one that was changed.
#[component]
pub fn Presets(props: &PresetsProps) -> Html {
    let choose = |preset: Preset| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Action::PresetChosen(preset)))
    };
    let back = props.preset.and_then(Preset::find).filter(|_| props.differs);
    html! {
        <div class="presets" role="group" aria-labelledby="presets-title">
            <h3 id="presets-title" class="group-title">{ page::START_FROM }</h3>
            <ul class="preset-list">
                { for PRESETS.iter().map(|preset| card(*preset, props.preset == Some(preset.id), &choose(*preset))) }
            </ul>
            if let Some(preset) = back {
                <p class="changed-line">
                    { page::CHANGED_FROM_PRESET }
                    <Button label={page::RESET_TO_PRESET} look={Look::Quiet} on_press={choose(preset)} />
                </p>
            }
        </div>
    }
}

fn card(preset: Preset, is_base: bool, choose: &Callback<()>) -> Html {
    html! {
        <li key={preset.id}>
            <button type="button" class="preset" aria-pressed={is_base.to_string()}
                title={labels::preset_description(preset.id)} onclick={choose.reform(|_: MouseEvent| ())}>
                { labels::preset_title(preset.id) }
            </button>
        </li>
    }
}
