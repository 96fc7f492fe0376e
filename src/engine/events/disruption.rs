//! Disruptions: an outage, a disaster, unrest stops the work at one place for some days.
//!
//! The clock is the place's, whoever works there: exposure is in what a disruption costs, not in how often it strikes.

use super::View;
use super::clock::Clock;
use super::hits::{Hit, Hits};
use super::severity::Severity;
use super::streams::PlaceStreams;
use crate::engine::lanes::Lanes;
use crate::engine::math;
use crate::model::Assumption;

/// Disruptions at home.
pub fn at_home(view: &View) -> Hits {
    let monthly = *view.world.home(Assumption::DisruptionHazard) / 12.0;
    let clock = Clock::new(view.plan.event_streams.home.disruption_clock, view.world.first_trial);
    let total = monthly * view.plan.horizon_months as f64;
    let functions: Vec<usize> = (0..view.homes.len()).collect();
    hits(view, &view.plan.event_streams.home, &functions, &clock, &total, (|_, lane| monthly.0[lane], |_, _| true))
}

/// Disruptions at a site while a vendor works there. When its vendor fails, the hazard of that month rises by what gives the stated chance of a standstill.
///
/// # Formula
/// hazard of month m = yearly hazard / 12, and -ln(1 - `insolvency_disruption`) more in the month of an insolvency
pub fn at_site(view: &View, site: usize) -> Hits {
    let streams = &view.plan.event_streams.sites[site];
    let monthly = *view.world.sites[site].get(Assumption::DestinationDisruptionHazard) / 12.0;
    let standstill = |lane: usize| -math::ln(1.0 - view.world.home_of(Assumption::InsolvencyDisruption, lane));
    let courses = &view.timelines[site].courses;
    let mut total = monthly * view.plan.horizon_months as f64;
    for (lane, course) in courses.iter().enumerate() {
        total.0[lane] += course.insolvencies().map(|_| standstill(lane)).sum::<f64>();
    }
    let hazard = |month: usize, lane: usize| {
        let fails = courses[lane].insolvencies().any(|failure| failure == month);
        monthly.0[lane] + if fails { standstill(lane) } else { 0.0 }
    };
    let functions: Vec<usize> = view.functions_at(site).into_iter().map(|(function, _)| function).collect();
    let clock = Clock::new(streams.disruption_clock, view.world.first_trial);
    let works = |month, lane| view.works(site, month, lane);
    hits(view, streams, &functions, &clock, &total, (hazard, works))
}

/// What strikes `functions` where anybody `works` whom it can strike.
///
/// # Formula
/// days / 365 x reach x loss x yearly cost of the work at home, at the level, wages and prices of the month
fn hits(
    view: &View,
    streams: &PlaceStreams,
    functions: &[usize],
    clock: &Clock,
    total: &Lanes,
    (monthly, works): (impl Fn(usize, usize) -> f64, impl Fn(usize, usize) -> bool),
) -> Hits {
    let first_trial = view.world.first_trial;
    let severity = |assumption, stream| Severity::new(view.plan, assumption, stream, first_trial);
    let mut days = severity(Assumption::DisruptionDays, streams.disruption_days);
    let mut reach = severity(Assumption::DisruptionReach, streams.disruption_reach);
    let mut hits = Hits::none(view.plan.functions.len());
    for strike in clock.strikes(view.plan.horizon_months, total, monthly) {
        let (lane, month) = (strike.lane, strike.month);
        if !works(month, lane) {
            continue;
        }
        let lost = days.of(strike.number, lane) / 365.0
            * reach.of(strike.number, lane)
            * view.world.home_of(Assumption::DisruptionLoss, lane);
        for &function in functions {
            let cost = lost * view.yearly_home_cost(function, month, lane);
            hits.on[function].push(Hit { event: hits.events, lane, month, cost });
        }
        hits.events += 1;
    }
    hits
}
