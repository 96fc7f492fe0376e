//! Paths that swing: Brownian ones by month, and yearly ones; exchange rates, wages and the volume of work go along them.
//!
//! What matters of a path is mostly one number: by how much it lies above or below its trend over the years that count. That
//! number, its direction, is drawn as any other quantity, from the Sobol points; the steps come from the plain generator, shifted
//! all together so that they have that direction.

use super::deviates;
use super::rng::{Numbers, Stream};
use crate::engine::correlation::Mix;
use crate::engine::lanes::Lanes;
use crate::engine::math;

/// Standard deviations at which a path is capped where it is read.
pub const PATH_CAP: f64 = 3.0;

/// How often a path moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Once a month.
    Monthly,
    /// Once a year.
    Yearly,
}

impl Pace {
    /// Steps over which the direction is taken: five years, whatever the horizon, so that a longer horizon moves no draw.
    /// The move at the end of the fifth year does not count any more.
    fn steps_of_direction(self) -> usize {
        match self {
            Self::Monthly => 60,
            Self::Yearly => 4,
        }
    }

    /// Share of each step in the direction: the earlier, the longer it counts. Of length 1 together.
    fn weights(self) -> Vec<f64> {
        let steps = self.steps_of_direction();
        let counts = |step: usize| (steps - step) as f64;
        let length = (0..steps).map(|step| counts(step) * counts(step)).sum::<f64>().sqrt();
        (0..steps).map(|step| counts(step) / length).collect()
    }
}

/// The random numbers of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PathStream {
    steps: Stream,
    direction: Stream,
    pace: Pace,
}

impl PathStream {
    /// Those of the path called `id`.
    pub fn new(numbers: Numbers, id: &str, pace: Pace) -> Self {
        Self { steps: numbers.stream(id).plain(), direction: numbers.stream(&format!("{id}/direction")), pace }
    }

    /// The direction of the trials of a block, as standard normal deviates; high means that the path lies high.
    pub fn direction(self, first_trial: u32) -> Lanes {
        math::normal_quantile_lanes(&self.direction.uniform_lanes(first_trial, 0))
    }

    /// The first steps, as independent standard normal deviates.
    ///
    /// # Formula
    /// step m = e(m) + w(m) (d - sum of w e), e independent standard normal, d the direction, w of length 1: independent
    /// standard normal again, and their sum weighted by w is d
    pub fn steps(self, first_trial: u32, count: usize) -> Vec<Lanes> {
        let weights = self.pace.weights();
        let mut shift = self.direction(first_trial);
        let mut steps = self.plain_steps(first_trial, count.max(weights.len()));
        for (step, weight) in steps.iter().zip(&weights) {
            shift.add_scaled(-weight, step);
        }
        for (step, weight) in steps.iter_mut().zip(&weights) {
            step.add_scaled(*weight, &shift);
        }
        steps.truncate(count);
        steps
    }

    /// The first steps as they are before the direction shifts them; two months share a draw.
    fn plain_steps(self, first_trial: u32, count: usize) -> Vec<Lanes> {
        let mut steps = vec![Lanes::ZERO; count];
        for (slot, pair) in (0..).zip(steps.chunks_mut(2)) {
            let halves = self.steps.halves(first_trial, slot);
            for (step, bits) in pair.iter_mut().zip(&halves) {
                deviates::write(bits, step);
            }
        }
        steps
    }
}

/// A Brownian path of unit volatility a year, starting at 0.
#[derive(Clone, Debug)]
pub struct Brownian {
    steps: Vec<Lanes>,
    value: Lanes,
    capped: Lanes,
}

impl Brownian {
    /// The path over so many months, whose steps move with those of others if `mix` says so.
    pub fn new(stream: PathStream, mix: Option<&Mix>, first_trial: u32, months: usize) -> Self {
        let steps = match mix {
            Some(mix) => mix.steps(first_trial, months),
            None => stream.steps(first_trial, months),
        };
        Self { steps, value: Lanes::ZERO, capped: Lanes::ZERO }
    }

    /// The value at the end of the month with this index (from 0), capped at three standard deviations; months come one after
    /// the other. The sum itself goes on unlimited.
    pub fn step(&mut self, month: usize) -> &Lanes {
        self.value.add_scaled((1.0_f64 / 12.0).sqrt(), &self.steps[month]);
        let cap = PATH_CAP * ((month + 1) as f64 / 12.0).sqrt();
        let value = &self.value;
        self.capped.set(|lane| value.0[lane].clamp(-cap, cap));
        &self.capped
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::draws::Sampling;

    const BLOCKS: u32 = 256;

    fn path(pace: Pace) -> PathStream {
        PathStream::new(Numbers::new(3, Sampling::Nets), "offshore/currency", pace)
    }

    /// Means, variances and correlations of steps are those of independent standard normals, within four of their errors.
    #[test]
    fn steps_are_independent_and_standard() {
        for (pace, count) in [(Pace::Monthly, 70), (Pace::Yearly, 10)] {
            let blocks: Vec<Vec<Lanes>> = (0..BLOCKS).map(|block| path(pace).steps(block * 64, count)).collect();
            let trials = f64::from(BLOCKS) * 64.0;
            let product = |one: usize, other: usize| -> f64 {
                blocks.iter().map(|steps| (steps[one] * steps[other]).sum()).sum::<f64>() / trials
            };
            for step in 0..count {
                let mean = blocks.iter().map(|steps| steps[step].sum()).sum::<f64>() / trials;
                assert!(mean.abs() < 4.0 / trials.sqrt(), "{pace:?} {step}: {mean}");
                let variance = product(step, step);
                assert!((variance - 1.0).abs() < 4.0 * (2.0 / trials).sqrt(), "{pace:?} {step}: {variance}");
                for other in [0, 1, count / 2].into_iter().filter(|other| *other != step) {
                    assert!(product(step, other).abs() < 4.0 / trials.sqrt(), "{pace:?} {step} {other}");
                }
            }
        }
    }

    #[test]
    fn the_steps_have_the_direction_that_was_drawn() {
        for pace in [Pace::Monthly, Pace::Yearly] {
            let (path, weights) = (path(pace), pace.weights());
            let mut sum = Lanes::ZERO;
            for (step, weight) in path.steps(640, 60).iter().zip(&weights) {
                sum.add_scaled(*weight, step);
            }
            let drawn = path.direction(640);
            assert!(sum.0.iter().zip(&drawn.0).all(|(sum, drawn)| (sum - drawn).abs() < 1e-12));
        }
    }

    #[test]
    fn a_longer_horizon_moves_no_step() {
        let (short, long) = (path(Pace::Monthly).steps(0, 12), path(Pace::Monthly).steps(0, 120));
        assert!(short.iter().zip(&long).all(|(short, long)| short.0 == long.0));
    }

    /// What a second program, written from docs/model.md, gives of the steps before they are shifted.
    #[test]
    fn values_are_stable() {
        let numbers = Numbers::new(1, Sampling::Nets);
        let path = PathStream::new(numbers, "offshore/currency", Pace::Monthly);
        for (month, plain) in [(0, -1.600_074_167_1), (1, 0.129_323_641_8), (2, 0.231_749_759_4)] {
            assert!((path.plain_steps(0, 3)[month].0[0] - plain).abs() < 1e-6, "month {month}");
        }
    }
}
