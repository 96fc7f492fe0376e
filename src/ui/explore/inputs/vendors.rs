//! What is agreed with the vendor of each site, and what is known of it.

use super::GroupProps;
use crate::model::provider::SCORES;
use crate::model::{Clause, Criterion, Site, effects};
use crate::state::Edit;
use crate::text::{labels, page, vendors};
use crate::ui::components::{SelectField, SelectOption};
use crate::ui::explore::editor::Editor;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Contract and score card of each vendor.
#[component]
pub fn Vendors(props: &GroupProps) -> Html {
    let scenario = &props.editor.scenario;
    html! {
        <div class="group" role="group" aria-labelledby="vendors-title">
            <h3 id="vendors-title" class="group-title">{ vendors::VENDORS }</h3>
            <p class="group-hint">{ vendors::VENDORS_HINT }</p>
            { for Site::ALL.into_iter().map(|site| html! {
                <fieldset key={site.id()} class="function-card vendor-card">
                    <legend class="function-name">
                        { page::vendor(labels::site(site), labels::destination(scenario.destinations.at(site))) }
                    </legend>
                    <Panel about={About::Contract} {site} editor={props.editor.clone()} />
                    <Panel about={About::Provider} {site} editor={props.editor.clone()} />
                </fieldset>
            }) }
        </div>
    }
}

/// What a panel is about.
#[derive(Clone, Copy, PartialEq)]
enum About {
    Contract,
    Provider,
}

/// Properties of [`Panel`].
#[derive(Clone, PartialEq, Properties)]
struct PanelProps {
    /// What it is about.
    about: About,
    /// Whose vendor.
    site: Site,
    /// Makes the edits.
    editor: Editor,
}

/// A panel that opens; its fields are made when it is opened first.
#[component]
fn Panel(props: &PanelProps) -> Html {
    let opened = use_state_eq(|| false);
    let ontoggle = {
        let opened = opened.setter();
        Callback::from(move |event: Event| {
            if event.target_dyn_into::<HtmlElement>().is_some_and(|details| details.has_attribute("open")) {
                opened.set(true);
            }
        })
    };
    let PanelProps { about, site, editor } = props;
    let lid = match about {
        About::Contract => vendors::contract_lid(&editor.scenario, *site),
        About::Provider => vendors::provider_lid(&editor.scenario, *site),
    };
    html! {
        <details class="more" {ontoggle}>
            <summary>{ lid }</summary>
            if *opened {
                { for match about {
                    About::Contract => terms(*site, editor),
                    About::Provider => scores(*site, editor),
                } }
            }
        </details>
    }
}

/// The clauses of a site's contract; those that can change nothing there are left out.
fn terms(site: Site, editor: &Editor) -> Vec<Html> {
    let field = |clause: Clause| {
        let options = clause.terms().iter().map(|term| option(term.id(), vendors::term(*term)));
        html! {
            <SelectField key={clause.id()} id={format!("{}-{}", site.id(), clause.id())} label={vendors::clause(clause)}
                options={options.collect::<Vec<_>>()} selected={editor.scenario.contracts.at(site).term(clause).id()}
                hint={vendors::clause_effect(clause, &editor.scenario, site)}
                on_select={editor.on_choice(move |id: String| {
                    clause.term_from_id(&id).map(|term| Edit::TermAgreed { site, term })
                })} />
        }
    };
    effects::clauses_at(site).map(field).collect()
}

/// The score card of a site's vendor.
fn scores(site: Site, editor: &Editor) -> Vec<Html> {
    let field = |criterion: Criterion| {
        let options = (SCORES.0..=SCORES.1).map(|score| option(&score.to_string(), &vendors::score(score)));
        html! {
            <SelectField key={criterion.id()} id={format!("{}-{}", site.id(), criterion.id())}
                label={vendors::criterion(criterion)} options={options.collect::<Vec<_>>()}
                selected={editor.scenario.providers.at(site).score(criterion).to_string()}
                hint={vendors::score_effect(criterion, &editor.scenario, site)}
                on_select={editor.on_choice(move |score: String| {
                    score.parse().ok().map(|score| Edit::ScoreGiven { site, criterion, score })
                })} />
        }
    };
    Criterion::ALL.iter().copied().map(field).collect()
}

fn option(id: &str, label: &str) -> SelectOption {
    SelectOption { id: id.to_owned().into(), label: label.to_owned().into() }
}
