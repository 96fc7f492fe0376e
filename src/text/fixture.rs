//! Hand-made summaries for tests: shapes of costs and savings as simulations produce them, without simulating.

use crate::engine::summary::{BreakEven, Distribution, Histogram, PERCENTILES, Saving, StrategySummary, Summary};
use crate::model::Currency;
use std::collections::BTreeMap;

/// Bins of a histogram.
const BINS: usize = 120;

/// A bell with a mean, a spread on the left and one on the right, as 10,240 futures would show it, on shared bins.
pub fn bell(centre: f64, left: f64, right: f64, (low, high): (f64, f64)) -> Distribution {
    let step = (high - low) / BINS as f64;
    let density = |amount: f64| {
        let spread = if amount < centre { left } else { right };
        (-0.5 * ((amount - centre) / spread).powi(2)).exp()
    };
    let weights: Vec<f64> = (0..BINS).map(|bin| density(low + (bin as f64 + 0.5) * step)).collect();
    let total: f64 = weights.iter().sum();
    let counts: Vec<u32> = weights
        .iter()
        .enumerate()
        .map(|(bin, weight)| {
            let noise = 1.0 + 0.06 * ((bin * 7919 % 13) as f64 / 6.0 - 1.0);
            whole(weight / total * 10_240.0 * noise)
        })
        .collect();
    let mut percentiles = BTreeMap::new();
    for percent in PERCENTILES {
        let mut below = 0.0;
        let bin = weights.iter().position(|weight| {
            below += weight / total;
            below >= f64::from(percent) / 100.0
        });
        percentiles.insert(percent, low + (bin.unwrap_or(BINS - 1) as f64 + 0.5) * step);
    }
    let mean = weights.iter().enumerate().map(|(bin, w)| w / total * (low + (bin as f64 + 0.5) * step)).sum();
    let standard_deviation = f64::midpoint(left, right);
    Distribution {
        mean,
        mean_standard_error: standard_deviation / 10_240_f64.sqrt(),
        standard_deviation,
        conditional_value_at_risk: percentiles[&5] - 0.4 * left,
        percentiles,
        histogram: Histogram { low, high, trials: counts.iter().sum(), counts },
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts are positive and below 2^32")]
fn whole(count: f64) -> u32 {
    count as u32
}

/// A saving with a bell's spread.
pub fn saving(spread: Distribution, chance_positive: f64) -> Saving {
    Saving {
        nominal: spread.clone(),
        present_value: spread,
        chance_positive,
        chance_positive_error: (chance_positive * (1.0 - chance_positive) / 10_240.0).sqrt(),
        break_even: BreakEven { percentiles: BTreeMap::new(), chance_never: 1.0 - chance_positive },
    }
}

/// A strategy with its cost, and with its saving unless it is in-house.
pub fn strategy(id: &str, cost: Distribution, saving: Option<Saving>) -> StrategySummary {
    StrategySummary {
        strategy: id.to_owned(),
        name: None,
        cost_nominal: cost.clone(),
        cost_present_value: cost,
        saving,
        chance_cheapest: 0.1,
        lines_nominal: BTreeMap::new(),
        lines_present_value: BTreeMap::new(),
        events: BTreeMap::new(),
    }
}

/// A comparison of 10,240 futures over five years.
pub fn summary(strategies: Vec<StrategySummary>) -> Summary {
    Summary {
        format: 1,
        scenario: "Test".to_owned(),
        currency: Currency::default(),
        trials: 10_240,
        planned_trials: 10_240,
        seed: 1,
        horizon_months: 60,
        strategies,
        left_out: Vec::new(),
        correlation_repair: None,
    }
}

/// In-house and `count` of the nine standard ways, in millions.
pub fn comparison(count: usize) -> Summary {
    const MILLION: f64 = 1e6;
    let bins = (2.0 * MILLION, 14.0 * MILLION);
    let ways = [
        ("complete_onshore", 10.4, 1.2, 1.9),
        ("complete_nearshore", 6.1, 0.8, 1.2),
        ("complete_offshore", 4.9, 0.7, 1.6),
        ("hybrid_onshore", 9.3, 0.7, 1.0),
        ("hybrid_nearshore", 7.6, 0.5, 0.7),
        ("hybrid_offshore", 7.0, 0.5, 0.9),
        ("function_specific_onshore", 9.8, 0.9, 1.2),
        ("function_specific_nearshore", 7.1, 0.6, 0.9),
        ("function_specific_offshore", 6.3, 0.6, 1.1),
    ];
    let home = bell(8.2 * MILLION, 0.35 * MILLION, 0.5 * MILLION, bins);
    let mut strategies = vec![strategy("in_house", home, None)];
    for (id, centre, left, right) in ways.into_iter().rev().take(count) {
        let cost = bell(centre * MILLION, left * MILLION, right * MILLION, bins);
        let spread = bell((8.2 - centre) * MILLION, right * MILLION, left * MILLION, (-6.0 * MILLION, 6.0 * MILLION));
        let below: f64 = spread.histogram.counts[..60].iter().copied().map(f64::from).sum();
        let chance = 1.0 - below / f64::from(spread.histogram.trials);
        strategies.push(strategy(id, cost, Some(saving(spread, chance))));
    }
    summary(strategies)
}
