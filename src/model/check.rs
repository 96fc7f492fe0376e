//! Whether a scenario makes sense: every value in its range, every reference to something that exists.

use super::assumption::{Assumption, AssumptionKey, Scope};
use super::business_function::BusinessFunction;
use super::catalogue;
use super::contacts::Contacts;
use super::correlation::{Pair, Party};
use super::coverage::Coverage;
use super::distribution::{Ends, Uncertain};
use super::hybrid::Hybrid;
use super::issue::{Issue, IssueKind};
use super::provider::{Criterion, SCORES};
use super::quote::PricingUnit;
use super::scenario::{FORMAT, RunSettings, Scenario};
use super::site::Site;
use super::strategy::Strategy;
use std::collections::BTreeSet;

/// Most functions in a portfolio.
pub const MOST_FUNCTIONS: usize = 40;
/// Most strategies in a comparison.
pub const MOST_STRATEGIES: usize = 24;
/// Most correlations that may be stated.
pub const MOST_CORRELATIONS: usize = 200;
/// Longest name, in characters.
pub const LONGEST_NAME: usize = 80;
/// How near the median may come to the 10th or the 90th percentile, as a share of the way between them. A metalog of three
/// terms runs backwards from 0.1666 on (Keelin 2016: half of 1 - 1.66711 x 0.4).
pub const LEAST_POSITION_OF_MEDIAN: f64 = 1.0 / 6.0;
/// Longest id, in characters.
pub const LONGEST_ID: usize = 32;
/// Fewest and most months.
pub const HORIZON_MONTHS: (u32, u32) = (12, 120);
/// Most months over which one-off costs are spread.
pub const MOST_MONTHS_OF_SPREAD: u32 = 120;
/// Least and greatest discount rate.
pub const DISCOUNT_RATE: (f64, f64) = (0.0, 0.5);
/// Fewest and most heads of a function. A tenth of a head is a few hours a week.
pub const HEADCOUNT: (f64, f64) = (0.1, 100_000.0);
/// Fewest and most contacts of a function in a month.
pub const CONTACTS_PER_MONTH: (f64, f64) = (1.0, 1e7);
/// Least and greatest time that one contact takes, in seconds: up to four hours.
pub const HANDLE_SECONDS: (f64, f64) = (1.0, 14_400.0);
/// Least and greatest share of contacts that must be answered in time. No number of agents answers all.
pub const SERVICE_LEVEL: (f64, f64) = (0.0, 0.999);
/// Least and greatest wait that is still in time, in seconds: up to a day.
pub const WITHIN_SECONDS: (f64, f64) = (0.0, 86_400.0);
/// Fewest and most hours of a covered day.
pub const HOURS_PER_DAY: (f64, f64) = (1.0, 24.0);
/// Fewest and most covered days of a week.
pub const DAYS_PER_WEEK: (u32, u32) = (1, 7);
/// Fewest and most people who must be at work in any covered hour.
pub const MINIMUM_POSITIONS: (u32, u32) = (0, 1_000);
/// Least and greatest base of an overflow, as a multiple of today's mean load.
pub const OVERFLOW_BASE: (f64, f64) = (0.0, 4.0);
/// Least and greatest yearly wage.
pub const WAGE: (f64, f64) = (1.0, 1e9);
/// Least and greatest known yearly cost of a function, and yearly margin that may be lost.
pub const YEARLY_AMOUNT: (f64, f64) = (0.0, catalogue::GREATEST_MONEY);
/// Fewest and most transactions a year.
pub const TRANSACTIONS: (f64, f64) = (1.0, 1e12);
/// Least and greatest yearly revenue.
pub const REVENUE: (f64, f64) = (1.0, 1e15);
/// Least and greatest budget over the horizon.
pub const BUDGET: (f64, f64) = (0.0, 1e15);
/// Least and greatest confidence of a budget.
pub const CONFIDENCE: (f64, f64) = (0.5, 0.999);
/// Least and greatest percentile that can be asked for, in per cent.
pub const PERCENTILE: (f64, f64) = (0.1, 99.9);
/// Most percentiles that can be asked for.
pub const MOST_PERCENTILES: usize = 20;

/// Words that cannot be ids, because keys of assumptions use them.
const RESERVED: [&str; 5] = ["home", "in_house", "onshore", "nearshore", "offshore"];

