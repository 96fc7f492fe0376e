//! Severance for people whose work has moved.

use super::CellView;
use crate::engine::bill::Ledger;
use crate::engine::lanes::Lanes;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// max(0, moved x heads - attrition x heads x months to the first day / 12) x (1 - redeployed) x weeks / 52 x wage
///
/// Those who leave of themselves before the first day need no severance; so moving half of a desk slowly may cost none.
pub fn book(cell: &CellView, ledger: &mut Ledger) {
    let heads = cell.function.headcount;
    let leave_before = cell.function.attrition * heads * (*cell.site.get(Assumption::GoLiveMonths) / 12.0);
    let displaced = (cell.moved * heads - leave_before).max(Lanes::ZERO);
    let kept = Lanes::splat(1.0) - *cell.world.home(Assumption::Redeployed);
    let weekly = cell.function.wage / 52.0;
    let amount = displaced * kept * *cell.world.home(Assumption::SeveranceWeeks) * weekly;
    ledger.book(CostLine::Severance, SiteShape::GoLive, amount);
}
