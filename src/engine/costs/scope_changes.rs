//! Change requests and scope that was not in the price.

use super::CellView;
use crate::engine::bill::Ledger;
use crate::engine::flow::FlowShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// scope changes x vendor fees
pub fn book(cell: &CellView, ledger: &mut Ledger) {
    let share = *cell.site.get(Assumption::ScopeChanges);
    for (shape, fees) in FlowShape::FEES.into_iter().zip(cell.yearly_fees) {
        ledger.book(CostLine::ScopeChanges, shape, share * fees);
    }
}
