//! The scenario travels in the address, and the browser keeps the last one.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use shorecast_e2e::{Bundle, Figures, PEOPLE, Page, journey};

const KEPT: &str = "return localStorage.getItem('shorecast.scenario.1')";

/// Another case than any preset: numbers, a range, a country, a risk less, another seed, an assumption.
async fn make_a_case(page: &Page) -> Result<Figures> {
    page.change(PEOPLE, "20 to 37").await?;
    page.change("#function-support-wage", "41,250.5").await?;
    page.change("#horizon", "47").await?;
    page.after(async || page.click("#event-early_end").await).await?;
    page.after(async || page.choose("#destination-offshore", "IN").await).await?;
    page.click("#assumptions > summary").await?;
    page.change(".assumption-group[open] .assumption:nth-child(2) input", "7").await?;
    page.change("#seed", "123456789").await
}

/// What stands behind the `#` once it holds the scenario in force.
async fn link(page: &Page) -> Result<String> {
    // It is written at the last change or a moment after it.
    page.execute("window.lastSeen = undefined", &[]).await?;
    let resting = "(() => {
        const before = window.lastSeen;
        window.lastSeen = location.hash;
        window.seenAt = before === location.hash ? window.seenAt : performance.now();
        return location.hash.startsWith('#1.') && performance.now() - window.seenAt > 600 })()";
    page.wait_until(resting).await?;
    let address = page.address().await?;
    Ok(address.split_once('#').context("no fragment")?.1.to_owned())
}

/// Loads the page as if it were opened in another tab, which a new fragment alone would not do.
async fn open_anew(page: &Page, after: &str) -> Result<()> {
    page.client()?.goto("about:blank").await?;
    page.open(after).await
}

async fn inputs(page: &Page) -> Result<serde_json::Value> {
    let fields = "return [...document.querySelectorAll('.inputs :is(input, select)')].map(it =>
        `${it.id || it.type}: ${it.type === 'checkbox' ? it.checked : it.value}`)";
    page.execute(fields, &[]).await
}

