//! Words of the effects: what one input does over its range, and where another choice becomes the best.

use super::charts::upper_first;
use super::drivers::input_label;
use super::strategies::{IN_HOUSE, strategy_phrase};
use crate::engine::Summary;
use crate::engine::what_if::{Effect, Lever};
use crate::format::{count, money_compact, of_hundred, quantity};
use crate::model::catalogue::Unit;
use crate::model::{Currency, Scenario};

/// Title of the section.
pub const TITLE: &str = "What would change the answer";

/// While nothing is known yet.
pub const SEARCHING: &str = "Trying what each of the inputs that matter most does …";

/// When there is nothing to try.
pub const NOTHING: &str = "Nothing here is uncertain enough to try: every input that matters is luck.";

/// How the charts are read.
pub fn hint(strategy: &str, name: Option<&str>, trials: u32) -> String {
    format!(
        "The inputs that matter most, each set to one value after the other in the same {} futures, everything else as it \
         comes. The line is what {} saves on average against in-house, in today's money. Shaded is the range you \
         stated, the dot its likely value; a broken line marks a value at which another choice becomes the best.",
        count(u64::from(trials)),
        strategy_phrase(strategy, name)
    )
}

/// The finding of all of them: which decide within what is thought possible, and whether any speaks for staying.
pub fn finding(effects: &[Effect], scenario: &Scenario) -> String {
    let stays = |effect: &Effect| effect.points.iter().any(|point| point.best == IN_HOUSE);
    let changes = effects.iter().any(|effect| !effect.flips.is_empty());
    let remark = if changes && !effects.iter().any(stays) { " None makes staying in-house the best." } else { "" };
    format!("{}{remark}", what_decides(effects, scenario))
}

fn what_decides(effects: &[Effect], scenario: &Scenario) -> String {
    let inside: Vec<String> = effects
        .iter()
        .filter(|effect| effect.flips_within_what_is_stated())
        .map(|effect| format!("“{}”", label(&effect.lever, scenario)))
        .collect();
    match inside.as_slice() {
        [] if effects.iter().any(|effect| !effect.flips.is_empty()) => {
            "Within the ranges you stated, none of these alone changes which choice is the best; beyond them some would."
                .to_owned()
        }
        [] => "None of these alone changes which choice is the best.".to_owned(),
        [one] => format!("The choice hangs on {one}: within the range you stated another choice becomes the best."),
        [most @ .., last] => format!(
            "The choice hangs on {} and {last}: each alone, within the range you stated, makes another choice the best.",
            most.join(", ")
        ),
    }
}

/// Name of the input.
pub fn label(lever: &Lever, scenario: &Scenario) -> String {
    input_label(&lever.input(), Some(scenario))
}

/// The finding of one: which choice is the best, from where to where.
pub fn title(effect: &Effect, summary: &Summary, scenario: &Scenario) -> String {
    format!("{}: {}", label(&effect.lever, scenario), choices(effect, summary))
}

fn choices(effect: &Effect, summary: &Summary) -> String {
    let phrase = |id: &str| {
        let name = summary.strategy(id).and_then(|strategy| strategy.name.as_deref());
        strategy_phrase(id, name)
    };
    let written = |value: f64| value_text(value, &effect.lever, summary.currency);
    let ends = effect.points.first().zip(effect.points.last());
    let Some((low, high)) = ends else { return String::new() };
    match effect.flips.as_slice() {
        [] => format!("no value from {} to {} changes the choice", written(low.value), written(high.value)),
        [flip] if flip.above == high.best => format!(
            "below {} {} costs least, above it {}",
            written(flip.value),
            phrase(&flip.below),
            phrase(&flip.above)
        ),
        flips => {
            let steps: Vec<String> =
                flips.iter().map(|flip| format!("from {} on {}", written(flip.value), phrase(&flip.above))).collect();
            format!("at first {} costs least, {}", phrase(&low.best), steps.join(", "))
        }
    }
}

/// A value of the input for the end of an axis, to three digits and as short as can be: "0.43×", "12 %", "$9.10".
pub fn tick(value: f64, lever: &Lever, currency: Currency) -> String {
    let unit = match lever.unit() {
        Unit::SharePerYear => Unit::Share,
        Unit::MoneyPerHour | Unit::MoneyPerYear => Unit::Money,
        Unit::Ratio => return format!("{}×", quantity(three_digits(value), Unit::Ratio, currency)),
        unit => unit,
    };
    quantity(three_digits(value), unit, currency)
}

