//! Moving the work: knowledge transfer, documentation, set-up, and what these overrun.

use super::{ContractView, FlowView};
use crate::engine::bill::Ledger;
use crate::engine::lanes::Lanes;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// Planned money for moving the heads of a flow.
///
/// # Formula
/// moved x heads x transition per head
pub fn planned_for_flow(flow: &FlowView) -> Lanes {
    flow.moved * flow.function.headcount * *flow.site.get(Assumption::TransitionPerHead)
}

/// Planned money for moving the work of a contract to the vendor with this number, beside what each head costs.
///
/// # Formula
/// fixed part + share x its yearly fees
pub fn planned_for_contract(contract: &ContractView, vendor: usize) -> Lanes {
    *contract.site.get(Assumption::TransitionFixed)
        + *contract.site.get(Assumption::TransitionShare) * contract.yearly_fees[vendor]
}

/// Booked in the month of the first day, the overrun apart.
pub fn book_flow(flow: &FlowView, ledger: &mut Ledger) {
    book(ledger, planned_for_flow(flow), flow.site.vendors[0].overrun);
}

/// The part that is priced once for a contract.
pub fn book_contract(contract: &ContractView, ledger: &mut Ledger) {
    book(ledger, planned_for_contract(contract, 0), contract.site.vendors[0].overrun);
}

fn book(ledger: &mut Ledger, planned: Lanes, overrun: Lanes) {
    ledger.book(CostLine::Transition, SiteShape::GoLive, planned);
    ledger.book_overrun(CostLine::Transition, SiteShape::GoLive, planned * overrun);
}
