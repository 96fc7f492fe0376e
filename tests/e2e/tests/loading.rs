//! The page loads wherever it lies, says nothing on the console and asks for nothing elsewhere.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;
use shorecast_e2e::{Bundle, PEOPLE, Page, journey};

/// The program has replaced the first paint.
async fn started(page: &Page) -> Result<()> {
    page.wait_until("document.readyState === 'complete'").await?;
    page.wait_until("document.getElementById('boot-status') === null").await?;
    page.wait_for_text("h1", "Shorecast").await
}

async fn loads(name: &str, bundle: Bundle) -> Result<()> {
    journey(name, &bundle, async |page| {
        started(page).await?;
        let first = page.figures().await?;
        let second = page.change(PEOPLE, "50").await?;
        ensure!(second != first, "a change changes nothing: {second:?}");
        // The worker's policy came with its own answer, or not at all: it works either way.
        assert_eq!(page.execute("return document.querySelectorAll('.notice').length", &[]).await?, json!(0));
        page.expect_quiet_console().await?;
        page.expect_own_requests_only().await
    })
    .await
}

/// The text of docs/model.md is a page of the bundle, fetched when somebody asks for it.
#[tokio::test]
async fn says_how_every_figure_is_computed() -> Result<()> {
    journey("model-page", &Bundle::at("/x/y/"), async |page| {
        page.figures().await?;
        let link = page.wait_for(".colophon a").await?.attr("href").await?.unwrap_or_default();
        page.client()?.goto(&format!("{}{link}", page.url())).await?;
        page.wait_for_text("h1", "The model").await?;
        let sideways = page.execute("return document.documentElement.scrollWidth > innerWidth", &[]).await?;
        assert_eq!(sideways, serde_json::json!(false));
        page.expect_own_requests_only().await?;
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn loads_at_the_root() -> Result<()> {
    loads("root", Bundle::at("/")).await
}

#[tokio::test]
async fn loads_at_the_root_of_a_host_without_headers() -> Result<()> {
    loads("root-plain", Bundle::at("/").without_policy_header()).await
}

#[tokio::test]
async fn loads_below_a_path() -> Result<()> {
    loads("path", Bundle::at("/x/y/")).await
}

#[tokio::test]
async fn loads_below_a_path_of_a_host_without_headers() -> Result<()> {
    loads("path-plain", Bundle::at("/x/y/").without_policy_header()).await
}

#[tokio::test]
async fn falls_silent_once_it_is_there() -> Result<()> {
    journey("silent", &Bundle::at("/x/y/"), async |page| {
        started(page).await?;
        // Workers and icon may come a little later than the page.
        tokio::time::sleep(Duration::from_secs(2)).await;
        let loaded = page.server_requests();
        eprintln!("{} requests: {loaded:?}", loaded.len());
        ensure!(loaded.iter().all(|target| target.starts_with("/x/y/")), "asked outside its folder: {loaded:?}");
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert_eq!(page.server_requests(), loaded);
        Ok(())
    })
    .await
}

/// Notes how many workers had been started when the page first held more than its first paint.
const WATCH_FIRST_DRAWING: &str = "
    const Real = Worker;
    let started = 0;
    window.Worker = class extends Real {
        constructor(...given) {
            super(...given);
            started += 1;
        }
    };
    let painted = false;
    new MutationObserver((_, observer) => {
        const waits = document.getElementById('boot-status') !== null;
        if (painted && !waits) {
            window.startedBefore = started;
            observer.disconnect();
        }
        painted ||= waits;
    }).observe(document, { childList: true, subtree: true });";

/// Workers take as long to come up as the page takes to draw itself, and nothing is gained if they wait for it.
#[tokio::test]
async fn workers_start_before_the_page_is_drawn() -> Result<()> {
    journey("workers-first", &Bundle::at("/"), async |page| {
        page.run_before_loading(WATCH_FIRST_DRAWING).await?;
        page.reload().await?;
        page.figures().await?;
        let [before, wanted] = ["return startedBefore", "return Math.min(navigator.hardwareConcurrency, 8)"];
        assert_eq!(page.execute(before, &[]).await?, page.execute(wanted, &[]).await?);
        page.expect_quiet_console().await
    })
    .await
}

/// The first thing a worker of ours says is that it is ready; a worker that cannot load says nothing at all.
#[tokio::test]
async fn the_worker_loads_below_a_path() -> Result<()> {
    journey("worker", &Bundle::at("/x/y/"), async |page| {
        started(page).await?;
        let answer = page
            .execute_async(
                "const done = arguments[0];
                 const worker = shorecastWorkers.start();
                 worker.onmessage = () => done('ready');
                 worker.onerror = event => done(`error: ${event.message}`);
                 setTimeout(() => done('silent'), 15000);",
                &[],
            )
            .await?;
        assert_eq!(answer, json!("ready"));
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn says_so_when_the_program_does_not_come() -> Result<()> {
    let page = Page::new(&Bundle::at("/")).await?;
    page.devtools("Network.enable", json!({})).await?;
    page.devtools("Network.setBlockedURLs", json!({ "urls": ["*_bg.wasm"] })).await?;
    page.open("").await?;
    page.wait_for_text("[role=alert]", "could not be loaded").await
}

#[tokio::test]
async fn says_so_when_the_browser_is_too_old() -> Result<()> {
    let page = Page::new(&Bundle::at("/")).await?;
    let without_vectors = json!({ "source": "WebAssembly.validate = () => false" });
    page.devtools("Page.addScriptToEvaluateOnNewDocument", without_vectors).await?;
    page.open("").await?;
    page.wait_for_text("[role=alert]", "too old").await?;
    page.expect_quiet_console().await
}
