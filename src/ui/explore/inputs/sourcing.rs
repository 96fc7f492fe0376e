//! The ways of sourcing: how much a hybrid moves, and which country stands for each geography.

use super::GroupProps;
use crate::format::{percent, uncertain_text};
use crate::model::catalogue::Unit;
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

/// The country of one geography; a geography with one country in the catalogue leaves nothing to choose.
fn destination(site: Site, editor: &Editor) -> Html {
    let options: Vec<SelectOption> = Destination::for_site(site)
        .map(|country| SelectOption { id: country.code().into(), label: labels::destination(country).into() })
        .collect();
    if options.len() < 2 {
        return Html::default();
    }
    html! {
        <SelectField key={site.id()} id={format!("destination-{}", site.id())} label={page::destination_of(site)}
            hint={labels::site_explanation(site)} {options} selected={editor.scenario.destinations.at(site).code()}
            on_select={editor.on_choice(|code: String| Destination::from_code(&code).map(Edit::DestinationChosen))} />
    }
}
