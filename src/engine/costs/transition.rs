//! Moving the work: knowledge transfer, documentation, set-up, and what these overrun.

use super::{CellView, ContractView};
use crate::engine::bill::Ledger;
use crate::engine::lanes::Lanes;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// Planned money for moving a cell's heads.
///
/// # Formula
/// moved x heads x transition per head
pub fn planned_for_cell(cell: &CellView) -> Lanes {
    cell.moved * cell.function.headcount * *cell.site.get(Assumption::TransitionPerHead)
}

/// Booked in the month of the first day, the overrun apart.
pub fn book_cell(cell: &CellView, ledger: &mut Ledger) {
    book(ledger, planned_for_cell(cell), cell.site.vendors[0].overrun);
}

/// The fixed part, once for a contract.
pub fn book_contract(contract: &ContractView, ledger: &mut Ledger) {
    book(ledger, *contract.site.get(Assumption::TransitionFixed), contract.site.vendors[0].overrun);
}

fn book(ledger: &mut Ledger, planned: Lanes, overrun: Lanes) {
    ledger.book(CostLine::Transition, SiteShape::GoLive, planned);
    ledger.book_overrun(CostLine::Transition, SiteShape::GoLive, planned * overrun);
}
