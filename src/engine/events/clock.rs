//! When events strike: by clocks that all strategies share.
//!
//! Event n of a kind at a place happens when the summed hazard reaches the sum of n + 1 unit exponentials. So a greater hazard
//! brings the same events sooner, and more of them, in every single trial.

use crate::engine::draws::Stream;
use crate::engine::lanes::{LANES, Lanes};
use crate::engine::math;

/// Most strikes of a clock in a trial; reached only by absurd inputs.
pub const MOST_STRIKES: u32 = 64;

/// One event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strike {
    /// Lane of the trial.
    pub lane: usize,
    /// Month in which it falls, from 0.
    pub month: usize,
    /// Which event of this clock it is in this trial, from 0: the slot of what is drawn for it.
    pub number: u32,
}

/// The clock of one kind of event at one place, in a block of trials.
#[derive(Clone, Debug)]
pub struct Clock {
    stream: Stream,
    first_trial: u32,
    /// Unit exponentials at which the first events strike.
    first: Lanes,
}

impl Clock {
    /// The clock that takes its numbers from `stream`.
    pub fn new(stream: Stream, first_trial: u32) -> Self {
        let first = stream.uniform_lanes(first_trial, 0).map(|draw| -math::ln(draw));
        Self { stream, first_trial, first }
    }

    /// The strikes within `months`. `total` is the hazard summed over them, `monthly(month, lane)` that of a month.
    pub fn strikes(&self, months: usize, total: &Lanes, monthly: impl Fn(usize, usize) -> f64) -> Vec<Strike> {
        let mut strikes = Vec::new();
        for lane in (0..LANES).filter(|&lane| self.first.0[lane] < total.0[lane]) {
            let (mut next, mut number, mut summed) = (self.first.0[lane], 0, 0.0);
            for month in 0..months {
                summed += monthly(month, lane);
                while next <= summed && number < MOST_STRIKES {
                    strikes.push(Strike { lane, month, number });
                    number += 1;
                    next += self.wait(lane, number);
                }
            }
        }
        strikes
    }

    /// The strikes within `months` of a hazard that stays the same.
    ///
    /// # Formula
    /// month number of a strike = ceil(clock / monthly hazard)
    pub fn steady_strikes(&self, months: usize, monthly: &Lanes) -> Vec<Strike> {
        let mut strikes = Vec::new();
        for lane in 0..LANES {
            let hazard = monthly.0[lane];
            let total = hazard * months as f64;
            let (mut next, mut number) = (self.first.0[lane], 0);
            while next < total && number < MOST_STRIKES {
                // Between 1 and the horizon: the conversion drops nothing.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let month = (next / hazard).ceil().clamp(1.0, months as f64) as usize - 1;
                strikes.push(Strike { lane, month, number });
                number += 1;
                next += self.wait(lane, number);
            }
        }
        strikes
    }

    /// The exponential between the event before `number` and that one.
    fn wait(&self, lane: usize, number: u32) -> f64 {
        // A block has 64 lanes.
        let trial = self.first_trial + u32::try_from(lane).unwrap_or(0);
        -math::ln(self.stream.uniform(trial, number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONTHS: usize = 120;

    fn clock() -> Clock {
        Clock::new(Stream::new(4, "test/clock"), 640)
    }

    #[test]
    fn a_steady_hazard_strikes_as_a_summed_one_does() {
        for hazard in [0.001, 0.02, 0.3] {
            let monthly = Lanes::from_fn(|lane| hazard * (1.0 + lane as f64 / 64.0));
            let summed = clock().strikes(MONTHS, &(monthly * MONTHS as f64), |_, lane| monthly.0[lane]);
            assert_eq!(clock().steady_strikes(MONTHS, &monthly), summed, "{hazard}");
            assert!(!summed.is_empty());
        }
    }

    #[test]
    fn a_greater_hazard_brings_the_same_events_no_later() {
        let strikes = |rise: f64| {
            let monthly = move |month: usize, _| 0.02 * (1.0 + if month >= 30 { rise } else { 0.0 });
            clock().strikes(MONTHS, &Lanes::splat(0.02 * (120.0 + 90.0 * rise)), monthly)
        };
        let (few, many) = (strikes(0.0), strikes(0.8));
        assert!(many.len() > few.len());
        for strike in few {
            let same = many.iter().find(|other| other.lane == strike.lane && other.number == strike.number).unwrap();
            assert!(same.month <= strike.month);
        }
    }

    #[test]
    fn nothing_strikes_without_a_hazard_and_a_huge_one_ends() {
        assert!(clock().steady_strikes(MONTHS, &Lanes::ZERO).is_empty());
        let most = LANES * MOST_STRIKES as usize;
        assert_eq!(clock().steady_strikes(MONTHS, &Lanes::splat(1e6)).len(), most);
        assert_eq!(clock().strikes(MONTHS, &Lanes::splat(1e8), |_, _| 1e6).len(), most);
    }
}
