//! What is said of a chart beside its picture.

use super::table::Table;

/// The words and numbers of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// The finding.
    pub title: String,
    /// What the chart shows, for those who do not see it.
    pub description: String,
    /// Its numbers.
    pub table: Table,
}
