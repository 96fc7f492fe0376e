//! Where batches are computed: in workers, or in the page where there are none.

mod exploration;
pub mod pool;
pub mod pool_event;
mod run;
pub mod service;
mod slot;

pub use pool::Pool;
pub use pool_event::PoolEvent;
