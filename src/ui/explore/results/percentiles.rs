//! Percentiles of every way of sourcing, the usual ones and those asked for.

use super::bad_case::EditableProps;
use crate::charts::Table;
use crate::format::{parse_percent_list, percent_list};
use crate::state::Edit;
use crate::text::percentiles as words;
use crate::text::percentiles::Amount;
use crate::ui::components::{DraftField, SelectField, SelectOption, numbers};
use crate::ui::explore::editor::Editor;
use web_sys::Element;
use yew::prelude::*;

/// The section, closed until somebody asks.
#[component]
pub fn Percentiles(props: &EditableProps) -> Html {
    let amount = use_state_eq(Amount::default);
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.setter();
        Callback::from(move |event: Event| {
            is_open.set(event.target_unchecked_into::<Element>().has_attribute("open"));
        })
    };
    // Nobody looks at it while it is closed, and figures may follow each other fast.
    let table = use_memo((is_open.then(|| props.summary.clone()), *amount), |(summary, amount)| {
        let (header, rows) = summary.as_ref().map(|summary| words::table(summary, *amount)).unwrap_or_default();
        Table { caption: amount.label().to_owned(), header, rows }
    });
    let editor = Editor { scenario: props.scenario.clone(), dispatch: props.dispatch.clone() };
    let options: Vec<SelectOption> =
        Amount::ALL.map(|amount| SelectOption { id: amount.id().into(), label: amount.label().into() }).into();
    let on_select = {
        let chosen = amount.setter();
        Callback::from(move |id: String| {
            if let Some(amount) = Amount::ALL.into_iter().find(|amount| amount.id() == id) {
                chosen.set(amount);
            }
        })
    };
    html! {
        <details class="percentiles" id="percentiles" {ontoggle}>
            <summary><h2 class="section-title">{ words::TITLE }</h2></summary>
            <div class="bad-case-fields">
                <SelectField id="percentiles-of" label={words::AMOUNT} {options} selected={amount.id()} {on_select} />
                <DraftField id="further-percentiles" label={words::FIELD} hint={words::FIELD_HINT} takes_words=true
                    value={percent_list(&props.scenario.percentiles)}
                    on_text={editor.on_text(|text| {
                        let list = parse_percent_list(text).map_err(|problem| words::list_problem(&problem))?;
                        Ok(Edit::PercentilesChanged(list))
                    })} />
            </div>
            <p class="section-hint">{ words::HINT }</p>
            <div class="scroller" tabindex="0" role="region" aria-label={table.caption.clone()}>{ numbers(&table) }</div>
        </details>
    }
}