/// A value of the input with its unit, to three digits.
pub fn value_text(value: f64, lever: &Lever, currency: Currency) -> String {
    let rounded = three_digits(value);
    match lever {
        Lever::Prices(_) => format!("{} times today's prices", quantity(rounded, Unit::Ratio, currency)),
        _ => quantity(rounded, lever.unit(), currency),
    }
}

/// The value to three significant digits.
fn three_digits(value: f64) -> f64 {
    // Through the text, so that 0.3 stays 0.3.
    format!("{value:.2e}").parse().unwrap_or(value)
}

/// What a chart shows, for those who do not see it.
pub fn description(title: &str, saving: &str, name: Option<&str>) -> String {
    format!(
        "{}. A line of what {} saves on average at each value; the numbers are in the table.",
        upper_first(title),
        strategy_phrase(saving, name)
    )
}

/// Caption of a table.
pub fn caption(lever: &Lever, scenario: &Scenario) -> String {
    format!("What happens at each value of “{}”", label(lever, scenario))
}

/// Heads of a table.
pub fn table_head(strategy: &str, name: Option<&str>) -> Vec<String> {
    let phrase = upper_first(&strategy_phrase(strategy, name));
    vec!["Value".to_owned(), "Costs least on average".to_owned(), format!("{phrase} saves"), "Saves in".to_owned()]
}

/// The cells behind the value.
pub fn table_cells(best: &str, mean_saving: f64, chance_positive: f64, summary: &Summary) -> Vec<String> {
    let name = summary.strategy(best).and_then(|strategy| strategy.name.as_deref());
    vec![
        upper_first(&strategy_phrase(best, name)),
        money_compact(mean_saving, summary.currency),
        format!("{} futures", of_hundred(chance_positive)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::what_if::{EffectPoint, Flip};
    use crate::model::presets::PRESETS;
    use crate::model::{Assumption, AssumptionKey};
    use crate::text::fixture::comparison;

    fn effect(stated: [f64; 3], flips: &[(f64, &str, &str)]) -> Effect {
        let point = |value: f64, best: &str| EffectPoint { value, best: best.to_owned(), strategies: Vec::new() };
        let last = flips.last().map_or("in_house", |flip| flip.2);
        Effect {
            lever: Lever::Assumption(AssumptionKey::function(Assumption::Attrition, "support")),
            stated,
            points: vec![point(0.1, flips.first().map_or("in_house", |flip| flip.1)), point(0.6, last)],
            flips: flips
                .iter()
                .map(|(value, below, above)| Flip {
                    value: *value,
                    below: (*below).to_owned(),
                    above: (*above).to_owned(),
                })
                .collect(),
        }
    }

    #[test]
    fn choices_are_named_from_where_to_where() {
        let (summary, scenario) = (comparison(9), PRESETS[0].scenario().unwrap());
        let told = |flips: &[(f64, &str, &str)]| title(&effect([0.2, 0.3, 0.4], flips), &summary, &scenario);
        let told_of_none = told(&[]);
        assert!(
            told_of_none.ends_with("no value from 10\u{a0}% a year to 60\u{a0}% a year changes the choice"),
            "{told_of_none}"
        );
        let one = told(&[(0.351_49, "in_house", "complete_offshore")]);
        assert!(
            one.ends_with(
                "below 35.1\u{a0}% a year staying in-house costs least, above it complete offshore outsourcing"
            ),
            "{one}"
        );
        let two = told(&[(0.2, "in_house", "hybrid_offshore"), (0.5, "hybrid_offshore", "complete_offshore")]);
        assert!(
            two.contains("at first staying in-house costs least, from 20\u{a0}% a year on hybrid offshore"),
            "{two}"
        );
    }

    #[test]
    fn only_what_is_thought_possible_decides() {
        let scenario = PRESETS[0].scenario().unwrap();
        let flip = [(0.35, "in_house", "complete_offshore")];
        let (inside, beyond) = (effect([0.2, 0.3, 0.4], &flip), effect([0.1, 0.2, 0.3], &flip));
        assert!(finding(&[inside], &scenario).starts_with("The choice hangs on “"));
        let among_vendors = effect([0.2, 0.3, 0.4], &[(0.35, "hybrid_offshore", "complete_offshore")]);
        assert!(finding(&[among_vendors], &scenario).ends_with(" None makes staying in-house the best."));
        assert!(finding(&[beyond], &scenario).contains("beyond them some would"));
        assert!(finding(&[effect([0.1, 0.2, 0.3], &[])], &scenario).starts_with("None of these"));
    }
}
