//! Shorecast: what outsourcing really costs, as distributions.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp))]

#[cfg(feature = "web")]
pub mod browser;
pub mod engine;
pub mod model;
pub mod share;
pub mod state;
