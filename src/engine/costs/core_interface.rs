//! Core work that is split: what the two halves spend on each other.

use super::FlowView;
use crate::engine::bill::Ledger;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// for a core function: core interface x what the moved work costs at home in a year, growing with home wages; it does not fade
///
/// Coordination is what distance costs and falls as both sides learn. This is what it costs for as long as it lasts that judgement
/// and work sit with different employers.
pub fn book(flow: &FlowView, ledger: &mut Ledger) {
    if flow.function.is_core {
        let amount = *flow.site.get(Assumption::CoreInterface) * flow.displaced();
        ledger.book(CostLine::CoreInterface, SiteShape::AwayWage, amount);
    }
}
