//! Hostile and broken scenarios: each gets an issue at the right field, and nothing panics.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use shorecast::model::check::check;
use shorecast::model::presets::PRESETS;
use shorecast::model::{Correlation, Currency, Issue, IssueKind, Scenario, Site, Strategy};
use shorecast::runner::inline;
use shorecast::text::issues;

const DESK: &str = PRESETS[0].json;

/// The default desk with one piece of its text replaced.
fn broken(from: &str, to: &str) -> Vec<Issue> {
    assert!(DESK.contains(from), "{from}");
    match Scenario::from_json(&DESK.replacen(from, to, 1)) {
        Ok(scenario) => {
            let issues = check(&scenario);
            assert_eq!(inline::simulate(&scenario).unwrap_err(), issues);
            issues
        }
        Err(issue) => vec![issue],
    }
}

/// Text replaced, replacement, path of the issue.
const BROKEN: [(&str, &str, &str); 57] = [
    ("\"headcount\": 25", "\"headcount\": -3", "functions[0].headcount"),
    ("\"headcount\": 25", "\"headcount\": 0", "functions[0].headcount"),
    ("\"headcount\": 25", "\"headcount\": 1e400", "functions[0].headcount"),
    ("\"headcount\": 25", "\"headcount\": \"many\"", "functions[0].headcount"),
    ("\"headcount\": 25", "\"headcount\": NaN", "functions[0].headcount"),
    ("\"headcount\": 25", "\"headcount\": null", "functions[0].headcount"),
    (
        "\"headcount\": 25",
        "\"headcount\": {\"shape\":\"pert\",\"low\":9,\"likely\":5,\"high\":7,\"ends\":\"bounds\"}",
        "functions[0].headcount",
    ),
    (
        "\"headcount\": 25",
        "\"headcount\": {\"shape\":\"normal\",\"low\":5,\"high\":7,\"ends\":\"bounds\"}",
        "functions[0].headcount",
    ),
    (
        "\"headcount\": 25",
        "\"headcount\": {\"shape\":\"quantiles\",\"p10\":20,\"p50\":21,\"p90\":40}",
        "functions[0].headcount",
    ),
    (
        "\"headcount\": 25",
        "\"headcount\": {\"shape\":\"quantiles\",\"p10\":20,\"p50\":19,\"p90\":40}",
        "functions[0].headcount",
    ),
    ("\"headcount\": 25,", "", "functions[0].headcount"),
    (
        "\"headcount\": 25",
        "\"headcount\": 25, \"contacts\": {\"per_month\": 27000, \"handle_seconds\": 300}",
        "functions[0].contacts",
    ),
    (
        "\"headcount\": 25",
        "\"contacts\": {\"per_month\": -5, \"handle_seconds\": 300}",
        "functions[0].contacts.per_month",
    ),
    (
        "\"headcount\": 25",
        "\"contacts\": {\"per_month\": 5, \"handle_seconds\": 300, \"service_level\": 80}",
        "functions[0].contacts.service_level",
    ),
    ("\"headcount\": 25", "\"contacts\": {\"per_month\": 5}", "functions[0].contacts"),
    ("\"headcount\": 25", "\"headcount\": 25, \"coverage\": \"always\"", "functions[0].coverage"),
    (
        "\"headcount\": 25",
        "\"headcount\": 25, \"coverage\": {\"hours_per_day\": 30, \"days_per_week\": 5}",
        "functions[0].coverage.hours_per_day",
    ),
    ("\"headcount\": 25", "\"headcount\": 25, \"minimum_positions\": 5000", "functions[0].minimum_positions"),
    (
        "\"hybrid_share\": 0.5",
        "\"hybrid_share\": 0.5, \"hybrid\": {\"mode\": \"overflow\", \"base\": 9}",
        "hybrid.base",
    ),
    ("\"wage\": 42830", "\"wage\": 0", "functions[0].wage"),
    ("\"kind\": \"customer_support\"", "\"kind\": \"alchemy\"", "functions[0].kind"),
    ("\"id\": \"support\"", "\"id\": \"offshore\"", "functions[0].id"),
    ("\"id\": \"support\"", "\"id\": \"<script>\"", "functions[0].id"),
    ("\"revenue\"", "\"home_country\": \"uk\", \"revenue\"", "home_country"),
    ("\"revenue\"", "\"home_country\": \"\", \"revenue\"", "home_country"),
    ("\"revenue\"", "\"currency\": \"BTC\", \"revenue\"", "currency"),
    ("\"run\":", "\"assumptions\": {\"home.exchange_rate\": 0}, \"run\":", "assumptions.home.exchange_rate"),
    ("\"run\":", "\"assumptions\": {\"home.exchange_rate\": -1}, \"run\":", "assumptions.home.exchange_rate"),
    ("\"horizon_months\": 60", "\"horizon_months\": 0", "horizon_months"),
    ("\"horizon_months\": 60", "\"horizon_months\": 1000", "horizon_months"),
    ("\"horizon_months\": 60", "\"horizon_months\": -1", "horizon_months"),
    ("\"discount_rate\": 0.08", "\"discount_rate\": 8", "discount_rate"),
    ("\"hybrid_share\": 0.5", "\"hybrid_share\": 1.5", "hybrid_share"),
    ("\"nearshore\": \"MX\"", "\"nearshore\": \"IN\"", "destinations.nearshore"),
    ("\"nearshore\": \"MX\"", "\"nearshore\": \"Atlantis\"", "destinations.nearshore"),
    ("\"run\":", "\"spread_one_offs_months\": 121, \"run\":", "spread_one_offs_months"),
    ("\"run\":", "\"lines_off\": [\"magic\"], \"run\":", "lines_off[0]"),
    ("\"wage\": 42830", "\"known_cost\": -1, \"wage\": 42830", "functions[0].known_cost"),
    ("\"wage\": 42830", "\"known_cost\": \"much\", \"wage\": 42830", "functions[0].known_cost"),
    ("\"wage\": 42830", "\"margin_at_risk\": 1e400, \"wage\": 42830", "functions[0].margin_at_risk"),
    ("\"trials\": 10000", "\"trials\": 12", "run.trials"),
    ("\"trials\": 10000", "\"trials\": 99999999", "run.trials"),
    ("\"seed\": 1", "\"seed\": 9007199254740992", "run.seed"),
    ("\"run\":", "\"assumptions\": {\"home.magic\": 1}, \"run\":", "assumptions.home.magic"),
    ("\"run\":", "\"assumptions\": {\"sales.attrition\": 1}, \"run\":", "assumptions.sales.attrition"),
    ("\"run\":", "\"assumptions\": {\"offshore.movable_share\": 1.2}, \"run\":", "assumptions.offshore.movable_share"),
    ("\"run\":", "\"contracts\": {\"offshore\": {\"notice\": \"soon\"}}, \"run\":", "contracts.offshore.notice"),
    ("\"run\":", "\"contracts\": {\"moon\": {}}, \"run\":", "contracts.moon"),
    ("\"run\":", "\"providers\": {\"offshore\": {\"security\": 6}}, \"run\":", "providers.offshore.security"),
    ("\"run\":", "\"providers\": {\"onshore\": {\"expertise\": 0}}, \"run\":", "providers.onshore.expertise"),
    (
        "\"run\":",
        "\"correlations\": [{\"between\":[\"home.magic\",\"*.wage\"],\"coefficient\":0.5}], \"run\":",
        "correlations[0].between[0]",
    ),
    (
        "\"run\":",
        "\"correlations\": [{\"between\":[\"*.wage\",\"sales.wage\"],\"coefficient\":0.5}], \"run\":",
        "correlations[0].between[1]",
    ),
    (
        "\"run\":",
        "\"correlations\": [{\"between\":[\"*.wage\",\"*.wage\"],\"coefficient\":1.5}], \"run\":",
        "correlations[0].coefficient",
    ),
    (
        "\"run\":",
        "\"correlations\": [{\"between\":[\"support.wage\",\"support.wage\"],\"coefficient\":1}], \"run\":",
        "correlations[0]",
    ),
    (
        "\"run\":",
        "\"correlations\": [{\"between\":[\"*.wage\",\"*.wage\"],\"coefficient\":1e999}], \"run\":",
        "correlations[0].coefficient",
    ),
    (
        "\"run\":",
        "\"correlations\": [{\"between\":[\"*.wage\",\"*.attrition\"],\"coefficient\":0.1},{\"between\":[\"*.attrition\",\"*.wage\"],\"coefficient\":0.2}], \"run\":",
        "correlations[1]",
    ),
    (
        "\"run\":",
        "\"strategies\": [{\"model\":\"mix\",\"id\":\"m\",\"shares\":{\"support\":{\"offshore\":0.7,\"onshore\":0.7}}}], \"run\":",
        "strategies[0].shares.support",
    ),
];

