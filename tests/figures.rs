//! What the figures of a summary must be to each other, and to the trials they are taken of.
#![allow(clippy::float_cmp, reason = "a figure that is the same is the same to the bit")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use shorecast::engine::summary::StrategySummary;
use shorecast::engine::{Batch, Plan, Summary};
use shorecast::model::Scenario;
use shorecast::model::presets::PRESETS;
use shorecast::runner::inline;

/// So many batches of a preset.
const BATCHES: u32 = 8;

fn preset(index: usize) -> Scenario {
    let mut scenario = PRESETS[index].scenario().unwrap();
    scenario.run.trials = BATCHES * 256;
    scenario
}

/// Discounted costs of every strategy, trial by trial.
fn trials(scenario: &Scenario) -> Vec<Vec<f64>> {
    let plan = Plan::new(scenario).unwrap();
    let mut costs = vec![Vec::new(); plan.strategies.len()];
    for index in 0..plan.batches {
        for (costs, row) in costs.iter_mut().zip(Batch::compute(&plan, index).rows) {
            costs.extend(row.present);
        }
    }
    costs
}

fn of<'a>(summary: &'a Summary, id: &str) -> &'a StrategySummary {
    summary.strategy(id).unwrap()
}

#[test]
fn a_budget_is_exceeded_as_often_as_its_confidence_leaves_open() {
    let mut scenario = preset(2);
    scenario.confidence = 0.9;
    scenario.percentiles = vec![90.0, 0.1, 33.3];
    let needed = of(&inline::simulate(&scenario).unwrap(), "complete_offshore").budget_nominal.needed;
    scenario.budget = Some(needed);
    let summary = inline::simulate(&scenario).unwrap();
    let strategy = of(&summary, "complete_offshore");
    let chance = strategy.budget_nominal.chance_exceeded.unwrap();
    assert!((chance - 0.1).abs() <= 1.0 / f64::from(summary.trials), "{chance}");
    assert_eq!(strategy.budget_nominal.needed, strategy.cost_nominal.percentile(90));
    let further = &strategy.cost_nominal.further_percentiles;
    assert_eq!(further.iter().map(|asked| asked.percent).collect::<Vec<_>>(), [90.0, 0.1, 33.3]);
    assert_eq!(further[0].value, strategy.cost_nominal.percentile(90));
    assert_eq!(further[0].error, strategy.cost_nominal.percentile_errors[&90]);
    assert!(further[1].value < further[2].value && further[2].value < further[0].value);
    // Money later is worth less: the same budget is exceeded less often as present value.
    assert!(strategy.budget_present_value.chance_exceeded.unwrap() < chance);
}

#[test]
fn values_at_risk_are_percentiles_and_their_tails_lie_beyond() {
    let summary = inline::simulate(&preset(0)).unwrap();
    for strategy in &summary.strategies {
        let cost = &strategy.cost_present_value;
        assert_eq!(cost.value_at_risk_95, cost.percentile(95));
        assert!(cost.conditional_value_at_risk >= cost.value_at_risk_95);
        let Some(saving) = &strategy.saving else { continue };
        assert_eq!(saving.present_value.value_at_risk_95, saving.present_value.percentile(5));
        assert!(saving.present_value.conditional_value_at_risk <= saving.present_value.value_at_risk_95);
    }
}

#[test]
fn a_failed_saving_is_the_mean_of_what_is_lost() {
    let scenario = preset(0);
    let costs = trials(&scenario);
    let summary = inline::simulate(&scenario).unwrap();
    for (strategy, own) in summary.strategies.iter().zip(&costs) {
        let Some(saving) = &strategy.saving else { continue };
        let lost: Vec<f64> =
            costs[0].iter().zip(own).map(|(home, own)| home - own).filter(|saving| *saving < 0.0).collect();
        let mean = (!lost.is_empty()).then(|| lost.iter().sum::<f64>() / lost.len() as f64);
        match (mean, saving.mean_when_negative) {
            (Some(mean), Some(found)) => assert!((mean - found).abs() < 1e-9 * mean.abs(), "{}", strategy.strategy),
            (mean, found) => assert_eq!(mean, found, "{}", strategy.strategy),
        }
    }
}

#[test]
fn regret_is_the_cost_above_the_cheapest_of_each_future() {
    let scenario = preset(2);
    let costs = trials(&scenario);
    let count = costs[0].len();
    let least: Vec<f64> =
        (0..count).map(|trial| costs.iter().map(|row| row[trial]).fold(f64::INFINITY, f64::min)).collect();
    let least_mean = least.iter().sum::<f64>() / count as f64;
    let summary = inline::simulate(&scenario).unwrap();
    for strategy in &summary.strategies {
        let expected = strategy.cost_present_value.mean - least_mean;
        assert!((strategy.expected_regret - expected).abs() < 1e-9 * least_mean, "{}", strategy.strategy);
    }
    // Knowing everything saves what the best choice made today is expected to regret.
    let best = summary.ranked()[0];
    assert_eq!(summary.value_of_perfect_information, best.expected_regret);
    assert!(summary.strategies.iter().all(|strategy| strategy.expected_regret >= best.expected_regret));
}

