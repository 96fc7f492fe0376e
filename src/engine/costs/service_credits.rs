//! What the vendor pays back for missing the service level.

use super::FlowView;
use crate::engine::bill::Ledger;
use crate::engine::flow::FlowShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// - min(service credits, fees at risk) x vendor fees
///
/// Credits pay for a fault, they are no saving: what the fault costs is in the rework and in the customers lost.
pub fn book(flow: &FlowView, ledger: &mut Ledger) {
    let share = flow.site.get(Assumption::ServiceCredits).min(*flow.site.get(Assumption::FeesAtRisk));
    ledger.book(CostLine::ServiceCredits, FlowShape::Bill, -share);
}
