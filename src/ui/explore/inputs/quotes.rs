//! The quotes that somebody has for a function.

use crate::format::{currency_sign, uncertain_text};
use crate::model::catalogue::Unit;
use crate::model::{BusinessFunction, PricingUnit, Quote, Site};
use crate::state::Edit;
use crate::text::quotes as words;
use crate::ui::components::{DraftField, SelectField, SelectOption};
use crate::ui::explore::editor::{Editor, read_uncertain};
use yew::prelude::*;

/// Id of the choice to have no quote.
const NONE: &str = "none";

/// Properties of [`Quotes`].
#[derive(Clone, PartialEq, Properties)]
pub struct QuotesProps {
    /// The function.
    pub function: BusinessFunction,
    /// Makes the edits.
    pub editor: Editor,
}

/// For each site what the vendor charges for, and how much.
#[component]
pub fn Quotes(props: &QuotesProps) -> Html {
    let by_transaction = Site::ALL.iter().any(|site| props.function.pricing(*site) == PricingUnit::Transaction);
    html! {
        <div class="quotes" role="group" aria-label={words::QUOTES}>
            <p class="field-label">{ words::QUOTES }</p>
            <p class="field-hint">{ words::QUOTES_HINT }</p>
            { for Site::ALL.into_iter().map(|site| quote(props, site)) }
            if by_transaction || props.function.transactions_per_year.is_some() {
                { transactions(props) }
            }
        </div>
    }
}

fn quote(props: &QuotesProps, site: Site) -> Html {
    let function = &props.function;
    let present = function.quotes.get(&site);
    let id = format!("function-{}-quote-{}", function.id, site.id());
    let mut options = vec![SelectOption { id: NONE.into(), label: words::NO_QUOTE.into() }];
    options.extend(PricingUnit::ALL.map(|per| SelectOption { id: per.id().into(), label: words::unit(per).into() }));
    let on_select = {
        let function = function.id.clone();
        props.editor.on_choice(move |per: String| {
            Some(Edit::QuoteUnitChosen { function: function.clone(), site, per: PricingUnit::from_id(&per) })
        })
    };
    html! {
        <div class="quote" key={site.id()}>
            <SelectField id={id.clone()} label={words::quote_at(site)} {options}
                selected={present.map_or(NONE, |quote| quote.per.id())} {on_select} />
            if let Some(quote) = present {
                <DraftField id={format!("{id}-price")} label={words::price_at(site, quote.per)}
                    prefix={currency_sign(props.editor.scenario.currency)} value={uncertain_text(&quote.price, Unit::Money)}
                    on_text={price(props, site, *quote)} />
            }
        </div>
    }
}

fn price(props: &QuotesProps, site: Site, quote: Quote) -> Callback<String, Result<(), String>> {
    let function = props.function.id.clone();
    props.editor.on_text(move |text| {
        let price = read_uncertain(text, Unit::Money, &quote.price)?;
        Ok(Edit::QuoteChanged { function: function.clone(), site, quote: Quote { price, ..quote } })
    })
}

fn transactions(props: &QuotesProps) -> Html {
    let function = props.function.id.clone();
    let current = props.function.transactions_per_year.unwrap_or(crate::model::Uncertain::Fixed(0.0));
    html! {
        <DraftField id={format!("function-{function}-transactions")} label={words::TRANSACTIONS}
            hint={words::TRANSACTIONS_HINT} value={uncertain_text(&current, Unit::Heads)}
            on_text={props.editor.on_text(move |text| {
                let value = read_uncertain(text, Unit::Heads, &current)?;
                Ok(Edit::TransactionsChanged { function: function.clone(), value })
            })} />
    }
}
