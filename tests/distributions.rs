//! Every distribution against an independent implementation: moments and Kolmogorov-Smirnov over many draws.
//!
//! Seeds are fixed, so a failure is never chance: with these draws the statistics are what they are.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use rand_distr::Distribution as _;
use shorecast::engine::draws::Stream;
use shorecast::engine::lanes::LANES;
use shorecast::engine::plan::BLOCK_TRIALS;
use shorecast::engine::sampler::Sampler;
use shorecast::model::{Ends, Uncertain};
use statrs::distribution::{Beta, ContinuousCDF, LogNormal, Normal, Triangular, Uniform};

const DRAWS: u32 = 200_000;
/// Critical value of the Kolmogorov-Smirnov statistic at a level of 0.001, times the root of the count.
const CRITICAL: f64 = 1.95;
/// Probability in one tail of the normal at its 90th percentile.
const DEVIATE_90: f64 = 1.281_551_565_544_600_4;

fn draws(quantity: Uncertain, id: &str) -> Vec<f64> {
    let sampler = Sampler::new(&quantity, (f64::NEG_INFINITY, f64::INFINITY));
    let stream = Stream::new(20, id);
    let blocks = DRAWS.div_ceil(BLOCK_TRIALS);
    (0..blocks).flat_map(|block| sampler.draw(stream, block * BLOCK_TRIALS, 0).0).collect()
}

fn kolmogorov_smirnov(mut values: Vec<f64>, cdf: impl Fn(f64) -> f64) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let count = values.len() as f64;
    let distance = values.iter().enumerate().map(|(rank, value)| {
        let probability = cdf(*value);
        (probability - rank as f64 / count).abs().max(((rank + 1) as f64 / count - probability).abs())
    });
    distance.fold(0.0, f64::max) * count.sqrt()
}

fn moments(values: &[f64]) -> (f64, f64) {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (mean, (squares / values.len() as f64).sqrt())
}

fn assert_follows(quantity: Uncertain, mean: f64, deviation: f64, cdf: impl Fn(f64) -> f64) {
    let values = draws(quantity, &format!("{quantity:?}"));
    let (sample_mean, sample_deviation) = moments(&values);
    let error = deviation / f64::from(DRAWS).sqrt();
    assert!((sample_mean - mean).abs() < 4.0 * error, "{quantity:?}: mean {sample_mean}, not {mean}");
    assert!((sample_deviation / deviation - 1.0).abs() < 0.015, "{quantity:?}: {sample_deviation}, not {deviation}");
    let statistic = kolmogorov_smirnov(values, cdf);
    assert!(statistic < CRITICAL, "{quantity:?}: {statistic}");
}

/// PERT with these bounds, by statrs' beta distribution.
fn assert_pert(low: f64, likely: f64, high: f64) {
    let width = high - low;
    let (a, b) = (1.0 + 4.0 * (likely - low) / width, 1.0 + 4.0 * (high - likely) / width);
    let beta = Beta::new(a, b).unwrap();
    let mean = (low + 4.0 * likely + high) / 6.0;
    let deviation = ((mean - low) * (high - mean) / 7.0).sqrt();
    assert_follows(Uncertain::Pert { low, likely, high, ends: Ends::Bounds }, mean, deviation, |value| {
        beta.cdf(((value - low) / width).clamp(0.0, 1.0))
    });
}

#[test]
fn pert_between_bounds() {
    assert_pert(0.0, 0.05, 0.15);
    assert_pert(0.0, 0.0, 1.0);
    assert_pert(1.0, 1.10, 1.25);
    assert_pert(40_000.0, 55_000.0, 65_000.0);
    assert_pert(3.0, 9.0, 9.0);
}

/// The bounds A and B with probability `tail` outside either end, by bisection of the one inside that of the other.
fn bounds(ends: (f64, f64), tail: f64, cdf: impl Fn(f64, f64, f64) -> f64) -> (f64, f64) {
    let (low, high) = ends;
    let bisect = |mut near: f64, mut far: f64, is_far_enough: &dyn Fn(f64) -> bool| {
        for _ in 0..80 {
            let middle = 0.5 * (near + far);
            if is_far_enough(middle) {
                far = middle;
            } else {
                near = middle;
            }
        }
        far
    };
    let reach = 4.0 * (high - low);
    let upper_of = |lower: f64| bisect(high, high + reach, &|upper| 1.0 - cdf(lower, upper, high) >= tail);
    let lower = bisect(low, low - reach, &|lower| cdf(lower, upper_of(lower), low) >= tail);
    (lower, upper_of(lower))
}

