//! How far ahead, what money later is worth today, how the start and the end are counted, in which country and currency.

use super::GroupProps;
use crate::format::{months, uncertain_text};
use crate::model::catalogue::Unit;
use crate::model::check::HORIZON_MONTHS;
use crate::model::scenario::UNITED_STATES;
use crate::model::{Currency, Uncertain};
use crate::state::Edit;
use crate::text::{countries, labels, page};
use crate::ui::components::{DraftField, SelectField, SelectOption, Slider, Toggle};
use crate::ui::explore::editor::{read_number, read_whole};
use yew::prelude::*;

/// Horizon, discount rate, one-off costs, exit, country and currency.
#[component]
pub fn Terms(props: &GroupProps) -> Html {
    let editor = &props.editor;
    let scenario = &editor.scenario;
    let (horizon, rate) = (scenario.horizon_months, scenario.discount_rate);
    let spread = scenario.spread_one_offs_months;
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
            <SelectField id="home-country" label={page::HOME_COUNTRY} options={home_countries(&scenario.home_country)}
                selected={scenario.home_country.clone()}
                hint={if scenario.is_american() { page::HOME_COUNTRY_HINT } else { page::HOME_ABROAD_HINT }}
                on_select={editor.on_choice(|code: String| Some(Edit::HomeCountryChosen(code)))} />
            <SelectField id="currency" label={page::CURRENCY} options={currencies()} selected={scenario.currency.code()}
                hint={page::CURRENCY_HINT}
                on_select={editor.on_choice(|code: String| Currency::from_code(&code).map(Edit::CurrencyChosen))} />
        </div>
    }
}

/// The countries that have a name here, and the present one if it has none.
fn home_countries(present: &str) -> Vec<SelectOption> {
    let mut codes: Vec<&str> = countries::COUNTRIES.iter().map(|(code, _)| *code).collect();
    if !codes.contains(&present) {
        codes.push(present);
    }
    // The one whose figures the defaults are stands on top.
    codes.sort_by_key(|code| *code != UNITED_STATES);
    codes
        .into_iter()
        .map(|code| SelectOption { id: code.to_owned().into(), label: countries::country(code).to_owned().into() })
        .collect()
}

fn currencies() -> Vec<SelectOption> {
    let option =
        |currency: &Currency| SelectOption { id: currency.code().into(), label: labels::currency(*currency).into() };
    Currency::ALL.iter().map(option).collect()
}
