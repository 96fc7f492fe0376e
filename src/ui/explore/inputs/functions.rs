//! The functions of the portfolio, and the revenue of the firm.

use super::GroupProps;
use super::function_card::FunctionCard;
use crate::format::{currency_sign, uncertain_text};
use crate::model::catalogue::Unit;
use crate::model::check::MOST_FUNCTIONS;
use crate::model::{FunctionKind, Uncertain};
use crate::state::Edit;
use crate::text::page;
use crate::ui::components::{Button, DraftField};
use crate::ui::explore::editor::read_number;
use yew::prelude::*;

/// Id of the button that adds a function.
pub const ADD_ID: &str = "add-function";

/// The people and what they do.
#[component]
pub fn Functions(props: &GroupProps) -> Html {
    let editor = &props.editor;
    let scenario = &editor.scenario;
    let revenue = scenario.revenue;
    let count = scenario.functions.len();
    // Two functions of a kind would carry the same name until one is given another.
    let kind = FunctionKind::ALL.into_iter().find(|kind| scenario.functions.iter().all(|other| other.kind != *kind));
    let kind = kind.unwrap_or(FunctionKind::Other);
    let add = editor.on_choice(move |()| Some(Edit::FunctionAdded(kind)));
    html! {
        <div class="group" role="group" aria-labelledby="functions-title">
            <h3 id="functions-title" class="group-title">{ page::FUNCTIONS }</h3>
            <p class="group-hint">{ page::FUNCTIONS_HINT }</p>
            <ul class="function-list">
                { for scenario.functions.iter().map(|function| html! {
                    <li key={function.id.clone()}>
                        <FunctionCard function={function.clone()} is_only={count == 1} editor={editor.clone()} />
                    </li>
                }) }
            </ul>
            <Button id={ADD_ID} label={page::ADD_FUNCTION} disabled={count >= MOST_FUNCTIONS} on_press={add} />
            <DraftField id="revenue" label={page::REVENUE} hint={page::REVENUE_HINT} prefix={currency_sign(scenario.currency)}
                value={uncertain_text(&Uncertain::Fixed(revenue), Unit::MoneyPerYear)}
                on_text={editor.on_text(move |text| {
                    read_number(text, Unit::MoneyPerYear, revenue).map(Edit::RevenueChanged)
                })} />
        </div>
    }
}
