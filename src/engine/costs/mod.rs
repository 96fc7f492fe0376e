//! The cost lines, one file each. A file says what its line costs for the whole of a function at home, for a flow (a function at a
//! site), for a cell (a share of a flow) where that is no share of the flow's, or for a contract (a site), and on which shape in time.
//!
//! The formulas are those of docs/model.md, under the same names.

pub mod automation;
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
pub mod scaling;
pub mod scope_changes;
pub mod seasonal_peaks;
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

use super::allocation::{Cell, Contract, FlowPlan};
use super::bill::{Ledger, LineSums};
use super::lanes::{Lanes, sum_of};
use super::plan::{Plan, VENDORS};
use super::products::Products;
use super::team::{Team, TeamShape};
use super::world::{FunctionWorld, SiteWorld, World};
use crate::model::CostLine;

/// Lines of the home team, in the order of [`HomeCost::lines`], and the shape in time of each.
pub const HOME_LINES: [(CostLine, TeamShape); 13] = [
    (CostLine::Pay, TeamShape::Wage),
    (CostLine::Benefits, TeamShape::Wage),
    (CostLine::ShiftPremium, TeamShape::Wage),
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
    /// Positions of replacing a whole team among the lines: the part that grows with wages, the part that grows with prices.
    pub const REPLACING: [usize; 2] = [6, 7];

    /// Prices the whole of a function at home.
    ///
    /// # Formula
    /// Where the cost of the function is known: each line that is part of it x known cost / what a year of steady work costs. A
    /// line that is not counted is not there, neither as a line nor in what is a share of the cost at home.
    pub fn new(plan: &Plan, world: &World, function: &FunctionWorld) -> Self {
        let pay = pay::yearly(function);
        let [learning, hiring] = recruiting_and_training::of_whole_team(world, function);
        let mut lines = [
            pay,
            benefits::yearly(world, pay),
            shift_premium::yearly(world, function, pay),
            supervision::yearly(world, pay),
            workspace::yearly(world, function),
            technology::yearly(world, function),
            learning,
            hiring,
            learning,
            hiring,
            scaling::letting_go(world, function),
            seasonal_peaks::yearly(world, pay),
            automation::of_whole_team(world, function),
        ];
        for ((line, _), amount) in HOME_LINES.iter().zip(&mut lines) {
            if !plan.counted[line.index()] {
                *amount = Lanes::ZERO;
            }
        }
        let mut home = Self { lines, with_wages: Lanes::ZERO, with_prices: Lanes::ZERO };
        home.add_up(&function.attrition);
        if let Some(known) = &function.known_cost {
            // Nothing is left to be scaled where no line is counted.
            let sum = home.with_wages + home.with_prices;
            home.scale(&known.zip(sum, |known, sum| if sum > 0.0 { known / sum } else { 0.0 }));
            home.add_up(&function.attrition);
        }
        home
    }

    /// What a year of steady work costs.
    fn add_up(&mut self, attrition: &Lanes) {
        (self.with_wages, self.with_prices) = (Lanes::ZERO, Lanes::ZERO);
        for ((_, shape), amount) in HOME_LINES.iter().zip(&self.lines) {
            match shape {
                TeamShape::Wage => self.with_wages += *amount,
                TeamShape::ReplacedWage => self.with_wages += *attrition * *amount,
                TeamShape::Price | TeamShape::Seats => self.with_prices += *amount,
                TeamShape::ReplacedPrice => self.with_prices += *attrition * *amount,
                // Steady work has none of these.
                TeamShape::AddedWage
                | TeamShape::AddedPrice
                | TeamShape::LetGo
                | TeamShape::Overtime
                | TeamShape::Automation => {}
            }
        }
    }

    fn scale(&mut self, factor: &Lanes) {
        for ((_, shape), amount) in HOME_LINES.iter().zip(&mut self.lines) {
            if is_part_of_known_cost(*shape) {
                *amount = *amount * *factor;
            }
        }
    }

    /// Writes down what the month costs that the team has just been laid out for: what a known cost stands for, and the rest.
    pub fn month(&self, team: &Team, month: &mut [Lanes; 2]) {
        let mut products = [Products::new(), Products::new()];
        for ((_, shape), amount) in HOME_LINES.iter().zip(&self.lines) {
            if team.in_use[*shape as usize] {
                let part = usize::from(!is_part_of_known_cost(*shape));
                products[part].add(amount, &team.shapes[*shape as usize], &mut month[part]);
            }
        }
        products.iter_mut().zip(month).for_each(|(products, part)| products.write(part));
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

/// Whether a known cost of the function stands in for what is booked on this shape. Letting people go and putting automation to
/// work come on top of what a year has cost so far.
fn is_part_of_known_cost(shape: TeamShape) -> bool {
    !matches!(shape, TeamShape::LetGo | TeamShape::Automation)
}

/// Which shapes of the home team any line that is counted follows.
pub fn shapes_at_home(counted: &[bool; CostLine::COUNT]) -> [bool; TeamShape::COUNT] {
    let mut shapes = [false; TeamShape::COUNT];
    for (line, shape) in HOME_LINES {
        shapes[shape as usize] |= counted[line.index()];
    }
    shapes
}

/// Seats of a function: the heads who do the work, and those who lead and support them.
pub fn seats(world: &World, function: &FunctionWorld) -> Lanes {
    use crate::model::Assumption::{SpanOfControl, SupportStaff};
    let for_each_head = Lanes::splat(1.0) / *world.home(SpanOfControl) + *world.home(SupportStaff) + 1.0;
    function.headcount * for_each_head
}

/// What the lines of a flow need to know.
pub struct FlowView<'a> {
    /// The draws that all sites share.
    pub world: &'a World,
    /// The draws of the function.
    pub function: &'a FunctionWorld,
    /// What the function costs at home.
    pub home: &'a HomeCost,
    /// The draws of the site.
    pub site: &'a SiteWorld,
    /// Share of the work that moves: all that can.
    pub moved: Lanes,
    /// Yearly bill of each vendor in turn, at the decision's price, before ramp and rework.
    pub yearly_fees: [Lanes; VENDORS],
}

impl<'a> FlowView<'a> {
    /// Of a flow of the plan. `homes` are the plan's functions at home.
    pub fn new(plan: &Plan, world: &'a World, homes: &'a [HomeCost], flow: &FlowPlan) -> Self {
        let function = &world.functions[flow.function];
        let moved = function.movable_share[flow.site];
        let pricing = plan.pricing_of(flow.function, flow.site);
        Self {
            world,
            function,
            home: &homes[flow.function],
            site: &world.sites[flow.site],
            moved,
            yearly_fees: vendor_fees::yearly(world, function, pricing, flow.site, moved),
        }
    }

    /// What the moved work costs at home in a year.
    pub fn displaced(&self) -> Lanes {
        self.moved * (self.home.with_wages + self.home.with_prices)
    }
}

/// A flow, priced for all of the function that can move: nearly everything that its cells cost is their share of it.
#[derive(Clone, Debug)]
pub struct PricedFlow {
    /// Its amounts.
    pub ledger: Ledger,
    /// Share of the function's work that moves.
    pub moved: Lanes,
    /// Share of the home team's cost that goes away with it: of what a known cost stands for, and of the rest.
    gone: [Lanes; 2],
    /// Yearly bill of each vendor in turn.
    pub yearly_fees: [Lanes; VENDORS],
    is_highly_sensitive: bool,
}

impl PricedFlow {
    /// Prices every line that grows with the share that moves.
    pub fn new(plan: &Plan, view: &FlowView) -> Self {
        let mut ledger = Ledger::new(&plan.counted);
        vendor_fees::book(&mut ledger);
        service_credits::book(view, &mut ledger);
        vendor_tax::book(view, &mut ledger);
        scope_changes::book(view, &mut ledger);
        coordination::book(view, &mut ledger);
        core_interface::book(view, &mut ledger);
        compliance::book_flow(view, &mut ledger);
        lost_customers::book(view, &mut ledger);
        management_time::book(view, &mut ledger);
        transition::book_flow(view, &mut ledger);
        parallel_running::book(view, &mut ledger);
        stranded_cost::book(view, &mut ledger);
        early_end::book_flow(view, &mut ledger);
        if plan.count_exit {
            exit_cost::book_flow(view, &mut ledger);
        }
        Self {
            ledger,
            moved: view.moved,
            gone: [view.moved * view.function.avoidable, view.moved],
            yearly_fees: view.yearly_fees,
            is_highly_sensitive: view.function.is_highly_sensitive,
        }
    }

    /// Writes down by how much less a month costs at home of which the part `gone` of the work is gone; `team_month` as in
    /// [`HomeCost::month`].
    pub fn displaced(&self, gone: &Lanes, team_month: &[Lanes; 2], displaced: &mut Lanes) {
        let ([known, rest], [of_known, of_rest]) = (team_month, &self.gone);
        displaced.set(|lane| gone.0[lane] * (of_known.0[lane] * known.0[lane] + of_rest.0[lane] * rest.0[lane]));
    }

    /// Takes off each line what the home team no longer costs, summed over the trials. `displaced` gives the sum of a shape in a
    /// trial for the whole of the function.
    pub fn take_off(&self, home: &HomeCost, displaced: impl Fn(TeamShape, usize) -> f64, lines: &mut LineSums) {
        for ((line, shape), amount) in HOME_LINES.iter().zip(&home.lines) {
            let gone = &self.gone[usize::from(!is_part_of_known_cost(*shape))];
            lines[line.index()] -= sum_of(|lane| amount.0[lane] * gone.0[lane] * displaced(*shape, lane));
        }
    }
}

/// What the lines of a cell need to know that do not grow with its share.
pub struct CellView<'a> {
    /// Its flow.
    pub flow: &'a FlowView<'a>,
    /// Share of the work that really moves: the share meant, times the share that can.
    pub moved: Lanes,
    /// Part of all that moves of the function in the strategy.
    pub part: f64,
}

