//! The normal deviates of one quantity that moves with others.

use crate::engine::lanes::Lanes;
use crate::engine::math;
use crate::engine::rng::Stream;
use std::rc::Rc;

/// Months over which the direction of an exchange rate is taken: the first five years, whatever the horizon, so that a longer
/// horizon moves no other draw.
pub const DIRECTION_MONTHS: u32 = 60;

/// A row of the Cholesky factor: independent deviates and their weights, which are of length 1 together.
#[derive(Clone, Debug)]
pub struct Mix(Rc<[Part]>);

/// One independent deviate and its weight.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its random numbers.
    pub stream: Stream,
    /// What it is of.
    pub source: Source,
    /// Weight, -1..1.
    pub weight: f64,
}

/// What a deviate is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A quantity that is drawn once a trial, in slot 0.
    Once,
    /// A quantity that each vendor of a site draws anew, in the slot of the vendor.
    EachVendor,
    /// The path of an exchange rate, with a slot for each month.
    Path,
}

impl Mix {
    /// The mix of these parts.
    pub fn new(parts: Vec<Part>) -> Self {
        Self(parts.into())
    }

    /// Deviates of the trials of a block. Those of a successor vendor lean on what is drawn once just as the first vendor's do.
    pub fn deviates(&self, first_trial: u32, slot: u32) -> Lanes {
        let mut sum = Lanes::ZERO;
        for part in &*self.0 {
            let deviates = match part.source {
                Source::Once => normal(part.stream, first_trial, 0),
                Source::EachVendor => normal(part.stream, first_trial, slot),
                Source::Path => direction(part.stream, first_trial),
            };
            sum.add_scaled(part.weight, &deviates);
        }
        sum
    }

    /// The steps of a month of an exchange rate that moves with others, all parts being paths.
    pub fn steps(&self, first_trial: u32, month: u32) -> Lanes {
        let mut sum = Lanes::ZERO;
        for part in &*self.0 {
            sum.add_scaled(part.weight, &normal(part.stream, first_trial, month));
        }
        sum
    }
}

fn normal(stream: Stream, first_trial: u32, slot: u32) -> Lanes {
    math::normal_quantile_lanes(&stream.uniform_lanes(first_trial, slot))
}

/// Where a path stands after [`DIRECTION_MONTHS`], in its standard deviations.
fn direction(stream: Stream, first_trial: u32) -> Lanes {
    let mut sum = Lanes::ZERO;
    for month in 0..DIRECTION_MONTHS {
        sum += normal(stream, first_trial, month);
    }
    sum / f64::from(DIRECTION_MONTHS).sqrt()
}
