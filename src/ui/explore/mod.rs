//! The page: inputs, the answer, and where the numbers come from.

mod assumptions;
mod editor;
mod glossary;
mod inputs;
mod link_box;
mod masthead;
mod notices;
mod results;

pub use results::{Comparison, Regret, Tails, VerdictPanel};

use super::context::{Dispatch, Shared, Store};
use crate::browser::focus::focus;
use crate::text::page;
use crate::ui::hooks::{use_lagging, use_overdue, use_theme, use_two_columns};
use assumptions::Assumptions;
use glossary::Glossary;
use inputs::Inputs;
use masthead::Masthead;
use notices::Notices;
use results::{BadCase, Figures, MoneyFlow, MoreFigures, Percentiles, RunStatus, WhatIf};
use yew::prelude::*;

/// Id of the answer, where the skip button leads.
const ANSWER_ID: &str = "answer";
/// Id of the panel with the inputs.
const INPUTS_ID: &str = "inputs";

/// Properties of [`Explore`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExploreProps {
    /// Cancels the run.
    pub cancel: Callback<()>,
}

/// The page.
#[component]
pub fn Explore(props: &ExploreProps) -> Html {
    let inputs_are_open = use_state_eq(|| false);
    let colours = use_theme();
    let two_columns = use_two_columns();
    let (state, dispatch) = (use_context::<Store>(), use_context::<Dispatch>());
    let is_stale = state.as_ref().is_some_and(|state| state.is_stale());
    let shown_revision = state.as_ref().and_then(|state| state.answer.as_ref()).map(|answer| answer.revision);
    let is_old = use_overdue(is_stale, shown_revision).then_some("is-old");
    let shown = state.as_ref().and_then(|state| {
        let strategy = state.shown_strategy()?.strategy.clone();
        Some((Shared::from(&state.answer.as_ref()?.summary), AttrValue::from(strategy)))
    });
    // The verdict first: what lies below it takes longer to draw than everything before.
    let details = use_lagging(&shown).flatten();
    let (Some(state), Some(dispatch)) = (state, dispatch) else {
        return Html::default();
    };
    let toggle_inputs = {
        let (setter, open) = (inputs_are_open.setter(), *inputs_are_open);
        Callback::from(move |_: MouseEvent| setter.set(!open))
    };
    let skip = Callback::from(|_: MouseEvent| {
        focus(ANSWER_ID);
    });

    let scenario = Shared::from(&state.scenario);
    let summary = state.answer.as_ref().map(|answer| Shared::from(&answer.summary));
    let preset = state.base.as_ref().map(|base| base.id);
    let answer = html! {
        <section key="answer" class={classes!("answer", is_old)} id={ANSWER_ID} tabindex="-1"
            aria-labelledby="answer-title" aria-busy={state.run.is_running().to_string()}>
            <h2 id="answer-title" class="visually-hidden">{ page::ANSWER }</h2>
            <VerdictPanel summary={summary.clone()} />
            <RunStatus run={state.run} summary={summary.clone()} stale={state.is_stale()}
                cancel={props.cancel.clone()} dispatch={dispatch.clone()} />
            <Announcement state={state.clone()} />
        </section>
    };
    let inputs = html! {
        <div key="inputs" class={classes!("inputs", inputs_are_open.then_some("is-open"))}>
            <button type="button" class="inputs-opener" aria-expanded={inputs_are_open.to_string()}
                aria-controls={INPUTS_ID} onclick={toggle_inputs}>
                { if *inputs_are_open { page::HIDE_INPUTS } else { page::SHOW_INPUTS } }
            </button>
            <Inputs id={INPUTS_ID} key={state.opened} scenario={scenario.clone()} {preset}
                differs={state.differs_from_preset()} dispatch={dispatch.clone()} />
        </div>
    };
    // Where the inputs stand beside the answer they come first for the keyboard, as they do for the eye.
    let columns = if two_columns { [inputs, answer] } else { [answer, inputs] };
    html! {
        <>
            <button type="button" class="skip" onclick={skip}>{ page::SKIP_TO_ANSWER }</button>
            <Masthead scenario={scenario.clone()} can_undo={state.history.can_undo()} can_redo={state.history.can_redo()}
                dispatch={dispatch.clone()} />
            <Notices notices={state.notices.clone()} currency={scenario.currency} dispatch={dispatch.clone()} />
            <main class="workbench">
                { for columns }
                <div key="results" class={classes!("results", is_old)}>
                    if let Some((summary, shown)) = details {
                        <Comparison summary={summary.clone()} shown={shown.clone()} dispatch={dispatch.clone()} />
                        <Figures summary={summary.clone()} strategy={shown.clone()} {colours} dispatch={dispatch.clone()} />
                        <MoneyFlow summary={summary.clone()} strategy={shown.clone()} />
                        <BadCase key={format!("bad-case-{}", state.opened)} summary={summary.clone()} scenario={scenario.clone()}
                            dispatch={dispatch.clone()} />
                        <Percentiles key={format!("percentiles-{}", state.opened)} summary={summary.clone()} scenario={scenario.clone()}
                            dispatch={dispatch.clone()} />
                        <MoreFigures summary={summary.clone()} strategy={shown.clone()} scenario={scenario.clone()} {colours} />
                        <WhatIf {summary} strategy={shown} scenario={scenario.clone()} effects={state.effects.clone()}
                            revision={state.revision} {colours} />
                    }
                    <Assumptions key={state.opened} {scenario} {summary} {dispatch} />
                    <Glossary />
                </div>
            </main>
            <footer class="colophon">
                <p>{ page::COLOPHON }</p>
                <p><a href="model.html" target="_blank" rel="noopener noreferrer">{ page::HOW_COMPUTED }</a></p>
            </footer>
        </>
    }
}

/// Properties of [`Announcement`].
#[derive(Clone, PartialEq, Properties)]
struct AnnouncementProps {
    state: Store,
}

/// Says the verdict to screen readers, once a run is whole: previews on the way would only interrupt.
#[component]
fn Announcement(props: &AnnouncementProps) -> Html {
    let said = use_mut_ref(String::new);
    if let Some(answer) = props.state.answer.as_ref().filter(|answer| !answer.preview && !props.state.is_stale())
        && let Some(verdict) = crate::text::verdict(&answer.summary)
    {
        *said.borrow_mut() = format!("{} {}", verdict.headline, verdict.odds);
    }
    let sentence = said.borrow().clone();
    html! { <p class="visually-hidden" role="status" aria-live="polite">{ sentence }</p> }
}
