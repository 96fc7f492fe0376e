//! Core work that is split: what the two halves spend on each other.

use super::CellView;
use crate::engine::bill::Ledger;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// for a core function: core interface x what the moved work costs at home in a year, growing with home wages; it does not fade
///
/// Coordination is what distance costs and falls as both sides learn. This is what it costs for as long as it lasts that judgement
/// and work sit with different employers.
pub fn book(cell: &CellView, ledger: &mut Ledger) {
    if cell.function.is_core {
        let amount = *cell.site.get(Assumption::CoreInterface) * cell.displaced();
        ledger.book(CostLine::CoreInterface, SiteShape::AwayWage, amount);
    }
}
