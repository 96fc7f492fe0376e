//! Prices every strategy in one block of trials.
//!
//! First the amounts: what each function costs at home, each cell, each contract. Then time ([`super::months`]): month by month the
//! shapes are laid out, and every contract's cost of the month is the sum over them. Last the lines: amounts times the sums of
//! their shapes.

use super::bill::{EventTally, SiteBill, StrategyBill};
use super::costs::{HOME_LINES, HomeCost, PricedCell, price_cell, price_contract};
use super::data_breach::{Breach, BreachWorld, Exposure};
use super::lanes::Lanes;
use super::months::{Priced, Stage, run_through_the_months};
use super::plan::Plan;
use super::shape::Sums;
use super::team::Team;
use super::timeline::Timeline;
use super::volume_terms;
use super::world::World;
use crate::model::{Assumption, CostLine, RiskEvent};

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
    let mut stage = Stage::new(plan, &world, &priced);
    let breaches = breaches(plan, &world, &homes, &priced.cells, &stage.timelines);
    let break_even = run_through_the_months(plan, &world, &priced, &breaches, &mut stage);
    let settled = settle(plan, &priced, &stage);
    let in_house = in_house_lines(&homes, &stage.teams);
    let strategies = plan.strategies.iter().zip(&breaches).zip(break_even);
    strategies
        .map(|((strategy, breaches), break_even)| {
            let mut priced = PricedStrategy { bill: StrategyBill::new(in_house), break_even };
            for &contract in &strategy.contracts {
                let site = plan.contracts[contract].site;
                add_contract(&mut priced.bill, &settled[contract], &stage.timelines[site], &world, site);
            }
            add_breaches(&mut priced.bill, breaches, plan);
            let events = &mut priced.bill.events;
            events[RiskEvent::DemandShock.index()].count = world.shocks.demand_count();
            events[RiskEvent::AutomationShock.index()].count = world.shocks.automation_count(plan.horizon_months);
            priced
        })
        .collect()
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

/// The data breaches of each strategy; the first is in-house.
fn breaches(
    plan: &Plan,
    world: &World,
    homes: &[HomeCost],
    cells: &[PricedCell],
    timelines: &[Timeline],
) -> Vec<Vec<Breach>> {
    let mut yearly = Lanes::ZERO;
    for home in homes {
        yearly += home.with_wages + home.with_prices;
    }
    let breach_world = BreachWorld::new(plan, world, yearly);
    let exposure = |contract: usize| {
        let contract = &plan.contracts[contract];
        let mut moved = Lanes::ZERO;
        for &cell in &contract.cells {
            moved.add_product(&breach_world.weight(plan.cells[cell].function), &cells[cell].moved);
        }
        let uplift = *world.sites[contract.site].get(Assumption::BreachUplift);
        Exposure { rise: uplift * moved, away: &timelines[contract.site].away }
    };
    let exposures: Vec<Exposure> = (0..plan.contracts.len()).map(exposure).collect();
    let of_strategy = |contracts: &[usize]| {
        let exposures: Vec<&Exposure> = contracts.iter().map(|&contract| &exposures[contract]).collect();
        breach_world.breaches(plan, world, &exposures)
    };
    plan.strategies.iter().map(|strategy| of_strategy(&strategy.contracts)).collect()
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

fn add_breaches(bill: &mut StrategyBill, breaches: &[Breach], plan: &Plan) {
    let tally: &mut EventTally = &mut bill.events[RiskEvent::DataBreach.index()];
    for breach in breaches {
        tally.count.0[breach.lane] += 1.0;
        tally.cost[0].0[breach.lane] += breach.cost;
        tally.cost[1].0[breach.lane] += breach.cost * plan.discount[breach.month];
    }
    for (lines, cost) in bill.lines.iter_mut().zip(&tally.cost) {
        lines[CostLine::DataBreach.index()] += *cost;
    }
}
