//! Journeys through the built bundle (`dist/`) in a real, headless Chromium.
//!
//! A test states where the bundle is served and what a visitor does; everything else is here: our own static server,
//! a chromedriver on a free port, a fresh profile, and their end, also after a panic.
//!
//! ```ignore
//! use anyhow::Result;
//! use shorecast_e2e::{Bundle, journey};
//!
//! #[tokio::test]
//! async fn a_visitor_changes_the_wage() -> Result<()> {
//!     journey("changes-the-wage", &Bundle::at("/x/y/"), async |page| {
//!         page.wait_for_text("h1", "Shorecast").await?;
//!         page.fill("#wage", "52000").await?;
//!         page.wait_for_text("#answer", "cheaper").await?;
//!         page.screenshot("answer").await?;
//!         page.expect_quiet_console().await
//!     })
//!     .await
//! }
//! ```
//!
//! A journey that fails leaves a picture of the page in `target/e2e/` and the browser's console in its error.
//! `cargo xtask test` makes the bundle first; by hand it is `cargo xtask build`, then
//! `cargo test --package shorecast-e2e -- --test-threads=1`.
//! Tests in a file called `timing.rs` run in a pass of their own, when nothing else uses the processor.

mod browser;
mod bundle;
mod driver_command;
mod figures;
mod memory;
mod page;

use std::panic::{AssertUnwindSafe, resume_unwind};

use anyhow::{Context, Result};
use futures_util::FutureExt;

pub use bundle::Bundle;
pub use fantoccini::elements::Element;
pub use fantoccini::key::Key;
pub use figures::{Figures, PEOPLE};
pub use memory::MemoryWatch;
pub use page::{ConsoleEntry, Page};

/// Serves the bundle, opens it in a new browser and does the steps.
///
/// # Errors
/// What the steps say, with what the console said and where the picture is.
///
/// # Panics
/// When the steps do, after taking the picture.
pub async fn journey(name: &str, bundle: &Bundle, steps: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    let page = Page::new(bundle).await?;
    page.open(bundle.opening()).await?;
    let outcome = AssertUnwindSafe(steps(&page)).catch_unwind().await;
    if matches!(outcome, Ok(Ok(()))) {
        return Ok(());
    }
    let picture = page.screenshot(&format!("failed-{name}")).await;
    let picture = picture.map_or_else(|error| format!("no picture: {error}"), |path| path.display().to_string());
    let console = page.console().await.unwrap_or_default();
    let told = format!("{name} failed; see {picture}; console: {console:?}");
    match outcome {
        Ok(outcome) => outcome.context(told),
        Err(panic) => {
            eprintln!("{told}");
            resume_unwind(panic)
        }
    }
}
