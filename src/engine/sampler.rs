//! From a stated quantity to its draws: every distribution through its inverse, so that one uniform gives one value.

use super::draws::Stream;
use super::lanes::{Lanes, greater, lesser};
use super::math;
use super::percentiles::overhangs;
use super::pert::{self, PertShape};
use crate::model::Uncertain;
use std::rc::Rc;

/// Draws values of one uncertain quantity. Built from a checked [`Uncertain`]; sampling cannot fail.
#[derive(Clone, Debug)]
pub struct Sampler {
    shape: Shape,
    /// Least and greatest value a draw may have; what lies outside is set to the nearer of them.
    limits: (f64, f64),
}

#[derive(Clone, Debug)]
enum Shape {
    Fixed(f64),
    Uniform {
        low: f64,
        width: f64,
    },
    Triangular {
        low: f64,
        mode: f64,
        high: f64,
    },
    Pert {
        low: f64,
        range: f64,
        shape: Rc<PertShape>,
    },
    Normal {
        mean: f64,
        deviation: f64,
    },
    Lognormal {
        mean_of_log: f64,
        deviation_of_log: f64,
    },
    /// Of three terms: median, weight of the logit of u, weight of (u - 1/2) times the logit.
    Metalog {
        median: f64,
        spread: f64,
        lean: f64,
    },
}

impl Sampler {
    /// The sampler of a checked quantity whose draws must lie in `limits`.
    pub fn new(quantity: &Uncertain, limits: (f64, f64)) -> Self {
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
                let range = high - low;
                Shape::Pert { low, range, shape: pert::shape((likely - low) / range, tail) }
            }
            Uncertain::Normal { .. } => {
                Shape::Normal { mean: quantity.likely(), deviation: (high - low) / (2.0 * deviate_above(tail)) }
            }
            Uncertain::Lognormal { .. } => Shape::Lognormal {
                mean_of_log: 0.5 * (math::ln(low) + math::ln(high)),
                deviation_of_log: (math::ln(high) - math::ln(low)) / (2.0 * deviate_above(tail)),
            },
            Uncertain::Quantiles { p10, p50, p90 } => {
                // The two equations at u = 0.1 and 0.9, where the logit is -+ ln 9.
                let ln_9 = math::ln(9.0);
                Shape::Metalog {
                    median: p50,
                    spread: (p90 - p10) / (2.0 * ln_9),
                    lean: (p10 + p90 - 2.0 * p50) / (0.8 * ln_9),
                }
            }
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
            Shape::Uniform { .. } | Shape::Triangular { .. } | Shape::Metalog { .. } => {
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
            Shape::Pert { low, range, shape } => {
                let mut values = *z;
                shape.standard().look_up(&mut values);
                values * *range + *low
            }
            Shape::Normal { mean, deviation } => *z * *deviation + *mean,
            Shape::Lognormal { mean_of_log, deviation_of_log } => {
                math::exp_lanes(&(*z * *deviation_of_log + *mean_of_log))
            }
            // Both tails of z, since 1 - u has no digits left where u is near 1.
            Shape::Metalog { median, spread, lean } => {
                z.map(|z| metalog_quantile(*median, *spread, *lean, (math::normal_cdf(z), math::normal_cdf(-z))))
            }
        };
        self.within_limits(values)
    }

    fn at_uniforms(&self, u: &Lanes) -> Lanes {
        let values = match self.shape {
            Shape::Uniform { low, width } => *u * width + low,
            Shape::Triangular { low, mode, high } => u.map(|u| triangular_quantile(low, mode, high, u)),
            Shape::Metalog { median, spread, lean } => u.map(|u| metalog_quantile(median, spread, lean, (u, 1.0 - u))),
            _ => return self.at_deviates(&math::normal_quantile_lanes(u)),
        };
        self.within_limits(values)
    }

    fn within_limits(&self, values: Lanes) -> Lanes {
        let (least, greatest) = self.limits;
        values.map(|value| lesser(greater(value, least), greatest))
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

/// The metalog of three terms at the probability `below` and its complement `above`.
fn metalog_quantile(median: f64, spread: f64, lean: f64, (below, above): (f64, f64)) -> f64 {
    median + (spread + lean * (below - 0.5)) * math::ln(below / above)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Ends;

    const ANY: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

    fn sampler(quantity: Uncertain) -> Sampler {
        Sampler::new(&quantity, ANY)
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
    fn three_percentiles_are_met() {
        for (p10, p50, p90) in [(5.0, 7.0, 12.0), (-3.0, 0.0, 3.0), (0.0, 1.0 / 6.0, 1.0), (0.0, 5.0 / 6.0, 1.0)] {
            let sampler = sampler(Uncertain::Quantiles { p10, p50, p90 });
            for (p, value) in [(0.1, p10), (0.5, p50), (0.9, p90)] {
                assert!((quantile(&sampler, p) - value).abs() < 1e-12 * (p90 - p10), "{p10} {p50} {p90} at {p}");
            }
            // Never backwards, out to the last draw there is, and by deviates as by uniforms.
            let mut last = f64::NEG_INFINITY;
            for step in -320..=320 {
                let z = f64::from(step) / 40.0;
                let value = sampler.at_deviates(&Lanes::splat(z)).0[0];
                assert!(value >= last && value.is_finite(), "{p10} {p50} {p90} at {z}");
                last = value;
                let by_uniform = quantile(&sampler, math::normal_cdf(z));
                assert!(z.abs() > 5.0 || (value - by_uniform).abs() < 1e-8, "{value} {by_uniform}");
            }
        }
    }

    #[test]
    fn draws_outside_the_limits_are_set_to_them() {
        let quantity = Uncertain::Normal { low: 0.1, high: 0.9, ends: Ends::P10P90 };
        let sampler = Sampler::new(&quantity, (0.0, 1.0));
        assert_eq!(quantile(&sampler, 1e-9), 0.0);
        assert_eq!(quantile(&sampler, 1.0 - 1e-9), 1.0);
    }

    #[test]
    fn equal_ends_are_one_value() {
        let quantity = Uncertain::Pert { low: 3.0, likely: 3.0, high: 3.0, ends: Ends::P5P95 };
        assert_eq!(sampler(quantity).certain(), Some(3.0));
    }
}
