//! A page in the Chromium of the end-to-end tests, whose functions can be called from here.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use shorecast_e2e::{Bundle, Page};
use tokio::runtime::{Builder, Runtime};

/// A page of the bundle that starts nothing by itself, under the bundle's own policy.
const QUIET_PAGE: &str = "model.html";

/// Long enough for the longest run on a slow machine.
const PATIENCE: Duration = Duration::from_mins(5);

/// Calls a function by its name and waits for what it promises.
const CALL: &str = "
    const done = arguments[arguments.length - 1];
    const [name, ...rest] = [...arguments].slice(0, -1);
    const [owner, method] = name.split('.');
    Promise.resolve()
        .then(() => globalThis[owner][method](...rest))
        .then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));";

/// The page, and the little runtime that speaks to it.
#[derive(Debug)]
pub struct Chromium {
    // Fields are dropped in this order: the page must not outlive what it speaks through.
    page: Page,
    runtime: Runtime,
}

impl Chromium {
    /// Serves the bundle, starts the browser and opens the page.
    ///
    /// # Errors
    /// When there is no bundle or no browser.
    pub fn start() -> Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build().context("could not start a runtime")?;
        let page = runtime.block_on(async {
            let page = Page::new(&Bundle::at("/")).await?;
            page.open(QUIET_PAGE).await?;
            page.wait_for_scripts_at_most(PATIENCE).await?;
            anyhow::Ok(page)
        })?;
        Ok(Self { page, runtime })
    }

    /// Runs a script of the page's global scope, as a `<script>` would. The driver may do what the page's policy forbids.
    ///
    /// # Errors
    /// When it throws.
    pub fn load(&self, script: &str) -> Result<()> {
        let parameters = json!({ "expression": script, "returnByValue": true });
        let outcome = self.runtime.block_on(self.page.devtools("Runtime.evaluate", parameters))?;
        match outcome.get("exceptionDetails") {
            None => Ok(()),
            Some(details) => bail!("a script threw in the page: {details}"),
        }
    }

    /// Calls a method of a global object, such as `jsPeer.run`.
    ///
    /// # Errors
    /// When it throws, or what it promises fails.
    pub fn call(&self, function: &str, arguments: &[Value]) -> Result<Value> {
        let arguments: Vec<Value> = std::iter::once(json!(function)).chain(arguments.iter().cloned()).collect();
        let outcome = self.runtime.block_on(self.page.execute_async(CALL, &arguments))?;
        match outcome.get("value") {
            Some(value) => Ok(value.clone()),
            None => bail!("{function} failed in the page: {}", outcome["error"]),
        }
    }
}
