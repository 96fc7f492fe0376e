//! The normal deviates of one quantity that moves with others.

use crate::engine::draws::{PathStream, Stream};
use crate::engine::lanes::Lanes;
use crate::engine::math;
use std::rc::Rc;

/// A row of the Cholesky factor: independent deviates and their weights, which are of length 1 together.
#[derive(Clone, Debug)]
pub struct Mix(Rc<[Part]>);

/// One independent deviate and its weight.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// What it is of.
    pub source: Source,
    /// Weight, -1..1.
    pub weight: f64,
}

/// What a deviate is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A quantity that is drawn once a trial, in slot 0.
    Once(Stream),
    /// A quantity that each vendor of a site draws anew, in the slot of the vendor.
    EachVendor(Stream),
    /// The path of an exchange rate; as one number, its direction.
    Path(PathStream),
}

impl Mix {
    /// The mix of these parts.
    pub fn new(parts: Vec<Part>) -> Self {
        Self(parts.into())
    }

    /// Deviates of the trials of a block. Those of a successor vendor lean on what is drawn once just as the first vendor's do.
    pub fn deviates(&self, first_trial: u32, slot: u32) -> Lanes {
        let normal = |stream: Stream, slot| math::normal_quantile_lanes(&stream.uniform_lanes(first_trial, slot));
        let mut sum = Lanes::ZERO;
        for part in &*self.0 {
            let deviates = match part.source {
                Source::Once(stream) => normal(stream, 0),
                Source::EachVendor(stream) => normal(stream, slot),
                Source::Path(path) => path.direction(first_trial),
            };
            sum.add_scaled(part.weight, &deviates);
        }
        sum
    }

    /// The first steps of an exchange rate that moves with others, all parts being paths.
    pub fn steps(&self, first_trial: u32, count: usize) -> Vec<Lanes> {
        let mut sums = vec![Lanes::ZERO; count];
        for part in &*self.0 {
            let Source::Path(path) = part.source else { continue };
            for (sum, step) in sums.iter_mut().zip(path.steps(first_trial, count)) {
                sum.add_scaled(part.weight, &step);
            }
        }
        sums
    }

    /// Of an exchange rate that moves with others, the direction.
    pub fn direction(&self, first_trial: u32) -> Lanes {
        self.deviates(first_trial, 0)
    }
}
