//! What a visitor comes for: an answer, and another one for every change.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;
use shorecast_e2e::{Bundle, Key, PEOPLE, Page, journey};

/// The standard ways of sourcing for a single function: with one function, function-specific is the same as complete.
const STRATEGIES: [&str; 7] = [
    "in_house",
    "complete_onshore",
    "complete_nearshore",
    "complete_offshore",
    "hybrid_onshore",
    "hybrid_nearshore",
    "hybrid_offshore",
];

#[tokio::test]
async fn opens_with_an_answer() -> Result<()> {
    journey("answer", &Bundle::at("/"), async |page| {
        let figures = page.figures().await?;
        ensure!(figures.verdict().contains("of 100 futures"), "{}", figures.verdict());
        ensure!(figures.run().contains("10,240 futures simulated, seed 1"), "{}", figures.run());

        let mut strategies = figures.strategies();
        strategies.sort_unstable();
        let mut expected = STRATEGIES;
        expected.sort_unstable();
        assert_eq!(strategies, expected);
        for strategy in STRATEGIES {
            ensure!(figures.cost(strategy)? > 1e6, "{:?}", figures.row(strategy)?);
        }
        for chart in ["#cost-figure", "#saving-figure"] {
            page.wait_for(&format!("{chart} .figure-stage svg")).await?;
        }
        page.expect_quiet_console().await?;
        page.expect_own_requests_only().await
    })
    .await
}

#[tokio::test]
async fn asks_the_server_for_nothing_when_inputs_change() -> Result<()> {
    journey("no-requests", &Bundle::at("/"), async |page| {
        page.figures().await?;
        page.wait_for("#saving-figure svg").await?;
        // Workers and icon may come a little later than the answer.
        tokio::time::sleep(Duration::from_secs(1)).await;
        let loaded = page.server_requests();
        page.change(PEOPLE, "40").await?;
        page.after(async || page.click(".preset-list li:nth-child(3) button").await).await?;
        page.after(async || page.click("#event-data_breach").await).await?;
        page.click("#assumptions > summary").await?;
        page.wait_for(".assumption-source").await?;
        // The link follows a change after a rest.
        page.wait_until("location.hash.startsWith('#1.')").await?;
        assert_eq!(page.server_requests(), loaded);
        page.expect_quiet_console().await?;
        page.expect_own_requests_only().await
    })
    .await
}

