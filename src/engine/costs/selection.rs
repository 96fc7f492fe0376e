//! Choosing the vendor and writing the contract.

use super::ContractView;
use crate::engine::bill::Ledger;
use crate::engine::lanes::Lanes;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// Money for choosing the vendor with this number (0 is the first).
///
/// # Formula
/// fixed part + share x its yearly fees
pub fn amount(contract: &ContractView, vendor: usize) -> Lanes {
    *contract.site.get(Assumption::SelectionFixed)
        + *contract.site.get(Assumption::SelectionShare) * contract.yearly_fees[vendor]
}

/// Booked in the month of the first day of the vendor's work.
pub fn book(contract: &ContractView, ledger: &mut Ledger) {
    ledger.book(CostLine::Selection, SiteShape::GoLive, amount(contract, 0));
}
