//! The home team kept on beside the vendor's for the first months.

use super::FlowView;
use crate::engine::bill::Ledger;
use crate::engine::flow::FlowShape;
use crate::model::CostLine;

/// # Formula
/// parallel share x what goes away at home with the moved work, for the parallel months after the first day
pub fn book(flow: &FlowView, ledger: &mut Ledger) {
    let kept = flow.moved * flow.function.avoidable;
    ledger.book(CostLine::ParallelRunning, FlowShape::ParallelWage, kept * flow.home.with_wages);
    ledger.book(CostLine::ParallelRunning, FlowShape::ParallelPrice, kept * flow.home.with_prices);
}
