//! Prices every strategy in one block of trials.
//!
//! First the amounts: what each function costs at home, each cell, each contract. Then time ([`super::months`]): month by month the
//! shapes are laid out, and every contract's cost of the month is the sum over them. Last the lines: amounts times the sums of
//! their shapes.

use super::bill::{LineSums, add_lines};
use super::costs::HomeCost;
use super::events::account::EventTally;
use super::events::data_breach::BreachWorld;
use super::events::{self, View};
use super::lanes::{LANES, Lanes};
use super::months::{Stage, run_through_the_months};
use super::over_time::{CostOverTime, LinesOfPlan};
use super::plan::Plan;
use super::priced::Priced;
use super::world::World;
use crate::model::{CostLine, RiskEvent};

/// A strategy, priced in a block.
#[derive(Clone, Debug)]
pub struct PricedStrategy {
    /// Sum over the trials of each line: undiscounted, discounted.
    pub lines: [LineSums; 2],
    /// What each event did, by [`RiskEvent::index`].
    pub events: [EventTally; RiskEvent::ALL.len()],
    /// Month from which the cumulative saving stays at or above 0; infinite where it ends below 0. All 0 for in-house.
    pub break_even: Lanes,
    /// What it costs as time goes by.
    pub over_time: CostOverTime,
}

/// Prices the trials `first_trial` to `first_trial` + 63: one entry for each strategy of the plan.
pub fn price_block(plan: &Plan, first_trial: u32) -> Vec<PricedStrategy> {
    let world = World::draw(plan, first_trial);
    let homes: Vec<HomeCost> = world.functions.iter().map(|function| HomeCost::new(plan, &world, function)).collect();
    let priced = Priced::new(plan, &world, &homes);
    let breaches = BreachWorld::new(plan, &world, yearly_home_cost(&homes));
    let mut stage = Stage::new(plan, &world, &priced, &breaches);
    let events = events::happen(&View::new(plan, &world, &homes, &priced, &stage), &breaches);
    let (months, nominal) = run_through_the_months(plan, &world, &homes, &priced, &events, &mut stage);
    let booked = [nominal, LinesOfPlan::new(plan, &homes, &priced, &stage, 1)];
    let happened: Vec<Happened> =
        (0..plan.contracts.len()).map(|contract| Happened::new(plan, &world, &stage, &booked, contract)).collect();
    let strategies = plan.strategies.iter().zip(events.strategies).zip(months);
    strategies
        .map(|((strategy, events), (break_even, mut over_time))| {
            over_time.add_events(&events.years);
            let mut lines = [0, 1].map(|discounted: usize| booked[discounted].of(&strategy.contracts));
            events.years.iter().for_each(|year| add_lines(&mut lines[0], year));
            add_lines(&mut lines[1], &events.present);
            let mut tallies = events.tallies;
            for &contract in &strategy.contracts {
                happened[contract].add_to(&mut tallies);
            }
            tallies[RiskEvent::DemandShock.index()].count = world.shocks.demand_count();
            tallies[RiskEvent::AutomationShock.index()].count = world.shocks.automation_count(plan.horizon_months);
            PricedStrategy { lines, events: tallies, break_even, over_time }
        })
        .collect()
}

/// What the lines of a contract say about events: its early ends, and the overrun of its first transition. That of a second transition
/// is part of what an early end costs.
struct Happened {
    ends: [u32; LANES],
    end_cost: [f64; 2],
    overruns: [u32; LANES],
    overrun_cost: [f64; 2],
}

impl Happened {
    fn new(plan: &Plan, world: &World, stage: &Stage, booked: &[LinesOfPlan; 2], contract: usize) -> Self {
        let site = plan.contracts[contract].site;
        let overrun = &world.sites[site].vendors[0].overrun;
        let early_end = CostLine::EarlyEnd.index();
        Self {
            ends: std::array::from_fn(|lane| stage.timelines[site].courses[lane].ends),
            end_cost: [0, 1].map(|discounted: usize| booked[discounted].of_contract(contract)[early_end]),
            overruns: std::array::from_fn(|lane| u32::from(overrun.0[lane] > 0.0)),
            overrun_cost: [0, 1].map(|discounted: usize| booked[discounted].overruns[contract]),
        }
    }

    fn add_to(&self, tallies: &mut [EventTally; RiskEvent::ALL.len()]) {
        let accounts = [
            (RiskEvent::EarlyEnd, &self.ends, &self.end_cost),
            (RiskEvent::TransitionOverrun, &self.overruns, &self.overrun_cost),
        ];
        for (event, counts, costs) in accounts {
            let tally = &mut tallies[event.index()];
            tally.count.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
            tally.cost.iter_mut().zip(costs).for_each(|(sum, cost)| *sum += cost);
        }
    }
}

/// What a year of the whole portfolio costs at home, at the wages, prices and volumes of the decision.
fn yearly_home_cost(homes: &[HomeCost]) -> Lanes {
    let mut yearly = Lanes::ZERO;
    for home in homes {
        yearly += home.with_wages + home.with_prices;
    }
    yearly
}
