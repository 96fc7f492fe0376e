//! Words of contract and provider: what can be agreed, what a vendor is judged by, and what either changes.

use super::{assumptions, labels};
use crate::format::{decimal, quantity};
use crate::model::catalogue;
use crate::model::contract::{
    DataProtection, ExchangeRate, ExitPlan, Notice, PriceRise, SecondSource, ServiceLevels, StatementOfWork, StepIn,
    TerminationFee,
};
use crate::model::effects::{self, Cause, Change, DEAL_QUALITY, Effect};
use crate::model::provider::AVERAGE;
use crate::model::{Assumption, AssumptionKey, Clause, Criterion, Currency, Scenario, Site, Term};

/// Heading of contract and provider.
pub const VENDORS: &str = "Contract and provider";
/// What they do.
pub const VENDORS_HINT: &str = "What you agree with a vendor, and how good it is, change the default assumptions about \
                                it. A figure of your own stays as you put it in.";

/// Name of a clause.
pub fn clause(clause: Clause) -> &'static str {
    match clause {
        Clause::ServiceLevels => "Service levels (SLA)",
        Clause::StatementOfWork => "Description of the work (SOW)",
        Clause::DataProtection => "Data protection",
        Clause::PriceRise => "Price rises",
        Clause::ExchangeRate => "Exchange rate",
        Clause::Notice => "Vendor's notice",
        Clause::TerminationFee => "Fee for ending early",
        Clause::StepIn => "Right to step in",
        Clause::ExitPlan => "Exit plan",
        Clause::SecondSource => "Second vendor",
    }
}

/// What a clause is about, as a sentence.
pub fn clause_explanation(clause: Clause) -> &'static str {
    match clause {
        Clause::ServiceLevels => "What follows when the vendor misses the quality agreed.",
        Clause::StatementOfWork => "How exactly the contract says what the price contains.",
        Clause::DataProtection => "How the vendor keeps your data, and who checks it.",
        Clause::PriceRise => "Whether the price rises with inflation.",
        Clause::ExchangeRate => "Who pays when the vendor's currency rises.",
        Clause::Notice => "How long the vendor must work on after it says that it leaves.",
        Clause::TerminationFee => "What you owe the vendor when you end the contract before its term.",
        Clause::StepIn => "Whether you may run the vendor's operation for as long as the vendor cannot.",
        Clause::ExitPlan => "What the vendor hands over when it goes, and how.",
        Clause::SecondSource => "Whether another vendor is signed and could take over.",
    }
}

/// Name of a term.
pub fn term(term: Term) -> &'static str {
    match term {
        Term::ServiceLevels(ServiceLevels::None)
        | Term::TerminationFee(TerminationFee::None)
        | Term::StepIn(StepIn::None)
        | Term::ExitPlan(ExitPlan::None)
        | Term::SecondSource(SecondSource::None) => "None",
        Term::ServiceLevels(ServiceLevels::Credits) => "With credits, as usual",
        Term::ServiceLevels(ServiceLevels::Strict) => "Strict, with credits that can be earned back",
        Term::StatementOfWork(StatementOfWork::Loose) => "An outline",
        Term::StatementOfWork(StatementOfWork::Usual)
        | Term::Notice(Notice::Usual)
        | Term::TerminationFee(TerminationFee::Usual) => "As usual",
        Term::StatementOfWork(StatementOfWork::Tight) => "Tight: every task, volume and quality",
        Term::DataProtection(DataProtection::None) => "None beyond the law",
        Term::DataProtection(DataProtection::Standard) => "Standard clauses",
        Term::DataProtection(DataProtection::Audited) => "With audits and certified staff",
        Term::PriceRise(PriceRise::Fixed) => "None: the first price holds",
        Term::PriceRise(PriceRise::Capped) => "With inflation, up to a cap",
        Term::PriceRise(PriceRise::Indexed) => "With inflation",
        Term::ExchangeRate(ExchangeRate::Vendor) => "The vendor bears it",
        Term::ExchangeRate(ExchangeRate::Shared) => "Shared",
        Term::ExchangeRate(ExchangeRate::Buyer) => "You bear it",
        Term::Notice(Notice::Short) => "Short",
        Term::Notice(Notice::Long) => "Long",
        Term::TerminationFee(TerminationFee::High) => "High",
        Term::StepIn(StepIn::Agreed) => "Agreed",
        Term::ExitPlan(ExitPlan::Written) => "Written",
        Term::ExitPlan(ExitPlan::Rehearsed) => "Written and rehearsed",
        Term::SecondSource(SecondSource::Ready) => "Kept ready",
    }
}

