//! From a stated quantity to its draws: every distribution through its inverse, so that one uniform gives one value.

use super::beta::{Beta, QuantileTable};
use super::lanes::Lanes;
use super::math;
use super::rng::Stream;
use crate::model::Uncertain;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Draws values of one uncertain quantity. Built from a checked [`Uncertain`]; sampling cannot fail.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampler {
    shape: Shape,
    /// Least and greatest value a draw may have; what lies outside is set to the nearer of them.
    limits: (f64, f64),
}

#[derive(Clone, Debug, PartialEq)]
enum Shape {
    Fixed(f64),
    Uniform { low: f64, width: f64 },
    Triangular { low: f64, mode: f64, high: f64 },
    Pert { low: f64, width: f64, table: Rc<QuantileTable> },
    Normal { mean: f64, deviation: f64 },
    Lognormal { mean_of_log: f64, deviation_of_log: f64 },
}

/// What several PERT quantities share, computed once.
#[derive(Debug, Default)]
pub struct Tables {
    /// Tables by the bits of the first shape parameter.
    quantiles: BTreeMap<u64, Rc<QuantileTable>>,
    /// How far the bounds lie outside the percentiles, in ranges, by the bits of the mode's position and of the tail.
    overhangs: BTreeMap<(u64, u64), (f64, f64)>,
}

impl Tables {
    fn quantile(&mut self, a: f64) -> Rc<QuantileTable> {
        let new = || Rc::new(QuantileTable::new(Beta::new(a, 6.0 - a)));
        Rc::clone(self.quantiles.entry(a.to_bits()).or_insert_with(new))
    }

    /// The bounds of a PERT with this mode whose percentiles `tail` and 1 - `tail` are `low` and `high`.
    fn pert_bounds(&mut self, low: f64, likely: f64, high: f64, tail: f64) -> (f64, f64) {
        let range = high - low;
        let mode = (likely - low) / range;
        let known = self.overhangs.entry((mode.to_bits(), tail.to_bits()));
        let (below, above) = *known.or_insert_with(|| overhangs(mode, tail, pert_cdf));
        (low - below * range, high + above * range)
    }
}

impl Sampler {
    /// The sampler of a checked quantity whose draws must lie in `limits`.
    pub fn new(quantity: &Uncertain, limits: (f64, f64), tables: &mut Tables) -> Self {
        let (low, high) = quantity.range();
        // Equal ends leave one value, whatever the shape is called.
        if low.total_cmp(&high).is_ge() {
            return Self { shape: Shape::Fixed(quantity.likely()), limits };
        }
        let tail = quantity.ends().map_or(0.0, crate::model::Ends::tail);
        let shape = match *quantity {
            Uncertain::Fixed(value) => Shape::Fixed(value),
            Uncertain::Uniform { .. } => {
                let width = (high - low) / (1.0 - 2.0 * tail);
                Shape::Uniform { low: low - tail * width, width }
            }
            Uncertain::Triangular { likely, .. } => {
                let range = high - low;
                let (below, above) = overhangs((likely - low) / range, tail, triangular_cdf);
                Shape::Triangular { low: low - below * range, mode: likely, high: high + above * range }
            }
            Uncertain::Pert { likely, .. } => {
                let (low, high) = tables.pert_bounds(low, likely, high, tail);
                let width = high - low;
                Shape::Pert { low, width, table: tables.quantile(1.0 + 4.0 * (likely - low) / width) }
            }
            Uncertain::Normal { .. } => {
                Shape::Normal { mean: quantity.likely(), deviation: (high - low) / (2.0 * deviate_above(tail)) }
            }
            Uncertain::Lognormal { .. } => Shape::Lognormal {
                mean_of_log: 0.5 * (math::ln(low) + math::ln(high)),
                deviation_of_log: (math::ln(high) - math::ln(low)) / (2.0 * deviate_above(tail)),
            },
        };
        Self { shape, limits }
    }

    /// The value of every trial, when there is only one.
    pub fn certain(&self) -> Option<f64> {
        match self.shape {
            Shape::Fixed(value) => Some(value),
            _ => None,
        }
    }

    /// Independent draws for the trials of a block.
    pub fn draw(&self, stream: Stream, first_trial: u32, slot: u32) -> Lanes {
        match self.shape {
            Shape::Fixed(value) => Lanes::splat(value),
            Shape::Uniform { .. } | Shape::Triangular { .. } => {
                self.at_uniforms(&stream.uniform_lanes(first_trial, slot))
            }
            _ => self.at_deviates(&math::normal_quantile_lanes(&stream.uniform_lanes(first_trial, slot))),
        }
    }

    /// Draws given as standard normal deviates, as correlated quantities are.
    pub fn at_deviates(&self, z: &Lanes) -> Lanes {
        let values = match &self.shape {
            Shape::Fixed(value) => return Lanes::splat(*value),
            Shape::Uniform { .. } | Shape::Triangular { .. } => return self.at_uniforms(&z.map(math::normal_cdf)),
            Shape::Pert { low, width, table } => z.map(|z| low + width * table.at(z)),
            Shape::Normal { mean, deviation } => *z * *deviation + *mean,
            Shape::Lognormal { mean_of_log, deviation_of_log } => {
                math::exp_lanes(&(*z * *deviation_of_log + *mean_of_log))
            }
        };
        self.within_limits(values)
    }

