//! Names of the inputs, and the words of the chart that says which of them decide.

use super::assumptions::{function_label, key_label};
use super::labels;
use super::strategies::strategy_phrase;
use crate::engine::drivers::input_id::{InputId, Stated};
use crate::engine::summary::StrategySummary;
use crate::format::{money_compact, percent_points};
use crate::model::{Currency, Scenario, Site};

/// Name of an input: "Yearly wage, Customer support". Functions go by the names they have in `scenario`.
pub fn input_label(input: &InputId, scenario: Option<&Scenario>) -> String {
    let of = |what: &str, id: &str| format!("{what}, {}", function_label(id, scenario));
    let at = |what: &str, site: Site| format!("{what}, {}", labels::site(site).to_lowercase());
    match input {
        InputId::Assumption(key) => key_label(key, scenario),
        InputId::Stated(function, what) => of(stated(*what), function),
        InputId::WagePath => "Luck with wages at home".to_owned(),
        InputId::Market => "Luck with demand".to_owned(),
        InputId::Swings(function) => of("Luck with demand", function),
        InputId::DemandShock => "When demand is shaken".to_owned(),
        InputId::AutomationShock => "When automation leaps ahead".to_owned(),
        InputId::Price(site) => at("Vendor's prices", *site),
        InputId::MovableShare(function, site) => at(&of("Work that can move", function), *site),
        InputId::VendorQuality(site) => at("How much trouble the vendor makes", *site),
        InputId::Currency(site) => at("How far its currency falls", *site),
        InputId::EarlyEnd(site) => at("How long the contract lasts", *site),
        InputId::TransitionOverrun(site) => at("Luck with the move", *site),
        InputId::Event(event, site) => {
            let name = labels::risk_event(*event);
            site.map_or_else(
                || format!("Luck: {}, at home", name.to_lowercase()),
                |site| at(&format!("Luck: {}", name.to_lowercase()), site),
            )
        }
        InputId::FirstBreach => "When the first data breach comes".to_owned(),
        InputId::FirstBreachCost => "What the first data breach costs".to_owned(),
    }
}

fn stated(what: Stated) -> &'static str {
    match what {
        Stated::Headcount => "People",
        Stated::Wage => "Yearly wage",
        Stated::ContactsPerMonth => "Contacts a month",
        Stated::HandleSeconds => "Time for a contact",
        Stated::KnownCost => "Known cost",
        Stated::MarginAtRisk => "Margin at risk",
        Stated::Transactions => "Transactions a year",
    }
}

/// The finding: the input that moves the strategy most, with the mean saving at its low and at its high end.
pub fn title(strategy: &StrategySummary, label: &str, (low, high): (f64, f64), currency: Currency) -> String {
    let phrase = strategy_phrase(&strategy.strategy, strategy.name.as_deref());
    format!(
        "What {phrase} saves hangs most on one thing: “{label}”. Where that is low, {}; where it is high, {}",
        saves(low, currency),
        saves(high, currency)
    )
}

fn saves(amount: f64, currency: Currency) -> String {
    if amount >= 0.0 {
        format!("it saves {} on average", money_compact(amount, currency))
    } else {
        format!("it costs {} more on average", money_compact(-amount, currency))
    }
}

/// What the axis measures.
pub const AXIS: &str = "Saved against in-house on average, in today's money";

/// How the bars are read.
pub const KEY: &str = "Each bar runs from the average saving in the tenth of the futures where the input is lowest to that \
                       where it is highest, marked by the dot. Everything else is as it comes. The line is the average \
                       of all futures.";

/// What the chart shows, for those who do not see it.
pub fn description(title: &str, count: usize) -> String {
    format!("{title}. {AXIS}: a bar for each of the {count} inputs that move it most. {KEY}")
}

/// Caption of the table.
pub const CAPTION: &str = "What moves the saving, the strongest input first";

/// Heads of the table.
pub const TABLE_HEAD: [&str; 5] =
    ["Input", "Saves where it is low", "Saves where it is high", "Explains of the spread", "Worth knowing"];

/// The share of the spread that an input explains.
pub fn share(share_of_variance: f64) -> String {
    if share_of_variance < 0.005 { "under 1\u{a0}%".to_owned() } else { percent_points(share_of_variance, 0) }
}

/// What it is worth to know an input.
pub fn worth(can_be_found_out: bool, value: Option<f64>, currency: Currency) -> String {
    match value {
        Some(value) => money_compact(value, currency),
        None if can_be_found_out => "–".to_owned(),
        None => "luck".to_owned(),
    }
}

/// What the last column means.
pub fn worth_hint(all: f64, currency: Currency) -> String {
    format!(
        "“Worth knowing” is what you would save on average by finding that one input out before you choose; finding out \
         everything would be worth {}. What is marked “luck” nobody can find out beforehand.",
        money_compact(all, currency)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Plan;
    use crate::engine::drivers::inputs::inputs;
    use crate::model::presets::PRESETS;
    use std::collections::BTreeSet;

    #[test]
    fn every_input_has_a_name_of_its_own() {
        let scenario = PRESETS[2].scenario().unwrap();
        let inputs = inputs(&Plan::new(&scenario).unwrap());
        let labels: BTreeSet<String> = inputs.iter().map(|input| input_label(&input.id, Some(&scenario))).collect();
        assert_eq!(labels.len(), inputs.len());
        assert!(labels.iter().all(|label| !label.contains('_')), "{labels:?}");
    }
}
