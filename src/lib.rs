//! Shorecast: what outsourcing really costs, as distributions.
//!
//! `model` is what a user states, `engine` computes it, `runner` says which batches run, `worker` where. `charts`, `format`,
//! `text`, `share` and `state` turn figures into what a page can show; `ui` and `browser` are the page. ARCHITECTURE.md has
//! the picture and the rules of who may know whom.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp))]

#[cfg(feature = "web")]
pub mod browser;
pub mod charts;
pub mod engine;
pub mod format;
pub mod model;
pub mod runner;
pub mod share;
pub mod state;
pub mod text;
#[cfg(feature = "web")]
pub mod ui;
#[cfg(feature = "web")]
pub mod worker;