/// Name of a criterion.
pub fn criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Expertise => "Expertise and experience",
        Criterion::Technology => "Technology",
        Criterion::Communication => "Communication",
        Criterion::Flexibility => "Flexibility and scale",
        Criterion::Security => "Security and compliance",
        Criterion::Transparency => "Cost transparency",
        Criterion::TrackRecord => "Track record",
    }
}

/// What a criterion is about, as a sentence.
pub fn criterion_explanation(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Expertise => "How well it knows this kind of work.",
        Criterion::Technology => "How good its tools are, and how well they fit with yours.",
        Criterion::Communication => "Language, hours, reporting, and whether problems are told.",
        Criterion::Flexibility => "How soon people and seats are there, and how many.",
        Criterion::Security => "How well it keeps data, and how it proves it.",
        Criterion::Transparency => "Whether you can see what you pay for.",
        Criterion::TrackRecord => "How its earlier contracts went.",
    }
}

/// What a score says.
pub fn score(score: u8) -> String {
    let meaning = match score {
        ..2 => "far below average",
        2 => "below average",
        3 => "average",
        4 => "above average",
        5.. => "far above average",
    };
    format!("{score}: {meaning}")
}

/// On the lid of a contract.
pub fn contract_lid(scenario: &Scenario, site: Site) -> String {
    let contract = scenario.contracts.at(site);
    match Clause::ALL.iter().filter(|clause| !contract.term(**clause).is_usual()).count() {
        0 => "Contract: usual terms".to_owned(),
        1 => "Contract: 1 term is not the usual one".to_owned(),
        several => format!("Contract: {several} terms are not the usual ones"),
    }
}

/// On the lid of a score card.
pub fn provider_lid(scenario: &Scenario, site: Site) -> String {
    let card = scenario.providers.at(site);
    match Criterion::ALL.iter().filter(|criterion| card.score(**criterion) != AVERAGE).count() {
        0 => "Provider: average".to_owned(),
        1 => "Provider: 1 score is not average".to_owned(),
        several => format!("Provider: {several} scores are not average"),
    }
}

/// What is agreed on `clause` at `site` changes; what the clause is about where that is nothing.
pub fn clause_effect(clause: Clause, scenario: &Scenario, site: Site) -> String {
    let agreed = Cause::Agreed(scenario.contracts.at(site).term(clause));
    effect(agreed, scenario, site).unwrap_or_else(|| clause_explanation(clause).to_owned())
}

/// What the score of `criterion` at `site` changes; what the criterion is about where that is nothing.
pub fn score_effect(criterion: Criterion, scenario: &Scenario, site: Site) -> String {
    let explanation = || criterion_explanation(criterion).to_owned();
    effect(Cause::Point(criterion), scenario, site).unwrap_or_else(explanation)
}

/// Everything that comes of `cause`: "Change requests × 0.6; choosing a vendor, fixed part × 1.2."
fn effect(cause: Cause, scenario: &Scenario, site: Site) -> Option<String> {
    let of_cause = effects::at(scenario, site).filter(|(effect, _)| effect.cause == cause && effect.matters_at(site));
    let parts: Vec<String> = of_cause.map(|(effect, change)| part(effect, change, scenario, site)).collect();
    (!parts.is_empty()).then(|| sentence(&parts.join("; ")))
}

