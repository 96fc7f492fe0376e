//! The side-by-side run: measures, prints tables, and ends with the ratios.
#![allow(clippy::print_stdout, reason = "a command-line tool speaks on standard output")]

use std::num::NonZero;
use std::process::ExitCode;
use std::thread;

use anyhow::Result;
use shorecast_benches::chromium::Chromium;
use shorecast_benches::entrants::{self, Expected, NATIVE, NUMPY, SCRIPT, SQUIGGLE, UNITS, WORKER, WORKERS};
use shorecast_benches::model::Model;
use shorecast_benches::rounds::Rows;
use shorecast_benches::sampling::{self, VarianceReduction};
use shorecast_benches::statistics::{median, range};
use shorecast_benches::table::grouped;
use shorecast_benches::workers::Workers;
use shorecast_benches::{calibration, growth};

/// Rounds of the side-by-side run.
const ROUNDS: usize = 5;
/// Trials of the full model, of which the page gives its first full answer.
const FULL_TRIALS: u32 = 10_240;

fn main() -> ExitCode {
    let is_calibration = std::env::args().nth(1).is_some_and(|argument| argument == calibration::ARGUMENT);
    match if is_calibration { calibration::work() } else { run() } {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let page = Chromium::start()?;
    let workers = Workers::start(&page, cores)?;
    let rows = side_by_side(&page, &workers)?;
    full_model(&workers)?;
    // The browser would only be in the way of what follows.
    drop(page);
    ratios(&rows, cores)
}

fn side_by_side(page: &Chromium, workers: &Workers) -> Result<Rows> {
    let expected = Expected::by_the_engine()?;
    let model = entrants::reduced()?;
    workers.prepare(&model)?;
    let mut all = entrants::engines(&model, workers);
    all.extend(entrants::peers(page, &expected)?);
    let mut gains = Vec::new();
    let rows = Rows::measure(ROUNDS, &all, || {
        println!("Round {} of {ROUNDS} ...", gains.len() + 1);
        gains.push(calibration::gain(workers.count)?);
        Ok(())
    })?;
    let (least, most) = range(&gains);
    println!("\nThe reduced model of benches/peers/README.md, {ROUNDS} rounds, {UNITS} units a trial\n");
    print!("{}", rows.table(UNITS));
    println!(
        "\nseconds: median of the rounds; apart: how far the mean furthest from the engine's is away, in combined standard errors"
    );
    println!("merging the engine's batches and summing up, natively: {:.3} s", expected.summing_up_seconds);
    println!(
        "calibration: {} native processes at once do {:.2} times the work of one ({least:.2} to {most:.2})",
        workers.count,
        median(&gains)
    );
    Ok(rows)
}

fn full_model(workers: &Workers) -> Result<()> {
    let model = Model::full(FULL_TRIALS)?;
    workers.prepare(&model)?;
    let rows = Rows::measure(ROUNDS, &entrants::engines(&model, workers), || Ok(()))?;
    println!("\nThe full model, four functions (`{}`), {ROUNDS} rounds\n", model.plan.name);
    println!("{}", rows.table(UNITS));
    Ok(())
}

fn ratios(rows: &Rows, cores: usize) -> Result<()> {
    println!(
        "Variance reduction: {} seeds, {} trials of the default preset, saving of {}",
        sampling::REPLICATES,
        grouped(f64::from(sampling::TRIALS)),
        sampling::STRATEGY
    );
    let reduction = VarianceReduction::measure(cores)?;
    let [many, few] = [growth::MANY, growth::FEW].map(|trials| grouped(f64::from(trials)));
    println!("Growth: {many} and {few} trials of the default preset\n");
    let growth = growth::time_of_many_over_few()?;
    let ratios = [
        ("wasm1_over_native1", rows.quotient(NATIVE, WORKER)),
        ("numpy_over_wasm_all", rows.quotient(NUMPY, WORKERS)),
        ("js_over_wasm_all", rows.quotient(SCRIPT, WORKERS)),
        ("squiggle_over_wasm_all", rows.quotient(SQUIGGLE, WORKERS)),
        ("scaling_all_cores", rows.quotient(WORKER, WORKERS)),
        ("variance_reduction_mean", Some(reduction.mean)),
        ("variance_reduction_p95", Some(reduction.p95)),
        ("time_1m_over_100k", Some(growth)),
    ];
    for (name, value) in ratios {
        // A peer that is not here has none.
        if let Some(value) = value {
            println!("ratio {name} {value:.2}");
        }
    }
    Ok(())
}
