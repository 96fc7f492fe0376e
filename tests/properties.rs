//! Over random valid scenarios: finite figures, ordered percentiles, lines that add up, files that come back the same.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use proptest::prelude::*;
use shorecast::engine::summary::Distribution;
use shorecast::model::check::check;
use shorecast::model::provider::SCORES;
use shorecast::model::{
    BusinessFunction, BySite, Clause, Contacts, ContractTerms, CostLine, Coverage, Criterion, Currency,
    DataSensitivity, Destinations, Ends, FunctionKind, Hybrid, PricingUnit, Quote, RiskEvent, RiskEvents, RunSettings,
    Scenario, ScoreCard, Site, StatedHours, Strategy, Uncertain, UsualHours,
};
use shorecast::runner::inline;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

fn uncertain(least: f64, most: f64) -> impl Strategy_<Value = Uncertain> {
    (prop::array::uniform3(0.0..1.0_f64), 0..6_u8).prop_map(move |(mut parts, shape)| {
        parts.sort_by(f64::total_cmp);
        let [low, likely, high] = parts.map(|part| least + part * (most - least));
        let ends = if shape % 2 == 0 { Ends::P5P95 } else { Ends::P10P90 };
        match shape {
            0 => Uncertain::Fixed(likely),
            1 => Uncertain::Uniform { low, high, ends },
            2 => Uncertain::Triangular { low, likely, high, ends },
            3 => Uncertain::Pert { low, likely, high, ends: Ends::Bounds },
            4 => Uncertain::Pert { low, likely, high, ends },
            _ => Uncertain::Lognormal { low, high, ends },
        }
    })
}

use proptest::strategy::Strategy as Strategy_;

/// Heads, or contacts in their stead.
fn work() -> impl Strategy_<Value = (Option<Uncertain>, Option<Contacts>)> {
    let contacts = (uncertain(1.0, 200_000.0), uncertain(5.0, 3_000.0), 0.0..0.999_f64, 0.0..600.0_f64, any::<bool>())
        .prop_map(|(per_month, handle_seconds, service_level, within_seconds, pooled)| Contacts {
            per_month,
            handle_seconds,
            service_level,
            within_seconds,
            pooled,
        });
    prop_oneof![
        3 => uncertain(0.5, 300.0).prop_map(|heads| (Some(heads), None)),
        1 => contacts.prop_map(|contacts| (None, Some(contacts))),
    ]
}

fn coverage() -> impl Strategy_<Value = (Coverage, u32)> {
    let coverage = prop_oneof![
        3 => prop::sample::select(UsualHours::ALL.to_vec()).prop_map(Coverage::Usual),
        1 => (1.0..=24.0_f64, 1..=7_u32).prop_map(|(hours_per_day, days_per_week)| {
            Coverage::Stated(StatedHours { hours_per_day, days_per_week })
        }),
    ];
    (coverage, 0..5_u32)
}

fn hybrid() -> impl Strategy_<Value = Hybrid> {
    prop_oneof![
        Just(Hybrid::Share {}),
        Just(Hybrid::AfterHours {}),
        (0.0..=4.0_f64).prop_map(|base| Hybrid::Overflow { base }),
    ]
}

fn function(number: usize) -> impl Strategy_<Value = BusinessFunction> {
    let quotes = prop::collection::btree_map(
        prop::sample::select(Site::ALL.to_vec()),
        (prop::sample::select(PricingUnit::ALL.to_vec()), uncertain(0.5, 5_000.0)),
        0..3,
    );
    let people = (work(), coverage(), uncertain(15_000.0, 150_000.0));
    (people, 0..FunctionKind::ALL.len(), any::<bool>(), 0..3_u8, uncertain(100.0, 1e6), quotes).prop_map(
        move |(people, kind, outsource, sensitivity, transactions, quotes)| {
            let ((headcount, contacts), (coverage, minimum_positions), wage) = people;
            BusinessFunction {
                id: format!("function_{number}"),
                kind: FunctionKind::ALL[kind],
                name: None,
                headcount,
                contacts,
                coverage,
                minimum_positions,
                wage,
                sensitivity: [DataSensitivity::Low, DataSensitivity::Medium, DataSensitivity::High]
                    [usize::from(sensitivity)],
                core: Some(sensitivity == 1),
                customer_facing: None,
                known_cost: (sensitivity == 2).then_some(wage.scaled(40.0)),
                margin_at_risk: outsource.then_some(wage.scaled(100.0)),
                outsource,
                transactions_per_year: Some(transactions),
                quotes: quotes.into_iter().map(|(site, (per, price))| (site, Quote { per, price })).collect(),
            }
        },
    )
}

