//! The figures are the same to the digit whoever computes them, and whatever happens to a worker.

use anyhow::{Result, ensure};
use serde_json::json;
use shorecast_e2e::{Bundle, Figures, PEOPLE, Page, journey};

/// Keeps every worker that the page starts, and whether it has said anything.
const KEEP: &str = "
    const Real = Worker;
    window.workers = [];
    window.Worker = class extends Real {
        constructor(...given) {
            super(...given);
            window.workers.push(this);
            this.addEventListener('message', () => { this.said = (this.said ?? 0) + 1; });
        }
    };";

/// The figures of the first answer and of a change, as they are with or without workers.
async fn two_answers(page: &Page) -> Result<[Figures; 2]> {
    let first = page.figures().await?;
    let second = page.change(PEOPLE, "30 to 50").await?;
    // So that the next load opens with the same.
    page.after(async || page.click(".preset-list li:first-child button").await).await?;
    Ok([first, second])
}

/// The page gives the same figures in a browser whose workers behave like this, and tells it if it matters.
async fn computes_without(name: &str, workers: &str, notice: Option<&str>) -> Result<()> {
    journey(name, &Bundle::at("/"), async |page| {
        let with_workers = two_answers(page).await?;
        page.run_before_loading(workers).await?;
        page.reload().await?;
        assert_eq!(two_answers(page).await?, with_workers);
        if let Some(notice) = notice {
            page.wait_for_text(".notice", notice).await?;
        }
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn workers_that_cannot_be_made() -> Result<()> {
    let script = "window.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };";
    computes_without("no-workers", script, Some("does not allow background work")).await
}

#[tokio::test]
async fn workers_that_never_report() -> Result<()> {
    let script = "window.Worker = class { postMessage() {} terminate() {} };";
    computes_without("silent-workers", script, None).await
}

#[tokio::test]
async fn workers_that_fail_at_once() -> Result<()> {
    let script = "
        window.Worker = class extends EventTarget {
            constructor() { super(); setTimeout(() => this.onerror?.(new ErrorEvent('error', { cancelable: true })), 20); }
            postMessage() {}
            terminate() {}
        };";
    computes_without("failing-workers", script, Some("does not allow background work")).await
}

/// As after an update of the host: the page is still the old one, and the script that its workers need is gone.
#[tokio::test]
async fn workers_whose_program_is_gone() -> Result<()> {
    let script = "
        const Real = Worker;
        window.Worker = class extends Real {
            constructor(address, options) { super(new URL('worker.js#gone.js', address), options); }
        };";
    computes_without("gone", script, Some("does not allow background work")).await
}

/// Something happens to the workers in the middle of a run; the figures are those of an undisturbed one.
async fn survives(name: &str, trials: u32, blow: &str) -> Result<()> {
    journey(name, &Bundle::at("/"), async |page| {
        page.run_before_loading(KEEP).await?;
        page.reload().await?;
        page.figures().await?;
        let before = page.execute("return workers.length", &[]).await?;
        page.in_mid_run(trials, blow).await?;
        let disturbed = page.change("#trials", &trials.to_string()).await?;
        page.has_struck().await?;
        let after = page.execute("return workers.length", &[]).await?;
        ensure!(after.as_u64() > before.as_u64(), "no worker was replaced: {before} before, {after} after");

        page.fill(PEOPLE, "26").await?;
        assert_eq!(page.change(PEOPLE, "25").await?, disturbed);
        let at_work = "return workers.slice(arguments[0]).filter(it => it.said > 1).length";
        ensure!(page.execute(at_work, &[before]).await?.as_u64() > Some(0), "the new workers do nothing");
        assert_eq!(page.execute("return document.querySelector('.notice')", &[]).await?, json!(null));
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn a_worker_that_is_terminated() -> Result<()> {
    survives("terminated", 65_536, "workers[0].terminate()").await
}

#[tokio::test]
async fn all_workers_terminated_at_once() -> Result<()> {
    survives("all-terminated", 131_072, "workers.forEach(it => it.terminate())").await
}

#[tokio::test]
async fn a_worker_that_throws() -> Result<()> {
    let blow = "workers[0].dispatchEvent(new ErrorEvent('error', { message: 'x', cancelable: true }))";
    survives("thrown", 65_536, blow).await
}

#[tokio::test]
async fn a_worker_that_talks_nonsense() -> Result<()> {
    let blow = "workers[0].onmessage(new MessageEvent('message', { data: new Uint8Array([1, 2]) }))";
    survives("nonsense", 65_536, blow).await
}

#[tokio::test]
async fn any_number_of_cores() -> Result<()> {
    journey("cores", &Bundle::at("/"), async |page| {
        page.run_before_loading(KEEP).await?;
        let mut answers = Vec::new();
        for cores in [1, 2, 7] {
            let told = format!(
                "Object.defineProperty(Navigator.prototype, 'hardwareConcurrency',
                     {{ configurable: true, get: () => {cores} }});"
            );
            page.run_before_loading(&told).await?;
            page.reload().await?;
            answers.push(two_answers(page).await?);
            assert_eq!(page.execute("return workers.length", &[]).await?, json!(cores));
        }
        assert_eq!(answers[0], answers[1]);
        assert_eq!(answers[0], answers[2]);
        page.expect_quiet_console().await
    })
    .await
}
