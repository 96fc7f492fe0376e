//! Mixes of the user's own: a share of each function for each site.

use super::GroupProps;
use crate::format::uncertain_text;
use crate::model::catalogue::Unit;
use crate::model::check::MOST_STRATEGIES;
use crate::model::{BusinessFunction, Site, Strategy, StrategyId, Uncertain};
use crate::state::Edit;
use crate::text::functions::function_name;
use crate::text::{labels, mixes as words, page, strategy_name};
use crate::ui::components::{Button, DraftField, Look};
use crate::ui::explore::editor::{Editor, read_number};
use std::collections::BTreeMap;
use yew::prelude::*;

/// The mixes, and a button for one more.
#[component]
pub fn Mixes(props: &GroupProps) -> Html {
    let editor = &props.editor;
    let strategies = &editor.scenario.strategies;
    let mixes = strategies.iter().filter_map(|strategy| match strategy {
        Strategy::Mix { id, name, shares } => Some(mix(editor, id, name.as_deref(), shares)),
        _ => None,
    });
    html! {
        <div class="group" role="group" aria-labelledby="mixes-title">
            <h3 id="mixes-title" class="group-title">{ words::MIXES }</h3>
            <p class="group-hint">{ words::MIXES_HINT }</p>
            { for mixes }
            <Button label={words::ADD_MIX} disabled={strategies.len() >= MOST_STRATEGIES}
                on_press={editor.on_choice(|()| Some(Edit::MixAdded))} />
        </div>
    }
}

fn mix(editor: &Editor, id: &StrategyId, name: Option<&str>, shares: &BTreeMap<String, BTreeMap<Site, f64>>) -> Html {
    let shown = strategy_name(id, name);
    let remove = {
        let id = id.clone();
        editor.on_choice(move |()| Some(Edit::MixRemoved(id.clone())))
    };
    let rename = {
        let id = id.clone();
        editor.on_text(move |text| Ok(Edit::MixNamed { mix: id.clone(), name: text.to_owned() }))
    };
    html! {
        <fieldset class="function-card" key={id.clone()}>
            <legend class="visually-hidden">{ &shown }</legend>
            <div class="function-head">
                <DraftField id={format!("mix-{id}-name")} label={words::MIX_NAME} label_is_hidden=true takes_words=true
                    placeholder={strategy_name(id, None)} value={name.unwrap_or_default().to_owned()} on_text={rename} />
                <Button label={page::REMOVE} full_label={words::remove_mix(&shown)} look={Look::Quiet} on_press={remove} />
            </div>
            { for editor.scenario.functions.iter().map(|function| function_shares(editor, id, function, shares)) }
        </fieldset>
    }
}

/// The three shares of a function.
fn function_shares(
    editor: &Editor,
    mix: &StrategyId,
    function: &BusinessFunction,
    shares: &BTreeMap<String, BTreeMap<Site, f64>>,
) -> Html {
    let name = function_name(function, &editor.scenario);
    let field = |site: Site| {
        let current = shares.get(&function.id).and_then(|own| own.get(&site)).copied().unwrap_or(0.0);
        let (mix_id, function_id) = (mix.clone(), function.id.clone());
        html! {
            <div class="share" key={site.id()}>
                <span class="share-site" aria-hidden="true">{ labels::site(site) }</span>
                <DraftField id={format!("mix-{mix}-{}-{}", function.id, site.id())}
                    label={words::share_of(&name, site)} label_is_hidden=true
                    value={uncertain_text(&Uncertain::Fixed(current), Unit::Share)}
                    on_text={editor.on_text(move |text| {
                        let share = read_number(text, Unit::Share, current)?;
                        Ok(Edit::MixShareChanged { mix: mix_id.clone(), function: function_id.clone(), site, share })
                    })} />
            </div>
        }
    };
    html! {
        <div key={function.id.clone()}>
            <p class="field-label">{ &name }</p>
            <div class="shares">{ for Site::ALL.map(field) }</div>
        </div>
    }
}
