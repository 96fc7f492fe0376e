//! Replacing those who leave: filling the vacancy, training, and what is lost while the new one learns.
//!
//! The parts are priced, not the published all-in figure for a leaver, which checks their sum.

use crate::engine::lanes::Lanes;
use crate::engine::world::{FunctionWorld, World};
use crate::model::Assumption;

/// Money for replacing the whole team: the part that grows with wages, the part that grows with prices.
///
/// # Formula
/// wages: heads x (training weeks / 52 + learning loss / 12) x wage x (1 + benefits load); prices: heads x hire cost
pub fn of_whole_team(world: &World, function: &FunctionWorld) -> [Lanes; 2] {
    [function.headcount * learning(world, function), function.headcount * *world.home(Assumption::HireCost)]
}

/// Money for one new hire: pay during training and the output lost while learning.
pub fn learning(world: &World, function: &FunctionWorld) -> Lanes {
    let years = *world.home(Assumption::TrainingWeeks) / 52.0 + *world.home(Assumption::LearningLoss) / 12.0;
    years * function.wage * (*world.home(Assumption::BenefitsLoad) + 1.0)
}
