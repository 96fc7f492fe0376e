//! From merged batches to the figures people read, in portions short enough for a page that must not freeze.

use super::accumulate::{Accumulator, Moments, Row};
use super::batch::EventSums;
use super::plan::Plan;
use super::samples::Sorted;
use super::summary::{
    BreakEven, Distribution, EventCap, EventSummary, Histogram, PERCENTILES, Saving, StrategySummary, Summary, TAIL,
};
use crate::model::{CostLine, RiskEvent};
use std::collections::BTreeMap;

/// Format number of the output.
pub const FORMAT: u32 = 1;

/// Bins of the histograms for charts.
const BINS: usize = 160;
/// Share of each strategy's trials that may lie outside the common histogram at either end.
const OUTSIDE: f64 = 0.002;

/// A summary in the making: each [`step`](Self::step) takes one strategy's sorting or one strategy's figures.
pub struct Summariser<'a> {
    plan: &'a Plan,
    accumulator: &'a Accumulator,
    progress: Progress,
}

/// How far a summary has come; kept apart so that it can outlive the borrow of what it summarises.
#[derive(Debug, Default)]
pub struct Progress {
    sorted: Vec<SortedRow>,
    done: Vec<StrategySummary>,
}

/// The amounts of a strategy in rising order.
#[derive(Debug)]
struct SortedRow {
    nominal: Sorted,
    present: Sorted,
    saving_nominal: Sorted,
    saving_present: Sorted,
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
        let rows = &self.accumulator.rows;
        if let Some(row) = rows.get(self.progress.sorted.len()) {
            self.progress.sorted.push(SortedRow::new(row));
        } else if let Some(row) = rows.get(self.progress.done.len()) {
            let summary = self.strategy(self.progress.done.len(), row);
            self.progress.done.push(summary);
        }
        if self.progress.done.len() < rows.len() { Err(self.progress) } else { Ok(self.finish()) }
    }

    fn finish(self) -> Summary {
        Summary {
            format: FORMAT,
            scenario: self.plan.name.clone(),
            currency: self.plan.currency,
            trials: self.accumulator.trials(),
            planned_trials: self.plan.trials(),
            seed: self.plan.seed,
            // At most 120.
            horizon_months: u32::try_from(self.plan.horizon_months).unwrap_or(u32::MAX),
            strategies: self.progress.done,
            left_out: self.plan.left_out.clone(),
            correlation_repair: self.plan.correlation_repair.clone(),
        }
    }

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
            chance_cheapest: row.cheapest / trials,
            lines_nominal: mean_lines(&row.lines_nominal),
            lines_present_value: mean_lines(&row.lines_present),
            events: RiskEvent::ALL
                .into_iter()
                .map(|event| {
                    let has_cap = event.has_cap() && self.plan.events.includes(event);
                    (event, event_summary(&row.events[event.index()], trials, has_cap))
                })
                .collect(),
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
            chance_positive_error: (chance * (1.0 - chance) / trials).sqrt(),
            break_even: BreakEven {
                percentiles: PERCENTILES
                    .into_iter()
                    .map(|percent| (percent, finite(months.quantile(f64::from(percent) / 100.0))))
                    .collect(),
                chance_never: f64::from(row.never) / trials,
            },
        }
    }

    /// The range of a histogram that all strategies share; savings leave in-house out.
    fn range(&self, amount: impl Fn(&SortedRow) -> &Sorted, savings: bool) -> (f64, f64) {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for row in self.progress.sorted.iter().skip(usize::from(savings)) {
            low = low.min(amount(row).quantile(OUTSIDE));
            high = high.max(amount(row).quantile(1.0 - OUTSIDE));
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

impl SortedRow {
    fn new(row: &Row) -> Self {
        Self {
            nominal: row.nominal.samples.sorted(),
            present: row.present.samples.sorted(),
            saving_nominal: row.saving_nominal.samples.sorted(),
            saving_present: row.saving_present.samples.sorted(),
        }
    }
}

fn distribution(moments: Moments, sorted: &Sorted, high_is_bad: bool, range: (f64, f64)) -> Distribution {
    Distribution {
        mean: moments.mean,
        mean_standard_error: moments.standard_error(),
        standard_deviation: moments.standard_deviation(),
        percentiles: PERCENTILES
            .into_iter()
            .map(|percent| (percent, sorted.quantile(f64::from(percent) / 100.0)))
            .collect::<BTreeMap<_, _>>(),
        conditional_value_at_risk: sorted.tail_mean(TAIL, high_is_bad),
        histogram: histogram(sorted, range),
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
