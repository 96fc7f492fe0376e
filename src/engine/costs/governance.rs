//! Managing the contract.

use super::ContractView;
use crate::engine::bill::Ledger;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// max(governance share x yearly fees, governance minimum), growing with home wages, while a vendor works
///
/// The fixed part is what makes a three-seat desk stay at home.
pub fn book(contract: &ContractView, ledger: &mut Ledger) {
    let share = *contract.site.get(Assumption::GovernanceShare) * contract.yearly_fees[0];
    let yearly = share.max(*contract.site.get(Assumption::GovernanceMinimum));
    ledger.book(CostLine::Governance, SiteShape::AwayWage, yearly);
}
