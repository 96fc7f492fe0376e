//! Putting automation to work at home, as it advances.

use crate::engine::lanes::Lanes;
use crate::engine::world::{FunctionWorld, World};
use crate::model::Assumption;

/// Money in all.
///
/// # Formula
/// heads x automation cost, where there is something to automate
pub fn of_whole_team(world: &World, function: &FunctionWorld) -> Lanes {
    let all = function.headcount * *world.home(Assumption::AutomationCost);
    all.zip(function.automation_potential, |all, potential| if potential > 0.0 { all } else { 0.0 })
}
