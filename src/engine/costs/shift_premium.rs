//! What hours outside the business day cost on top of the wage.

use crate::engine::lanes::Lanes;
use crate::engine::world::{FunctionWorld, World};
use crate::model::Assumption;

/// Money a year.
///
/// # Formula
/// outside hours (share of the paid hours) x shift premium x pay
///
/// On the wage alone: insurance does not rise with the hour of the day, and payroll tax on a tenth of a wage is lost in the
/// range of the premium.
pub fn yearly(world: &World, function: &FunctionWorld, pay: Lanes) -> Lanes {
    function.outside_hours * *world.home(Assumption::ShiftPremium) * pay
}
