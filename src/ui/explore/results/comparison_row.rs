//! One strategy in the comparison.

use crate::charts::Tone;
use crate::engine::Summary;
use crate::engine::summary::{Distribution, Saving};
use crate::format::money_compact;
use crate::model::{Currency, Site};
use crate::text::{page, strategy_name};
use crate::ui::components::{RangeBar, Spread};
use crate::ui::context::Shared;
use yew::prelude::*;

/// Properties of [`ComparisonRow`].
#[derive(Clone, PartialEq, Properties)]
pub struct ComparisonRowProps {
    /// The figures of all strategies.
    pub summary: Shared<Summary>,
    /// Id of the strategy of this row.
    pub strategy: AttrValue,
    /// Ends of the scale that all rows share.
    pub scale: (f64, f64),
    /// Whether the saving chart shows this strategy.
    pub is_shown: bool,
    /// The row was chosen for the saving chart.
    pub on_select: Callback<()>,
}

/// One row.
#[component]
pub fn ComparisonRow(props: &ComparisonRowProps) -> Html {
    let Some(strategy) = props.summary.strategy(&props.strategy) else { return Html::default() };
    let name = strategy_name(&strategy.strategy, strategy.name.as_deref());
    let (cost, currency) = (&strategy.cost_present_value, props.summary.currency);
    let onclick = strategy.saving.as_ref().map(|_| props.on_select.reform(|_: MouseEvent| ()));
    let tone = tone(&strategy.strategy);
    html! {
        <tr class={classes!(tone, props.is_shown.then_some("is-shown"), strategy.saving.is_none().then_some("is-home"))}
            data-strategy={strategy.strategy.clone()} {onclick}>
            <th scope="row">
                { name_cell(&name, strategy.saving.is_some(), props.is_shown) }
                { strategy.saving.as_ref().map(|saving| short_line(saving, currency)).unwrap_or_default() }
            </th>
            <td class="is-picture" aria-hidden="true">
                <RangeBar spread={spread(cost)} scale={props.scale} {tone} />
            </td>
            <td class="is-number">
                { page::mean(cost, currency) }
                <small class="error">{ page::plus_minus(cost.mean_standard_error, currency) }</small>
            </td>
            <td class="is-number is-extra">{ money_compact(cost.percentile(95), currency) }</td>
            { match &strategy.saving {
                Some(saving) => saving_cells(saving, currency),
                None => html! {
                    <>
                        <td class="is-number is-wide is-none">{ page::NOT_APPLICABLE }</td>
                        <td class="is-number is-none">{ page::NOT_APPLICABLE }</td>
                        <td class="is-number is-extra is-none">{ page::NOT_APPLICABLE }</td>
                    </>
                },
            } }
            <td class="is-number is-extra">{ page::chance_cell(strategy.chance_cheapest) }</td>
        </tr>
    }
}

/// The name: a button where the saving chart can show the strategy. The row takes its presses, too.
fn name_cell(name: &str, has_saving: bool, is_shown: bool) -> Html {
    if !has_saving {
        return html! { <span class="strategy-name">{ name }<small class="reference">{ page::REFERENCE }</small></span> };
    }
    html! {
        <button type="button" class="strategy-name" aria-pressed={is_shown.to_string()} title={page::SHOW_SAVING}>
            { name }
        </button>
    }
}

/// What the columns that a narrow screen leaves out would say.
fn short_line(saving: &Saving, currency: Currency) -> Html {
    html! { <small class="narrow-line">{ page::short_saving(saving, currency) }</small> }
}

fn saving_cells(saving: &Saving, currency: Currency) -> Html {
    let present = &saving.present_value;
    let look = if present.mean < 0.0 { "is-loss" } else { "is-gain" };
    html! {
        <>
            <td class={classes!("is-number", "is-wide", look)}>
                { page::mean(present, currency) }
            </td>
            <td class="is-number">{ page::chance_cell(saving.chance_positive) }</td>
            <td class="is-number is-extra">{ page::break_even(&saving.break_even) }</td>
        </>
    }
}

fn spread(cost: &Distribution) -> Spread {
    Spread {
        low: cost.percentile(5),
        quarter: cost.percentile(25),
        middle: cost.percentile(50),
        three_quarters: cost.percentile(75),
        high: cost.percentile(95),
    }
}

/// The class that gives a row its site's colour.
fn tone(id: &str) -> &'static str {
    match Tone::of_strategy(id) {
        Tone::InHouse => "tone-in-house",
        Tone::Site(Site::Onshore) => "tone-onshore",
        Tone::Site(Site::Nearshore) => "tone-nearshore",
        Tone::Site(Site::Offshore) => "tone-offshore",
        Tone::Mix => "tone-mix",
    }
}
