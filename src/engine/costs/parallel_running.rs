//! The home team kept on beside the vendor's for the first months.

use super::CellView;
use crate::engine::bill::Ledger;
use crate::engine::flow::FlowShape;
use crate::model::CostLine;

/// # Formula
/// parallel share x what the moved work costs at home, for the parallel months after the first day
pub fn book(cell: &CellView, ledger: &mut Ledger) {
    ledger.book(CostLine::ParallelRunning, FlowShape::ParallelWage, cell.moved * cell.home.with_wages);
    ledger.book(CostLine::ParallelRunning, FlowShape::ParallelPrice, cell.moved * cell.home.with_prices);
}
