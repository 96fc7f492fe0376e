//! Visits to the vendor.

use super::ContractView;
use crate::engine::bill::Ledger;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// travel a year, growing with home prices, while a vendor works
pub fn book(contract: &ContractView, ledger: &mut Ledger) {
    ledger.book(CostLine::Travel, SiteShape::AwayPrice, *contract.site.get(Assumption::Travel));
}
