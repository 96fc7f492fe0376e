//! Where the strokes of the chart of costs go, on a phone and on a wide screen.

use super::axis::Axis;
use super::cost_distribution::{CostDistribution, CostRow};
use super::scene::{Anchor, Label, Mark, Scene, Weight, whole_pixels};
use super::text_width::{BOLD, shortened, text_width, wrapped};
use super::theme::{Theme, Tone};
use crate::model::Currency;
use crate::text::charts as words;

/// Below this width names stand above their rows instead of beside them.
const BESIDE_FROM: f64 = 620.0;
const NAME_SIZE: f64 = 14.0;
/// The size of regular letters that are as wide as bold ones of the names' size.
const BOLD_SIZE: f64 = BOLD * NAME_SIZE;
const SMALL_SIZE: f64 = 12.0;
const LINE: f64 = 17.0;
/// Pixels between ticks, about: two of the widest labels fit side by side.
const TICK_SPACING: f64 = 75.0;
/// Height of a silhouette, room for its bar beneath, and room between rows.
const HILL: f64 = 26.0;
const BAR_BELOW: f64 = 6.0;
const ROW_GAP: f64 = 16.0;
/// Height of the line with name and mean above a row, on a phone.
const NAME_LINE: f64 = 20.0;

/// What the rows share.
struct Frame<'a> {
    theme: &'a Theme,
    currency: Currency,
    axis: Axis,
    width: f64,
    beside: bool,
    names_width: f64,
    row_height: f64,
    top: f64,
}

impl CostDistribution {
    /// The chart laid out for a width in pixels; narrower than 280 is treated as 280.
    pub fn scene(&self, width: u32, theme: &Theme) -> Scene {
        let width = width.clamp(280, 4_000);
        let frame = self.frame(f64::from(width), theme);
        let bottom = frame.top + frame.row_height * self.rows().len() as f64;
        let mut marks = Vec::new();
        ground(&frame, bottom, &mut marks);
        for (index, row) in self.rows().iter().enumerate() {
            row_marks(row, index == 0, frame.top + frame.row_height * index as f64, &frame, &mut marks);
        }
        self.reference_line(&frame, bottom, &mut marks);
        let end = self.captions(&frame, bottom, &mut marks);
        Scene { width, height: whole_pixels(end), marks }
    }

    fn frame<'a>(&self, width: f64, theme: &'a Theme) -> Frame<'a> {
        let beside = width >= BESIDE_FROM;
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let names = widest(&mut self.rows().iter().map(|row| text_width(&row.name, BOLD_SIZE)));
        let means = widest(&mut self.rows().iter().map(|row| text_width(&row.mean_text, BOLD_SIZE)))
            .max(text_width(words::MEAN_HEAD, SMALL_SIZE));
        let names_width = names.min(width * 0.3);
        let (from, to) = if beside { (names_width + 16.0, width - means - 16.0) } else { (8.0, width - 8.0) };
        let row_height = HILL + BAR_BELOW + ROW_GAP + if beside { 0.0 } else { NAME_LINE };
        Frame {
            theme,
            currency: self.currency,
            axis: Axis { range: self.range, from, to },
            width,
            beside,
            names_width,
            row_height,
            top: 26.0,
        }
    }

    fn reference_line(&self, frame: &Frame, bottom: f64, marks: &mut Vec<Mark>) {
        let Some(reference) = self.reference else { return };
        let x = frame.axis.position(reference);
        let colour = frame.theme.in_house;
        // On a phone the line stays out of the lines of text.
        for index in 0..self.rows().len() {
            let top = frame.top + frame.row_height * index as f64;
            let from = if frame.beside { top } else { top + NAME_LINE };
            dashed(x, from, (top + frame.row_height).min(bottom), colour, marks);
        }
        let half = text_width(words::REFERENCE, SMALL_SIZE) / 2.0;
        let (least, most) = (frame.axis.from + half, frame.axis.to - half);
        let at = if least < most { x.clamp(least, most) } else { frame.axis.from + half };
        marks.push(text((at, 12.0), words::REFERENCE, SMALL_SIZE, Anchor::Middle, colour, Weight::Regular));
    }

    /// Axis, its title and the key; gives the height of everything.
    fn captions(&self, frame: &Frame, bottom: f64, marks: &mut Vec<Mark>) -> f64 {
        let quiet = frame.theme.quiet_text;
        let mut y = bottom + 14.0;
        for (amount, label) in frame.axis.ticks(TICK_SPACING, frame.currency) {
            let half = text_width(&label, SMALL_SIZE) / 2.0;
            let x = frame.axis.position(amount).clamp(half, frame.width - half);
            marks.push(text((x, y), &label, SMALL_SIZE, Anchor::Middle, quiet, Weight::Regular));
        }
        y += 22.0;
        let left = if frame.beside { frame.axis.from } else { 0.0 };
        for line in wrapped(&self.axis_title, SMALL_SIZE, frame.width - left) {
            marks.push(text((left, y), &line, SMALL_SIZE, Anchor::Start, frame.theme.text, Weight::Regular));
            y += LINE;
        }
        for line in wrapped(words::COST_KEY, SMALL_SIZE, (frame.width - left).min(640.0)) {
            marks.push(text((left, y), &line, SMALL_SIZE, Anchor::Start, quiet, Weight::Regular));
            y += LINE;
        }
        y
    }
}

