//! How the figures are computed. Pure: no browser, no clock, no randomness but [`rng`].
//!
//! [`plan::Plan`] validates a scenario once; after that nothing here can fail. [`batch`] prices a slice of trials,
//! [`accumulate`] merges slices in order, [`summary`] is what people read.

pub mod summary;

pub use summary::Summary;
