//! Brownian paths, month by month: exchange rates and the volume of work swing along them.

use super::correlation::Mix;
use super::lanes::Lanes;
use super::math;
use super::rng::Stream;

/// Standard deviations at which a path is capped where it is read.
pub const PATH_CAP: f64 = 3.0;

/// A Brownian path of unit volatility a year, starting at 0.
#[derive(Clone, Debug)]
pub struct Brownian {
    stream: Stream,
    /// How its steps are mixed with those of other paths, if they are.
    mix: Option<Mix>,
    first_trial: u32,
    value: Lanes,
}

impl Brownian {
    /// The path before its first month; its steps are the stream's numbers by month.
    pub fn new(stream: Stream, first_trial: u32) -> Self {
        Self { stream, mix: None, first_trial, value: Lanes::ZERO }
    }

    /// The path whose steps move with those of others.
    #[must_use]
    pub fn mixed(self, mix: Option<Mix>) -> Self {
        Self { mix, ..self }
    }

    /// The value at the end of the month with this index (from 0), capped at three standard deviations; months come one after
    /// the other. The sum itself goes on unlimited.
    pub fn step(&mut self, month: usize) -> Lanes {
        // A horizon is at most 120 months.
        let slot = u32::try_from(month).unwrap_or(u32::MAX);
        let step = match &self.mix {
            Some(mix) => mix.steps(self.first_trial, slot),
            None => math::normal_quantile_lanes(&self.stream.uniform_lanes(self.first_trial, slot)),
        };
        self.value.add_scaled((1.0_f64 / 12.0).sqrt(), &step);
        let cap = PATH_CAP * ((month + 1) as f64 / 12.0).sqrt();
        self.value.map(|value| value.clamp(-cap, cap))
    }
}
