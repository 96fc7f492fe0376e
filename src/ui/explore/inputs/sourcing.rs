//! The ways of sourcing: how much a hybrid moves, and which country stands for each geography.

use super::GroupProps;
use crate::format::{percent, uncertain_text};
use crate::model::catalogue::{Unit, destinations};
use crate::model::{Destination, Hybrid, Site, Uncertain};
use crate::state::Edit;
use crate::text::{labels, page, work};
use crate::ui::components::{DraftField, SelectField, SelectOption, Slider};
use crate::ui::explore::editor::{Editor, read_number};
use yew::prelude::*;

/// Hybrid share and destinations.
#[component]
pub fn Sourcing(props: &GroupProps) -> Html {
    let editor = &props.editor;
    html! {
        <div class="group" role="group" aria-labelledby="sourcing-title">
            <h3 id="sourcing-title" class="group-title">{ page::SOURCING }</h3>
            { hybrid(editor) }
            { for Site::ALL.into_iter().map(|site| destination(site, editor)) }
        </div>
    }
}

/// What moves under a hybrid strategy, with the one number that belongs to it.
fn hybrid(editor: &Editor) -> Html {
    let (mode, share) = (editor.scenario.hybrid, editor.scenario.hybrid_share);
    let options =
        Hybrid::ALL.map(|mode| SelectOption { id: mode.id().into(), label: work::hybrid(mode).into() }).to_vec();
    let number = match mode {
        Hybrid::Share {} => html! {
            <>
                <DraftField id="hybrid-share" label={page::HYBRID_SHARE} hint={page::HYBRID_SHARE_HINT}
                    value={uncertain_text(&Uncertain::Fixed(share), Unit::Share)}
                    on_text={editor.on_text(move |text| {
                        read_number(text, Unit::Share, share).map(Edit::HybridShareChanged)
                    })} />
                <Slider label={page::HYBRID_SHARE} least=0.0 most=100.0 step=5.0 value={(share * 100.0).round()}
                    value_text={percent(share)}
                    on_slide={editor.on_choice(|value: f64| Some(Edit::HybridShareChanged(value / 100.0)))} />
            </>
        },
        Hybrid::AfterHours {} => Html::default(),
        Hybrid::Overflow { base } => html! {
            <DraftField id="hybrid-base" label={work::BASE} hint={work::BASE_HINT}
                value={uncertain_text(&Uncertain::Fixed(base), Unit::Share)}
                on_text={editor.on_text(move |text| {
                    read_number(text, Unit::Share, base).map(Edit::OverflowBaseChanged)
                })} />
        },
    };
    html! {
        <>
            <SelectField id="hybrid-mode" label={work::HYBRID} hint={work::hybrid_explanation(mode)} {options}
                selected={mode.id()}
                on_select={editor.on_choice(|id: String| Hybrid::from_id(&id).map(Edit::HybridChosen))} />
            { number }
        </>
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
