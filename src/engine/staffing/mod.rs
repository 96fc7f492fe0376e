//! How many people the work needs, hour by hour of the week: from its load, the hours it is covered, and how soon it must be
//! answered. Pure; knows the statement of the work and nothing of money, months or strategies.
//!
//! [`week`] says when work comes and when it is covered, [`erlang`] how many agents a load of contacts needs, [`demand`] puts
//! the two together, and [`table`] keeps the outcome over the volume, ready to be read in a block of trials. The formulas are
//! those of docs/model.md, section 6a.

pub mod demand;
pub mod erlang;
pub mod table;
#[cfg(test)]
mod table_test;
pub mod week;

pub use demand::{Circumstances, Demand, likely_heads};
pub use table::{Part, StaffingTable};

/// Weeks of a year, so that 40 hours a week are the 2,080 paid hours that a wage is for.
pub const WEEKS: f64 = 52.0;
