//! A scenario file in, its summary as JSON out: the same engine as on the page, natively.
//!
//! `cargo run --release --example simulate -- FILE.json [--trials N] [--seed S]`
//!
//! Exit status 2 and a sentence with the path of the field when the file or the arguments are bad.
#![allow(clippy::print_stdout, reason = "printing is what this program does")]

use shorecast::engine::Summary;
use shorecast::model::Scenario;
use shorecast::runner::inline;
use std::fmt::Display;
use std::process::ExitCode;

const USAGE: &str = "usage: simulate FILE.json [--trials N] [--seed S]";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<String, String> {
    let (mut file, mut trials, mut seed) = (None, None, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--trials" => trials = Some(number("--trials", arguments.next())?),
            "--seed" => seed = Some(number("--seed", arguments.next())?),
            _ if argument.starts_with("--") => return Err(format!("{argument} is not an option; {USAGE}")),
            _ if file.is_some() => return Err(format!("one file at a time; {USAGE}")),
            _ => file = Some(argument),
        }
    }
    let file = file.ok_or(USAGE)?;
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let issues = |issues: &[shorecast::model::Issue]| -> String {
        let sentences: Vec<String> = issues.iter().map(|issue| in_file(&file, issue)).collect();
        sentences.join("\n")
    };
    let mut scenario = Scenario::from_json(&text).map_err(|issue| issues(&[issue]))?;
    scenario.run.trials = trials.unwrap_or(scenario.run.trials);
    scenario.run.seed = seed.unwrap_or(scenario.run.seed);
    let summary: Summary = inline::simulate(&scenario).map_err(|found| issues(&found))?;
    serde_json::to_string_pretty(&summary).map_err(|error| error.to_string())
}

fn number<T: std::str::FromStr<Err: Display>>(option: &str, text: Option<String>) -> Result<T, String> {
    let text = text.ok_or_else(|| format!("{option} needs a number; {USAGE}"))?;
    text.parse().map_err(|error| format!("{option} {text}: {error}"))
}

fn in_file(file: &str, issue: &shorecast::model::Issue) -> String {
    let path = if issue.path.is_empty() { String::new() } else { format!("{}: ", issue.path) };
    format!("{file}: {path}{}", shorecast::text::issues::issue(issue))
}