#[test]
fn every_mistake_is_told_where_it_was_made() {
    for (from, to, path) in BROKEN {
        let issues = broken(from, to);
        assert!(issues.iter().any(|issue| issue.path == path), "{to}: {issues:?}");
        for issue in &issues {
            let sentence = issues::issue(issue, Currency::UsDollar);
            assert!(sentence.ends_with('.') && sentence.len() > 15, "{sentence}");
            assert!(!sentence.contains("<script>"), "{sentence}");
        }
    }
}

#[test]
fn a_newer_format_says_so_before_anything_else() {
    let text = DESK.replacen("\"format\": 1", "\"format\": 7, \"hyperspace\": true", 1);
    let issue = Scenario::from_json(&text).unwrap_err();
    assert_eq!(issue, Issue::new("format", IssueKind::NewerFormat { found: 7, known: 1 }));
}

#[test]
fn unknown_fields_cut_texts_and_deep_nests_are_refused() {
    for text in ["", "{", "[]", "null", "{\"format\":1}", &"[".repeat(100_000), &" ".repeat(2_000_000)] {
        assert!(Scenario::from_json(text).is_err());
    }
    assert!(Scenario::from_json(&DESK.replacen("\"name\"", "\"nmae\"", 1)).is_err());
    assert!(Scenario::from_json(&format!("{DESK}x")).is_err());
}

