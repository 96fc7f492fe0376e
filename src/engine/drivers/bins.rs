//! Trials sorted into bins by one input, and what follows from the bins' means.
//!
//! The estimators and their traps: raw bins overstate badly. With 1,000 trials and a hundred inputs that do nothing, the
//! shares of variance that 32 bins show by chance add up to three times all there is. Both the share and the value of
//! information are therefore freed from what chance contributes.

use super::ENDS_OF_A_WHOLE;
use crate::engine::accumulate::Accumulator;
use crate::engine::lanes::{LANES, Lanes, lesser};
use crate::engine::math;

/// Trials of a portion: so many that a path of sixty months takes a few milliseconds.
const PORTION: usize = 2_048;

/// Steps of a bin: so fine that bins, of which there is an even number, and ends both consist of whole ones, and a trial is added once.
const FINENESS: usize = ENDS_OF_A_WHOLE / 2;

/// Most bins.
const MOST: usize = 32;

/// Bins for so many trials: fewer where each would hold too few.
pub fn bins_for(trials: usize) -> usize {
    match trials {
        ..4_000 => 8,
        4_000..10_000 => 16,
        _ => MOST,
    }
}

/// What is explained: the discounted saving of each strategy, of in-house the discounted cost.
#[derive(Debug)]
pub struct Targets {
    strategies: usize,
    /// Trial after trial, in each the strategies side by side, so that a trial is added to its bin in one go: by fours, the last
    /// filled up with zeros.
    values: Vec<[f64; 4]>,
}

/// What all inputs are measured against.
#[derive(Debug)]
pub struct Totals {
    /// Position of the strategy with the least mean cost.
    best: usize,
    /// Sum of squared deviations of each target.
    squares: Vec<f64>,
    /// Sum of squared deviations of each strategy's cost above that of the best one.
    squares_above_best: Vec<f64>,
}

impl Targets {
    /// The trials that are kept in order.
    pub fn new(accumulator: &Accumulator) -> Self {
        let rows = accumulator.rows.iter().enumerate();
        let amounts: Vec<&[f64]> = rows
            .map(|(index, row)| if index == 0 { &row.present } else { &row.saving_present })
            .map(|amount| amount.samples.in_order())
            .collect();
        let trials = amounts.first().map_or(0, |values| values.len());
        let amount = |place: usize, trial: usize| amounts.get(place).map_or(0.0, |values| values[trial]);
        let fours = |trial: usize| {
            (0..amounts.len()).step_by(4).map(move |first| [0, 1, 2, 3].map(|place| amount(first + place, trial)))
        };
        Self { strategies: amounts.len(), values: (0..trials).flat_map(fours).collect() }
    }

    /// Fours of a trial.
    fn fours(&self) -> usize {
        self.strategies.div_ceil(4).max(1)
    }

    /// How many trials there are.
    pub fn trials(&self) -> usize {
        self.values.len() / self.fours()
    }

    fn of(&self, strategy: usize) -> impl Iterator<Item = f64> + Clone {
        self.values.iter().skip(strategy / 4).step_by(self.fours()).map(move |four| four[strategy % 4])
    }

    /// The saving of a strategy in every trial; in-house saves nothing.
    fn savings(&self, strategy: usize) -> impl Iterator<Item = f64> + Clone {
        self.of(strategy).map(move |value| if strategy > 0 { value } else { 0.0 })
    }

    /// What all inputs are measured against, by the same trials.
    pub fn totals(&self) -> Totals {
        let count = self.trials();
        let sums: Vec<f64> = (0..self.strategies).map(|strategy| self.savings(strategy).sum()).collect();
        let best = (0..sums.len()).fold(0, |best, next| if sums[next] > sums[best] { next } else { best });
        let above_best = |strategy: usize| {
            let pairs = self.savings(best).zip(self.savings(strategy));
            squares(pairs.map(|(best, own)| best - own), count)
        };
        Totals {
            best,
            squares: (0..self.strategies).map(|strategy| squares(self.of(strategy), count)).collect(),
            squares_above_best: (0..self.strategies).map(above_best).collect(),
        }
    }
}

/// Sum of squared deviations from the mean.
fn squares(values: impl Iterator<Item = f64> + Clone, count: usize) -> f64 {
    let mean = values.clone().sum::<f64>() / count.max(1) as f64;
    values.map(|value| (value - mean) * (value - mean)).sum()
}

/// Counts and sums by bins of one input.
#[derive(Debug)]
pub struct Bins {
    /// Trials that have been sorted into steps.
    sorted: usize,
    /// Fours of a trial.
    fours: usize,
    strategies: usize,
    /// Trials in each step.
    in_steps: Vec<f64>,
    /// Step after step, the sum of each strategy's target in it.
    step_sums: Vec<[f64; 4]>,
    /// Trials in each bin, once all are sorted.
    counts: Vec<f64>,
}

impl Bins {
    /// Nothing sorted yet.
    pub fn new(targets: &Targets) -> Self {
        let (bins, fours) = (bins_for(targets.trials()), targets.fours());
        let steps = bins * FINENESS;
        Self {
            sorted: 0,
            fours,
            strategies: targets.strategies,
            in_steps: vec![0.0; steps],
            step_sums: vec![[0.0; 4]; steps * fours],
            counts: vec![0.0; bins],
        }
    }

