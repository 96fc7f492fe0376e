//! The schema of summaries is exact: it takes what the program prints, and nothing with a field more or less.
#![allow(clippy::unwrap_used, reason = "what helps a test may stop it as well")]

use serde_json::{Value, json};
use shorecast::model::presets::PRESETS;
use shorecast::model::{CostLine, RiskEvent};
use shorecast::runner::inline;
use shorecast_schemas::{SUMMARY, complaints, validator};

/// What the example prints for a preset at the fewest trials.
fn printed(preset: usize) -> Value {
    let mut scenario = PRESETS[preset].scenario().unwrap();
    scenario.run.trials = 1_024;
    // As text and back, as a reader of the output has it.
    let text = serde_json::to_string_pretty(&inline::simulate(&scenario).unwrap()).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// JSON pointers of every object and of every field in it.
fn fields(document: &Value, at: &str, objects: &mut Vec<String>, found: &mut Vec<String>) {
    match document {
        Value::Object(members) => {
            objects.push(at.to_owned());
            for (name, member) in members {
                found.push(format!("{at}/{name}"));
                fields(member, &format!("{at}/{name}"), objects, found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                fields(item, &format!("{at}/{index}"), objects, found);
            }
        }
        _ => {}
    }
}

fn object<'a>(document: &'a mut Value, pointer: &str) -> &'a mut serde_json::Map<String, Value> {
    document.pointer_mut(pointer).unwrap().as_object_mut().unwrap()
}

/// A summary with three strategies, one of them left out: small enough to be broken everywhere.
fn small() -> Value {
    let mut summary = printed(0);
    let strategies = summary["strategies"].as_array_mut().unwrap();
    strategies.truncate(2);
    let left_out = summary["left_out"].as_array_mut().unwrap();
    assert!(!left_out.is_empty(), "the first preset has strategies that equal others");
    left_out.truncate(1);
    summary["correlation_repair"] =
        json!({ "between": ["home.workspace", "home.hire_cost"], "stated": 1.0, "used": 0.76 });
    summary
}

#[test]
fn the_schema_is_one() {
    let schema: Value = serde_json::from_str(SUMMARY).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
}

#[test]
fn the_summary_of_every_preset_is_accepted() {
    let validator = validator(SUMMARY).unwrap();
    for (index, preset) in PRESETS.iter().enumerate() {
        assert_eq!(complaints(&validator, &printed(index)), Vec::<String>::new(), "{}", preset.id);
    }
}

#[test]
fn a_field_more_or_less_is_refused_everywhere() {
    let validator = validator(SUMMARY).unwrap();
    let whole = small();
    assert_eq!(complaints(&validator, &whole), Vec::<String>::new());
    let (mut objects, mut all) = (Vec::new(), Vec::new());
    fields(&whole, "", &mut objects, &mut all);
    assert!(all.len() > 150, "only {} fields", all.len());
    for pointer in all {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let mut less = whole.clone();
        object(&mut less, parent).remove(name);
        assert!(!validator.is_valid(&less), "{pointer} can be missing");
    }
    for pointer in objects {
        let mut more = whole.clone();
        object(&mut more, &pointer).insert("extra".to_owned(), json!(0));
        assert!(!validator.is_valid(&more), "{pointer} can have one more");
    }
}

#[test]
fn values_of_another_kind_are_refused() {
    let validator = validator(SUMMARY).unwrap();
    for (pointer, value) in [
        ("/format", json!(2)),
        ("/trials", json!(1_000)),
        ("/seed", json!(-1)),
        ("/horizon_months", json!(121)),
        ("/strategies", json!([])),
        ("/strategies/0/strategy", json!("complete_offshore")),
        ("/strategies/0/saving", small()["strategies"][1]["saving"].clone()),
        ("/strategies/1/strategy", json!("in_house")),
        ("/strategies/1/saving", json!(null)),
        ("/strategies/1/name", json!(7)),
        ("/strategies/1/chance_cheapest", json!(1.1)),
        ("/strategies/1/cost_nominal/mean", json!(null)),
        ("/strategies/1/cost_nominal/mean_standard_error", json!(-1)),
        ("/strategies/1/saving/chance_positive", json!(-0.1)),
        ("/strategies/1/saving/break_even/percentiles/50", json!(-1)),
        ("/strategies/1/saving/break_even/chance_never", json!(null)),
        ("/strategies/1/lines_nominal/pay", json!("much")),
        ("/left_out/0/same_as", json!("No id")),
        ("/correlation_repair/between", json!(["home.workspace"])),
        ("/correlation_repair/used", json!(1.5)),
    ] {
        let mut document = small();
        *document.pointer_mut(pointer).unwrap() = value;
        assert!(!validator.is_valid(&document), "{pointer}");
    }
    let mut never = small();
    never["strategies"][1]["saving"]["break_even"]["percentiles"]["95"] = json!(null);
    assert!(validator.is_valid(&never), "a break-even percentile may fall on never");
}

#[test]
fn lines_and_events_are_the_models() {
    let schema: Value = serde_json::from_str(SUMMARY).unwrap();
    let lines: Vec<_> = schema.pointer("/$defs/lines/required").unwrap().as_array().unwrap().iter().collect();
    assert_eq!(lines, CostLine::ALL.map(|line| json!(line.id())).iter().collect::<Vec<_>>());
    let events: Vec<_> =
        schema.pointer("/$defs/strategy/properties/events/required").unwrap().as_array().unwrap().iter().collect();
    assert_eq!(events, RiskEvent::ALL.map(|event| json!(event.id())).iter().collect::<Vec<_>>());
}
