//! Years in which far more people leave than usual, each place by its own clock.
//!
//! At home more people are hired and trained; a vendor hires at its own cost, and its new people bill more hours while they learn.

use super::View;
use super::clock::Clock;
use super::hits::{Hit, Hits};
use super::severity::Severity;
use super::streams::PlaceStreams;
use crate::engine::costs::HomeCost;
use crate::model::Assumption;

/// How long a spike lasts.
pub const SPIKE_MONTHS: usize = 12;

/// Spikes at home.
///
/// # Formula
/// (factor - 1) x attrition / 12 x level x (learning of a whole team x W + hiring of a whole team x P)
pub fn at_home(view: &View) -> Hits {
    let functions: Vec<(usize, usize)> = (0..view.homes.len()).map(|function| (function, function)).collect();
    hits(view, &view.plan.event_streams.home, &functions, |function, month, lane| {
        let [with_wages, with_prices] = HomeCost::REPLACING.map(|line| view.homes[function].lines[line].0[lane]);
        let whole_team = with_wages * view.wage_index(month, lane) + with_prices * view.price_index(month, lane);
        Some(view.world.functions[function].attrition.0[lane] / 12.0 * view.level(function, month, lane) * whole_team)
    })
}

/// Spikes where a vendor works.
///
/// # Formula
/// (factor - 1) x the vendor's attrition x learning loss / 12 x its bill of a month
pub fn at_site(view: &View, site: usize) -> Hits {
    let functions: Vec<(usize, usize)> = view.functions_at(site);
    let learning = view.world.home(Assumption::LearningLoss);
    let attrition = view.world.sites[site].get(Assumption::VendorAttrition);
    hits(view, &view.plan.event_streams.sites[site], &functions, |flow, month, lane| {
        let monthly = || attrition.0[lane] * learning.0[lane] / 12.0 * view.yearly_hours(flow, month, lane) / 12.0;
        view.works(site, month, lane).then(monthly)
    })
}

/// The twelve months of each spike. `monthly` is what a month of usual attrition costs; `functions` are given each with what it
/// asks for it by; `None` where nobody works.
fn hits(
    view: &View,
    streams: &PlaceStreams,
    functions: &[(usize, usize)],
    monthly: impl Fn(usize, usize, usize) -> Option<f64>,
) -> Hits {
    let first_trial = view.world.first_trial;
    let hazard = *view.world.home(Assumption::AttritionSpikeHazard) / 12.0;
    let mut factors = Severity::new(view.plan, Assumption::AttritionSpikeFactor, streams.spike_factor, first_trial);
    let mut hits = Hits::none(view.plan.functions.len());
    let clock = Clock::new(streams.spike_clock, first_trial);
    let months = view.plan.horizon_months;
    let strikes = clock.steady_strikes(months, &hazard);
    for &(function, priced_by) in functions {
        for (event, strike) in strikes.iter().enumerate() {
            let (lane, begins) = (strike.lane, strike.month);
            let more = factors.of(strike.number, lane) - 1.0;
            for month in begins..months.min(begins + SPIKE_MONTHS) {
                if let Some(monthly) = monthly(priced_by, month, lane) {
                    hits.on[function].push(Hit { event, lane, month, cost: more * monthly });
                }
            }
        }
    }
    hits.events = strikes.len();
    hits
}
