//! The amounts of a block: what every cell and every contract has booked, before it is known when.

use super::bill::Ledger;
use super::booked::Booked;
use super::costs::{HomeCost, PricedCell, price_cell, price_contract};
use super::plan::Plan;
use super::world::World;

/// The amounts of a block: cells and contracts in the plan's order.
pub struct Priced {
    /// Shares of a function at a site.
    pub cells: Vec<PricedCell>,
    /// What belongs to a contract as a whole.
    pub contracts: Vec<Ledger>,
    /// What each contract has booked on shapes, its cells included.
    pub booked: Vec<Booked>,
}

impl Priced {
    /// Prices every cell and every contract.
    pub fn new(plan: &Plan, world: &World, homes: &[HomeCost]) -> Self {
        let cells: Vec<PricedCell> = plan.cells.iter().map(|cell| price_cell(plan, world, homes, cell)).collect();
        let contracts: Vec<Ledger> =
            plan.contracts.iter().map(|contract| price_contract(plan, world, &cells, contract)).collect();
        let booked =
            (0..).zip(&contracts).map(|(contract, ledger)| Booked::new(plan, contract, &cells, ledger)).collect();
        Self { cells, contracts, booked }
    }
}
