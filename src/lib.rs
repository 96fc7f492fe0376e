//! Shorecast: what outsourcing really costs, as distributions.
pub mod model;
