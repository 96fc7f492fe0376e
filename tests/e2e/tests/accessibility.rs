//! The page without a mouse, on any screen and in the dark.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use shorecast_e2e::{Bundle, Key, Page, journey};

/// More stops than the page has.
const MOST_STOPS: usize = 400;

/// What has the focus, and whether one can see that: by its own outline or by that of the box around a field.
const FOCUS: &str = "
    const it = document.activeElement;
    if (it === null || it === document.body) { return null; }
    const box = it.closest('.field-box') ?? it;
    const marked = [it, box].some(one => {
        const style = getComputedStyle(one);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    });
    const place = it.getBoundingClientRect();
    const inSight = place.bottom > 0 && place.top < innerHeight && place.right > 0 && place.left < innerWidth;
    return {
        name: it.id || `${it.tagName} ${it.className} ${it.textContent.trim().slice(0, 40)}`,
        seen: marked && inSight && place.width > 0 && it.matches(':focus-visible'),
    };";

/// Moves the focus by one, forwards or backwards, and gives what has it then; it must be in sight. `None` at the end.
async fn step(page: &Page, backwards: bool) -> Result<Option<String>> {
    if backwards {
        page.press_with(Key::Shift.into(), Key::Tab.into()).await?;
    } else {
        page.press(Key::Tab.into()).await?;
    }
    let focus = page.execute(FOCUS, &[]).await?;
    if focus.is_null() {
        return Ok(None);
    }
    ensure!(focus["seen"] == json!(true), "one does not see that the focus is on {}", focus["name"]);
    Ok(focus["name"].as_str().map(str::to_owned))
}

/// Presses Tab until an element that matches has the focus.
async fn walk_to(page: &Page, css: &str, backwards: bool) -> Result<()> {
    for _ in 0..MOST_STOPS {
        step(page, backwards).await?;
        if page.execute("return document.activeElement.matches(arguments[0])", &[json!(css)]).await? == json!(true) {
            return Ok(());
        }
    }
    anyhow::bail!("Tab does not lead to `{css}`")
}

async fn tab_to(page: &Page, css: &str) -> Result<()> {
    walk_to(page, css, false).await
}

async fn write(page: &Page, text: &str) -> Result<()> {
    for letter in text.chars() {
        page.press(letter).await?;
    }
    Ok(())
}