    /// Sorts the next portion of the trials into bins by the numbers that `uniforms` gives of the block with this first trial;
    /// says whether all are sorted.
    #[inline(never)]
    pub fn fill_portion(&mut self, targets: &Targets, uniforms: impl Fn(u32) -> Lanes) -> bool {
        let trials = targets.trials();
        let until = trials.min(self.sorted + PORTION);
        let count = self.in_steps.len() as f64;
        for first in (self.sorted..until).step_by(LANES) {
            // Blocks are whole: trials come in batches; and at most 65,536 trials are kept in order.
            let numbers = uniforms(u32::try_from(first).unwrap_or(u32::MAX));
            let mut steps = [0_u8; LANES];
            for (number, step) in numbers.0.iter().zip(&mut steps) {
                // A number of 1 belongs to the last step, of which there are at most 160.
                (*step, _) = math::whole_and_rest(lesser(number * count, count - 0.25));
            }
            let values = targets.values[first * self.fours..].chunks_exact(self.fours);
            for (step, values) in steps.into_iter().zip(values) {
                let step = usize::from(step);
                self.in_steps[step] += 1.0;
                let sums = &mut self.step_sums[step * self.fours..][..self.fours];
                for (sums, values) in sums.iter_mut().zip(values) {
                    sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
                }
            }
        }
        self.sorted = until;
        if until == trials {
            let bins = self.counts.iter_mut().zip(self.in_steps.chunks_exact(FINENESS));
            bins.for_each(|(count, steps)| *count = steps.iter().sum());
        }
        until == trials
    }

    /// The sums of a strategy's target in the steps.
    fn sums_of_steps(&self, strategy: usize) -> impl Iterator<Item = f64> {
        self.step_sums.iter().skip(strategy / 4).step_by(self.fours).map(move |four| four[strategy % 4])
    }

    /// The sums of a strategy's target in the bins.
    fn sums(&self, strategy: usize) -> Vec<f64> {
        let mut sums = vec![0.0; self.counts.len()];
        for (step, sum) in self.sums_of_steps(strategy).enumerate() {
            sums[step / FINENESS] += sum;
        }
        sums
    }

    /// Mean of a strategy's target while the input lies in its lowest (0) or highest (1) tenth.
    pub fn end_mean(&self, strategy: usize, end: usize) -> f64 {
        let length = self.in_steps.len() / ENDS_OF_A_WHOLE;
        let first = if end == 0 { 0 } else { self.in_steps.len() - length };
        let sum: f64 = self.sums_of_steps(strategy).skip(first).take(length).sum();
        let count: f64 = self.in_steps[first..first + length].iter().sum();
        sum / count.max(1.0)
    }

    /// The share of the variance of a strategy's target that the input explains by itself. Chance may leave it a little below 0.
    ///
    /// # Formula
    /// (SSB - (B - 1) MSW) / SST, with SST the sum of squared deviations, SSB that of the bins' means, each bin weighted with its
    /// trials, MSW = (SST - SSB) / (n - B); B counts the bins that hold anything.
    pub fn share_of_variance(&self, strategy: usize, totals: &Totals) -> f64 {
        let total = totals.squares[strategy];
        if total <= 0.0 {
            return 0.0;
        }
        let between = self.between(&self.sums(strategy));
        (between - self.by_chance(total, between)) / total
    }

    /// What it would be worth to know the input before deciding, money.
    ///
    /// # Formula
    /// -sum over bins of `n_b` / n min(0, min over strategies of d'), where d is the mean cost of a strategy in the bin above that of
    /// the strategy that is best over all bins, D its mean over all bins, and d' = D + f (d - D) with f = max(0, 1 - (B - 1) MSW /
    /// SSB): differences between bins shrink by the part of them that is chance. Since f <= 1 and D >= 0, this is never more than
    /// the value of knowing everything.
    pub fn value_of_information(&self, totals: &Totals) -> f64 {
        let count = self.counts.len();
        let mut least = vec![0.0_f64; count];
        let savings = |strategy: usize| if strategy > 0 { self.sums(strategy) } else { vec![0.0; count] };
        let best = savings(totals.best);
        for strategy in (0..self.strategies).filter(|&strategy| strategy != totals.best) {
            let above: Vec<f64> = best.iter().zip(savings(strategy)).map(|(best, own)| best - own).collect();
            let between = self.between(&above);
            let kept = if between > 0.0 {
                (1.0 - self.by_chance(totals.squares_above_best[strategy], between) / between).max(0.0)
            } else {
                0.0
            };
            let mean = above.iter().sum::<f64>() / self.trials();
            for ((least, sum), trials) in least.iter_mut().zip(&above).zip(&self.counts) {
                if *trials > 0.0 {
                    *least = least.min(mean + kept * (sum / trials - mean));
                }
            }
        }
        let gained: f64 = least.iter().zip(&self.counts).map(|(least, trials)| -least * trials).sum();
        gained / self.trials()
    }

    fn trials(&self) -> f64 {
        self.counts.iter().sum::<f64>().max(1.0)
    }

    /// Sum of squares between bins of what has these sums in them.
    fn between(&self, sums: &[f64]) -> f64 {
        let mean = sums.iter().sum::<f64>() / self.trials();
        let filled = sums.iter().zip(&self.counts).filter(|(_, trials)| **trials > 0.0);
        filled.map(|(sum, trials)| trials * (sum / trials - mean) * (sum / trials - mean)).sum()
    }

    /// What chance alone contributes to the sum of squares between bins.
    fn by_chance(&self, total: f64, between: f64) -> f64 {
        let filled = self.counts.iter().filter(|trials| **trials > 0.0).count() as f64;
        let within = (total - between).max(0.0) / (self.trials() - filled).max(1.0);
        (filled - 1.0) * within
    }
}