fn part(effect: &Effect, change: Change, scenario: &Scenario, site: Site) -> String {
    let (Some(assumption), false) = (effect.assumption(), effect.target == DEAL_QUALITY) else {
        return match change {
            Change::Plus(shift) if shift < 0.0 => {
                format!("the vendor's quality {} standard deviations better", decimal(-shift, 2))
            }
            Change::Plus(shift) => format!("the vendor's quality {} standard deviations worse", decimal(shift, 2)),
            Change::Times(_) | Change::AtMost(_) => String::new(),
        };
    };
    let name = match assumption {
        // A factor acts on what is above 1.
        Assumption::Rework => "hours done twice".to_owned(),
        other => lower_first(assumptions::label(other)),
    };
    let stated = match stated(assumption, scenario, site) {
        Stated::Nowhere => "",
        Stated::InPart => " (but for your own figures)",
        Stated::Everywhere => " (not your own figure)",
    };
    format!("{name} {}{stated}", change_of(assumption, change, scenario.currency))
}

/// "× 0.6", "at most 3 %".
fn change_of(assumption: Assumption, change: Change, currency: Currency) -> String {
    let unit = catalogue::unit(assumption);
    match change {
        Change::Times(factor) => format!("×\u{a0}{}", decimal(factor, 3)),
        Change::Plus(addition) if addition < 0.0 => format!("less {}", quantity(-addition, unit, currency)),
        Change::Plus(addition) => format!("plus {}", quantity(addition, unit, currency)),
        Change::AtMost(cap) => format!("at most {}", quantity(cap, unit, currency)),
    }
}

/// Where the user's own figure stands in place of a default.
enum Stated {
    Nowhere,
    InPart,
    Everywhere,
}

fn stated(assumption: Assumption, scenario: &Scenario, site: Site) -> Stated {
    let is_own = |key: &AssumptionKey| scenario.assumptions.contains_key(&key.to_string());
    if assumption != Assumption::HourlyRate {
        return if is_own(&AssumptionKey::site(assumption, site)) { Stated::Everywhere } else { Stated::Nowhere };
    }
    let functions = scenario.functions.iter();
    let priced = functions.filter(|function| {
        function.quotes.contains_key(&site) || is_own(&AssumptionKey::function_site(assumption, &function.id, site))
    });
    match priced.count() {
        0 => Stated::Nowhere,
        all if all == scenario.functions.len() => Stated::Everywhere,
        _ => Stated::InPart,
    }
}

/// How contract and provider change the default behind `key`; nothing where they do not.
pub fn default_effect(key: &AssumptionKey, scenario: &Scenario) -> Option<String> {
    let parts: Vec<String> = effects::on(key, scenario)
        .map(|(effect, change)| {
            let cause = match effect.cause {
                Cause::Agreed(agreed) => format!("{}: {}", clause(agreed.clause()), lower_first(term(agreed))),
                Cause::Point(by) => lower_first(criterion(by)),
            };
            format!("{} ({cause})", change_of(key.assumption, change, scenario.currency))
        })
        .collect();
    if parts.is_empty() {
        return None;
    }
    if scenario.assumptions.contains_key(&key.to_string()) {
        return Some("Contract and provider leave your own figure as it is.".to_owned());
    }
    let what = if key.assumption == Assumption::Rework { " above 1" } else { "" };
    Some(format!("The default{what}, {}.", parts.join(", ")))
}

