//! Loss of key people: a team without its lead or its process owner does less until a successor has taken over.

use super::View;
use super::clock::Clock;
use super::hits::{Hit, Hits};
use super::severity::Severity;
use super::streams::PlaceStreams;
use crate::engine::lanes::Lanes;
use crate::engine::world::{FunctionWorld, World};
use crate::model::Assumption;

/// A function has at most so many teams here: above it teams grow, so that the mean stays and the number of events is bounded.
pub const MOST_TEAMS: f64 = 8.0;

/// Loss of key people at home, where the team's work is what it costs at home.
pub fn at_home(view: &View) -> Hits {
    let hazard = *view.world.home(Assumption::KeyPeopleHazard);
    let functions = (0..view.homes.len()).map(|function| (function, function));
    hits(view, &view.plan.event_streams.home, hazard, functions, |function, month, lane| {
        Some(view.yearly_home_cost(function, month, lane))
    })
}

/// Loss of key people of the vendor while it works, which bills more hours to make up for it.
pub fn at_site(view: &View, site: usize) -> Hits {
    let hazard = *view.world.sites[site].get(Assumption::VendorKeyPeopleHazard);
    hits(
        view,
        &view.plan.event_streams.sites[site],
        hazard,
        view.functions_at(site).into_iter(),
        |flow, month, lane| view.works(site, month, lane).then(|| view.yearly_hours(flow, month, lane)),
    )
}

/// Teams of a function.
///
/// # Formula
/// heads / span of control, at least 1, at most 8
fn teams(world: &World, function: &FunctionWorld) -> Lanes {
    let led = function.headcount / *world.home(Assumption::SpanOfControl);
    led.max(Lanes::splat(1.0)).min(Lanes::splat(MOST_TEAMS))
}

/// `functions` are given each with what `yearly` asks for its cost by; `None` where nobody works.
///
/// # Formula
/// hazard a year = `hazard` x teams; each costs `key_people_share` x months / 12 x yearly cost of the work / teams
fn hits(
    view: &View,
    streams: &PlaceStreams,
    hazard: Lanes,
    functions: impl Iterator<Item = (usize, usize)>,
    yearly: impl Fn(usize, usize, usize) -> Option<f64>,
) -> Hits {
    let first_trial = view.world.first_trial;
    let share = view.world.home(Assumption::KeyPeopleShare);
    let mut hits = Hits::none(view.plan.functions.len());
    for (function, priced_by) in functions {
        let teams = teams(view.world, &view.world.functions[function]);
        let streams = &streams.key_people[function];
        let mut months = Severity::new(view.plan, Assumption::KeyPeopleMonths, streams.months, first_trial);
        let clock = Clock::new(streams.clock, first_trial);
        for strike in clock.steady_strikes(view.plan.horizon_months, &(hazard * teams / 12.0)) {
            let (lane, month) = (strike.lane, strike.month);
            let Some(yearly) = yearly(priced_by, month, lane) else { continue };
            let lost = share.0[lane] * months.of(strike.number, lane) / 12.0 / teams.0[lane];
            hits.on[function].push(Hit { event: hits.events, lane, month, cost: lost * yearly });
            hits.events += 1;
        }
    }
    hits
}
