//! A spread of amounts in one line of a table.

use yew::prelude::*;

/// Width of the picture in its own units; it is stretched to the cell.
const WIDTH: f64 = 1_000.0;

/// Five percentiles of an amount, and the scale they are drawn on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// 5th percentile.
    pub low: f64,
    /// 25th percentile.
    pub quarter: f64,
    /// Median.
    pub middle: f64,
    /// 75th percentile.
    pub three_quarters: f64,
    /// 95th percentile.
    pub high: f64,
}

/// Properties of [`RangeBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct RangeBarProps {
    /// What is shown.
    pub spread: Spread,
    /// Left and right end of the scale, the same in every row.
    pub scale: (f64, f64),
    /// Class that gives the colour.
    pub tone: &'static str,
}

/// Nine in ten futures as a thin line, the middle half as a thick one, the median as a tick. The numbers stand in the
/// cells beside it, so screen readers skip it.
#[component]
pub fn RangeBar(props: &RangeBarProps) -> Html {
    let (left, right) = props.scale;
    let span = right - left;
    if span.is_nan() || span <= 0.0 {
        return Html::default();
    }
    let at = |amount: f64| ((amount - left) / span).clamp(0.0, 1.0) * WIDTH;
    let bar = |from: f64, to: f64, top: &'static str, height: &'static str, class: &'static str| {
        html! {
            <rect {class} x={format!("{:.1}", at(from))} y={top} {height}
                width={format!("{:.1}", (at(to) - at(from)).max(4.0))} />
        }
    };
    let spread = props.spread;
    html! {
        <svg class={classes!("range-bar", props.tone)} viewBox="0 0 1000 20" preserveAspectRatio="none"
            aria-hidden="true" focusable="false">
            { bar(spread.low, spread.high, "9", "2", "range-whole") }
            { bar(spread.quarter, spread.three_quarters, "5", "10", "range-half") }
            <rect class="range-middle" x={format!("{:.1}", at(spread.middle) - 4.0)} y="2" width="8" height="16" />
        </svg>
    }
}
