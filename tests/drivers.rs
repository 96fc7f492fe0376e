//! What drives the outcome, against scenarios whose answer can be worked out by hand.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use shorecast::engine::Summary;
use shorecast::engine::summary::{Driver, DriverEffect};
use shorecast::engine::{Accumulator, Batch, Plan, Summariser};
use shorecast::model::presets::PRESETS;
use shorecast::model::{Ends, Scenario, Uncertain};
use shorecast::runner::inline;

fn uniform(low: f64, high: f64) -> Uncertain {
    Uncertain::Uniform { low, high, ends: Ends::Bounds }
}

/// Nothing is uncertain, and at home there is nothing but pay.
fn only_pay() -> Scenario {
    let mut scenario = PRESETS[0].scenario().unwrap().without_uncertainty();
    for nothing in ["workspace", "technology", "hire_cost", "support_staff", "training_weeks", "learning_loss"] {
        scenario.assumptions.insert(format!("home.{nothing}"), Uncertain::Fixed(0.0));
    }
    scenario.assumptions.insert("support.attrition".to_owned(), Uncertain::Fixed(0.0));
    scenario
}

fn simulated(scenario: &Scenario, trials: u32) -> Summary {
    let mut scenario = scenario.clone();
    scenario.run.trials = trials;
    inline::simulate(&scenario).unwrap()
}

fn driver<'a>(summary: &'a Summary, input: &str) -> &'a Driver {
    summary.drivers.inputs.iter().find(|driver| driver.input.to_string() == input).unwrap()
}

fn effect<'a>(summary: &'a Summary, input: &str, strategy: &str) -> &'a DriverEffect {
    driver(summary, input).effects.iter().find(|effect| effect.strategy == strategy).unwrap()
}

/// The cost of in-house is heads x wage x a constant. With heads uniform in 10 to 30 and the wage in 30 to 50 thousand, the
/// variance is 433.33 x 1,633.33 - 400 x 1,600 = 67,778 (in millions), of which the heads alone explain 1,600 x 33.33 and the wage
/// 400 x 33.33.
#[test]
fn shares_of_variance_are_those_of_a_product_of_two() {
    let mut scenario = only_pay();
    scenario.functions[0].headcount = Some(uniform(10.0, 30.0));
    scenario.functions[0].wage = uniform(30_000.0, 50_000.0);
    for (trials, tolerance) in [(1_024, 0.06), (5_120, 0.03), (16_384, 0.015)] {
        let summary = simulated(&scenario, trials);
        let share = |input: &str| effect(&summary, input, "in_house").share_of_variance;
        assert!((share("support.headcount") - 53_333.0 / 67_778.0).abs() < tolerance, "{}", share("support.headcount"));
        assert!((share("support.wage") - 13_333.0 / 67_778.0).abs() < tolerance, "{}", share("support.wage"));
    }
}

/// The means at the ends: of heads uniform in 10 to 30, the lowest tenth has 11 on average, the highest 29.
#[test]
fn ends_are_the_means_of_the_lowest_and_highest_tenth() {
    let mut scenario = only_pay();
    scenario.functions[0].headcount = Some(uniform(10.0, 30.0));
    let summary = simulated(&scenario, 16_384);
    let mean = summary.strategy("in_house").unwrap().cost_present_value.mean;
    let ends = effect(&summary, "support.headcount", "in_house");
    assert!((ends.mean_low / mean - 11.0 / 20.0).abs() < 0.01, "{}", ends.mean_low / mean);
    assert!((ends.mean_high / mean - 29.0 / 20.0).abs() < 0.01, "{}", ends.mean_high / mean);
    assert!((ends.share_of_variance - 1.0).abs() < 0.01, "{}", ends.share_of_variance);
}

/// One uncertain input decides everything: to know it is to know all there is to know.
#[test]
fn the_only_uncertainty_is_worth_all_that_can_be_known() {
    let mut scenario = PRESETS[0].scenario().unwrap().without_uncertainty();
    // About the people at which moving begins to pay.
    scenario.functions[0].headcount = Some(uniform(2.0, 12.0));
    let summary = simulated(&scenario, 16_384);
    let all = summary.value_of_perfect_information;
    assert!(all > 500.0, "{all}");
    // All but what is lost in the bin within which the choice changes.
    let known = driver(&summary, "support.headcount").value_of_information.unwrap();
    assert!(known <= all && known > 0.9 * all, "{known} of {all}");
    // What does nothing is worth nothing, or next to it.
    for other in summary.drivers.inputs.iter().filter(|driver| driver.input.to_string() != "support.headcount") {
        assert!(other.value_of_information.unwrap_or(0.0) < 0.01 * all, "{}", other.input);
    }
}

