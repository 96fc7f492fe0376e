//! Bonuses that keep people until their work has moved.

use super::CellView;
use super::severance::weekly_pay_of_displaced;
use crate::engine::bill::Ledger;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// retention weeks x a week's pay of all who lose their job, as in severance
pub fn book(cell: &CellView, ledger: &mut Ledger) {
    let amount = *cell.flow.world.home(Assumption::RetentionWeeks) * weekly_pay_of_displaced(cell);
    ledger.book(CostLine::Retention, SiteShape::GoLive, amount);
}
