//! What an early end costs: choosing and moving to another vendor, both running side by side, or hiring again at home.
//!
//! The rest of its effect is in the other lines: the new vendor's price and ramp in the fees, the work that came home in pay.

use super::recruiting_and_training::learning;
use super::{ContractView, FlowView, selection, transition};
use crate::engine::bill::Ledger;
use crate::engine::lanes::Lanes;
use crate::engine::timeline::SiteShape;
use crate::model::{Assumption, CostLine};

/// # Formula
/// At each take-over: exit effort x the planned transition of the flow's heads with its overrun, in that month's prices,
/// and the new vendor's bill for parallel share x parallel months. When the work comes home: exit effort x moved heads x
/// (hire cost + learning), in that month's wages.
pub fn book_flow(flow: &FlowView, ledger: &mut Ledger) {
    let effort = *flow.site.get(Assumption::ExitEffort);
    let planned = transition::planned_for_flow(flow) * effort;
    for (successor, overlap) in SiteShape::OVERLAPS.into_iter().enumerate() {
        book_switch(ledger, successor, planned, flow.site.vendors[successor + 1].overrun);
        ledger.book(CostLine::EarlyEnd, overlap, flow.yearly_fees[successor + 1]);
    }
    ledger.book(CostLine::EarlyEnd, SiteShape::Return, hiring_again(flow) * effort);
}

/// What it costs to have people for the flow's work at home again.
///
/// # Formula
/// moved x heads x (hire cost + learning)
pub fn hiring_again(flow: &FlowView) -> Lanes {
    let new_hire = *flow.world.home(Assumption::HireCost) + learning(flow.world, flow.function);
    flow.moved * flow.function.headcount * new_hire
}

/// # Formula
/// At each take-over: exit effort x (selection of the new vendor, and the contract's part of the transition with its overrun).
pub fn book_contract(contract: &ContractView, ledger: &mut Ledger) {
    let effort = *contract.site.get(Assumption::ExitEffort);
    for (successor, switch) in SiteShape::SWITCHES.into_iter().enumerate() {
        let planned = transition::planned_for_contract(contract, successor + 1) * effort;
        book_switch(ledger, successor, planned, contract.site.vendors[successor + 1].overrun);
        ledger.book(CostLine::EarlyEnd, switch, selection::amount(contract, successor + 1) * effort);
    }
}

fn book_switch(ledger: &mut Ledger, successor: usize, planned: Lanes, overrun: Lanes) {
    let switch = SiteShape::SWITCHES[successor];
    ledger.book(CostLine::EarlyEnd, switch, planned * (overrun + 1.0));
}
