//! What moves the saving of one strategy: a bar for each input, the strongest on top.

use super::axis::{Axis, Range};
use super::caption::Caption;
use super::cost_layout::text;
use super::scene::{Anchor, Mark, Scene, Weight, whole_pixels};
use super::table::Table;
use super::text_width::{shortened, text_width, wrapped};
use super::theme::{Theme, Tone};
use crate::engine::Summary;
use crate::engine::summary::{Driver, DriverEffect};
use crate::format::money_compact;
use crate::model::{Currency, Scenario};
use crate::text::drivers as words;

/// Bars of the chart; the table has them all.
const BARS: usize = 10;
/// Rows of the table: what comes behind them moves next to nothing.
const ROWS: usize = 30;
/// Below this width names stand above their bars instead of beside them.
const BESIDE_FROM: f64 = 620.0;
const NAME_SIZE: f64 = 13.0;
const SMALL_SIZE: f64 = 12.0;
const LINE: f64 = 17.0;
const BAR: f64 = 12.0;

/// One input.
#[derive(Clone, Debug, PartialEq)]
struct Bar {
    label: String,
    low: f64,
    high: f64,
}

/// The chart, before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    tone: Tone,
    currency: Currency,
    bars: Vec<Bar>,
    mean: f64,
    range: Range,
    hint: String,
    caption: Caption,
}

/// The chart of a strategy; `None` for in-house, for a strategy that is not there, and where nothing is uncertain or can be
/// drawn. Functions go by their names in `scenario`.
pub fn tornado(summary: &Summary, strategy_id: &str, scenario: Option<&Scenario>) -> Option<Tornado> {
    let strategy = summary.strategy(strategy_id)?;
    let mean = strategy.saving.as_ref()?.present_value.mean;
    let effect = |driver: &Driver| driver.effects.iter().find(|effect| effect.strategy == strategy_id).cloned();
    let mut drivers: Vec<(&Driver, DriverEffect)> = summary
        .drivers
        .inputs
        .iter()
        .filter_map(|driver| Some((driver, effect(driver)?)))
        .filter(|(_, effect)| effect.mean_low.is_finite() && effect.mean_high.is_finite())
        .collect();
    let swing = |effect: &DriverEffect| (effect.mean_high - effect.mean_low).abs();
    drivers.sort_by(|(_, one), (_, other)| swing(other).total_cmp(&swing(one)));
    let bars: Vec<Bar> = drivers
        .iter()
        .take(BARS)
        .map(|(driver, effect)| Bar {
            label: words::input_label(&driver.input, scenario),
            low: effect.mean_low,
            high: effect.mean_high,
        })
        .collect();
    let first = bars.first()?;
    let ends = bars.iter().flat_map(|bar| [bar.low, bar.high]).chain([mean]);
    let (low, high) = ends.fold((mean, mean), |(low, high), end| (low.min(end), high.max(end)));
    let title = words::title(strategy, &first.label, (first.low, first.high), summary.currency);
    Some(Tornado {
        tone: Tone::of_strategy(strategy_id),
        currency: summary.currency,
        range: Range::new(low, high)?.padded(0.04),
        mean,
        hint: words::worth_hint(summary.value_of_perfect_information, summary.currency),
        caption: Caption {
            description: words::description(&title, bars.len()),
            title,
            table: table(&drivers, scenario, summary.currency),
        },
        bars,
    })
}

fn table(drivers: &[(&Driver, DriverEffect)], scenario: Option<&Scenario>, currency: Currency) -> Table {
    Table {
        caption: words::CAPTION.to_owned(),
        header: words::TABLE_HEAD.map(str::to_owned).to_vec(),
        rows: drivers
            .iter()
            .take(ROWS)
            .map(|(driver, effect)| {
                vec![
                    words::input_label(&driver.input, scenario),
                    money_compact(effect.mean_low, currency),
                    money_compact(effect.mean_high, currency),
                    words::share(effect.share_of_variance),
                    words::worth(driver.can_be_found_out, driver.value_of_information, currency),
                ]
            })
            .collect(),
    }
}

impl Tornado {
    /// What is said of it.
    pub fn caption(&self) -> &Caption {
        &self.caption
    }

    /// What the column of worth in the table means.
    pub fn hint(&self) -> &str {
        &self.hint
    }

    /// The chart laid out for a width in pixels; narrower than 280 is treated as 280.
    pub fn scene(&self, width: u32, theme: &Theme) -> Scene {
        let width = width.clamp(280, 4_000);
        let wide = f64::from(width);
        let beside = wide >= BESIDE_FROM;
        let names = self.bars.iter().map(|bar| text_width(&bar.label, NAME_SIZE)).fold(0.0, f64::max).min(wide * 0.42);
        let axis = Axis { range: self.range, from: if beside { names + 18.0 } else { 8.0 }, to: wide - 8.0 };
        let (row_height, name_line) = if beside { (26.0, 0.0) } else { (40.0, 18.0) };
        let (top, colour) = (6.0, theme.colour(self.tone));
        let bottom = top + row_height * self.bars.len() as f64;
        let mut marks = Vec::new();
        for (row, bar) in self.bars.iter().enumerate() {
            let start = top + row_height * row as f64;
            let middle = start + name_line + (row_height - name_line) / 2.0;
            // On a phone the lines stay out of the names.
            for (x, stroke, thickness) in axis
                .ticks(75.0, self.currency)
                .into_iter()
                .map(|(amount, _)| (axis.position(amount), theme.grid, 1.0))
                .chain([(axis.position(self.mean), theme.text, 1.5)])
            {
                let points = vec![(x, start + name_line), (x, (start + row_height).min(bottom))];
                marks.push(Mark::Stroke { points, colour: stroke, thickness });
            }
            let name_at = if beside { middle } else { start + 10.0 };
            let name = shortened(&bar.label, NAME_SIZE, if beside { names } else { wide });
            marks.push(text((0.0, name_at), &name, NAME_SIZE, Anchor::Start, theme.text, Weight::Regular));
            let (low, high) = (axis.position(bar.low), axis.position(bar.high));
            let (left, right) = (low.min(high), low.max(high));
            let half = BAR / 2.0;
            let corners =
                vec![(left, middle - half), (right, middle - half), (right, middle + half), (left, middle + half)];
            marks.push(Mark::Area { points: corners, colour, opacity: 0.55 });
            marks.push(Mark::Dot { at: (high, middle), radius: 5.0, colour });
        }
        let mut y = bottom + 14.0;
        for (amount, label) in axis.ticks(75.0, self.currency) {
            let half = text_width(&label, SMALL_SIZE) / 2.0;
            let x = axis.position(amount).clamp(half, wide - half);
            marks.push(text((x, y), &label, SMALL_SIZE, Anchor::Middle, theme.quiet_text, Weight::Regular));
        }
        y += 22.0;
        for (sentence, colour) in [(words::AXIS, theme.text), (words::KEY, theme.quiet_text)] {
            for line in wrapped(sentence, SMALL_SIZE, (wide - 1.0).min(640.0)) {
                marks.push(text((0.0, y), &line, SMALL_SIZE, Anchor::Start, colour, Weight::Regular));
                y += LINE;
            }
        }
        Scene { width, height: whole_pixels(y), marks }
    }
}
