//! What managers earn the firm with the time that the moved work no longer takes.

use super::FlowView;
use crate::engine::bill::Ledger;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// - management time a year x moved x heads / heads of all functions, growing with home wages, while a vendor works
///
/// 0 unless the user values it: it is the favourite line of a sales pitch.
pub fn book(flow: &FlowView, ledger: &mut Ledger) {
    let share = flow.moved * flow.function.headcount / flow.world.headcount;
    let amount = *flow.world.home(Assumption::ManagementTime) * share;
    ledger.book(CostLine::ManagementTime, SiteShape::AwayWage, -amount);
}