/// The grid behind the rows.
fn ground(frame: &Frame, bottom: f64, marks: &mut Vec<Mark>) {
    for (amount, _) in frame.axis.ticks(TICK_SPACING, frame.currency) {
        let x = frame.axis.position(amount);
        // On a phone the grid stays out of the lines of text, too.
        let mut from = if frame.beside { frame.top } else { frame.top + NAME_LINE };
        while from < bottom {
            let to = if frame.beside { bottom } else { from + frame.row_height - NAME_LINE };
            marks.push(Mark::Stroke { points: vec![(x, from), (x, to)], colour: frame.theme.grid, thickness: 1.0 });
            from = to + NAME_LINE;
        }
    }
    if frame.beside {
        let at = (frame.width, 12.0);
        let quiet = frame.theme.quiet_text;
        marks.push(text(at, words::MEAN_HEAD, SMALL_SIZE, Anchor::End, quiet, Weight::Regular));
    }
}

fn row_marks(row: &CostRow, is_best: bool, top: f64, frame: &Frame, marks: &mut Vec<Mark>) {
    let colour = frame.theme.colour(row.tone);
    let base = top + frame.row_height - ROW_GAP + 4.0 - BAR_BELOW;
    let weight = if is_best || row.tone == Tone::InHouse { Weight::Bold } else { Weight::Regular };
    let (text_y, names_width) = if frame.beside {
        (base - HILL / 2.0 + 6.0, frame.names_width)
    } else {
        (top + 10.0, frame.width - text_width(&row.mean_text, BOLD_SIZE) - 16.0)
    };
    let name = shortened(&row.name, BOLD_SIZE, names_width);
    marks.push(text((0.0, text_y), &name, NAME_SIZE, Anchor::Start, frame.theme.text, weight));
    let at = (frame.width, text_y);
    marks.push(text(at, &row.mean_text, NAME_SIZE, Anchor::End, frame.theme.text, Weight::Bold));

    let ground = vec![(frame.axis.from, base), (frame.axis.to, base)];
    marks.push(Mark::Stroke { points: ground, colour: frame.theme.grid, thickness: 1.0 });
    let hill: Vec<_> =
        row.outline.iter().map(|(amount, height)| (frame.axis.position(*amount), base - height * HILL)).collect();
    if let (Some(first), Some(last)) = (hill.first(), hill.last()) {
        let mut points = hill.clone();
        points.extend([(last.0, base), (first.0, base)]);
        marks.push(Mark::Area { points, colour, opacity: 0.3 });
        marks.push(Mark::Stroke { points: hill, colour, thickness: 1.5 });
    }
    let [p5, p10, median, p90, p95] = row.percentiles.map(|amount| frame.axis.position(amount));
    let y = base + BAR_BELOW;
    marks.push(Mark::Stroke { points: vec![(p5, y), (p95, y)], colour, thickness: 2.0 });
    marks.push(Mark::Stroke { points: vec![(p10, y), (p90, y)], colour, thickness: 5.0 });
    let points = vec![(median, y - BAR_BELOW - 4.0), (median, y + 5.0)];
    marks.push(Mark::Stroke { points, colour: frame.theme.text, thickness: 2.5 });
}

/// A broken vertical line.
pub(super) fn dashed(x: f64, from: f64, to: f64, colour: super::theme::Colour, marks: &mut Vec<Mark>) {
    const DASH: f64 = 4.0;
    let mut y = from;
    while y < to {
        marks.push(Mark::Stroke { points: vec![(x, y), (x, (y + DASH).min(to))], colour, thickness: 1.5 });
        y += 2.0 * DASH;
    }
}

/// A text as a mark.
pub(super) fn text(
    at: (f64, f64),
    words: &str,
    size: f64,
    anchor: Anchor,
    colour: super::theme::Colour,
    weight: Weight,
) -> Mark {
    Mark::Text(Label { at, text: words.to_owned(), size, anchor, colour, weight })
}
