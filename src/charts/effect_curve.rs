//! What one input does to the saving of one strategy: a line over its values.

use super::axis::{Axis, Range};
use super::caption::Caption;
use super::cost_layout::text;
use super::scene::{Anchor, Mark, Point, Scene, Weight};
use super::strokes::broken;
use super::table::Table;
use super::text_width::text_width;
use super::theme::{Theme, Tone};
use crate::engine::Summary;
use crate::engine::what_if::{Effect, EffectPoint};
use crate::model::{Currency, Scenario};
use crate::text::what_if as words;

const SMALL_SIZE: f64 = 12.0;
const HEIGHT: u32 = 148;
/// Room for the marks of flips above, for the values below.
const TOP: f64 = 10.0;
const BASE: f64 = 122.0;

/// The chart, before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectCurve {
    tone: Tone,
    currency: Currency,
    /// Values and mean savings, rising.
    line: Vec<(f64, f64)>,
    stated: [f64; 3],
    flips: Vec<f64>,
    money: Range,
    values: Range,
    ends: [String; 2],
    caption: Caption,
}

/// The charts of all effects for one strategy, with one scale of money, so that what matters more looks steeper. Effects that
/// cannot be drawn are left out.
pub fn effect_curves(
    effects: &[Effect],
    summary: &Summary,
    strategy_id: &str,
    scenario: &Scenario,
) -> Vec<EffectCurve> {
    let savings = effects.iter().flat_map(|effect| &effect.points).filter_map(|point| saving(point, strategy_id));
    let (low, high) = savings.fold((0.0_f64, 0.0_f64), |(low, high), (saving, _)| (low.min(saving), high.max(saving)));
    let Some(money) = Range::new(low, high) else { return Vec::new() };
    effects.iter().filter_map(|effect| effect_curve(effect, summary, strategy_id, scenario, money)).collect()
}

/// Mean saving of a strategy at a point, and how often it is one.
fn saving(point: &EffectPoint, strategy_id: &str) -> Option<(f64, f64)> {
    let found = point.strategies.iter().find(|strategy| strategy.strategy == strategy_id)?;
    Some((found.mean_saving, found.chance_positive))
}

fn effect_curve(
    effect: &Effect,
    summary: &Summary,
    strategy_id: &str,
    scenario: &Scenario,
    money: Range,
) -> Option<EffectCurve> {
    let currency = summary.currency;
    let name = summary.strategy(strategy_id).and_then(|strategy| strategy.name.as_deref());
    let (first, last) = effect.points.first().zip(effect.points.last())?;
    let line: Option<Vec<(f64, f64)>> =
        effect.points.iter().map(|point| Some((point.value, saving(point, strategy_id)?.0))).collect();
    let line = line.filter(|line| line.iter().all(|(_, saving)| saving.is_finite()))?;
    let written = |value: f64| words::value_text(value, &effect.lever, currency);
    let rows = effect.points.iter().filter_map(|point| {
        let (mean, chance) = saving(point, strategy_id)?;
        let cells = words::table_cells(&point.best, mean, chance, summary);
        Some(std::iter::once(written(point.value)).chain(cells).collect())
    });
    let title = words::title(effect, summary, scenario);
    Some(EffectCurve {
        tone: Tone::of_strategy(strategy_id),
        currency,
        line,
        stated: effect.stated,
        flips: effect.flips.iter().map(|flip| flip.value).collect(),
        money,
        // Values may be shares: a range of money would be widened.
        values: Range::of_any_width(first.value, last.value)?,
        ends: [first, last].map(|point| words::tick(point.value, &effect.lever, currency)),
        caption: Caption {
            description: words::description(&title, strategy_id, name),
            title,
            table: Table {
                caption: words::caption(&effect.lever, scenario),
                header: words::table_head(strategy_id, name),
                rows: rows.collect(),
            },
        },
    })
}

impl EffectCurve {
    /// What is said of it.
    pub fn caption(&self) -> &Caption {
        &self.caption
    }

    /// The chart laid out for a width in pixels; narrower than 240 is treated as 240.
    pub fn scene(&self, width: u32, theme: &Theme) -> Scene {
        let width = width.clamp(240, 4_000);
        let wide = f64::from(width);
        let up = Axis { range: self.money, from: BASE, to: TOP };
        let ticks = Axis { range: self.money, from: 0.0, to: BASE - TOP }.ticks(45.0, self.currency);
        let labels = ticks.iter().map(|(_, label)| text_width(label, SMALL_SIZE)).fold(0.0, f64::max);
        let across = Axis { range: self.values, from: labels + 8.0, to: wide - 8.0 };
        let mut marks = Vec::new();
        let [low, likely, high] = self.stated.map(|value| across.position(value));
        marks.push(Mark::Area {
            points: vec![(low, TOP), (high.max(low + 2.0), TOP), (high.max(low + 2.0), BASE), (low, BASE)],
            colour: theme.grid,
            opacity: 0.7,
        });
        for (amount, label) in &ticks {
            let y = up.position(*amount);
            // Where nothing is saved is the line that matters.
            let (colour, thickness) = if *amount == 0.0 { (theme.text, 1.5) } else { (theme.grid, 1.0) };
            marks.push(Mark::Stroke { points: vec![(across.from, y), (across.to, y)], colour, thickness });
            marks.push(text((labels, y), label, SMALL_SIZE, Anchor::End, theme.quiet_text, Weight::Regular));
        }
        for flip in &self.flips {
            let x = across.position(*flip);
            broken(&[(x, TOP - 6.0), (x, BASE)], theme.text, 1.5, &mut marks);
        }
        let colour = theme.colour(self.tone);
        let at = |(value, saving): &(f64, f64)| (across.position(*value), up.position(*saving));
        let points: Vec<Point> = self.line.iter().map(at).collect();
        marks.push(Mark::Dot { at: (likely, height_at(&points, likely)), radius: 5.0, colour });
        marks.push(Mark::Stroke { points, colour, thickness: 2.5 });
        let y = BASE + 16.0;
        let [first, last] = &self.ends;
        marks.push(text((across.from, y), first, SMALL_SIZE, Anchor::Start, theme.quiet_text, Weight::Regular));
        marks.push(text((across.to, y), last, SMALL_SIZE, Anchor::End, theme.quiet_text, Weight::Regular));
        Scene { width, height: HEIGHT, marks }
    }
}

/// How high a line through rising points lies at `x`.
fn height_at(points: &[Point], x: f64) -> f64 {
    let piece = points.windows(2).find(|pair| x <= pair[1].0).or_else(|| points.windows(2).last());
    match piece {
        Some([(from, start), (to, end)]) if to > from => {
            start + (end - start) * ((x - from) / (to - from)).clamp(0.0, 1.0)
        }
        _ => points.first().map_or(BASE, |point| point.1),
    }
}
