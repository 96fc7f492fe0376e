//! The amounts of a block: what every flow, cell and contract has booked, before it is known when.

use super::bill::Ledger;
use super::booked::{BookedContract, BookedFlow};
use super::costs::{FlowView, HomeCost, PricedCell, PricedFlow, price_contract};
use super::plan::Plan;
use super::world::World;

/// The amounts of a block: flows, cells and contracts in the plan's order.
pub struct Priced {
    /// Functions at a site.
    pub flows: Vec<PricedFlow>,
    /// Shares of them.
    pub cells: Vec<PricedCell>,
    /// What belongs to a contract as a whole.
    pub contracts: Vec<Ledger>,
    /// What each flow has booked on shapes.
    pub booked_flows: Vec<BookedFlow>,
    /// What each contract has booked on those of its site.
    pub booked: Vec<BookedContract>,
}

impl Priced {
    /// Prices every flow, every cell and every contract.
    pub fn new(plan: &Plan, world: &World, homes: &[HomeCost]) -> Self {
        let views: Vec<FlowView> = plan.flows.iter().map(|flow| FlowView::new(plan, world, homes, flow)).collect();
        let flows: Vec<PricedFlow> = views.iter().map(|view| PricedFlow::new(plan, view)).collect();
        let cells: Vec<PricedCell> =
            plan.cells.iter().map(|cell| PricedCell::new(plan, &views[cell.flow], cell)).collect();
        let contracts: Vec<Ledger> =
            plan.contracts.iter().map(|contract| price_contract(plan, world, &flows, contract)).collect();
        let booked_flows: Vec<BookedFlow> = flows.iter().map(|flow| BookedFlow::new(&flow.ledger)).collect();
        let of_contract = |(contract, ledger)| BookedContract::new(plan, contract, &booked_flows, &cells, ledger);
        let booked = (0..).zip(&contracts).map(of_contract).collect();
        Self { flows, cells, contracts, booked_flows, booked }
    }
}
