//! The months of a block, one after the other: volumes, teams, sites, flows, and what each contract costs in the month.

use super::bill::Ledger;
use super::break_even::BreakEven;
use super::costs::{HomeCost, PricedCell, shapes_at_home};
use super::events::Events;
use super::events::data_breach::BreachWorld;
use super::events::places::FlowEvents;
use super::flow::{Flow, FlowShape, OwnShapes, Staffed};
use super::lanes::Lanes;
use super::over_time::{CostOverTime, LinesOfPlan};
use super::plan::{Plan, VENDORS};
use super::products::Products;
use super::shape::Coefficients;
use super::staffing::Part;
use super::team::Team;
use super::timeline::{SiteShapes, Timeline};
use super::volume::{Volume, Work};
use super::volume_terms::{MonthOfContract, VolumeTerms};
use super::world::World;

/// The amounts of a block: cells and contracts in the plan's order.
pub struct Priced {
    /// Shares of a function at a site.
    pub cells: Vec<PricedCell>,
    /// What belongs to a contract as a whole.
    pub contracts: Vec<Ledger>,
}

/// Everything that moves from month to month.
pub struct Stage<'a> {
    /// The work of every function in each month.
    pub work: Vec<Vec<Work>>,
    /// The home teams, in the order of the functions.
    pub teams: Vec<Team>,
    /// What each costs in the month laid out last, as in [`HomeCost::month`].
    team_months: Vec<[Lanes; 2]>,
    /// How the work of the flow laid out last is staffed.
    staffed: Staffed,
    /// The sites in use.
    pub timelines: Vec<Timeline<'a>>,
    /// The work that flows to them.
    pub flows: Vec<Flow>,
    /// Terms of each contract that depend on a month's whole bill.
    pub terms: Vec<VolumeTerms>,
}

impl<'a> Stage<'a> {
    /// Before the first month. Breaches put contracts under strain.
    pub fn new(plan: &'a Plan, world: &'a World, priced: &Priced, breaches: &BreachWorld) -> Self {
        let timeline = |site| Timeline::new(plan, world, site, &breaches.strain(plan, world, site));
        let mut volume = Volume::new(plan, world);
        let terms = |contract: usize| {
            let site = &world.sites[plan.contracts[contract].site];
            VolumeTerms::new(plan, contract, &priced.cells, site)
        };
        let mut work = vec![vec![Work::NONE; plan.functions.len()]; plan.horizon_months];
        work.iter_mut().enumerate().for_each(|(month, work)| volume.step(month, work));
        let followed = shapes_at_home(&plan.counted);
        Self {
            work,
            teams: world.functions.iter().map(|function| Team::new(&function.attrition, followed)).collect(),
            staffed: Staffed::NONE,
            team_months: vec![[Lanes::ZERO; 2]; plan.functions.len()],
            timelines: (0..plan.sites.len()).map(timeline).collect(),
            flows: plan.flows.iter().map(|flow| Flow::new(plan.pricing_of(flow.function, flow.site))).collect(),
            terms: (0..plan.contracts.len()).map(terms).collect(),
        }
    }

    /// Lays out the month with this index (from 0); months come one after the other.
    fn lay_out(&mut self, plan: &Plan, world: &World, homes: &[HomeCost], month: usize) {
        let (year, discount) = (month / 12, plan.discount[month]);
        let work = &self.work[month];
        let functions = plan.functions.iter().zip(&world.functions);
        for ((team, work), (function, draws)) in self.teams.iter_mut().zip(work).zip(functions) {
            let mut level = work.level();
            let table = &function.staffing;
            if !table.is_proportional() {
                level = table.level(Part::Whole, &draws.work, &level);
            }
            team.lay_out(month, &level, work, [&world.wage_index[year], &world.price_index[year]], discount);
        }
        for ((cost, home), team) in self.team_months.iter_mut().zip(homes).zip(&self.teams) {
            home.month(team, cost);
        }
        for timeline in &mut self.timelines {
            timeline.lay_out(month);
        }
        let staffed = &mut self.staffed;
        for (flow, of) in self.flows.iter_mut().zip(&plan.flows) {
            staffed.lay_out(plan, world, of, &work[of.function]);
            let (team, month) = (&self.teams[of.function], &self.team_months[of.function]);
            flow.lay_out(staffed, team, month, &self.timelines[of.site], discount);
        }
    }
}

/// What a contract has booked on shapes: those of its site, and those of each flow.
struct Booked {
    site: SiteShapes,
    cells: Vec<BookedCell>,
}

/// What a cell has booked on the shapes of its flow.
struct BookedCell {
    flow: usize,
    gone: [Lanes; 2],
    moved: Lanes,
    amounts: OwnShapes,
}

