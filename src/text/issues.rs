//! Sentences for everything that can be wrong with a scenario: which field, and what would be right.

use super::assumptions;
use super::entry::shortened;
use super::{labels, vendors};
use crate::format::{count, decimal, percent_points, quantity};
use crate::model::catalogue::{self, Unit};
use crate::model::{AssumptionKey, Clause, Criterion, Currency, Issue, IssueKind, Site};

/// The problem and what would be right, as a sentence that stands on its own. Amounts are in `currency`.
pub fn issue(issue: &Issue, currency: Currency) -> String {
    let field = field(&issue.path);
    let number = |value: f64| written(value, &issue.path, currency);
    match &issue.kind {
        IssueKind::Unreadable(reason) => {
            let place = if issue.path.is_empty() { "The scenario".to_owned() } else { field };
            format!("{place} cannot be read: {}.", shortened(reason.trim_end_matches('.'), 120))
        }
        IssueKind::NewerFormat { found, known } => format!(
            "This scenario was written by a newer version (format {found}; this one knows up to {known}). Reload the page \
             to get the newest version."
        ),
        IssueKind::NotANumber => format!("{field} needs a number."),
        IssueKind::OutOfRange { value, least, most } => {
            format!("{field} must lie between {} and {}; it is {}.", number(*least), number(*most), number(*value))
        }
        IssueKind::OutOfOrder { low, likely, high } => format!(
            "{field}: the numbers must go from low to high; they are {}, {} and {}.",
            number(*low),
            number(*likely),
            number(*high)
        ),
        IssueKind::NeedsPercentiles => format!(
            "{field}: this shape has no hard bounds. Say instead that 1 in 10, or 1 in 20, lies outside either end."
        ),
        IssueKind::NeedsPositiveEnds => format!("{field}: with this shape both ends must be above 0."),
        IssueKind::MedianNearEnd { least, most } => format!(
            "{field}: with these ends the middle number must lie between {} and {}; nearer to an end no smooth curve has it. \
             Use three numbers without P10, P50 and P90 instead.",
            number(*least),
            number(*most)
        ),
        IssueKind::Missing => match issue.path.as_str() {
            "functions" => "Add at least one function: the work that could be outsourced.".to_owned(),
            path if path.ends_with(".headcount") => {
                format!("{field} is missing. State the work as people or as contacts.")
            }
            _ => format!("{field} is missing."),
        },
        IssueKind::WorkStatedTwice => {
            format!("{field}: the work is stated as people and as contacts. Leave one of the two out.")
        }
        IssueKind::TooMany { count: found, most } => {
            format!("{field}: {} are too many; at most {} fit.", count(*found as u64), count(*most as u64))
        }
        IssueKind::TooLong { most } if issue.path.is_empty() => {
            format!("The text is too long for a scenario; at most {} characters are read.", count(*most as u64))
        }
        IssueKind::TooLong { most } => format!("{field} is too long; at most {most} characters fit."),
        IssueKind::BadId => format!(
            "{field} must be 1 to 32 small letters, digits or underscores, begin with a letter, and not be the name of a place \
             of work such as “offshore”."
        ),
        IssueKind::DuplicateId(id) => {
            format!("{field}: “{}” is there twice; each needs an id of its own.", shortened(id, 40))
        }
        IssueKind::UnknownAssumption(key) => {
            format!("There is no assumption called “{}”. Remove it, or check the spelling.", shortened(key, 60))
        }
        IssueKind::UnknownFunction(id) => {
            format!(
                "{field} speaks of a function “{}” that is not in the list. Add it or remove this.",
                shortened(id, 40)
            )
        }
        IssueKind::UnknownQuantity(key) => {
            format!(
                "{field}: nothing that is drawn is called “{}”. Remove it, or check the spelling.",
                shortened(key, 60)
            )
        }
        IssueKind::UnknownStrategy(id) => {
            format!(
                "{field}: no way of sourcing in the list is called “{}”. Add it or name another.",
                shortened(id, 40)
            )
        }
        IssueKind::InHouseSavesNothing => {
            format!("{field}: in-house saves nothing against itself. Name another way of sourcing.")
        }
        IssueKind::NotAboveZero => format!("{field} must be above 0."),
        IssueKind::NotAShare { value } => {
            format!("{field} is a share of the futures, at most 100 %; it is {}.", percent_points(*value, 1))
        }
        IssueKind::MeansNothing => format!("{field} means nothing for the figure that is asked for. Leave it out."),
        IssueKind::CorrelatedWithItself => format!("{field} names the same quantity twice; name two."),
        IssueKind::CorrelatedTwice => format!("{field} is about a pair that was named before; name each pair once."),
        IssueKind::NotACountry => {
            format!("{field} must be the code of a country in two capital letters, such as US, GB or DE.")
        }
        IssueKind::NeedsTransactions => {
            format!("{field}: a price for a transaction needs the number of transactions in a year.")
        }
        IssueKind::WrongGeography => wrong_geography(&issue.path, &field),
        IssueKind::SharesAboveOne { sum } => {
            format!("{field}: the shares add up to {}; at most 100 % can move.", percent_points(*sum, 1))
        }
    }
}

