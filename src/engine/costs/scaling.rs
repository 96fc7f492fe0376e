//! Letting people go when there is less work than leavers make room for; hiring for more is booked with it.

use crate::engine::lanes::Lanes;
use crate::engine::world::{FunctionWorld, World};
use crate::model::Assumption;

/// Money for letting the whole team go.
///
/// # Formula
/// heads x severance weeks / 52 x wage x (1 - redeployed)
pub fn letting_go(world: &World, function: &FunctionWorld) -> Lanes {
    let kept = Lanes::splat(1.0) - *world.home(Assumption::Redeployed);
    function.headcount * *world.home(Assumption::SeveranceWeeks) / 52.0 * function.wage * kept
}
