//! Cost as time goes by: month by month, year by year, line by line.

use super::accumulate::Row;
use super::allocation::FlowPlan;
use super::bill::{LineSums, add_lines};
use super::costs::{HOME_LINES, HomeCost};
use super::lanes::Lanes;
use super::months::Stage;
use super::plan::Plan;
use super::priced::Priced;
use super::shape::Sums;
use super::sorted::Sorted;
use super::summary::{BAND, OverTime, YearEnd, YearEndSaving};
use super::volume_terms;
use crate::model::CostLine;
use std::collections::BTreeMap;

/// So many trials at the start of each batch are followed one by one to the ends of the years: an eighth, so that an answer
/// stays small.
pub const FOLLOWED: usize = 32;
/// In so many batches at most: 4,096 trials in all.
pub const FOLLOWED_BATCHES: u32 = 128;

/// What a strategy costs in a block as time goes by, undiscounted.
#[derive(Clone, Debug)]
pub struct CostOverTime {
    /// Cost of each month, summed over the trials.
    pub months: Vec<f64>,
    /// Cost from the decision to the end of each year, the last year perhaps cut short.
    pub year_ends: Vec<Lanes>,
    /// Cost of each line in each year, summed over the trials.
    pub lines: Vec<LineSums>,
    /// Cost of all months so far: undiscounted, discounted.
    pub totals: [Lanes; 2],
    /// What had been booked on each line by the end of the year before.
    booked: LineSums,
}

impl CostOverTime {
    /// Before the first month.
    pub fn new(plan: &Plan) -> Self {
        let years = plan.years();
        Self {
            months: Vec::with_capacity(plan.horizon_months),
            year_ends: Vec::with_capacity(years),
            lines: Vec::with_capacity(years),
            totals: [Lanes::ZERO; 2],
            booked: [0.0; CostLine::COUNT],
        }
    }

    /// Adds the cost of the next month.
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn add_month(&mut self, plan: &Plan, cost: &Lanes) {
        let [nominal, present] = &mut self.totals;
        nominal.add_and_discount(present, cost, plan.discount[self.months.len()]);
        self.months.push(cost.sum());
        if self.months.len().is_multiple_of(12) || self.months.len() == plan.horizon_months {
            self.year_ends.push(self.totals[0]);
        }
    }

    /// Ends a year with what has been booked on each line so far.
    pub fn end_year(&mut self, so_far: LineSums) {
        let mut lines = so_far;
        lines.iter_mut().zip(&self.booked).for_each(|(line, before)| *line -= before);
        self.lines.push(lines);
        self.booked = so_far;
    }

    /// Adds what events cost in each year, once all years have ended.
    pub fn add_events(&mut self, years: &[LineSums]) {
        self.lines.iter_mut().zip(years).for_each(|(lines, events)| add_lines(lines, events));
    }
}

/// What has been booked on each line in the months laid out so far, summed over the trials; events left out.
pub struct LinesOfPlan {
    in_house: LineSums,
    contracts: Vec<LineSums>,
    /// Of each contract, what the overrun of its first transition comes to; part of its lines.
    pub overruns: Vec<f64>,
}