    fn at_uniforms(&self, u: &Lanes) -> Lanes {
        let values = match self.shape {
            Shape::Uniform { low, width } => *u * width + low,
            Shape::Triangular { low, mode, high } => u.map(|u| triangular_quantile(low, mode, high, u)),
            _ => return self.at_deviates(&math::normal_quantile_lanes(u)),
        };
        self.within_limits(values)
    }

    fn within_limits(&self, values: Lanes) -> Lanes {
        values.max(Lanes::splat(self.limits.0)).min(Lanes::splat(self.limits.1))
    }
}

/// How many standard deviations above the mean a share `tail` of a normal lies.
fn deviate_above(tail: f64) -> f64 {
    -math::normal_quantile_lanes(&Lanes::splat(tail)).0[0]
}

fn triangular_quantile(low: f64, mode: f64, high: f64, u: f64) -> f64 {
    let width = high - low;
    if u * width < mode - low {
        low + (u * width * (mode - low)).sqrt()
    } else {
        high - ((1.0 - u) * width * (high - mode)).sqrt()
    }
}

fn triangular_cdf(low: f64, mode: f64, high: f64, x: f64) -> f64 {
    let width = high - low;
    if x < mode {
        (x - low) * (x - low) / (width * (mode - low))
    } else if high > mode {
        1.0 - (high - x) * (high - x) / (width * (high - mode))
    } else {
        1.0
    }
}

fn pert_cdf(low: f64, mode: f64, high: f64, x: f64) -> f64 {
    let width = high - low;
    let a = 1.0 + 4.0 * (mode - low) / width;
    Beta::new(a, 6.0 - a).cdf((x - low) / width)
}

/// How far the bounds of a distribution lie outside its percentiles `tail` and 1 - `tail`, when these are 0 and 1 and its mode
/// lies at `mode` between them.
///
/// # Formula
/// Each bound in turn is moved until its percentile is met (false position inside a bracket), until neither moves.
fn overhangs(mode: f64, tail: f64, cdf: fn(low: f64, mode: f64, high: f64, x: f64) -> f64) -> (f64, f64) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Ends;

    const ANY: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

    fn sampler(quantity: Uncertain) -> Sampler {
        Sampler::new(&quantity, ANY, &mut Tables::default())
    }

    /// The value at probability `p`.
    fn quantile(sampler: &Sampler, p: f64) -> f64 {
        sampler.at_uniforms(&Lanes::splat(p)).0[0]
    }

    #[test]
    fn percentile_ends_are_met() {
        for (tail, ends) in [(0.05, Ends::P5P95), (0.10, Ends::P10P90)] {
            for (low, likely, high) in
                [(26.0, 42.0, 60.0), (0.17, 0.25, 0.45), (1.0, 2.0, 4.0), (0.0, 0.0, 1.0), (3.0, 9.0, 9.0)]
            {
                for quantity in [
                    Uncertain::Pert { low, likely, high, ends },
                    Uncertain::Triangular { low, likely, high, ends },
                    Uncertain::Uniform { low, high, ends },
                    Uncertain::Normal { low, high, ends },
                ] {
                    let sampler = sampler(quantity);
                    let tolerance = 1e-5 * (high - low);
                    assert!(
                        (quantile(&sampler, tail) - low).abs() < tolerance,
                        "{quantity:?}: {}",
                        quantile(&sampler, tail)
                    );
                    assert!((quantile(&sampler, 1.0 - tail) - high).abs() < tolerance, "{quantity:?}");
                }
            }
        }
    }

    #[test]
    fn lognormal_ends_are_met() {
        let sampler = sampler(Uncertain::Lognormal { low: 2.0, high: 50.0, ends: Ends::P10P90 });
        assert!((quantile(&sampler, 0.1) - 2.0).abs() < 1e-12);
        assert!((quantile(&sampler, 0.5) - 10.0).abs() < 1e-12);
        assert!((quantile(&sampler, 0.9) - 50.0).abs() < 1e-11);
    }

    #[test]
    fn draws_outside_the_limits_are_set_to_them() {
        let quantity = Uncertain::Normal { low: 0.1, high: 0.9, ends: Ends::P10P90 };
        let sampler = Sampler::new(&quantity, (0.0, 1.0), &mut Tables::default());
        assert_eq!(quantile(&sampler, 1e-9), 0.0);
        assert_eq!(quantile(&sampler, 1.0 - 1e-9), 1.0);
    }

    #[test]
    fn equal_ends_are_one_value() {
        let quantity = Uncertain::Pert { low: 3.0, likely: 3.0, high: 3.0, ends: Ends::P5P95 };
        assert_eq!(sampler(quantity).certain(), Some(3.0));
    }
}
