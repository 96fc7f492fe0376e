//! Events that strike a place, priced for the whole of each function, so that every strategy pays for the part it has there.

use crate::model::RiskEvent;

/// What an event costs in one month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Which event of its list: the hits of one event follow each other.
    pub event: usize,
    /// Lane of the trial.
    pub lane: usize,
    /// Month, from 0.
    pub month: usize,
    /// Position of the function in the plan.
    pub function: usize,
    /// Money of that month, if all work of the function were at the place.
    pub cost: f64,
}

/// What strikes one place in a block: the hits of each kind of event.
#[derive(Clone, Debug, Default)]
pub struct PlaceHits(pub Vec<(RiskEvent, Vec<Hit>)>);

impl PlaceHits {
    /// The hits of one kind; none where it is not simulated.
    pub fn of(&self, kind: RiskEvent) -> &[Hit] {
        self.0.iter().find(|(known, _)| *known == kind).map_or(&[], |(_, hits)| hits)
    }
}
