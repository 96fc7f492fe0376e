//! Where random numbers come from.
//!
//! [`rng`] is the plain generator. What is drawn once in a trial comes from scrambled Sobol points instead ([`nets`]), which fill
//! the space of inputs more evenly than chance does, so that the same number of trials says more; [`dimensions`] says which
//! coordinate of a point belongs to what. Of a path, which is drawn month by month, the direction in which it matters comes from
//! the points and only the rest from the generator ([`path`]).

mod deviates;
pub mod dimensions;
pub mod nets;
pub mod path;
pub mod rng;

pub use path::{Brownian, PathStream};
pub use rng::{Numbers, Sampling, Stream};