/// Label of a choice for those who do not see which panel it is in: "Notice, offshore".
pub fn of_site(label: &str, site: Site) -> String {
    format!("{label}, {}", labels::site(site).to_lowercase())
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

/// Acronyms keep their capitals.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_lowercase().to_string()).unwrap_or_default();
    format!("{first}{}", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::presets::PRESETS;
    use crate::model::{PricingUnit, Quote, Uncertain};
    use std::collections::BTreeSet;

    fn scenario() -> Scenario {
        PRESETS[2].scenario().unwrap()
    }

    #[test]
    fn a_tight_description_says_what_it_changes() {
        let mut scenario = scenario();
        let sentence = |scenario: &Scenario| clause_effect(Clause::StatementOfWork, scenario, Site::Offshore);
        assert_eq!(sentence(&scenario), "How exactly the contract says what the price contains.");
        scenario.contracts.offshore.statement_of_work = StatementOfWork::Tight;
        let changes = "Change requests ×\u{a0}0.6; choosing a vendor, fixed part ×\u{a0}1.2; months until the vendor starts ×\u{a0}1.1.";
        assert_eq!(sentence(&scenario), changes);
        scenario.assumptions.insert("offshore.scope_changes".to_owned(), Uncertain::Fixed(0.1));
        assert!(sentence(&scenario).starts_with("Change requests ×\u{a0}0.6 (not your own figure); choosing"));
        let key = |text: &str| AssumptionKey::parse(text).unwrap();
        assert_eq!(
            default_effect(&key("offshore.selection_fixed"), &scenario).unwrap(),
            "The default, ×\u{a0}1.2 (Description of the work (SOW): tight: every task, volume and quality)."
        );
        assert!(default_effect(&key("offshore.scope_changes"), &scenario).unwrap().contains("your own"));
        assert_eq!(default_effect(&key("nearshore.scope_changes"), &scenario), None);
        assert_eq!(contract_lid(&scenario, Site::Offshore), "Contract: 1 term is not the usual one");
    }

    #[test]
    fn a_price_stated_for_one_function_is_told_from_one_for_all() {
        let mut scenario = scenario();
        scenario.contracts.nearshore.price_rise = PriceRise::Capped;
        let sentence = |scenario: &Scenario| clause_effect(Clause::PriceRise, scenario, Site::Nearshore);
        assert!(sentence(&scenario).starts_with("Yearly price rise in the contract at most 3\u{a0}%"));
        let rate = |id: &str| AssumptionKey::function_site(Assumption::HourlyRate, id, Site::Nearshore).to_string();
        let ids: Vec<String> = scenario.functions.iter().map(|function| function.id.clone()).collect();
        scenario.assumptions.insert(rate(&ids[0]), Uncertain::Fixed(20.0));
        assert!(sentence(&scenario).ends_with("1.015 (but for your own figures)."), "{}", sentence(&scenario));
        for id in &ids[1..] {
            scenario.assumptions.insert(rate(id), Uncertain::Fixed(20.0));
        }
        // A quote is a figure of one's own as well.
        scenario.assumptions.remove(&rate(&ids[1]));
        let quote = Quote { per: PricingUnit::Year, price: Uncertain::Fixed(1e6) };
        scenario.functions[1].quotes.insert(Site::Nearshore, quote);
        assert!(sentence(&scenario).ends_with("1.015 (not your own figure)."), "{}", sentence(&scenario));
    }

    #[test]
    fn every_choice_has_words_and_a_sentence() {
        let base = scenario();
        for clause in Clause::ALL {
            let names: BTreeSet<&str> = clause.terms().iter().map(|it| term(*it)).collect();
            assert_eq!(names.len(), clause.terms().len(), "{clause:?}");
            for term in clause.terms() {
                let mut scenario = base.clone();
                scenario.contracts.offshore.agree(*term);
                let sentence = clause_effect(*clause, &scenario, Site::Offshore);
                assert_eq!(sentence.contains('×') || sentence.contains("at most"), !term.is_usual(), "{sentence}");
                assert!(sentence.ends_with('.') && !sentence.contains("  "), "{sentence}");
            }
        }
        for criterion in Criterion::ALL {
            for given in 1..=5 {
                let mut scenario = base.clone();
                scenario.providers.offshore.set(*criterion, given);
                let sentence = score_effect(*criterion, &scenario, Site::Offshore);
                let changes = sentence.contains('×') || sentence.contains("standard deviations");
                assert_eq!(changes, given != AVERAGE, "{sentence}");
            }
        }
        let scores: BTreeSet<String> = (1..=5).map(score).collect();
        assert_eq!(scores.len(), 5);
    }
}
