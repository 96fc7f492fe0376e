//! What one strategy has cost by the end of each year: a fan of futures, with in-house as a broken line.

use super::axis::{Axis, Range};
use super::caption::Caption;
use super::cost_layout::text;
use super::scene::{Anchor, Mark, Point, Scene, Weight, whole_pixels};
use super::strokes::broken;
use super::table::Table;
use super::text_width::{text_width, wrapped};
use super::theme::{Theme, Tone};
use crate::engine::Summary;
use crate::engine::summary::YearEnd;
use crate::format::{money_compact, of_hundred};
use crate::model::Currency;
use crate::text::over_time as words;

const SMALL_SIZE: f64 = 12.0;
const LINE: f64 = 17.0;

/// Spent by the end of a year: percentiles 5, 25, 50, 75, 95.
type Band = [f64; 5];

/// The chart, before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    tone: Tone,
    currency: Currency,
    /// Months and bands, from 0 at the decision.
    bands: Vec<(u32, Band)>,
    /// Median of in-house at the same moments.
    in_house: Vec<(u32, f64)>,
    range: Range,
    caption: Caption,
}

/// The chart of a strategy; `None` for in-house, for a strategy that is not there, and for figures that cannot be drawn.
pub fn fan(summary: &Summary, strategy_id: &str) -> Option<Fan> {
    let strategy = summary.strategy(strategy_id)?;
    strategy.saving.as_ref()?;
    let home = summary.strategies.iter().find(|strategy| strategy.saving.is_none())?;
    let percentile = |end: &YearEnd, percent: u8| end.cost_percentiles.get(&percent).copied().unwrap_or(f64::NAN);
    let bands: Vec<(u32, Band)> = std::iter::once((0, [0.0; 5]))
        .chain(
            strategy
                .over_time
                .year_ends
                .iter()
                .map(|end| (end.month, [5, 25, 50, 75, 95].map(|percent| percentile(end, percent)))),
        )
        .collect();
    let in_house: Vec<(u32, f64)> = std::iter::once((0, 0.0))
        .chain(home.over_time.year_ends.iter().map(|end| (end.month, percentile(end, 50))))
        .collect();
    let amounts = bands.iter().flat_map(|(_, band)| *band).chain(in_house.iter().map(|(_, amount)| *amount));
    // A number that is none must not be passed over, as the least and the greatest of two would.
    let (low, high) = amounts.fold((0.0_f64, 0.0_f64), |(low, high), amount| {
        if amount.is_nan() {
            (f64::NAN, f64::NAN)
        } else {
            (if amount < low { amount } else { low }, if amount > high { amount } else { high })
        }
    });
    if bands.len() < 2 {
        return None;
    }
    let title = words::title(strategy, summary.currency);
    Some(Fan {
        tone: Tone::of_strategy(strategy_id),
        currency: summary.currency,
        range: Range::new(low, high)?,
        caption: Caption {
            description: words::description(&title),
            title,
            table: table(&strategy.over_time.year_ends, summary.currency),
        },
        bands,
        in_house,
    })
}

fn table(ends: &[YearEnd], currency: Currency) -> Table {
    let row = |end: &YearEnd| {
        let saving = end.saving.as_ref();
        let percentile = |percent: u8| end.cost_percentiles.get(&percent).copied().unwrap_or(f64::NAN);
        vec![
            words::end_of(end.month),
            money_compact(end.cost_mean, currency),
            money_compact(percentile(50), currency),
            money_compact(percentile(5), currency),
            money_compact(percentile(95), currency),
            money_compact(saving.map_or(f64::NAN, |saving| saving.mean_nominal), currency),
            of_hundred(saving.map_or(f64::NAN, |saving| saving.chance_positive)),
        ]
    };
    Table {
        caption: words::CAPTION.to_owned(),
        header: words::TABLE_HEAD.map(str::to_owned).to_vec(),
        rows: ends.iter().map(row).collect(),
    }
}

impl Fan {
    /// What is said of it.
    pub fn caption(&self) -> &Caption {
        &self.caption
    }

    /// The chart laid out for a width in pixels; narrower than 280 is treated as 280.
    pub fn scene(&self, width: u32, theme: &Theme) -> Scene {
        let width = width.clamp(280, 4_000);
        let wide = f64::from(width);
        let height = if wide < 620.0 { 200.0 } else { 280.0 };
        let mut marks = Vec::new();
        let mut y = 8.0;
        for line in wrapped(words::AXIS, SMALL_SIZE, wide - 1.0) {
            marks.push(text((0.0, y), &line, SMALL_SIZE, Anchor::Start, theme.text, Weight::Regular));
            y += LINE;
        }
        let (top, base) = (y + 4.0, y + 4.0 + height);
        let money = Axis { range: self.range, from: 0.0, to: height };
        let ticks = money.ticks(50.0, self.currency);
        let labels = ticks.iter().map(|(_, label)| text_width(label, SMALL_SIZE)).fold(0.0, f64::max);
        let (left, right) = (labels + 8.0, wide - 12.0);
        let months = f64::from(self.bands.last().map_or(12, |(month, _)| *month)).max(1.0);
        let across = |month: u32| left + f64::from(month) / months * (right - left);
        let up = |amount: f64| base - money.position(amount);
        for (amount, label) in &ticks {
            let points = vec![(left, up(*amount)), (right, up(*amount))];
            marks.push(Mark::Stroke { points, colour: theme.grid, thickness: 1.0 });
            let at = (labels, up(*amount).clamp(top, base));
            marks.push(text(at, label, SMALL_SIZE, Anchor::End, theme.quiet_text, Weight::Regular));
        }
        let colour = theme.colour(self.tone);
        for (from, to, opacity) in [(0, 4, 0.2), (1, 3, 0.35)] {
            let edge = |place: usize| self.bands.iter().map(move |(month, band)| (*month, band[place]));
            let upper: Vec<Point> = edge(to).map(|(month, amount)| (across(month), up(amount))).collect();
            let lower = edge(from).map(|(month, amount)| (across(month), up(amount)));
            let points = upper.into_iter().chain(lower.collect::<Vec<Point>>().into_iter().rev()).collect();
            marks.push(Mark::Area { points, colour, opacity });
        }
        let middle = self.bands.iter().map(|(month, band)| (across(*month), up(band[2]))).collect();
        marks.push(Mark::Stroke { points: middle, colour, thickness: 2.5 });
        let home: Vec<Point> = self.in_house.iter().map(|(month, amount)| (across(*month), up(*amount))).collect();
        broken(&home, theme.in_house, 2.0, &mut marks);
        if let Some(end) = home.last() {
            let at = (end.0, (end.1 - 12.0).max(top - 2.0));
            marks.push(text(at, words::IN_HOUSE, SMALL_SIZE, Anchor::End, theme.in_house, Weight::Bold));
        }
        let mut below = base + 14.0;
        for (month, _) in &self.bands {
            let label = words::tick(*month);
            let half = text_width(&label, SMALL_SIZE) / 2.0;
            let x = across(*month).clamp(half, wide - half);
            marks.push(text((x, below), &label, SMALL_SIZE, Anchor::Middle, theme.quiet_text, Weight::Regular));
        }
        below += 20.0;
        for (sentence, colour) in [(words::TIME, theme.text), (words::KEY, theme.quiet_text)] {
            for line in wrapped(sentence, SMALL_SIZE, (wide - 1.0).min(640.0)) {
                marks.push(text((0.0, below), &line, SMALL_SIZE, Anchor::Start, colour, Weight::Regular));
                below += LINE;
            }
        }
        Scene { width, height: whole_pixels(below), marks }
    }
}