#[tokio::test]
async fn what_was_typed_last_is_there_after_a_reload() -> Result<()> {
    journey("typed-and-reloaded", &Bundle::at("/"), async |page| {
        page.figures().await?;
        page.change(PEOPLE, "44").await?;
        page.fill(PEOPLE, "31").await?;
        page.reload().await?;
        page.figures().await?;
        let people = page.execute(&format!("return document.querySelector('{PEOPLE}').value"), &[]).await?;
        assert_eq!(people, json!("31"));
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn a_link_shows_the_same_figures_to_somebody_else() -> Result<()> {
    let (mut fragment, mut sent, mut stated) = (String::new(), None, json!(null));
    journey("link-sent", &Bundle::at("/"), async |page| {
        let default = page.figures().await?;
        let case = make_a_case(page).await?;
        ensure!(case != default, "nothing has changed");
        fragment = link(page).await?;
        stated = inputs(page).await?;

        page.reload().await?;
        assert_eq!(page.figures().await?, case, "after a reload");
        sent = Some(case);
        page.expect_quiet_console().await
    })
    .await?;
    journey("link-received", &Bundle::at("/").opened_with(&format!("#{fragment}")), async |page| {
        assert_eq!(Some(page.figures().await?), sent, "in another profile");
        assert_eq!(inputs(page).await?, stated);
        assert_eq!(page.execute(KEPT, &[]).await?, json!(null), "looking at a link keeps nothing");
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn the_button_copies_the_link() -> Result<()> {
    journey("copy", &Bundle::at("/"), async |page| {
        let figures = page.change(PEOPLE, "31").await?;
        page.run_before_loading("navigator.clipboard.writeText = async text => { window.copied = text; };").await?;
        page.reload().await?;
        assert_eq!(page.figures().await?, figures);
        page.click(".link-box button").await?;
        page.wait_for_text(".link-status", "copied").await?;
        let copied = page.execute("return window.copied", &[]).await?;
        let copied = copied.as_str().context("nothing was copied")?;
        assert_eq!(copied, page.address().await?);
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn shows_the_link_where_copying_is_refused() -> Result<()> {
    journey("copy-refused", &Bundle::at("/"), async |page| {
        page.run_before_loading("navigator.clipboard.writeText = async () => { throw new Error('no'); };").await?;
        page.reload().await?;
        page.figures().await?;
        page.click(".link-box button").await?;
        page.wait_for("#link[readonly]").await?;
        page.wait_until("document.querySelector('#link').value.includes('/#1.')").await?;
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn a_broken_link_opens_the_default_and_says_so() -> Result<()> {
    journey("broken-links", &Bundle::at("/"), async |page| {
        let default = page.figures().await?;
        let bomb = page.execute_async(BOMB, &[]).await?;
        let bomb = bomb.as_str().context("no bomb")?;
        ensure!(bomb.len() > 10_000, "the bomb is of {} characters", bomb.len());
        let long = "A".repeat(200_000);
        for (fragment, notice) in [
            ("1.garbage", "cannot be read"),
            ("1.", "cannot be read"),
            ("1.eJyrVkpJLUhVslIqKMovyczPU7JSSsvPT04sUqoFAG2TCBA", "cannot be read"),
            ("9.x", "newer version"),
            ("<script>alert(1)</script>", "cannot be read"),
            ("%00%ff", "cannot be read"),
            ("somewhere", "cannot be read"),
            (long.as_str(), "cannot be read"),
            (bomb, "cannot be read"),
        ] {
            open_anew(page, &format!("#{fragment}")).await?;
            page.wait_for_text(".notice[role=alert]", notice).await.with_context(|| format!("{fragment:.60}"))?;
            assert_eq!(page.figures().await?, default, "{fragment:.60}");
            page.expect_quiet_console().await?;
        }
        // The notice goes when it has been read.
        page.click(".notice button").await?;
        page.wait_until("document.querySelector('.notice') === null").await
    })
    .await
}

/// The text of a link that is short and inflates to fifty megabytes.
const BOMB: &str = "
    const done = arguments[0];
    const packed = new Blob([new Uint8Array(5e7)]).stream().pipeThrough(new CompressionStream('deflate'));
    new Response(packed).arrayBuffer().then(buffer => {
        const letters = Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join('');
        done('1.' + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
    });";

#[tokio::test]
async fn the_last_case_is_there_in_a_new_tab() -> Result<()> {
    journey("kept", &Bundle::at("/"), async |page| {
        page.figures().await?;
        assert_eq!(page.execute(KEPT, &[]).await?, json!(null), "nothing is kept before it is changed");
        let case = make_a_case(page).await?;
        let stated = inputs(page).await?;
        let tab = page.client()?.new_window(true).await?;
        page.client()?.switch_to_window(tab.handle).await?;
        page.open("").await?;
        assert_eq!(page.figures().await?, case);
        assert_eq!(inputs(page).await?, stated);
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn a_link_leaves_what_is_kept_alone_until_it_is_changed() -> Result<()> {
    journey("link-and-kept", &Bundle::at("/"), async |page| {
        page.figures().await?;
        let theirs = page.change(PEOPLE, "44").await?;
        let fragment = link(page).await?;
        let mine = page.change(PEOPLE, "33").await?;
        let kept = page.execute(KEPT, &[]).await?;
        ensure!(kept.as_str().is_some_and(|text| text.contains("33")), "{kept}");

        open_anew(page, &format!("#{fragment}")).await?;
        assert_eq!(page.figures().await?, theirs, "the link wins");
        assert_eq!(page.execute(KEPT, &[]).await?, kept, "what is kept stays");
        open_anew(page, "").await?;
        assert_eq!(page.figures().await?, mine, "and opens where there is no link");

        open_anew(page, &format!("#{fragment}")).await?;
        page.figures().await?;
        page.change("#horizon", "48").await?;
        ensure!(page.execute(KEPT, &[]).await? != kept, "a change to the link is not kept");
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn a_link_put_into_the_address_opens() -> Result<()> {
    journey("hashchange", &Bundle::at("/"), async |page| {
        let default = page.figures().await?;
        let first = page.change(PEOPLE, "44").await?;
        let fragment = link(page).await?;
        let second = page.change(PEOPLE, "12").await?;
        link(page).await?;
        ensure!(first != second && first != default, "all alike");

        let follow = async |fragment: &str| page.execute("location.hash = arguments[0]", &[json!(fragment)]).await;
        let opened = page.after(async || {
            follow(&fragment).await?;
            page.wait_until(&format!("document.querySelector('{PEOPLE}').value === '44'")).await
        });
        assert_eq!(opened.await?, first);

        // One that cannot be read changes nothing but says so.
        follow("1.garbage").await?;
        page.wait_for_text(".notice", "cannot be read").await?;
        assert_eq!(page.figures().await?, first);
        page.expect_quiet_console().await
    })
    .await
}
