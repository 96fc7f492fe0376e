//! Value-added and sales tax on the vendor's fees that nobody refunds.

use super::FlowView;
use crate::engine::bill::Ledger;
use crate::engine::flow::FlowShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// vendor tax x vendor fees
///
/// Banks, insurers and hospitals in countries with value-added tax pay it on what they buy and cannot claim it back; work done by
/// their own people bears none.
pub fn book(flow: &FlowView, ledger: &mut Ledger) {
    let share = *flow.site.get(Assumption::VendorTax);
    ledger.book(CostLine::VendorTax, FlowShape::Bill, share);
}
