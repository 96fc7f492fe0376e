//! Figures that the model must meet if its defaults are put together rightly, checked against published ones.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use shorecast::engine::Summary;
use shorecast::model::catalogue::{Grade, Sourced, default_of, destinations, limits};
use shorecast::model::presets::PRESETS;
use shorecast::model::{
    Assumption, AssumptionKey, CostLine, Currency, Destination, Destinations, FunctionKind, Scenario, Uncertain, check,
};
use shorecast::runner::inline;

fn simulated(scenario: &Scenario) -> Summary {
    inline::simulate(scenario).unwrap()
}

fn first_year(preset: usize) -> Scenario {
    let mut scenario = PRESETS[preset].scenario().unwrap();
    scenario.horizon_months = 12;
    scenario.events = shorecast::model::RiskEvents::NONE;
    scenario
}

/// Benefits, supervision, space, technology and replacement of leavers put 55 to 95 % on top of a wage; a productive hour
/// costs 2.0 to 2.7 times the paid one (`CustomerServ` 2021: 2.0 to 2.5; RDI: more than double).
#[test]
fn a_head_costs_what_heads_cost() {
    let scenario = first_year(0);
    let summary = simulated(&scenario);
    let yearly = summary.strategy("in_house").unwrap().cost_nominal.mean;
    let all_in = yearly / 25.0 / 42_830.0;
    assert!((1.55..=1.95).contains(&all_in), "{all_in} times the wage");
    let per_productive_hour = all_in * 2_080.0 / 1_560.0;
    assert!((2.0..=2.7).contains(&per_productive_hour), "{per_productive_hour} times the hourly wage");
}

/// The parts of replacing a leaver add up to within 30 % of Gartner's 14,113 $ all-in.
#[test]
fn replacing_a_leaver_costs_what_it_costs() {
    let mut scenario = first_year(0);
    scenario.assumptions.insert("support.attrition".to_owned(), Uncertain::Fixed(1.0));
    let summary = simulated(&scenario);
    let one_year = summary.strategy("in_house").unwrap().lines_nominal[&CostLine::RecruitingAndTraining];
    let leaver = one_year / 25.0;
    assert!((14_113.0 * 0.7..=14_113.0 * 1.3).contains(&leaver), "{leaver}");
}

/// Supervision with quality, planning and training staff is near MetricNet's 31 % of direct pay.
#[test]
fn supervision_is_near_the_benchmark() {
    let summary = simulated(&first_year(0));
    let lines = &summary.strategy("in_house").unwrap().lines_nominal;
    let share = lines[&CostLine::Supervision] / (lines[&CostLine::Pay] + lines[&CostLine::Benefits]);
    assert!((0.18..=0.35).contains(&share), "{share}");
}

/// Over the presets and their strategies, some choices save money and some do not: a model in which moving always wins, or
/// never does, is a sales pitch.
#[test]
fn the_defaults_are_neutral() {
    let (mut negative, mut all) = (0, 0);
    for preset in PRESETS {
        for strategy in simulated(&preset.scenario().unwrap()).strategies {
            if let Some(saving) = strategy.saving {
                all += 1;
                negative += usize::from(saving.present_value.percentile(50) < 0.0);
            }
        }
    }
    let share = negative as f64 / f64::from(all);
    assert!((0.2..=0.6).contains(&share), "{negative} of {all} have a negative median saving");
}

/// At three seats the fixed cost of a contract eats the saving.
#[test]
fn a_team_of_three_stays_at_home() {
    let mut scenario = PRESETS[0].scenario().unwrap();
    scenario.functions[0].headcount = Some(Uncertain::Fixed(3.0));
    scenario.revenue = 2e6;
    let summary = simulated(&scenario);
    assert_eq!(simulated(&PRESETS[3].scenario().unwrap()).ranked()[0].strategy, "in_house");
    let best = summary.ranked()[0];
    assert!(best.strategy == "in_house" || best.saving.as_ref().unwrap().chance_positive < 0.75, "{}", best.strategy);
}

/// Within a year home wins or ties: no move has a typical saving of more than a twentieth of the year's cost.
#[test]
fn within_a_year_home_wins_or_ties() {
    for preset in PRESETS {
        let mut scenario = preset.scenario().unwrap();
        scenario.horizon_months = 12;
        let summary = simulated(&scenario);
        let cost = summary.strategy("in_house").unwrap().cost_present_value.mean;
        for strategy in &summary.strategies {
            let typical = strategy.saving.as_ref().map_or(0.0, |saving| saving.present_value.percentile(50));
            assert!(typical < cost / 20.0, "{} {}: {typical} of {cost}", preset.id, strategy.strategy);
        }
    }
}

