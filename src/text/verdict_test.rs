//! Every way the comparison can fall, over hand-made summaries.

use super::fixture::{bell, comparison, saving, strategy, summary};
use super::verdict::{Decision, Verdict, verdict};
use crate::engine::summary::Distribution;

const BINS: (f64, f64) = (-4e6, 4e6);

/// In-house at 3 M and complete offshore with this saving.
fn against(spread: Distribution, chance: f64) -> Verdict {
    let costs = (0.0, 6e6);
    let home = bell(3e6, 1e5, 1e5, costs);
    let cost = Distribution { mean: home.mean - spread.mean, ..home.clone() };
    let strategies =
        vec![strategy("in_house", home, None), strategy("complete_offshore", cost, Some(saving(spread, chance)))];
    verdict(&summary(strategies)).unwrap()
}

#[test]
fn a_reliable_saving_says_move_with_odds_as_counts() {
    let verdict = against(bell(8e5, 4e5, 4e5, BINS), 0.978);
    assert_eq!(verdict.decision, Decision::Move);
    assert_eq!(verdict.headline, "Move: complete offshore outsourcing costs least on average.");
    assert_eq!(verdict.odds, "Complete offshore outsourcing costs less than staying in-house in 98 of 100 futures.");
    assert!(verdict.money.starts_with("Typically moving saves $"), "{}", verdict.money);
    assert!(verdict.certainty.contains("Based on 10,240 simulated futures."));
    assert!(verdict.certainty.contains("by less than 1 future in 100"));
}

#[test]
fn a_saving_that_never_fails_says_so_of_its_bad_case() {
    let verdict = against(bell(2e6, 2e5, 2e5, BINS), 1.0);
    assert!(verdict.tail.starts_with("Even in the worst 5 of 100 futures moving saves $"), "{}", verdict.tail);
}

#[test]
fn a_loss_tail_is_said_beside_a_good_average() {
    let verdict = against(bell(8e5, 9e5, 3e5, BINS), 0.72);
    assert_eq!(verdict.decision, Decision::Move);
    assert!(verdict.tail.contains("moving costs $") && verdict.tail.contains("more than staying"), "{}", verdict.tail);
}

#[test]
fn a_saving_that_is_no_more_than_a_coin_toss_is_not_clear_cut() {
    assert_eq!(against(bell(2e5, 9e5, 9e5, BINS), 0.56).decision, Decision::MoveWithDoubt);
    let gamble = against(bell(-1e5, 5e5, 9e5, BINS), 0.44);
    assert_eq!(gamble.decision, Decision::MoveWithDoubt);
    assert!(gamble.headline.starts_with("A gamble"), "{}", gamble.headline);
}

#[test]
fn in_house_wins_as_plainly() {
    let verdict = against(bell(-9e5, 4e5, 4e5, BINS), 0.02);
    assert_eq!(verdict.decision, Decision::StayInHouse);
    assert!(verdict.headline.starts_with("Stay in-house"));
    assert_eq!(verdict.odds, "The best alternative, complete offshore outsourcing, costs less in 2 of 100 futures.");
    assert!(verdict.money.contains("costs $"), "{}", verdict.money);
}

#[test]
fn the_middle_and_the_average_may_disagree() {
    let verdict = against(Distribution { mean: -3e5, ..bell(2e5, 6e5, 4e5, BINS) }, 0.65);
    assert_eq!(verdict.decision, Decision::StayInHouse);
    assert!(verdict.money.contains("but bad futures outweigh that"), "{}", verdict.money);
    let verdict = against(Distribution { mean: 3e5, ..bell(-2e5, 4e5, 6e5, BINS) }, 0.4);
    assert!(verdict.money.contains("but good futures outweigh that"), "{}", verdict.money);
}

#[test]
fn what_the_error_leaves_open_is_too_close_to_call() {
    let verdict = against(Distribution { mean: 4_000.0, ..bell(0.0, 9e5, 9e5, BINS) }, 0.5);
    assert_eq!(verdict.decision, Decision::TooClose);
    assert!(verdict.headline.starts_with("Too close to call"));
}

#[test]
fn two_good_ways_that_cannot_be_told_apart_are_both_named() {
    let mut summary = comparison(2);
    let mut twin = summary.strategies[1].clone();
    twin.strategy = "hybrid_offshore".to_owned();
    twin.cost_present_value.mean += 500.0;
    summary.strategies.push(twin);
    let verdict = verdict(&summary).unwrap();
    assert!(verdict.headline.contains("hybrid offshore outsourcing cost least"), "{}", verdict.headline);
    assert!(verdict.headline.ends_with("too close to call."));
}

#[test]
fn in_house_alone_is_nothing_to_compare() {
    let verdict = verdict(&comparison(0)).unwrap();
    assert_eq!(verdict.decision, Decision::NothingToCompare);
    assert!(verdict.odds.is_empty() && !verdict.money.is_empty());
}

#[test]
fn a_preview_says_that_it_is_one() {
    let mut summary = comparison(3);
    summary.trials = 3_072;
    let certainty = verdict(&summary).unwrap().certainty;
    assert!(certainty.starts_with("A first look, after 3,072 of 10,240 simulated futures."), "{certainty}");
}

#[test]
fn nothing_at_all_has_no_verdict() {
    assert_eq!(verdict(&summary(Vec::new())), None);
}

/// Prints verdicts, to be read.
#[test]
#[ignore = "for the eye: cargo test --lib sentences -- --ignored --nocapture"]
fn sentences() {
    let reliable = against(bell(8e5, 4e5, 4e5, BINS), 0.978);
    let gamble = against(bell(-1e5, 5e5, 9e5, BINS), 0.44);
    let stay = against(bell(-9e5, 4e5, 4e5, BINS), 0.02);
    let alone = verdict(&comparison(0)).unwrap();
    let all = verdict(&comparison(9)).unwrap();
    for verdict in [reliable, gamble, stay, alone, all] {
        eprintln!("{verdict:#?}");
    }
    let summary = comparison(9);
    eprintln!("{}\n{}", super::charts::cost_title(&summary), super::charts::cost_description(&summary));
    let strategy = &summary.strategies[4];
    eprintln!("{}", super::charts::saving_description(strategy, strategy.saving.as_ref().unwrap(), &summary));
}
