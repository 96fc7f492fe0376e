//! How many futures, and where their random numbers start.

use super::GroupProps;
use crate::browser::entropy::fresh_seed;
use crate::format::number::count;
use crate::state::Edit;
use crate::text::page;
use crate::ui::components::{Button, DraftField, Look};
use crate::ui::explore::editor::read_whole;
use yew::prelude::*;

/// Trials and seed.
#[component]
pub fn RunFields(props: &GroupProps) -> Html {
    let editor = &props.editor;
    let run = editor.scenario.run;
    html! {
        <div class="group" role="group" aria-labelledby="run-title">
            <h3 id="run-title" class="group-title">{ page::SIMULATION }</h3>
            <DraftField id="trials" label={page::TRIALS} hint={page::TRIALS_HINT}
                value={count(u64::from(run.trials))}
                on_text={editor.on_text(move |text| {
                    let trials = read_whole(text, u64::from(run.trials))?;
                    Ok(Edit::TrialsChanged(u32::try_from(trials).unwrap_or(u32::MAX)))
                })} />
            <DraftField id="seed" label={page::SEED} hint={page::SEED_HINT} value={run.seed.to_string()}
                on_text={editor.on_text(move |text| read_whole(text, run.seed).map(Edit::SeedChanged))} />
            <Button label={page::NEW_SEED} look={Look::Quiet}
                on_press={editor.on_choice(|()| fresh_seed().map(Edit::SeedChanged))} />
        </div>
    }
}
