//! Change requests and scope that was not in the price.

use super::FlowView;
use crate::engine::bill::Ledger;
use crate::engine::flow::FlowShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// scope changes x vendor fees
pub fn book(flow: &FlowView, ledger: &mut Ledger) {
    let share = *flow.site.get(Assumption::ScopeChanges);
    ledger.book(CostLine::ScopeChanges, FlowShape::Bill, share);
}