fn wrong_geography(path: &str, field: &str) -> String {
    let Some(site) = path.rsplit('.').next().and_then(Site::from_id) else {
        return format!("{field}: this country belongs elsewhere.");
    };
    let fitting: Vec<&str> = crate::model::Destination::for_site(site).map(labels::destination).collect();
    format!(
        "{field}: this country is not {}. Choose one of: {}.",
        labels::site(site).to_lowercase(),
        fitting.join(", ")
    )
}

/// The field in people's words, from its path in a file.
pub fn field(path: &str) -> String {
    if let Some(key) = path.strip_prefix("assumptions.") {
        return AssumptionKey::parse(key).map_or_else(
            || format!("The assumption “{}”", shortened(key, 60)),
            |key| assumptions::key_label(&key, None),
        );
    }
    if let Some((number, rest)) = entry(path, "functions") {
        let what = match rest {
            "headcount" => "Number of people",
            "contacts" => "Contacts",
            "contacts.per_month" => "Contacts a month",
            "contacts.handle_seconds" => "Time for one contact",
            "contacts.service_level" => "Share answered in time",
            "contacts.within_seconds" => "Longest wait that is in time",
            "contacts.pooled" => "Whether there is one queue",
            "coverage" => "Hours covered",
            "coverage.hours_per_day" => "Hours covered on a day",
            "coverage.days_per_week" => "Days covered in a week",
            "minimum_positions" => "Fewest people at work",
            "wage" => "Yearly wage",
            "name" => "Name",
            "kind" => "Kind of work",
            "id" => "Id",
            "sensitivity" => "Sensitivity of the data",
            "outsource" => "Whether it moves",
            "core" => "Whether it is core work",
            "customer_facing" => "Whether it faces customers",
            "known_cost" => "Known yearly cost",
            "margin_at_risk" => "Margin that may be lost",
            "transactions_per_year" => "Transactions a year",
            _ if rest.starts_with("quotes.") => "The vendor's quote",
            _ => return format!("Function {number}"),
        };
        return format!("{what} of function {number}");
    }
    if let Some((number, rest)) = entry(path, "correlations") {
        return match rest {
            "coefficient" => format!("Coefficient of correlation {number}"),
            _ => format!("Correlation {number}"),
        };
    }
    if let Some((number, _)) = entry(path, "lines_off") {
        return format!("Entry {number} of the lines that are not counted");
    }
    if let Some((number, rest)) = entry(path, "strategies") {
        return match rest.split('.').collect::<Vec<_>>()[..] {
            ["name"] => format!("Name of strategy {number}"),
            ["id"] => format!("Id of strategy {number}"),
            ["shares", function, ..] => format!("Strategy {number}, function {}", shortened(function, 40)),
            _ => format!("Strategy {number}"),
        };
    }
    if let Some((number, _)) = entry(path, "percentiles") {
        return format!("Percentile {number}");
    }
    if let Some(site) = path.strip_prefix("destinations.").and_then(Site::from_id) {
        return format!("Country of the {} vendor", labels::site(site).to_lowercase());
    }
    if let Some(words) = vendor_field(path) {
        return words;
    }
    match path {
        "" => "The scenario",
        "format" => "The format number",
        "name" => "The scenario's name",
        "home_country" => "Your country",
        "currency" => "The currency",
        "revenue" => "Yearly revenue",
        "horizon_months" => "The time simulated",
        "discount_rate" => "The discount rate",
        "hybrid_share" => "The share that moves under hybrid",
        "spread_one_offs_months" => "The time over which one-off costs are spread",
        "count_exit" => "Whether the end is counted",
        "lines_off" => "The list of lines that are not counted",
        "hybrid" => "The way of splitting work under hybrid",
        "hybrid.base" => "The base that stays under hybrid",
        "functions" => "The list of functions",
        "strategies" => "The list of strategies",
        "correlations" => "The list of correlations",
        "destinations" => "The countries",
        "contracts" => "The contracts",
        "providers" => "The score cards",
        "events" => "The risk events",
        "assumptions" => "The assumptions",
        "budget" => "The budget",
        "confidence" => "How sure the budget should be",
        "percentiles" => "The list of percentiles",
        "run" => "The run",
        "run.trials" => "The number of futures",
        "run.seed" => "The seed",
        "run.stop" => "The precision of the run",
        "run.stop.figure" => "The figure that ends the run",
        "run.stop.percentile" => "The percentile that ends the run",
        "run.stop.strategy" => "The way of sourcing whose saving ends the run",
        "run.stop.within" => "The precision that ends the run",
        other => return format!("“{}”", shortened(other, 60)),
    }
    .to_owned()
}

