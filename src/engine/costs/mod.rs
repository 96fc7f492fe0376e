//! The cost lines, one file each. A file says what its line costs for the whole of a function at home, for a cell (a share of
//! a function at a site) or for a contract (a site), and on which shape in time.
//!
//! The formulas are those of docs/model.md, under the same names.

pub mod benefits;
pub mod coordination;
pub mod early_end;
pub mod governance;
pub mod parallel_running;
pub mod pay;
pub mod recruiting_and_training;
pub mod scope_changes;
pub mod selection;
pub mod severance;
pub mod supervision;
pub mod technology;
pub mod transition;
pub mod travel;
pub mod vendor_fees;
pub mod workspace;

use super::allocation::{Cell, Contract};
use super::bill::Ledger;
use super::lanes::Lanes;
use super::plan::VENDORS;
use super::timeline::TimeShape;
use super::world::{FunctionWorld, SiteWorld, World};
use crate::model::CostLine;

/// Lines of the home team, in the order of [`HomeCost::lines`], and whether each grows with wages (or else with prices).
pub const HOME_LINES: [(CostLine, bool); 7] = [
    (CostLine::Pay, true),
    (CostLine::Benefits, true),
    (CostLine::Supervision, true),
    (CostLine::Workspace, false),
    (CostLine::Technology, false),
    (CostLine::RecruitingAndTraining, true),
    (CostLine::RecruitingAndTraining, false),
];

/// What a function costs at home in a year, at the wages and prices of the decision.
#[derive(Clone, Debug)]
pub struct HomeCost {
    /// Yearly amounts, laid out as [`HOME_LINES`].
    pub lines: [Lanes; HOME_LINES.len()],
    /// Sum of the lines that grow with wages.
    pub with_wages: Lanes,
    /// Sum of the lines that grow with prices.
    pub with_prices: Lanes,
}

impl HomeCost {
    /// Positions of recruiting and training among the lines: the part that grows with wages, the part that grows with prices.
    pub const RECRUITING: [usize; 2] = [5, 6];

    /// Prices the whole of a function at home.
    pub fn new(world: &World, function: &FunctionWorld) -> Self {
        let pay = pay::yearly(function);
        let [recruiting_wages, recruiting_prices] = recruiting_and_training::yearly(world, function);
        let lines = [
            pay,
            benefits::yearly(world, pay),
            supervision::yearly(world, pay),
            workspace::yearly(world, function),
            technology::yearly(world, function),
            recruiting_wages,
            recruiting_prices,
        ];
        let (mut with_wages, mut with_prices) = (Lanes::ZERO, Lanes::ZERO);
        for ((_, grows_with_wages), amount) in HOME_LINES.iter().zip(&lines) {
            if *grows_with_wages { with_wages += *amount } else { with_prices += *amount }
        }
        Self { lines, with_wages, with_prices }
    }
}

/// Seats of a function: the heads who do the work, and those who lead and support them.
pub fn seats(world: &World, function: &FunctionWorld) -> Lanes {
    use crate::model::Assumption::{SpanOfControl, SupportStaff};
    let for_each_head = Lanes::splat(1.0) / *world.home(SpanOfControl) + *world.home(SupportStaff) + 1.0;
    function.headcount * for_each_head
}

/// What the lines of a cell need to know.
pub struct CellView<'a> {
    /// The draws that all sites share.
    pub world: &'a World,
    /// The draws of the function.
    pub function: &'a FunctionWorld,
    /// What the function costs at home.
    pub home: &'a HomeCost,
    /// The draws of the site.
    pub site: &'a SiteWorld,
    /// Share of the work that really moves: the share meant, times the share that can.
    pub moved: Lanes,
    /// Part of all that moves of the function in the strategy.
    pub part: f64,
    /// Yearly bill of each vendor in turn, at the decision's price, before ramp and rework.
    pub yearly_fees: [Lanes; VENDORS],
}

/// A cell, priced.
#[derive(Clone, Debug)]
pub struct PricedCell {
    /// Its amounts.
    pub ledger: Ledger,
    /// Share of the function's work that moves.
    pub moved: Lanes,
    /// Yearly bill of each vendor in turn.
    pub yearly_fees: [Lanes; VENDORS],
}

/// Prices every line of a cell. `homes` are the plan's functions at home.
pub fn price_cell(world: &World, homes: &[HomeCost], cell: &Cell) -> PricedCell {
    let (function, home) = (&world.functions[cell.function], &homes[cell.function]);
    let moved = function.movable_share[cell.site] * cell.share;
    let yearly_fees = vendor_fees::yearly(world, function, cell.site, moved);
    let view = CellView { world, function, home, site: &world.sites[cell.site], moved, part: cell.part, yearly_fees };
    let mut ledger = Ledger::default();
    for ((line, grows_with_wages), amount) in HOME_LINES.iter().zip(&home.lines) {
        let shape = if *grows_with_wages { TimeShape::AwayWage } else { TimeShape::AwayPrice };
        ledger.book(*line, shape, -(*amount * moved));
    }
    vendor_fees::book(&view, &mut ledger);
    scope_changes::book(&view, &mut ledger);
    coordination::book(&view, &mut ledger);
    transition::book_cell(&view, &mut ledger);
    parallel_running::book(&view, &mut ledger);
    severance::book(&view, &mut ledger);
    early_end::book_cell(&view, &mut ledger);
    PricedCell { ledger, moved, yearly_fees }
}

/// What the lines of a contract need to know.
pub struct ContractView<'a> {
    /// The draws of the site.
    pub site: &'a SiteWorld,
    /// Yearly bill of each vendor in turn, over all cells.
    pub yearly_fees: [Lanes; VENDORS],
}

/// Prices the lines that belong to a contract as a whole, over its cells.
pub fn price_contract(world: &World, cells: &[PricedCell], contract: &Contract) -> Ledger {
    let mut yearly_fees = [Lanes::ZERO; VENDORS];
    for &cell in &contract.cells {
        for (sum, fees) in yearly_fees.iter_mut().zip(&cells[cell].yearly_fees) {
            *sum += *fees;
        }
    }
    let view = ContractView { site: &world.sites[contract.site], yearly_fees };
    let mut ledger = Ledger::default();
    governance::book(&view, &mut ledger);
    travel::book(&view, &mut ledger);
    selection::book(&view, &mut ledger);
    transition::book_contract(&view, &mut ledger);
    early_end::book_contract(&view, &mut ledger);
    ledger
}
