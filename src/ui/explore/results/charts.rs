//! The charts, drawn again only when their figures, their width or the colours change.

use crate::charts::svg::draw;
use crate::charts::{
    CostDistribution, Fan, SavingDistribution, Scene, Theme, Tornado, cost_distribution, fan, saving_distribution,
    tornado,
};
use crate::engine::Summary;
use crate::model::Scenario;
use crate::state::Action;
use crate::text::{page, strategy_name};
use crate::ui::components::{Figure, SelectField, SelectOption};
use crate::ui::context::{Dispatch, Shared};
use crate::ui::hooks::{use_lagging, use_overdue, use_width};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Figures`].
#[derive(Clone, PartialEq, Properties)]
pub struct FiguresProps {
    /// The figures.
    pub summary: Shared<Summary>,
    /// Id of the strategy whose saving is shown.
    pub strategy: AttrValue,
    /// The colours.
    pub colours: &'static Theme,
    /// Where the choice of another strategy goes.
    pub dispatch: Dispatch,
}

/// Both charts, a frame behind the verdict and the table: they lie below these, and take longer to draw than both together.
#[component]
pub fn Figures(props: &FiguresProps) -> Html {
    let Some((summary, strategy)) = use_lagging(&(props.summary.clone(), props.strategy.clone())) else {
        return html! { <div class="figures is-waiting"></div> };
    };
    html! {
        <div class="figures">
            <CostFigure summary={summary.clone()} colours={props.colours} />
            <SavingFigure {summary} {strategy} colours={props.colours} dispatch={props.dispatch.clone()} />
        </div>
    }
}

/// Properties of [`CostFigure`].
#[derive(Clone, PartialEq, Properties)]
struct CostFigureProps {
    summary: Shared<Summary>,
    colours: &'static Theme,
}

/// What every strategy costs.
#[component]
fn CostFigure(props: &CostFigureProps) -> Html {
    let stage = use_node_ref();
    let width = use_width(&stage);
    let chart = use_memo(props.summary.clone(), |summary| cost_distribution(summary));
    let svg = use_picture(&chart, CostDistribution::scene, width, props.colours);
    match chart.as_ref() {
        Some(chart) => html! {
            <Figure id="cost-figure" caption={chart.caption().clone()} {svg} {stage} />
        },
        None => Html::default(),
    }
}

/// Properties of [`SavingFigure`].
#[derive(Clone, PartialEq, Properties)]
struct SavingFigureProps {
    summary: Shared<Summary>,
    strategy: AttrValue,
    colours: &'static Theme,
    dispatch: Dispatch,
}

/// What one strategy saves.
#[component]
fn SavingFigure(props: &SavingFigureProps) -> Html {
    let stage = use_node_ref();
    let width = use_width(&stage);
    let key = (props.summary.clone(), props.strategy.clone());
    let chart = use_memo(key, |(summary, strategy)| saving_distribution(summary, strategy));
    let svg = use_picture(&chart, SavingDistribution::scene, width, props.colours);
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
                <Figure id="saving-figure" caption={chart.caption().clone()} {svg} {stage} />
            </div>
        },
        None => Html::default(),
    }
}

/// Properties of [`MoreFigures`].
#[derive(Clone, PartialEq, Properties)]
pub struct MoreFiguresProps {
    /// The figures.
    pub summary: Shared<Summary>,
    /// Id of the strategy that is shown.
    pub strategy: AttrValue,
    /// The scenario in force, for the names of its functions.
    pub scenario: Shared<Scenario>,
    /// The colours.
    pub colours: &'static Theme,
}

/// What drives the saving of the strategy shown, and how its cost grows. A frame late, as [`Figures`] are.
#[component]
pub fn MoreFigures(props: &MoreFiguresProps) -> Html {
    let key = (props.summary.clone(), props.strategy.clone(), props.scenario.clone());
    let Some((summary, strategy, scenario)) = use_lagging(&key) else {
        return html! { <div class="figures is-waiting"></div> };
    };
    html! {
        <div class="figures">
            <DriversFigure summary={summary.clone()} strategy={strategy.clone()} {scenario} colours={props.colours} />
            <OverTimeFigure {summary} {strategy} colours={props.colours} />
        </div>
    }
}

/// What moves the saving of the strategy. A preview does not know: until the whole run does, what was known of the strategy stays.
#[component]
fn DriversFigure(props: &MoreFiguresProps) -> Html {
    let key = (props.summary.clone(), props.strategy.clone(), props.scenario.clone());
    let chart = use_memo(key, |(summary, strategy, scenario)| {
        summary.drivers.are_known().then(|| Rc::new(tornado(summary, strategy, Some(scenario))))
    });
    let last = use_mut_ref(|| None::<(AttrValue, Rc<Option<Tornado>>)>);
    if let Some(chart) = &*chart {
        *last.borrow_mut() = Some((props.strategy.clone(), Rc::clone(chart)));
    }
    let is_old = use_overdue(chart.is_none(), ());
    let last = last.borrow();
    match last.as_ref().filter(|(strategy, _)| *strategy == props.strategy) {
        Some((_, chart)) => html! { <TornadoFigure chart={Shared::from(chart)} {is_old} colours={props.colours} /> },
        None => html! { <div class="figure-with-choice is-waiting"></div> },
    }
}

/// Properties of [`TornadoFigure`].
#[derive(Clone, PartialEq, Properties)]
struct TornadoFigureProps {
    chart: Shared<Option<Tornado>>,
    /// Whether it belongs to an older case.
    is_old: bool,
    colours: &'static Theme,
}

/// The strongest inputs, one bar each.
#[component]
fn TornadoFigure(props: &TornadoFigureProps) -> Html {
    let stage = use_node_ref();
    let width = use_width(&stage);
    let chart = props.chart.rc();
    let svg = use_picture(&chart, Tornado::scene, width, props.colours);
    match chart.as_ref() {
        Some(chart) => html! {
            <div class={classes!("figure-with-choice", props.is_old.then_some("is-old"))}>
                <h2 class="section-title">{ page::DRIVERS }</h2>
                <Figure id="drivers-figure" caption={chart.caption().clone()} {svg} {stage} />
                <p class="footnote">{ chart.hint() }</p>
            </div>
        },
        None => Html::default(),
    }
}

/// Properties of [`OverTimeFigure`].
#[derive(Clone, PartialEq, Properties)]
struct OverTimeFigureProps {
    summary: Shared<Summary>,
    strategy: AttrValue,
    colours: &'static Theme,
}

/// What the strategy has cost by the end of each year.
#[component]
fn OverTimeFigure(props: &OverTimeFigureProps) -> Html {
    let stage = use_node_ref();
    let width = use_width(&stage);
    let key = (props.summary.clone(), props.strategy.clone());
    let chart = use_memo(key, |(summary, strategy)| fan(summary, strategy));
    let svg = use_picture(&chart, Fan::scene, width, props.colours);
    match chart.as_ref() {
        Some(chart) => html! {
            <div class="figure-with-choice">
                <h2 class="section-title">{ page::OVER_TIME }</h2>
                <Figure id="over-time-figure" caption={chart.caption().clone()} {svg} {stage} />
            </div>
        },
        None => Html::default(),
    }
}

/// The picture of a chart, drawn again only for another chart, width or colours; empty without a chart or a width.
#[hook]
pub(super) fn use_picture<C: 'static>(
    chart: &Rc<Option<C>>,
    scene: fn(&C, u32, &Theme) -> Scene,
    width: u32,
    colours: &'static Theme,
) -> AttrValue {
    let picture = use_memo((Shared::from(chart), width, colours), |(chart, width, colours)| match &**chart {
        Some(chart) if *width > 0 => AttrValue::from(draw(&scene(chart, *width, colours))),
        _ => AttrValue::default(),
    });
    (*picture).clone()
}
