//! What would change the answer: the inputs that matter most, each over its range.

use super::charts::use_picture;
use crate::charts::{EffectCurve, Theme, effect_curves};
use crate::engine::Summary;
use crate::engine::what_if::TRIALS;
use crate::model::Scenario;
use crate::state::Effects;
use crate::text::what_if as words;
use crate::ui::components::Figure;
use crate::ui::context::Shared;
use crate::ui::hooks::{use_overdue, use_width};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`WhatIf`].
#[derive(Clone, PartialEq, Properties)]
pub struct WhatIfProps {
    /// The figures.
    pub summary: Shared<Summary>,
    /// Id of the strategy whose saving is drawn.
    pub strategy: AttrValue,
    /// The scenario in force.
    pub scenario: Shared<Scenario>,
    /// The effects known so far; `None` before the first.
    pub effects: Option<Effects>,
    /// The revision of the scenario in force.
    pub revision: u64,
    /// The colours.
    pub colours: &'static Theme,
}

/// The section.
#[component]
pub fn WhatIf(props: &WhatIfProps) -> Html {
    let known = props.effects.as_ref().map(|effects| Shared::from(&effects.known));
    // Figures and scenario give the names only; while they change nothing is drawn again until new effects are found.
    let found = use_memo((known, props.strategy.clone()), |(known, strategy)| {
        let known = known.as_ref().filter(|known| !known.is_empty())?;
        let curves = effect_curves(known, &props.summary, strategy, &props.scenario);
        Some((
            words::finding(known, &props.scenario),
            curves.into_iter().map(|curve| Rc::new(Some(curve))).collect::<Vec<_>>(),
        ))
    });
    let name = props.summary.strategy(&props.strategy).and_then(|strategy| strategy.name.as_deref());
    let current = props.effects.as_ref().filter(|effects| effects.revision == props.revision);
    let complete = current.is_some_and(|effects| effects.complete);
    let is_old = use_overdue(current.is_none(), ()).then_some("is-old");
    let trials = TRIALS.min(props.summary.planned_trials);
    html! {
        <section class={classes!("what-if", is_old)} id="what-if" aria-labelledby="what-if-title"
            aria-busy={(!complete).to_string()}>
            <h2 id="what-if-title" class="section-title">{ words::TITLE }</h2>
            if let Some((finding, curves)) = found.as_ref() {
                <p class="what-if-finding">{ if complete { finding.as_str() } else { words::SEARCHING } }</p>
                <p class="section-hint">{ words::hint(&props.strategy, name, trials) }</p>
                <div class="what-if-list">
                    { for curves.iter().enumerate().map(|(place, curve)| html! {
                        <EffectFigure key={place} {place} curve={Shared::from(curve)} colours={props.colours} />
                    }) }
                </div>
            } else {
                <p class="section-hint">{ if complete { words::NOTHING } else { words::SEARCHING } }</p>
            }
        </section>
    }
}

/// Properties of [`EffectFigure`].
#[derive(Clone, PartialEq, Properties)]
struct EffectFigureProps {
    /// Place in the list, from 0.
    place: usize,
    curve: Shared<Option<EffectCurve>>,
    colours: &'static Theme,
}

/// What one input does.
#[component]
fn EffectFigure(props: &EffectFigureProps) -> Html {
    let stage = use_node_ref();
    let width = use_width(&stage);
    let svg = use_picture(&props.curve.rc(), EffectCurve::scene, width, props.colours);
    match props.curve.as_ref() {
        Some(curve) => html! {
            <Figure id={format!("effect-{}", props.place)} caption={curve.caption().clone()} {svg} {stage} />
        },
        None => Html::default(),
    }
}
