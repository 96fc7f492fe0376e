//! One more pair that moves together: which two, and a button.

use crate::model::correlation::Party;
use crate::model::{Scenario, Site};
use crate::state::Edit;
use crate::text::{correlations as words, labels, page};
use crate::ui::components::{Button, SelectField, SelectGroup, SelectOption};
use crate::ui::explore::editor::Editor;
use yew::prelude::*;

/// The coefficient of a pair that was just tied: felt, and far from either end.
const BEGINNING: f64 = 0.5;

/// Properties of [`NewTie`].
#[derive(Clone, PartialEq, Properties)]
pub struct NewTieProps {
    /// Makes the edits.
    pub editor: Editor,
}

/// The choice.
#[component]
pub fn NewTie(props: &NewTieProps) -> Html {
    let chosen = use_state_eq(|| [None::<String>, None]);
    let problem = use_state_eq(|| None::<AttrValue>);
    let scenario = &props.editor.scenario;
    let groups = use_memo(scenario.clone(), |scenario| groups(scenario));
    let parties = Party::all(scenario);
    // What was chosen may have gone with its function.
    let is_there = |key: &String| parties.iter().any(|party| party.to_string() == *key);
    let first = parties.first().map_or_else(String::new, Party::to_string);
    let between = [0, 1].map(|side| chosen[side].clone().filter(is_there).unwrap_or_else(|| first.clone()));
    let choose = |side: usize| {
        let (setter, chosen, problem) = (chosen.setter(), (*chosen).clone(), problem.setter());
        Callback::from(move |key: String| {
            let mut next = chosen.clone();
            next[side] = Some(key);
            problem.set(None);
            setter.set(next);
        })
    };
    let on_press = {
        let (editor, between, problem) = (props.editor.clone(), between.clone(), problem.setter());
        Callback::from(move |()| {
            let edit = Edit::CorrelationChanged { between: between.clone(), coefficient: BEGINNING };
            problem.set(editor.edit(edit).err().map(AttrValue::from));
        })
    };
    let select = |side: usize, id: &'static str, label: &'static str| {
        html! {
            <SelectField {id} {label} groups={(*groups).clone()} selected={between[side].clone()} on_select={choose(side)} />
        }
    };
    html! {
        <div class="new-tie" role="group" aria-labelledby="new-tie-title">
            <h4 id="new-tie-title" class="group-title">{ words::NEW_TIE }</h4>
            <p class="field-hint">{ words::NEW_TIE_HINT }</p>
            <div class="new-tie-fields">
                { select(0, "new-tie-one", words::ONE) }
                { select(1, "new-tie-other", words::OTHER) }
                <Button label={words::TIE} {on_press} />
            </div>
            if let Some(problem) = &*problem {
                <p class="field-problem" role="alert">{ problem }</p>
            }
        </div>
    }
}

/// Everything that can be tied: groups first, then what there is once, then by function and by vendor.
fn groups(scenario: &Scenario) -> Vec<SelectGroup> {
    let parties = Party::all(scenario);
    let of = |label: String, wanted: &dyn Fn(&Party) -> bool| SelectGroup {
        label: label.into(),
        options: parties
            .iter()
            .filter(|party| wanted(party))
            .map(|party| {
                let id = party.to_string();
                SelectOption { label: words::party(&id, Some(scenario)).into(), id: id.into() }
            })
            .collect(),
    };
    let is_of = |party: &Party, function: Option<&str>, site: Option<Site>| match party {
        Party::One(key) => key.scope.function() == function && (function.is_some() || key.scope.site() == site),
        Party::Every(_) => false,
    };
    let mut groups = vec![
        of(words::GROUPS.to_owned(), &|party| matches!(party, Party::Every(_))),
        of(page::AT_HOME.to_owned(), &|party| is_of(party, None, None)),
    ];
    for function in &scenario.functions {
        let label = crate::text::functions::function_name(function, scenario);
        groups.push(of(label, &|party| is_of(party, Some(&function.id), None)));
    }
    for site in Site::ALL {
        groups.push(of(labels::site(site).to_owned(), &|party| is_of(party, None, Some(site))));
    }
    groups
}
