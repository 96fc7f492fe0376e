//! Where the strokes of the chart of savings go.

use super::axis::Axis;
use super::cost_layout::text;
use super::saving_distribution::SavingDistribution;
use super::scene::{Anchor, Mark, Point, Scene, Weight, whole_pixels};
use super::silhouette::{cut, height_at};
use super::text_width::{bold_width, text_width, wrapped};
use super::theme::{Theme, Tone};

const LABEL_SIZE: f64 = 14.0;
const SMALL_SIZE: f64 = 12.0;
const LINE: f64 = 17.0;
/// Distance of a label from the line of 0.
const BESIDE: f64 = 8.0;
/// Pixels between the strokes of a hatching.
const HATCH: f64 = 7.0;

impl SavingDistribution {
    /// The chart laid out for a width in pixels; narrower than 280 is treated as 280.
    pub fn scene(&self, width: u32, theme: &Theme) -> Scene {
        let width = width.clamp(280, 4_000);
        let wide = f64::from(width);
        let hill_height = if wide < 620.0 { 120.0 } else { 170.0 };
        let axis = Axis { range: self.range, from: 8.0, to: wide - 8.0 };
        let mut marks = Vec::new();
        let labels_end = self.side_labels(&axis, wide, theme, &mut marks);
        let base = labels_end + 24.0 + hill_height;
        for (amount, label) in axis.ticks(75.0, self.currency) {
            let x = axis.position(amount);
            let points = vec![(x, labels_end + 24.0), (x, base + 14.0)];
            marks.push(Mark::Stroke { points, colour: theme.grid, thickness: 1.0 });
            let half = text_width(&label, SMALL_SIZE) / 2.0;
            let at = (x.clamp(half, wide - half), base + 26.0);
            marks.push(text(at, &label, SMALL_SIZE, Anchor::Middle, theme.quiet_text, Weight::Regular));
        }
        self.areas(&axis, base, hill_height, theme, &mut marks);
        self.lines(&axis, (labels_end, base), hill_height, theme, &mut marks);
        let mut y = base + 48.0;
        for (words, colour) in [(&self.axis_title, theme.text), (&self.key, theme.quiet_text)] {
            for line in wrapped(words, SMALL_SIZE, wide.min(640.0)) {
                marks.push(text((0.0, y), &line, SMALL_SIZE, Anchor::Start, colour, Weight::Regular));
                y += LINE;
            }
        }
        Scene { width, height: whole_pixels(y), marks }
    }

    /// What the two sides of 0 are: on one line where both fit beside it, else on two. Gives the lower end.
    fn side_labels(&self, axis: &Axis, width: f64, theme: &Theme, marks: &mut Vec<Mark>) -> f64 {
        let zero = axis.position(0.0);
        let losing = format!("\u{2190} {}", self.losing_label);
        let winning = format!("{} \u{2192}", self.winning_label);
        let widest = bold_width(&losing, LABEL_SIZE).max(bold_width(&winning, LABEL_SIZE));
        let size = if widest <= width { LABEL_SIZE } else { SMALL_SIZE };
        let fits = |label: &str, room: f64| bold_width(label, size) <= room;
        let losing_fits = fits(&losing, zero - BESIDE);
        let winning_fits = fits(&winning, width - zero - BESIDE);
        let (losing_at, losing_anchor) = if losing_fits { (zero - BESIDE, Anchor::End) } else { (0.0, Anchor::Start) };
        let (winning_at, winning_anchor) =
            if winning_fits { (zero + BESIDE, Anchor::Start) } else { (width, Anchor::End) };
        let first = 12.0;
        let second = if losing_fits && winning_fits { first } else { first + 20.0 };
        let colour = theme.colour(Tone::InHouse);
        marks.push(text((losing_at, first), &losing, size, losing_anchor, colour, Weight::Bold));
        let colour = theme.colour(self.tone);
        marks.push(text((winning_at, second), &winning, size, winning_anchor, colour, Weight::Bold));
        second + 10.0
    }

