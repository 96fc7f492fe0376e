//! One drawn quantity: its distribution, its random numbers, and what it moves together with.

use super::correlation::Mix;
use super::draws::Stream;
use super::lanes::Lanes;
use super::math;
use super::sampler::Sampler;

/// One drawn quantity: its distribution and its random numbers.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// What values it takes.
    pub sampler: Sampler,
    /// Which random numbers it takes them by.
    pub stream: Stream,
    /// How it moves with others; `None` for one that goes by its own numbers alone.
    pub mix: Option<Mix>,
}

impl Quantity {
    /// Draws for the trials of a block.
    pub fn draw(&self, first_trial: u32, slot: u32) -> Lanes {
        match &self.mix {
            Some(_) => self.sampler.at_deviates(&self.deviates(first_trial, slot)),
            None => self.sampler.draw(self.stream, first_trial, slot),
        }
    }

    /// The standard normal deviates behind them, for what leans on more than its own.
    pub fn deviates(&self, first_trial: u32, slot: u32) -> Lanes {
        match &self.mix {
            Some(mix) => mix.deviates(first_trial, slot),
            None => math::normal_quantile_lanes(&self.stream.uniform_lanes(first_trial, slot)),
        }
    }
}
