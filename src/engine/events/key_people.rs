//! Loss of key people: a team without its lead or its process owner does less until a successor has taken over.

use super::View;
use super::clock::Clock;
use super::hits::Hit;
use super::severity::Severity;
use super::streams::PlaceStreams;
use crate::engine::lanes::Lanes;
use crate::engine::world::{FunctionWorld, World};
use crate::model::Assumption;

/// A function has at most so many teams here: above it teams grow, so that the mean stays and the number of events is bounded.
pub const MOST_TEAMS: f64 = 8.0;

/// Loss of key people at home, where the team's work is what it costs at home.
pub fn at_home(view: &View) -> Vec<Hit> {
    let hazard = *view.world.home(Assumption::KeyPeopleHazard);
    hits(view, &view.plan.event_streams.home, hazard, |function, month, lane| {
        view.yearly_home_cost(function, month, lane)
    })
}

/// Loss of key people of the vendor, where the team's work is what the vendor bills for it.
pub fn at_site(view: &View, site: usize) -> Vec<Hit> {
    let hazard = *view.world.sites[site].get(Assumption::VendorKeyPeopleHazard);
    hits(view, &view.plan.event_streams.sites[site], hazard, |function, month, lane| {
        view.yearly_fees(function, site, month, lane)
    })
}

/// Teams of a function.
///
/// # Formula
/// heads / span of control, at least 1, at most 8
fn teams(world: &World, function: &FunctionWorld) -> Lanes {
    let led = function.headcount / *world.home(Assumption::SpanOfControl);
    led.max(Lanes::splat(1.0)).min(Lanes::splat(MOST_TEAMS))
}

/// # Formula
/// hazard a year = `hazard` x teams; each costs `key_people_share` x months / 12 x yearly cost of the work / teams
fn hits(view: &View, streams: &PlaceStreams, hazard: Lanes, yearly: impl Fn(usize, usize, usize) -> f64) -> Vec<Hit> {
    let first_trial = view.world.first_trial;
    let share = view.world.home(Assumption::KeyPeopleShare);
    let mut hits = Vec::new();
    for (function, draws) in view.world.functions.iter().enumerate() {
        let teams = teams(view.world, draws);
        let streams = &streams.key_people[function];
        let mut months = Severity::new(view.plan, Assumption::KeyPeopleMonths, streams.months, first_trial);
        let clock = Clock::new(streams.clock, first_trial);
        for strike in clock.steady_strikes(view.plan.horizon_months, &(hazard * teams / 12.0)) {
            let (lane, month) = (strike.lane, strike.month);
            let lost = share.0[lane] * months.of(strike.number, lane) / 12.0 / teams.0[lane];
            let cost = lost * yearly(function, month, lane);
            hits.push(Hit { event: hits.len(), lane, month, function, cost });
        }
    }
    hits
}
