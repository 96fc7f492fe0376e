//! Years in which far more people leave than usual, each place by its own clock.
//!
//! At home more people are hired and trained; a vendor hires at its own cost, and its new people bill more hours while they learn.

use super::View;
use super::clock::Clock;
use super::hits::Hit;
use super::severity::Severity;
use super::streams::PlaceStreams;
use crate::engine::costs::HomeCost;
use crate::model::Assumption;

/// How long a spike lasts.
pub const SPIKE_MONTHS: usize = 12;

/// Spikes at home.
///
/// # Formula
/// (factor - 1) x recruiting and training of a month, at its wages and prices
pub fn at_home(view: &View) -> Vec<Hit> {
    hits(view, &view.plan.event_streams.home, |function, month, lane| {
        let [with_wages, with_prices] = HomeCost::RECRUITING.map(|line| view.homes[function].lines[line].0[lane]);
        (with_wages * view.wage_index(month, lane) + with_prices * view.price_index(month, lane)) / 12.0
    })
}

/// Spikes where a vendor is. Its people leave as those at home do.
///
/// # Formula
/// (factor - 1) x attrition x learning loss / 12 x the vendor's bill of a month
pub fn at_site(view: &View, site: usize) -> Vec<Hit> {
    hits(view, &view.plan.event_streams.sites[site], |function, month, lane| {
        let lost = view.world.functions[function].attrition.0[lane]
            * view.world.home_of(Assumption::LearningLoss, lane)
            / 12.0;
        lost * view.yearly_fees(function, site, month, lane) / 12.0
    })
}

/// The twelve months of each spike. `monthly` is what a month of usual attrition costs.
fn hits(view: &View, streams: &PlaceStreams, monthly: impl Fn(usize, usize, usize) -> f64) -> Vec<Hit> {
    let first_trial = view.world.first_trial;
    let hazard = *view.world.home(Assumption::AttritionSpikeHazard) / 12.0;
    let mut factors = Severity::new(view.plan, Assumption::AttritionSpikeFactor, streams.spike_factor, first_trial);
    let mut hits = Vec::new();
    let clock = Clock::new(streams.spike_clock, first_trial);
    let months = view.plan.horizon_months;
    for (event, strike) in clock.steady_strikes(months, &hazard).iter().enumerate() {
        let (lane, begins) = (strike.lane, strike.month);
        let more = factors.of(strike.number, lane) - 1.0;
        for month in begins..months.min(begins + SPIKE_MONTHS) {
            for function in 0..view.homes.len() {
                let cost = more * monthly(function, month, lane);
                hits.push(Hit { event, lane, month, function, cost });
            }
        }
    }
    hits
}
