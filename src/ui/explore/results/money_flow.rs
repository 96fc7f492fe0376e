//! Where the money goes, and what the risk events did: in-house beside the strategy that is shown.

use crate::charts::Table;
use crate::engine::Summary;
use crate::text::money_flow as words;
use crate::text::strategies::IN_HOUSE;
use crate::ui::components::numbers;
use crate::ui::context::Shared;
use yew::prelude::*;

/// Properties of [`MoneyFlow`].
#[derive(Clone, PartialEq, Properties)]
pub struct MoneyFlowProps {
    /// The figures.
    pub summary: Shared<Summary>,
    /// Id of the strategy beside in-house.
    pub strategy: AttrValue,
}

/// The section.
#[component]
pub fn MoneyFlow(props: &MoneyFlowProps) -> Html {
    let key = (props.summary.clone(), props.strategy.clone());
    let tables = use_memo(key, |(summary, strategy)| {
        let home = summary.strategy(IN_HOUSE)?;
        let other = summary.strategy(strategy).filter(|other| other.saving.is_some());
        let lines = Table {
            caption: words::CAPTION.to_owned(),
            header: words::line_head(home, other),
            rows: words::line_rows(home, other, summary.currency),
        };
        let events = Table {
            caption: words::EVENTS_CAPTION.to_owned(),
            header: words::event_head(home, other),
            rows: words::event_rows(home, other, summary.currency),
        };
        Some((lines, events))
    });
    let Some((lines, events)) = tables.as_ref() else { return Html::default() };
    let table = |table: &Table, class: &'static str| {
        html! { <div class={classes!("scroller", class)} tabindex="0" role="region" aria-label={table.caption.clone()}>{ numbers(table) }</div> }
    };
    html! {
        <section class="money-flow" id="money-flow" aria-labelledby="money-flow-title">
            <h2 id="money-flow-title" class="section-title">{ words::TITLE }</h2>
            <p class="section-hint">{ words::HINT }</p>
            { table(lines, "has-sum") }
            if !events.rows.is_empty() {
                <h3 class="group-title">{ words::EVENTS_TITLE }</h3>
                <p class="section-hint">{ words::EVENTS_HINT }</p>
                { table(events, "") }
            }
        </section>
    }
}
