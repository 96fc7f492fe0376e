//! A scenario file in, its summary as JSON out: the same engine as on the page, natively.
//!
//! `cargo run --release --example simulate -- FILE.json [--trials N] [--seed S] [--effects N]`
//!
//! `--effects` adds what the N inputs that matter most do over their ranges, and at which value another choice becomes the
//! best: each takes some thirty runs of 2,048 trials.
//!
//! Exit status 2 and a sentence with the path of the field when the file or the arguments are bad.
#![allow(clippy::print_stdout, reason = "printing is what this program does")]

use serde::Serialize;
use shorecast::engine::Summary;
use shorecast::engine::what_if::{self, Effect};
use shorecast::model::{Currency, Scenario};
use shorecast::runner::inline;
use std::fmt::Display;
use std::process::ExitCode;

const USAGE: &str = "usage: simulate FILE.json [--trials N] [--seed S] [--effects N]";

/// What is printed.
#[derive(Serialize)]
struct Printed {
    #[serde(flatten)]
    summary: Summary,
    #[serde(skip_serializing_if = "Option::is_none")]
    effects: Option<Vec<Effect>>,
}

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
    let (mut file, mut trials, mut seed, mut effects) = (None, None, None, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--trials" => trials = Some(number("--trials", arguments.next())?),
            "--effects" => effects = Some(number::<usize>("--effects", arguments.next())?),
            "--seed" => seed = Some(number("--seed", arguments.next())?),
            _ if argument.starts_with("--") => return Err(format!("{argument} is not an option; {USAGE}")),
            _ if file.is_some() => return Err(format!("one file at a time; {USAGE}")),
            _ => file = Some(argument),
        }
    }
    let file = file.ok_or(USAGE)?;
    let text = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let issues = |issues: &[shorecast::model::Issue], currency: Currency| -> String {
        let sentences: Vec<String> = issues.iter().map(|issue| in_file(&file, issue, currency)).collect();
        sentences.join("\n")
    };
    let mut scenario = Scenario::from_json(&text).map_err(|issue| issues(&[issue], Currency::default()))?;
    scenario.run.trials = trials.unwrap_or(scenario.run.trials);
    scenario.run.seed = seed.unwrap_or(scenario.run.seed);
    let summary: Summary = inline::simulate(&scenario).map_err(|found| issues(&found, scenario.currency))?;
    let effects =
        effects.map(|count| inline::effects(&scenario, what_if::strongest(&scenario, &summary, count))).transpose();
    let effects = effects.map_err(|found| issues(&found, scenario.currency))?;
    serde_json::to_string_pretty(&Printed { summary, effects }).map_err(|error| error.to_string())
}

fn number<T: std::str::FromStr<Err: Display>>(option: &str, text: Option<String>) -> Result<T, String> {
    let text = text.ok_or_else(|| format!("{option} needs a number; {USAGE}"))?;
    text.parse().map_err(|error| format!("{option} {text}: {error}"))
}

fn in_file(file: &str, issue: &shorecast::model::Issue, currency: Currency) -> String {
    let path = if issue.path.is_empty() { String::new() } else { format!("{}: ", issue.path) };
    format!("{file}: {path}{}", shorecast::text::issues::issue(issue, currency))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]

    use super::run;

    const DESK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/static/scenarios/support-desk.json");

    fn simulate(arguments: &[&str]) -> Result<String, String> {
        run(arguments.iter().map(|argument| (*argument).to_owned()))
    }

    #[test]
    fn a_preset_gives_its_summary() {
        let summary = simulate(&[DESK, "--trials", "1024", "--seed", "7"]).unwrap();
        let summary: serde_json::Value = serde_json::from_str(&summary).unwrap();
        assert_eq!((&summary["trials"], &summary["seed"]), (&1024.into(), &7.into()));
        assert!(summary["strategies"][0]["saving"].is_null(), "in-house has no saving of its own");
        let break_even = &summary["strategies"][1]["saving"]["break_even"]["percentiles"];
        assert!(break_even["99"].is_null(), "onshore, the worst futures never break even");
    }

    #[test]
    fn bad_arguments_get_a_sentence() {
        for (arguments, sentence) in [
            (&[][..], "usage"),
            (&["nowhere.json"], "nowhere.json"),
            (&[DESK, "--trials"], "--trials needs a number"),
            (&[DESK, "--trials", "many"], "--trials many"),
            (&[DESK, "--trials", "12"], "run.trials"),
            (&[DESK, "--seed", "9007199254740992"], "run.seed"),
            (&[DESK, "--fast"], "--fast is not an option"),
            (&[DESK, DESK], "one file at a time"),
        ] {
            let told = simulate(arguments).expect_err("a refusal");
            assert!(told.contains(sentence), "{arguments:?}: {told}");
        }
    }

    #[test]
    fn a_bad_file_is_told_with_the_path_of_the_field() {
        let file = std::env::temp_dir().join(format!("shorecast-{}.json", std::process::id()));
        let desk = std::fs::read_to_string(DESK).unwrap();
        std::fs::write(&file, desk.replace("\"headcount\": 25", "\"headcount\": -25")).unwrap();
        let told = simulate(&[file.to_str().unwrap()]).expect_err("a refusal");
        std::fs::remove_file(&file).unwrap();
        assert!(told.contains("functions[0].headcount: "), "{told}");
    }
}
