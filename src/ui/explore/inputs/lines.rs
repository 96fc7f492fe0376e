//! Which lines of cost are counted.

use super::GroupProps;
use crate::model::CostLine;
use crate::state::Edit;
use crate::text::{labels, page};
use crate::ui::components::Toggle;
use yew::prelude::*;

/// The lines of cost, each with a switch; folded away, since most people count them all.
#[component]
pub fn Lines(props: &GroupProps) -> Html {
    let editor = &props.editor;
    let off = &editor.scenario.lines_off;
    html! {
        <div class="group" role="group" aria-labelledby="lines-title">
            <h3 id="lines-title" class="group-title">{ page::LINES }</h3>
            <details class="more">
                <summary>{ page::lines_counted(off.len()) }</summary>
                <p class="group-hint">{ page::LINES_HINT }</p>
                { for CostLine::ALL.into_iter().map(|line| html! {
                    <Toggle key={line.id()} id={format!("line-{}", line.id())} label={labels::cost_line(line)}
                        hint={labels::cost_line_explanation(line)} checked={!off.contains(&line)}
                        on_toggle={editor.on_choice(move |counted| Some(Edit::LineToggled { line, counted }))} />
                }) }
            </details>
        </div>
    }
}
