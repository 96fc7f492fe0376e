//! Moving the work back at the end of the time simulated. Booked only where the scenario counts it.

use super::{ContractView, FlowView, early_end, transition};
use crate::engine::bill::Ledger;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// In the last month, if a vendor works in it: moved x heads x (hire cost + learning), in its wages; exit transition x the
/// planned transition of the flow's heads, in its prices.
pub fn book_flow(flow: &FlowView, ledger: &mut Ledger) {
    ledger.book(CostLine::ExitCost, SiteShape::ExitWage, early_end::hiring_again(flow));
    let back = *flow.site.get(Assumption::ExitTransition) * transition::planned_for_flow(flow);
    ledger.book(CostLine::ExitCost, SiteShape::ExitPrice, back);
}

/// # Formula
/// exit transition x the contract's part of the planned transition, to the first vendor's measure, likewise
pub fn book_contract(contract: &ContractView, ledger: &mut Ledger) {
    let back = *contract.site.get(Assumption::ExitTransition) * transition::planned_for_contract(contract, 0);
    ledger.book(CostLine::ExitCost, SiteShape::ExitPrice, back);
}
