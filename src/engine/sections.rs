//! What the number of trials leaves open.
//!
//! Sobol points lie more evenly than independent ones, so s / sqrt(n) would say too much. The run is cut into sections, the
//! figure is taken of each, and how far these lie around the figure of the whole run says how far that one may lie from the
//! truth. Sections are whole nets, which are independent of each other; a run of a few nets only is cut into batches. Those of a net are
//! not independent: mostly they lie on opposite sides of the truth, which errs on the safe side, but where something depends on
//! one pair of coordinates alone they may all miss it together. Of savings, which depend on dozens, a test holds them to what they say.

use super::draws::nets;
use super::plan::BATCH_TRIALS;
use super::samples::Samples;
use super::sorted::Sorted;
use std::ops::Range;

/// Most sections that a run is cut into.
const MOST: usize = 16;

/// Batches of a net.
const NET_BATCHES: usize = (nets::POINTS / BATCH_TRIALS) as usize;
/// Fewer nets than these are cut into batches.
const FEWEST_NETS: usize = 8;

/// The sections of a run of so many batches, as ranges of them.
fn cut(batches: usize) -> impl Iterator<Item = Range<usize>> {
    let nets = batches / NET_BATCHES;
    let (pieces, size) = if nets >= FEWEST_NETS { (nets, NET_BATCHES) } else { (batches, 1) };
    let count = pieces.min(MOST);
    let edge = move |section: usize| section * pieces / count * size;
    (0..count).map(move |section| edge(section)..edge(section + 1))
}

/// The standard error of a figure, from those of sections with so many trials each.
///
/// # Formula
/// (t / 1.96) sqrt( K / (K - 1) sum over sections of (`n_k` / n)^2 (figure of section k - pooled)^2 ): centred on the pooled
/// figure, so that what the few trials of a section do to it counts as well. t is Student's 97.5th percentile for K - 1
/// degrees of freedom: 1.96 of these errors hold the truth in 95 of 100 runs, as with a normal error. 0 where there are not
/// even two sections.
fn error_of(pooled: f64, sections: &[(f64, f64)]) -> f64 {
    let count = sections.len();
    let Some(student) = count.checked_sub(2).map(|place| STUDENT[place]) else { return 0.0 };
    let trials: f64 = sections.iter().map(|(_, trials)| trials).sum();
    let apart = |(figure, of): &(f64, f64)| of / trials * (figure - pooled);
    let squares: f64 = sections.iter().map(|section| apart(section) * apart(section)).sum();
    student / NORMAL * (squares * count as f64 / (count - 1) as f64).sqrt()
}

/// The standard error of a mean or a chance of `trials` trials, given as its sums over the batches, which are all or the first.
pub fn error_of_mean(pooled: f64, batches: &[f64], trials: u32) -> f64 {
    let sections: Vec<(f64, f64)> = cut(batches.len())
        .map(|range| {
            let trials = range.len() as f64 * f64::from(BATCH_TRIALS);
            (batches[range].iter().sum::<f64>() / trials, trials)
        })
        .collect();
    error_of(pooled, &sections) * shrink(batches.len(), trials)
}

/// Sums of a figure of each value over the trials of each batch.
pub(super) fn batch_sums(in_order: &[f64], figure: impl Fn(f64) -> f64) -> Vec<f64> {
    in_order.chunks_exact(BATCH_TRIALS as usize).map(|batch| batch.iter().map(|value| figure(*value)).sum()).collect()
}

/// By how much more trials than those of the batches make an error smaller.
fn shrink(batches: usize, trials: u32) -> f64 {
    (batches as f64 * f64::from(BATCH_TRIALS) / f64::from(trials.max(1))).sqrt()
}

/// The 97.5th percentile of Student's t for 1, 2, ... degrees of freedom.
const STUDENT: [f64; MOST - 1] =
    [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131];
/// The same of the normal: so many standard errors to either side hold the truth in 95 of 100 runs.
pub(super) const NORMAL: f64 = 1.960;

/// The values of one amount, section by section: for figures that are neither a mean nor a chance.
#[derive(Clone, Debug)]
pub struct Sections {
    sections: Vec<Sorted>,
    shrink: f64,
}

impl Sections {
    /// Cuts values in trial order, which are all or the first of `trials` values.
    pub fn new(in_order: &[f64], trials: u32) -> Self {
        let batch = BATCH_TRIALS as usize;
        let batches = in_order.len() / batch;
        let sections =
            cut(batches).map(|range| Sorted::of(&in_order[range.start * batch..range.end * batch])).collect();
        Self { sections, shrink: shrink(batches, trials) }
    }

