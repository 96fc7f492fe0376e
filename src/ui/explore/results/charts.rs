//! The two charts, drawn again only when their figures, their width or the colours change.

use crate::charts::svg::{draw_cost_distribution, draw_saving_distribution};
use crate::charts::{Theme, cost_distribution, saving_distribution};
use crate::engine::Summary;
use crate::state::Action;
use crate::text::{page, strategy_name};
use crate::ui::components::{Figure, SelectField, SelectOption};
use crate::ui::context::{Dispatch, Shared};
use crate::ui::hooks::use_width;
use yew::prelude::*;

/// Properties of [`CostFigure`].
#[derive(Clone, PartialEq, Properties)]
pub struct CostFigureProps {
    /// The figures.
    pub summary: Shared<Summary>,
    /// The colours.
    pub colours: &'static Theme,
}

/// What every strategy costs.
#[component]
pub fn CostFigure(props: &CostFigureProps) -> Html {
    let stage = use_node_ref();
    let width = use_width(&stage);
    let chart = use_memo(props.summary.clone(), |summary| cost_distribution(summary));
    let svg = use_memo((props.summary.clone(), width, props.colours), |(_, width, colours)| match chart.as_ref() {
        Some(chart) if *width > 0 => AttrValue::from(draw_cost_distribution(chart, *width, colours)),
        _ => AttrValue::default(),
    });
    match chart.as_ref() {
        Some(chart) => html! {
            <Figure id="cost-figure" title={chart.title().to_owned()} description={chart.description().to_owned()}
                svg={(*svg).clone()} table={chart.table().clone()} {stage} />
        },
        None => Html::default(),
    }
}

/// Properties of [`SavingFigure`].
#[derive(Clone, PartialEq, Properties)]
pub struct SavingFigureProps {
    /// The figures.
    pub summary: Shared<Summary>,
    /// Id of the strategy that is shown.
    pub strategy: AttrValue,
    /// The colours.
    pub colours: &'static Theme,
    /// Where the choice of another strategy goes.
    pub dispatch: Dispatch,
}

/// What one strategy saves.
#[component]
pub fn SavingFigure(props: &SavingFigureProps) -> Html {
    let stage = use_node_ref();
    let width = use_width(&stage);
    let key = (props.summary.clone(), props.strategy.clone());
    let chart = use_memo(key.clone(), |(summary, strategy)| saving_distribution(summary, strategy));
    let svg = use_memo((key, width, props.colours), |(_, width, colours)| match chart.as_ref() {
        Some(chart) if *width > 0 => AttrValue::from(draw_saving_distribution(chart, *width, colours)),
        _ => AttrValue::default(),
    });
    let on_select = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |id: String| dispatch.dispatch(Action::StrategySelected(id)))
    };
    let options: Vec<SelectOption> = props
        .summary
        .ranked()
        .into_iter()
        .filter(|strategy| strategy.saving.is_some())
        .map(|strategy| SelectOption {
            id: strategy.strategy.clone().into(),
            label: strategy_name(&strategy.strategy, strategy.name.as_deref()).into(),
        })
        .collect();
    match chart.as_ref() {
        Some(chart) => html! {
            <div class="figure-with-choice">
                <SelectField id="saving-strategy" label={page::SHOWN_STRATEGY} {options}
                    selected={props.strategy.clone()} {on_select} />
                <Figure id="saving-figure" title={chart.title().to_owned()}
                    description={chart.description().to_owned()} svg={(*svg).clone()}
                    table={chart.table().clone()} {stage} />
            </div>
        },
        None => Html::default(),
    }
}
