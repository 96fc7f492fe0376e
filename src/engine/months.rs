//! The months of a block, one after the other: volumes, teams, sites, flows, and what each contract costs in the month.

use super::bill::Ledger;
use super::break_even::BreakEven;
use super::costs::PricedCell;
use super::events::account::StrategyEvents;
use super::events::data_breach::BreachWorld;
use super::flow::{Flow, FlowShape, FlowShapes};
use super::lanes::Lanes;
use super::plan::Plan;
use super::shape::Coefficients;
use super::team::{Team, TeamShape};
use super::timeline::{SiteShapes, Timeline};
use super::volume::{Volume, Work};
use super::volume_terms::{MonthOfContract, VolumeTerms};
use super::world::World;
use crate::model::Assumption;

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
        for (team, work) in self.teams.iter_mut().zip(work) {
            team.lay_out(month, work, &world.wage_index[year], &world.price_index[year], discount);
        }
        for timeline in &mut self.timelines {
            timeline.lay_out(month);
        }
        for (flow, of) in self.flows.iter_mut().zip(&plan.flows) {
            let passed_on = world.sites[of.site].get(Assumption::AutomationPassedOn);
            flow.lay_out(&work[of.function], &self.teams[of.function], &self.timelines[of.site], passed_on, discount);
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

/// Lays out every month once, and follows each strategy's cumulative saving to its break-even.
pub fn run_through_the_months(
    plan: &Plan,
    world: &World,
    priced: &Priced,
    events: &[StrategyEvents],
    stage: &mut Stage,
) -> Vec<Lanes> {
    let booked: Vec<Booked> = (0..plan.contracts.len()).map(|contract| Booked::new(plan, contract, priced)).collect();
    let mut break_even: Vec<BreakEven> = plan.strategies.iter().map(|_| BreakEven::default()).collect();
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
        for ((strategy, events_here), break_even) in plan.strategies.iter().zip(events).zip(&mut break_even).skip(1) {
            let mut saving = events[0].monthly[month] - events_here.monthly[month];
            for &contract in &strategy.contracts {
                saving = saving - cost[contract];
            }
            break_even.add_month(month, &saving);
        }
    }
    break_even.into_iter().map(BreakEven::month).collect()
}
