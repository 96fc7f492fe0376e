//! What puts a contract under strain, so that it ends sooner: a breach, a slump of demand.

use std::ops::Range;

/// For so many months after a breach the contract is under strain.
pub const STRAIN_MONTHS: usize = 12;

/// Months (from 0) in which something raises the hazard of an early end in one trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Period {
    lane: usize,
    from: usize,
    until: usize,
}

impl Period {
    fn holds(&self, lane: usize, month: usize) -> bool {
        self.lane == lane && (self.from..self.until).contains(&month)
    }
}

/// What raises the hazard of an early end at a site in a block of trials.
#[derive(Clone, Debug, Default)]
pub struct Strain {
    breaches: Vec<Period>,
    slumps: Vec<Period>,
}

impl Strain {
    /// By breaches, each given by its lane and its month from 0.
    #[must_use]
    pub fn with_breaches(self, breaches: impl Iterator<Item = (usize, usize)>) -> Self {
        let after = |(lane, month)| Period { lane, from: month + 1, until: month + 1 + STRAIN_MONTHS };
        Self { breaches: breaches.map(after).collect(), ..self }
    }

    /// By slumps of demand, each given by its lane, its first month and the month after its last.
    #[must_use]
    pub fn with_slumps(self, slumps: impl Iterator<Item = (usize, usize, usize)>) -> Self {
        let period = |(lane, from, until)| Period { lane, from, until };
        Self { slumps: slumps.map(period).collect(), ..self }
    }

    /// The months (from 0) between the first and the last in which anything raises the hazard in this lane; none if nothing ever does.
    pub fn span(&self, lane: usize) -> Range<usize> {
        let periods = self.breaches.iter().chain(&self.slumps).filter(|period| period.lane == lane);
        let spans = periods.map(|period| period.from..period.until);
        spans.reduce(|all, one| all.start.min(one.start)..all.end.max(one.end)).unwrap_or_default()
    }

    /// Whether there was a breach in the twelve months before this one (from 0).
    pub fn follows_breach(&self, lane: usize, month: usize) -> bool {
        self.breaches.iter().any(|breach| breach.holds(lane, month))
    }

    /// Whether demand is in a slump in this month (from 0).
    pub fn is_slump(&self, lane: usize, month: usize) -> bool {
        self.slumps.iter().any(|slump| slump.holds(lane, month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_breach_strains_the_twelve_months_after_it() {
        let strain = Strain::default().with_breaches([(3, 20)].into_iter());
        let strained: Vec<usize> = (0..60).filter(|month| strain.follows_breach(3, *month)).collect();
        assert_eq!(strained, (21..=32).collect::<Vec<_>>());
        assert_eq!((strain.span(3), strain.span(2)), (21..33, 0..0));
        assert!(!strain.follows_breach(2, 25) && !strain.is_slump(3, 25));
    }

    #[test]
    fn a_slump_strains_as_long_as_it_lasts() {
        let strain = Strain::default().with_slumps([(5, 7, 9)].into_iter()).with_breaches([(5, 40)].into_iter());
        let slack: Vec<usize> = (0..60).filter(|month| strain.is_slump(5, *month)).collect();
        assert_eq!(slack, [7, 8]);
        assert_eq!(strain.span(5), 7..53);
    }
}
