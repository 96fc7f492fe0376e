//! How long people wait, and whether the page stays alive meanwhile. Runs by itself: see `cargo xtask test`.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use shorecast_e2e::{Bundle, PEOPLE, Page, journey};

/// Until the first figures are on the screen, from an empty profile, in the middle of five visits.
const FIRST_ANSWER_MILLIS: f64 = 1_000.0;
/// What the browser itself calls a long task.
const LONG_TASK_MILLIS: f64 = 50.0;
/// The longest time without a frame in which a page still feels alive.
const FRAME_GAP_MILLIS: f64 = 100.0;

const NO_WORKERS: &str = "window.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };";

/// Notes every long task and the time between frames from here on.
const WATCH: &str = "
    window.tasks = [];
    window.observer = new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(it => it.duration)));
    window.observer.observe({ type: 'longtask' });
    window.gaps = [];
    let before;
    const frame = now => {
        if (before !== undefined) { window.gaps.push(now - before); }
        before = now;
        window.frame = requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

/// What came of it: how many frames, the longest time between two, and all long tasks.
const WATCHED: &str = "
    cancelAnimationFrame(window.frame);
    window.tasks.push(...window.observer.takeRecords().map(it => it.duration));
    return { frames: gaps.length, gap: Math.max(...gaps), tasks: tasks.map(Math.round) };";

/// The durations of all measurements with this name.
async fn measured(page: &Page, name: &str) -> Result<Vec<f64>> {
    // A measurement is taken in the frame that shows the figures.
    page.wait_until(&format!("performance.getEntriesByName('{name}').length > 0")).await?;
    let entries = "return performance.getEntriesByName(arguments[0]).map(it => it.duration)";
    let durations = page.execute(entries, &[json!(name)]).await?;
    Ok(durations.as_array().context("no list")?.iter().filter_map(Value::as_f64).collect())
}

#[tokio::test]
async fn the_first_answer_comes_within_a_second() -> Result<()> {
    let mut visits = Vec::new();
    for _ in 0..5 {
        journey("first-answer", &Bundle::at("/"), async |page| {
            page.figures().await?;
            visits.extend(measured(page, "shorecast:first-answer").await?);
            Ok(())
        })
        .await?;
    }
    println!("first answer: {visits:.0?} ms");
    assert_eq!(visits.len(), 5);
    visits.sort_by(f64::total_cmp);
    ensure!(visits[2] <= FIRST_ANSWER_MILLIS, "the first answer took {visits:.0?} ms");
    Ok(())
}

#[tokio::test]
async fn a_change_is_measured() -> Result<()> {
    journey("change-measured", &Bundle::at("/"), async |page| {
        page.figures().await?;
        page.change(PEOPLE, "9").await?;
        page.wait_until("performance.getEntriesByName('shorecast:full').length > 1").await?;
        let full = measured(page, "shorecast:full").await?;
        println!("a change: {:.0?} ms", full.last());
        ensure!(full.last().is_some_and(|it| (1.0..5_000.0).contains(it)), "{full:?}");
        Ok(())
    })
    .await
}

/// Changes something after the first answer and watches the page until the last future of it is simulated.
async fn stays_alive(name: &str, before: &str, trials: &str) -> Result<()> {
    journey(name, &Bundle::at("/"), async |page| {
        page.run_before_loading(before).await?;
        page.reload().await?;
        page.figures().await?;
        if trials != "10000" {
            page.change("#trials", trials).await?;
        }
        page.wait_for("#saving-figure svg").await?;
        page.execute(WATCH, &[]).await?;
        page.change(PEOPLE, "50").await?;
        page.wait_until("performance.getEntriesByName('shorecast:full').at(-1)").await?;
        let watched = page.execute(WATCHED, &[]).await?;
        println!("{name}: {watched}");
        ensure!(watched["frames"].as_u64() > Some(5), "no frames: {watched}");
        let worst = watched["tasks"].as_array().into_iter().flatten().filter_map(Value::as_f64).fold(0.0, f64::max);
        ensure!(worst <= LONG_TASK_MILLIS, "a task took {worst} ms: {watched}");
        ensure!(watched["gap"].as_f64().is_some_and(|gap| gap < FRAME_GAP_MILLIS), "frames stopped: {watched}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn stays_alive_while_it_computes() -> Result<()> {
    stays_alive("alive-10k", "", "10000").await
}

#[tokio::test]
async fn stays_alive_with_more_futures() -> Result<()> {
    stays_alive("alive-65k", "", "65536").await
}

#[tokio::test]
async fn stays_alive_with_very_many_futures() -> Result<()> {
    stays_alive("alive-262k", "", "262144").await
}

#[tokio::test]
async fn stays_alive_while_it_computes_without_workers() -> Result<()> {
    stays_alive("alive-10k-in-page", NO_WORKERS, "10000").await
}

#[tokio::test]
async fn stays_alive_with_very_many_futures_without_workers() -> Result<()> {
    stays_alive("alive-262k-in-page", NO_WORKERS, "262144").await
}
