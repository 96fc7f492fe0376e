//! Prices every strategy in one block of trials.
//!
//! First the amounts: what each function costs at home, each cell, each contract. Then time ([`super::months`]): month by month the
//! shapes are laid out, and every contract's cost of the month is the sum over them. Last the lines: amounts times the sums of
//! their shapes.

use super::bill::{SiteBill, StrategyBill};
use super::costs::{HOME_LINES, HomeCost, PricedCell, price_cell, price_contract};
use super::events::data_breach::BreachWorld;
use super::events::{self, View};
use super::lanes::Lanes;
use super::months::{Priced, Stage, run_through_the_months};
use super::plan::Plan;
use super::shape::Sums;
use super::team::Team;
use super::timeline::Timeline;
use super::volume_terms;
use super::world::World;
use crate::model::{CostLine, RiskEvent};

/// A strategy, priced in a block.
#[derive(Clone, Debug)]
pub struct PricedStrategy {
    /// Lines and events.
    pub bill: StrategyBill,
    /// Month from which the cumulative saving stays at or above 0; infinite where it ends below 0. All 0 for in-house.
    pub break_even: Lanes,
}

/// Prices the trials `first_trial` to `first_trial` + 63: one entry for each strategy of the plan.
pub fn price_block(plan: &Plan, first_trial: u32) -> Vec<PricedStrategy> {
    let world = World::draw(plan, first_trial);
    let homes: Vec<HomeCost> = world.functions.iter().map(|function| HomeCost::new(plan, &world, function)).collect();
    let price = |cell| price_cell(plan, &world, &homes, cell);
    let cells: Vec<PricedCell> = plan.cells.iter().map(price).collect();
    let contracts = plan.contracts.iter().map(|contract| price_contract(plan, &world, &cells, contract)).collect();
    let priced = Priced { cells, contracts };
    let breaches = BreachWorld::new(plan, &world, yearly_home_cost(&homes));
    let mut stage = Stage::new(plan, &world, &priced, &breaches);
    let events = events::happen(&View::new(plan, &world, &homes, &priced.cells, &stage), &breaches);
    let break_even = run_through_the_months(plan, &world, &priced, &events, &mut stage);
    let settled = settle(plan, &priced, &stage);
    let in_house = in_house_lines(&homes, &stage.teams);
    let strategies = plan.strategies.iter().zip(&events).zip(break_even);
    strategies
        .map(|((strategy, happened), break_even)| {
            let mut priced = PricedStrategy { bill: StrategyBill::new(in_house), break_even };
            for &contract in &strategy.contracts {
                let site = plan.contracts[contract].site;
                add_contract(&mut priced.bill, &settled[contract], &stage.timelines[site], &world, site);
            }
            happened.add_to(&mut priced.bill);
            let events = &mut priced.bill.events;
            events[RiskEvent::DemandShock.index()].count = world.shocks.demand_count();
            events[RiskEvent::AutomationShock.index()].count = world.shocks.automation_count(plan.horizon_months);
            priced
        })
        .collect()
}

/// What a year of the whole portfolio costs at home, at the wages, prices and volumes of the decision.
fn yearly_home_cost(homes: &[HomeCost]) -> Lanes {
    let mut yearly = Lanes::ZERO;
    for home in homes {
        yearly += home.with_wages + home.with_prices;
    }
    yearly
}

/// Lines of the whole portfolio at home: undiscounted, discounted.
fn in_house_lines(homes: &[HomeCost], teams: &[Team]) -> [[Lanes; CostLine::COUNT]; 2] {
    [0, 1].map(|discounted: usize| {
        let mut lines = [Lanes::ZERO; CostLine::COUNT];
        for (home, team) in homes.iter().zip(teams) {
            for ((line, shape), amount) in HOME_LINES.iter().zip(&home.lines) {
                lines[line.index()].add_product(amount, &team.sums[discounted][*shape as usize]);
            }
        }
        lines
    })
}

/// What each contract adds up to, its cells included.
fn settle(plan: &Plan, priced: &Priced, stage: &Stage) -> Vec<SiteBill> {
    let cells: Vec<SiteBill> = plan
        .cells
        .iter()
        .zip(&priced.cells)
        .map(|(cell, priced)| {
            let (site, flow) = (&stage.timelines[cell.site].sums, &stage.flows[cell.flow].sums);
            priced.ledger.settle(Sums { site, flow: Some(flow) })
        })
        .collect();
    plan.contracts
        .iter()
        .zip(&priced.contracts)
        .zip(&stage.terms)
        .map(|((contract, ledger), terms)| {
            let mut bill = ledger.settle(Sums { site: &stage.timelines[contract.site].sums, flow: None });
            contract.cells.iter().for_each(|&cell| bill.add(&cells[cell]));
            for (lines, sums) in bill.lines.iter_mut().zip(&terms.sums) {
                for (line, sum) in volume_terms::LINES.iter().zip(sums) {
                    lines[line.index()] += *sum;
                }
            }
            bill
        })
        .collect()
}

fn add_contract(bill: &mut StrategyBill, contract: &SiteBill, timeline: &Timeline, world: &World, site: usize) {
    let lines = bill.lines.as_flattened_mut().iter_mut().zip(contract.lines.as_flattened());
    lines.for_each(|(sum, line)| *sum += *line);
    let early_end = CostLine::EarlyEnd.index();
    let ends = &mut bill.events[RiskEvent::EarlyEnd.index()];
    ends.count += timeline.early_ends;
    // That of a second transition is part of what an early end costs.
    let overruns = world.sites[site].vendors[0].overrun.map(|share| if share > 0.0 { 1.0 } else { 0.0 });
    for discounted in [0, 1] {
        ends.cost[discounted] += contract.lines[discounted][early_end];
    }
    let tally = &mut bill.events[RiskEvent::TransitionOverrun.index()];
    tally.count += overruns;
    for discounted in [0, 1] {
        tally.cost[discounted] += contract.overrun[discounted];
    }
}
