//! The beta distribution, which PERT is a stretched form of: cumulative probability and its inverse as a table.

use super::lanes::{LANES, Lanes, greater, lesser};
use super::math;

/// Deviations from the median at which the table begins and ends; beyond lies a billionth of the probability.
const REACH: f64 = 6.0;
/// Table steps for one standard deviation.
const STEPS: f64 = 4.0;
/// Nodes in the table.
const NODES: usize = 49;
/// Steps that six bits can name.
const ROOM: usize = 64;

/// A beta distribution with shapes `a`, `b` >= 1 on the interval from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Beta {
    a: f64,
    b: f64,
    /// Logarithm of the beta function of the shapes, which the density is divided by.
    ln_norm: f64,
}

impl Beta {
    /// The distribution with these shapes.
    pub fn new(a: f64, b: f64) -> Self {
        Self { a, b, ln_norm: math::ln_gamma(a) + math::ln_gamma(b) - math::ln_gamma(a + b) }
    }

    /// The distribution of 1 - x.
    fn mirrored(self) -> Self {
        Self { a: self.b, b: self.a, ln_norm: self.ln_norm }
    }

    /// Density at `x` in (0, 1).
    fn density(self, x: f64) -> f64 {
        // A shape of exactly 1 has no factor at its end; 0 x ln 0 would be NaN.
        let left = if self.a > 1.0 { (self.a - 1.0) * math::ln(x) } else { 0.0 };
        let right = if self.b > 1.0 { (self.b - 1.0) * libm::log1p(-x) } else { 0.0 };
        math::exp(left + right - self.ln_norm)
    }

    /// Probability below `x`.
    ///
    /// # Formula
    /// The regularised incomplete beta function by its continued fraction (Lentz's method), on the side of the mean where it
    /// converges fast.
    pub fn cdf(self, x: f64) -> f64 {
        self.cdf_and_density(x).0
    }

    fn cdf_and_density(self, x: f64) -> (f64, f64) {
        if x <= 0.0 {
            return (0.0, 0.0);
        }
        if x >= 1.0 {
            return (1.0, 0.0);
        }
        let Self { a, b, .. } = self;
        let density = self.density(x);
        let front = density * x * (1.0 - x);
        let below = if x < (a + 1.0) / (a + b + 2.0) {
            front * continued_fraction(a, b, x) / a
        } else {
            1.0 - front * continued_fraction(b, a, 1.0 - x) / b
        };
        (below, density)
    }

    /// Solves F(x) = Phi(z) by Newton's method inside a shrinking bracket, starting from `start`.
    fn quantile_at_deviate(self, z: f64, start: f64) -> f64 {
        if z > 0.0 {
            // The mirror image has its small probability where it is computed without loss.
            return 1.0 - self.mirrored().lower_quantile(math::normal_cdf(-z), 1.0 - start);
        }
        self.lower_quantile(math::normal_cdf(z), start)
    }

    fn lower_quantile(self, probability: f64, start: f64) -> f64 {
        let (mut low, mut high) = (0.0, 1.0);
        let mut x = if start > 0.0 && start < 1.0 { start } else { 0.5 };
        for _ in 0..200 {
            let (below, density) = self.cdf_and_density(x);
            let error = below - probability;
            if error > 0.0 {
                high = x;
            } else {
                low = x;
            }
            let newton = x - error / density;
            let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
            // Newton's error squares with each step, so a step of a billionth leaves nothing.
            if (next - x).abs() <= 1e-9 * x || high - low < 1e-300 {
                return next;
            }
            x = next;
        }
        x
    }
}

fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for step in 1..200 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_zero(1.0 + even * d);
        c = away_from_zero(1.0 + even / c);
        fraction *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_zero(1.0 + odd * d);
        c = away_from_zero(1.0 + odd / c);
        fraction *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    fraction
}

/// The quantile function of a beta distribution as a function of the normal deviate z: x with F(x) = Phi(z).
///
/// In z the function is smooth up to both ends, so cubic pieces between 49 nodes with exact slopes meet the probability to
/// 3e-6; and correlated draws come as z anyway.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantileTable {
    /// Coefficients of the cubic of each step, from the constant on. There is room for as many as six bits can name, so that looking one up
    /// needs no check.
    pieces: Box<[[f64; 4]; ROOM]>,
}

impl QuantileTable {
    /// The table of a distribution.
    pub fn new(beta: Beta) -> Self {
        // Value and slope (per table step) at each node.
        let mut nodes = Vec::with_capacity(NODES);
        let mut guess = 0.5;
        for node in 0..NODES {
            let z = node as f64 / STEPS - REACH;
            let x = beta.quantile_at_deviate(z, guess);
            let density = beta.density(x.clamp(1e-300, 1.0 - 1e-16));
            let slope = if density > 0.0 { math::normal_density(z) / density / STEPS } else { 0.0 };
            nodes.push((x, slope));
            // Along the tangent: two or three steps of Newton's method do the rest.
            guess = x + slope;
        }
        let mut pieces = Box::new([[0.0; 4]; ROOM]);
        for (piece, ends) in pieces.iter_mut().zip(nodes.windows(2)) {
            let [(x0, d0), (x1, d1)] = [ends[0], ends[1]];
            let rise = x1 - x0;
            *piece = [x0, d0, 3.0 * rise - 2.0 * d0 - d1, d0 + d1 - 2.0 * rise];
        }
        Self { pieces }
    }

    /// Puts in the place of each normal deviate the value at it, 0..1.
    pub fn look_up(&self, z: &mut Lanes) {
        // Looking up stands by itself between loops that become vector instructions.
        let mut steps = [0_u8; LANES];
        for (z, step) in z.0.iter_mut().zip(&mut steps) {
            let position = lesser(greater((*z + REACH) * STEPS, 0.0), (NODES - 1) as f64 - 1e-9);
            (*step, *z) = math::whole_and_rest(position);
        }
        for (t, step) in z.0.iter_mut().zip(&steps) {
            let [a, b, c, d] = self.pieces[usize::from(*step) % ROOM];
            *t = a + *t * (b + *t * (c + *t * d));
        }
        z.set_each(|_, value| lesser(greater(value, 0.0), 1.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_forms_are_met() {
        // Shapes (1, 5) and (5, 1) have F = 1 - (1-x)^5 and x^5; (3, 3) is 10x^3 - 15x^4 + 6x^5.
        for step in 1..100 {
            let x = f64::from(step) / 100.0;
            assert!((Beta::new(1.0, 5.0).cdf(x) - (1.0 - (1.0 - x).powi(5))).abs() < 1e-14);
            assert!((Beta::new(5.0, 1.0).cdf(x) - x.powi(5)).abs() < 1e-14);
            let middle = x.powi(3) * (10.0 - 15.0 * x + 6.0 * x * x);
            assert!((Beta::new(3.0, 3.0).cdf(x) - middle).abs() < 1e-14);
        }
    }

    #[test]
    fn the_table_inverts_the_distribution() {
        for a in [1.0, 1.2, 1.8, 3.0, 4.4, 5.0] {
            let beta = Beta::new(a, 6.0 - a);
            let table = QuantileTable::new(beta);
            for step in 0..=600 {
                let z = f64::from(step) / 100.0 - 3.0;
                let mut x = Lanes::splat(z);
                table.look_up(&mut x);
                let x = x.0[5];
                let error = beta.cdf(x) - math::normal_cdf(z);
                assert!(error.abs() < 3e-6, "shape {a} at z = {z}: off by {error}");
            }
        }
    }
}