fn contract() -> impl Strategy_<Value = ContractTerms> {
    prop::collection::vec(any::<prop::sample::Index>(), Clause::ALL.len()).prop_map(|choices| {
        let mut contract = ContractTerms::default();
        for (clause, choice) in Clause::ALL.iter().zip(choices) {
            contract.agree(*choice.get(clause.terms()));
        }
        contract
    })
}

fn score_card() -> impl Strategy_<Value = ScoreCard> {
    prop::collection::vec(SCORES.0..=SCORES.1, Criterion::ALL.len()).prop_map(|scores| {
        let mut card = ScoreCard::default();
        for (criterion, score) in Criterion::ALL.iter().zip(scores) {
            card.set(*criterion, score);
        }
        card
    })
}

fn by_site<T: Debug>(each: impl Fn() -> BoxedStrategy<T>) -> impl Strategy_<Value = BySite<T>> {
    (each(), each(), each()).prop_map(|(onshore, nearshore, offshore)| BySite { onshore, nearshore, offshore })
}

fn scenario() -> impl Strategy_<Value = Scenario> {
    let functions = (1..5_usize).prop_flat_map(|count| (0..count).map(function).collect::<Vec<_>>());
    let shape = (12..=120_u32, 0.0..0.3_f64, 0.0..=1.0_f64, 1e5..1e10_f64, 0..=RunSettings::GREATEST_SEED);
    let events = prop::array::uniform10(any::<bool>());
    let vendors = (by_site(|| contract().boxed()), by_site(|| score_card().boxed()));
    (functions, shape, events, hybrid(), vendors).prop_map(
        |(functions, (horizon_months, discount_rate, hybrid_share, revenue, seed), events, hybrid, vendors)| Scenario {
            format: 1,
            name: "random".to_owned(),
            home_country: "US".to_owned(),
            currency: Currency::ALL[usize::from(seed % 2 == 0)],
            revenue,
            horizon_months,
            discount_rate,
            functions,
            destinations: Destinations::default(),
            hybrid_share,
            hybrid,
            contracts: vendors.0,
            providers: vendors.1,
            assumptions: BTreeMap::new(),
            correlations: Vec::new(),
            lines_off: if events[0] { BTreeSet::new() } else { BTreeSet::from([CostLine::Travel, CostLine::Benefits]) },
            spread_one_offs_months: horizon_months % 40,
            count_exit: events[1],
            events: {
                let mut simulated = RiskEvents::NONE;
                RiskEvent::ALL.into_iter().zip(events).for_each(|(event, is_on)| simulated.set(event, is_on));
                simulated
            },
            strategies: Strategy::default_comparison(),
            budget: Some(revenue / 10.0),
            confidence: 0.5 + 0.4 * hybrid_share,
            percentiles: vec![2.5, 97.5],
            run: RunSettings { trials: 1_024, seed, ..RunSettings::default() },
        },
    )
}

fn assert_sound(distribution: &Distribution, high_is_bad: bool) {
    let values: Vec<f64> = distribution.percentiles.values().copied().collect();
    assert!(values.iter().all(|value| value.is_finite()) && distribution.mean.is_finite());
    assert!(values.is_sorted(), "{values:?}");
    let tail = distribution.conditional_value_at_risk;
    let beyond = if high_is_bad { tail >= distribution.percentile(95) } else { tail <= distribution.percentile(5) };
    assert!(beyond, "the mean of the tail lies beyond its edge: {tail}, {values:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_are_sound(scenario in scenario()) {
        prop_assert_eq!(check(&scenario), vec![]);
        for strategy in inline::simulate(&scenario).unwrap().strategies {
            for (distribution, lines) in
                [(&strategy.cost_nominal, &strategy.lines_nominal), (&strategy.cost_present_value, &strategy.lines_present_value)]
            {
                assert_sound(distribution, true);
                let sum: f64 = lines.values().sum();
                prop_assert!((sum - distribution.mean).abs() <= 1e-9 * distribution.mean.abs());
            }
            if let Some(saving) = &strategy.saving {
                assert_sound(&saving.nominal, false);
                assert_sound(&saving.present_value, false);
                prop_assert!((0.0..=1.0).contains(&saving.chance_positive));
                prop_assert!((0.0..=1.0).contains(&saving.break_even.chance_never));
            }
        }
    }

    #[test]
    fn a_file_comes_back_to_the_bit(scenario in scenario()) {
        prop_assert_eq!(Scenario::from_json(&scenario.to_json()).unwrap(), scenario);
    }
}
