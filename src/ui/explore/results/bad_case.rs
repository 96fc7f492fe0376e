//! If it goes wrong: tails, failed savings, budgets; and what one may regret.

use crate::charts::Table;
use crate::engine::Summary;
use crate::format::uncertain_text;
use crate::model::catalogue::Unit;
use crate::model::{Scenario, Uncertain};
use crate::state::Edit;
use crate::text::bad_case as words;
use crate::ui::components::{DraftField, numbers};
use crate::ui::context::{Dispatch, Shared};
use crate::ui::explore::editor::{Editor, read_number};
use yew::prelude::*;

/// Properties of [`BadCase`] and of [`super::Percentiles`]: figures, and what was asked of them.
#[derive(Clone, PartialEq, Properties)]
pub struct EditableProps {
    /// The figures.
    pub summary: Shared<Summary>,
    /// The scenario in force, whose wishes the fields hold.
    pub scenario: Shared<Scenario>,
    /// Where edits go.
    pub dispatch: Dispatch,
}

/// The section.
#[component]
pub fn BadCase(props: &EditableProps) -> Html {
    let editor = Editor { scenario: props.scenario.clone(), dispatch: props.dispatch.clone() };
    let (budget, confidence) = (props.scenario.budget, props.scenario.confidence);
    let written = |value: f64, unit: Unit| uncertain_text(&Uncertain::Fixed(value), unit);
    html! {
        <section class="bad-case" id="bad-case" aria-labelledby="bad-case-title">
            <h2 id="bad-case-title" class="section-title">{ words::TITLE }</h2>
            <p class="section-hint">{ words::HINT }</p>
            <div class="bad-case-fields">
                <DraftField id="budget" label={words::BUDGET} hint={words::BUDGET_HINT}
                    value={budget.map(|budget| written(budget, Unit::Money)).unwrap_or_default()}
                    on_text={editor.on_text(move |text| {
                        if text.trim().is_empty() {
                            return Ok(Edit::BudgetChanged(None));
                        }
                        let read = read_number(text, Unit::Money, budget.unwrap_or_default())?;
                        Ok(Edit::BudgetChanged(Some(read)))
                    })} />
                <DraftField id="confidence" label={words::CONFIDENCE} hint={words::CONFIDENCE_HINT}
                    value={written(confidence, Unit::Share)}
                    on_text={editor.on_text(move |text| {
                        read_number(text, Unit::Share, confidence).map(Edit::ConfidenceChanged)
                    })} />
            </div>
            <Tails summary={props.summary.clone()} />
            <Regret summary={props.summary.clone()} />
        </section>
    }
}

/// Properties of [`Tails`] and [`Regret`].
#[derive(Clone, PartialEq, Properties)]
pub struct SummaryProps {
    /// The figures.
    pub summary: Shared<Summary>,
}

/// The bad futures of every strategy.
#[component]
pub fn Tails(props: &SummaryProps) -> Html {
    let table = use_memo(props.summary.clone(), |summary| Table {
        caption: words::CAPTION.to_owned(),
        header: words::table_head(summary.confidence),
        rows: summary.ranked().into_iter().map(|strategy| words::table_row(strategy, summary.currency)).collect(),
    });
    html! {
        <div class="scroller" tabindex="0" role="region" aria-label={words::CAPTION}>{ numbers(&table) }</div>
    }
}

/// Regret and dominance, in sentences.
#[component]
pub fn Regret(props: &SummaryProps) -> Html {
    let sentences = words::regret(&props.summary);
    if sentences.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3 class="group-title">{ words::REGRET_TITLE }</h3>
            { for sentences.into_iter().map(|sentence| html! { <p>{ sentence }</p> }) }
        </>
    }
}
