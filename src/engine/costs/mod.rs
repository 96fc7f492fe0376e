//! The cost lines, one file each. A file says what its line costs for the whole of a function at home, for a cell (a share of
//! a function at a site) or for a contract (a site), and on which shape in time.
//!
//! The formulas are those of docs/model.md, under the same names.

pub mod automation;
pub mod benefits;
pub mod coordination;
pub mod early_end;
pub mod governance;
pub mod parallel_running;
pub mod pay;
pub mod recruiting_and_training;
pub mod scaling;
pub mod scope_changes;
pub mod seasonal_peaks;
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
use super::shape::TimeShape;
use super::team::TeamShape;
use super::world::{FunctionWorld, SiteWorld, World};
use crate::model::{CostLine, PricingUnit};

/// Lines of the home team, in the order of [`HomeCost::lines`], and the shape in time of each.
pub const HOME_LINES: [(CostLine, TeamShape); 12] = [
    (CostLine::Pay, TeamShape::Wage),
    (CostLine::Benefits, TeamShape::Wage),
    (CostLine::Supervision, TeamShape::Wage),
    (CostLine::Workspace, TeamShape::Seats),
    (CostLine::Technology, TeamShape::Price),
    (CostLine::RecruitingAndTraining, TeamShape::ReplacedWage),
    (CostLine::RecruitingAndTraining, TeamShape::ReplacedPrice),
    (CostLine::Scaling, TeamShape::AddedWage),
    (CostLine::Scaling, TeamShape::AddedPrice),
    (CostLine::Scaling, TeamShape::LetGo),
    (CostLine::SeasonalPeaks, TeamShape::Overtime),
    (CostLine::Automation, TeamShape::Automation),
];

/// What a function costs at home in a year, at the wages and prices of the decision.
#[derive(Clone, Debug)]
pub struct HomeCost {
    /// Amounts for the work at the decision, laid out as [`HOME_LINES`].
    pub lines: [Lanes; HOME_LINES.len()],
    /// What a year of steady work costs in lines that grow with wages.
    pub with_wages: Lanes,
    /// The same in lines that grow with prices.
    pub with_prices: Lanes,
}

impl HomeCost {
    /// Prices the whole of a function at home.
    pub fn new(world: &World, function: &FunctionWorld) -> Self {
        let pay = pay::yearly(function);
        let (benefits, supervision) = (benefits::yearly(world, pay), supervision::yearly(world, pay));
        let (workspace, technology) = (workspace::yearly(world, function), technology::yearly(world, function));
        let [learning, hiring] = recruiting_and_training::of_whole_team(world, function);
        let lines = [
            pay,
            benefits,
            supervision,
            workspace,
            technology,
            learning,
            hiring,
            learning,
            hiring,
            scaling::letting_go(world, function),
            seasonal_peaks::yearly(world, pay),
            automation::of_whole_team(world, function),
        ];
        Self {
            lines,
            with_wages: pay + benefits + supervision + function.attrition * learning,
            with_prices: workspace + technology + function.attrition * hiring,
        }
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

/// Prices every line of a cell. `homes` are the plan's functions at home, `pricing` is what the vendor charges for.
pub fn price_cell(world: &World, homes: &[HomeCost], cell: &Cell, pricing: PricingUnit) -> PricedCell {
    let (function, home) = (&world.functions[cell.function], &homes[cell.function]);
    let moved = function.movable_share[cell.site] * cell.share;
    let yearly_fees = vendor_fees::yearly(world, function, pricing, cell.site, moved);
    let view = CellView { world, function, home, site: &world.sites[cell.site], moved, yearly_fees };
    let mut ledger = Ledger::default();
    for ((line, shape), amount) in HOME_LINES.iter().zip(&home.lines) {
        ledger.book(*line, TimeShape::displaced(*shape), -(*amount * moved));
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
