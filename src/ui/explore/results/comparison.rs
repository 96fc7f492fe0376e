//! All strategies side by side, the cheapest on average first.

use super::comparison_row::ComparisonRow;
use crate::engine::Summary;
use crate::engine::summary::StrategySummary;
use crate::state::Action;
use crate::text::{correlations, page};
use crate::ui::context::{Dispatch, Shared};
use yew::prelude::*;

/// Properties of [`Comparison`].
#[derive(Clone, PartialEq, Properties)]
pub struct ComparisonProps {
    /// The figures.
    pub summary: Shared<Summary>,
    /// Id of the strategy that the saving chart shows.
    pub shown: AttrValue,
    /// Where the choice of another strategy goes.
    #[prop_or_default]
    pub dispatch: Option<Dispatch>,
}

/// The ranked table.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let ranked = props.summary.ranked();
    let scale = scale(&ranked);
    let select = |strategy: &StrategySummary| {
        let (dispatch, id) = (props.dispatch.clone(), strategy.strategy.clone());
        Callback::from(move |()| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(Action::StrategySelected(id.clone()));
            }
        })
    };
    let head = |[name, meaning]: [&'static str; 2], class: &'static str, hidden: Option<&'static str>| {
        html! {
            <th scope="col" {class} aria-hidden={hidden}>
                { name }
                if !meaning.is_empty() { { " " }<small class="column-meaning">{ meaning }</small> }
            </th>
        }
    };
    html! {
        <section class="comparison" aria-labelledby="comparison-title">
            <h2 id="comparison-title" class="section-title">{ page::COMPARISON }</h2>
            <table class="compare">
                <caption class="section-hint">{ page::comparison_caption(props.summary.horizon_months) }</caption>
                <thead>
                    <tr>
                        { head(page::COLUMN_STRATEGY, "", None) }
                        { head(page::COLUMN_SPREAD, "is-picture", Some("true")) }
                        { head(page::COLUMN_COST, "is-number", None) }
                        { head(page::COLUMN_BAD_CASE, "is-number is-extra", None) }
                        { head(page::COLUMN_SAVING, "is-number is-wide", None) }
                        { head(page::COLUMN_CHANCE_SAVES, "is-number", None) }
                        { head(page::COLUMN_BREAK_EVEN, "is-number is-extra", None) }
                        { head(page::COLUMN_CHEAPEST, "is-number is-extra", None) }
                    </tr>
                </thead>
                <tbody>
                    { for ranked.iter().map(|strategy| html! {
                        <ComparisonRow key={strategy.strategy.clone()} summary={props.summary.clone()}
                            strategy={AttrValue::from(strategy.strategy.clone())} {scale}
                            is_shown={props.shown == strategy.strategy} on_select={select(strategy)} />
                    }) }
                </tbody>
            </table>
            if !props.summary.left_out.is_empty() {
                <p class="footnote">{ page::left_out(&props.summary) }</p>
            }
            if let Some(repair) = &props.summary.correlation_repair {
                <p class="footnote">{ correlations::repaired(repair, None) }</p>
            }
        </section>
    }
}

/// The scale on which the spreads of all rows are drawn.
fn scale(ranked: &[&StrategySummary]) -> (f64, f64) {
    ranked.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), strategy| {
        let cost = &strategy.cost_present_value;
        (low.min(cost.percentile(5)), high.max(cost.percentile(95)))
    })
}
