//! What the user states: plain data, no computing, no browser, no words for people.
//!
//! A [`Scenario`] holds a portfolio of business functions, the destinations, the strategies to compare and the run
//! settings. Everything else that the simulation needs has a sourced default in [`catalogue`]; a scenario names only the
//! assumptions it changes. What is wrong with a scenario is said as [`Issue`]s: kinds and numbers, which `text` puts
//! into sentences.

pub mod assumption;
pub mod business_function;
pub mod catalogue;
pub mod check;
pub mod contacts;
pub mod contract;
pub mod correlation;
pub mod cost_line;
pub mod coverage;
pub mod currency;
pub mod destination;
pub mod distribution;
pub mod effects;
pub mod hybrid;
pub mod issue;
mod json_path;
pub mod presets;
pub mod provider;
pub mod quote;
mod reading;
pub mod risk_event;
pub mod scenario;
pub mod site;
pub mod stop;
pub mod strategy;

pub use assumption::{Assumption, AssumptionKey, Scope};
pub use business_function::{BusinessFunction, Category, DataSensitivity, FunctionKind};
pub use contacts::Contacts;
pub use contract::{Clause, ContractTerms, Term};
pub use correlation::Correlation;
pub use cost_line::CostLine;
pub use coverage::{Coverage, StatedHours, UsualHours};
pub use currency::Currency;
pub use destination::{Destination, Destinations};
pub use distribution::{Ends, Uncertain};
pub use hybrid::Hybrid;
pub use issue::{Issue, IssueKind};
pub use provider::{Criterion, ScoreCard};
pub use quote::{PricingUnit, Quote};
pub use risk_event::{RiskEvent, RiskEvents};
pub use scenario::{RunSettings, Scenario};
pub use site::{BySite, Site};
pub use stop::{Stop, StopFigure};
pub use strategy::{Collaboration, Strategy, StrategyId};
