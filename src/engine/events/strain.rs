//! What puts a contract under strain, so that it ends sooner: a breach, a slump of the vendor's market.

use crate::engine::lanes::Lanes;

/// For so many months after a breach the contract is under strain.
pub const STRAIN_MONTHS: usize = 12;

/// What raises the hazard of an early end at a site in a block of trials, month by month.
#[derive(Clone, Debug, Default)]
pub struct Strain {
    /// Lane and month (from 0) of each breach.
    breaches: Vec<(usize, usize)>,
    /// Factor on the hazard of an insolvency in each month, where a slump of demand raises it.
    slump: Option<Vec<Lanes>>,
}

impl Strain {
    /// By breaches, each given by its lane and its month from 0.
    pub fn of_breaches(breaches: Vec<(usize, usize)>) -> Self {
        Self { breaches, slump: None }
    }

    /// With a factor on the hazard of an insolvency in each month, 1 where nothing raises it.
    #[must_use]
    pub fn with_slump(self, factors: Vec<Lanes>) -> Self {
        Self { slump: Some(factors), ..self }
    }

    /// Whether nothing ever raises the hazard in this lane.
    pub fn is_calm(&self, lane: usize) -> bool {
        self.slump.is_none() && self.breaches.iter().all(|breach| breach.0 != lane)
    }

    /// Whether there was a breach in the twelve months before this one (from 0).
    pub fn follows_breach(&self, lane: usize, month: usize) -> bool {
        self.breaches.iter().any(|&(of, breach)| of == lane && breach < month && month <= breach + STRAIN_MONTHS)
    }

    /// Factor on the hazard of an insolvency in a month (from 0).
    pub fn slump(&self, lane: usize, month: usize) -> f64 {
        self.slump.as_ref().map_or(1.0, |factors| factors[month].0[lane])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_breach_strains_the_twelve_months_after_it() {
        let strain = Strain::of_breaches(vec![(3, 20)]);
        let strained: Vec<usize> = (0..60).filter(|month| strain.follows_breach(3, *month)).collect();
        assert_eq!(strained, (21..=32).collect::<Vec<_>>());
        assert!(!strain.is_calm(3) && strain.is_calm(2) && !strain.follows_breach(2, 25));
    }

    #[test]
    fn a_slump_reaches_every_lane() {
        let strain = Strain::default().with_slump(vec![Lanes::splat(1.0), Lanes::splat(4.0)]);
        assert!(!strain.is_calm(0));
        assert_eq!((strain.slump(5, 0), strain.slump(5, 1)), (1.0, 4.0));
        assert_eq!(Strain::default().slump(5, 1), 1.0);
    }
}
