//! One assumption.

use crate::format::uncertain_text;
use crate::model::catalogue;
use crate::model::{AssumptionKey, Scope, effects};
use crate::state::Edit;
use crate::text::{assumptions, labels, page, vendors};
use crate::ui::components::{Button, DraftField, Look};
use crate::ui::explore::editor::{Editor, read_uncertain};
use yew::prelude::*;

/// Properties of [`Row`].
#[derive(Clone, PartialEq, Properties)]
pub struct RowProps {
    /// Which assumption.
    pub assumption: AssumptionKey,
    /// Makes the edits.
    pub editor: Editor,
}

/// Name, value, meaning, source.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let (key, scenario) = (&props.assumption, &props.editor.scenario);
    let unit = catalogue::unit(key.assumption);
    let value = scenario.assumption(key);
    let sourced = catalogue::default_of(key, scenario);
    let is_changed = scenario.assumptions.contains_key(&key.to_string());
    let label = label(key);
    let on_text = {
        let key = key.clone();
        props.editor.on_text(move |text| {
            let value = read_uncertain(text, unit, &value)?;
            Ok(Edit::AssumptionChanged { key: key.clone(), value })
        })
    };
    let reset = {
        let key = key.clone();
        props.editor.on_choice(move |()| Some(Edit::AssumptionReset(key.clone())))
    };
    html! {
        <li class={classes!("assumption", is_changed.then_some("is-changed"))}>
            <div class="assumption-words">
                <p class="assumption-name">
                    { label.clone() }
                    if is_changed { <span class="mark">{ page::CHANGED }</span> }
                </p>
                <p class="field-hint">{ assumptions::explanation(key.assumption) }</p>
            </div>
            <div class="assumption-value">
                <DraftField id={field_id(key)} label={label.clone()} label_is_hidden=true
                    value={uncertain_text(&value, unit)} {on_text} />
                <p class="field-hint">{ page::in_unit(&labels::unit(unit, scenario.currency), &labels::uncertain_explanation(&value)) }</p>
            </div>
            <div class="assumption-source">
                if let Some(effect) = vendors::default_effect(key, scenario) {
                    <p>{ effect }</p>
                }
                if is_changed {
                    <p>
                        { page::default_value(&uncertain_text(&effects::default_of(key, scenario), unit)) }
                        <Button label={page::RESET} full_label={page::reset(&label)} look={Look::Quiet}
                            on_press={reset} />
                    </p>
                }
                <p title={labels::grade_explanation(sourced.grade)}>
                    <span class="grade">{ labels::grade(sourced.grade) }</span>
                    { page::source(sourced.source.citation, sourced.source.year) }
                    if !sourced.source.address.is_empty() {
                        { " " }
                        <a href={sourced.source.address} target="_blank" rel="noopener noreferrer"
                            aria-label={page::open_source(&label)}>{ page::OPEN_SOURCE }</a>
                    }
                </p>
            </div>
        </li>
    }
}

/// The name within its group: a vendor's price needs its site said.
fn label(key: &AssumptionKey) -> String {
    match &key.scope {
        Scope::FunctionSite(_, site) => page::at_site(assumptions::label(key.assumption), labels::site(*site)),
        Scope::Home | Scope::Function(_) | Scope::Site(_) => assumptions::label(key.assumption).to_owned(),
    }
}

fn field_id(key: &AssumptionKey) -> AttrValue {
    format!("assumption-{}", key.to_string().replace('.', "-")).into()
}
