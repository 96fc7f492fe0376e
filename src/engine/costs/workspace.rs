//! Seats of the home team and of those who lead and support it.

use super::seats;
use crate::engine::lanes::Lanes;
use crate::engine::world::{FunctionWorld, World};
use crate::model::Assumption;

/// Money a year.
///
/// # Formula
/// heads x (1 + 1 / span of control + support staff) x workspace of a seat
pub fn yearly(world: &World, function: &FunctionWorld) -> Lanes {
    seats(world, function) * *world.home(Assumption::Workspace)
}
