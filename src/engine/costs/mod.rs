//! The cost lines, one file each. A file says what its line costs for the whole of a function at home, for a cell (a share of
//! a function at a site) or for a contract (a site), and on which shape in time.
//!
//! The formulas are those of docs/model.md, under the same names.

pub mod benefits;
pub mod compliance;
pub mod coordination;
pub mod core_interface;
pub mod early_end;
pub mod exit_cost;
pub mod governance;
pub mod lost_customers;
pub mod management_time;
pub mod parallel_running;
pub mod pay;
pub mod recruiting_and_training;
pub mod retention;
pub mod scope_changes;
pub mod selection;
pub mod service_credits;
pub mod severance;
pub mod shift_premium;
pub mod stranded_cost;
pub mod supervision;
pub mod technology;
pub mod transition;
pub mod travel;
pub mod vendor_fees;
pub mod vendor_tax;
pub mod workspace;

use super::allocation::{Cell, Contract};
use super::bill::Ledger;
use super::lanes::Lanes;
use super::plan::{Plan, VENDORS};
use super::timeline::TimeShape;
use super::world::{FunctionWorld, SiteWorld, World};
use crate::model::CostLine;

/// Lines of the home team, in the order of [`HomeCost::lines`], and whether each grows with wages (or else with prices).
pub const HOME_LINES: [(CostLine, bool); 8] = [
    (CostLine::Pay, true),
    (CostLine::Benefits, true),
    (CostLine::ShiftPremium, true),
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
    /// Prices the whole of a function at home.
    ///
    /// # Formula
    /// Where the cost of the function is known: each line x known cost / sum of the lines. A line that is not counted is not
    /// there, neither as a line nor in what is a share of the cost at home.
    pub fn new(plan: &Plan, world: &World, function: &FunctionWorld) -> Self {
        let pay = pay::yearly(function);
        let [recruiting_wages, recruiting_prices] = recruiting_and_training::yearly(world, function);
        let mut lines = [
            pay,
            benefits::yearly(world, pay),
            shift_premium::yearly(world, function, pay),
            supervision::yearly(world, pay),
            workspace::yearly(world, function),
            technology::yearly(world, function),
            recruiting_wages,
            recruiting_prices,
        ];
        for ((line, _), amount) in HOME_LINES.iter().zip(&mut lines) {
            if !plan.counted[line.index()] {
                *amount = Lanes::ZERO;
            }
        }
        if let Some(known) = &function.known_cost {
            let mut sum = Lanes::ZERO;
            for amount in &lines {
                sum += *amount;
            }
            // Nothing is left to be scaled where no line is counted.
            let factor = known.zip(sum, |known, sum| if sum > 0.0 { known / sum } else { 0.0 });
            lines = lines.map(|amount| amount * factor);
        }
        let (mut with_wages, mut with_prices) = (Lanes::ZERO, Lanes::ZERO);
        for ((_, grows_with_wages), amount) in HOME_LINES.iter().zip(&lines) {
            if *grows_with_wages { with_wages += *amount } else { with_prices += *amount }
        }
        Self { lines, with_wages, with_prices }
    }

    /// The amount on a line; the sum where a line has two parts.
    pub fn line(&self, wanted: CostLine) -> Lanes {
        let mut amount = Lanes::ZERO;
        for ((line, _), part) in HOME_LINES.iter().zip(&self.lines) {
            if *line == wanted {
                amount += *part;
            }
        }
        amount
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
    /// Yearly bill of each vendor in turn, at the decision's price, before ramp and rework.
    pub yearly_fees: [Lanes; VENDORS],
}

impl CellView<'_> {
    /// What the moved work costs at home in a year.
    pub fn displaced(&self) -> Lanes {
        self.moved * (self.home.with_wages + self.home.with_prices)
    }
}

/// A cell, priced.
#[derive(Clone, Debug)]
pub struct PricedCell {
    /// Its amounts.
    pub ledger: Ledger,
    /// Share of the function's work that moves.
    pub moved: Lanes,
    /// Whether the data is highly sensitive.
    pub is_highly_sensitive: bool,
    /// Yearly bill of each vendor in turn.
    pub yearly_fees: [Lanes; VENDORS],
}

/// Prices every line of a cell. `homes` are the plan's functions at home.
pub fn price_cell(plan: &Plan, world: &World, homes: &[HomeCost], cell: &Cell) -> PricedCell {
    let (function, home) = (&world.functions[cell.function], &homes[cell.function]);
    let moved = function.movable_share[cell.site] * cell.share;
    let yearly_fees = vendor_fees::yearly(world, function, cell.site, moved);
    let view = CellView { world, function, home, site: &world.sites[cell.site], moved, yearly_fees };
    let mut ledger = Ledger::new(&plan.counted);
    for ((line, grows_with_wages), amount) in HOME_LINES.iter().zip(&home.lines) {
        let shape = if *grows_with_wages { TimeShape::AwayWage } else { TimeShape::AwayPrice };
        ledger.book(*line, shape, -(*amount * moved * function.avoidable));
    }
    vendor_fees::book(&view, &mut ledger);
    service_credits::book(&view, &mut ledger);
    vendor_tax::book(&view, &mut ledger);
    scope_changes::book(&view, &mut ledger);
    coordination::book(&view, &mut ledger);
    core_interface::book(&view, &mut ledger);
    compliance::book_cell(&view, &mut ledger);
    lost_customers::book(&view, &mut ledger);
    management_time::book(&view, &mut ledger);
    transition::book_cell(&view, &mut ledger);
    parallel_running::book(&view, &mut ledger);
    severance::book(&view, &mut ledger);
    retention::book(&view, &mut ledger);
    stranded_cost::book(&view, &mut ledger);
    early_end::book_cell(&view, &mut ledger);
    if plan.count_exit {
        exit_cost::book_cell(&view, &mut ledger);
    }
    PricedCell { ledger, moved, is_highly_sensitive: function.is_highly_sensitive, yearly_fees }
}

/// What the lines of a contract need to know.
pub struct ContractView<'a> {
    /// The draws of the site.
    pub site: &'a SiteWorld,
    /// Yearly bill of each vendor in turn, over all cells.
    pub yearly_fees: [Lanes; VENDORS],
    /// Whether any of its data is highly sensitive.
    pub is_highly_sensitive: bool,
}

/// Prices the lines that belong to a contract as a whole, over its cells.
pub fn price_contract(plan: &Plan, world: &World, cells: &[PricedCell], contract: &Contract) -> Ledger {
    let mut yearly_fees = [Lanes::ZERO; VENDORS];
    for &cell in &contract.cells {
        for (sum, fees) in yearly_fees.iter_mut().zip(&cells[cell].yearly_fees) {
            *sum += *fees;
        }
    }
    let is_highly_sensitive = contract.cells.iter().any(|&cell| cells[cell].is_highly_sensitive);
    let view = ContractView { site: &world.sites[contract.site], yearly_fees, is_highly_sensitive };
    let mut ledger = Ledger::new(&plan.counted);
    governance::book(&view, &mut ledger);
    compliance::book_contract(&view, &mut ledger);
    travel::book(&view, &mut ledger);
    selection::book(&view, &mut ledger);
    transition::book_contract(&view, &mut ledger);
    early_end::book_contract(&view, &mut ledger);
    if plan.count_exit {
        exit_cost::book_contract(&view, &mut ledger);
    }
    ledger
}
