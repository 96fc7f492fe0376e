//! Which coordinate of the points belongs to what is drawn.
//!
//! Sobol points are the more even the lower the coordinate, so what tends to matter most comes first. The order is fixed by
//! the list below and never by a run, so a quantity keeps its coordinate whatever else a scenario holds. The sites have coordinates
//! of their own, and so has the first successor of each vendor: half of all contracts end before five years are over. The functions
//! share theirs, each with its own order of the points, since their number is the user's affair.

use super::nets::{Coordinate, DIMENSIONS};
use super::rng::stable_id;
use crate::model::assumption::Level;
use crate::model::{Assumption, Site};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a coordinate is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Of<'a> {
    /// The firm, or all vendors: the whole id.
    Firm(&'a str),
    /// A site: the part of the id behind the site's. Three coordinates.
    Site(&'a str),
    /// The successor of a site's vendor, as for a site.
    Successor(&'a str),
    /// A function, perhaps at a site: the part of the id behind theirs.
    Function(&'a str),
}

/// The order: what moves savings most in the presets comes first. What the list does not name comes behind it in the order of the
/// catalogue.
const PRIORITY: [Of<'static>; 71] = [
    Of::Site("early_end/clock"),
    Of::Firm("vendors/quality"),
    Of::Site("quality"),
    Of::Site("hourly_rate"),
    Of::Function("volume_growth"),
    Of::Site("early_end/brought_home"),
    Of::Function("swings/direction"),
    Of::Firm("home/market/direction"),
    Of::Site("currency/direction"),
    Of::Site("rework"),
    Of::Site("scope_changes"),
    Of::Site("early_end/ended_by_buyer"),
    Of::Site("transition_overrun/chance"),
    Of::Site("overrun_size"),
    Of::Site("ramp_loss"),
    Of::Successor("early_end/clock"),
    Of::Successor("quality"),
    Of::Successor("hourly_rate"),
    Of::Successor("rework"),
    Of::Successor("early_end/brought_home"),
    Of::Successor("ramp_loss"),
    Of::Successor("early_end/ended_by_buyer"),
    Of::Successor("transition_overrun/chance"),
    Of::Successor("overrun_size"),
    Of::Site("governance_share"),
    Of::Firm("home/automation_shock/clock"),
    Of::Function("headcount"),
    Of::Function("wage"),
    Of::Function("contacts_per_month"),
    Of::Firm("home/wage_growth"),
    Of::Firm("home/wages/direction"),
    Of::Site("go_live_months"),
    Of::Firm("home/productive_hours"),
    Of::Function("movable_share"),
    Of::Firm("home/workspace"),
    Of::Function("automation_potential"),
    Of::Function("attrition"),
    Of::Firm("home/demand_shock/clock"),
    Of::Firm("home/data_breach/clock"),
    Of::Firm("home/data_breach/severity"),
    Of::Firm("home/benefits_load"),
    Of::Site("early_end/insolvency"),
    Of::Site("destination_wage_growth"),
    Of::Site("early_end_hazard"),
    Of::Firm("home/demand_shock_size"),
    Of::Firm("home/automation_shock_size"),
    Of::Firm("home/brought_home"),
    Of::Firm("home/overrun_chance"),
    Of::Firm("home/price_inflation"),
    Of::Site("termination_fee_months"),
    Of::Site("escalator"),
    Of::Function("handle_seconds"),
    Of::Function("known_cost"),
    Of::Function("avoidable_share"),
    Of::Function("margin_at_risk"),
    Of::Function("transactions_per_year"),
    Of::Function("volume_volatility"),
    Of::Function("outside_hours"),
    Of::Function("seasonal_peak"),
    Of::Function("key_people/clock"),
    Of::Function("key_people/months"),
    Of::Firm("home/disruption/clock"),
    Of::Firm("home/attrition_spike/clock"),
    Of::Firm("home/attrition_spike/factor"),
    Of::Firm("home/compliance_fine/chance"),
    Of::Firm("home/compliance_fine/size"),
    Of::Site("disruption/clock"),
    Of::Site("disruption/days"),
    Of::Site("disruption/reach"),
    Of::Site("attrition_spike/clock"),
    Of::Site("attrition_spike/factor"),
];

/// The coordinate of what is drawn under an id in a slot; `None` for what has none and is drawn by the plain generator.
pub fn coordinate(id: &str, slot: u32) -> Option<Coordinate> {
    let (owner, rest) = id.split_once('/')?;
    if let Some(site) = Site::ALL.into_iter().find(|site| site.id() == owner) {
        let of = match slot {
            0 => Of::Site(rest),
            1 => Of::Successor(rest),
            _ => return None,
        };
        return Some(at(first_dimension(of)? + place_of(site), None));
    }
    if slot > 0 {
        return None;
    }
    if owner == "home" || owner == "vendors" {
        let of_catalogue = || if owner == "home" { first_dimension(Of::Firm(rest)) } else { None };
        return Some(at(first_dimension(Of::Firm(id)).or_else(of_catalogue)?, None));
    }
    let at_site = |site: &Site| rest.strip_prefix(site.id())?.strip_prefix('/');
    let name = Site::ALL.iter().find_map(at_site).unwrap_or(rest);
    let dimension = first_dimension(Of::Function(name))?;
    // The low half of a hash that is mixed well.
    #[allow(clippy::cast_possible_truncation)]
    let order = stable_id(id.strip_suffix(name).unwrap_or(owner)) as u32;
    Some(at(dimension, Some(order)))
}

/// The first dimension of an entry. A plan asks for hundreds, so the list is gone through once.
fn first_dimension(of: Of) -> Option<usize> {
    static FIRST: OnceLock<BTreeMap<Of<'static>, usize>> = OnceLock::new();
    let first = FIRST.get_or_init(|| {
        let mut dimension = 0;
        let mut first = BTreeMap::new();
        for of in everything() {
            first.insert(of, dimension);
            dimension += if matches!(of, Of::Site(_) | Of::Successor(_)) { Site::ALL.len() } else { 1 };
        }
        first
    });
    first.get(&of).copied()
}

/// The list above, and behind it what it does not name.
fn everything() -> impl Iterator<Item = Of<'static>> {
    let others = Assumption::ALL.iter().filter_map(|assumption| {
        let name = assumption.id();
        let is_named = |of: &Of| match *of {
            Of::Firm(id) => assumption.level() == Level::Home && id.strip_prefix("home/") == Some(name),
            Of::Site(id) => assumption.level() == Level::Site && id == name,
            Of::Function(id) => assumption.level() == Level::Function && id == name,
            Of::Successor(_) => false,
        };
        match assumption.level() {
            Level::Site if !PRIORITY.iter().any(is_named) => Some(Of::Site(name)),
            Level::Home if !PRIORITY.iter().any(is_named) => Some(Of::Firm(name)),
            _ => None,
        }
    });
    PRIORITY.into_iter().chain(others)
}

/// Offshore is where most is uncertain.
fn place_of(site: Site) -> usize {
    match site {
        Site::Offshore => 0,
        Site::Nearshore => 1,
        Site::Onshore => 2,
    }
}

/// So many coordinates share one order of the points, so that every two and three of them fill space evenly together. Further on
/// some pairs of dimensions are next to dependent within a net; there each has an order of its own, which makes it independent of
/// the others and leaves it as evenly spread by itself.
pub const IN_ONE_ORDER: u32 = 70;

/// A coordinate; behind the last dimension they begin anew.
fn at(place: usize, order: Option<u32>) -> Coordinate {
    // Some three hundred at most.
    let place = u32::try_from(place).unwrap_or(u32::MAX);
    let own = place.wrapping_mul(0x9E37_79B9);
    let order = if place < IN_ONE_ORDER { order } else { Some(order.unwrap_or(0) ^ own) };
    Coordinate { dimension: place % DIMENSIONS, order }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every assumption has a coordinate of its own, but for those of functions, which share theirs in orders of their own.
    #[test]
    fn nobody_shares_a_coordinate() {
        let mut ids: Vec<String> = Vec::new();
        for assumption in Assumption::ALL {
            let name = assumption.id();
            match assumption.level() {
                Level::Home => ids.push(format!("home/{name}")),
                Level::Function => ids.extend(["support", "billing"].map(|function| format!("{function}/{name}"))),
                Level::Site => ids.extend(Site::ALL.map(|site| format!("{}/{name}", site.id()))),
                Level::FunctionSite => {}
            }
        }
        for site in Site::ALL {
            ids.extend(["support", "billing"].map(|function| format!("{function}/{}/movable_share", site.id())));
        }
        let mut slots: Vec<(String, u32)> = ids.into_iter().map(|id| (id, 0)).collect();
        for of in PRIORITY {
            match of {
                Of::Firm(id) => slots.push((id.to_owned(), 0)),
                Of::Site(name) => slots.extend(Site::ALL.map(|site| (format!("{}/{name}", site.id()), 0))),
                Of::Successor(name) => slots.extend(Site::ALL.map(|site| (format!("{}/{name}", site.id()), 1))),
                Of::Function(name) => slots.push((format!("support/{name}"), 0)),
            }
        }
        slots.sort();
        slots.dedup();
        let mut taken: BTreeMap<(u32, Option<u32>), String> = BTreeMap::new();
        for (id, slot) in slots {
            let Some(coordinate) = coordinate(&id, slot) else { unreachable!("{id} has no coordinate in slot {slot}") };
            let earlier = taken.insert((coordinate.dimension, coordinate.order), id.clone());
            assert_eq!(earlier, None, "{id}");
        }
    }

    #[test]
    fn what_is_not_known_has_none() {
        for id in ["values", "home/nonsense", "offshore/nonsense", "support/nonsense", ""] {
            assert_eq!(coordinate(id, 0), None, "{id}");
        }
    }
}
