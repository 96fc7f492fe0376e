//! The months of a block, one after the other: volumes, teams, sites, flows, and what each contract costs in the month.

use super::bill::Ledger;
use super::break_even::BreakEven;
use super::costs::{HomeCost, PricedCell};
use super::events::account::StrategyEvents;
use super::events::data_breach::BreachWorld;
use super::flow::{Flow, FlowShape, FlowShapes, Staffed};
use super::lanes::Lanes;
use super::over_time::{CostOverTime, home_cost, lines_so_far};
use super::plan::Plan;
use super::shape::Coefficients;
use super::staffing::Part;
use super::team::{Team, TeamShape};
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
        Self {
            work: (0..plan.horizon_months).map(|month| volume.step(month)).collect(),
            teams: world.functions.iter().map(|function| Team::new(&function.attrition)).collect(),
            timelines: (0..plan.sites.len()).map(timeline).collect(),
            flows: plan.flows.iter().map(|flow| Flow::new(plan.pricing_of(flow.function, flow.site))).collect(),
            terms: (0..plan.contracts.len()).map(terms).collect(),
        }
    }

    /// Lays out the month with this index (from 0); months come one after the other.
    fn lay_out(&mut self, plan: &Plan, world: &World, month: usize) {
        let (year, discount) = (month / 12, plan.discount[month]);
        let work = &self.work[month];
        let functions = plan.functions.iter().zip(&world.functions);
        for ((team, work), (function, draws)) in self.teams.iter_mut().zip(work).zip(functions) {
            let volume = work.level();
            let table = &function.staffing;
            let level = if table.is_proportional() { volume } else { table.level(Part::Whole, &draws.work, &volume) };
            team.lay_out(month, level, work, [&world.wage_index[year], &world.price_index[year]], discount);
        }
        for timeline in &mut self.timelines {
            timeline.lay_out(month);
        }
        for (flow, of) in self.flows.iter_mut().zip(&plan.flows) {
            let staffed = Staffed::new(plan, world, of, &work[of.function]);
            flow.lay_out(&staffed, &self.teams[of.function], &self.timelines[of.site], discount);
        }
    }
}

/// What a contract has booked on shapes: those of its site, and those of each flow.
struct Booked {
    site: SiteShapes,
    flows: Vec<(usize, FlowShapes)>,
}

impl Booked {
    fn new(plan: &Plan, contract: usize, priced: &Priced) -> Self {
        let Coefficients { mut site, .. } = priced.contracts[contract].coefficients();
        let flows = plan.contracts[contract].cells.iter().map(|&cell| {
            let of_cell = priced.cells[cell].ledger.coefficients();
            site.iter_mut().zip(&of_cell.site).for_each(|(sum, amount)| *sum += *amount);
            (plan.cells[cell].flow, of_cell.flow)
        });
        let flows = flows.collect();
        Self { site, flows }
    }

    /// What the month costs over staying at home, and its parts that terms of the contract depend on.
    fn month(&self, timeline: &Timeline, flows: &[Flow]) -> (Lanes, MonthOfContract) {
        const LAST_FEE: usize = FlowShape::Fee2.index();
        let (mut displaced, mut bill, mut rest) = (Lanes::ZERO, Lanes::ZERO, Lanes::ZERO);
        for (shape, value) in timeline.shapes() {
            rest.add_product(&self.site[shape], value);
        }
        for (flow, amounts) in &self.flows {
            for (shape, value) in flows[*flow].shapes() {
                let sum = match shape {
                    ..TeamShape::COUNT => &mut displaced,
                    TeamShape::COUNT..=LAST_FEE => &mut bill,
                    _ => &mut rest,
                };
                sum.add_product(&amounts[shape], value);
            }
        }
        (displaced + bill + rest, MonthOfContract { displaced: -displaced, bill })
    }
}

/// Lays out every month once, and follows each strategy's cumulative saving to its break-even and its cost to the end.
pub fn run_through_the_months(
    plan: &Plan,
    world: &World,
    homes: &[HomeCost],
    priced: &Priced,
    events: &[StrategyEvents],
    stage: &mut Stage,
) -> Vec<(Lanes, CostOverTime)> {
    let booked: Vec<Booked> = (0..plan.contracts.len()).map(|contract| Booked::new(plan, contract, priced)).collect();
    let start = || (BreakEven::default(), CostOverTime::new(plan));
    let mut followed: Vec<(BreakEven, CostOverTime)> = plan.strategies.iter().map(|_| start()).collect();
    let mut cost = vec![Lanes::ZERO; plan.contracts.len()];
    for month in 0..plan.horizon_months {
        stage.lay_out(plan, world, month);
        for (((contract, booked), terms), cost) in
            plan.contracts.iter().zip(&booked).zip(&mut stage.terms).zip(&mut cost)
        {
            let timeline = &stage.timelines[contract.site];
            let (of_month, parts) = booked.month(timeline, &stage.flows);
            let site = &world.sites[contract.site];
            *cost = of_month + terms.month(&stage.flows, &timeline.working, site, &parts, plan.discount[month]);
        }
        let in_house = home_cost(homes, &stage.teams) + events[0].monthly[month];
        followed[0].1.add_month(plan, &in_house);
        let strategies = plan.strategies.iter().zip(events).zip(&mut followed).skip(1);
        for ((strategy, events_here), (break_even, over_time)) in strategies {
            let mut saving = events[0].monthly[month] - events_here.monthly[month];
            for &contract in &strategy.contracts {
                saving = saving - cost[contract];
            }
            break_even.add_month(month, &saving);
            over_time.add_month(plan, &(in_house - saving));
        }
        if (month + 1).is_multiple_of(12) || month + 1 == plan.horizon_months {
            let lines = lines_so_far(plan, homes, priced, stage);
            for ((_, over_time), lines) in followed.iter_mut().zip(lines) {
                over_time.end_year(lines);
            }
        }
    }
    followed.into_iter().map(|(break_even, over_time)| (break_even.month(), over_time)).collect()
}
