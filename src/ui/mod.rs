//! What people see and touch: Yew components over the pure state.
//!
//! [`App`] holds the state in one reducer and hands it down in two contexts, the state and its dispatcher. Components
//! only show and dispatch; whatever touches the browser is done by the hooks. Sentences come from `text`, numbers from
//! `format`, pictures from `charts`.

mod app;
pub mod components;
mod context;
mod explore;
mod hooks;
mod start;

pub use app::{App, AppProps};
pub use context::{Dispatch, Shared, Store};
pub use explore::{Comparison, Regret, Tails, VerdictPanel};
pub use start::start;
