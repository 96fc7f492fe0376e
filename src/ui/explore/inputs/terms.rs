//! How far ahead, what money later is worth today, and how the start and the end are counted.

use super::GroupProps;
use crate::format::{months, uncertain_text};
use crate::model::Uncertain;
use crate::model::catalogue::Unit;
use crate::model::check::HORIZON_MONTHS;
use crate::state::Edit;
use crate::text::page;
use crate::ui::components::{DraftField, Slider, Toggle};
use crate::ui::explore::editor::{read_number, read_whole};
use yew::prelude::*;

/// Horizon, discount rate, one-off costs, exit.
#[component]
pub fn Terms(props: &GroupProps) -> Html {
    let editor = &props.editor;
    let horizon = editor.scenario.horizon_months;
    let rate = editor.scenario.discount_rate;
    let spread = editor.scenario.spread_one_offs_months;
    let (least, most) = HORIZON_MONTHS;
    html! {
        <div class="group" role="group" aria-labelledby="terms-title">
            <h3 id="terms-title" class="group-title">{ page::TERMS }</h3>
            <DraftField id="horizon" label={page::HORIZON} suffix={page::MONTHS} value={horizon.to_string()}
                on_text={editor.on_text(move |text| {
                    let months = read_whole(text, u64::from(horizon))?;
                    Ok(Edit::HorizonChanged(u32::try_from(months).unwrap_or(u32::MAX)))
                })} />
            <Slider label={page::HORIZON} least={f64::from(least)} most={f64::from(most)} step=6.0
                value={f64::from(horizon)} value_text={months(f64::from(horizon))}
                on_slide={editor.on_choice(|value: f64| {
                    // The slider ends at 120.
                    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                    let months = value.round() as u32;
                    Some(Edit::HorizonChanged(months))
                })} />
            <DraftField id="discount-rate" label={page::DISCOUNT_RATE} hint={page::DISCOUNT_RATE_HINT}
                value={uncertain_text(&Uncertain::Fixed(rate), Unit::SharePerYear)} suffix={page::A_YEAR}
                on_text={editor.on_text(move |text| {
                    read_number(text, Unit::SharePerYear, rate).map(Edit::DiscountRateChanged)
                })} />
            <DraftField id="spread-one-offs" label={page::SPREAD_ONE_OFFS} hint={page::SPREAD_ONE_OFFS_HINT}
                suffix={page::MONTHS} value={spread.to_string()}
                on_text={editor.on_text(move |text| {
                    let months = read_whole(text, u64::from(spread))?;
                    Ok(Edit::OneOffsSpread(u32::try_from(months).unwrap_or(u32::MAX)))
                })} />
            <Toggle id="count-exit" label={page::COUNT_EXIT} hint={page::COUNT_EXIT_HINT}
                checked={editor.scenario.count_exit}
                on_toggle={editor.on_choice(|counted| Some(Edit::ExitToggled(counted)))} />
        </div>
    }
}
