//! From merged batches to the figures people read, in portions short enough for a page that must not freeze.

use super::accumulate::{Accumulator, Amount, Moments, Row};
use super::batch::EventSums;
use super::dominance::{Curves, dominance};
use super::drivers::DriversInProgress;
use super::over_time::summarise_over_time;
use super::plan::Plan;
use super::sections::{Sections, batch_sums, error_of_mean};
use super::sorted::Sorted;
use super::summary::{
    BreakEven, Budget, Distribution, Drivers, EventCap, EventSummary, FurtherPercentile, Histogram, PERCENTILES,
    Saving, StrategySummary, Summary, TAIL,
};
use crate::model::{CostLine, RiskEvent};
use std::collections::BTreeMap;

/// Format number of the output.
pub const FORMAT: u32 = 1;

/// Bins of the histograms for charts.
const BINS: usize = 160;
/// Share of each strategy's trials that may lie outside the common histogram at either end.
const OUTSIDE: f64 = 0.002;

/// A summary in the making: each [`step`](Self::step) takes one strategy's sorting, one strategy's figures or one input.
pub struct Summariser<'a> {
    plan: &'a Plan,
    accumulator: &'a Accumulator,
    progress: Progress,
}

/// How far a summary has come; kept apart so that it can outlive the borrow of what it summarises.
#[derive(Debug, Default)]
pub struct Progress {
    /// Amounts of the next row, sorted one a portion.
    amounts: Vec<SortedAmount>,
    sorted: Vec<SortedRow>,
    done: Vec<StrategySummary>,
    drivers: Option<Box<DriversInProgress>>,
}

/// The amounts of a strategy in rising order.
#[derive(Debug)]
struct SortedRow {
    nominal: SortedAmount,
    present: SortedAmount,
    saving_nominal: SortedAmount,
    saving_present: SortedAmount,
}

/// An amount in rising order, and what the number of trials leaves open of its percentiles and tail.
#[derive(Debug)]
struct SortedAmount {
    values: Sorted,
    percentile_errors: BTreeMap<u8, f64>,
    further: Vec<FurtherPercentile>,
    /// Mean of the bad tail and its error.
    tail: (f64, f64),
    /// Percentile at the confidence of the plan and its error.
    at_confidence: (f64, f64),
    mean_error: f64,
    /// The values in the order of the trials, all or the first of them.
    in_order: Vec<f64>,
    trials: u32,
}

impl<'a> Summariser<'a> {
    /// Goes on with a summary of what has been merged.
    pub fn resume(plan: &'a Plan, accumulator: &'a Accumulator, progress: Progress) -> Self {
        Self { plan, accumulator, progress }
    }

    /// The whole summary at once.
    pub fn summarise(plan: &'a Plan, accumulator: &'a Accumulator) -> Summary {
        let mut progress = Progress::default();
        loop {
            match Self::resume(plan, accumulator, progress).step() {
                Ok(summary) => return summary,
                Err(unfinished) => progress = unfinished,
            }
        }
    }

    /// Takes one portion.
    ///
    /// # Errors
    /// The progress so far, while there is more to do.
    pub fn step(mut self) -> Result<Summary, Progress> {
        if !self.take_row() {
            let start = || Box::new(DriversInProgress::new(self.plan, self.accumulator));
            let drivers = self.progress.drivers.get_or_insert_with(start);
            drivers.step(self.plan);
        }
        match self.progress.drivers.take_if(|drivers| drivers.is_finished()) {
            Some(drivers) => Ok(self.finish(drivers.finish())),
            None => Err(self.progress),
        }
    }

    /// The summary but for its drivers, at once: these take as long as everything else, and a run that goes on will say them better.
    pub fn figures(plan: &'a Plan, accumulator: &'a Accumulator) -> Summary {
        let mut summariser = Self::resume(plan, accumulator, Progress::default());
        while summariser.take_row() {}
        summariser.finish(Drivers::default())
    }

    /// Takes one strategy's sorting or one strategy's figures; whether there was any left.
    fn take_row(&mut self) -> bool {
        let rows = &self.accumulator.rows;
        if let Some(row) = rows.get(self.progress.sorted.len()) {
            self.sort_next_amount(row);
        } else if let Some(row) = rows.get(self.progress.done.len()) {
            let summary = self.strategy(self.progress.done.len(), row);
            self.progress.done.push(summary);
        } else {
            return false;
        }
        true
    }

