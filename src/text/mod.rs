//! The message catalogue: every sentence that people read, in plain British English.
//!
//! Pure functions and constants, one file a topic. Knows the model, the formats and the summary; knows nothing of where
//! a sentence is shown. What the program calls a trial is a *future* here.
//!
//! Another language becomes a folder beside these files with the same names and signatures, and this module becomes the
//! place that chooses between the two by a `Language` passed in; whoever calls `text::labels::site(site)` then
//! calls `text::labels::site(language, site)`. So no sentence is put together outside this folder: a caller passes
//! kinds and numbers and receives the whole sentence, because other languages order words differently.

pub mod assumptions;
pub mod bad_case;
pub mod charts;
pub mod closeness;
pub mod correlations;
pub mod countries;
pub mod drivers;
pub mod entry;
#[cfg(test)]
pub(crate) mod fixture;
pub mod functions;
pub mod glossary;
pub mod issues;
pub mod labels;
pub mod mixes;
pub mod money_flow;
pub mod notices;
pub mod over_time;
pub mod page;
pub mod percentiles;
pub mod quotes;
pub mod stopping;
pub mod strategies;
pub mod vendors;
pub mod verdict;
#[cfg(test)]
mod verdict_test;
pub mod what_if;
pub mod work;

pub use strategies::{strategy_name, strategy_phrase};
pub use verdict::{Verdict, verdict};
