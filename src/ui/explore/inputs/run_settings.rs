//! How many futures, where their random numbers start, and when fewer are enough.

use super::GroupProps;
use crate::browser::entropy::fresh_seed;
use crate::format::number::count;
use crate::format::{currency_sign, decimal, uncertain_text};
use crate::model::catalogue::Unit;
use crate::model::{Stop, StopFigure, Uncertain};
use crate::state::{Edit, StopEdit};
use crate::text::{page, stopping};
use crate::ui::components::{Button, DraftField, Look, SelectField, SelectOption};
use crate::ui::explore::editor::{Editor, read_number, read_whole};
use yew::prelude::*;

/// Id of the choice to go through all futures.
const NEVER: &str = "never";

/// Trials, precision and seed.
#[component]
pub fn RunFields(props: &GroupProps) -> Html {
    let editor = &props.editor;
    let (trials, seed) = (editor.scenario.run.trials, editor.scenario.run.seed);
    html! {
        <div class="group" role="group" aria-labelledby="run-title">
            <h3 id="run-title" class="group-title">{ page::SIMULATION }</h3>
            <DraftField id="trials" label={page::TRIALS} hint={page::TRIALS_HINT}
                value={count(u64::from(trials))}
                on_text={editor.on_text(move |text| {
                    let trials = read_whole(text, u64::from(trials))?;
                    Ok(Edit::TrialsChanged(u32::try_from(trials).unwrap_or(u32::MAX)))
                })} />
            { stop_fields(editor) }
            <DraftField id="seed" label={page::SEED} hint={page::SEED_HINT} value={seed.to_string()}
                on_text={editor.on_text(move |text| read_whole(text, seed).map(Edit::SeedChanged))} />
            <Button label={page::NEW_SEED} look={Look::Quiet}
                on_press={editor.on_choice(|()| fresh_seed().map(Edit::SeedChanged))} />
        </div>
    }
}

/// The figure that ends a run early, and the numbers that belong to it.
fn stop_fields(editor: &Editor) -> Html {
    let stop = editor.scenario.run.stop.as_ref();
    let option = |id: &'static str, label: &'static str| SelectOption { id: id.into(), label: label.into() };
    let figures = StopFigure::ALL.iter().map(|figure| option(figure.id(), stopping::choice(*figure)));
    let options: Vec<SelectOption> = std::iter::once(option(NEVER, stopping::NEVER)).chain(figures).collect();
    html! {
        <>
            <SelectField id="stop-figure" label={stopping::STOP_EARLY} hint={stopping::STOP_EARLY_HINT} {options}
                selected={stop.map_or(NEVER, |stop| stop.figure.id())}
                on_select={editor.on_choice(|id: String| {
                    let figure = StopFigure::from_id(&id);
                    (figure.is_some() || id == NEVER).then_some(Edit::StopChanged(StopEdit::FigureChosen(figure)))
                })} />
            if let Some(percentile) = stop.and_then(|stop| stop.percentile) {
                <DraftField id="stop-percentile" label={stopping::PERCENTILE} hint={stopping::PERCENTILE_HINT}
                    value={decimal(percentile, 4)}
                    on_text={editor.on_text(move |text| {
                        // A plain number, without a sign of per cent.
                        let percentile = read_number(text, Unit::Heads, percentile)?;
                        Ok(Edit::StopChanged(StopEdit::PercentileChanged(percentile)))
                    })} />
            }
            if let Some(stop) = stop {
                { precision(stop, editor) }
            }
        </>
    }
}

/// How well the figure must be known. What is half typed in one unit is forgotten with it.
fn precision(stop: &Stop, editor: &Editor) -> Html {
    let is_money = stop.figure.is_money();
    let unit = if is_money { Unit::Money } else { Unit::Share };
    let within = stop.within;
    let sign = is_money.then(|| AttrValue::from(currency_sign(editor.scenario.currency)));
    html! {
        <DraftField key={if is_money { "money" } else { "share" }} id="stop-within" label={stopping::WITHIN}
            hint={if is_money { stopping::WITHIN_MONEY_HINT } else { stopping::WITHIN_SHARE_HINT }}
            prefix={sign} value={uncertain_text(&Uncertain::Fixed(within), unit)}
            on_text={editor.on_text(move |text| {
                let within = read_number(text, unit, within)?;
                Ok(Edit::StopChanged(StopEdit::WithinChanged(within)))
            })} />
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use super::*;
    use crate::model::presets::PRESETS;
    use crate::state::{AppState, Origin};
    use crate::ui::context::{Shared, Store};
    use std::future::Future;
    use std::pin::pin;
    use std::rc::Rc;
    use std::task::{Context, Poll, Waker};

    #[derive(PartialEq, Properties)]
    struct HostProps {
        stop: Option<Stop>,
    }

    /// The fields over a state of their own.
    #[component]
    fn Host(props: &HostProps) -> Html {
        let mut scenario = PRESETS[0].scenario().unwrap();
        scenario.run.stop.clone_from(&props.stop);
        let store = use_reducer(|| Store::from(Rc::new(AppState::open(scenario.clone(), Origin::Preset))));
        let editor = Editor { scenario: Shared::from(Rc::new(scenario)), dispatch: store.dispatcher() };
        html! { <RunFields {editor} /> }
    }

    fn rendered(stop: Option<Stop>) -> String {
        let renderer = yew::LocalServerRenderer::<Host>::with_props(HostProps { stop }).hydratable(false);
        let mut rendering = pin!(renderer.render());
        let mut context = Context::from_waker(Waker::noop());
        loop {
            if let Poll::Ready(html) = rendering.as_mut().poll(&mut context) {
                return html;
            }
        }
    }

    #[test]
    fn the_numbers_of_a_precision_are_asked_for_where_it_has_them() {
        let never = rendered(None);
        assert!(never.contains(r#"id="stop-figure""#) && !never.contains("stop-within"), "{never}");
        let stop = |figure, percentile, within| Some(Stop { figure, percentile, strategy: None, within });
        for (stop, value, percentile, sign) in [
            (stop(StopFigure::MeanSaving, None, 20_000.0), r#"value="20,000""#, false, true),
            (stop(StopFigure::Percentile, Some(2.5), 20_000.0), r#"value="20,000""#, true, true),
            (stop(StopFigure::Chance, None, 0.015), "value=\"1.5\u{a0}%\"", false, false),
        ] {
            let html = rendered(stop);
            assert!(html.contains(r#"id="stop-within""#) && html.contains(value), "{html}");
            assert_eq!(html.contains(r#"value="2.5""#), percentile, "{html}");
            assert_eq!(html.contains("field-affix"), sign, "{html}");
        }
    }
}
