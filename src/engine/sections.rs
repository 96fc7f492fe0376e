//! What the number of trials leaves open, for figures that have no formula for it: percentiles and means of tails.
//!
//! The run is cut into sections of whole batches, the figure is taken of each, and how far these lie around the figure of
//! the whole run says how far that one may lie from the truth. Means and chances need none of this: trials are independent, so
//! s / sqrt(n) and sqrt(p (1 - p) / n) are exact for them, where sections would err by a fifth themselves.

use super::plan::BATCH_TRIALS;
use super::samples::Sorted;

/// Most sections that a run is cut into.
const MOST: usize = 16;

/// The 97.5th percentile of Student's t for 1, 2, ... degrees of freedom.
const STUDENT: [f64; MOST - 1] =
    [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131];
/// The same of the normal.
const NORMAL: f64 = 1.960;

/// The values of one amount, section by section.
#[derive(Clone, Debug)]
pub struct Sections {
    sections: Vec<Sorted>,
    /// By how much more trials than those in the sections make an error smaller.
    shrink: f64,
}

impl Sections {
    /// Cuts values in trial order, which are all or the first of `trials` values.
    pub fn new(in_order: &[f64], trials: u32) -> Self {
        let batch = BATCH_TRIALS as usize;
        let batches = in_order.len() / batch;
        let count = batches.min(MOST);
        let edge = |section: usize| section * batches / count * batch;
        let sections = (0..count).map(|section| Sorted::of(&in_order[edge(section)..edge(section + 1)])).collect();
        Self { sections, shrink: (in_order.len() as f64 / f64::from(trials.max(1))).sqrt() }
    }

    /// The standard error of `pooled`, the figure of all trials that `figure` gives of a section. 0 where there are not even
    /// two sections.
    ///
    /// # Formula
    /// (t / 1.96) sqrt( K / (K - 1) sum over sections of (`n_k` / n)^2 (figure of section k - pooled)^2 ): centred on the pooled
    /// figure, so that what the few trials of a section do to it counts as well. t is Student's 97.5th percentile for K - 1
    /// degrees of freedom: 1.96 of these errors hold the truth in 95 of 100 runs, as with a normal error.
    pub fn error(&self, pooled: f64, figure: impl Fn(&Sorted) -> f64) -> f64 {
        let count = self.sections.len();
        let Some(student) = count.checked_sub(2).map(|place| STUDENT[place]) else { return 0.0 };
        let trials: f64 = self.sections.iter().map(|section| section.len() as f64).sum();
        let squares: f64 = self
            .sections
            .iter()
            .map(|section| {
                let apart = section.len() as f64 / trials * (figure(section) - pooled);
                apart * apart
            })
            .sum();
        student / NORMAL * (squares * count as f64 / (count - 1) as f64).sqrt() * self.shrink
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::math;
    use crate::engine::rng::Stream;

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

    /// Of a mean, sections say on average what s / sqrt(n) says, with an error of a fifth of their own.
    #[test]
    fn sections_agree_with_the_error_of_a_mean() {
        let mean = |sorted: &Sorted| {
            let (mut sum, mut count) = (0.0, 0.0);
            sorted.for_each(|value, values| {
                sum += value * f64::from(values);
                count += f64::from(values);
            });
            sum / count
        };
        let squares: Vec<f64> = (0..200)
            .map(|seed| {
                let values = values(seed, 10_240);
                let error = Sections::new(&values, 10_240).error(mean(&Sorted::of(&values)), mean);
                let ratio = error / (2.131 / 1.96) * 10_240_f64.sqrt();
                ratio * ratio
            })
            .collect();
        let average = squares.iter().sum::<f64>() / 200.0;
        assert!((average - 1.0).abs() < 0.08, "{average}");
        let spread = (squares.iter().map(|square| (square - average) * (square - average)).sum::<f64>() / 200.0).sqrt();
        assert!((0.25..=0.5).contains(&spread), "{spread}");
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