/// A cell, priced.
#[derive(Clone, Debug)]
pub struct PricedCell {
    /// The amounts that are no share of its flow's.
    pub ledger: Ledger,
    /// Share of the function's work that moves.
    pub moved: Lanes,
}

impl PricedCell {
    /// Prices what is no share of the flow.
    pub fn new(plan: &Plan, flow: &FlowView, cell: &Cell) -> Self {
        let view = CellView { flow, moved: flow.moved * cell.share, part: cell.part };
        let mut ledger = Ledger::new(&plan.counted);
        severance::book(&view, &mut ledger);
        retention::book(&view, &mut ledger);
        Self { ledger, moved: view.moved }
    }
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
pub fn price_contract(plan: &Plan, world: &World, flows: &[PricedFlow], contract: &Contract) -> Ledger {
    let mut yearly_fees = [Lanes::ZERO; VENDORS];
    let mut is_highly_sensitive = false;
    for cell in contract.cells.iter().map(|&cell| &plan.cells[cell]) {
        let flow = &flows[cell.flow];
        for (sum, fees) in yearly_fees.iter_mut().zip(&flow.yearly_fees) {
            sum.add_scaled(cell.share, fees);
        }
        is_highly_sensitive |= flow.is_highly_sensitive;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replacing_people_stands_where_it_is_looked_for() {
        let shapes = HomeCost::REPLACING.map(|position| HOME_LINES[position]);
        let line = CostLine::RecruitingAndTraining;
        assert_eq!(shapes, [(line, TeamShape::ReplacedWage), (line, TeamShape::ReplacedPrice)]);
    }
}
