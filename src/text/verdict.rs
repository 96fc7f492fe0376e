//! The verdict: what the simulation says about the decision, in five plain sentences.
//!
//! The least mean present value decides; the odds, the money and the bad case are those of the saving against in-house,
//! counted future by future in the same world. It says "stay" as readily as "move".

use super::charts::upper_first;
use super::closeness::{cannot_be_told_apart, saving_is_open};
use super::strategies::strategy_phrase;
use crate::engine::Summary;
use crate::engine::summary::{Saving, StrategySummary};
use crate::format::{count, decimal, money_compact, money_with_error, months, of_hundred};
use crate::model::{Currency, StrategyId};

/// Chance of a saving from which a move is called one without more ado.
pub const RELIABLE: f64 = 0.6;

/// Which way the comparison falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// There is nothing but in-house to look at.
    NothingToCompare,
    /// In-house costs least on average.
    StayInHouse,
    /// In-house and the best other way cost the same as far as the simulation can tell.
    TooClose,
    /// Another way costs least on average and in at least 60 of 100 futures.
    Move,
    /// Another way costs least on average, but not reliably so.
    MoveWithDoubt,
}

/// What the simulation says, ready to read. A sentence that has nothing to say is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Which way the comparison falls, for the look of the panel.
    pub decision: Decision,
    /// The strategy that the odds, money and tail speak of: the best one that is not in-house.
    pub strategy: Option<StrategyId>,
    /// The decision in one sentence.
    pub headline: String,
    /// How often the strategy costs less than in-house.
    pub odds: String,
    /// The typical saving.
    pub money: String,
    /// The bad case.
    pub tail: String,
    /// How sure the simulation itself is.
    pub certainty: String,
}

/// The verdict on a comparison; `None` when the summary holds no strategy.
pub fn verdict(summary: &Summary) -> Option<Verdict> {
    let ranked = summary.ranked();
    let first = ranked.first()?;
    let mut others = ranked.iter().filter_map(|strategy| Some((*strategy, strategy.saving.as_ref()?)));
    let Some((best, saving)) = others.next() else { return Some(nothing_to_compare(summary, first)) };
    let rival = others.next().map(|(rival, _)| rival).filter(|rival| cannot_be_told_apart(best, rival));
    let decision = decide(saving);
    Some(Verdict {
        decision,
        strategy: Some(best.strategy.clone()),
        headline: headline(decision, best, rival, saving),
        odds: odds(decision, best, saving),
        money: money(saving, summary.currency),
        tail: tail(saving, summary.currency),
        certainty: certainty(summary, saving),
    })
}

fn decide(saving: &Saving) -> Decision {
    if saving_is_open(saving) {
        Decision::TooClose
    } else if saving.present_value.mean <= 0.0 {
        Decision::StayInHouse
    } else if saving.chance_positive >= RELIABLE {
        Decision::Move
    } else {
        Decision::MoveWithDoubt
    }
}

fn nothing_to_compare(summary: &Summary, only: &StrategySummary) -> Verdict {
    let cost = &only.cost_present_value;
    Verdict {
        decision: Decision::NothingToCompare,
        strategy: None,
        headline: "There is nothing to compare with yet: add a way of sourcing.".to_owned(),
        odds: String::new(),
        money: format!(
            "{} costs {} over {} in today's money: the middle of all futures.",
            upper_first(&phrase(only)),
            money_with_error(cost.percentile(50), cost.mean_standard_error, summary.currency),
            months(f64::from(summary.horizon_months))
        ),
        tail: format!(
            "In the worst 5 of 100 futures it costs {} on average.",
            money_compact(cost.conditional_value_at_risk, summary.currency)
        ),
        certainty: futures(summary),
    }
}

fn headline(decision: Decision, best: &StrategySummary, rival: Option<&StrategySummary>, saving: &Saving) -> String {
    let best_phrase = phrase(best);
    let rivals = rival.map(phrase);
    match (decision, rivals) {
        (Decision::StayInHouse, _) => "Stay in-house: on average, nothing compared here costs less.".to_owned(),
        (Decision::TooClose, _) => {
            format!("Too close to call: on average, staying in-house and {best_phrase} cost the same.")
        }
        (Decision::Move, Some(rival)) => {
            format!("Move: {best_phrase} and {rival} cost least on average, and which of the two is too close to call.")
        }
        (Decision::Move, None) => format!("Move: {best_phrase} costs least on average."),
        _ if saving.chance_positive < 0.5 => {
            format!(
                "A gamble: {best_phrase} costs least on average, but more often than not it costs more than staying."
            )
        }
        _ => format!("Not clear-cut: {best_phrase} costs least on average, but not much more often than not."),
    }
}

fn odds(decision: Decision, best: &StrategySummary, saving: &Saving) -> String {
    let often = of_hundred(saving.chance_positive);
    if decision == Decision::StayInHouse {
        return format!("The best alternative, {}, costs less in {often} futures.", phrase(best));
    }
    format!("{} costs less than staying in-house in {often} futures.", upper_first(&phrase(best)))
}

/// The typical saving. Where the middle future and the average disagree about the sign, both are said: that is where a
/// few very bad, or very good, futures decide.
fn money(saving: &Saving, currency: Currency) -> String {
    let spread = &saving.present_value;
    let error = spread.mean_standard_error;
    let (median, mean) = (spread.percentile(50), spread.mean);
    let typical = money_with_error(median.abs(), error, currency);
    let average = money_with_error(mean.abs(), error, currency);
    if median >= 0.0 && mean < 0.0 && !saving_is_open(saving) {
        return format!(
            "In the middle future moving saves {typical}, but bad futures outweigh that: on average it costs {average} more."
        );
    }
    if median < 0.0 && mean > 0.0 && !saving_is_open(saving) {
        return format!(
            "In the middle future moving costs {typical} more, but good futures outweigh that: on average it saves {average}."
        );
    }
    if median >= 0.0 {
        format!("Typically moving saves {typical} in today's money: half of all futures save more, half less.")
    } else {
        format!("Typically moving costs {typical} more in today's money: half of all futures are better, half worse.")
    }
}

fn tail(saving: &Saving, currency: Currency) -> String {
    let worst = saving.present_value.conditional_value_at_risk;
    if worst < 0.0 {
        format!(
            "In the worst 5 of 100 futures moving costs {} more than staying in-house, on average.",
            money_compact(-worst, currency)
        )
    } else {
        format!("Even in the worst 5 of 100 futures moving saves {} on average.", money_compact(worst, currency))
    }
}

fn certainty(summary: &Summary, saving: &Saving) -> String {
    // Two standard errors: another seed lands within them 19 times in 20.
    let of_chance = 2.0 * saving.chance_positive_error * 100.0;
    let of_mean = 2.0 * saving.present_value.mean_standard_error;
    let chance = if of_chance < 1.0 {
        "by less than 1 future in 100".to_owned()
    } else {
        format!("by up to {} futures in 100", decimal(of_chance.ceil(), 0))
    };
    format!(
        "{} Another run would move the odds {chance}, and the average saving by up to {}.",
        futures(summary),
        money_compact(of_mean, summary.currency)
    )
}

fn futures(summary: &Summary) -> String {
    let (done, planned) = (count(u64::from(summary.trials)), count(u64::from(summary.planned_trials)));
    if summary.is_preview() {
        format!("A first look, after {done} of {planned} simulated futures.")
    } else {
        format!("Based on {done} simulated futures.")
    }
}

fn phrase(strategy: &StrategySummary) -> String {
    strategy_phrase(&strategy.strategy, strategy.name.as_deref())
}
