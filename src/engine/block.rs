//! Prices every strategy in one block of trials.

use super::bill::{EventTally, SiteBill, StrategyBill};
use super::costs::{CellBill, HOME_LINES, HomeCost, price_cell, price_contract};
use super::data_breach::{Breach, BreachWorld, Exposure};
use super::lanes::{LANES, Lanes};
use super::plan::Plan;
use super::timeline::Timeline;
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

/// Everything about a block that is priced once, whatever strategies there are.
struct Block<'a> {
    plan: &'a Plan,
    world: World,
    timelines: Vec<Timeline>,
    cells: Vec<CellBill>,
    contracts: Vec<SiteBill>,
    in_house: [[Lanes; CostLine::COUNT]; 2],
    breach_world: BreachWorld,
}

/// Prices the trials `first_trial` to `first_trial` + 63: one entry for each strategy of the plan.
pub fn price_block(plan: &Plan, first_trial: u32) -> Vec<PricedStrategy> {
    let world = World::draw(plan, first_trial);
    let timelines: Vec<Timeline> =
        plan.sites.iter().zip(&world.sites).map(|(site, draws)| Timeline::new(plan, site, &world, draws)).collect();
    let homes: Vec<HomeCost> = world.functions.iter().map(|function| HomeCost::new(&world, function)).collect();
    let cells: Vec<CellBill> = plan
        .cells
        .iter()
        .map(|cell| {
            price_cell(&world, cell.function, &homes[cell.function], cell.site, &timelines[cell.site], cell.share)
        })
        .collect();
    let contracts =
        (0..plan.contracts.len()).map(|contract| price_contract(plan, &world, &timelines, &cells, contract)).collect();
    let mut yearly = Lanes::ZERO;
    for home in &homes {
        yearly += home.with_wages + home.with_prices;
    }
    let breach_world = BreachWorld::new(plan, &world, yearly);
    let in_house = in_house_lines(plan, &world, &homes);
    let block = Block { plan, world, timelines, cells, contracts, in_house, breach_world };
    let home_breaches = block.breach_world.breaches(plan, &block.world, &[], &Lanes::ZERO);
    plan.strategies.iter().map(|strategy| block.price(&strategy.contracts, &home_breaches)).collect()
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

impl Block<'_> {
    fn price(&self, contracts: &[usize], home_breaches: &[Breach]) -> PricedStrategy {
        let [mut nominal, mut present] = self.in_house;
        let mut events = [EventTally::NONE; RiskEvent::ALL.len()];
        for &contract in contracts {
            let bill = &self.contracts[contract];
            for line in 0..CostLine::COUNT {
                nominal[line] += bill.nominal[line];
                present[line] += bill.present[line];
            }
            self.tally_contract(contract, &mut events);
        }
        let breaches = self.breaches(contracts);
        let tally = &mut events[RiskEvent::DataBreach.index()];
        for breach in &breaches {
            tally.count.0[breach.lane] += 1.0;
            tally.nominal.0[breach.lane] += breach.cost;
            tally.present.0[breach.lane] += breach.cost * self.plan.discount[breach.month];
        }
        nominal[CostLine::DataBreach.index()] += tally.nominal;
        present[CostLine::DataBreach.index()] += tally.present;
        let break_even =
            if contracts.is_empty() { Lanes::ZERO } else { self.break_even(contracts, &breaches, home_breaches) };
        PricedStrategy { bill: StrategyBill { nominal, present, events }, break_even }
    }

    fn tally_contract(&self, contract: usize, events: &mut [EventTally; RiskEvent::ALL.len()]) {
        let bill = &self.contracts[contract];
        let site = self.plan.contracts[contract].site;
        let (timeline, draws) = (&self.timelines[site], &self.world.sites[site]);
        let ends = &mut events[RiskEvent::EarlyEnd.index()];
        ends.count += timeline.early_ends;
        ends.nominal += bill.nominal[CostLine::EarlyEnd.index()];
        ends.present += bill.present[CostLine::EarlyEnd.index()];
        // That of a second transition is part of what an early end costs.
        let overruns = &mut events[RiskEvent::TransitionOverrun.index()];
        overruns.count += draws.vendors[0].overrun.map(|share| if share > 0.0 { 1.0 } else { 0.0 });
        overruns.nominal += bill.overrun[0];
        overruns.present += bill.overrun[1];
    }

    fn breaches(&self, contracts: &[usize]) -> Vec<Breach> {
        let exposures: Vec<Exposure> = contracts
            .iter()
            .map(|&contract| {
                let contract = &self.plan.contracts[contract];
                let mut moved = Lanes::ZERO;
                for &cell in &contract.cells {
                    let weight = self.breach_world.weight(self.plan.cells[cell].function);
                    moved.add_product(&weight, &self.cells[cell].moved);
                }
                let uplift = self.world.sites[contract.site].get(Assumption::BreachUplift);
                Exposure { rise: uplift * moved, timeline: &self.timelines[contract.site] }
            })
            .collect();
        let mut months = Lanes::ZERO;
        for exposure in &exposures {
            months += exposure.months();
        }
        self.breach_world.breaches(self.plan, &self.world, &exposures, &months)
    }

    /// # Formula
    /// The first month after which the cumulative undiscounted saving stays at or above 0 to the horizon, linear within the
    /// month; infinite where it is below 0 at the horizon.
    fn break_even(&self, contracts: &[usize], breaches: &[Breach], home_breaches: &[Breach]) -> Lanes {
        let mut cumulative = Lanes::ZERO;
        let mut break_even = Lanes::ZERO;
        for month in 0..self.plan.horizon_months {
            let before = cumulative;
            for &contract in contracts {
                let bill = &self.contracts[contract];
                let shapes = &self.timelines[self.plan.contracts[contract].site].months[month];
                for (coefficient, shape) in bill.coefficients.iter().zip(shapes) {
                    cumulative.add_product(&-*coefficient, shape);
                }
            }
            for breach in home_breaches.iter().filter(|breach| breach.month == month) {
                cumulative.0[breach.lane] += breach.cost;
            }
            for breach in breaches.iter().filter(|breach| breach.month == month) {
                cumulative.0[breach.lane] -= breach.cost;
            }
            for lane in 0..LANES {
                let (from, to) = (before.0[lane], cumulative.0[lane]);
                if to < 0.0 {
                    break_even.0[lane] = f64::INFINITY;
                } else if from < 0.0 {
                    break_even.0[lane] = month as f64 + from / (from - to);
                }
            }
        }
        break_even
    }
}