impl Booked {
    fn new(plan: &Plan, contract: usize, priced: &Priced) -> Self {
        let mut coefficients = Coefficients::ZERO;
        priced.contracts[contract].add_to(&mut coefficients);
        let cells = plan.contracts[contract].cells.iter().map(|&cell| {
            coefficients.flow = [Lanes::ZERO; FlowShape::OWN];
            priced.cells[cell].ledger.add_to(&mut coefficients);
            let PricedCell { gone, moved, .. } = priced.cells[cell];
            BookedCell { flow: plan.cells[cell].flow, gone, moved, amounts: coefficients.flow }
        });
        let cells = cells.collect();
        Self { site: coefficients.site, cells }
    }

    /// What the month costs over staying at home, in parts that terms of the contract depend on.
    fn month(
        &self,
        month: usize,
        timeline: &Timeline,
        flows: &[Flow],
        events: &[FlowEvents],
        of_month: &mut MonthOfContract,
    ) {
        let MonthOfContract { displaced, bill, rest } = of_month;
        for part in [&mut *displaced, &mut *bill, &mut *rest] {
            part.set(|_| 0.0);
        }
        let [mut of_displaced, mut of_bill, mut of_rest] = [Products::new(), Products::new(), Products::new()];
        for (shape, value) in timeline.shapes() {
            of_rest.add(&self.site[shape], value, rest);
        }
        for cell in &self.cells {
            let flow = &flows[cell.flow];
            if !flow.works() {
                continue;
            }
            of_rest.add(&cell.moved, &events[cell.flow].months[month], rest);
            for (gone, month) in cell.gone.iter().zip(&flow.displaced) {
                of_displaced.add(gone, month, displaced);
            }
            for (shape, value) in flow.shapes() {
                let (products, sum) =
                    if shape < VENDORS { (&mut of_bill, &mut *bill) } else { (&mut of_rest, &mut *rest) };
                products.add(&cell.amounts[shape], value, sum);
            }
        }
        of_displaced.add_to(displaced);
        of_bill.add_to(bill);
        of_rest.add_to(rest);
    }
}

/// Lays out every month once, and follows each strategy's cumulative saving to its break-even and its cost to the end.
pub fn run_through_the_months(
    plan: &Plan,
    world: &World,
    homes: &[HomeCost],
    priced: &Priced,
    events: &Events,
    stage: &mut Stage,
) -> Vec<(Lanes, CostOverTime)> {
    let booked: Vec<Booked> = (0..plan.contracts.len()).map(|contract| Booked::new(plan, contract, priced)).collect();
    let start = || (BreakEven::default(), CostOverTime::new(plan));
    let mut followed: Vec<(BreakEven, CostOverTime)> = plan.strategies.iter().map(|_| start()).collect();
    let mut costs = vec![Lanes::ZERO; plan.contracts.len()];
    let mut parts = MonthOfContract { displaced: Lanes::ZERO, bill: Lanes::ZERO, rest: Lanes::ZERO };
    for month in 0..plan.horizon_months {
        stage.lay_out(plan, world, homes, month);
        for (((contract, booked), terms), cost) in
            plan.contracts.iter().zip(&booked).zip(&mut stage.terms).zip(&mut costs)
        {
            let timeline = &stage.timelines[contract.site];
            booked.month(month, timeline, &stage.flows, &events.flows, &mut parts);
            cost.set(|lane| (parts.bill.0[lane] - parts.displaced.0[lane]) + parts.rest.0[lane]);
            let site = &world.sites[contract.site];
            terms.add_month(&stage.flows, timeline, site, &parts, plan.discount[month], cost);
        }
        let mut at_home = events.home.months[month];
        for part in stage.team_months.as_flattened() {
            at_home += part;
        }
        let mut in_house = at_home;
        events.strategies[0].add_month(month, &mut in_house);
        followed[0].1.add_month(plan, &in_house);
        let strategies = plan.strategies.iter().zip(&events.strategies).zip(&mut followed).skip(1);
        for ((strategy, events_here), (break_even, over_time)) in strategies {
            let mut cost = at_home;
            for &contract in &strategy.contracts {
                cost += &costs[contract];
            }
            events_here.add_month(month, &mut cost);
            break_even.add_month(month, &in_house, &cost);
            over_time.add_month(plan, &cost);
        }
        if (month + 1).is_multiple_of(12) || month + 1 == plan.horizon_months {
            let lines = LinesOfPlan::new(plan, homes, priced, stage, 0);
            for ((_, over_time), strategy) in followed.iter_mut().zip(&plan.strategies) {
                over_time.end_year(lines.of(&strategy.contracts));
            }
        }
    }
    followed.into_iter().map(|(break_even, over_time)| (break_even.month(), over_time)).collect()
}
