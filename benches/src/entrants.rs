//! Who takes part in the side-by-side run.

use anyhow::{Context, Result};
use serde_json::json;
use xtask::peers::{self, Program};
use xtask::{process, workspace};

use crate::agreement;
use crate::chromium::Chromium;
use crate::model::{Model, in_batches};
use crate::report::{Figures, Report, figures_of};
use crate::rounds::{Entrant, Measured};
use crate::workers::Workers;

/// Units of work in a trial: functions, places (home and sites), months.
pub const UNITS: u32 = 4 * 4 * 60;

/// The engine in this program.
pub const NATIVE: &str = "engine, native, one thread";
/// The engine in one worker.
pub const WORKER: &str = "engine, WebAssembly, one worker";
/// The engine in as many workers as there are cores.
pub const WORKERS: &str = "engine, WebAssembly, all cores";
/// The peer in Python.
pub const NUMPY: &str = "NumPy";
/// The peer in the page.
pub const SCRIPT: &str = "JavaScript in the page";
/// The peer in Squiggle.
pub const SQUIGGLE: &str = "Squiggle (without disruptions)";

/// Each computes for about a second or two in a round, so that nobody is measured by how it starts.
const ENGINE_TRIALS: u32 = in_batches(51_200);
const NUMPY_TRIALS: u32 = 40_000;
const SCRIPT_TRIALS: u32 = 50_000;
const SQUIGGLE_TRIALS: u32 = 4_000;

/// Seed of all peers: a run that agrees today agrees tomorrow.
const SEED: u32 = 1;
/// Of these the last is taken: the first finds memory and compiler cold, and the others do not start anew each time.
const REPEATS: u32 = 2;

/// The figures that the peers should find.
#[derive(Debug)]
pub struct Expected {
    whole: Figures,
    without_disruptions: Figures,
    /// How long it took to merge the batches of the whole and to sum up.
    pub summing_up_seconds: f64,
}

impl Expected {
    /// Simulates the reduced model with the engine, with disruptions and without.
    ///
    /// # Errors
    /// When there is no such model.
    pub fn by_the_engine() -> Result<Self> {
        let (whole, summing_up_seconds) = reduced()?.summary();
        let (without, _) = Model::without_disruptions(ENGINE_TRIALS)?.summary();
        let [whole, without_disruptions] = [whole, without].map(|summary| figures_of(&summary));
        Ok(Self { whole, without_disruptions, summing_up_seconds })
    }
}

/// The reduced model at the size of a round.
///
/// # Errors
/// When there is no such model.
pub fn reduced() -> Result<Model> {
    Model::reduced(ENGINE_TRIALS)
}

/// The engine in its three forms, for a model that the workers have been prepared for.
pub fn engines<'a>(model: &'a Model, workers: &'a Workers<'a>) -> Vec<Entrant<'a>> {
    let native = || Ok(Measured { seconds: model.compute(), apart: None });
    let in_workers = move |count: usize| Ok(Measured { seconds: workers.run(model, count)?, apart: None });
    vec![
        Entrant { name: NATIVE, trials: model.trials(), measure: Box::new(native) },
        Entrant { name: WORKER, trials: model.trials(), measure: Box::new(move || in_workers(1)) },
        Entrant { name: WORKERS, trials: model.trials(), measure: Box::new(move || in_workers(workers.count)) },
    ]
}

/// The peers that can be had on this machine. Which cannot is said on the way.
///
/// # Errors
/// When the browser does not take the scripts.
pub fn peers<'a>(page: &'a Chromium, expected: &'a Expected) -> Result<Vec<Entrant<'a>>> {
    let mut peers = Vec::new();
    match peers::numpy() {
        Ok(program) => peers.push(program_entrant(NUMPY, program, NUMPY_TRIALS, &expected.whole)),
        Err(error) => println!("NumPy is not measured: {error:#}"),
    }
    peers.push(script_entrant(page, &expected.whole)?);
    match peers::squiggle() {
        Ok(program) => {
            peers.push(program_entrant(SQUIGGLE, program, SQUIGGLE_TRIALS, &expected.without_disruptions));
        }
        Err(error) => println!("Squiggle is not measured: {error:#}"),
    }
    Ok(peers)
}

/// A peer that is a program of its own.
fn program_entrant<'a>(name: &'static str, program: Program, trials: u32, expected: &'a Figures) -> Entrant<'a> {
    let measure = move || {
        let mut command = program.command();
        let options = [("--trials", trials), ("--seed", SEED), ("--repeat", REPEATS)];
        command.args(options.iter().flat_map(|(option, value)| [(*option).to_owned(), value.to_string()]));
        compared(name, &Report::parse(&process::output(&mut command)?)?, expected)
    };
    Entrant { name, trials, measure: Box::new(measure) }
}

/// The peer in the page, which has run once before it is measured.
fn script_entrant<'a>(page: &'a Chromium, expected: &'a Figures) -> Result<Entrant<'a>> {
    for script in ["js_chance.js", "js_peer.js"] {
        let path = workspace::root().join("benches/peers").join(script);
        page.load(&std::fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?)?;
    }
    let run = move || Report::of(page.call("jsPeer.run", &[json!(SCRIPT_TRIALS), json!(SEED), json!(1)])?);
    run()?;
    let measure = Box::new(move || compared(SCRIPT, &run()?, expected));
    Ok(Entrant { name: SCRIPT, trials: SCRIPT_TRIALS, measure })
}

fn compared(name: &str, report: &Report, expected: &Figures) -> Result<Measured> {
    Ok(Measured { seconds: report.warm_seconds(), apart: Some(agreement::check(name, &report.figures, expected)?) })
}