#[test]
fn chances_of_being_the_cheapest_add_up() {
    let summary = inline::simulate(&preset(2)).unwrap();
    let sum: f64 = summary.strategies.iter().map(|strategy| strategy.chance_cheapest).sum();
    assert!((sum - 1.0).abs() < 1e-12, "{sum}");
}

/// What dominates in the first order does so in the second, and has the lower mean.
#[test]
fn dominance_is_consistent() {
    for index in 0..PRESETS.len() {
        let summary = inline::simulate(&preset(index)).unwrap();
        let dominance = &summary.dominance;
        assert_eq!(dominance.first_order.len(), summary.strategies.len());
        for (a, row) in dominance.first_order.iter().enumerate() {
            for (b, violation) in row.iter().enumerate().filter(|(_, violation)| **violation <= dominance.tolerance) {
                let mean = |index: usize| summary.strategies[index].cost_present_value.mean;
                assert!(
                    mean(a) < mean(b),
                    "{} over {}: {violation}",
                    summary.strategies[a].strategy,
                    summary.strategies[b].strategy
                );
                assert!(dominance.second_order[a][b] <= *violation);
            }
        }
    }
}

/// Months, years and lines are three ways to cut the same cost. Kept to seven digits while they travel.
#[test]
fn months_years_and_lines_add_up() {
    let mut scenario = preset(2);
    // Half a year at the end.
    scenario.horizon_months = 42;
    let summary = inline::simulate(&scenario).unwrap();
    assert_eq!(summary.followed_trials, BATCHES * 32);
    for strategy in &summary.strategies {
        let over_time = &strategy.over_time;
        let close = |one: f64, other: f64| (one - other).abs() < 1e-6 * other.abs().max(1.0);
        let total = strategy.cost_nominal.mean;
        assert!(close(over_time.months.iter().sum(), total), "{}", strategy.strategy);
        for (line, years) in &over_time.lines_by_year {
            assert_eq!(years.len(), 4);
            let sum: f64 = years.iter().sum();
            assert!((sum - strategy.lines_nominal[line]).abs() < 1e-6 * total, "{} {line:?}", strategy.strategy);
        }
        for (year, end) in over_time.year_ends.iter().enumerate() {
            let months = &over_time.months[12 * year..(12 * year + 12).min(42)];
            let lines: f64 = over_time.lines_by_year.values().map(|years| years[year]).sum();
            assert!(close(months.iter().sum(), lines), "{} in year {year}", strategy.strategy);
            let up_to_here: f64 = over_time.months.iter().take(end.month as usize).sum();
            assert!(close(end.cost_mean, up_to_here));
            assert!(end.cost_percentiles.values().is_sorted());
            // A quarter of the trials stands for all.
            assert!(end.cost_percentiles[&5] < end.cost_mean && end.cost_mean < end.cost_percentiles[&95]);
        }
        let last = over_time.year_ends.last().unwrap();
        assert_eq!((last.month, last.cost_percentiles[&75]), (42, strategy.cost_nominal.percentile(75)));
        if let Some(saving) = &strategy.saving {
            let end = last.saving.as_ref().unwrap();
            assert!((end.mean_nominal - saving.nominal.mean).abs() < 1e-6 * total);
            assert!((end.mean_present_value - saving.present_value.mean).abs() < 1e-6 * total);
            assert_eq!(end.percentiles_nominal[&5], saving.nominal.percentile(5));
        }
    }
}

/// What stands at the end of a year is what a simulation to there finds: at home, where nothing depends on the horizon.
#[test]
fn the_end_of_a_year_is_a_shorter_simulation() {
    let long = preset(1);
    let mut short = long.clone();
    short.horizon_months = 24;
    let (long, short) = (inline::simulate(&long).unwrap(), inline::simulate(&short).unwrap());
    let (end, home) = (&of(&long, "in_house").over_time.year_ends[1], &of(&short, "in_house").cost_nominal);
    assert!((end.cost_mean - home.mean).abs() < 1e-6 * home.mean);
    // One trial in eight is followed.
    let apart = (end.cost_percentiles[&50] - home.percentile(50)).abs();
    assert!(apart < 4.0 * home.percentile_errors[&50] * 8.0_f64.sqrt(), "{apart}");
}

/// The error that one run tells of a percentile is of the size in which other seeds differ.
#[test]
fn errors_of_percentiles_are_what_other_seeds_show() {
    let mut scenario = preset(0);
    let seeds: u32 = 24;
    let (mut figures, mut squares) = (Vec::new(), 0.0);
    for seed in 0..seeds {
        scenario.run.seed = u64::from(seed);
        let summary = inline::simulate(&scenario).unwrap();
        let cost = &of(&summary, "complete_offshore").cost_present_value;
        figures.push(cost.percentile(90));
        squares += cost.percentile_errors[&90] * cost.percentile_errors[&90] / f64::from(seeds);
    }
    let mean = figures.iter().sum::<f64>() / f64::from(seeds);
    let variance = figures.iter().map(|figure| (figure - mean) * (figure - mean)).sum::<f64>() / f64::from(seeds - 1);
    // With eight sections an error is t / 1.96 = 1.2 of what it estimates; 24 seeds know it to a seventh.
    let ratio = (squares / variance).sqrt();
    assert!((0.85..=1.7).contains(&ratio), "{ratio}");
}
