//! The engine in WebAssembly: the workers of the release bundle, in a page that does with them what the pool does.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use shorecast::engine::Batch;
use shorecast::runner::protocol::{Reply, Request, Wanted, encode};

use crate::chromium::Chromium;
use crate::model::Model;

/// Comes back with every answer.
const RUN: u64 = 1;

/// The workers in a page.
#[derive(Debug)]
pub struct Workers<'a> {
    page: &'a Chromium,
    /// How many there are.
    pub count: usize,
}

impl<'a> Workers<'a> {
    /// Starts workers and waits until they are ready.
    ///
    /// # Errors
    /// When one does not start, or says something else than it should.
    pub fn start(page: &'a Chromium, count: usize) -> Result<Self> {
        page.load(include_str!("workers.js"))?;
        let said = page.call("benchWorkers.start", &[json!(count)])?;
        let said = said.as_array().context("the page did not say what the workers said")?;
        let ready = json!(STANDARD.encode(encode(&Reply::Ready)));
        ensure!(
            said.len() == count && said.iter().all(|message| *message == ready),
            "the workers in dist/ do not speak as these sources do: `cargo xtask build` makes them anew"
        );
        Ok(Self { page, count })
    }

    /// Hands a model's requests to the page, has every worker compute them once, and checks some answers.
    ///
    /// The first run of a program is not what is to be measured: compilers are still at work.
    ///
    /// # Errors
    /// When an answer differs from that of the engine here.
    pub fn prepare(&self, model: &Model) -> Result<()> {
        let requests: Vec<String> =
            (0..model.plan.batches).map(|index| STANDARD.encode(request(model, index))).collect();
        self.page.call("benchWorkers.load", &[json!(model.name), json!(requests)])?;
        for count in [1, self.count] {
            self.run(model, count)?;
            for index in [0, model.plan.batches / 2, model.plan.batches - 1] {
                self.check_answer(model, index)?;
            }
        }
        Ok(())
    }

    /// Computes all batches of a prepared model in so many workers; says how many seconds that took.
    ///
    /// # Errors
    /// When a worker stops.
    pub fn run(&self, model: &Model, count: usize) -> Result<f64> {
        let seconds = self.page.call("benchWorkers.run", &[json!(model.name), json!(count)])?;
        seconds.as_f64().context("the page did not say how long the workers took")
    }

    /// That a worker's answer is the engine's to the byte.
    fn check_answer(&self, model: &Model, index: u32) -> Result<()> {
        let theirs = self.page.call("benchWorkers.answer", &[json!(index)])?;
        let theirs = STANDARD.decode(theirs.as_str().context("the page did not give an answer")?)?;
        let ours = encode(&Reply::Computed { run: RUN, batch: Batch::compute(&model.plan, index) });
        ensure!(
            theirs == ours,
            "batch {index} of the model `{}` differs between WebAssembly and this program: {} and {} bytes",
            model.name,
            theirs.len(),
            ours.len()
        );
        Ok(())
    }
}

/// What asks a worker for a batch.
fn request(model: &Model, index: u32) -> Vec<u8> {
    encode(&Request { run: RUN, index, wanted: Wanted::Batch, scenario: model.json.clone() })
}
