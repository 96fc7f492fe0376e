//! Wages of the people who do the work at home.

use crate::engine::lanes::Lanes;
use crate::engine::world::FunctionWorld;

/// Money a year.
///
/// # Formula
/// heads x wage. The wage is for 2,080 paid hours, leave included.
pub fn yearly(function: &FunctionWorld) -> Lanes {
    function.headcount * function.wage
}
