//! The answer: the verdict, how it was come by, the comparison, two charts.

mod charts;
mod comparison;
mod comparison_row;
mod run_status;
mod verdict_panel;

pub use charts::Figures;
pub use comparison::Comparison;
pub use run_status::RunStatus;
pub use verdict_panel::VerdictPanel;