#[tokio::test]
async fn everything_is_done_by_keyboard() -> Result<()> {
    journey("keyboard", &Bundle::at("/"), async |page| {
        let first = page.figures().await?;

        tab_to(page, ".preset-list li:nth-child(2) button").await?;
        let second = page.after(async || page.press(' ').await).await?;
        ensure!(second != first, "the preset was not chosen");

        // Tab into a field selects what is in it, so typing replaces it.
        tab_to(page, "#function-accounting-people").await?;
        let third = page.after(async || write(page, "30").await).await?;
        ensure!(third.cost("in_house")? > 1.2 * second.cost("in_house")?, "twelve people more cost nothing");

        tab_to(page, "#destination-offshore").await?;
        page.after(async || page.press(Key::Down.into()).await).await?;
        tab_to(page, "input[type=range][max='120']").await?;
        page.after(async || page.press(Key::Left.into()).await).await?;
        page.wait_until("document.querySelector('#horizon').value === '54'").await?;
        tab_to(page, "#event-data_breach").await?;
        page.after(async || page.press(' ').await).await?;

        tab_to(page, ".compare button[aria-pressed=false]").await?;
        let chosen = page.execute("return document.activeElement.closest('tr').dataset.strategy", &[]).await?;
        page.press(Key::Enter.into()).await?;
        page.wait_until("document.activeElement.getAttribute('aria-pressed') === 'true'").await?;
        page.wait_until(&format!("document.querySelector('#saving-strategy').value === {chosen}")).await?;

        tab_to(page, "#assumptions > summary").await?;
        page.press(Key::Enter.into()).await?;
        page.wait_for("#assumptions[open] .assumption").await?;
        tab_to(page, ".assumption input").await?;

        walk_to(page, "#trials", true).await?;
        write(page, "1048576").await?;
        walk_to(page, ".run-status button", true).await?;
        page.press(Key::Enter.into()).await?;
        page.wait_for_text(".run-words", "Cancelled").await?;
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn every_stop_of_the_focus_is_seen() -> Result<()> {
    for (width, prefers) in [(1280, "light"), (320, "dark")] {
        journey(&format!("stops-{width}"), &Bundle::at("/"), async |page| {
            page.set_size(width, 900).await?;
            page.prefer("prefers-color-scheme", prefers).await?;
            page.figures().await?;
            let mut stops = Vec::new();
            while let Some(stop) = step(page, false).await? {
                if stop.contains("Change the figures") {
                    page.press(Key::Enter.into()).await?;
                }
                stops.push(stop);
                ensure!(stops.len() < MOST_STOPS, "the focus does not come to an end: {stops:?}");
            }
            ensure!(stops.len() > 30, "there is more to do than that: {stops:?}");
            ensure!(stops[0].contains("Skip"), "the way past the inputs comes first: {stops:?}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_first_stop_leads_to_the_answer() -> Result<()> {
    journey("skip", &Bundle::at("/"), async |page| {
        page.figures().await?;
        tab_to(page, ".skip").await?;
        page.press(Key::Enter.into()).await?;
        page.wait_until("document.activeElement.id === 'answer'").await
    })
    .await
}

/// The verdict is spoken when it changes, and only then.
#[tokio::test]
async fn tells_a_screen_reader_the_new_verdict() -> Result<()> {
    journey("spoken", &Bundle::at("/"), async |page| {
        page.figures().await?;
        page.wait_for_text("[role=status][aria-live=polite]", "of 100 futures").await?;
        let heard = "
            window.heard = [];
            const voice = document.querySelector('[aria-live=polite]');
            const listen = () => window.heard.push(voice.textContent);
            new MutationObserver(listen).observe(voice, { childList: true, characterData: true, subtree: true });";
        page.execute(heard, &[]).await?;
        let figures = page.after(async || page.click(".preset-list li:nth-child(4) button").await).await?;
        let heard = page.execute("return window.heard", &[]).await?;
        let heard = heard.as_array().context("no list")?;
        ensure!(heard.len() == 1, "said {heard:?}");
        let headline = page.text(".verdict-headline").await?;
        ensure!(heard[0].as_str().is_some_and(|it| it.starts_with(&headline)), "{heard:?} for {figures:?}");
        Ok(())
    })
    .await
}

/// What lies beyond the right edge, unless it scrolls within its own box.
const BEYOND: &str = "
    const wide = document.documentElement.scrollWidth;
    const scrolls = it => { for (let up = it.parentElement; up; up = up.parentElement) {
        if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) { return true; } } };
    const beyond = [...document.body.querySelectorAll('*')]
        .filter(it => it.getBoundingClientRect().right > innerWidth + 1 && !scrolls(it))
        .map(it => `${it.tagName}.${it.getAttribute('class')}#${it.id}`);
    return wide > innerWidth || scrollX > 0 ? [`${wide} in ${innerWidth}`, ...beyond] : [];";

/// By how many pixels the comparison is wider than its column.
const TOO_WIDE: &str = "
    const table = document.querySelector('.compare').getBoundingClientRect().width;
    return Math.max(0, Math.round(table - document.querySelector('.comparison').clientWidth))";

#[tokio::test]
async fn nothing_scrolls_sideways() -> Result<()> {
    journey("sideways", &Bundle::at("/"), async |page| {
        page.set_size(1280, 900).await?;
        page.figures().await?;
        // The widest: four functions, long names, everything open.
        for opened in [false, true] {
            if opened {
                page.after(async || page.click(".preset-list li:nth-child(3) button").await).await?;
                page.execute("document.querySelectorAll('details').forEach(it => { it.open = true; })", &[]).await?;
                page.wait_for(".assumption-group").await?;
                page.execute("document.querySelectorAll('details').forEach(it => { it.open = true; })", &[]).await?;
                page.set_size(320, 900).await?;
                page.click(".inputs-opener[aria-expanded=false]").await?;
            }
            for width in [320, 360, 768, 1024, 1280, 1920] {
                page.set_size(width, 900).await?;
                let drawn =
                    format!("document.querySelector('#cost-figure svg')?.getBoundingClientRect().right <= {width}");
                page.wait_until(&drawn).await?;
                assert_eq!(page.execute(BEYOND, &[]).await?, json!([]), "{width} wide, opened: {opened}");
                assert_eq!(page.execute(TOO_WIDE, &[]).await?, json!(0), "{width} wide, opened: {opened}");
            }
        }
        page.expect_quiet_console().await
    })
    .await
}

#[tokio::test]
async fn the_charts_are_as_wide_as_their_place() -> Result<()> {
    journey("chart-width", &Bundle::at("/"), async |page| {
        page.figures().await?;
        for width in [320, 768, 1920] {
            page.set_size(width, 900).await?;
            for chart in ["#cost-figure", "#saving-figure"] {
                let fits = format!(
                    "(() => {{
                        const stage = document.querySelector('{chart} .figure-stage');
                        const wide = stage.querySelector('svg')?.getBoundingClientRect().width;
                        return Math.abs(wide - stage.clientWidth) < 2 }})()"
                );
                page.wait_until(&fits).await.with_context(|| format!("{width} wide"))?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn it_follows_the_dark_scheme() -> Result<()> {
    journey("dark", &Bundle::at("/"), async |page| {
        page.prefer("prefers-color-scheme", "light").await?;
        page.figures().await?;
        page.wait_for("#saving-figure svg").await?;
        let colours = "
            const svg = document.querySelector('#cost-figure svg').outerHTML;
            const paints = [...new Set(svg.match(/#[0-9a-f]{6}/gi))].sort().join(' ');
            return [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color, paints]";
        let light = page.execute(colours, &[]).await?;
        page.prefer("prefers-color-scheme", "dark").await?;
        page.execute("window.before = document.querySelector('#cost-figure svg').outerHTML", &[]).await?;
        let changed = format!("JSON.stringify((() => {{ {colours} }})()) !== JSON.stringify({light})");
        page.wait_until(&changed).await?;
        page.wait_until(&format!("(() => {{ {colours} }})()[2] !== {}", light[2])).await?;
        let dark = page.execute(colours, &[]).await?;
        ensure!((0..3).all(|part| dark[part] != light[part]), "{light} became {dark}");
        let brightness = |colour: &serde_json::Value| -> u32 {
            let numbers = colour.as_str().unwrap_or_default().split(|letter: char| !letter.is_ascii_digit());
            numbers.filter_map(|number| number.parse::<u32>().ok()).take(3).sum()
        };
        ensure!(brightness(&dark[0]) < 200 && brightness(&light[0]) > 600, "{light} became {dark}");

        // And back, without a reload.
        page.prefer("prefers-color-scheme", "light").await?;
        page.wait_until(&format!("JSON.stringify((() => {{ {colours} }})()) === JSON.stringify({light})")).await
    })
    .await
}
