//! Insurance, retirement and payroll taxes on the wages of the home team.

use crate::engine::lanes::Lanes;
use crate::engine::world::World;
use crate::model::Assumption;

/// Money a year.
///
/// # Formula
/// benefits load x pay. Paid leave is in the pay already, so the load is the one over wages plus leave.
pub fn yearly(world: &World, pay: Lanes) -> Lanes {
    *world.home(Assumption::BenefitsLoad) * pay
}