/// Everything that is wrong with `scenario`; empty when it can be simulated.
pub fn check(scenario: &Scenario) -> Vec<Issue> {
    let mut issues = Vec::new();
    if scenario.format > FORMAT {
        issues.push(Issue::new("format", IssueKind::NewerFormat { found: scenario.format, known: FORMAT }));
    }
    if scenario.format == 0 {
        issues.push(Issue::new("format", IssueKind::OutOfRange { value: 0.0, least: 1.0, most: f64::from(FORMAT) }));
    }
    check_name("name", &scenario.name, &mut issues);
    let is_code = |code: &str| code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_uppercase());
    if !is_code(&scenario.home_country) {
        issues.push(Issue::new("home_country", IssueKind::NotACountry));
    }
    check_number("revenue", scenario.revenue, REVENUE, &mut issues);
    check_whole("horizon_months", scenario.horizon_months, HORIZON_MONTHS, &mut issues);
    check_number("discount_rate", scenario.discount_rate, DISCOUNT_RATE, &mut issues);
    check_number("hybrid_share", scenario.hybrid_share, (0.0, 1.0), &mut issues);
    if let Hybrid::Overflow { base } = scenario.hybrid {
        check_number("hybrid.base", base, OVERFLOW_BASE, &mut issues);
    }
    check_functions(scenario, &mut issues);
    for site in Site::ALL {
        // Near and far are those of the United States; what is near to another home is for the user to say.
        if scenario.is_american() && scenario.destinations.at(site).site() != site {
            issues.push(Issue::new(format!("destinations.{}", site.id()), IssueKind::WrongGeography));
        }
    }
    let spread = f64::from(scenario.spread_one_offs_months);
    check_number("spread_one_offs_months", spread, (0.0, f64::from(MOST_MONTHS_OF_SPREAD)), &mut issues);
    check_scores(scenario, &mut issues);
    check_assumptions(scenario, &mut issues);
    check_correlations(scenario, &mut issues);
    check_strategies(scenario, &mut issues);
    check_figures(scenario, &mut issues);
    check_run(scenario, &mut issues);
    issues
}

/// What is wrong with one uncertain quantity that must lie in `limits`.
pub fn check_uncertain(path: &str, value: &Uncertain, limits: (f64, f64), issues: &mut Vec<Issue>) {
    let (low, high) = value.range();
    if !low.is_finite() || !high.is_finite() {
        issues.push(Issue::new(path, IssueKind::NotANumber));
        return;
    }
    if matches!(value, Uncertain::Lognormal { .. }) && low <= 0.0 {
        issues.push(Issue::new(path, IssueKind::NeedsPositiveEnds));
        return;
    }
    let likely = value.likely();
    if !likely.is_finite() {
        issues.push(Issue::new(path, IssueKind::NotANumber));
        return;
    }
    if low > likely || likely > high {
        issues.push(Issue::new(path, IssueKind::OutOfOrder { low, likely, high }));
    }
    let sixth = (high - low) * LEAST_POSITION_OF_MEDIAN;
    let (least, most) = (low + sixth, high - sixth);
    if matches!(value, Uncertain::Quantiles { .. })
        && low <= likely
        && likely <= high
        && !(least <= likely && likely <= most)
    {
        issues.push(Issue::new(path, IssueKind::MedianNearEnd { least, most }));
    }
    if matches!(value, Uncertain::Normal { ends: Ends::Bounds, .. } | Uncertain::Lognormal { ends: Ends::Bounds, .. }) {
        issues.push(Issue::new(path, IssueKind::NeedsPercentiles));
    }
    for number in [low, high] {
        if number < limits.0 || number > limits.1 {
            issues.push(Issue::new(path, IssueKind::OutOfRange { value: number, least: limits.0, most: limits.1 }));
            return;
        }
    }
}

fn check_number(path: &str, value: f64, (least, most): (f64, f64), issues: &mut Vec<Issue>) {
    if !value.is_finite() {
        issues.push(Issue::new(path, IssueKind::NotANumber));
    } else if value < least || value > most {
        issues.push(Issue::new(path, IssueKind::OutOfRange { value, least, most }));
    }
}

fn check_whole(path: &str, value: u32, (least, most): (u32, u32), issues: &mut Vec<Issue>) {
    check_number(path, f64::from(value), (f64::from(least), f64::from(most)), issues);
}

fn check_name(path: &str, name: &str, issues: &mut Vec<Issue>) {
    if name.chars().count() > LONGEST_NAME {
        issues.push(Issue::new(path, IssueKind::TooLong { most: LONGEST_NAME }));
    }
}

fn is_id(id: &str) -> bool {
    id.len() <= LONGEST_ID
        && id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
        && !RESERVED.contains(&id)
}

