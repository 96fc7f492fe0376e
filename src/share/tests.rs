//! Links restore what they were made from and survive what people do to them.

use super::*;
use crate::model::presets::PRESETS;
use crate::model::{Clause, Criterion, Ends, Uncertain};

fn packed(text: &[u8]) -> String {
    format!("1.{}", URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(text, COMPRESSION)))
}

#[test]
fn every_preset_comes_back_as_it_was() {
    for preset in PRESETS {
        let scenario = preset.scenario().unwrap();
        let link = write(&scenario);
        assert_eq!(read(&link), Ok(scenario.clone()), "{}", preset.id);
        assert_eq!(read(&format!("#{link}")), Ok(scenario));
        assert!(link.len() < 1_000, "{} takes {} characters", preset.id, link.len());
    }
}

#[test]
fn what_is_not_a_link_says_so() {
    for text in ["", "#", "results", "#inputs", ".abc", "x.abc", "-1.abc", "0.abc", "1 .abc", "٣.abc"] {
        assert_eq!(read(text), Err(LinkProblem::NotALink), "{text}");
    }
}

#[test]
fn a_newer_link_says_that_it_is_newer() {
    assert_eq!(read("2.abc"), Err(LinkProblem::NewerVersion));
    assert_eq!(read("99999999999999999999.abc"), Err(LinkProblem::NewerVersion));
    assert_eq!(read(&packed(br#"{"format": 9, "anything": []}"#)), Err(LinkProblem::NewerVersion));
}

#[test]
fn a_link_that_was_cut_is_broken() {
    let link = write(&PRESETS[0].scenario().unwrap());
    for length in 2..link.len() {
        assert_eq!(read(&link[..length]), Err(LinkProblem::Broken), "cut to {length}");
    }
    assert_eq!(read("1.***"), Err(LinkProblem::Broken));
    assert_eq!(read(&packed(&[0xff, 0xfe])), Err(LinkProblem::Broken));
}

#[test]
fn a_small_text_that_inflates_to_a_large_one_is_refused() {
    let bomb = packed(&vec![b' '; 64 << 20]);
    assert!(bomb.len() < 200_000);
    assert_eq!(read(&bomb), Err(LinkProblem::Broken));
}

#[test]
fn a_text_that_is_too_long_is_refused_before_it_is_unpacked() {
    // Base64 that could be decoded: only the length stands against it.
    let long = format!("1.{}", "A".repeat(LONGEST_LINK + 4));
    assert_eq!(read(&long), Err(LinkProblem::Broken));
}

/// The greatest scenario there can be still fits into a link: all functions, all strategies, every assumption changed.
#[test]
fn the_greatest_scenario_fits_into_a_link() {
    let mut scenario = PRESETS[2].scenario().unwrap();
    let mut random = 7_u64;
    let mut digits = || {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (random >> 11) as f64 / (1_u64 << 53) as f64
    };
    let first = scenario.functions[0].clone();
    scenario.functions = (0..crate::model::check::MOST_FUNCTIONS)
        .map(|number| crate::model::BusinessFunction {
            id: format!("function_{number}_with_a_long_name"),
            name: Some(format!("{number}{}", "x".repeat(70))),
            headcount: Some(uncertain_of(1.0 + digits(), digits())),
            wage: uncertain_of(20_000.0 + digits(), digits()),
            known_cost: Some(uncertain_of(900_000.0 + digits(), digits())),
            margin_at_risk: Some(uncertain_of(800_000.0 + digits(), digits())),
            ..first.clone()
        })
        .collect();
    for key in scenario.assumption_keys() {
        scenario.assumptions.insert(key.to_string(), uncertain_of(0.1 + digits(), digits() * 0.1));
    }
    scenario.lines_off = crate::model::CostLine::ALL.into_iter().collect();
    for site in crate::model::Site::ALL {
        let unusual = |clause: &Clause| clause.terms().iter().copied().find(|term| !term.is_usual());
        for term in Clause::ALL.iter().filter_map(unusual) {
            scenario.contracts.at_mut(site).agree(term);
        }
        for criterion in Criterion::ALL {
            scenario.providers.at_mut(site).set(*criterion, 5);
        }
    }
    let link = write(&scenario);
    assert!(link.len() < LONGEST_LINK / 4, "{} characters", link.len());
    assert!(!matches!(read(&link), Err(LinkProblem::Broken)));
}

fn uncertain_of(low: f64, span: f64) -> Uncertain {
    Uncertain::Pert { low, likely: low + span * 0.37, high: low + span, ends: Ends::P10P90 }
}

#[test]
fn what_a_browser_kept_is_checked_like_a_link() {
    let scenario = PRESETS[1].scenario().unwrap();
    assert_eq!(read_json(&scenario.to_json()), Ok(scenario.clone()));
    let newer = scenario.to_json().replacen("\"format\":1", "\"format\":9", 1);
    assert!(matches!(read_json(&newer).unwrap_err()[0].kind, IssueKind::NewerFormat { found: 9, .. }));
    let senseless = Scenario { hybrid_share: 4.0, ..scenario };
    assert_eq!(read_json(&senseless.to_json()).unwrap_err()[0].path, "hybrid_share");
    assert!(read_json("").is_err() && read_json("null").is_err());
}

#[test]
fn a_scenario_that_makes_no_sense_comes_with_its_issues() {
    let mut scenario = PRESETS[0].scenario().unwrap();
    scenario.horizon_months = 1;
    let Err(LinkProblem::Invalid(issues)) = read(&write(&scenario)) else { panic!("taken") };
    assert_eq!(issues[0].path, "horizon_months");
    assert!(matches!(read(&packed(b"{}")), Err(LinkProblem::Invalid(_))));
}

#[cfg(not(target_family = "wasm"))]
mod properties {
    use super::*;
    use proptest::prelude::*;

    fn uncertain(low: f64, span: f64, at: f64, shape: u8) -> Uncertain {
        let (likely, high) = (low + span * at, low + span);
        match shape {
            0 => Uncertain::Fixed(low),
            1 => Uncertain::Uniform { low, high, ends: Ends::Bounds },
            2 => Uncertain::Pert { low, likely: likely.min(high), high, ends: Ends::P10P90 },
            _ => Uncertain::Lognormal { low, high, ends: Ends::P5P95 },
        }
    }

    proptest! {
        #[test]
        fn every_digit_comes_back(
            low in 0.1f64..50_000.0, span in 0.0f64..40_000.0, at in 0.0f64..1.0, shape in 0u8..4,
            rate in 0.0f64..0.5, share in 0.0f64..1.0, revenue in 1.0f64..1e15,
            months in 12u32..=120, seed in 0u64..(1 << 53), trials in 1_024u32..=1_048_576,
            name in "[ -~äß€😀]{0,40}",
        ) {
            let mut scenario = PRESETS[2].scenario().unwrap();
            scenario.name = name;
            scenario.functions[1].headcount = Some(uncertain(low, span, at, shape));
            scenario.functions[0].wage = uncertain(low + 1.0, span, at, 3 - shape);
            scenario.discount_rate = rate;
            scenario.hybrid_share = share;
            scenario.revenue = revenue;
            scenario.horizon_months = months;
            scenario.run.seed = seed;
            scenario.run.trials = trials;
            scenario.assumptions.insert("home.workspace".to_owned(), uncertain(low, span, at, 2));
            prop_assert_eq!(read(&write(&scenario)), Ok(scenario));
        }

        #[test]
        fn nothing_that_people_type_brings_it_down(text in ".{0,200}") {
            let _ = read(&text);
            let _ = read(&format!("1.{text}"));
        }

        #[test]
        fn no_bytes_bring_it_down(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = read(&format!("1.{}", URL_SAFE_NO_PAD.encode(&bytes)));
            let _ = read(&packed(&bytes));
        }

        #[test]
        fn a_changed_letter_never_passes_for_another_scenario_that_makes_no_sense(
            at in 2usize..300, letter in "[A-Za-z0-9_-]",
        ) {
            let link = write(&PRESETS[0].scenario().unwrap());
            let at = at.min(link.len() - 1);
            let changed = format!("{}{letter}{}", &link[..at], &link[at + 1..]);
            if let Ok(scenario) = read(&changed) {
                prop_assert!(check(&scenario).is_empty());
            }
        }
    }
}