    /// All values of `samples`, whose first these sections were cut from, in rising order. What has been sorted in sections is not
    /// sorted again.
    pub fn merged(&self, samples: &Samples) -> Sorted {
        let Some(values) = samples.exact() else { return samples.sorted() };
        let sections = self.sections.iter().filter_map(|section| match section {
            Sorted::Exact(section) => Some(section),
            Sorted::Binned { .. } => None,
        });
        let in_sections: usize = sections.clone().map(Vec::len).sum();
        Sorted::of_runs(sections.flatten().chain(&values[in_sections..]))
    }

    /// The standard error of `pooled`, the figure of all trials that `figure` gives of a section: see [`error_of`].
    pub fn error(&self, pooled: f64, figure: impl Fn(&Sorted) -> f64) -> f64 {
        let sections: Vec<(f64, f64)> =
            self.sections.iter().map(|section| (figure(section), section.len() as f64)).collect();
        error_of(pooled, &sections) * self.shrink
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::draws::{Numbers, Sampling, Stream};
    use crate::engine::math;

    /// Independent values: exponentials of normals, so that the tail is long.
    fn values(seed: u64, count: u32) -> Vec<f64> {
        let stream = Stream::new(seed, "values");
        (0..count).map(|trial| -math::ln(stream.uniform(trial, 0))).collect()
    }

    /// Over many runs the interval of 1.96 errors holds the true percentile about as often as it says.
    #[test]
    fn intervals_hold_the_truth_as_often_as_they_say() {
        for (trials, p) in [(10_240, 0.5), (10_240, 0.95), (1_024, 0.5), (1_024, 0.9)] {
            let truth = -math::ln(1.0 - p);
            let runs: u32 = 300;
            let held = (0..runs)
                .filter(|run| {
                    let values = values(u64::from(*run), trials);
                    let pooled = Sorted::of(&values).quantile(p);
                    let error = Sections::new(&values, trials).error(pooled, |section| section.quantile(p));
                    (pooled - truth).abs() < NORMAL * error
                })
                .count();
            let share = held as f64 / f64::from(runs);
            assert!((0.92..=0.99).contains(&share), "{trials} trials, {p}: {share}");
        }
    }

    fn sums(values: &[f64]) -> Vec<f64> {
        values.chunks(BATCH_TRIALS as usize).map(|batch| batch.iter().sum()).collect()
    }

    /// Of independent values, sections say on average what s / sqrt(n) says, with an error of a fifth of their own.
    #[test]
    fn sections_agree_with_the_error_of_a_mean() {
        let squares: Vec<f64> = (0..200)
            .map(|seed| {
                let sums = sums(&values(seed, 16_384));
                let mean = sums.iter().sum::<f64>() / 16_384.0;
                let ratio = error_of_mean(mean, &sums, 16_384) / (2.131 / 1.96) * 16_384_f64.sqrt();
                ratio * ratio
            })
            .collect();
        let average = squares.iter().sum::<f64>() / 200.0;
        assert!((average - 1.0).abs() < 0.08, "{average}");
        let spread = (squares.iter().map(|square| (square - average) * (square - average)).sum::<f64>() / 200.0).sqrt();
        assert!((0.25..=0.5).contains(&spread), "{spread}");
    }

    /// Of Sobol points the intervals hold the truth as often as they say, or more often, and are far narrower.
    #[test]
    fn errors_of_points_are_honest() {
        for (trials, narrower) in [(10_240, 5.0), (1_024, 1.5)] {
            let mut held = 0;
            let mut errors = 0.0;
            for seed in 0..200 {
                let numbers = Numbers::new(seed, Sampling::Nets);
                let (one, other) = (numbers.stream("offshore/rework"), numbers.stream("offshore/hourly_rate"));
                let value = |trial: u32| -math::ln(one.uniform(trial, 0)) * other.uniform(trial, 0);
                let values: Vec<f64> = (0..trials).map(value).collect();
                let sums = sums(&values);
                let mean = sums.iter().sum::<f64>() / f64::from(trials);
                let error = error_of_mean(mean, &sums, trials);
                held += u32::from((mean - 0.5).abs() < NORMAL * error);
                errors += error / 200.0;
            }
            assert!(held >= 184, "{trials}: {held}");
            // The variance of the product is 2/3 - 1/4.
            let plain = (5.0 / 12.0 / f64::from(trials)).sqrt();
            assert!(errors * narrower < plain, "{trials}: {errors} {plain}");
        }
    }

    #[test]
    fn more_trials_than_are_kept_shrink_the_error() {
        let values = values(1, 16_384);
        let error = |trials| Sections::new(&values, trials).error(0.69, |section| section.quantile(0.5));
        assert!((error(16_384) / error(16_384 * 4) - 2.0).abs() < 1e-12);
    }

    #[test]
    fn one_batch_has_no_error_to_tell() {
        let values = values(1, 256);
        assert_eq!(Sections::new(&values, 256).error(0.0, |section| section.quantile(0.5)), 0.0);
        assert_eq!(Sections::new(&[], 0).error(0.0, |section| section.quantile(0.5)), 0.0);
    }
}
