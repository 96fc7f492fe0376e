//! What the simulation says about the decision.

use crate::engine::Summary;
use crate::text::verdict::Decision;
use crate::text::{Verdict, page, verdict};
use crate::ui::components::Futures;
use crate::ui::context::Shared;
use yew::prelude::*;

/// Properties of [`VerdictPanel`].
#[derive(Clone, PartialEq, Properties)]
pub struct VerdictPanelProps {
    /// The figures; `None` before the first are in.
    pub summary: Option<Shared<Summary>>,
}

/// The verdict, large, with a hundred futures to count beside it.
#[component]
pub fn VerdictPanel(props: &VerdictPanelProps) -> Html {
    let found = use_memo(props.summary.clone(), |summary| {
        let summary = summary.as_ref()?;
        let verdict = verdict(summary)?;
        let chance = verdict.strategy.as_deref().and_then(|id| summary.strategy(id)?.saving.as_ref());
        let chance = chance.map(|saving| saving.chance_positive);
        Some((verdict, chance))
    });
    match found.as_ref() {
        Some((verdict, chance)) => panel(verdict, *chance),
        None => html! {
            <div class="verdict is-waiting">
                <p class="verdict-headline">{ page::FIRST_RUN }</p>
            </div>
        },
    }
}

fn panel(verdict: &Verdict, chance: Option<f64>) -> Html {
    html! {
        <div class={classes!("verdict", look(verdict.decision))}>
            <div class="verdict-words">
                <p class="verdict-headline">{ &verdict.headline }</p>
                if !verdict.odds.is_empty() {
                    <p class="verdict-odds">{ &verdict.odds }</p>
                }
                <p class="verdict-money">{ &verdict.money }</p>
                <p class="verdict-money">{ &verdict.tail }</p>
                <p class="verdict-certainty">{ &verdict.certainty }</p>
            </div>
            if let Some(chance) = chance {
                <Futures {chance} filled_label={page::FUTURES_SAVING} empty_label={page::FUTURES_NOT_SAVING} />
            }
        </div>
    }
}

/// The class that gives the panel its look. The words say the same.
fn look(decision: Decision) -> &'static str {
    match decision {
        Decision::StayInHouse => "says-stay",
        Decision::Move => "says-move",
        Decision::NothingToCompare | Decision::TooClose | Decision::MoveWithDoubt => "says-unclear",
    }
}