#[test]
fn pert_between_percentiles() {
    for ((low, likely, high), ends) in [
        ((0.17, 0.25, 0.45), Ends::P10P90),
        ((1_456.0, 1_560.0, 1_800.0), Ends::P5P95),
        ((0.0, 0.0, 1.0), Ends::P5P95),
        ((26.0, 42.0, 60.0), Ends::P10P90),
    ] {
        let shape = |a: f64, b: f64| {
            let width = b - a;
            Beta::new(1.0 + 4.0 * (likely - a) / width, 1.0 + 4.0 * (b - likely) / width).unwrap()
        };
        let cdf = |a: f64, b: f64, x: f64| shape(a, b).cdf(((x - a) / (b - a)).clamp(0.0, 1.0));
        let (a, b) = bounds((low, high), ends.tail(), cdf);
        let mean = (a + 4.0 * likely + b) / 6.0;
        let deviation = ((mean - a) * (b - mean) / 7.0).sqrt();
        assert_follows(Uncertain::Pert { low, likely, high, ends }, mean, deviation, |value| cdf(a, b, value));
    }
}

#[test]
fn triangular_between_percentiles() {
    let (low, likely, high) = (10.0, 12.0, 20.0);
    for ends in [Ends::P5P95, Ends::P10P90] {
        let cdf = |a: f64, b: f64, x: f64| Triangular::new(a, b, likely).unwrap().cdf(x);
        let (a, b) = bounds((low, high), ends.tail(), cdf);
        let mean = (a + likely + b) / 3.0;
        let variance = (a * a + likely * likely + b * b - a * likely - a * b - likely * b) / 18.0;
        assert_follows(Uncertain::Triangular { low, likely, high, ends }, mean, variance.sqrt(), |value| {
            cdf(a, b, value)
        });
    }
}

#[test]
fn normal_and_lognormal_between_twentieths() {
    let deviate_95 = Normal::new(0.0, 1.0).unwrap().inverse_cdf(0.95);
    let deviation = 8.0 / (2.0 * deviate_95);
    let reference = Normal::new(6.0, deviation).unwrap();
    let quantity = Uncertain::Normal { low: 2.0, high: 10.0, ends: Ends::P5P95 };
    assert_follows(quantity, 6.0, deviation, |value| reference.cdf(value));
    let (centre, spread) = (0.5 * 20.0_f64.ln(), 5.0_f64.ln() / (2.0 * deviate_95));
    let reference = LogNormal::new(centre, spread).unwrap();
    let mean = (centre + spread * spread / 2.0).exp();
    let quantity = Uncertain::Lognormal { low: 2.0, high: 10.0, ends: Ends::P5P95 };
    assert_follows(quantity, mean, mean * ((spread * spread).exp() - 1.0).sqrt(), |value| reference.cdf(value));
}

