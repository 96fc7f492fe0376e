//! Team leaders, and quality, planning and training staff, with their benefits.

use crate::engine::lanes::Lanes;
use crate::engine::world::World;
use crate::model::Assumption;

/// Money a year.
///
/// # Formula
/// pay x (leader pay ratio / span of control + support staff) x (1 + benefits load)
pub fn yearly(world: &World, pay: Lanes) -> Lanes {
    let leaders = *world.home(Assumption::LeaderPayRatio) / *world.home(Assumption::SpanOfControl);
    let staff = leaders + *world.home(Assumption::SupportStaff);
    pay * staff * (*world.home(Assumption::BenefitsLoad) + 1.0)
}
