//! What the vendor bills, by the hour or as quoted.

use crate::engine::bill::Ledger;
use crate::engine::flow::FlowShape;
use crate::engine::lanes::Lanes;
use crate::engine::plan::VENDORS;
use crate::engine::world::{FunctionWorld, World};
use crate::model::{Assumption, CostLine, PricingUnit};

/// Money a year with each vendor in turn, at the decision's price, before ramp and rework.
///
/// # Formula
/// units x price, where the units of the whole function are
/// hour: heads x productive hours (the vendor bills the hours that the home team would deliver);
/// month of a person: 12 x heads x productive hours / billed hours; transaction: transactions; year: 1
pub fn yearly(
    world: &World,
    function: &FunctionWorld,
    pricing: PricingUnit,
    site: usize,
    moved: Lanes,
) -> [Lanes; VENDORS] {
    let hours = function.headcount * *world.home(Assumption::ProductiveHours);
    let units = match pricing {
        PricingUnit::Hour => hours,
        PricingUnit::PersonMonth => hours / *world.sites[site].get(Assumption::BilledHours) * 12.0,
        PricingUnit::Transaction => function.transactions,
        PricingUnit::Year => Lanes::splat(1.0),
    };
    let moved_units = moved * units;
    function.price[site].map(|price| moved_units * price)
}

/// # Formula
/// the bill itself: yearly fees x (1 + ramp) x rework x level x price path, as far as the vendor bills them
pub fn book(ledger: &mut Ledger) {
    ledger.book(CostLine::VendorFees, FlowShape::Bill, Lanes::splat(1.0));
}
