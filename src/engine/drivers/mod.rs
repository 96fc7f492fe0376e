//! What drives the outcome: how much of a saving's spread each input explains, and what it would be worth to know it.
//!
//! Computed from the trials that are kept in order and from the inputs' random numbers, drawn again, one input at a time; so
//! the answers of workers carry nothing for it, and a page takes it in small portions.

mod bins;
pub mod input_id;
pub mod inputs;

use super::accumulate::Accumulator;
use super::plan::Plan;
use super::summary::{Driver, DriverEffect, Drivers};
use bins::{Bins, Targets, Totals};
use inputs::{Input, inputs};

/// The trials at either end of an input, between which its effect is measured, are one in so many.
const ENDS_OF_A_WHOLE: usize = 10;

/// The drivers in the making.
#[derive(Debug)]
pub struct DriversInProgress {
    inputs: Vec<Input>,
    targets: Targets,
    totals: Totals,
    /// Bins of the input that is being taken.
    bins: Option<Bins>,
    done: Vec<Driver>,
    /// Whether the trials are those of a whole run.
    is_whole: bool,
}

impl DriversInProgress {
    /// Nothing done yet.
    pub fn new(plan: &Plan, accumulator: &Accumulator) -> Self {
        let targets = Targets::new(accumulator);
        Self {
            inputs: inputs(plan),
            totals: targets.totals(),
            targets,
            bins: None,
            done: Vec::new(),
            is_whole: plan.is_over(accumulator),
        }
    }

    /// Whether every input is done.
    pub fn is_finished(&self) -> bool {
        self.done.len() == self.inputs.len()
    }

    /// Takes the next portion of the trials of an input.
    #[inline(never)]
    pub fn step(&mut self, plan: &Plan) {
        let Some(input) = self.inputs.get(self.done.len()) else { return };
        let mut bins = self.bins.take().unwrap_or_else(|| Bins::new(&self.targets));
        if !bins.fill_portion(&self.targets, |first_trial| input.uniforms(plan, first_trial)) {
            self.bins = Some(bins);
            return;
        }
        // The first trials of a run would promise too much.
        let value = (self.is_whole && input.id.can_be_found_out()).then(|| bins.value_of_information(&self.totals));
        let effects = (0..plan.strategies.len())
            .filter(|&strategy| input.matters_to(plan, strategy))
            .map(|strategy| DriverEffect {
                strategy: plan.strategies[strategy].id.clone(),
                mean_low: bins.end_mean(strategy, 0),
                mean_high: bins.end_mean(strategy, 1),
                share_of_variance: bins.share_of_variance(strategy, &self.totals),
            })
            .collect();
        self.done.push(Driver {
            input: input.id.clone(),
            can_be_found_out: input.id.can_be_found_out(),
            value_of_information: value,
            effects,
        });
    }

    /// The drivers, once all inputs are done.
    pub fn finish(self) -> Drivers {
        let trials = self.targets.trials();
        Drivers {
            // At most 65,536 trials are kept in order, and there are at most 32 bins.
            trials: u32::try_from(trials).unwrap_or(u32::MAX),
            bins: u32::try_from(bins::bins_for(trials)).unwrap_or(u32::MAX),
            inputs: self.done,
        }
    }
}
