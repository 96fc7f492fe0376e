//! The schema of scenarios says what the program says: of every preset, of every limit, and of one broken file for each rule.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "what helps a test may stop it as well")]

use jsonschema::Validator;
use serde_json::{Value, json};
use shorecast::model::assumption::Level;
use shorecast::model::check::check;
use shorecast::model::presets::PRESETS;
use shorecast::model::provider::SCORES;
use shorecast::model::{Assumption, Clause, Criterion, Scenario, Site, catalogue};
use shorecast_schemas::{SCENARIO, complaints, validator};
use std::sync::LazyLock;

/// Whether the program would simulate this.
fn program_accepts(document: &Value) -> bool {
    Scenario::from_json(&document.to_string()).is_ok_and(|scenario| check(&scenario).is_empty())
}

fn schema_accepts(document: &Value) -> bool {
    static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| validator(SCENARIO).unwrap());
    VALIDATOR.is_valid(document)
}

/// A scenario that names every field, to be broken one field at a time.
fn whole() -> Value {
    json!({
        "format": 1,
        "name": "Everything",
        "home_country": "US",
        "currency": "EUR",
        "revenue": 5e7,
        "horizon_months": 60,
        "discount_rate": 0.08,
        "functions": [
            {
                "id": "desk", "kind": "customer_support", "name": "The desk", "headcount": 25,
                "wage": { "shape": "pert", "low": 38_000, "likely": 42_830, "high": 50_000, "ends": "p10_p90" },
                "sensitivity": "high", "core": true, "customer_facing": false, "known_cost": 1_500_000, "outsource": false,
                "margin_at_risk": { "shape": "lognormal", "low": 1e6, "high": 4e6, "ends": "p10_p90" },
                "transactions_per_year": 240_000,
                "quotes": {
                    "offshore": { "per": "transaction", "price": { "shape": "normal", "low": 2.1, "high": 2.9, "ends": "p10_p90" } },
                    "onshore": { "per": "person_month", "price": 5_000 }
                }
            },
            {
                "id": "phones", "kind": "technical_support", "wage": 60_340, "coverage": "round_the_clock",
                "minimum_positions": 2,
                "contacts": {
                    "per_month": { "shape": "pert", "low": 8_000, "likely": 9_000, "high": 12_000, "ends": "p10_p90" },
                    "handle_seconds": 420, "service_level": 0.9, "within_seconds": 30, "pooled": false
                }
            },
            {
                "id": "evenings", "kind": "sales", "wage": 34_410, "headcount": 8,
                "coverage": { "hours_per_day": 12.5, "days_per_week": 6 }
            },
            { "id": "books", "kind": "finance_and_accounting", "name": null, "headcount": 0.5, "wage": 50_000, "known_cost": null }
        ],
        "destinations": { "onshore": "US", "nearshore": "CR", "offshore": "ZA" },
        "contracts": {
            "nearshore": { "exchange_rate": "buyer" },
            "offshore": {
                "service_levels": "strict", "statement_of_work": "tight", "data_protection": "audited",
                "price_rise": "capped", "exchange_rate": "vendor", "notice": "short", "termination_fee": "none",
                "step_in": "agreed", "exit_plan": "rehearsed", "second_source": "ready"
            }
        },
        "providers": {
            "onshore": {},
            "offshore": {
                "expertise": 1, "technology": 2, "communication": 3, "flexibility": 4, "security": 5,
                "transparency": 4, "track_record": 2
            }
        },
        "hybrid_share": 0.5,
        "hybrid": { "mode": "overflow", "base": 0.9 },
        "assumptions": {
            "home.benefits_load": 0.25,
            "desk.attrition": { "shape": "triangular", "low": 0.1, "likely": 0.2, "high": 0.5, "ends": "bounds" },
            "offshore.rework": { "shape": "uniform", "low": 1.0, "high": 1.2, "ends": "p5_p95" },
            "offshore.escalator": { "shape": "normal", "low": -0.01, "high": 0.05, "ends": "p5_p95" },
            "nearshore.travel": { "shape": "fixed", "value": 9_000 },
            "desk.offshore.hourly_rate": { "shape": "lognormal", "low": 8, "high": 20, "ends": "p10_p90" },
            "desk.onshore.hourly_rate": { "shape": "quantiles", "p10": 8, "p50": 12, "p90": 20 }
        },
        "correlations": [
            { "between": ["*.wage", "*.wage"], "coefficient": 0.8 },
            { "between": ["desk.offshore.movable_share", "offshore.currency"], "coefficient": -1 }
        ],
        "lines_off": ["travel", "exit_cost"],
        "spread_one_offs_months": 36,
        "count_exit": true,
        "events": { "data_breach": true, "early_end": false },
        "strategies": [
            { "model": "in_house" },
            { "model": "complete", "site": "onshore" },
            { "model": "hybrid", "site": "nearshore" },
            { "model": "function_specific", "site": "offshore" },
            { "model": "mix", "id": "both", "name": "Both", "shares": { "desk": { "onshore": 0.25, "offshore": 0.75 } } }
        ],
        "budget": 9_000_000,
        "confidence": 0.9,
        "percentiles": [2.5, 97.5],
        "run": {
            "trials": 1024, "seed": 9_007_199_254_740_991_u64,
            "stop": { "figure": "percentile", "percentile": 2.5, "within": 25_000 }
        }
    })
}