impl LinesOfPlan {
    /// Adds up: undiscounted (0) or discounted (1).
    pub fn new(plan: &Plan, homes: &[HomeCost], priced: &Priced, stage: &Stage, discounted: usize) -> Self {
        let mut in_house = [0.0; CostLine::COUNT];
        for (home, team) in homes.iter().zip(&stage.teams) {
            for ((line, shape), amount) in HOME_LINES.iter().zip(&home.lines) {
                in_house[line.index()] += amount.dot(&team.sums[discounted][*shape as usize]);
            }
        }
        let of_flow = |(flow, of): (usize, &FlowPlan)| {
            let mut lines = [0.0; CostLine::COUNT];
            let (laid_out, site) = (&stage.flows[flow], &stage.timelines[of.site]);
            let sums = Sums { site: &site.sums, flow: Some(&laid_out.sums) };
            let overrun = priced.flows[flow].ledger.add_up(sums, discounted, &mut lines);
            let displaced = laid_out.displaced_in_all(&stage.teams[of.function], site, discounted);
            priced.flows[flow].take_off(&homes[of.function], displaced, &mut lines);
            (lines, overrun)
        };
        let flows: Vec<(LineSums, f64)> = plan.flows.iter().enumerate().map(of_flow).collect();
        let of_contract = |contract: usize| {
            let of = &plan.contracts[contract];
            let mut lines = [0.0; CostLine::COUNT];
            let sums = Sums { site: &stage.timelines[of.site].sums, flow: None };
            let mut overrun = priced.contracts[contract].add_up(sums, discounted, &mut lines);
            for &cell in &of.cells {
                let (of_flow, share) = (&flows[plan.cells[cell].flow], plan.cells[cell].share);
                lines.iter_mut().zip(&of_flow.0).for_each(|(line, flow)| *line += share * flow);
                overrun += share * of_flow.1 + priced.cells[cell].ledger.add_up(sums, discounted, &mut lines);
            }
            for (line, sum) in volume_terms::LINES.iter().zip(&stage.terms[contract].sums[discounted]) {
                lines[line.index()] += sum;
            }
            (lines, overrun)
        };
        let (contracts, overruns) = (0..plan.contracts.len()).map(of_contract).unzip();
        Self { in_house, contracts, overruns }
    }

    /// What has been booked on a contract.
    pub fn of_contract(&self, contract: usize) -> &LineSums {
        &self.contracts[contract]
    }

    /// What a strategy with these contracts has cost.
    pub fn of(&self, contracts: &[usize]) -> LineSums {
        let mut lines = self.in_house;
        for &contract in contracts {
            add_lines(&mut lines, &self.contracts[contract]);
        }
        lines
    }
}

/// The figures over time of a strategy, from its row and that of in-house. `at_horizon` are its nominal costs and, unless it is
/// in-house, its nominal savings over all `trials`.
pub fn summarise_over_time(
    plan: &Plan,
    (home, row): (&Row, &Row),
    at_horizon: (&Sorted, Option<&Sorted>),
    trials: f64,
) -> OverTime {
    let line_by_year = |line: CostLine| -> Vec<f64> {
        row.lines_by_year.chunks(CostLine::COUNT).map(|lines| lines[line.index()] / trials).collect()
    };
    let saved = |month: usize| (home.months[month] - row.months[month]) / trials;
    let year_end = |year: usize| {
        let month = (12 * (year + 1)).min(plan.horizon_months);
        // The end of the last year is the horizon, of which every trial is known.
        let followed = row.year_ends.get(year).map(|costs| {
            let savings: Vec<f64> = home.year_ends[year].iter().zip(costs).map(|(home, own)| home - own).collect();
            (Sorted::of(costs), Sorted::of(&savings))
        });
        let (costs, savings) = match &followed {
            Some((costs, savings)) => (costs, at_horizon.1.map(|_| savings)),
            None => at_horizon,
        };
        YearEnd {
            // At most 120.
            month: u32::try_from(month).unwrap_or(u32::MAX),
            cost_mean: row.months[..month].iter().sum::<f64>() / trials,
            cost_percentiles: band(costs),
            saving: savings.map(|savings| YearEndSaving {
                mean_nominal: (0..month).map(saved).sum(),
                mean_present_value: (0..month).map(|month| saved(month) * plan.discount[month]).sum(),
                percentiles_nominal: band(savings),
                chance_positive: savings.share_above(0.0),
            }),
        }
    };
    OverTime {
        months: row.months.iter().map(|sum| sum / trials).collect(),
        lines_by_year: CostLine::ALL.into_iter().map(|line| (line, line_by_year(line))).collect(),
        year_ends: (0..plan.years()).map(year_end).collect(),
    }
}

/// The percentiles of a band over time.
fn band(sorted: &Sorted) -> BTreeMap<u8, f64> {
    BAND.into_iter().map(|percent| (percent, sorted.quantile(f64::from(percent) / 100.0))).collect()
}
