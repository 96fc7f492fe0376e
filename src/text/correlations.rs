//! Words for what moves together.

use super::assumptions;
use super::labels;
use crate::engine::summary::CorrelationRepair;
use crate::format::decimal;
use crate::model::assumption::Level;
use crate::model::correlation::{Drawn, Party};
use crate::model::{AssumptionKey, Scenario};

/// Name of a pair, as the label of its field.
///
/// Functions go by the names they have in `scenario`; by their ids without one.
pub fn pair(between: &[String; 2], scenario: Option<&Scenario>) -> String {
    let [one, two] = between;
    if one == two {
        return format!("{}, among each other", party(one, scenario));
    }
    format!("{} – {}", party(one, scenario), party(two, scenario))
}

/// Title of the choice of one more pair.
pub const NEW_TIE: &str = "One more pair";

/// What the choice does.
pub const NEW_TIE_HINT: &str = "It begins at 0.5 and can be changed in the list above. Only what is uncertain can move: a \
                                quantity stated as one number stays where it is.";

/// Label of the first of the two.
pub const ONE: &str = "This";

/// Label of the second of the two.
pub const OTHER: &str = "moves with this";

/// What the button says.
pub const TIE: &str = "Tie the two";

/// Heading of what stands for several quantities at once.
pub const GROUPS: &str = "Several at once";

/// Name of one side: "Yearly wage, every function".
pub fn party(text: &str, scenario: Option<&Scenario>) -> String {
    match Party::parse(text) {
        Some(Party::One(key)) => {
            if let Drawn::Assumption(assumption) = key.drawn
                && assumption.level() == key.scope.level()
            {
                return assumptions::key_label(&AssumptionKey { assumption, scope: key.scope }, scenario);
            }
            let name = quantity(key.drawn);
            match (key.scope.site(), key.scope.function()) {
                (Some(site), Some(id)) => {
                    format!(
                        "{name}, {}, {}",
                        labels::site(site).to_lowercase(),
                        assumptions::function_label(id, scenario)
                    )
                }
                (Some(site), None) => format!("{name}, {}", labels::site(site).to_lowercase()),
                (None, Some(id)) => format!("{name}, {}", assumptions::function_label(id, scenario)),
                (None, None) => name.to_owned(),
            }
        }
        Some(Party::Every(drawn)) => {
            let whose = match drawn.level() {
                Level::Home => return quantity(drawn).to_owned(),
                Level::Function => "every function",
                Level::Site => "every vendor",
                Level::FunctionSite => "every function and vendor",
            };
            format!("{}, {whose}", quantity(drawn))
        }
        None => text.to_owned(),
    }
}

fn quantity(drawn: Drawn) -> &'static str {
    match drawn {
        Drawn::Assumption(assumption) => assumptions::label(assumption),
        Drawn::Headcount => "Number of people",
        Drawn::ContactsPerMonth => "Contacts in a month",
        Drawn::HandleSeconds => "Length of a contact",
        Drawn::Wage => "Yearly wage",
        Drawn::Transactions => "Transactions in a year",
        Drawn::KnownCost => "Known cost at home",
        Drawn::MarginAtRisk => "Margin at risk",
        Drawn::Currency => "Fall of the currency",
    }
}

/// Why the catalogue's pair with this position in its list moves together, in a sentence.
pub fn explanation(default: usize) -> &'static str {
    match default {
        0 => "Whoever is wrong about one wage tends to be wrong about the others in the same direction.",
        1 => "One firm, one labour market: what makes people leave one function makes them leave the others.",
        2 => "Wages follow prices, and prices of services follow wages.",
        3 => "An onshore vendor hires in the same labour market as you do.",
        4 => "The onshore vendor's wages follow the same prices as yours.",
        5 => "Where wages rise fast the currency tends to lose value.",
        6 => {
            "Whether a vendor that is dear today also raises its price faster. Evidence is lacking, so they move on their own."
        }
        _ => "",
    }
}

/// What a coefficient means, in a few words.
pub fn strength(coefficient: f64) -> &'static str {
    match coefficient {
        c if c >= 0.95 => "As good as in step.",
        c if c >= 0.6 => "Closely together.",
        c if c >= 0.25 => "Loosely together.",
        c if c > 0.0 => "Hardly together.",
        0.0 => "Each on its own.",
        c if c > -0.25 => "Hardly opposed.",
        c if c > -0.6 => "Loosely opposed.",
        c if c > -0.95 => "Strongly opposed.",
        _ => "As good as opposite.",
    }
}

/// The coefficient as it is written.
pub fn coefficient(value: f64) -> String {
    decimal(value, 2)
}

/// What was done about coefficients that cannot hold together.
pub fn repaired(repair: &CorrelationRepair, scenario: Option<&Scenario>) -> String {
    format!(
        "What is said to move together cannot all be true at once, so the nearest that can is used. The largest change: \
         {} counts as {} instead of {}.",
        pair(&repair.between, scenario),
        decimal(repair.used, 2),
        decimal(repair.stated, 2)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::catalogue::correlations::DEFAULTS;
    use std::collections::BTreeSet;

    #[test]
    fn every_default_has_words_of_its_own() {
        let mut seen = BTreeSet::new();
        for (index, default) in DEFAULTS.iter().enumerate() {
            assert!(explanation(index).ends_with('.'), "{:?}", default.between);
            let name = pair(&default.between.map(str::to_owned), None);
            assert!(!name.contains(['*', '_', '.']), "{name}");
            assert!(seen.insert(name));
        }
        assert_eq!(explanation(DEFAULTS.len()), "");
    }

    #[test]
    fn pairs_say_whose_quantities_they_are() {
        let name = |one: &str, two: &str| pair(&[one.to_owned(), two.to_owned()], None);
        assert_eq!(
            name("night_desk.offshore.movable_share", "offshore.hourly_rate"),
            "Work that can move, offshore, night desk – Vendor's hourly price, offshore"
        );
        assert_eq!(name("*.wage", "*.wage"), "Yearly wage, every function, among each other");
        assert_eq!(name("home.hire_cost", "desk.headcount"), "Cost of a hire – Number of people, desk");
    }

    #[test]
    fn a_repair_says_what_it_changed() {
        let between = ["home.hire_cost", "home.workspace"].map(str::to_owned);
        let sentence = repaired(&CorrelationRepair { between, stated: 0.9, used: 0.5 }, None);
        assert!(sentence.ends_with("Cost of a hire – Workspace per seat counts as 0.5 instead of 0.9."), "{sentence}");
    }
}
