//! How long the engine takes: a plan, a batch of 256 trials, a summary; for the smallest and the largest preset.
//!
//! Read them as ratios within one run: the machine decides the rest.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use shorecast::engine::{Accumulator, BATCH_TRIALS, Batch, Plan, Summariser};
use shorecast::model::Scenario;
use shorecast::model::presets::PRESETS;

/// One function and ten strategies; four functions and ten strategies.
const MEASURED: [usize; 2] = [0, 2];

fn presets() -> impl Iterator<Item = (&'static str, Scenario)> {
    MEASURED.into_iter().filter_map(|index| Some((PRESETS[index].id, PRESETS[index].scenario().ok()?)))
}

fn plan(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("plan");
    for (id, scenario) in presets() {
        group.bench_function(BenchmarkId::from_parameter(id), |bencher| bencher.iter(|| Plan::new(&scenario)));
    }
    group.finish();
}

fn batch(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("batch");
    group.throughput(Throughput::Elements(u64::from(BATCH_TRIALS)));
    for (id, scenario) in presets() {
        let Ok(plan) = Plan::new(&scenario) else { continue };
        let mut index = 0;
        group.bench_function(BenchmarkId::from_parameter(id), |bencher| {
            bencher.iter(|| {
                index += 1;
                Batch::compute(&plan, index)
            });
        });
    }
    group.finish();
}

fn summary(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("summary of 10,240 trials");
    group.sample_size(20);
    for (id, scenario) in presets() {
        let Ok(plan) = Plan::new(&scenario) else { continue };
        let mut accumulator = Accumulator::new(&plan);
        (0..40).for_each(|index| accumulator.merge(&Batch::compute(&plan, index)));
        group.bench_function(BenchmarkId::from_parameter(id), |bencher| {
            bencher.iter(|| Summariser::summarise(&plan, &accumulator));
        });
    }
    group.finish();
}

criterion_group!(engine, plan, batch, summary);
criterion_main!(engine);
