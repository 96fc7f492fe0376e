//! Where batches run.

pub mod pool;

pub use pool::{Pool, PoolEvent};