    // A function of its own, as are the larger ones below: a page sums up with young machine code, and browsers need long for that of a
    // giant function.
    #[inline(never)]
    fn sort_next_amount(&mut self, row: &Row) {
        let amounts =
            [(&row.nominal, true), (&row.present, true), (&row.saving_nominal, false), (&row.saving_present, false)];
        if let Some((amount, high_is_bad)) = amounts.get(self.progress.amounts.len()) {
            let sorted = SortedAmount::new(amount, *high_is_bad, self.plan, self.accumulator.trials());
            self.progress.amounts.push(sorted);
        }
        match <[SortedAmount; 4]>::try_from(std::mem::take(&mut self.progress.amounts)) {
            Ok([nominal, present, saving_nominal, saving_present]) => {
                self.progress.sorted.push(SortedRow { nominal, present, saving_nominal, saving_present });
            }
            Err(unfinished) => self.progress.amounts = unfinished,
        }
    }

    #[inline(never)]
    fn finish(self, drivers: Drivers) -> Summary {
        let curves: Vec<Curves> = self.progress.sorted.iter().map(|row| Curves::new(&row.present.values)).collect();
        // A horizon of one year has nothing to follow: its end is the horizon.
        let followed = self.accumulator.rows.first().and_then(|row| row.year_ends.first()).map_or(0, Vec::len);
        let least_regret = self.progress.done.iter().map(|row| row.expected_regret).reduce(f64::min);
        Summary {
            format: FORMAT,
            scenario: self.plan.name.clone(),
            currency: self.plan.currency,
            trials: self.accumulator.trials(),
            planned_trials: self.plan.trials(),
            stopped: self.plan.precision.as_ref().and_then(|precision| precision.stopped(self.accumulator)),
            seed: self.plan.seed,
            // At most 120.
            horizon_months: u32::try_from(self.plan.horizon_months).unwrap_or(u32::MAX),
            budget: self.plan.budget,
            confidence: self.plan.confidence,
            value_of_perfect_information: least_regret.unwrap_or(0.0),
            strategies: self.progress.done,
            dominance: dominance(&curves),
            // At most 4,096.
            followed_trials: u32::try_from(followed).unwrap_or(u32::MAX),
            drivers,
            left_out: self.plan.left_out.clone(),
            correlation_repair: self.plan.correlation_repair.clone(),
        }
    }

    #[inline(never)]
    fn strategy(&self, index: usize, row: &Row) -> StrategySummary {
        let trials = f64::from(self.accumulator.trials());
        let sorted = &self.progress.sorted[index];
        let mean_lines = |sums: &[f64; CostLine::COUNT]| {
            CostLine::ALL.into_iter().map(|line| (line, sums[line.index()] / trials)).collect()
        };
        StrategySummary {
            strategy: self.plan.strategies[index].id.clone(),
            name: self.plan.strategies[index].name.clone(),
            cost_nominal: distribution(
                row.nominal.moments,
                &sorted.nominal,
                true,
                self.range(|row| &row.nominal, false),
            ),
            cost_present_value: distribution(
                row.present.moments,
                &sorted.present,
                true,
                self.range(|row| &row.present, false),
            ),
            saving: (index > 0).then(|| self.saving(row, sorted, trials)),
            budget_nominal: self.budget(&sorted.nominal),
            budget_present_value: self.budget(&sorted.present),
            chance_cheapest: row.cheapest / trials,
            chance_cheapest_error: error_of_mean(
                row.cheapest / trials,
                &row.by_batch.cheapest,
                self.accumulator.trials(),
            ),
            expected_regret: row.regret.mean,
            expected_regret_error: error_of_mean(row.regret.mean, &row.by_batch.regret, self.accumulator.trials()),
            lines_nominal: mean_lines(&row.lines_nominal),
            lines_present_value: mean_lines(&row.lines_present),
            events: RiskEvent::ALL
                .into_iter()
                .map(|event| {
                    let has_cap = event.has_cap() && self.plan.events.includes(event);
                    (event, event_summary(&row.events[event.index()], trials, has_cap))
                })
                .collect(),
            over_time: summarise_over_time(
                self.plan,
                (&self.accumulator.rows[0], row),
                (&sorted.nominal.values, (index > 0).then_some(&sorted.saving_nominal.values)),
                trials,
            ),
        }
    }

    fn saving(&self, row: &Row, sorted: &SortedRow, trials: f64) -> Saving {
        let chance = f64::from(row.positive) / trials;
        let months = row.break_even.sorted();
        let finite = |month: f64| month.is_finite().then_some(month);
        Saving {
            nominal: distribution(
                row.saving_nominal.moments,
                &sorted.saving_nominal,
                false,
                self.range(|row| &row.saving_nominal, true),
            ),
            present_value: distribution(
                row.saving_present.moments,
                &sorted.saving_present,
                false,
                self.range(|row| &row.saving_present, true),
            ),
            chance_positive: chance,
            chance_positive_error: sorted.saving_present.chance_error(chance, |saving| saving > 0.0),
            mean_when_negative: sorted.saving_present.values.mean_of_negatives(),
            break_even: BreakEven {
                percentiles: PERCENTILES
                    .into_iter()
                    .map(|percent| (percent, finite(months.quantile(f64::from(percent) / 100.0))))
                    .collect(),
                chance_never: f64::from(row.never) / trials,
            },
        }
    }

