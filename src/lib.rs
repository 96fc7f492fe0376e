//! Shorecast: what outsourcing really costs, as distributions.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp))]

pub mod engine;
pub mod model;
pub mod runner;
