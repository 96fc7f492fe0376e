//! Every row does what it says, and nothing else does anything.

use super::*;
use crate::model::presets::PRESETS;
use crate::model::provider::SCORES;
use std::collections::BTreeSet;

fn scenario() -> Scenario {
    PRESETS[2].scenario().unwrap()
}

/// The scenario in which only `cause` is there, at every site; of a score, `points` above the average.
fn caused(cause: Cause, points: i8) -> Scenario {
    let mut scenario = scenario();
    for site in Site::ALL {
        match cause {
            Cause::Agreed(term) => scenario.contracts.at_mut(site).agree(term),
            Cause::Point(criterion) => {
                scenario.providers.at_mut(site).set(criterion, AVERAGE.checked_add_signed(points).unwrap());
            }
        }
    }
    scenario
}

/// Middle of what `key` can be.
fn middle(key: &AssumptionKey, scenario: &Scenario) -> f64 {
    let value = scenario.assumption(key);
    let (low, high) = value.range();
    (low + 4.0 * value.likely() + high) / 6.0
}

/// Up or down, or neither where the default leaves nothing to be moved.
fn direction(change: Change) -> f64 {
    match change {
        Change::Times(factor) => factor - 1.0,
        Change::Plus(addition) => addition,
        Change::AtMost(_) => -1.0,
    }
}

#[test]
fn usual_terms_and_average_scores_have_no_row() {
    for effect in EFFECTS {
        if let Cause::Agreed(term) = effect.cause {
            assert!(!term.is_usual(), "{effect:?}");
        }
    }
    let scenario = scenario();
    for key in scenario.assumption_keys() {
        assert_eq!(scenario.assumption(&key), catalogue::default_of(&key, &scenario).value, "{key}");
    }
    for site in Site::ALL {
        assert_eq!(at(&scenario, site).count(), 0);
        assert_eq!(deal_quality_shift(&scenario, site).to_bits(), 0.0_f64.to_bits());
    }
}

#[test]
fn every_other_term_and_every_criterion_has_a_row_at_work() {
    let works = |cause: Cause| EFFECTS.iter().any(|effect| effect.cause == cause && effect.matters_at(Site::Offshore));
    for clause in Clause::ALL {
        for term in clause.terms().iter().filter(|term| !term.is_usual()) {
            assert!(works(Cause::Agreed(*term)), "{term:?}");
        }
    }
    for criterion in Criterion::ALL {
        assert!(works(Cause::Point(*criterion)), "{criterion:?}");
    }
}

/// An onshore vendor is paid in home money: its exchange rate is nothing to agree on.
#[test]
fn every_clause_can_be_agreed_where_it_matters() {
    assert_eq!(clauses_at(Site::Offshore).count(), Clause::ALL.len());
    let onshore: Vec<Clause> = clauses_at(Site::Onshore).collect();
    assert_eq!(onshore.len(), Clause::ALL.len() - 1);
    assert!(!onshore.contains(&Clause::ExchangeRate));
}

/// No row stands there twice, each has a reason, and none acts on what does not belong to a site.
#[test]
fn rows_are_whole() {
    let mut seen = BTreeSet::new();
    for effect in EFFECTS {
        assert!(seen.insert(format!("{:?} {}", effect.cause, effect.target)), "{effect:?} stands there twice");
        assert!(effect.reason.ends_with('.') && effect.reason.len() > 15, "{effect:?}");
        assert!(direction(effect.change) != 0.0, "{effect:?} does nothing");
        let known = Assumption::from_id(effect.target);
        assert_eq!(known.is_some(), effect.assumption().is_some(), "{effect:?} acts on no site");
    }
}

