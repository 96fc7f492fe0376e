//! What moves together: the pairs, each with its coefficient and a field to change it.

use super::new_tie::NewTie;
use crate::engine::Summary;
use crate::format::decimal;
use crate::model::catalogue::{Unit, correlations::DEFAULTS};
use crate::model::correlation::{Tie, ties};
use crate::state::Edit;
use crate::text::{correlations, labels, page};
use crate::ui::components::{Button, DraftField, Look};
use crate::ui::context::Shared;
use crate::ui::explore::editor::{Editor, read_number};
use yew::prelude::*;

/// Properties of [`Together`].
#[derive(Clone, PartialEq, Properties)]
pub struct TogetherProps {
    /// Makes the edits.
    pub editor: Editor,
    /// The figures shown, which say whether the coefficients could hold together.
    pub summary: Option<Shared<Summary>>,
}

/// The list.
#[component]
pub fn Together(props: &TogetherProps) -> Html {
    let (editor, scenario) = (&props.editor, &props.editor.scenario);
    let repair = props.summary.as_ref().and_then(|summary| summary.correlation_repair.as_ref());
    html! {
        <details class="assumption-group">
            <summary>
                <h3 class="group-title">{ page::TOGETHER }</h3>
                if !scenario.correlations.is_empty() { <span class="mark">{ page::CHANGED }</span> }
            </summary>
            <p class="section-hint">{ page::TOGETHER_HINT }</p>
            if let Some(repair) = repair {
                <p class="footnote">{ correlations::repaired(repair, Some(scenario)) }</p>
            }
            if !scenario.correlations.is_empty() {
                <p class="changed-line">
                    <Button label={page::RESET_CORRELATIONS} look={Look::Quiet}
                        on_press={editor.on_choice(|()| Some(Edit::CorrelationsReset))} />
                </p>
            }
            <ul class="assumption-list">
                { for ties(scenario).iter().map(|tie| row(editor, tie)) }
            </ul>
            <NewTie editor={editor.clone()} />
        </details>
    }
}

/// One pair.
fn row(editor: &Editor, tie: &Tie) -> Html {
    let label = correlations::pair(&tie.between, Some(&editor.scenario));
    let on_text = {
        let (between, current) = (tie.between.clone(), tie.coefficient);
        editor.on_text(move |text| {
            let coefficient = read_number(text, Unit::Ratio, current)?;
            Ok(Edit::CorrelationChanged { between: between.clone(), coefficient })
        })
    };
    let reset = {
        let between = tie.between.clone();
        editor.on_choice(move |()| Some(Edit::CorrelationReset(between.clone())))
    };
    let default = tie.default.and_then(|index| DEFAULTS.get(index));
    let key = tie.between.join("-").replace(['.', '*'], "_");
    html! {
        <li key={key.clone()} class={classes!("assumption", tie.is_stated.then_some("is-changed"))}>
            <div class="assumption-words">
                <p class="assumption-name">
                    { label.clone() }
                    if tie.is_stated { <span class="mark">{ page::CHANGED }</span> }
                </p>
                if let Some(index) = tie.default { <p class="field-hint">{ correlations::explanation(index) }</p> }
            </div>
            <div class="assumption-value">
                <DraftField id={format!("correlation-{key}")} label={label.clone()} label_is_hidden=true
                    value={decimal(tie.coefficient, 4)} {on_text} />
                <p class="field-hint">{ correlations::strength(tie.coefficient) }</p>
            </div>
            <div class="assumption-source">
                if tie.is_stated {
                    <p>
                        if let Some(default) = default {
                            { page::default_value(&correlations::coefficient(default.coefficient)) }
                            <Button label={page::RESET} full_label={page::reset(&label)} look={Look::Quiet}
                                on_press={reset} />
                        } else {
                            <Button label={page::REMOVE_CORRELATION} full_label={page::reset(&label)} look={Look::Quiet}
                                on_press={reset} />
                        }
                    </p>
                }
                if let Some(default) = default {
                    <p title={labels::grade_explanation(default.grade)}>
                        <span class="grade">{ labels::grade(default.grade) }</span>
                        { page::source(default.source.citation, default.source.year) }
                        if !default.source.address.is_empty() {
                            { " " }
                            <a href={default.source.address} target="_blank" rel="noopener noreferrer"
                                aria-label={page::open_source(&label)}>{ page::OPEN_SOURCE }</a>
                        }
                    </p>
                }
            </div>
        </li>
    }
}
