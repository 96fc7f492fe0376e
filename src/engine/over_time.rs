//! Cost as time goes by: month by month, year by year, line by line.

use super::accumulate::Row;
use super::costs::{HOME_LINES, HomeCost};
use super::data_breach::Breach;
use super::lanes::Lanes;
use super::plan::Plan;
use super::samples::Sorted;
use super::summary::{BAND, OverTime, YearEnd, YearEndSaving};
use super::world::World;
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
}

impl CostOverTime {
    /// Before the first month.
    pub fn new(plan: &Plan) -> Self {
        let years = plan.years();
        Self {
            months: Vec::with_capacity(plan.horizon_months),
            year_ends: Vec::with_capacity(years),
            lines: vec![[0.0; CostLine::COUNT]; years],
            cumulative: Lanes::ZERO,
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

    /// Adds the data breaches to their line.
    pub fn add_breaches(&mut self, breaches: &[Breach]) {
        for breach in breaches {
            self.lines[breach.month / 12][CostLine::DataBreach.index()] += breach.cost;
        }
    }
}

/// What all functions cost at home in a month, before any event.
pub fn home_cost(world: &World, homes: &[HomeCost], month: usize) -> Lanes {
    let mut cost = Lanes::ZERO;
    for home in homes {
        cost.add_product(&home.with_wages, &world.wage_index[month / 12]);
        cost.add_product(&home.with_prices, &world.price_index[month / 12]);
    }
    cost / 12.0
}

/// Lines of the whole portfolio at home in each year, summed over the trials.
pub fn home_lines(plan: &Plan, world: &World, homes: &[HomeCost]) -> Vec<LineSums> {
    (0..plan.years())
        .map(|year| {
            let months = (plan.horizon_months - 12 * year).min(12) as f64;
            let mut lines = [0.0; CostLine::COUNT];
            for home in homes {
                for ((line, grows_with_wages), amount) in HOME_LINES.iter().zip(&home.lines) {
                    let index = if *grows_with_wages { &world.wage_index } else { &world.price_index };
                    lines[line.index()] += amount.dot(&index[year]) * months / 12.0;
                }
            }
            lines
        })
        .collect()
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
