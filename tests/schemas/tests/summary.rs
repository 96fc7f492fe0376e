//! The schema of summaries is exact: it takes what the program prints, and nothing with a field more or less.
#![allow(clippy::unwrap_used, reason = "what helps a test may stop it as well")]

use serde_json::{Value, json};
use shorecast::model::presets::PRESETS;
use shorecast::model::{CostLine, RiskEvent, Stop, StopFigure};
use shorecast::runner::inline;
use shorecast_schemas::{SUMMARY, complaints, validator};

/// What the example prints for a preset at the fewest trials.
fn printed(preset: usize) -> Value {
    let mut scenario = PRESETS[preset].scenario().unwrap();
    scenario.run.trials = 1_024;
    scenario.budget = Some(1e7);
    scenario.percentiles = vec![97.5];
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
    let inputs = summary["drivers"]["inputs"].as_array_mut().unwrap();
    inputs.retain(|input| input["value_of_information"].is_number());
    inputs.truncate(1);
    inputs[0]["effects"].as_array_mut().unwrap().truncate(1);
    for strategy in summary["strategies"].as_array_mut().unwrap() {
        strategy["over_time"]["year_ends"].as_array_mut().unwrap().truncate(1);
    }
    summary["correlation_repair"] =
        json!({ "between": ["home.workspace", "home.hire_cost"], "stated": 1.0, "used": 0.76 });
    summary["stopped"] = json!({
        "figure": "percentile", "percentile": 5.0, "strategy": "complete_offshore", "value": 2e6, "within": 9e4,
        "half_width": 7e4, "reached": true, "trials": 4_096
    });
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
fn every_end_of_a_run_is_accepted() {
    let validator = validator(SUMMARY).unwrap();
    // The second is reached with the last trial, the others not.
    for (figure, percentile, within) in [
        (StopFigure::MeanSaving, None, 1.0),
        (StopFigure::Percentile, Some(5.0), 1e9),
        (StopFigure::Chance, None, 1e-9),
    ] {
        let mut scenario = PRESETS[0].scenario().unwrap();
        scenario.run.trials = 1_024;
        scenario.run.stop = Some(Stop { figure, percentile, strategy: None, within });
        let summary = serde_json::to_value(inline::simulate(&scenario).unwrap()).unwrap();
        assert_eq!(summary["stopped"]["reached"], json!(within > 1.0));
        assert_eq!(complaints(&validator, &summary), Vec::<String>::new(), "{figure:?}");
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
        ("/strategies/1/expected_regret", json!(-1)),
        ("/strategies/1/budget_nominal/chance_exceeded", json!(1.1)),
        ("/strategies/1/budget_nominal/needed", json!(null)),
        ("/strategies/1/cost_nominal/further_percentiles/0/percent", json!(100)),
        ("/strategies/1/saving/mean_when_negative", json!(0)),
        ("/dominance/first_order/0/0", json!(1.1)),
        ("/drivers/bins", json!(7)),
        ("/drivers/inputs/0/input", json!("luck")),
        ("/drivers/inputs/0/value_of_information", json!(-1)),
        ("/drivers/inputs/0/effects/0/mean_low", json!(null)),
        ("/strategies/1/over_time/months", json!([1, 2])),
        ("/strategies/1/over_time/lines_by_year/pay", json!([])),
        ("/strategies/1/over_time/year_ends/0/month", json!(11)),
        ("/strategies/1/over_time/year_ends/0/saving/chance_positive", json!(-0.1)),
        ("/strategies/1/cost_nominal/mean", json!(null)),
        ("/strategies/1/cost_nominal/mean_standard_error", json!(-1)),
        ("/strategies/1/saving/chance_positive", json!(-0.1)),
        ("/strategies/1/saving/break_even/percentiles/50", json!(-1)),
        ("/strategies/1/saving/break_even/chance_never", json!(null)),
        ("/strategies/1/lines_nominal/pay", json!("much")),
        ("/left_out/0/same_as", json!("No id")),
        ("/correlation_repair/between", json!(["home.workspace"])),
        ("/correlation_repair/used", json!(1.5)),
        ("/stopped/figure", json!("median")),
        ("/stopped/percentile", json!(100)),
        ("/stopped/strategy", json!("in_house")),
        ("/stopped/within", json!(0)),
        ("/stopped/half_width", json!(-1)),
        ("/stopped/reached", json!("yes")),
        ("/stopped/trials", json!(1_000)),
    ] {
        let mut document = small();
        *document.pointer_mut(pointer).unwrap() = value;
        assert!(!validator.is_valid(&document), "{pointer}");
    }
    let mut never = small();
    never["strategies"][1]["saving"]["break_even"]["percentiles"]["95"] = json!(null);
    never["budget"] = json!(null);
    never["drivers"]["inputs"][0]["value_of_information"] = json!(null);
    never["strategies"][1]["saving"]["mean_when_negative"] = json!(null);
    never["strategies"][1]["budget_nominal"]["chance_exceeded"] = json!(null);
    assert!(validator.is_valid(&never), "a break-even percentile may fall on never, and there may be no budget");
}

#[test]
fn lines_and_events_are_the_models() {
    let schema: Value = serde_json::from_str(SUMMARY).unwrap();
    let lines: Vec<_> = schema.pointer("/$defs/lines/required").unwrap().as_array().unwrap().iter().collect();
    assert_eq!(lines, CostLine::ALL.map(|line| json!(line.id())).iter().collect::<Vec<_>>());
    let by_year = schema.pointer("/$defs/over_time/properties/lines_by_year/required").unwrap().as_array().unwrap();
    assert_eq!(by_year.iter().collect::<Vec<_>>(), lines);
    let events: Vec<_> =
        schema.pointer("/$defs/strategy/properties/events/required").unwrap().as_array().unwrap().iter().collect();
    assert_eq!(events, RiskEvent::ALL.map(|event| json!(event.id())).iter().collect::<Vec<_>>());
}
