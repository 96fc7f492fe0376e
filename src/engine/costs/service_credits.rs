//! What the vendor pays back for missing the service level.

use super::CellView;
use crate::engine::bill::Ledger;
use crate::engine::flow::FlowShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// - min(service credits, fees at risk) x vendor fees
///
/// Credits pay for a fault, they are no saving: what the fault costs is in the rework and in the customers lost.
pub fn book(cell: &CellView, ledger: &mut Ledger) {
    let share = cell.site.get(Assumption::ServiceCredits).min(*cell.site.get(Assumption::FeesAtRisk));
    for (shape, fees) in FlowShape::FEES.into_iter().zip(cell.yearly_fees) {
        ledger.book(CostLine::ServiceCredits, shape, -(share * fees));
    }
}
