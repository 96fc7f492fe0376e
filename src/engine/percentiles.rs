//! From percentiles to bounds: a range whose ends are percentiles has its bounds outside them.

/// How far the bounds of a distribution lie outside its percentiles `tail` and 1 - `tail`, when these are 0 and 1 and its mode
/// lies at `mode` between them.
///
/// # Formula
/// Each bound in turn is moved until its percentile is met (false position inside a bracket), until neither moves.
pub fn overhangs(mode: f64, tail: f64, cdf: fn(low: f64, mode: f64, high: f64, x: f64) -> f64) -> (f64, f64) {
    if tail <= 0.0 {
        return (0.0, 0.0);
    }
    let (mut below, mut above) = (0.3, 0.3);
    for _ in 0..100 {
        let new_below = solve_distance(|distance| cdf(-distance, mode, 1.0 + above, 0.0) - tail);
        let new_above = solve_distance(|distance| 1.0 - cdf(-new_below, mode, 1.0 + distance, 1.0) - tail);
        let moved = (new_below - below).abs() + (new_above - above).abs();
        (below, above) = (new_below, new_above);
        if moved < 1e-10 {
            break;
        }
    }
    (below, above)
}

/// The distance, 0 to 4, at which `excess`, which grows with it, crosses 0.
fn solve_distance(excess: impl Fn(f64) -> f64) -> f64 {
    let (mut near, mut far) = (0.0, 4.0);
    let (mut at_near, mut at_far) = (excess(near), excess(far));
    if at_near >= 0.0 {
        return near;
    }
    if at_far <= 0.0 {
        return far;
    }
    for _ in 0..200 {
        let middle = near - at_near * (far - near) / (at_far - at_near);
        let at_middle = excess(middle);
        if at_middle.abs() < 1e-12 || far - near < 1e-12 {
            return middle;
        }
        // The Illinois rule: an end that stays is weighed half, so that both ends move.
        if at_middle < 0.0 {
            (near, at_near) = (middle, at_middle);
            at_far *= 0.5;
        } else {
            (far, at_far) = (middle, at_middle);
            at_near *= 0.5;
        }
    }
    0.5 * (near + far)
}
