//! What if: effects are those of whole runs, and choices change where they should.
#![allow(clippy::float_cmp, reason = "a figure that is the same is the same to the bit")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use shorecast::engine::what_if::{Effect, Lever, strongest};
use shorecast::model::presets::PRESETS;
use shorecast::model::{Assumption, AssumptionKey, Ends, Scenario, Site, Strategy, Uncertain};
use shorecast::runner::inline;

fn price() -> Lever {
    Lever::Assumption(AssumptionKey::function_site(Assumption::HourlyRate, "support", Site::Onshore))
}

fn effect(scenario: &Scenario, lever: &Lever) -> Effect {
    inline::effects(scenario, vec![lever.clone()]).unwrap().remove(0)
}

/// One vendor, nothing uncertain but its price.
fn one_price() -> Scenario {
    let mut scenario = PRESETS[0].scenario().unwrap().without_uncertainty();
    scenario.strategies = vec![Strategy::Complete { site: Site::Onshore }];
    let range = Uncertain::Uniform { low: 30.0, high: 60.0, ends: Ends::Bounds };
    scenario.assumptions.insert("support.onshore.hourly_rate".to_owned(), range);
    scenario.run.trials = 1_024;
    scenario
}

/// From 40 $ on, where governance is more than its least, the saving falls in a straight line with the price: the price at which
/// it is 0 lies on the line through two whole runs.
#[test]
fn a_choice_changes_where_the_saving_is_nothing() {
    let scenario = one_price();
    let saving = |rate: f64| {
        let summary = inline::simulate(&price().set(&scenario, rate)).unwrap();
        summary.strategy("complete_onshore").unwrap().saving.as_ref().unwrap().present_value.mean
    };
    let (cheap, dear) = (saving(40.0), saving(70.0));
    let expected = 40.0 + 30.0 * cheap / (cheap - dear);
    let found = effect(&scenario, &price());
    assert_eq!(found.points.len(), 9);
    assert_eq!((found.points[0].value, found.points[8].value), (15.0, 75.0));
    let [flip] = found.flips.as_slice() else { unreachable!("one flip, not {:?}", found.flips) };
    assert!((flip.value - expected).abs() < 60.0 / 8.0 / 1_024.0, "{} {expected}", flip.value);
    assert_eq!((flip.below.as_str(), flip.above.as_str()), ("complete_onshore", "in_house"));
}

#[test]
fn a_point_is_what_a_whole_run_finds() {
    let mut scenario = PRESETS[2].scenario().unwrap();
    scenario.run.trials = 2_048;
    let lever = Lever::Assumption(AssumptionKey::home(Assumption::ProductiveHours));
    let point = effect(&scenario, &lever).points.remove(6);
    let summary = inline::simulate(&lever.set(&scenario, point.value)).unwrap();
    assert_eq!(point.best, summary.ranked()[0].strategy);
    for found in &point.strategies {
        let saving = summary.strategy(&found.strategy).unwrap().saving.as_ref().unwrap();
        assert!((found.mean_saving - saving.present_value.mean).abs() < 1e-6 * saving.present_value.mean.abs());
        assert_eq!(found.chance_positive, saving.chance_positive);
    }
}

/// All prices at a site move together, and twice the price is twice the fees.
#[test]
fn prices_move_together() {
    let mut scenario = PRESETS[2].scenario().unwrap();
    scenario.run.trials = 1_024;
    let fees = |factor: f64| {
        let summary = inline::simulate(&Lever::Prices(Site::Offshore).set(&scenario, factor)).unwrap();
        summary.strategy("complete_offshore").unwrap().lines_nominal[&shorecast::model::CostLine::VendorFees]
    };
    assert!((fees(2.0) / fees(1.0) - 2.0).abs() < 1e-9);
}

#[test]
fn the_strongest_inputs_come_first_and_luck_never() {
    let mut scenario = PRESETS[0].scenario().unwrap();
    scenario.run.trials = 1_024;
    let summary = inline::simulate(&scenario).unwrap();
    let effects = inline::effects(&scenario, strongest(&scenario, &summary, 3)).unwrap();
    assert_eq!(effects.len(), 3);
    for effect in &effects {
        let input = effect.lever.input().to_string();
        assert!(effect.points.is_sorted_by(|one, other| one.value < other.value), "{input}");
        for luck in ["vendor_quality", "early_end", "currency", "wage_growth", "first_breach"] {
            assert!(!input.ends_with(luck), "{input}");
        }
    }
}
