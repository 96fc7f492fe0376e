//! Which batches run, and what comes of the answers. Pure: the pool in `worker` says when, this says what.

pub mod inline;
pub mod protocol;
pub mod schedule;
pub mod search;
