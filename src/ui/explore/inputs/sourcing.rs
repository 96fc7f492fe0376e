//! The ways of sourcing: how much a hybrid moves, and which country stands for each geography.

use super::GroupProps;
use crate::format::{percent, uncertain_text};
use crate::model::catalogue::{Unit, destinations};
use crate::model::{Destination, Site, Uncertain};
use crate::state::Edit;
use crate::text::{labels, page};
use crate::ui::components::{DraftField, SelectField, SelectOption, Slider};
use crate::ui::explore::editor::{Editor, read_number};
use yew::prelude::*;

/// Hybrid share and destinations.
#[component]
pub fn Sourcing(props: &GroupProps) -> Html {
    let editor = &props.editor;
    let share = editor.scenario.hybrid_share;
    html! {
        <div class="group" role="group" aria-labelledby="sourcing-title">
            <h3 id="sourcing-title" class="group-title">{ page::SOURCING }</h3>
            <DraftField id="hybrid-share" label={page::HYBRID_SHARE} hint={page::HYBRID_SHARE_HINT}
                value={uncertain_text(&Uncertain::Fixed(share), Unit::Share)}
                on_text={editor.on_text(move |text| {
                    read_number(text, Unit::Share, share).map(Edit::HybridShareChanged)
                })} />
            <Slider label={page::HYBRID_SHARE} least=0.0 most=100.0 step=5.0 value={(share * 100.0).round()}
                value_text={percent(share)}
                on_slide={editor.on_choice(|value: f64| Some(Edit::HybridShareChanged(value / 100.0)))} />
            { for Site::ALL.into_iter().map(|site| destination(site, editor)) }
        </div>
    }
}

/// The country of one geography. Onshore is home, which leaves nothing to choose; near and far are settled for the United States
/// only.
fn destination(site: Site, editor: &Editor) -> Html {
    if site == Site::Onshore {
        return Html::default();
    }
    let scenario = &editor.scenario;
    let chosen = scenario.destinations.at(site);
    let hint = if scenario.is_american() {
        let shared = page::shared_hours(destinations::shared_hours(chosen));
        format!("{} {shared}", labels::site_explanation(site))
    } else {
        labels::site_explanation(site).to_owned()
    };
    let options: Vec<SelectOption> = Destination::ALL
        .into_iter()
        .filter(|country| !scenario.is_american() || country.site() == site)
        .map(|country| SelectOption { id: country.code().into(), label: labels::destination(country).into() })
        .collect();
    html! {
        <SelectField key={site.id()} id={format!("destination-{}", site.id())} label={page::destination_of(site)}
            {hint} {options} selected={chosen.code()}
            on_select={editor.on_choice(move |code: String| {
                Some(Edit::DestinationChosen { site, destination: Destination::from_code(&code)? })
            })} />
    }
}