fn check_id<'a>(path: String, id: &'a str, seen: &mut BTreeSet<&'a str>, issues: &mut Vec<Issue>) {
    if !is_id(id) {
        issues.push(Issue::new(path, IssueKind::BadId));
    } else if !seen.insert(id) {
        issues.push(Issue::new(path, IssueKind::DuplicateId(id.to_owned())));
    }
}

fn check_functions(scenario: &Scenario, issues: &mut Vec<Issue>) {
    let count = scenario.functions.len();
    if count == 0 {
        issues.push(Issue::new("functions", IssueKind::Missing));
    }
    if count > MOST_FUNCTIONS {
        issues.push(Issue::new("functions", IssueKind::TooMany { count, most: MOST_FUNCTIONS }));
        return;
    }
    let mut seen = BTreeSet::new();
    for (index, function) in scenario.functions.iter().enumerate() {
        let path = |field: &str| format!("functions[{index}].{field}");
        check_id(path("id"), &function.id, &mut seen, issues);
        if let Some(name) = &function.name {
            check_name(&path("name"), name, issues);
        }
        check_work(function, &path, issues);
        check_uncertain(&path("wage"), &function.wage, WAGE, issues);
        for (field, amount) in [("known_cost", &function.known_cost), ("margin_at_risk", &function.margin_at_risk)] {
            if let Some(amount) = amount {
                check_uncertain(&path(field), amount, YEARLY_AMOUNT, issues);
            }
        }
        if let Some(number) = &function.transactions_per_year {
            check_uncertain(&path("transactions_per_year"), number, TRANSACTIONS, issues);
        }
        let price = catalogue::limits(Assumption::HourlyRate);
        for (site, quote) in &function.quotes {
            let path = path(&format!("quotes.{}", site.id()));
            check_uncertain(&format!("{path}.price"), &quote.price, price, issues);
            if quote.per == PricingUnit::Transaction && function.transactions_per_year.is_none() {
                issues.push(Issue::new(format!("{path}.per"), IssueKind::NeedsTransactions));
            }
        }
    }
}

/// How much work there is, when it is covered, and by how many at least.
fn check_work(function: &BusinessFunction, path: &impl Fn(&str) -> String, issues: &mut Vec<Issue>) {
    match (&function.headcount, &function.contacts) {
        (None, None) => issues.push(Issue::new(path("headcount"), IssueKind::Missing)),
        (Some(_), Some(_)) => issues.push(Issue::new(path("contacts"), IssueKind::WorkStatedTwice)),
        (Some(_), None) | (None, Some(_)) => {}
    }
    if let Some(headcount) = &function.headcount {
        check_uncertain(&path("headcount"), headcount, HEADCOUNT, issues);
    }
    if let Some(Contacts { per_month, handle_seconds, service_level, within_seconds, pooled: _ }) = &function.contacts {
        check_uncertain(&path("contacts.per_month"), per_month, CONTACTS_PER_MONTH, issues);
        check_uncertain(&path("contacts.handle_seconds"), handle_seconds, HANDLE_SECONDS, issues);
        check_number(&path("contacts.service_level"), *service_level, SERVICE_LEVEL, issues);
        check_number(&path("contacts.within_seconds"), *within_seconds, WITHIN_SECONDS, issues);
    }
    if let Coverage::Stated(hours) = function.coverage {
        check_number(&path("coverage.hours_per_day"), hours.hours_per_day, HOURS_PER_DAY, issues);
        check_whole(&path("coverage.days_per_week"), hours.days_per_week, DAYS_PER_WEEK, issues);
    }
    check_whole(&path("minimum_positions"), function.minimum_positions, MINIMUM_POSITIONS, issues);
}
fn check_scores(scenario: &Scenario, issues: &mut Vec<Issue>) {
    let (least, most) = SCORES;
    for site in Site::ALL {
        for criterion in Criterion::ALL {
            let score = scenario.providers.at(site).score(*criterion);
            let path = format!("providers.{}.{}", site.id(), criterion.id());
            check_number(&path, f64::from(score), (f64::from(least), f64::from(most)), issues);
        }
    }
}

fn check_assumptions(scenario: &Scenario, issues: &mut Vec<Issue>) {
    for (text, value) in &scenario.assumptions {
        let path = format!("assumptions.{text}");
        let Some(key) = AssumptionKey::parse(text) else {
            issues.push(Issue::new(path, IssueKind::UnknownAssumption(text.clone())));
            continue;
        };
        if let Scope::Function(id) | Scope::FunctionSite(id, _) = &key.scope
            && scenario.function(id).is_none()
        {
            issues.push(Issue::new(path, IssueKind::UnknownFunction(id.clone())));
            continue;
        }
        check_uncertain(&path, value, catalogue::limits(key.assumption), issues);
    }
}

