//! The field's words, each in a sentence or two.

/// A word and what it means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Stable id, for links to the entry.
    pub id: &'static str,
    /// The word.
    pub term: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

const fn entry(id: &'static str, term: &'static str, meaning: &'static str) -> Entry {
    Entry { id, term, meaning }
}

/// All words, by their ids in the order of the alphabet.
pub const GLOSSARY: [Entry; 26] = [
    entry(
        "attrition",
        "Attrition",
        "People who leave in a year, as a share of all; each has to be replaced and trained.",
    ),
    entry(
        "bounds",
        "Hard bounds",
        "Ends of a range that are never passed. The same numbers read as “1 in 10 lies outside” describe about twice the spread.",
    ),
    entry(
        "break_even",
        "Break-even",
        "The month from which everything saved so far outweighs what the move has cost, for good.",
    ),
    entry(
        "clause",
        "Contract clause",
        "What is agreed with a vendor on one question, such as how the price may rise. The usual terms change nothing here.",
    ),
    entry("complete", "Complete outsourcing", "All functions move to a vendor. What cannot move stays."),
    entry("discount_rate", "Discount rate", "By how much less, each year, money later counts than money today."),
    entry(
        "exchange_rate",
        "Exchange-rate risk",
        "The vendor's costs are in another currency. When it rises, part of that reaches your price.",
    ),
    entry("function", "Business function", "A kind of work with its people, such as customer support or payroll."),
    entry("function_specific", "Function-specific outsourcing", "Some functions move whole; the others stay."),
    entry(
        "future",
        "Future",
        "One simulated course of events: wages, exchange rates, the vendor's quality and mishaps are drawn at random, and every way of \
         sourcing is priced in the same one.",
    ),
    entry("governance", "Governance", "Your own people who manage the contract and check what the vendor delivers."),
    entry(
        "hidden_costs",
        "Hidden costs",
        "What a vendor's quoted price leaves out: moving the work, coordination, changes, risks.",
    ),
    entry(
        "hybrid",
        "Hybrid outsourcing",
        "A part of each function moves: a share of it, the hours after business hours, or the peaks. The rest stays with your own team.",
    ),
    entry(
        "monte_carlo",
        "Monte Carlo simulation",
        "Computing thousands of possible futures from uncertain inputs and counting how they end.",
    ),
    entry("nearshore", "Nearshore", "With a vendor in a country close by, in a similar time zone."),
    entry("offshore", "Offshore", "With a vendor in a far country, usually with much lower wages."),
    entry("onshore", "Onshore", "With a vendor in your own country."),
    entry(
        "paired",
        "Paired comparison",
        "Two ways of sourcing are compared within the same future, so that what hits both alike does not blur the difference.",
    ),
    entry("percentile", "Percentile", "The 95th percentile is the amount that 95 of 100 futures stay below."),
    entry(
        "present_value",
        "Present value, today's money",
        "What a sum that is paid later is worth today. It makes costs of different years comparable.",
    ),
    entry("ramp", "Ramp", "The first months with a vendor, in which the work takes longer because it is new to them."),
    entry(
        "score_card",
        "Score card",
        "What is known of a vendor before anything is signed, from 1 to 5. An average vendor, 3, is what the defaults describe.",
    ),
    entry(
        "service_levels",
        "Service level agreement (SLA)",
        "The quality that a vendor promises, and the credits against its fee when it falls short.",
    ),
    entry("severance", "Severance", "Pay for people whose job ends."),
    entry(
        "statement_of_work",
        "Statement of work (SOW)",
        "The part of the contract that says what the price contains. What it leaves out comes back as change requests.",
    ),
    entry(
        "worst_five",
        "Worst 5 of 100",
        "The average of the most unfavourable futures, one in twenty. It shows how bad bad luck is.",
    ),
];

/// The entry with this id.
pub fn find(id: &str) -> Option<Entry> {
    GLOSSARY.into_iter().find(|entry| entry.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_are_distinct_and_in_order() {
        let ids: BTreeSet<&str> = GLOSSARY.iter().map(|entry| entry.id).collect();
        assert!(ids.into_iter().eq(GLOSSARY.iter().map(|entry| entry.id)));
        assert!(find("ramp").is_some() && find("synergy").is_none());
        assert!(GLOSSARY.iter().all(|entry| entry.meaning.ends_with('.')));
    }
}
