//! How the figures are computed. Pure: no browser, no clock, no randomness but that of [`draws`].
//!
//! The way of a run: [`plan::Plan`] checks a scenario and resolves it once; [`batch::Batch::compute`] prices a slice of
//! trials, block by block; [`accumulate::Accumulator`] merges batches in order; [`summarise::Summariser`] makes the
//! [`Summary`] that people read. After the plan nothing can fail.
//!
//! Within a block ([`block`]): [`world`] draws what all strategies share, [`timeline`] lays out when things happen at each
//! site, [`costs`] prices each cell and contract once, and a strategy is a short sum over what it uses.

pub mod accumulate;
pub mod allocation;
pub mod batch;
pub mod beta;
pub mod bill;
pub mod block;
pub mod booked;
pub mod break_even;
pub mod correlation;
pub mod costs;
pub mod course;
pub mod dominance;
pub mod draws;
pub mod drivers;
pub mod events;
pub mod flow;
pub mod lanes;
pub mod math;
pub mod months;
pub mod one_offs;
pub mod over_time;
pub mod percentiles;
pub mod pert;
pub mod plan;
pub mod precision;
pub mod price_path;
pub mod priced;
mod products;
pub mod quantity;
pub mod resolve;
pub mod sampler;
pub mod samples;
pub mod sections;
pub mod shape;
pub mod sorted;
pub mod staffing;
pub mod summarise;
pub mod summary;
pub mod team;
pub mod timeline;
pub mod vendor;
pub mod volume;
pub mod volume_terms;
pub mod what_if;
pub mod working;
pub mod world;

pub use accumulate::Accumulator;
pub use batch::{Batch, BatchInProgress};
pub use plan::{BATCH_TRIALS, Plan};
pub use summarise::Summariser;
pub use summary::Summary;