/// A field of a contract or of a score card.
fn vendor_field(path: &str) -> Option<String> {
    let mut parts = path.split('.');
    let (list, site) = (parts.next()?, Site::from_id(parts.next()?)?);
    let field = parts.next();
    let of = |name: &str| vendors::of_site(name, site);
    match list {
        "contracts" => {
            let clause = Clause::ALL.iter().find(|clause| Some(clause.id()) == field);
            Some(of(clause.map_or("The contract", |clause| vendors::clause(*clause))))
        }
        "providers" => {
            let criterion = Criterion::ALL.iter().find(|criterion| Some(criterion.id()) == field);
            Some(of(criterion.map_or("The score card", |criterion| vendors::criterion(*criterion))))
        }
        _ => None,
    }
}

/// Number (from 1, as people count) and rest of a path such as `functions[0].wage`.
fn entry<'a>(path: &'a str, list: &str) -> Option<(usize, &'a str)> {
    let (index, rest) = path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
    Some((index.parse::<usize>().ok()?.checked_add(1)?, rest.strip_prefix('.').unwrap_or(rest)))
}

/// A value in the unit of the field at `path`.
fn written(value: f64, path: &str, currency: Currency) -> String {
    if let Some(key) = path.strip_prefix("assumptions.").and_then(AssumptionKey::parse) {
        return quantity(value, catalogue::unit(key.assumption), currency);
    }
    let last = path.rsplit(['.', ']']).next().unwrap_or_default();
    match last {
        "revenue" | "wage" | "known_cost" | "margin_at_risk" => quantity(value, Unit::MoneyPerYear, currency),
        // Of an amount; a share has a sentence of its own.
        "budget" | "within" => quantity(value, Unit::Money, currency),
        "confidence" => quantity(value, Unit::Share, currency),
        _ if path.starts_with("percentiles[") => quantity(value / 100.0, Unit::Share, currency),
        "horizon_months" | "spread_one_offs_months" => quantity(value, Unit::Months, currency),
        "discount_rate" => quantity(value, Unit::SharePerYear, currency),
        "hybrid_share" => quantity(value, Unit::Share, currency),
        "headcount" | "minimum_positions" => quantity(value, Unit::Heads, currency),
        "service_level" | "base" => quantity(value, Unit::Share, currency),
        "handle_seconds" | "within_seconds" if value.total_cmp(&1.0).is_eq() => "1 second".to_owned(),
        "handle_seconds" | "within_seconds" => format!("{} seconds", decimal(value, 1)),
        "per_month" | "hours_per_day" | "days_per_week" => decimal(value, 1),
        _ if path.contains(".shares.") => quantity(value, Unit::Share, currency),
        _ => decimal(value, 4),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(path: &str, kind: IssueKind) -> String {
        issue(&Issue::new(path, kind), Currency::UsDollar)
    }

    #[test]
    fn a_range_names_field_limits_and_unit() {
        let kind = || IssueKind::OutOfRange { value: 0.0, least: 0.1, most: 100_000.0 };
        assert_eq!(
            sentence("functions[1].headcount", kind()),
            "Number of people of function 2 must lie between 0.1 people and 100,000 people; it is 0 people."
        );
        assert_eq!(
            sentence("assumptions.home.benefits_load", IssueKind::OutOfRange { value: 9.0, least: 0.0, most: 5.0 }),
            "Benefits and payroll taxes must lie between 0\u{a0}% and 500\u{a0}%; it is 900\u{a0}%."
        );
    }

    #[test]
    fn work_is_asked_for_once() {
        assert_eq!(
            sentence("functions[0].headcount", IssueKind::Missing),
            "Number of people of function 1 is missing. State the work as people or as contacts."
        );
        assert_eq!(
            sentence("functions[0].contacts", IssueKind::WorkStatedTwice),
            "Contacts of function 1: the work is stated as people and as contacts. Leave one of the two out."
        );
        let seconds = IssueKind::OutOfRange { value: 0.5, least: 1.0, most: 14_400.0 };
        assert_eq!(
            sentence("functions[0].contacts.handle_seconds", seconds),
            "Time for one contact of function 1 must lie between 1 second and 14,400 seconds; it is 0.5 seconds."
        );
    }

    #[test]
    fn precisions_are_told_in_their_unit() {
        for (path, kind, words) in [
            ("run.stop.within", IssueKind::NotAboveZero, "The precision that ends the run must be above 0."),
            (
                "run.stop.within",
                IssueKind::OutOfRange { value: 2e15, least: 0.0, most: 1e15 },
                "The precision that ends the run must lie between $0 and $1,000,000,000,000,000; it is \
                 $2,000,000,000,000,000.",
            ),
            (
                "run.stop.within",
                IssueKind::NotAShare { value: 5.0 },
                "The precision that ends the run is a share of the futures, at most 100 %; it is 500\u{a0}%.",
            ),
            (
                "run.stop.percentile",
                IssueKind::OutOfRange { value: 100.0, least: 1.0, most: 99.0 },
                "The percentile that ends the run must lie between 1 and 99; it is 100.",
            ),
            (
                "run.stop.strategy",
                IssueKind::UnknownStrategy("mix_9".to_owned()),
                "The way of sourcing whose saving ends the run: no way of sourcing in the list is called “mix_9”. Add it or \
                 name another.",
            ),
        ] {
            assert_eq!(sentence(path, kind), words);
        }
    }

    #[test]
    fn countries_that_fit_are_named() {
        let text = sentence("destinations.nearshore", IssueKind::WrongGeography);
        assert!(text.contains("Mexico, Colombia, Costa Rica"), "{text}");
    }

    #[test]
    fn hostile_paths_and_reasons_are_kept_short() {
        let long = "x".repeat(5_000);
        for text in [
            sentence(&long, IssueKind::Missing),
            sentence(&format!("functions[{long}].wage"), IssueKind::NotANumber),
            sentence(&format!("strategies[0].shares.{long}.x"), IssueKind::NotANumber),
            sentence("", IssueKind::Unreadable(long.clone())),
            sentence("x", IssueKind::UnknownAssumption(long.clone())),
            sentence(&format!("assumptions.{long}"), IssueKind::UnknownFunction(long.clone())),
            sentence("functions[18446744073709551615]", IssueKind::Missing),
            sentence("correlations[0].between[0]", IssueKind::UnknownQuantity(long.clone())),
        ] {
            assert!(text.len() < 300 && text.ends_with('.'), "{text}");
        }
    }

    #[test]
    fn every_field_that_is_checked_has_words_of_its_own() {
        for path in [
            "format",
            "name",
            "home_country",
            "currency",
            "revenue",
            "horizon_months",
            "discount_rate",
            "hybrid_share",
            "spread_one_offs_months",
            "lines_off[2]",
            "functions",
            "functions[0].known_cost",
            "functions[0].margin_at_risk",
            "functions[0].id",
            "functions[0].wage",
            "functions[0].contacts",
            "functions[0].contacts.handle_seconds",
            "functions[0].coverage.hours_per_day",
            "functions[0].minimum_positions",
            "hybrid",
            "hybrid.base",
            "destinations.offshore",
            "contracts.offshore",
            "contracts.offshore.step_in",
            "providers.onshore.track_record",
            "strategies",
            "strategies[3]",
            "strategies[3].shares.support.offshore",
            "budget",
            "confidence",
            "percentiles",
            "percentiles[0]",
            "correlations",
            "correlations[0].coefficient",
            "correlations[0].between[1]",
            "run.trials",
            "run.seed",
            "run.stop",
            "run.stop.figure",
            "run.stop.percentile",
            "run.stop.strategy",
            "run.stop.within",
            "assumptions.support.offshore.hourly_rate",
        ] {
            let words = field(path);
            assert!(!words.contains(['[', '.', '_', '“']), "{path}: {words}");
        }
    }
}
