//! What the vendor bills, by the hour.

use super::CellView;
use crate::engine::bill::Ledger;
use crate::engine::lanes::Lanes;
use crate::engine::plan::VENDORS;
use crate::engine::timeline::TimeShape;
use crate::engine::world::{FunctionWorld, World};
use crate::model::{Assumption, CostLine};

/// Money a year with each vendor in turn, at the decision's price, before ramp and rework.
///
/// # Formula
/// moved x heads x productive hours x hourly rate: the vendor bills the productive hours that the home team would deliver.
pub fn yearly(world: &World, function: &FunctionWorld, site: usize, moved: Lanes) -> [Lanes; VENDORS] {
    let hours = moved * function.headcount * *world.home(Assumption::ProductiveHours);
    function.hourly_rate[site].map(|rate| hours * rate)
}

/// # Formula
/// yearly fees x (1 + ramp) x rework x price path, while the vendor works (the fee shapes of the timeline)
pub fn book(cell: &CellView, ledger: &mut Ledger) {
    for (shape, fees) in TimeShape::FEES.into_iter().zip(cell.yearly_fees) {
        ledger.book(CostLine::VendorFees, shape, fees);
    }
}
