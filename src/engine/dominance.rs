//! Whether one strategy is at least as good as another for everybody, or for everybody who dislikes risk.
//!
//! In samples a single trial in the far tail would forbid what the rest of the distribution shows, so violations are measured
//! instead of forbidden: almost stochastic dominance after Leshno and Levy (Management Science 48, 2002).

use super::sorted::Sorted;
use super::summary::Dominance;

/// Quantiles that stand for a distribution.
const STEPS: u32 = 1_000;

/// Share of violation up to which dominance is reported.
pub const TOLERANCE: f64 = 0.02;

/// A distribution of costs as its quantiles, and as the means of its dearest part.
#[derive(Clone, Debug)]
pub struct Curves {
    /// Quantiles, rising.
    quantiles: Vec<f64>,
    /// Sums of the quantiles from the highest down: of the dearest thousandth, of the dearest two, ...
    tails: Vec<f64>,
}

impl Curves {
    /// The curves of a distribution.
    pub fn new(costs: &Sorted) -> Self {
        let quantiles = costs.grid(STEPS);
        let mut sum = 0.0;
        let tails = quantiles
            .iter()
            .rev()
            .map(|cost| {
                sum += cost;
                sum
            })
            .collect();
        Self { quantiles, tails }
    }
}

/// Every strategy against every other.
///
/// # Formula
/// First order: with q the quantile functions of the costs, violation = area in which `q_a` > `q_b` / area between the two. Second
/// order: the same of the sums over the dearest part, T(p) = integral of q from 1 - p to 1.
pub fn dominance(strategies: &[Curves]) -> Dominance {
    let against_all = |curve: fn(&Curves) -> &[f64]| -> Vec<Vec<f64>> {
        let row = |one: &Curves| strategies.iter().map(|other| violation(curve(one), curve(other))).collect();
        strategies.iter().map(row).collect()
    };
    Dominance {
        tolerance: TOLERANCE,
        first_order: against_all(|curves| &curves.quantiles),
        second_order: against_all(|curves| &curves.tails),
    }
}

/// The part of the area between two curves in which the first lies above the second; 1 where there is no area.
fn violation(one: &[f64], other: &[f64]) -> f64 {
    let (mut against, mut between) = (0.0, 0.0);
    for (one, other) in one.iter().zip(other) {
        against += (one - other).max(0.0);
        between += (one - other).abs();
    }
    if between > 0.0 { against / between } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uniform(low: f64, high: f64) -> Curves {
        let values: Vec<f64> = (0..2_001).map(|i| low + (high - low) * f64::from(i) / 2_000.0).collect();
        Curves::new(&Sorted::of(&values))
    }

    /// Costs 0 to 10 against costs that are 2 higher: dominance of the first order, and so of the second.
    #[test]
    fn what_is_always_cheaper_dominates() {
        let found = dominance(&[uniform(0.0, 10.0), uniform(2.0, 12.0)]);
        assert_eq!((found.first_order[0][1], found.second_order[0][1]), (0.0, 0.0));
        assert_eq!((found.first_order[1][0], found.second_order[1][0]), (1.0, 1.0));
    }

    /// The same mean with less risk: half of the area speaks against the first order, none against the second.
    #[test]
    fn what_is_less_risky_dominates_in_the_second_order_only() {
        let found = dominance(&[uniform(4.0, 6.0), uniform(0.0, 10.0)]);
        assert!((found.first_order[0][1] - 0.5).abs() < 1e-9, "{found:?}");
        assert!(found.second_order[0][1] < 1e-9, "{found:?}");
        assert!(found.second_order[1][0] > 0.99, "{found:?}");
    }

    /// Against uniform costs of 0 to 10, costs of 1 to 8 have a violation of the first order of 0.5 x 1 x 1/3 against 0.5 x 2 x 2/3.
    #[test]
    fn violations_are_areas() {
        let found = dominance(&[uniform(1.0, 8.0), uniform(0.0, 10.0)]);
        let (against, other_way) = (0.5 / 3.0, 0.5 * 2.0 * 2.0 / 3.0);
        let expected = against / (against + other_way);
        assert!((found.first_order[0][1] - expected).abs() < 1e-4, "{} {expected}", found.first_order[0][1]);
        assert!((found.first_order[1][0] - (1.0 - expected)).abs() < 1e-4);
    }

    #[test]
    fn nothing_dominates_itself() {
        let found = dominance(&[uniform(0.0, 1.0)]);
        assert_eq!((found.first_order[0][0], found.second_order[0][0]), (1.0, 1.0));
    }
}
