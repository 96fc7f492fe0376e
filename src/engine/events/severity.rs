//! What is drawn for each single event: how long, how far, how much.

use crate::engine::draws::Stream;
use crate::engine::lanes::Lanes;
use crate::engine::plan::Plan;
use crate::engine::sampler::Sampler;
use crate::model::Assumption;

/// Draws of one assumption, one for each event of a clock: laid out for a whole block when the first trial has so many.
#[derive(Clone, Debug)]
pub struct Severity<'a> {
    sampler: Option<&'a Sampler>,
    stream: Stream,
    first_trial: u32,
    drawn: Vec<Lanes>,
}

impl<'a> Severity<'a> {
    /// The draws of an assumption of the firm by a stream of the place's own.
    pub fn new(plan: &'a Plan, assumption: Assumption, stream: Stream, first_trial: u32) -> Self {
        let sampler = plan.home[assumption as usize].as_ref().map(|quantity| &quantity.sampler);
        Self { sampler, stream, first_trial, drawn: Vec::new() }
    }

    /// The draw for event `number` of a trial.
    pub fn of(&mut self, number: u32, lane: usize) -> f64 {
        while self.drawn.len() <= number as usize {
            // At most [`super::clock::MOST_STRIKES`].
            let slot = u32::try_from(self.drawn.len()).unwrap_or(u32::MAX);
            let draw = |sampler: &Sampler| sampler.draw(self.stream, self.first_trial, slot);
            self.drawn.push(self.sampler.map_or(Lanes::ZERO, draw));
        }
        self.drawn[number as usize].0[lane]
    }
}
