//! One business function: what it is, how many people, what they earn.

use super::functions::ADD_ID;
use super::quotes::Quotes;
use super::work::{self, WorkDetails};
use crate::browser::focus::focus;
use crate::format::{currency_sign, uncertain_text};
use crate::model::catalogue::Unit;
use crate::model::{BusinessFunction, Category, DataSensitivity, FunctionKind, Uncertain};
use crate::state::Edit;
use crate::text::{functions, labels, page};
use crate::ui::components::{Button, DraftField, Look, SelectField, SelectGroup, SelectOption, Toggle};
use crate::ui::explore::editor::{Editor, read_optional, read_uncertain};
use yew::prelude::*;

/// Properties of [`FunctionCard`].
#[derive(Clone, PartialEq, Properties)]
pub struct FunctionCardProps {
    /// The function.
    pub function: BusinessFunction,
    /// Whether it is the last one, which cannot be removed.
    pub is_only: bool,
    /// Makes the edits.
    pub editor: Editor,
}

/// The levels of sensitivity, in the order in which people choose from them.
const SENSITIVITIES: [(DataSensitivity, &str); 3] =
    [(DataSensitivity::Low, "low"), (DataSensitivity::Medium, "medium"), (DataSensitivity::High, "high")];

/// One function.
#[component]
pub fn FunctionCard(props: &FunctionCardProps) -> Html {
    let function = &props.function;
    let editor = &props.editor;
    let id = |field: &str| AttrValue::from(format!("function-{}-{field}", function.id));
    let scenario = &editor.scenario;
    let name = functions::function_name(function, scenario);
    html! {
        <fieldset class="function-card">
            <legend class={if functions::goes_by_its_kind(function, scenario) { "visually-hidden" } else { "function-name" }}>
                { name.clone() }
            </legend>
            <div class="function-head">
                <SelectField id={id("kind")} label={page::KIND} label_is_hidden=true groups={kinds()}
                    selected={function.kind.id()}
                    on_select={on(props, |function, id: String| {
                        Some(Edit::FunctionKindChosen { function, kind: FunctionKind::from_id(&id)? })
                    })} />
                if !props.is_only {
                    <Button label={page::REMOVE} full_label={page::remove_function(&name)} look={Look::Quiet}
                        on_press={on(props, |function, ()| {
                            // The button goes with the card; without this the focus would fall back to the top.
                            focus(ADD_ID);
                            Some(Edit::FunctionRemoved(function))
                        })} />
                }
            </div>
            <div class="pair">
                { work::amount(props) }
                <DraftField id={id("wage")} label={page::WAGE} prefix={currency_sign(scenario.currency)}
                    value={uncertain_text(&function.wage, Unit::MoneyPerYear)}
                    on_text={wage(props)} />
            </div>
            { work::people_needed(props) }
            <details class="more">
                <summary>{ page::function_details(function) }</summary>
                <DraftField id={id("name")} label={page::FUNCTION_NAME} takes_words=true
                    placeholder={functions::default_name(function, scenario)}
                    hint={labels::function_kind_explanation(function.kind)}
                    value={function.name.clone().unwrap_or_default()}
                    on_text={naming(&function.id, editor)} />
                <WorkDetails function={function.clone()} is_only={props.is_only} editor={editor.clone()} />
                <SelectField id={id("sensitivity")} label={page::SENSITIVITY}
                    options={SENSITIVITIES.map(|(level, id)| option(id, labels::data_sensitivity(level))).to_vec()}
                    selected={sensitivity_id(function.sensitivity)}
                    hint={labels::data_sensitivity_explanation(function.sensitivity)}
                    on_select={on(props, |function, id: String| {
                        let (sensitivity, _) = SENSITIVITIES.into_iter().find(|(_, known)| *known == id)?;
                        Some(Edit::SensitivityChosen { function, sensitivity })
                    })} />
                <DraftField id={id("known-cost")} label={page::KNOWN_COST} hint={page::KNOWN_COST_HINT}
                    prefix={currency_sign(scenario.currency)} placeholder={page::NOT_COUNTED}
                    value={optional_text(function.known_cost.as_ref())} on_text={known_cost(props)} />
                <Quotes function={function.clone()} editor={editor.clone()} />
                <Toggle id={id("moves")} label={page::MOVES} hint={page::MOVES_HINT} checked={function.outsource}
                    on_toggle={on(props, |function, outsource| Some(Edit::FunctionMarked { function, outsource }))} />
                <Toggle id={id("core")} label={page::CORE} hint={page::CORE_HINT} checked={function.is_core()}
                    on_toggle={on(props, |function, core| Some(Edit::CoreMarked { function, core }))} />
                <Toggle id={id("faces-customers")} label={page::CUSTOMER_FACING} hint={page::CUSTOMER_FACING_HINT}
                    checked={function.is_customer_facing()}
                    on_toggle={on(props, |function, customer_facing| {
                        Some(Edit::CustomerFacingMarked { function, customer_facing })
                    })} />
                if function.is_customer_facing() {
                    <DraftField id={id("margin")} label={page::MARGIN_AT_RISK} hint={page::MARGIN_AT_RISK_HINT}
                        prefix={currency_sign(scenario.currency)} placeholder={page::NOT_COUNTED}
                        value={optional_text(function.margin_at_risk.as_ref())} on_text={margin_at_risk(props)} />
                }
            </details>
        </fieldset>
    }
}

