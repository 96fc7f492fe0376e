//! Strict data with a vendor: audits and residency for each contract, certified staff for each highly sensitive function.

use super::{ContractView, FlowView};
use crate::engine::bill::Ledger;
use crate::engine::flow::FlowShape;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// for a highly sensitive function: certified premium x vendor fees
pub fn book_flow(flow: &FlowView, ledger: &mut Ledger) {
    if !flow.function.is_highly_sensitive {
        return;
    }
    let share = *flow.site.get(Assumption::CertifiedPremium);
    ledger.book(CostLine::Compliance, FlowShape::Bill, share);
}

/// # Formula
/// for a contract with a highly sensitive function: compliance audit a year, growing with home prices, while a vendor works
pub fn book_contract(contract: &ContractView, ledger: &mut Ledger) {
    if contract.is_highly_sensitive {
        let yearly = *contract.site.get(Assumption::ComplianceAudit);
        ledger.book(CostLine::Compliance, SiteShape::AwayPrice, yearly);
    }
}
