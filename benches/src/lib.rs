//! How fast the engine is beside programs that somebody wrote by hand for the same small model.
//!
//! `cargo xtask bench` runs this after the benchmarks of the engine's parts in `benches/`. The model and the peers are
//! described in `peers/README.md`. What ends the output, lines of the form `ratio NAME VALUE`, is meant for programs too.
#![allow(clippy::print_stdout, reason = "a command-line tool speaks on standard output")]

pub mod agreement;
pub mod calibration;
pub mod chromium;
pub mod entrants;
pub mod growth;
pub mod model;
pub mod report;
pub mod rounds;
pub mod sampling;
pub mod statistics;
pub mod table;
pub mod workers;
