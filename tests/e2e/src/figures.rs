//! What a visitor of Shorecast waits for and reads: the figures of a finished run.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;

/// The field for the people of the only function in the preset that the page opens with.
pub const PEOPLE: &str = "#function-support-people";

/// A million futures on a slow machine that does other things as well.
const PATIENCE: Duration = Duration::from_mins(1);

/// The answer belongs to the scenario in force and is of all its futures, not a first look.
const FINISHED: &str = "
    const answer = document.getElementById('answer');
    const words = document.querySelector('.run-words');
    return answer !== null && answer.getAttribute('aria-busy') === 'false' && !answer.classList.contains('is-old') &&
        words !== null && words.textContent.includes('futures simulated')";

const READ: &str = "
    const texts = (within, css) => [...within.querySelectorAll(css)].map(it => it.textContent.trim());
    return {
        verdict: texts(document, '.verdict p'),
        rows: [...document.querySelectorAll('.compare tbody tr')].map(row => ({
            strategy: row.dataset.strategy,
            cells: texts(row, 'th, td:not(.is-picture)'),
        })),
        // Effects come one by one after the answer; they are looked at where they are meant.
        numbers: texts(document, 'table.numbers:not(#what-if *) :is(th, td)'),
        run: texts(document, '.run-words'),
    }";

const SOME_FRAMES: &str = "
    const done = arguments[0];
    const wait = frames => requestAnimationFrame(() => setTimeout(() => frames > 0 ? wait(frames - 1) : done()));
    wait(3)";

/// Counts the changes of the scenario by the marks that the page sets for them, and takes away again later.
pub(crate) const COUNT_CHANGES: &str = "
    window.changes = 0;
    const mark = performance.mark;
    performance.mark = function (name, ...rest) {
        window.changes += name.startsWith('shorecast:change:') ? 1 : 0;
        return mark.call(this, name, ...rest);
    };";

/// Every figure on the page, as it is written there: two runs with the same figures are equal to the digit.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Figures(Value);

impl Figures {
    /// The sentences of the verdict.
    pub fn verdict(&self) -> String {
        texts(&self.0["verdict"]).join(" ")
    }

    /// How many futures there were, and of which seed.
    pub fn run(&self) -> String {
        texts(&self.0["run"]).join(" ")
    }

    /// The strategies in the comparison, in its order.
    pub fn strategies(&self) -> Vec<&str> {
        self.rows().iter().filter_map(|row| row["strategy"].as_str()).collect()
    }

    /// The cells of a strategy in the comparison: name, cost, bad case, saving, chance, break-even, chance of being the
    /// cheapest.
    ///
    /// # Errors
    /// When there is no such strategy.
    pub fn row(&self, strategy: &str) -> Result<Vec<&str>> {
        let row = self.rows().iter().find(|row| row["strategy"] == strategy);
        Ok(texts(&row.with_context(|| format!("no row of {strategy}"))?["cells"]))
    }

    /// The average cost of a strategy in dollars, as precisely as it is written.
    ///
    /// # Errors
    /// When there is none.
    pub fn cost(&self, strategy: &str) -> Result<f64> {
        let row = self.row(strategy)?;
        dollars(row.get(1).context("no cost")?).with_context(|| format!("no cost of {strategy} in {row:?}"))
    }

    fn rows(&self) -> &[Value] {
        self.0["rows"].as_array().map_or(&[], Vec::as_slice)
    }
}

/// The entries of an array of texts.
fn texts(array: &Value) -> Vec<&str> {
    array.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Reads `$9.87M ± $20k`, without what stands behind the sign.
fn dollars(text: &str) -> Option<f64> {
    let text = text.split('±').next()?.trim().strip_prefix('$')?;
    let digits = text.find(|letter: char| !letter.is_ascii_digit() && !".,".contains(letter)).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let factor = match unit.trim() {
        "" => 1.0,
        "k" => 1e3,
        "M" => 1e6,
        "bn" => 1e9,
        _ => return None,
    };
    number.replace(',', "").parse::<f64>().ok().map(|number| number * factor)
}

impl Page {
    /// Waits until the scenario in force has been simulated, and reads the figures.
    ///
    /// # Errors
    /// When the run does not finish.
    pub async fn figures(&self) -> Result<Figures> {
        if !self.becomes_true(FINISHED, &[], PATIENCE).await? {
            let status = self.execute("return document.querySelector('.run-status')?.textContent", &[]).await?;
            anyhow::bail!("waited for the run to finish; its status is {status}");
        }
        // Charts and their tables are drawn some frames after the rest.
        let mut figures = Figures(self.execute(READ, &[]).await?);
        loop {
            self.execute_async(SOME_FRAMES, &[]).await?;
            let now = Figures(self.execute(READ, &[]).await?);
            if now == figures && self.execute(FINISHED, &[]).await? == json!(true) {
                break;
            }
            figures = now;
        }
        ensure!(!figures.rows().is_empty(), "there is no figure: {figures:?}");
        Ok(figures)
    }

    /// How often the scenario has been changed since the page was loaded; a change is counted at once, before it runs.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn changes(&self) -> Result<u64> {
        self.execute("return window.changes", &[]).await?.as_u64().context("no number of changes")
    }

    /// Replaces what is in a field, and gives the figures that come of it.
    ///
    /// # Errors
    /// When the field does not take it or the run does not finish.
    pub async fn change(&self, css: &str, text: &str) -> Result<Figures> {
        self.after(async || self.fill(css, text).await).await
    }

    /// Does something that changes the scenario, and gives the figures that come of it.
    ///
    /// # Errors
    /// When nothing changes or the run does not finish.
    pub async fn after(&self, steps: impl AsyncFnOnce() -> Result<()>) -> Result<Figures> {
        let before = self.changes().await?;
        steps().await?;
        ensure!(self.changes().await? > before, "the scenario has not changed");
        self.figures().await
    }

    /// Prepares a script that runs once a run of so many futures is some way into its work; [`Self::has_struck`] tells
    /// whether it has. In the page, because a run may be over before a question from outside gets there.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn in_mid_run(&self, trials: u32, script: &str) -> Result<()> {
        let watch = format!(
            "window.struck = false;
             const watch = () => {{
                 const progress = document.querySelector('.progress');
                 if (progress !== null && progress.max === {trials} && progress.value > 0 && progress.value < {trials}) {{
                     {script};
                     window.struck = true;
                 }} else {{
                     requestAnimationFrame(watch);
                 }}
             }};
             watch();"
        );
        self.execute(&watch, &[]).await.map(drop)
    }

    /// That the script of [`Self::in_mid_run`] has run.
    ///
    /// # Errors
    /// When it has not: the run was over too soon, or never began.
    pub async fn has_struck(&self) -> Result<()> {
        ensure!(self.execute("return window.struck", &[]).await? == json!(true), "there was no middle of a run");
        Ok(())
    }

    /// From the next load on, runs this script before any other.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn run_before_loading(&self, script: &str) -> Result<()> {
        let script = format!("{{ {script} }}");
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_amounts() {
        assert_eq!(dollars("$9.87M ± $20k"), Some(9_870_000.0));
        assert_eq!(dollars("$812k"), Some(812_000.0));
        assert_eq!(dollars("$1,234"), Some(1_234.0));
        assert_eq!(dollars("–"), None);
    }
}
