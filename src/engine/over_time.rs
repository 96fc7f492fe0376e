//! Cost as time goes by: month by month, year by year, line by line.

use super::accumulate::Row;
use super::costs::{HOME_LINES, HomeCost};
use super::lanes::Lanes;
use super::months::{Priced, Stage};
use super::plan::Plan;
use super::samples::Sorted;
use super::shape::Sums;
use super::summary::{BAND, OverTime, YearEnd, YearEndSaving};
use super::team::Team;
use super::volume_terms;
use crate::model::CostLine;
use std::collections::BTreeMap;

/// So many trials at the start of each batch are followed one by one to the ends of the years: an eighth, so that an answer
/// stays small.
pub const FOLLOWED: usize = 32;
/// In so many batches at most: 4,096 trials in all.
pub const FOLLOWED_BATCHES: u32 = 128;

/// A sum over trials for each line, in the order of [`CostLine::ALL`].
pub type LineSums = [f64; CostLine::COUNT];

/// What a strategy costs in a block as time goes by, undiscounted.
#[derive(Clone, Debug)]
pub struct CostOverTime {
    /// Cost of each month, summed over the trials.
    pub months: Vec<f64>,
    /// Cost from the decision to the end of each year, the last year perhaps cut short.
    pub year_ends: Vec<Lanes>,
    /// Cost of each line in each year, summed over the trials.
    pub lines: Vec<LineSums>,
    cumulative: Lanes,
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
            cumulative: Lanes::ZERO,
            booked: [0.0; CostLine::COUNT],
        }
    }

    /// Adds the cost of the next month.
    pub fn add_month(&mut self, plan: &Plan, cost: &Lanes) {
        self.months.push(cost.sum());
        self.cumulative += *cost;
        if self.months.len().is_multiple_of(12) || self.months.len() == plan.horizon_months {
            self.year_ends.push(self.cumulative);
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
        self.lines.iter_mut().zip(years).for_each(|(lines, events)| add(lines, events));
    }
}

/// What all functions cost at home in the month that was laid out last, before any event.
pub fn home_cost(homes: &[HomeCost], teams: &[Team]) -> Lanes {
    let mut cost = Lanes::ZERO;
    for (home, team) in homes.iter().zip(teams) {
        for ((_, shape), amount) in HOME_LINES.iter().zip(&home.lines) {
            cost.add_product(amount, &team.shapes[*shape as usize]);
        }
    }
    cost
}

/// What each strategy has cost so far on each line, undiscounted, summed over the trials; events left out.
pub fn lines_so_far(plan: &Plan, homes: &[HomeCost], priced: &Priced, stage: &Stage) -> Vec<LineSums> {
    let mut in_house = [0.0; CostLine::COUNT];
    for (home, team) in homes.iter().zip(&stage.teams) {
        for ((line, shape), amount) in HOME_LINES.iter().zip(&home.lines) {
            in_house[line.index()] += amount.dot(&team.sums[0][*shape as usize]);
        }
    }
    let cells: Vec<LineSums> = plan
        .cells
        .iter()
        .zip(&priced.cells)
        .map(|(cell, priced)| {
            let mut lines = [0.0; CostLine::COUNT];
            let sums = Sums { site: &stage.timelines[cell.site].sums, flow: Some(&stage.flows[cell.flow].sums) };
            priced.ledger.add_so_far(sums, &mut lines);
            lines
        })
        .collect();
    let contracts: Vec<LineSums> = (0..plan.contracts.len())
        .map(|contract| {
            let of = &plan.contracts[contract];
            let mut lines = [0.0; CostLine::COUNT];
            let sums = Sums { site: &stage.timelines[of.site].sums, flow: None };
            priced.contracts[contract].add_so_far(sums, &mut lines);
            of.cells.iter().for_each(|&cell| add(&mut lines, &cells[cell]));
            for (line, sum) in volume_terms::LINES.iter().zip(&stage.terms[contract].sums[0]) {
                lines[line.index()] += sum.sum();
            }
            lines
        })
        .collect();
    let of_strategy = |contracts_used: &[usize]| {
        let mut lines = in_house;
        for &contract in contracts_used {
            add(&mut lines, &contracts[contract]);
        }
        lines
    };
    plan.strategies.iter().map(|strategy| of_strategy(&strategy.contracts)).collect()
}

fn add(sums: &mut LineSums, lines: &LineSums) {
    sums.iter_mut().zip(lines).for_each(|(sum, line)| *sum += line);
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