#[tokio::test]
async fn twice_the_people_cost_twice_as_much() -> Result<()> {
    journey("twice", &Bundle::at("/"), async |page| {
        let once = page.figures().await?.cost("in_house")?;
        let twice = page.change(PEOPLE, "50").await?.cost("in_house")?;
        let times = twice / once;
        ensure!((1.9..=2.1).contains(&times), "{once} became {twice}, {times} times as much");
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn every_preset_leads_to_an_answer() -> Result<()> {
    journey("presets", &Bundle::at("/"), async |page| {
        let mut answers = vec![page.figures().await?];
        // The first is chosen already, so the way goes through the others and back to it.
        for preset in [2, 3, 4, 1] {
            let button = format!(".preset-list li:nth-child({preset}) button");
            let figures = page.after(async || page.click(&button).await).await?;
            ensure!(figures.verdict().contains("of 100 futures"), "{}", figures.verdict());
            ensure!(figures.strategies().contains(&"in_house"), "{:?}", figures.strategies());
            page.wait_for(&format!("{button}[aria-pressed=true]")).await?;
            assert_eq!(notices(page).await?, json!([]));
            answers.push(figures);
        }
        assert_eq!(answers[4], answers[0], "the first preset after the others");
        ensure!(answers[0] != answers[1] && answers[1] != answers[2] && answers[2] != answers[3], "presets alike");
        page.expect_quiet_console().await
    })
    .await
}

/// Every percentile of cost and saving is one field away, and stays in the link.
#[tokio::test]
async fn shows_any_percentile() -> Result<()> {
    journey("percentiles", &Bundle::at("/"), async |page| {
        let before = page.figures().await?;
        page.click("#percentiles > summary").await?;
        let after = page.change("#further-percentiles", "97.5 2.5").await?;
        // What is asked for does not change what is known.
        assert_eq!((after.verdict(), after.cost("complete_offshore")?), (before.verdict(), before.cost("complete_offshore")?));
        let heads = "[...document.querySelectorAll('#percentiles thead th')].slice(1).map(head => parseFloat(head.textContent))";
        let expected = json!([1, 2.5, 5, 10, 25, 50, 75, 90, 95, 97.5, 99]);
        assert_eq!(page.execute(&format!("return {heads}"), &[]).await?, expected);

        // In order in each row, and a saving has figures of its own.
        let row = "[...document.querySelectorAll('#percentiles tbody tr')].find(row => row.textContent.startsWith('Complete, offshore'))";
        let cells = format!("[...({row}).querySelectorAll('td')].map(cell => parseFloat(cell.textContent.replace('−', '-').replace(/[^-.\\d]/g, '')))");
        let rising = format!("return ({cells}).every((cell, at, all) => at === 0 || cell >= all[at - 1])");
        assert_eq!(page.execute(&rising, &[]).await?, json!(true), "{}", page.text("#percentiles tbody").await?);
        let cost = page.text("#percentiles tbody").await?;
        page.choose("#percentiles-of", "saving").await?;
        page.wait_until("document.querySelector('#percentiles tbody').textContent.includes('–')").await?;
        ensure!(page.text("#percentiles tbody").await? != cost, "{cost}");

        page.fill("#further-percentiles", "97,5").await?;
        page.wait_for_text("#further-percentiles-problem", "can be one number or two").await?;
        page.fill("#further-percentiles", "99.95").await?;
        page.wait_for_text("#further-percentiles-problem", "between 0.1").await?;
        page.change("#further-percentiles", "2.5; 97.5").await?;
        assert_eq!(page.execute(&format!("return {heads}"), &[]).await?, expected);

        page.wait_until("location.hash.startsWith('#1.')").await?;
        page.reload().await?;
        page.figures().await?;
        page.click("#percentiles > summary").await?;
        page.wait_until(&format!("{heads}.length > 0")).await?;
        assert_eq!(page.execute(&format!("return {heads}"), &[]).await?, expected);
        page.expect_quiet_console().await
    })
    .await
}

/// After the answer the page tries what the inputs that matter most do; a change drops that and begins it anew.
#[tokio::test]
async fn says_what_would_change_the_answer() -> Result<()> {
    journey("what-if", &Bundle::at("/"), async |page| {
        page.figures().await?;
        page.wait_for("#what-if[aria-busy=false]").await?;
        let finding = page.text(".what-if-finding").await?;
        ensure!(finding.contains("hourly price, offshore"), "{finding}");
        let drawn = "document.querySelectorAll('.what-if-list svg').length === 6";
        page.wait_until(drawn).await?;
        let before = page.text(".what-if-list").await?;
        ensure!(before.contains("below $") && before.contains("costs least, above it"), "{before}");

        // A dearer home makes every way of leaving better, and the old effects do not stay as if they were new.
        page.change("#function-support-wage", "90,000").await?;
        page.wait_until("document.querySelector('#what-if').getAttribute('aria-busy') === 'true'").await?;
        page.wait_for("#what-if[aria-busy=false]").await?;
        page.wait_until(drawn).await?;
        ensure!(page.text(".what-if-list").await? != before, "{before}");
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn a_run_can_be_cancelled() -> Result<()> {
    journey("cancel", &Bundle::at("/"), async |page| {
        let before = page.figures().await?;
        page.fill("#trials", "1048576").await?;
        page.wait_until("document.querySelector('.progress')?.value >= 4096").await?;
        page.click(".run-status button").await?;
        page.wait_for_text(".run-words", "Cancelled").await?;

        // What had been computed is added up, with what drives it, and nothing moves any more.
        let futures = "document.querySelector('.run-words').textContent.replace(/[^0-9]/g, '')";
        let futures = page.execute(&format!("return Number({futures})"), &[]).await?;
        ensure!(futures.as_f64().is_some_and(|futures| (4_096.0..1_048_576.0).contains(&futures)), "{futures} futures");
        page.wait_for("#drivers-figure svg").await?;
        let shown =
            "document.querySelector('.run-status').textContent + document.querySelector('.compare').textContent";
        let stopped = page.execute(&format!("return {shown}"), &[]).await?;
        tokio::time::sleep(Duration::from_millis(700)).await;
        assert_eq!(page.execute(&format!("return {shown}"), &[]).await?, stopped);
        assert_eq!(page.execute("return document.querySelectorAll('.compare tbody tr').length", &[]).await?, json!(7));

        let after = page.change("#trials", "10000").await?;
        assert_eq!(after, before);
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn a_cancelled_run_can_be_started_again() -> Result<()> {
    journey("again", &Bundle::at("/"), async |page| {
        page.figures().await?;
        page.in_mid_run(131_072, "document.querySelector('.run-status button').click()").await?;
        page.fill("#trials", "131072").await?;
        page.wait_for_text(".run-status button", "Simulate again").await?;
        page.has_struck().await?;
        let figures = page.after(async || page.click(".run-status button").await).await?;
        ensure!(figures.run().contains("131,072 futures simulated"), "{}", figures.run());
        Ok(())
    })
    .await
}

/// The field says what is wrong, keeps what was typed, and the simulation keeps the last scenario that makes sense.
async fn refuses(page: &Page, typed: &str, in_force: &str) -> Result<()> {
    page.fill(PEOPLE, typed).await?;
    page.wait_for(&format!("{PEOPLE}[aria-invalid=true]")).await?;
    let problem = "
        const field = document.querySelector(arguments[0]);
        const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
        const box = field.closest('.field');
        return [field.value, ids.map(id => document.getElementById(id)).filter(it => box.contains(it))
            .map(it => it.textContent).join(' ')]";
    let shown = page.execute(problem, &[json!(PEOPLE)]).await?;
    assert_eq!(shown[0], json!(typed), "what was typed is still there");
    ensure!(shown[1].as_str().is_some_and(|text| text.len() > 10), "`{typed}` is not explained: {shown}");
    let other_fields = "return ['revenue', 'horizon', 'seed'].map(id => document.getElementById(id).value)";
    assert_eq!(page.execute(other_fields, &[]).await?, json!(["50,000,000", "60", "1"]));
    page.figures().await?;
    assert_eq!(people_in_force(page).await?, in_force, "after `{typed}`");

    // Leaving the field loses nothing, Escape takes it back.
    page.press(Key::Tab.into()).await?;
    assert_eq!(page.execute("return document.querySelector(arguments[0]).value", &[json!(PEOPLE)]).await?, typed);
    page.wait_for(&format!("{PEOPLE}[aria-invalid=true]")).await?;
    page.click(PEOPLE).await?;
    page.press(Key::Escape.into()).await?;
    page.wait_until(&format!("document.querySelector('{PEOPLE}[aria-invalid]') === null")).await?;
    assert_eq!(page.execute("return document.querySelector(arguments[0]).value", &[json!(PEOPLE)]).await?, in_force);
    Ok(())
}

/// The people in the scenario that is simulated: the browser keeps it as JSON.
async fn people_in_force(page: &Page) -> Result<String> {
    let kept = "
        const text = localStorage.getItem('shorecast.scenario.1');
        return text === null ? '25' : JSON.parse(JSON.parse(text)).functions[0].headcount.toLocaleString('en')";
    Ok(page.execute(kept, &[]).await?.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn bad_input_is_explained_and_loses_nothing() -> Result<()> {
    journey("bad-input", &Bundle::at("/"), async |page| {
        let before = page.figures().await?;
        refuses(page, "many", "25").await?;
        refuses(page, "-5", "25").await?;
        refuses(page, "", "25").await?;
        assert_eq!(page.changes().await?, 0);
        assert_eq!(page.figures().await?, before);
        // While this is typed there is a moment with ten thousand people.
        refuses(page, "1e400", "10,000").await?;
        refuses(page, "3x", "3").await?;
        assert_eq!(page.change(PEOPLE, "25").await?, before);
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn a_range_is_taken_as_one() -> Result<()> {
    journey("range", &Bundle::at("/"), async |page| {
        page.figures().await?;
        for range in ["20 to 30", "5 to 9", "20 / 25 / 40"] {
            let before = page.figures().await?;
            let after = page.change(PEOPLE, range).await?;
            ensure!(after != before, "`{range}` changes nothing");
            assert_eq!(
                page.execute("return document.querySelector(arguments[0]).value", &[json!(PEOPLE)]).await?,
                range
            );
            page.wait_until(&format!("document.querySelector('{PEOPLE}[aria-invalid]') === null")).await?;
        }
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn half_typed_numbers_are_left_alone() -> Result<()> {
    journey("half-typed", &Bundle::at("/"), async |page| {
        page.figures().await?;
        let value = "return document.querySelector(arguments[0]).value";
        for (typed, then, whole) in [("1.", "5", "1.5"), ("-", "3", "-3"), ("20 to", " 30", "20 to 30")] {
            page.fill(PEOPLE, typed).await?;
            page.figures().await?;
            assert_eq!(page.execute(value, &[json!(PEOPLE)]).await?, typed);
            page.wait_for(PEOPLE).await?.send_keys(then).await?;
            assert_eq!(page.execute(value, &[json!(PEOPLE)]).await?, whole);
        }
        page.expect_quiet_console().await
    })
    .await
}

async fn notices(page: &Page) -> Result<serde_json::Value> {
    page.execute("return [...document.querySelectorAll('.notice')].map(it => it.textContent)", &[]).await
}
