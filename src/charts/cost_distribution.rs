//! What every strategy costs: one row each, cheapest on top, on one axis of money.

use super::{Scene, Table, Theme};
use crate::engine::Summary;

/// The chart, before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct CostDistribution {
    title: String,
}

/// The chart of a summary; `None` when there is nothing that can be drawn.
pub fn cost_distribution(summary: &Summary) -> Option<CostDistribution> {
    let _ = summary.ranked().first()?;
    None
}

impl CostDistribution {
    /// The finding.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What the chart shows, for those who do not see it.
    pub fn description(&self) -> String {
        String::new()
    }

    /// The numbers of the chart.
    pub fn table(&self) -> Table {
        Table { caption: self.title.clone(), header: Vec::new(), rows: Vec::new() }
    }

    /// The chart laid out for a width.
    pub fn scene(&self, width: u32, _theme: &Theme) -> Scene {
        Scene { width, height: 0, marks: Vec::new() }
    }
}