    fn budget(&self, cost: &SortedAmount) -> Budget {
        let exceeded = self.plan.budget.map(|budget| {
            let chance = cost.values.share_above(budget);
            (chance, cost.chance_error(chance, |cost| cost > budget))
        });
        let (needed, needed_error) = cost.at_confidence;
        Budget {
            chance_exceeded: exceeded.map(|(chance, _)| chance),
            chance_exceeded_error: exceeded.map(|(_, error)| error),
            needed,
            needed_error,
        }
    }

    /// The range of a histogram that all strategies share; savings leave in-house out.
    fn range(&self, amount: impl Fn(&SortedRow) -> &SortedAmount, savings: bool) -> (f64, f64) {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for row in self.progress.sorted.iter().skip(usize::from(savings)) {
            low = low.min(amount(row).values.quantile(OUTSIDE));
            high = high.max(amount(row).values.quantile(1.0 - OUTSIDE));
        }
        if low.is_finite() && high > low {
            return (low, high);
        }
        // Every trial of every strategy the same: a bin must still have a width.
        let middle = if low.is_finite() { low } else { 0.0 };
        let half = middle.abs().max(1.0) * 0.01;
        (middle - half, middle + half)
    }
}

impl SortedAmount {
    fn new(amount: &Amount, high_is_bad: bool, plan: &Plan, trials: u32) -> Self {
        let sections = Sections::new(amount.samples.in_order(), trials);
        let values = sections.merged(&amount.samples);
        let percentile = |percent: f64| {
            let value = values.quantile(percent / 100.0);
            (value, sections.error(value, |section| section.quantile(percent / 100.0)))
        };
        let tail = values.tail_mean(TAIL, high_is_bad);
        Self {
            percentile_errors: PERCENTILES.into_iter().map(|key| (key, percentile(f64::from(key)).1)).collect(),
            further: plan
                .percentiles
                .iter()
                .map(|&percent| {
                    let (value, error) = percentile(percent);
                    FurtherPercentile { percent, value, error }
                })
                .collect(),
            tail: (tail, sections.error(tail, |section| section.tail_mean(TAIL, high_is_bad))),
            at_confidence: percentile(100.0 * plan.confidence),
            mean_error: error_of_mean(
                amount.moments.mean,
                &batch_sums(amount.samples.in_order(), |value| value),
                trials,
            ),
            in_order: amount.samples.in_order().to_vec(),
            trials,
            values,
        }
    }
}

impl SortedAmount {
    /// Standard error of the chance of something.
    fn chance_error(&self, chance: f64, happens: impl Fn(f64) -> bool) -> f64 {
        let sums = batch_sums(&self.in_order, |value| if happens(value) { 1.0 } else { 0.0 });
        error_of_mean(chance, &sums, self.trials)
    }
}

fn distribution(moments: Moments, sorted: &SortedAmount, high_is_bad: bool, range: (f64, f64)) -> Distribution {
    let values = &sorted.values;
    let percentile = |percent: u8| values.quantile(f64::from(percent) / 100.0);
    Distribution {
        mean: moments.mean,
        mean_standard_error: sorted.mean_error,
        standard_deviation: moments.standard_deviation(),
        percentiles: PERCENTILES.into_iter().map(|percent| (percent, percentile(percent))).collect(),
        percentile_errors: sorted.percentile_errors.clone(),
        further_percentiles: sorted.further.clone(),
        value_at_risk_95: percentile(if high_is_bad { 95 } else { 5 }),
        conditional_value_at_risk: sorted.tail.0,
        conditional_value_at_risk_error: sorted.tail.1,
        histogram: histogram(values, range),
    }
}

fn histogram(sorted: &Sorted, (low, high): (f64, f64)) -> Histogram {
    let mut counts = vec![0_u32; BINS];
    let (mut trials, scale) = (0, BINS as f64 / (high - low));
    sorted.for_each(|value, count| {
        trials += count;
        let position = (value - low) * scale;
        if position >= 0.0 && position <= BINS as f64 {
            // Within 0 and the number of bins.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let bin = (position as usize).min(BINS - 1);
            counts[bin] += count;
        }
    });
    Histogram { low, high, counts, trials }
}

fn event_summary(sums: &EventSums, trials: f64, has_cap: bool) -> EventSummary {
    let share_of_events = if sums.count > 0.0 { sums.capped / sums.count } else { 0.0 };
    let cap = has_cap.then(|| EventCap { mean: sums.cap / trials, share_of_events });
    EventSummary {
        chance: sums.trials / trials,
        mean_count: sums.count / trials,
        mean_cost_nominal: sums.nominal / trials,
        mean_cost_present_value: sums.present / trials,
        cap,
    }
}
