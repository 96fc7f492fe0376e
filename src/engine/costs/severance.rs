//! Severance for people whose work has moved.

use super::CellView;
use crate::engine::bill::Ledger;
use crate::engine::lanes::Lanes;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// A week's pay of all who lose their job, money.
///
/// # Formula
/// max(0, moved x heads - part x attrition x heads x months to the first day / 12) x (1 - redeployed) x wage / 52
///
/// Those who leave of themselves before the first day need no severance; so moving half of a desk slowly may cost none. Where
/// a function moves to several sites, each counts its part of them.
pub fn weekly_pay_of_displaced(cell: &CellView) -> Lanes {
    let heads = cell.flow.function.headcount;
    let leave_before =
        cell.flow.function.attrition * heads * (*cell.flow.site.get(Assumption::GoLiveMonths) / 12.0) * cell.part;
    let displaced = (cell.moved * heads - leave_before).max(Lanes::ZERO);
    let kept = Lanes::splat(1.0) - *cell.flow.world.home(Assumption::Redeployed);
    displaced * kept * cell.flow.function.wage / 52.0
}

/// # Formula
/// weeks x a week's pay of all who lose their job
pub fn book(cell: &CellView, ledger: &mut Ledger) {
    let amount = *cell.flow.world.home(Assumption::SeveranceWeeks) * weekly_pay_of_displaced(cell);
    ledger.book(CostLine::Severance, SiteShape::GoLive, amount);
}