    fn areas(&self, axis: &Axis, base: f64, hill: f64, theme: &Theme, marks: &mut Vec<Mark>) {
        let on_screen = |part: &[(f64, f64)]| -> Vec<Point> {
            part.iter().map(|(amount, height)| (axis.position(*amount), base - height * hill)).collect()
        };
        for (low, high, tone) in [(self.range.low(), 0.0, Tone::InHouse), (0.0, self.range.high(), self.tone)] {
            let edge = on_screen(&cut(&self.outline, low, high));
            let (Some(first), Some(last)) = (edge.first().copied(), edge.last().copied()) else { continue };
            let colour = theme.colour(tone);
            let mut points = edge.clone();
            points.extend([(last.0, base), (first.0, base)]);
            marks.push(Mark::Area { points, colour, opacity: if tone == Tone::InHouse { 0.15 } else { 0.4 } });
            if tone == Tone::InHouse {
                hatch(&edge, base, colour, marks);
            }
            marks.push(Mark::Stroke { points: edge, colour, thickness: 1.5 });
        }
    }

    fn lines(&self, axis: &Axis, (top, base): (f64, f64), hill: f64, theme: &Theme, marks: &mut Vec<Mark>) {
        let [low, median, high] = self.percentiles.map(|amount| axis.position(amount));
        let zero = axis.position(0.0);
        let mut line = |points: Vec<Point>, colour, thickness| marks.push(Mark::Stroke { points, colour, thickness });
        line(vec![(axis.from, base), (axis.to, base)], theme.quiet_text, 1.0);
        line(vec![(zero, top + 2.0), (zero, base + 14.0)], theme.text, 1.5);
        line(vec![(low, base + 7.0), (high, base + 7.0)], theme.colour(self.tone), 4.0);
        let peak = base - height_at(&self.outline, self.percentiles[1]) * hill;
        line(vec![(median, peak.min(base - 12.0)), (median, base + 12.0)], theme.text, 2.5);
        let half = text_width(&self.middle_label, SMALL_SIZE) / 2.0;
        // The label keeps off the line of 0, else it is struck through.
        let (least, most) =
            if median >= zero { (zero + half + BESIDE, axis.to - half) } else { (half, zero - half - BESIDE) };
        let at = if least <= most { median.clamp(least, most) } else { median.clamp(half, (axis.to - half).max(half)) };
        marks.push(text((at, top + 10.0), &self.middle_label, SMALL_SIZE, Anchor::Middle, theme.text, Weight::Regular));
    }
}

/// Fills the area between an edge and the base with slanting strokes.
fn hatch(edge: &[Point], base: f64, colour: super::theme::Colour, marks: &mut Vec<Mark>) {
    let (Some(first), Some(last)) = (edge.first(), edge.last()) else { return };
    let highest = edge.iter().map(|point| point.1).fold(base, f64::min);
    let mut foot = first.0 - (base - highest);
    while foot < last.0 {
        // Walks up the slant; strokes are where the walk is below the edge.
        let mut stroke: Option<(Point, Point)> = None;
        let mut climbed = 0.0;
        while climbed <= base - highest + 1.0 {
            let at = (foot + climbed, base - climbed);
            let inside = at.0 >= first.0 && at.0 <= last.0 && at.1 >= height_at(edge, at.0) && climbed >= 0.0;
            match (&mut stroke, inside) {
                (Some((_, end)), true) => *end = at,
                (None, true) => stroke = Some((at, at)),
                (Some(_), false) => finish(&mut stroke, colour, marks),
                (None, false) => {}
            }
            climbed += 1.0;
        }
        finish(&mut stroke, colour, marks);
        foot += HATCH;
    }
}

fn finish(stroke: &mut Option<(Point, Point)>, colour: super::theme::Colour, marks: &mut Vec<Mark>) {
    if let Some((start, end)) = stroke.take()
        && end.0 > start.0
    {
        marks.push(Mark::Stroke { points: vec![start, end], colour, thickness: 1.0 });
    }
}