/// Over the whole table: the middle of what the assumption can be goes the way the row says, at every point of a score, and
/// stays where there is nothing to be moved.
#[test]
fn every_row_moves_its_target_the_way_it_says() {
    let before = scenario();
    let mut at_rest = BTreeSet::new();
    for effect in EFFECTS {
        let points: &[i8] = if matches!(effect.cause, Cause::Point(_)) { &[-2, -1, 1, 2] } else { &[1] };
        for points in points {
            let after = caused(effect.cause, *points);
            let way = direction(effect.change) * f64::from(*points);
            if effect.target == DEAL_QUALITY {
                for site in Site::ALL {
                    assert!(deal_quality_shift(&after, site) * way > 0.0, "{effect:?}");
                }
                continue;
            }
            let Some(assumption) = effect.assumption() else { continue };
            for key in before.assumption_keys().into_iter().filter(|key| key.assumption == assumption) {
                let (was, is) = (middle(&key, &before), middle(&key, &after));
                let site = match &key.scope {
                    Scope::Site(site) | Scope::FunctionSite(_, site) => *site,
                    Scope::Home | Scope::Function(_) => unreachable!("an effect is on a site"),
                };
                let nothing_to_move = before.assumption(&key).range() == (base(assumption), base(assumption));
                if nothing_to_move || !effect.matters_at(site) {
                    assert_eq!(is.to_bits(), was.to_bits(), "{key} {effect:?}");
                    at_rest.insert(key.to_string());
                } else {
                    assert!((is - was) * way > 0.0, "{key} {effect:?}: from {was} to {is}");
                }
            }
        }
    }
    at_rest.retain(|key| !key.ends_with("hourly_rate"));
    let expected = ["onshore.coordination", "onshore.local_price_share"];
    assert_eq!(at_rest, expected.map(str::to_owned).into());
}

/// All at their worst and all at their best: what comes out is still a quantity within its limits.
#[test]
fn all_at_once_stays_within_the_limits() {
    for (score, last) in [(SCORES.0, false), (SCORES.1, true)] {
        let mut scenario = scenario();
        for site in Site::ALL {
            for clause in Clause::ALL {
                let terms = clause.terms();
                scenario.contracts.at_mut(site).agree(terms[if last { terms.len() - 1 } else { 0 }]);
            }
            for criterion in Criterion::ALL {
                scenario.providers.at_mut(site).set(*criterion, score);
            }
        }
        assert_eq!(crate::model::check::check(&scenario), []);
        for key in scenario.assumption_keys() {
            let mut issues = Vec::new();
            let limits = catalogue::limits(key.assumption);
            crate::model::check::check_uncertain("", &scenario.assumption(&key), limits, &mut issues);
            assert_eq!(issues, [], "{key}");
        }
    }
}

#[test]
fn what_the_user_states_is_taken_as_it_is() {
    let mut scenario = caused(Cause::Point(Criterion::Expertise), 2);
    let key = AssumptionKey::site(Assumption::RampLoss, Site::Offshore);
    assert_ne!(scenario.assumption(&key), catalogue::default_of(&key, &scenario).value);
    let own = Uncertain::Fixed(0.33);
    scenario.assumptions.insert(key.to_string(), own);
    assert_eq!(scenario.assumption(&key), own);
}

/// By hand: offshore rework 1, 1.1, 1.25; strict levels times 0.8, expertise of 5 times 1 - 2 x 0.15, on what is above 1.
#[test]
fn effects_on_one_default_are_put_together() {
    let mut scenario = scenario();
    scenario.contracts.offshore.service_levels = crate::model::contract::ServiceLevels::Strict;
    scenario.providers.offshore.expertise = 5;
    let key = AssumptionKey::site(Assumption::Rework, Site::Offshore);
    let value = scenario.assumption(&key);
    let (low, high) = value.range();
    for (is, by_hand) in [(low, 1.0), (value.likely(), 1.0 + 0.1 * 0.8 * 0.7), (high, 1.0 + 0.25 * 0.8 * 0.7)] {
        assert!((is - by_hand).abs() < 1e-12, "{is} {by_hand}");
    }
    // Elsewhere nothing has moved.
    let near = AssumptionKey::site(Assumption::Rework, Site::Nearshore);
    assert_eq!(scenario.assumption(&near), catalogue::default_of(&near, &scenario).value);
}

/// Offshore the default rises by 2 to 7 % a year, most likely 3.5.
#[test]
fn a_cap_cuts_off_what_is_above_it() {
    let mut scenario = scenario();
    scenario.contracts.offshore.price_rise = crate::model::contract::PriceRise::Capped;
    let value = scenario.assumption(&AssumptionKey::site(Assumption::Escalator, Site::Offshore));
    assert_eq!((value.range(), value.likely()), ((0.02, 0.03), 0.03));
}
