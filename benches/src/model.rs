//! What is simulated, and the engine on one thread of this program.

use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context, Result, anyhow};
use shorecast::engine::{Accumulator, BATCH_TRIALS, Batch, Plan, Summariser, Summary};
use shorecast::model::Scenario;
use shorecast::model::presets::PRESETS;
use xtask::workspace;

/// A scenario, ready to be simulated here and in workers.
#[derive(Clone, Debug)]
pub struct Model {
    /// What it is called where it has to be told from others.
    pub name: &'static str,
    /// The scenario as it travels to a worker.
    pub json: String,
    /// The scenario as the engine takes it.
    pub plan: Plan,
}

impl Model {
    /// The model that the peers compute too, see benches/peers/README.md.
    ///
    /// # Errors
    /// When its file is not there or not a scenario.
    pub fn reduced(trials: u32) -> Result<Self> {
        Self::new("reduced", &reduced_scenario(trials)?)
    }

    /// The same without disruptions, which one of the peers cannot express.
    ///
    /// # Errors
    /// When its file is not there or not a scenario.
    pub fn without_disruptions(trials: u32) -> Result<Self> {
        let mut scenario = reduced_scenario(trials)?;
        scenario.events.disruption = false;
        Self::new("reduced, without disruptions", &scenario)
    }

    /// Four functions with everything that the full model has.
    ///
    /// # Errors
    /// When the preset is not a scenario.
    pub fn full(trials: u32) -> Result<Self> {
        let mut scenario = preset(2)?;
        scenario.run.trials = trials;
        Self::new("full", &scenario)
    }

    fn new(name: &'static str, scenario: &Scenario) -> Result<Self> {
        let plan =
            Plan::new(scenario).map_err(|issues| anyhow!("the scenario `{name}` cannot be simulated: {issues:?}"))?;
        Ok(Self { name, json: scenario.to_json(), plan })
    }

    /// Trials of a run.
    pub fn trials(&self) -> u32 {
        self.plan.trials()
    }

    /// Prices all trials; says how many seconds that took. What workers do, without workers.
    pub fn compute(&self) -> f64 {
        let begin = Instant::now();
        for index in 0..self.plan.batches {
            black_box(Batch::compute(&self.plan, index));
        }
        begin.elapsed().as_secs_f64()
    }

    /// The figures of a run, and how many seconds it took to merge the batches and to sum up.
    pub fn summary(&self) -> (Summary, f64) {
        let batches: Vec<Batch> = (0..self.plan.batches).map(|index| Batch::compute(&self.plan, index)).collect();
        let begin = Instant::now();
        let mut accumulator = Accumulator::new(&self.plan);
        for batch in &batches {
            accumulator.merge(batch);
        }
        let summary = Summariser::summarise(&self.plan, &accumulator);
        (summary, begin.elapsed().as_secs_f64())
    }
}

/// The preset at this place among the presets; the first is what a visitor sees first.
///
/// # Errors
/// When it is not there or not a scenario.
pub fn preset(index: usize) -> Result<Scenario> {
    let preset = PRESETS.get(index).context("there is no such preset")?;
    preset.scenario().map_err(|issue| anyhow!("{}: {issue:?}", preset.id))
}

/// Trials in whole batches, which is how the engine computes them.
pub const fn in_batches(trials: u32) -> u32 {
    trials.div_ceil(BATCH_TRIALS) * BATCH_TRIALS
}

fn reduced_scenario(trials: u32) -> Result<Scenario> {
    let path = workspace::root().join("benches/peers/scenario.json");
    let text = std::fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    let mut scenario = Scenario::from_json(&text).map_err(|issue| anyhow!("benches/peers/scenario.json: {issue:?}"))?;
    scenario.run.trials = trials;
    Ok(scenario)
}
