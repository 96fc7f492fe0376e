//! Prices every strategy in one block of trials.
//!
//! First the amounts: what each function costs at home, each cell, each contract. Then time: month by month the shapes of each site
//! are laid out, and every contract's saving of the month is the sum over them. Last the lines: amounts times the sums of
//! their shapes.

use super::bill::{Ledger, SiteBill, StrategyBill};
use super::break_even::BreakEven;
use super::costs::{HOME_LINES, HomeCost, PricedCell, price_cell, price_contract};
use super::events::account::StrategyEvents;
use super::events::data_breach::BreachWorld;
use super::events::{self, View};
use super::lanes::Lanes;
use super::plan::Plan;
use super::timeline::{Shapes, TimeShape, Timeline};
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
    let homes: Vec<HomeCost> = world.functions.iter().map(|function| HomeCost::new(&world, function)).collect();
    let cells: Vec<PricedCell> = plan.cells.iter().map(|cell| price_cell(&world, &homes, cell)).collect();
    let contracts: Vec<Ledger> =
        plan.contracts.iter().map(|contract| price_contract(&world, &cells, contract)).collect();
    let breaches = BreachWorld::new(plan, &world, yearly_home_cost(&homes));
    let mut timelines: Vec<Timeline> = (0..plan.sites.len())
        .map(|site| Timeline::new(plan, &world, site, &breaches.strain(plan, &world, site)))
        .collect();
    let view = View { plan, world: &world, homes: &homes, cells: &cells, timelines: &timelines };
    let events = events::happen(&view, &breaches);
    let break_even = run_through_the_months(plan, &cells, &contracts, &events, &mut timelines);
    let settled = settle(plan, &cells, &contracts, &timelines);
    let in_house = in_house_lines(plan, &world, &homes);
    let strategies = plan.strategies.iter().zip(&events).zip(break_even);
    strategies
        .map(|((strategy, events), break_even)| {
            let mut priced = PricedStrategy { bill: StrategyBill::new(in_house), break_even };
            for &contract in &strategy.contracts {
                let site = plan.contracts[contract].site;
                add_contract(&mut priced.bill, &settled[contract], &timelines[site], &world, site);
            }
            events.add_to(&mut priced.bill);
            priced
        })
        .collect()
}

/// What a year of the whole portfolio costs at home, at the wages and prices of the decision.
fn yearly_home_cost(homes: &[HomeCost]) -> Lanes {
    let mut yearly = Lanes::ZERO;
    for home in homes {
        yearly += home.with_wages + home.with_prices;
    }
    yearly
}

/// Lines of the whole portfolio at home: undiscounted, discounted.
fn in_house_lines(plan: &Plan, world: &World, homes: &[HomeCost]) -> [[Lanes; CostLine::COUNT]; 2] {
    let mut sums = [[Lanes::ZERO; 2]; 2];
    for (month, discount) in plan.discount.iter().enumerate() {
        for (grows_with_wages, index) in [(0, &world.price_index), (1, &world.wage_index)] {
            sums[0][grows_with_wages].add_scaled(1.0 / 12.0, &index[month / 12]);
            sums[1][grows_with_wages].add_scaled(discount / 12.0, &index[month / 12]);
        }
    }
    sums.map(|sum| {
        let mut lines = [Lanes::ZERO; CostLine::COUNT];
        for home in homes {
            for ((line, grows_with_wages), amount) in HOME_LINES.iter().zip(&home.lines) {
                lines[line.index()].add_product(amount, &sum[usize::from(*grows_with_wages)]);
            }
        }
        lines
    })
}

/// Lays out every month once, and follows each strategy's cumulative saving to its break-even.
fn run_through_the_months(
    plan: &Plan,
    cells: &[PricedCell],
    contracts: &[Ledger],
    events: &[StrategyEvents],
    timelines: &mut [Timeline],
) -> Vec<Lanes> {
    let coefficients: Vec<Shapes> = plan
        .contracts
        .iter()
        .zip(contracts)
        .map(|(contract, ledger)| {
            let mut sum = [Lanes::ZERO; TimeShape::COUNT];
            contract.cells.iter().for_each(|&cell| cells[cell].ledger.add_coefficients(&mut sum));
            ledger.add_coefficients(&mut sum);
            sum
        })
        .collect();
    let mut break_even: Vec<BreakEven> = plan.strategies.iter().map(|_| BreakEven::default()).collect();
    let mut cost = vec![Lanes::ZERO; plan.contracts.len()];
    for month in 0..plan.horizon_months {
        for timeline in timelines.iter_mut() {
            timeline.lay_out(month);
        }
        for ((contract, coefficients), cost) in plan.contracts.iter().zip(&coefficients).zip(&mut cost) {
            *cost = Lanes::ZERO;
            for (shape, value) in timelines[contract.site].shapes() {
                cost.add_product(&coefficients[shape], value);
            }
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

/// What each contract adds up to, its cells included.
fn settle(plan: &Plan, cells: &[PricedCell], contracts: &[Ledger], timelines: &[Timeline]) -> Vec<SiteBill> {
    let cells: Vec<SiteBill> =
        plan.cells.iter().zip(cells).map(|(cell, priced)| priced.ledger.settle(&timelines[cell.site].sums)).collect();
    plan.contracts
        .iter()
        .zip(contracts)
        .map(|(contract, ledger)| {
            let mut bill = ledger.settle(&timelines[contract.site].sums);
            contract.cells.iter().for_each(|&cell| bill.add(&cells[cell]));
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
