//! Strokes that more than one chart draws.

use super::scene::{Mark, Point};
use super::theme::Colour;

/// A broken line through points.
pub(super) fn broken(points: &[Point], colour: Colour, thickness: f64, marks: &mut Vec<Mark>) {
    const DASH: f64 = 6.0;
    for pair in points.windows(2) {
        let [(x, y), (to_x, to_y)] = pair else { continue };
        let length = ((to_x - x) * (to_x - x) + (to_y - y) * (to_y - y)).sqrt().max(DASH);
        let at = |way: f64| (x + (to_x - x) * way / length, y + (to_y - y) * way / length);
        let mut way = 0.0;
        while way < length {
            let points = vec![at(way), at((way + DASH).min(length))];
            marks.push(Mark::Stroke { points, colour, thickness });
            way += 2.0 * DASH;
        }
    }
}