/// With two strategies, one of which costs 100 less or 100 more than the other with even chances but for a shift, the value of
/// knowing is worked out by hand: the hourly price of one vendor is uniform, everything else known, so the saving is uniform on (a, b)
/// with a < 0 < b, and knowing the price is worth a^2 / (2 (b - a)) if the mean saving is above 0.
#[test]
fn the_value_of_one_price_is_that_of_a_uniform_saving() {
    let mut scenario = PRESETS[0].scenario().unwrap().without_uncertainty();
    scenario.strategies = vec![shorecast::model::Strategy::Complete { site: shorecast::model::Site::Onshore }];
    scenario.assumptions.insert("support.onshore.hourly_rate".to_owned(), uniform(20.0, 70.0));
    let summary = simulated(&scenario, 16_384);
    let saving = summary.strategy("complete_onshore").unwrap().saving.as_ref().unwrap();
    let (middle, half) = (saving.present_value.mean, saving.present_value.standard_deviation * 3.0_f64.sqrt());
    let (a, b) = (middle - half, middle + half);
    assert!(a < 0.0 && b > 0.0, "{a} {b}");
    let worse = if middle > 0.0 { a * a } else { b * b };
    let expected = worse / (2.0 * (b - a));
    let known = driver(&summary, "onshore.hourly_rate").value_of_information.unwrap();
    assert!((known / expected - 1.0).abs() < 0.05, "{known} {expected}");
    assert!((summary.value_of_perfect_information / expected - 1.0).abs() < 0.05);
}

#[test]
fn no_input_is_worth_more_than_all_of_them() {
    for preset in PRESETS {
        let summary = simulated(&preset.scenario().unwrap(), 4_096);
        let mut known = 0;
        for driver in &summary.drivers.inputs {
            let Some(value) = driver.value_of_information else {
                assert!(!driver.can_be_found_out, "{}", driver.input);
                continue;
            };
            known += 1;
            let all = summary.value_of_perfect_information;
            assert!((0.0..=all * (1.0 + 1e-9)).contains(&value), "{} {}: {value} of {all}", preset.id, driver.input);
        }
        assert!(known > 20, "{}: {known}", preset.id);
    }
}

/// A hundred inputs that do next to nothing must not seem to do something because there are few trials.
#[test]
fn few_trials_do_not_overstate() {
    let scenario = PRESETS[2].scenario().unwrap();
    let sum = |summary: &Summary, strategy: &str| -> f64 {
        let effects = summary.drivers.inputs.iter().flat_map(|driver| &driver.effects);
        effects.filter(|effect| effect.strategy == strategy).map(|effect| effect.share_of_variance).sum()
    };
    let runs = |seeds: u64, trials: u32| -> Vec<Summary> {
        let seeded = |seed| {
            let mut scenario = scenario.clone();
            scenario.run.seed = seed;
            simulated(&scenario, trials)
        };
        (1..=seeds).map(seeded).collect()
    };
    // A run of one net has a sum with a deviation of 0.06.
    let (many, few) = (runs(2, 12_288), runs(12, 1_024));
    for strategy in ["in_house", "complete_offshore", "hybrid_nearshore"] {
        let average = |runs: &[Summary]| runs.iter().map(|run| sum(run, strategy)).sum::<f64>() / runs.len() as f64;
        let (truth, average) = (average(&many), average(&few));
        assert!((average - truth).abs() < 0.12, "{strategy}: {average} against {truth}");
        // Vendor quality and the traits that lean on it explain the same twice; everything else by itself at most all.
        assert!((0.5..=1.35).contains(&truth), "{strategy}: {truth}");
    }
}

#[test]
fn a_preview_promises_no_value_of_information() {
    let plan = Plan::new(&PRESETS[0].scenario().unwrap()).unwrap();
    let mut accumulator = Accumulator::new(&plan);
    for index in 0..4 {
        accumulator.merge(&Batch::compute(&plan, index));
    }
    let preview = Summariser::summarise(&plan, &accumulator);
    assert_eq!((preview.drivers.trials, preview.drivers.bins), (1_024, 8));
    assert!(preview.drivers.are_known());
    assert!(preview.drivers.inputs.iter().all(|driver| driver.value_of_information.is_none()));
    // What is shown while the run goes on is the same but for them.
    let figures = Summariser::figures(&plan, &accumulator);
    assert!(!figures.drivers.are_known());
    assert_eq!(Summary { drivers: preview.drivers.clone(), ..figures }, preview);
}

/// The figures of a large run rest on its first trials, and are those of a run of just these.
#[test]
fn a_large_run_is_explained_by_its_first_trials() {
    let mut scenario = PRESETS[3].scenario().unwrap();
    scenario.strategies.truncate(2);
    let (large, small) = (simulated(&scenario, 65_537), simulated(&scenario, 16_384));
    assert_eq!(large.drivers.trials, 16_384);
    for (one, other) in large.drivers.inputs.iter().zip(&small.drivers.inputs) {
        assert_eq!((&one.input, &one.effects), (&other.input, &other.effects));
    }
}
