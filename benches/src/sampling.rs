//! What drawing from nets is good for: how much less a figure varies from seed to seed than with plain chance.

use std::thread;

use anyhow::{Context, Result, anyhow};
use shorecast::engine::draws::Sampling;
use shorecast::engine::{Accumulator, Batch, Plan, Summariser};

use crate::model::preset;
use crate::statistics::variance;

/// Runs that differ by their seed alone.
pub const REPLICATES: u64 = 64;
/// Trials of each.
pub const TRIALS: u32 = 8_192;
/// The strategy whose saving is looked at.
pub const STRATEGY: &str = "complete_offshore";

/// The variance with plain chance over that with nets, for two figures of the saving as present value.
#[derive(Clone, Copy, Debug)]
pub struct VarianceReduction {
    /// Of its mean.
    pub mean: f64,
    /// Of its 95th percentile.
    pub p95: f64,
}

impl VarianceReduction {
    /// Simulates the default preset again and again, on all cores.
    ///
    /// # Errors
    /// When the preset cannot be simulated.
    pub fn measure(cores: usize) -> Result<Self> {
        let [plain_mean, plain_p95] = variances(Sampling::Plain, cores)?;
        let [mean, p95] = variances(Sampling::Nets, cores)?;
        Ok(Self { mean: plain_mean / mean, p95: plain_p95 / p95 })
    }
}

/// Variances of mean and 95th percentile over the seeds.
fn variances(sampling: Sampling, cores: usize) -> Result<[f64; 2]> {
    let seeds: Vec<u64> = (1..=REPLICATES).collect();
    let replicates = thread::scope(|scope| {
        let each =
            |seeds: &[u64]| seeds.iter().map(|seed| replicate(sampling, *seed)).collect::<Result<Vec<[f64; 2]>>>();
        let threads: Vec<_> =
            seeds.chunks(seeds.len().div_ceil(cores)).map(|seeds| scope.spawn(move || each(seeds))).collect();
        let mut all = Vec::new();
        for thread in threads {
            all.extend(thread.join().map_err(|_| anyhow!("a replicate stopped"))??);
        }
        anyhow::Ok(all)
    })?;
    Ok([0, 1].map(|figure| variance(&replicates.iter().map(|figures| figures[figure]).collect::<Vec<f64>>())))
}

/// Mean and 95th percentile of one run.
fn replicate(sampling: Sampling, seed: u64) -> Result<[f64; 2]> {
    let mut scenario = preset(0)?;
    scenario.run.seed = seed;
    scenario.run.trials = TRIALS;
    let plan = Plan::with_sampling(&scenario, sampling).map_err(|issues| anyhow!("the default preset: {issues:?}"))?;
    let mut accumulator = Accumulator::new(&plan);
    (0..plan.batches).for_each(|index| accumulator.merge(&Batch::compute(&plan, index)));
    let summary = Summariser::summarise(&plan, &accumulator);
    let saving = summary.strategy(STRATEGY).and_then(|row| row.saving.as_ref());
    let saving = &saving.with_context(|| format!("the default preset has no {STRATEGY}"))?.present_value;
    Ok([saving.mean, saving.percentile(95)])
}