/// Three percentiles against the metalog as Keelin (Decision Analysis 13, 2016) writes it: coefficients of the symmetric
/// triplet, moments in closed form, and the distribution function by bisection of the quantile function.
#[test]
fn three_percentiles() {
    for (p10, p50, p90) in [(5.0, 7.0, 12.0), (-4.0, 1.0, 6.0), (0.0, 0.8, 1.0)] {
        let position = (p50 - p10) / (p90 - p10);
        let odds = 9.0_f64.ln();
        let (a1, a2) = (p50, 0.5 * (p90 - p10) / odds);
        let a3 = (1.0 - 2.0 * position) * (p90 - p10) / ((1.0 - 2.0 * 0.1) * odds);
        let quantile = |y: f64| a1 + a2 * (y / (1.0 - y)).ln() + a3 * (y - 0.5) * (y / (1.0 - y)).ln();
        let cdf = |value: f64| {
            let (mut low, mut high) = (1e-15, 1.0 - 1e-15);
            for _ in 0..60 {
                let middle = 0.5 * (low + high);
                if quantile(middle) < value {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            low
        };
        let squared = std::f64::consts::PI.powi(2);
        let mean = a1 + a3 / 2.0;
        let deviation = (squared * a2 * a2 / 3.0 + a3 * a3 * (1.0 / 12.0 + squared / 36.0)).sqrt();
        assert_follows(Uncertain::Quantiles { p10, p50, p90 }, mean, deviation, cdf);
    }
}

#[test]
fn uniform() {
    let reference = Uniform::new(2.0, 7.0).unwrap();
    let quantity = Uncertain::Uniform { low: 2.0, high: 7.0, ends: Ends::Bounds };
    assert_follows(quantity, 4.5, 5.0 / 12.0_f64.sqrt(), |value| reference.cdf(value));
    // Between percentiles the same five units are four fifths of the width.
    let wide = Uniform::new(2.0 - 0.625, 7.0 + 0.625).unwrap();
    let quantity = Uncertain::Uniform { low: 2.0, high: 7.0, ends: Ends::P10P90 };
    assert_follows(quantity, 4.5, 6.25 / 12.0_f64.sqrt(), |value| wide.cdf(value));
}

#[test]
fn triangular() {
    let (low, likely, high) = (10.0, 12.0, 20.0);
    let reference = Triangular::new(low, high, likely).unwrap();
    let mean = (low + likely + high) / 3.0;
    let variance = (low * low + likely * likely + high * high - low * likely - low * high - likely * high) / 18.0;
    let quantity = Uncertain::Triangular { low, likely, high, ends: Ends::Bounds };
    assert_follows(quantity, mean, variance.sqrt(), |value| reference.cdf(value));
}

#[test]
fn normal() {
    let deviation = 8.0 / (2.0 * DEVIATE_90);
    let reference = Normal::new(6.0, deviation).unwrap();
    let quantity = Uncertain::Normal { low: 2.0, high: 10.0, ends: Ends::P10P90 };
    assert_follows(quantity, 6.0, deviation, |value| reference.cdf(value));
}

#[test]
fn lognormal() {
    let deviation = (10.0_f64.ln() - 2.0_f64.ln()) / (2.0 * DEVIATE_90);
    let centre = 0.5 * (10.0_f64.ln() + 2.0_f64.ln());
    let reference = LogNormal::new(centre, deviation).unwrap();
    let variance = deviation * deviation;
    let mean = (centre + variance / 2.0).exp();
    let quantity = Uncertain::Lognormal { low: 2.0, high: 10.0, ends: Ends::P10P90 };
    assert_follows(quantity, mean, mean * (variance.exp() - 1.0).sqrt(), |value| reference.cdf(value));
}

/// The generator serves `rand_distr` as any other: its PERT over our bits follows ours.
#[test]
fn our_generator_drives_rand_distr() {
    let pert = rand_distr::Pert::new(10.0, 18.0).with_mode(14.0).unwrap();
    let mut generator = Stream::new(3, "reference").generator(0);
    let values: Vec<f64> = (0..DRAWS).map(|_| pert.sample(&mut generator)).collect();
    let beta = Beta::new(3.0, 3.0).unwrap();
    assert!(kolmogorov_smirnov(values, |value| beta.cdf((value - 10.0) / 8.0)) < CRITICAL);
}

/// Slots, trials and quantities are independent of each other.
#[test]
fn draws_are_uncorrelated() {
    let series = |id: &str, slot: u32| -> Vec<f64> {
        let stream = Stream::new(5, id);
        (0..DRAWS).map(|trial| stream.uniform(trial, slot) - 0.5).collect()
    };
    let correlation = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>() * 12.0 / f64::from(DRAWS);
    let limit = 4.0 / f64::from(DRAWS).sqrt();
    let base = series("offshore/currency", 0);
    for other in [series("offshore/currency", 1), series("nearshore/currency", 0), series("offshore/currency", 12)] {
        assert!(correlation(&base, &other).abs() < limit);
    }
    assert!(correlation(&base[1..], &base[..base.len() - 1]).abs() < limit);
}

#[test]
fn lanes_hold_whole_blocks() {
    assert_eq!(LANES, BLOCK_TRIALS as usize);
}