/// What a widget of this card does with a choice.
fn on<T: 'static>(props: &FunctionCardProps, made: fn(String, T) -> Option<Edit>) -> Callback<T> {
    let id = props.function.id.clone();
    props.editor.on_choice(move |choice| made(id.clone(), choice))
}

fn wage(props: &FunctionCardProps) -> Callback<String, Result<(), String>> {
    let (function, current) = (props.function.id.clone(), props.function.wage);
    props.editor.on_text(move |text| {
        let value = read_uncertain(text, Unit::MoneyPerYear, &current)?;
        Ok(Edit::WageChanged { function: function.clone(), value })
    })
}

fn known_cost(props: &FunctionCardProps) -> Callback<String, Result<(), String>> {
    let (function, current) = (props.function.id.clone(), props.function.known_cost);
    props.editor.on_text(move |text| {
        let value = read_optional(text, Unit::MoneyPerYear, current.as_ref())?;
        Ok(Edit::KnownCostChanged { function: function.clone(), value })
    })
}

fn margin_at_risk(props: &FunctionCardProps) -> Callback<String, Result<(), String>> {
    let (function, current) = (props.function.id.clone(), props.function.margin_at_risk);
    props.editor.on_text(move |text| {
        let value = read_optional(text, Unit::MoneyPerYear, current.as_ref())?;
        Ok(Edit::MarginAtRiskChanged { function: function.clone(), value })
    })
}

/// An amount of money a year as its field shows it; nothing where none is stated.
fn optional_text(value: Option<&Uncertain>) -> String {
    value.map_or_else(String::new, |value| uncertain_text(value, Unit::MoneyPerYear))
}

fn naming(id: &str, editor: &Editor) -> Callback<String, Result<(), String>> {
    let function = id.to_owned();
    editor.on_text(move |text| Ok(Edit::FunctionNamed { function: function.clone(), name: text.to_owned() }))
}

fn kinds() -> Vec<SelectGroup> {
    Category::ALL
        .into_iter()
        .map(|category| SelectGroup {
            label: labels::category(category).into(),
            options: FunctionKind::of_category(category)
                .map(|kind| option(kind.id(), labels::function_kind(kind)))
                .collect(),
        })
        .collect()
}

fn option(id: &'static str, label: &'static str) -> SelectOption {
    SelectOption { id: id.into(), label: label.into() }
}

fn sensitivity_id(sensitivity: DataSensitivity) -> &'static str {
    SENSITIVITIES.into_iter().find(|(level, _)| *level == sensitivity).map_or("medium", |(_, id)| id)
}
