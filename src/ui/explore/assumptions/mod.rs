//! Where the numbers come from: every assumption with its value, its source, and a field to change it.

mod group;
mod new_tie;
mod row;
mod together;

use super::editor::Editor;
use crate::engine::Summary;
use crate::model::{Assumption, AssumptionKey, Scenario, Scope, Site};
use crate::state::Edit;
use crate::text::{assumptions::function_label, countries, labels, page};
use crate::ui::components::{Button, Look};
use crate::ui::context::{Dispatch, Shared};
use group::Group;
use together::Together;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`Assumptions`].
#[derive(Clone, PartialEq, Properties)]
pub struct AssumptionsProps {
    /// The scenario in force.
    pub scenario: Shared<Scenario>,
    /// The figures shown, if there are any yet.
    pub summary: Option<Shared<Summary>>,
    /// Where edits go.
    pub dispatch: Dispatch,
}

/// The section; its rows are made when it is opened first.
#[component]
pub fn Assumptions(props: &AssumptionsProps) -> Html {
    let opened = use_state_eq(|| false);
    let ontoggle = {
        let opened = opened.setter();
        Callback::from(move |event: Event| {
            if event.target_dyn_into::<HtmlElement>().is_some_and(|details| details.has_attribute("open")) {
                opened.set(true);
            }
        })
    };
    let editor = Editor { scenario: props.scenario.clone(), dispatch: props.dispatch.clone() };
    let changed = props.scenario.assumptions.len();
    html! {
        <details class="assumptions" id="assumptions" {ontoggle}>
            <summary><h2 class="section-title">{ page::ASSUMPTIONS }</h2></summary>
            if *opened {
                <p class="section-hint">{ page::ASSUMPTIONS_HINT }</p>
                if changed > 0 {
                    <p class="changed-line">
                        { page::changed_assumptions(changed) }
                        <Button label={page::RESET_ASSUMPTIONS} look={Look::Quiet}
                            on_press={editor.on_choice(|()| Some(Edit::AssumptionsReset))} />
                    </p>
                }
                { for groups(&props.scenario).into_iter().map(|(id, title, keys)| html! {
                    <Group key={id.clone()} is_first={id == "home"} {title} {keys} editor={editor.clone()} />
                }) }
                <Together editor={editor.clone()} summary={props.summary.clone()} />
            }
        </details>
    }
}

/// The assumptions in groups: the firm, each function, each vendor. With the id and the title of each group.
fn groups(scenario: &Scenario) -> Vec<(String, String, Vec<AssumptionKey>)> {
    let mut keys = scenario.assumption_keys();
    // One dollar costs a dollar: nothing to say, unless somebody has said otherwise.
    keys.retain(|key| {
        let is_rate = key.assumption == Assumption::ExchangeRate;
        !is_rate || !scenario.currency.is_us_dollar() || scenario.assumptions.contains_key(&key.to_string())
    });
    let of = |wanted: &dyn Fn(&Scope) -> bool| -> Vec<AssumptionKey> {
        keys.iter().filter(|key| wanted(&key.scope)).cloned().collect()
    };
    let mut groups = vec![("home".to_owned(), page::AT_HOME.to_owned(), of(&|scope| *scope == Scope::Home))];
    for function in &scenario.functions {
        let mine = of(&|scope| match scope {
            Scope::Function(id) | Scope::FunctionSite(id, _) => *id == function.id,
            Scope::Home | Scope::Site(_) => false,
        });
        groups.push((format!("function-{}", function.id), function_label(&function.id, Some(scenario)), mine));
    }
    for site in Site::ALL {
        let title = page::vendor(labels::site(site), countries::vendor_country(site, scenario));
        groups.push((site.id().to_owned(), title, of(&|scope| *scope == Scope::Site(site))));
    }
    groups
}
