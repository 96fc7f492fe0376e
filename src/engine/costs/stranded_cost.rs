//! Workspace and overhead of moved work that nobody needs and the firm still pays for: leases run on, half team leaders stay.

use super::FlowView;
use crate::engine::bill::Ledger;
use crate::engine::lanes::Lanes;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// stranded share x what goes away at home of supervision and of workspace, falling evenly to nothing within the stranded months
pub fn book(flow: &FlowView, ledger: &mut Ledger) {
    let stranded = |line: CostLine| -> Lanes {
        let gone = flow.moved * flow.function.avoidable * flow.home.line(line);
        *flow.world.home(Assumption::StrandedShare) * gone
    };
    ledger.book(CostLine::StrandedCost, SiteShape::StrandedWage, stranded(CostLine::Supervision));
    ledger.book(CostLine::StrandedCost, SiteShape::StrandedPrice, stranded(CostLine::Workspace));
}
