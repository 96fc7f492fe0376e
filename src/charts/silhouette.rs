//! The outline of a histogram: how often amounts occurred, smoothed for the eye.

use super::axis::Range;
use crate::engine::summary::Histogram;

/// Bins that an outline has at most within its range: enough for a shape, too few for the noise of single futures.
const BINS: usize = 48;

/// Outline of a histogram within `range`: (amount, height), height 0..1 of the highest point, from left to right.
/// Empty when the histogram holds nothing that can be drawn there.
pub fn outline(histogram: &Histogram, range: Range) -> Vec<(f64, f64)> {
    let Some(bins) = Range::new(histogram.low, histogram.high) else { return Vec::new() };
    if histogram.counts.is_empty() || histogram.high <= histogram.low {
        return Vec::new();
    }
    let width = bins.width() / histogram.counts.len() as f64;
    let step = (range.width() / BINS as f64).max(width);
    let mut heights = vec![0.0; BINS + 1];
    for (index, count) in histogram.counts.iter().enumerate() {
        // A bin is spread over the steps that it covers: otherwise bins that do not divide evenly leave stripes.
        let (low, high) = (bins.low() + index as f64 * width, bins.low() + (index + 1) as f64 * width);
        spread(&mut heights, range, step, (low, high), f64::from(*count));
    }
    let heights = smoothed(&smoothed(&heights));
    let highest = heights.iter().copied().fold(0.0, f64::max);
    if highest <= 0.0 {
        return Vec::new();
    }
    let steps: Vec<(f64, f64)> = heights
        .iter()
        .enumerate()
        .map(|(index, height)| (range.low() + (index as f64 + 0.5) * step, height / highest))
        .filter(|(amount, _)| *amount < range.high())
        .collect();
    // What the range cuts off ends in a straight edge, so that nobody takes the cut for the end of the amounts.
    let (Some(first), Some(last)) = (steps.first().copied(), steps.last().copied()) else { return Vec::new() };
    let mut points = vec![(range.low(), first.1)];
    points.extend(steps);
    points.push((range.high(), last.1));
    without_flat_ends(points)
}

/// Leaves out what lies on the ground at both ends, but for one point each.
fn without_flat_ends(points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    const GROUND: f64 = 0.004;
    let stands = |point: &(f64, f64)| point.1 > GROUND;
    let first = points.iter().position(stands).unwrap_or(0).saturating_sub(1);
    let last = points.iter().rposition(stands).map_or(points.len(), |index| index + 2).min(points.len());
    points.into_iter().skip(first).take(last.saturating_sub(first)).collect()
}

fn spread(heights: &mut [f64], range: Range, step: f64, (low, high): (f64, f64), count: f64) {
    let (from, to) = (low.max(range.low()), high.min(range.high()));
    if count <= 0.0 || to <= from {
        return;
    }
    for (index, height) in heights.iter_mut().enumerate() {
        let start = range.low() + index as f64 * step;
        if start >= to {
            break;
        }
        let overlap = (to.min(start + step) - from.max(start)).max(0.0);
        *height += count * overlap / (high - low);
    }
}

/// Each height averaged with its neighbours, 1 : 2 : 1.
fn smoothed(heights: &[f64]) -> Vec<f64> {
    let at = |index: usize| heights.get(index).copied().unwrap_or(0.0);
    (0..heights.len())
        .map(|index| {
            let before = if index == 0 { 0.0 } else { at(index - 1) };
            (before + 2.0 * at(index) + at(index + 1)) / 4.0
        })
        .collect()
}

/// The part of an outline between two amounts, cut straight at both.
pub fn cut(outline: &[(f64, f64)], low: f64, high: f64) -> Vec<(f64, f64)> {
    if outline.is_empty() || low >= high {
        return Vec::new();
    }
    let mut part = vec![(low, height_at(outline, low))];
    part.extend(outline.iter().copied().filter(|(amount, _)| *amount > low && *amount < high));
    part.push((high, height_at(outline, high)));
    part
}

/// Height of an outline at an amount; 0 outside of it.
pub fn height_at(outline: &[(f64, f64)], amount: f64) -> f64 {
    outline
        .windows(2)
        .find_map(|pair| {
            let [(left, from), (right, to)] = pair else { return None };
            let inside = *left <= amount && amount <= *right && right > left;
            inside.then(|| from + (to - from) * (amount - left) / (right - left))
        })
        .unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn histogram(counts: &[u32]) -> Histogram {
        Histogram { low: 0.0, high: 100.0, counts: counts.to_vec(), trials: counts.iter().sum() }
    }

    #[test]
    fn the_outline_rises_to_one_and_leaves_out_flat_ends() {
        let range = Range::new(0.0, 100.0).unwrap();
        let outline = outline(&histogram(&[0, 0, 0, 0, 0, 2, 9, 30, 12, 4, 1, 0, 0, 0, 0, 0]), range);
        assert!(outline[0].0 > 15.0 && outline[0].1 < 0.004, "{outline:?}");
        assert!(outline.last().unwrap().0 < 90.0);
        let highest = outline.iter().map(|point| point.1).fold(0.0, f64::max);
        assert!((highest - 1.0).abs() < 1e-12);
        assert!(outline.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn many_fine_bins_leave_no_stripes() {
        let flat = vec![10; 997];
        let outline = outline(&histogram(&flat), Range::new(20.0, 80.0).unwrap());
        assert!(outline[3..outline.len() - 3].iter().all(|point| point.1 > 0.999), "{outline:?}");
    }

    #[test]
    fn nothing_to_draw_is_an_empty_outline() {
        let range = Range::new(0.0, 100.0).unwrap();
        assert!(outline(&Histogram::default(), range).is_empty());
        assert!(outline(&histogram(&[0, 0]), range).is_empty());
        assert!(outline(&Histogram { low: f64::NAN, ..histogram(&[1]) }, range).is_empty());
        assert!(outline(&histogram(&[5, 5]), Range::new(500.0, 600.0).unwrap()).is_empty());
    }

    #[test]
    fn a_cut_is_straight() {
        let hill = [(0.0, 0.0), (10.0, 1.0), (20.0, 0.0)];
        assert_eq!(cut(&hill, 5.0, 15.0), [(5.0, 0.5), (10.0, 1.0), (15.0, 0.5)]);
        assert!(cut(&hill, 15.0, 5.0).is_empty());
    }
}
