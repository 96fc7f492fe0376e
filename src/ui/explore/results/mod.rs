//! The answer: the verdict, how it was come by, the comparison, the bad cases, percentiles, the charts.

mod bad_case;
mod charts;
mod comparison;
mod comparison_row;
mod money_flow;
mod percentiles;
mod run_status;
mod verdict_panel;
mod what_if;

pub use bad_case::{BadCase, Regret, Tails};
pub use charts::{Figures, MoreFigures};
pub use comparison::Comparison;
pub use money_flow::MoneyFlow;
pub use percentiles::Percentiles;
pub use run_status::RunStatus;
pub use verdict_panel::VerdictPanel;
pub use what_if::WhatIf;