/// The whole scenario with one field, given by its JSON pointer, set to something else; a field that is missing is added.
fn with(pointer: &str, value: Value) -> Value {
    let mut document = whole();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer} has no place"));
    match parent {
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
        Value::Object(fields) => {
            fields.insert(name.to_owned(), value);
        }
        _ => panic!("{pointer} has no place"),
    }
    document
}

fn without(pointer: &str) -> Value {
    let mut document = whole();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name).expect("a field to take away");
    document
}

#[test]
fn the_schema_is_one() {
    let schema: Value = serde_json::from_str(SCENARIO).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
}

#[test]
fn presets_and_what_the_program_writes_are_accepted() {
    let validator = validator(SCENARIO).unwrap();
    for preset in PRESETS {
        let text: Value = serde_json::from_str(preset.json).unwrap();
        assert_eq!(complaints(&validator, &text), Vec::<String>::new(), "{}", preset.id);
        let scenario = preset.scenario().unwrap();
        for scenario in [scenario.without_uncertainty(), scenario] {
            let written: Value = serde_json::from_str(&scenario.to_json()).unwrap();
            assert_eq!(complaints(&validator, &written), Vec::<String>::new(), "{}", preset.id);
        }
    }
}

#[test]
fn the_whole_scenario_and_its_least_form_are_accepted() {
    let mut least = whole();
    for field in [
        "home_country",
        "currency",
        "destinations",
        "contracts",
        "providers",
        "assumptions",
        "correlations",
        "events",
        "strategies",
        "budget",
        "confidence",
        "percentiles",
        "run",
        "lines_off",
        "spread_one_offs_months",
        "count_exit",
    ] {
        least.as_object_mut().unwrap().remove(field);
    }
    for document in [whole(), least, with("/strategies", json!([])), with("/events", json!({}))] {
        assert_eq!(complaints(&validator(SCENARIO).unwrap(), &document), Vec::<String>::new());
        assert!(program_accepts(&document));
    }
}

#[test]
fn quotes_must_be_whole() {
    both_refuse([
        ("a unit nobody charges for", with("/functions/0/quotes/onshore/per", json!("week"))),
        ("a price below 0", with("/functions/0/quotes/onshore/price", json!(-1))),
        ("a quote without a price", with("/functions/0/quotes/onshore", json!({ "per": "hour" }))),
        ("a quote for home", with("/functions/0/quotes/home", json!({ "per": "hour", "price": 1 }))),
        ("a price for a transaction, and no transactions", without("/functions/0/transactions_per_year")),
        ("no transactions", with("/functions/0/transactions_per_year", json!(0))),
    ]);
}

