//! Work above the year's level in busy months: the home team does it in overtime.

use crate::engine::lanes::Lanes;
use crate::engine::world::World;
use crate::model::Assumption;

/// Money a year, were every month as far above the level as the level is high.
///
/// # Formula
/// pay x (1 + overtime premium)
pub fn yearly(world: &World, pay: Lanes) -> Lanes {
    pay * (*world.home(Assumption::OvertimePremium) + 1.0)
}
