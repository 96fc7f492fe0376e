//! What `cargo xtask` does: build, serve, test and measure Shorecast.
//!
//! This is the only place that knows how tools are installed and how the bundle is made. The end-to-end tests use it
//! as a library, so that they see the bundle through the very server and policy that `cargo xtask serve` uses.
#![allow(clippy::print_stdout, reason = "a command-line tool speaks on standard output")]

pub mod chromium;
pub mod commands;
pub mod content_type;
pub mod model_page;
pub mod peers;
pub mod policy;
pub mod process;
pub mod report;
pub mod request;
pub mod route;
pub mod server;
pub mod tally;
pub mod tools;
pub mod workspace;