/// One broken file for each rule: schema and program both refuse it.
fn both_refuse(broken: impl IntoIterator<Item = (&'static str, Value)>) {
    for (what, document) in broken {
        assert!(!program_accepts(&document), "{what}: the program takes it");
        assert!(!schema_accepts(&document), "{what}: the schema takes it");
    }
}

#[test]
fn broken_scenarios_are_refused_by_both() {
    both_refuse([
        ("not an object", json!([])),
        ("unknown field", with("/colour", json!("red"))),
        ("no format", without("/format")),
        ("format 0", with("/format", json!(0))),
        ("newer format", with("/format", json!(2))),
        ("no name", without("/name")),
        ("null name", with("/name", json!(null))),
        ("long name", with("/name", json!("x".repeat(81)))),
        ("country in small letters", with("/home_country", json!("us"))),
        ("country of three letters", with("/home_country", json!("USA"))),
        ("no country", with("/home_country", json!(null))),
        ("unknown currency", with("/currency", json!("BTC"))),
        ("currency in small letters", with("/currency", json!("eur"))),
        ("no revenue", without("/revenue")),
        ("little revenue", with("/revenue", json!(0.5))),
        ("much revenue", with("/revenue", json!(2e15))),
        ("revenue as text", with("/revenue", json!("much"))),
        ("no horizon", without("/horizon_months")),
        ("short horizon", with("/horizon_months", json!(11))),
        ("long horizon", with("/horizon_months", json!(121))),
        ("half a month", with("/horizon_months", json!(12.5))),
        ("no discount rate", without("/discount_rate")),
        ("negative discount rate", with("/discount_rate", json!(-0.01))),
        ("high discount rate", with("/discount_rate", json!(0.51))),
        ("no hybrid share", without("/hybrid_share")),
        ("hybrid share above 1", with("/hybrid_share", json!(1.01))),
        ("negative budget", with("/budget", json!(-1))),
        ("budget as text", with("/budget", json!("enough"))),
        ("confidence of a coin's toss and less", with("/confidence", json!(0.49))),
        ("certainty", with("/confidence", json!(1))),
        ("null confidence", with("/confidence", json!(null))),
        ("percentile 0", with("/percentiles/0", json!(0))),
        ("percentile 100", with("/percentiles/1", json!(100))),
        ("one percentile without a list", with("/percentiles", json!(97.5))),
        ("21 percentiles", with("/percentiles", json!(vec![50; 21]))),
        ("unknown line", with("/lines_off/0", json!("magic"))),
        ("lines as text", with("/lines_off", json!("travel"))),
        ("negative spread", with("/spread_one_offs_months", json!(-1))),
        ("long spread", with("/spread_one_offs_months", json!(121))),
        ("exit as number", with("/count_exit", json!(1))),
        ("hybrid as a word", with("/hybrid", json!("share"))),
        ("hybrid without a mode", with("/hybrid", json!({}))),
        ("unknown mode", with("/hybrid", json!({ "mode": "weekends" }))),
        ("share with a base", with("/hybrid", json!({ "mode": "share", "base": 1 }))),
        ("after hours with a base", with("/hybrid", json!({ "mode": "after_hours", "base": 1 }))),
        ("overflow without a base", with("/hybrid", json!({ "mode": "overflow" }))),
        ("negative base", with("/hybrid/base", json!(-0.1))),
        ("high base", with("/hybrid/base", json!(4.1))),
    ]);
}

#[test]
fn precisions_are_those_of_the_program() {
    let stop = |value: Value| with("/run/stop", value);
    for document in [
        stop(json!(null)),
        stop(json!({ "figure": "mean_saving", "within": 1e15 })),
        stop(json!({ "figure": "chance", "within": 1, "percentile": null, "strategy": null })),
        stop(json!({ "figure": "percentile", "percentile": 99, "within": 0.01, "strategy": "complete_onshore" })),
    ] {
        assert!(program_accepts(&document) && schema_accepts(&document), "{}", document["run"]["stop"]);
    }
    both_refuse([
        ("a precision as a number", stop(json!(20_000))),
        ("no figure", without("/run/stop/figure")),
        ("unknown figure", with("/run/stop/figure", json!("median"))),
        ("no precision", without("/run/stop/within")),
        ("a precision of nothing", with("/run/stop/within", json!(0))),
        ("a negative precision", with("/run/stop/within", json!(-1))),
        ("a vast precision", with("/run/stop/within", json!(1.1e15))),
        ("more than every chance", stop(json!({ "figure": "chance", "within": 1.01 }))),
        ("no percentile", without("/run/stop/percentile")),
        ("percentile of nothing", with("/run/stop/percentile", json!(0.9))),
        ("percentile of everything", with("/run/stop/percentile", json!(99.1))),
        ("percentile of a mean", with("/run/stop/figure", json!("mean_saving"))),
        ("saving of in-house", with("/run/stop/strategy", json!("in_house"))),
        ("strategy as a number", with("/run/stop/strategy", json!(2))),
        ("unknown field of a precision", with("/run/stop/sure", json!(true))),
    ]);
}

/// Elsewhere than in the United States any country can be near or far; at home onshore is the United States in any case.
#[test]
fn geography_is_that_of_the_united_states_only() {
    for (home, nearshore, is_valid) in
        [("US", "PL", false), ("DE", "PL", true), ("DE", "US", true), ("DE", "XX", false)]
    {
        let mut document = with("/destinations/nearshore", json!(nearshore));
        document["home_country"] = json!(home);
        assert_eq!(program_accepts(&document), is_valid, "{home} {nearshore}");
        assert_eq!(schema_accepts(&document), is_valid, "{home} {nearshore}");
    }
}

#[test]
fn currencies_are_the_programs() {
    for currency in shorecast::model::Currency::ALL {
        let document = with("/currency", json!(currency.code()));
        assert!(program_accepts(&document) && schema_accepts(&document), "{currency:?}");
    }
}

#[test]
fn broken_functions_are_refused_by_both() {
    let functions = |count| with("/functions", json!(vec![whole()["functions"][3].clone(); count]));
    both_refuse([
        ("no functions", without("/functions")),
        ("empty portfolio", with("/functions", json!([]))),
        ("41 functions", functions(41)),
        ("function without id", without("/functions/0/id")),
        ("empty id", with("/functions/3/id", json!(""))),
        ("capital in id", with("/functions/3/id", json!("Books"))),
        ("digit first in id", with("/functions/3/id", json!("1books"))),
        ("line end in id", with("/functions/3/id", json!("books\n"))),
        ("long id", with("/functions/3/id", json!("x".repeat(33)))),
        ("reserved id", with("/functions/3/id", json!("offshore"))),
        ("another reserved id", with("/functions/3/id", json!("in_house"))),
        ("no kind", without("/functions/0/kind")),
        ("unknown kind", with("/functions/0/kind", json!("magic"))),
        ("long function name", with("/functions/0/name", json!("x".repeat(81)))),
        ("no headcount", without("/functions/0/headcount")),
        ("nobody", with("/functions/0/headcount", json!(0))),
        ("too many heads", with("/functions/0/headcount", json!(100_001))),
        ("no wage", without("/functions/0/wage")),
        ("wage of nothing", with("/functions/0/wage", json!(0))),
        ("unknown sensitivity", with("/functions/0/sensitivity", json!("none"))),
        ("null sensitivity", with("/functions/0/sensitivity", json!(null))),
        ("core as text", with("/functions/0/core", json!("yes"))),
        ("customer facing as number", with("/functions/0/customer_facing", json!(1))),
        ("negative known cost", with("/functions/0/known_cost", json!(-1))),
        ("great known cost", with("/functions/0/known_cost", json!(1.1e12))),
        ("margin as text", with("/functions/0/margin_at_risk", json!("much"))),
        ("negative margin", with("/functions/0/margin_at_risk", json!({ "shape": "fixed", "value": -1 }))),
        ("outsource as text", with("/functions/0/outsource", json!("yes"))),
        ("unknown field of a function", with("/functions/0/colour", json!("red"))),
    ]);
}

#[test]
fn broken_work_is_refused_by_both() {
    let contacts = |field: &str, value: Value| with(&format!("/functions/1/contacts/{field}"), value);
    let coverage = |value: Value| with("/functions/1/coverage", value);
    both_refuse([
        ("work stated twice", with("/functions/1/headcount", json!(10))),
        ("no work", without("/functions/1/contacts")),
        ("null contacts", with("/functions/1/contacts", json!(null))),
        ("null heads beside contacts", with("/functions/1/headcount", json!(null))),
        ("contacts as a number", with("/functions/1/contacts", json!(9_000))),
        ("no number of contacts", without("/functions/1/contacts/per_month")),
        ("no handle time", without("/functions/1/contacts/handle_seconds")),
        ("no contacts at all", contacts("per_month", json!(0))),
        ("too many contacts", contacts("per_month", json!(10_000_001))),
        ("no time", contacts("handle_seconds", json!(0.5))),
        ("much time", contacts("handle_seconds", json!(14_401))),
        ("negative service level", contacts("service_level", json!(-0.1))),
        ("everybody at once", contacts("service_level", json!(1))),
        ("service level as text", contacts("service_level", json!("80 %"))),
        ("negative wait", contacts("within_seconds", json!(-1))),
        ("long wait", contacts("within_seconds", json!(86_401))),
        ("pooled as a number", contacts("pooled", json!(1))),
        ("unknown field of contacts", contacts("patience", json!(60))),
        ("unknown hours", coverage(json!("always"))),
        ("hours as a number", coverage(json!(24))),
        ("null hours", coverage(json!(null))),
        ("hours without days", coverage(json!({ "hours_per_day": 8 }))),
        ("days without hours", coverage(json!({ "days_per_week": 5 }))),
        ("short day", coverage(json!({ "hours_per_day": 0.5, "days_per_week": 5 }))),
        ("long day", coverage(json!({ "hours_per_day": 25, "days_per_week": 5 }))),
        ("no day", coverage(json!({ "hours_per_day": 8, "days_per_week": 0 }))),
        ("eight days", coverage(json!({ "hours_per_day": 8, "days_per_week": 8 }))),
        ("half a day", coverage(json!({ "hours_per_day": 8, "days_per_week": 5.5 }))),
        ("unknown field of hours", coverage(json!({ "hours_per_day": 8, "days_per_week": 5, "from": 9 }))),
        ("negative positions", with("/functions/1/minimum_positions", json!(-1))),
        ("many positions", with("/functions/1/minimum_positions", json!(1_001))),
        ("half a position", with("/functions/1/minimum_positions", json!(1.5))),
    ]);
}

#[test]
fn broken_quantities_are_refused_by_both() {
    let quantity = |value: Value| with("/functions/0/headcount", value);
    both_refuse([
        ("quantity as text", quantity(json!("ten"))),
        ("quantity as list", quantity(json!([1, 2]))),
        ("no shape", quantity(json!({ "low": 1, "high": 2, "ends": "bounds" }))),
        ("unknown shape", quantity(json!({ "shape": "cauchy", "low": 1, "high": 2, "ends": "p5_p95" }))),
        ("no ends", quantity(json!({ "shape": "uniform", "low": 1, "high": 2 }))),
        ("unknown ends", quantity(json!({ "shape": "uniform", "low": 1, "high": 2, "ends": "p25_p75" }))),
        ("no likely", quantity(json!({ "shape": "pert", "low": 1, "high": 2, "ends": "bounds" }))),
        (
            "likely too many",
            quantity(json!({ "shape": "uniform", "low": 1, "likely": 1, "high": 2, "ends": "bounds" })),
        ),
        ("unknown field of fixed", quantity(json!({ "shape": "fixed", "value": 5, "low": 1 }))),
        ("fixed out of range", quantity(json!({ "shape": "fixed", "value": 0 }))),
        ("low out of range", quantity(json!({ "shape": "uniform", "low": 0, "high": 2, "ends": "bounds" }))),
        ("high out of range", quantity(json!({ "shape": "uniform", "low": 1, "high": 2e5, "ends": "bounds" }))),
        ("bounded normal", quantity(json!({ "shape": "normal", "low": 1, "high": 2, "ends": "bounds" }))),
        ("bounded lognormal", quantity(json!({ "shape": "lognormal", "low": 1, "high": 2, "ends": "bounds" }))),
        ("no median", quantity(json!({ "shape": "quantiles", "p10": 1, "p90": 2 }))),
        (
            "ends of percentiles",
            quantity(json!({ "shape": "quantiles", "p10": 1, "p50": 2, "p90": 3, "ends": "p10_p90" })),
        ),
        ("p10 out of range", quantity(json!({ "shape": "quantiles", "p10": 0, "p50": 2, "p90": 3 }))),
        ("p90 out of range", quantity(json!({ "shape": "quantiles", "p10": 1, "p50": 1e5, "p90": 2e5 }))),
        (
            "lognormal from 0",
            with("/assumptions/home.workspace", json!({ "shape": "lognormal", "low": 0, "high": 2, "ends": "p5_p95" })),
        ),
    ]);
}

#[test]
fn broken_destinations_assumptions_and_events_are_refused_by_both() {
    let assumption = |key: &str| with(&format!("/assumptions/{key}"), json!(0.5));
    both_refuse([
        ("partial destinations", without("/destinations/nearshore")),
        ("unknown destination", with("/destinations/offshore", json!("XX"))),
        ("wrong geography", with("/destinations/offshore", json!("MX"))),
        ("unknown site in destinations", with("/destinations/moon", json!("US"))),
        ("unknown assumption", assumption("home.luck")),
        ("assumption without owner", assumption("rework")),
        ("home assumption of a site", assumption("offshore.benefits_load")),
        ("site assumption at home", assumption("home.rework")),
        ("site assumption of a function", assumption("desk.rework")),
        ("function assumption at home", assumption("home.attrition")),
        ("function assumption of a site", assumption("offshore.attrition")),
        ("rate without site", assumption("desk.hourly_rate")),
        ("rate without function", assumption("offshore.hourly_rate")),
        ("rate at an unknown site", assumption("desk.moon.hourly_rate")),
        ("key with one part too many", assumption("desk.offshore.hourly_rate.x")),
        ("unknown event", with("/events/meteor", json!(true))),
        ("event as number", with("/events/early_end", json!(1))),
    ]);
}

#[test]
fn broken_correlations_are_refused_by_both() {
    let between = |pair: Value| with("/correlations/0/between", pair);
    both_refuse([
        ("correlations as an object", with("/correlations", json!({}))),
        ("correlation without a pair", without("/correlations/0/between")),
        ("correlation without a coefficient", without("/correlations/0/coefficient")),
        ("coefficient above 1", with("/correlations/0/coefficient", json!(1.01))),
        ("coefficient below -1", with("/correlations/0/coefficient", json!(-1.01))),
        ("coefficient as text", with("/correlations/0/coefficient", json!("high"))),
        ("unknown field of a correlation", with("/correlations/0/strength", json!(1))),
        ("one quantity", between(json!(["*.wage"]))),
        ("three quantities", between(json!(["*.wage", "*.attrition", "*.headcount"]))),
        ("quantity without owner", between(json!(["wage", "*.attrition"]))),
        ("everything", between(json!(["*", "*.attrition"]))),
        ("group of a function", between(json!(["desk.*", "*.attrition"]))),
        ("part of a group", between(json!(["*.offshore.movable_share", "*.attrition"]))),
        (
            "201 correlations",
            with("/correlations", json!(vec![json!({ "between": ["*.wage", "*.wage"], "coefficient": 0.1 }); 201])),
        ),
    ]);
}

#[test]
fn broken_contracts_and_providers_are_refused_by_both() {
    both_refuse([
        ("contracts as text", with("/contracts", json!("usual"))),
        ("null contract", with("/contracts/offshore", json!(null))),
        ("contract at home", with("/contracts/home", json!({}))),
        ("unknown clause", with("/contracts/offshore/goodwill", json!("much"))),
        ("unknown term", with("/contracts/offshore/notice", json!("tomorrow"))),
        ("term of another clause", with("/contracts/offshore/notice", json!("strict"))),
        ("term as truth", with("/contracts/offshore/step_in", json!(true))),
        ("null term", with("/contracts/offshore/step_in", json!(null))),
        ("provider at an unknown site", with("/providers/moon", json!({}))),
        ("unknown criterion", with("/providers/offshore/charm", json!(5))),
        ("score of 0", with("/providers/offshore/expertise", json!(0))),
        ("score of 6", with("/providers/offshore/expertise", json!(6))),
        ("score of a thousand", with("/providers/offshore/expertise", json!(1_000))),
        ("half a point", with("/providers/offshore/expertise", json!(3.5))),
        ("score as text", with("/providers/offshore/expertise", json!("good"))),
    ]);
}

/// Every term and every score, one by one.
#[test]
fn terms_and_scores_are_the_models() {
    for clause in Clause::ALL {
        for term in clause.terms() {
            let document = with(&format!("/contracts/nearshore/{}", clause.id()), json!(term.id()));
            assert!(program_accepts(&document) && schema_accepts(&document), "{term:?}");
        }
    }
    for criterion in Criterion::ALL {
        for score in SCORES.0..=SCORES.1 {
            let document = with(&format!("/providers/offshore/{}", criterion.id()), json!(score));
            assert!(program_accepts(&document) && schema_accepts(&document), "{criterion:?}");
        }
    }
}

#[test]
fn broken_strategies_and_runs_are_refused_by_both() {
    both_refuse([
        ("25 strategies", with("/strategies", json!(vec![json!({ "model": "in_house" }); 25]))),
        ("strategy without model", with("/strategies/1", json!({ "site": "onshore" }))),
        ("unknown model", with("/strategies/1", json!({ "model": "partial", "site": "onshore" }))),
        ("complete without site", with("/strategies/1", json!({ "model": "complete" }))),
        ("complete at home", with("/strategies/1", json!({ "model": "complete", "site": "home" }))),
        ("complete with a share", with("/strategies/1", json!({ "model": "complete", "site": "onshore", "share": 1 }))),
        ("mix without id", without("/strategies/4/id")),
        ("mix with a bad id", with("/strategies/4/id", json!("Both!"))),
        ("mix with a reserved id", with("/strategies/4/id", json!("in_house"))),
        ("mix with a long name", with("/strategies/4/name", json!("x".repeat(81)))),
        ("mix without shares", without("/strategies/4/shares")),
        ("share above 1", with("/strategies/4/shares/desk/onshore", json!(1.5))),
        ("negative share", with("/strategies/4/shares/desk/onshore", json!(-0.1))),
        ("share at an unknown site", with("/strategies/4/shares/desk/moon", json!(0.1))),
        ("run without trials", without("/run/trials")),
        ("run without seed", without("/run/seed")),
        ("few trials", with("/run/trials", json!(1_023))),
        ("many trials", with("/run/trials", json!(1_048_577))),
        ("negative seed", with("/run/seed", json!(-1))),
        ("great seed", with("/run/seed", json!(9_007_199_254_740_992_u64))),
        ("unknown field of run", with("/run/threads", json!(2))),
    ]);
}

/// What a schema has no words for: only the program refuses it. The schema's description says so.
#[test]
fn rules_beyond_a_schema_are_the_programs() {
    let quantity = |value: Value| with("/functions/0/headcount", value);
    let books_twice = json!([whole()["functions"][3], whole()["functions"][3]]);
    let desk = json!({ "onshore": 0.6, "offshore": 0.6 });
    for (what, document) in [
        ("order", quantity(json!({ "shape": "pert", "low": 3, "likely": 2, "high": 4, "ends": "bounds" }))),
        ("order of ends", quantity(json!({ "shape": "uniform", "low": 3, "high": 2, "ends": "bounds" }))),
        ("order of percentiles", quantity(json!({ "shape": "quantiles", "p10": 3, "p50": 2, "p90": 4 }))),
        ("median near an end", quantity(json!({ "shape": "quantiles", "p10": 1, "p50": 1.1, "p90": 4 }))),
        ("unknown quantity", with("/correlations/0/between/0", json!("home.luck"))),
        ("quantity at the wrong level", with("/correlations/0/between/0", json!("home.wage"))),
        ("group of one", with("/correlations/0/between/0", json!("*.wage_growth"))),
        ("price of a function", with("/correlations/0/between/0", json!("desk.offshore.hourly_rate"))),
        ("unknown function of a correlation", with("/correlations/0/between/0", json!("nobody.wage"))),
        ("correlation with itself", with("/correlations/0/between", json!(["desk.wage", "desk.wage"]))),
        ("correlation twice", with("/correlations/1/between", json!(["*.wage", "*.wage"]))),
        ("function twice", with("/functions", books_twice)),
        ("strategy twice", with("/strategies/1", json!({ "model": "hybrid", "site": "nearshore" }))),
        ("unknown function of an assumption", with("/assumptions/nobody.attrition", json!(0.5))),
        ("unknown function of a mix", with("/strategies/4/shares/nobody", json!({ "onshore": 1 }))),
        ("shares above 1", with("/strategies/4/shares/desk", desk)),
        ("whole number with a point", with("/horizon_months", json!(60.0))),
    ] {
        assert!(!program_accepts(&document), "{what}: the program takes it");
        assert!(schema_accepts(&document), "{what}: say in the schema's description that it knows this rule");
    }
}

/// Every assumption under its own key, at both ends of its range and a little outside.
#[test]
fn keys_and_limits_are_the_catalogues() {
    let validator = validator(SCENARIO).unwrap();
    for assumption in Assumption::ALL {
        let id = assumption.id();
        let keys = match assumption.level() {
            Level::Home => vec![format!("home.{id}")],
            Level::Function => vec![format!("desk.{id}")],
            Level::Site => Site::ALL.map(|site| format!("{}.{id}", site.id())).to_vec(),
            Level::FunctionSite => Site::ALL.map(|site| format!("desk.{}.{id}", site.id())).to_vec(),
        };
        let (least, most) = catalogue::limits(*assumption);
        let outside = (most - least) * 1e-6;
        for key in keys {
            for (value, inside) in [(least, true), (most, true), (least - outside, false), (most + outside, false)] {
                for quantity in [
                    json!(value),
                    json!({ "shape": "fixed", "value": value }),
                    json!({ "shape": "uniform", "low": value.min(most), "high": value.max(least), "ends": "bounds" }),
                    json!({ "shape": "quantiles", "p10": value, "p50": value, "p90": value }),
                ] {
                    let document = with(&format!("/assumptions/{key}"), quantity);
                    assert_eq!(program_accepts(&document), inside, "{key} = {value}");
                    assert_eq!(complaints(&validator, &document).is_empty(), inside, "{key} = {value}");
                }
            }
        }
    }
}
