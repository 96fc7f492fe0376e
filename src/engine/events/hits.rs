//! Events that strike a place, priced for the whole of each function, so that every strategy pays for the part it has there.

use crate::engine::lanes::LANES;
use crate::model::RiskEvent;

/// What an event costs in one month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Which event of its kind at the place.
    pub event: usize,
    /// Lane of the trial.
    pub lane: usize,
    /// Month, from 0.
    pub month: usize,
    /// Money of that month, if all work of the function were at the place.
    pub cost: f64,
}

/// What the events of one kind cost at a place.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// How many events there are.
    pub events: usize,
    /// What they cost, by functions of the plan: what follows looks at one function at a time.
    pub on: Vec<Vec<Hit>>,
}

impl Hits {
    /// No event yet; a plan with so many functions.
    pub fn none(functions: usize) -> Self {
        Self { events: 0, on: vec![Vec::new(); functions] }
    }

    /// How often an event happens in each trial that counts for any of its functions (by position in the plan).
    pub fn count(&self, counts: impl Fn(usize, &Hit) -> bool) -> [u32; LANES] {
        let mut counted = vec![false; self.events];
        let mut in_trials = [0; LANES];
        for (function, hits) in self.on.iter().enumerate() {
            for hit in hits {
                if !counted[hit.event] && counts(function, hit) {
                    counted[hit.event] = true;
                    in_trials[hit.lane] += 1;
                }
            }
        }
        in_trials
    }
}

/// What strikes one place in a block, by the kind of event.
#[derive(Clone, Debug, Default)]
pub struct PlaceHits(pub Vec<(RiskEvent, Hits)>);

impl PlaceHits {
    /// What the events of one kind cost; `None` where it is not simulated.
    pub fn of(&self, kind: RiskEvent) -> Option<&Hits> {
        self.0.iter().find(|(known, _)| *known == kind).map(|(_, hits)| hits)
    }

    /// What they cost on one function (by its position in the plan).
    pub fn on(&self, kind: RiskEvent, function: usize) -> &[Hit] {
        self.of(kind).and_then(|hits| hits.on.get(function)).map_or(&[], Vec::as_slice)
    }

    /// As [`Hits::count`]; never where the kind is not simulated.
    pub fn count(&self, kind: RiskEvent, counts: impl Fn(usize, &Hit) -> bool) -> [u32; LANES] {
        self.of(kind).map_or([0; LANES], |hits| hits.count(counts))
    }
}