/// Forty functions tied to everything in every way: valid, impossible, and large.
#[test]
fn a_tangle_of_correlations_computes() {
    let mut scenario = PRESETS[0].scenario().unwrap();
    let function = scenario.functions[0].clone();
    scenario.functions = (0..40)
        .map(|number| shorecast::model::BusinessFunction { id: format!("f{number}"), ..function.clone() })
        .collect();
    let groups = ["*.wage", "*.headcount", "*.attrition", "*.movable_share", "home.hire_cost", "*.hourly_rate"];
    for (index, one) in groups.iter().enumerate() {
        for two in &groups[index..] {
            if (one, two) != (&"home.hire_cost", &"home.hire_cost") {
                let between = [(*one).to_owned(), (*two).to_owned()];
                scenario.correlations.push(Correlation { between, coefficient: -0.9 });
            }
        }
    }
    scenario.run.trials = 1_024;
    scenario.strategies = vec![Strategy::Hybrid { site: Site::Offshore }];
    let summary = inline::simulate(&scenario).unwrap();
    assert!(summary.correlation_repair.is_some());
    for strategy in summary.strategies {
        assert!(strategy.cost_nominal.standard_deviation.is_finite());
    }
}

#[test]
fn five_hundred_functions_are_too_many() {
    let mut scenario = PRESETS[0].scenario().unwrap();
    let function = scenario.functions[0].clone();
    scenario.functions = (0..500)
        .map(|number| shorecast::model::BusinessFunction { id: format!("f{number}"), ..function.clone() })
        .collect();
    assert_eq!(check(&scenario), [Issue::new("functions", IssueKind::TooMany { count: 500, most: 40 })]);
}

/// Extreme but valid: everything at the least and at the most that is taken.
#[test]
fn extreme_scenarios_compute() {
    let all_finite = |scenario: &Scenario| {
        for strategy in inline::simulate(scenario).unwrap().strategies {
            let cost = &strategy.cost_present_value;
            assert!(cost.mean.is_finite() && cost.standard_deviation.is_finite(), "{}", strategy.strategy);
            assert!(cost.percentiles.values().all(|value| value.is_finite()));
            let lines: f64 = strategy.lines_present_value.values().sum();
            assert!((lines - cost.mean).abs() <= 1e-9 * cost.mean.abs().max(1.0), "{}", strategy.strategy);
        }
    };
    for (heads, rate, months) in [(0.1, 0.0, 12), (1.0, 0.5, 120), (100_000.0, 0.0, 120)] {
        let mut scenario = PRESETS[2].scenario().unwrap();
        scenario.run.trials = 1_024;
        scenario.horizon_months = months;
        scenario.discount_rate = rate;
        for function in &mut scenario.functions {
            function.headcount = Some(shorecast::model::Uncertain::Fixed(heads));
        }
        all_finite(&scenario);
    }
    for (per_month, seconds, level, cover) in [
        (1.0, 1.0, 0.0, "business_hours"),
        (1e7, 14_400.0, 0.999, "round_the_clock"),
        (1e7, 14_400.0, 0.99, "extended"),
    ] {
        for hybrid in
            [r#"{"mode":"after_hours"}"#, r#"{"mode":"overflow","base":0}"#, r#"{"mode":"overflow","base":4}"#]
        {
            let work = format!(
                r#""coverage":"{cover}","contacts":{{"per_month":{per_month},"handle_seconds":{seconds},"service_level":{level}}}"#
            );
            let text = DESK.replacen("\"headcount\": 25", &work, 1);
            let text = text.replacen("\"run\":", &format!("\"hybrid\":{hybrid},\"run\":"), 1);
            let mut scenario = Scenario::from_json(&text).unwrap();
            scenario.run.trials = 1_024;
            all_finite(&scenario);
            scenario.assumptions.insert("home.max_occupancy".to_owned(), shorecast::model::Uncertain::Fixed(1.0));
            all_finite(&scenario);
        }
    }
    let preset = PRESETS[0].scenario().unwrap();
    for least in [true, false] {
        for key in preset.assumption_keys() {
            let mut scenario = preset.clone();
            scenario.run.trials = 1_024;
            let (low, high) = shorecast::model::catalogue::limits(key.assumption);
            let value = shorecast::model::Uncertain::Fixed(if least { low } else { high });
            scenario.assumptions.insert(key.to_string(), value);
            all_finite(&scenario);
        }
    }
}
