use super::*;
use crate::model::check::check;
use crate::model::presets::PRESETS;
use std::collections::BTreeSet;

fn portfolio(correlations: &[(&str, &str, f64)]) -> Scenario {
    let mut scenario = PRESETS[2].scenario().unwrap();
    scenario.correlations = correlations
        .iter()
        .map(|(one, two, coefficient)| Correlation {
            between: [(*one).to_owned(), (*two).to_owned()],
            coefficient: *coefficient,
        })
        .collect();
    scenario
}

fn coefficient(scenario: &Scenario, one: &str, two: &str) -> Option<f64> {
    let Some(Pair(Party::One(one), Party::One(two))) = Pair::parse([one, two]) else { panic!("{one} {two}") };
    coefficients(scenario).get(&(one, two)).copied()
}

#[test]
fn keys_and_groups_are_read_as_they_are_written() {
    for text in [
        "home.wage_growth",
        "support.wage",
        "support.headcount",
        "offshore.currency",
        "offshore.hourly_rate",
        "support.offshore.movable_share",
        "*.wage",
        "*.escalator",
        "*.movable_share",
    ] {
        assert_eq!(Party::parse(text).unwrap().to_string(), text);
    }
    for text in [
        "",
        "wage",
        "*",
        "*.home",
        "*.wage_growth",
        "home.wage",
        "offshore.wage",
        "support.offshore.hourly_rate",
        "offshore.movable_share",
        "*.*",
        "*.offshore.movable_share",
        "home.magic",
    ] {
        assert_eq!(Party::parse(text), None, "{text}");
    }
}

#[test]
fn groups_pair_up_by_their_owners() {
    let scenario = portfolio(&[
        ("*.headcount", "*.attrition", 0.1),
        ("*.rework", "*.attrition", 0.2),
        ("*.movable_share", "*.coordination", 0.3),
        ("home.hire_cost", "*.attrition", 0.4),
    ]);
    assert_eq!(coefficient(&scenario, "support.headcount", "support.attrition"), Some(0.1));
    assert_eq!(coefficient(&scenario, "support.headcount", "accounting.attrition"), None);
    assert_eq!(coefficient(&scenario, "offshore.rework", "accounting.attrition"), Some(0.2));
    assert_eq!(coefficient(&scenario, "support.onshore.movable_share", "onshore.coordination"), Some(0.3));
    assert_eq!(coefficient(&scenario, "support.onshore.movable_share", "offshore.coordination"), None);
    assert_eq!(coefficient(&scenario, "accounting.attrition", "home.hire_cost"), Some(0.4));
    // The catalogue's: every two functions, and no function with itself.
    assert_eq!(coefficient(&scenario, "accounting.wage", "support.wage"), Some(0.5));
    assert_eq!(coefficient(&scenario, "support.wage", "support.wage"), None);
}

#[test]
fn what_is_more_specific_wins_in_whatever_order_it_stands() {
    let scenario = portfolio(&[
        ("support.wage", "accounting.wage", 0.9),
        ("support.wage", "*.wage", 0.7),
        ("*.wage", "*.wage", 0.2),
        ("home.price_inflation", "home.wage_growth", -0.1),
    ]);
    assert_eq!(coefficient(&scenario, "accounting.wage", "support.wage"), Some(0.9));
    assert_eq!(coefficient(&scenario, "data_entry.wage", "support.wage"), Some(0.7));
    assert_eq!(coefficient(&scenario, "data_entry.wage", "accounting.wage"), Some(0.2));
    // Named the other way round than in the catalogue, it is the same pair.
    assert_eq!(coefficient(&scenario, "home.wage_growth", "home.price_inflation"), Some(-0.1));
    let ties = ties(&scenario);
    assert_eq!(ties.len(), DEFAULTS.len() + 2);
    assert_eq!(ties.iter().filter(|tie| tie.is_stated && tie.default.is_some()).count(), 2);
}

/// Whatever can be chosen can be read again, and tying it to anything leaves a scenario that can be simulated.
#[test]
fn everything_that_can_be_tied_is_named_and_fits() {
    let scenario = PRESETS[2].scenario().unwrap();
    let parties = Party::all(&scenario);
    let names: BTreeSet<String> = parties.iter().map(Party::to_string).collect();
    assert_eq!(names.len(), parties.len());
    for name in ["*.wage", "home.wage_growth", "offshore.currency", "support.offshore.movable_share"] {
        assert!(names.contains(name), "{name}");
    }
    for party in &parties {
        assert_eq!(Party::parse(&party.to_string()).as_ref(), Some(party));
        let mut tied = scenario.clone();
        let between = [party.to_string(), "home.productive_hours".to_owned()];
        if between[0] != between[1] {
            tied.correlations.push(Correlation { between, coefficient: 0.5 });
            assert_eq!(check(&tied), [], "{party}");
        }
    }
}