fn check_correlations(scenario: &Scenario, issues: &mut Vec<Issue>) {
    let count = scenario.correlations.len();
    if count > MOST_CORRELATIONS {
        issues.push(Issue::new("correlations", IssueKind::TooMany { count, most: MOST_CORRELATIONS }));
        return;
    }
    let mut seen = BTreeSet::new();
    for (index, correlation) in scenario.correlations.iter().enumerate() {
        let path = format!("correlations[{index}]");
        check_number(&format!("{path}.coefficient"), correlation.coefficient, (-1.0, 1.0), issues);
        for (side, text) in correlation.between.iter().enumerate() {
            let path = format!("{path}.between[{side}]");
            match Party::parse(text) {
                None => issues.push(Issue::new(path, IssueKind::UnknownQuantity(text.clone()))),
                Some(Party::One(key)) => {
                    if let Some(id) = key.scope.function().filter(|id| scenario.function(id).is_none()) {
                        issues.push(Issue::new(path, IssueKind::UnknownFunction(id.to_owned())));
                    }
                }
                Some(Party::Every(_)) => {}
            }
        }
        let [one, two] = &correlation.between;
        let Some(pair) = Pair::parse([one, two]) else { continue };
        if pair.is_one_quantity() {
            issues.push(Issue::new(path, IssueKind::CorrelatedWithItself));
        } else if !seen.insert(pair) {
            issues.push(Issue::new(path, IssueKind::CorrelatedTwice));
        }
    }
}

fn check_strategies(scenario: &Scenario, issues: &mut Vec<Issue>) {
    let count = scenario.strategies.len();
    if count > MOST_STRATEGIES {
        issues.push(Issue::new("strategies", IssueKind::TooMany { count, most: MOST_STRATEGIES }));
        return;
    }
    let mut seen = BTreeSet::new();
    for (index, strategy) in scenario.strategies.iter().enumerate() {
        let path = format!("strategies[{index}]");
        if !seen.insert(strategy.id()) {
            issues.push(Issue::new(&*path, IssueKind::DuplicateId(strategy.id())));
        }
        let Strategy::Mix { id, name, shares } = strategy else { continue };
        let is_standard = Strategy::default_comparison().iter().any(|standard| standard.id() == *id);
        if is_standard || !is_id(id) {
            issues.push(Issue::new(format!("{path}.id"), IssueKind::BadId));
        }
        if let Some(name) = name {
            check_name(&format!("{path}.name"), name, issues);
        }
        for (function, by_site) in shares {
            let path = format!("{path}.shares.{function}");
            if scenario.function(function).is_none() {
                issues.push(Issue::new(&*path, IssueKind::UnknownFunction(function.clone())));
            }
            for (site, share) in by_site {
                check_number(&format!("{path}.{}", site.id()), *share, (0.0, 1.0), issues);
            }
            let sum: f64 = by_site.values().sum();
            // Three shares of a third may add up to an ulp more than the whole.
            if sum > 1.0 + 1e-9 {
                issues.push(Issue::new(path, IssueKind::SharesAboveOne { sum }));
            }
        }
    }
}

/// What is wrong with the figures that are asked for.
fn check_figures(scenario: &Scenario, issues: &mut Vec<Issue>) {
    if let Some(budget) = scenario.budget {
        check_number("budget", budget, BUDGET, issues);
    }
    check_number("confidence", scenario.confidence, CONFIDENCE, issues);
    let count = scenario.percentiles.len();
    if count > MOST_PERCENTILES {
        issues.push(Issue::new("percentiles", IssueKind::TooMany { count, most: MOST_PERCENTILES }));
        return;
    }
    for (index, percentile) in scenario.percentiles.iter().enumerate() {
        check_number(&format!("percentiles[{index}]"), *percentile, PERCENTILE, issues);
    }
}

fn check_run(scenario: &Scenario, issues: &mut Vec<Issue>) {
    let run = &scenario.run;
    let (least, most) = (RunSettings::LEAST_TRIALS, RunSettings::MOST_TRIALS);
    check_number("run.trials", f64::from(run.trials), (f64::from(least), f64::from(most)), issues);
    if run.seed > RunSettings::GREATEST_SEED {
        let most = RunSettings::GREATEST_SEED as f64;
        issues.push(Issue::new("run.seed", IssueKind::OutOfRange { value: run.seed as f64, least: 0.0, most }));
    }
    if let Some(stop) = &run.stop {
        stop.check(&scenario.strategies, issues);
    }
}
