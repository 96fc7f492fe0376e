//! The home team kept on beside the vendor's for the first months.

use super::CellView;
use crate::engine::bill::Ledger;
use crate::engine::flow::FlowShape;
use crate::model::CostLine;

/// # Formula
/// parallel share x what goes away at home with the moved work, for the parallel months after the first day
pub fn book(cell: &CellView, ledger: &mut Ledger) {
    let kept = cell.moved * cell.function.avoidable;
    ledger.book(CostLine::ParallelRunning, FlowShape::ParallelWage, kept * cell.home.with_wages);
    ledger.book(CostLine::ParallelRunning, FlowShape::ParallelPrice, kept * cell.home.with_prices);
}