/// Of the yearly cost at home, 0.3 to 5 %, staying at home included. Operations of fewer than ten heads are a known exception: a
/// second transition at its fixed cost is a large part of what so few people cost.
#[test]
fn events_cost_a_plausible_share_of_operations() {
    for preset in PRESETS {
        let scenario = preset.scenario().unwrap();
        let heads: f64 =
            scenario.functions.iter().filter_map(|function| function.headcount).map(|it| it.likely()).sum();
        let most = if heads < 10.0 { 0.12 } else { 0.05 };
        let summary = simulated(&scenario);
        let home = summary.strategy("in_house").unwrap().cost_nominal.mean;
        for strategy in &summary.strategies {
            let events: f64 = strategy.events.values().map(|event| event.mean_cost_nominal).sum();
            let share = events / home;
            assert!((0.003..=most).contains(&share), "{} {}: {share}", preset.id, strategy.strategy);
        }
    }
}

#[test]
fn presets_are_valid_and_their_defaults_lie_within_limits() {
    for preset in PRESETS {
        let scenario = preset.scenario().unwrap();
        assert_eq!(check::check(&scenario), [], "{}", preset.id);
        for key in scenario.assumption_keys() {
            let mut issues = Vec::new();
            let limits = limits(key.assumption);
            check::check_uncertain(&key.to_string(), &scenario.assumption(&key), limits, &mut issues);
            assert_eq!(issues, [], "{key}");
        }
    }
}

/// Every default says where it comes from; zero has to be a statement too.
#[test]
fn every_default_has_a_source() {
    let scenario = PRESETS[2].scenario().unwrap();
    for key in scenario.assumption_keys() {
        let default = default_of(&key, &scenario);
        assert!(!default.source.citation.is_empty() && default.source.year >= 2001, "{key}");
        assert_grade(&default, &key.to_string());
    }
}

/// What claims to be read names where; what is from memory says so in its source as well, and names nothing.
fn assert_grade(default: &Sourced, what: &str) {
    let has_address = default.source.address.starts_with("http");
    let from_memory = default.source.citation.contains("remembered");
    match default.grade {
        Grade::Read | Grade::SecondHand | Grade::Derived => {
            assert!(has_address && !from_memory, "{what} claims more than its source shows");
        }
        Grade::Judgement => assert!(!from_memory, "{what} is from memory and does not say so"),
        Grade::FromMemory => assert!(!has_address && from_memory, "{what} names a source that was not looked up"),
    }
}

/// Every kind of work in every country has a price and everything else that depends on the two; and somewhere a default is from
/// memory, so that the grade is seen.
#[test]
fn every_kind_and_country_is_priced() {
    let mut scenario = PRESETS[0].scenario().unwrap();
    let mut grades = std::collections::BTreeSet::new();
    for country in Destination::ALL {
        scenario.destinations = Destinations::default();
        scenario.destinations.set(country.site(), country);
        for kind in FunctionKind::ALL {
            scenario.functions[0].kind = kind;
            assert_eq!(check::check(&scenario), [], "{kind:?} in {country:?}");
            for key in scenario.assumption_keys() {
                let default = default_of(&key, &scenario);
                let mut issues = Vec::new();
                check::check_uncertain(&key.to_string(), &default.value, limits(key.assumption), &mut issues);
                assert_eq!(issues, [], "{kind:?} in {country:?}");
                assert_grade(&default, &format!("{key}, {kind:?} in {country:?}"));
                if key.assumption == Assumption::HourlyRate {
                    assert!((5.0..150.0).contains(&default.value.likely()), "{key}, {kind:?} in {country:?}");
                }
                grades.insert(default.grade);
            }
        }
        assert_grade(&destinations::disruption_hazard(country), country.code());
    }
    for currency in Currency::ALL {
        scenario.currency = *currency;
        let key = AssumptionKey::home(Assumption::ExchangeRate);
        assert_grade(&default_of(&key, &scenario), currency.code());
    }
    assert!(grades.contains(&Grade::FromMemory));
}

/// What a figure from memory lacks in proof it gets in width: its ends lie at least a factor of two apart.
#[test]
fn figures_from_memory_have_wide_ranges() {
    let mut scenario = PRESETS[0].scenario().unwrap();
    for country in Destination::ALL {
        scenario.destinations.set(country.site(), country);
        for key in scenario.assumption_keys() {
            let default = default_of(&key, &scenario);
            let (low, high) = default.value.range();
            assert!(default.grade != Grade::FromMemory || high >= 2.0 * low, "{key} in {country:?}: {low} to {high}");
        }
    }
}
