//! docs/model.md says what the program does: its tables are read here and compared with the catalogue, row by row.
#![allow(clippy::unwrap_used, clippy::panic, reason = "what helps a test may stop it as well")]

use shorecast::engine::draws::dimensions::{IN_ONE_ORDER, coordinate};
use shorecast::engine::draws::nets::DIMENSIONS;
use shorecast::engine::staffing::week::{DAYS_OF_WEEK, HOURS_OF_DAY};
use shorecast::model::assumption::Level;
use shorecast::model::catalogue::correlations::DEFAULTS;
use shorecast::model::catalogue::{self, Grade, Source, Sourced, Unit, default_of, destinations, functions};
use shorecast::model::effects::{Cause, Change, EFFECTS, Effect};
use shorecast::model::presets::PRESETS;
use shorecast::model::provider::AVERAGE;
use shorecast::model::{
    Assumption, AssumptionKey, Category, Clause, ContractTerms, CostLine, Criterion, Currency, DataSensitivity,
    Destination, Ends, FunctionKind, Hybrid, RiskEvent, Scenario, Site, UsualHours,
};
use std::collections::BTreeMap;

const PAGE: &str = include_str!("../docs/model.md");

/// The cells of every row of the tables with this head.
fn table(head: &[&str]) -> Vec<Vec<&'static str>> {
    let cells =
        |line: &'static str| -> Vec<&'static str> { line.trim_matches('|').split('|').map(str::trim).collect() };
    let mut rows = Vec::new();
    let mut lines = PAGE.lines();
    while let Some(line) = lines.next() {
        if line.starts_with('|') && cells(line) == head {
            rows.extend(lines.by_ref().skip(1).take_while(|line| line.starts_with('|')).map(cells));
        }
    }
    assert!(!rows.is_empty(), "no table {head:?}");
    rows
}

fn number(cell: &str) -> f64 {
    let plain = cell.replace(',', "");
    match plain.split_once('^') {
        Some(("10", exponent)) => format!("1e{exponent}").parse().unwrap(),
        _ => plain.parse().unwrap_or_else(|_| panic!("{cell:?} is no number")),
    }
}

fn assumption(cell: &str) -> Assumption {
    Assumption::from_id(cell.trim_matches('`')).unwrap_or_else(|| panic!("{cell} is no assumption"))
}

/// Where a default can differ from another of the same assumption, under the name that the page uses.
fn places(assumption: Assumption) -> BTreeMap<String, Sourced> {
    let mut scenario = PRESETS[0].scenario().unwrap();
    let id = scenario.functions[0].id.clone();
    let mut places = BTreeMap::new();
    let mut put = |name: String, key: AssumptionKey, scenario: &Scenario| {
        places.insert(name, default_of(&key, scenario));
    };
    match assumption.level() {
        Level::Home if assumption == Assumption::ExchangeRate => {
            for currency in Currency::ALL {
                scenario.currency = *currency;
                put(currency.code().to_owned(), AssumptionKey::home(assumption), &scenario);
            }
        }
        Level::Home => put("home".to_owned(), AssumptionKey::home(assumption), &scenario),
        Level::Site if depends_on_country(assumption) => {
            for country in Destination::ALL {
                scenario.destinations.set(country.site(), country);
                put(country.code().to_owned(), AssumptionKey::site(assumption, country.site()), &scenario);
            }
        }
        Level::Site => {
            for site in Site::ALL {
                put(site.id().to_owned(), AssumptionKey::site(assumption, site), &scenario);
            }
        }
        Level::Function => {
            for kind in FunctionKind::ALL {
                scenario.functions[0].kind = kind;
                put(kind.id().to_owned(), AssumptionKey::function(assumption, &id), &scenario);
            }
        }
        // Prices of other kinds are those of customer support times a factor; a test of its own holds the factors.
        Level::FunctionSite => {
            for country in Destination::ALL {
                scenario.destinations.set(country.site(), country);
                let name = format!("customer_support, {}", country.code());
                put(name, AssumptionKey::function_site(assumption, &id, country.site()), &scenario);
            }
        }
    }
    places
}

/// The places that a cell of the page names.
fn named(assumption: Assumption, cell: &str) -> Vec<String> {
    let kinds = |of_contact_centres: bool| {
        FunctionKind::ALL
            .into_iter()
            .filter(move |kind| kind.is_contact_centre() == of_contact_centres)
            .map(|kind| kind.id().to_owned())
            .collect()
    };
    match cell {
        "all sites" => Site::ALL.map(|site| site.id().to_owned()).to_vec(),
        "contact centres" => kinds(true),
        "other kinds" => kinds(false),
        "all kinds" => [kinds(true), kinds(false)].concat(),
        _ if assumption.level() == Level::FunctionSite => vec![cell.to_owned()],
        _ => cell.split(", ").map(str::to_owned).collect(),
    }
}

/// Whether the default of a site's assumption is that of its country.
fn depends_on_country(assumption: Assumption) -> bool {
    matches!(
        assumption,
        Assumption::DestinationWageGrowth
            | Assumption::CurrencyVolatility
            | Assumption::CurrencyDrift
            | Assumption::VendorAttrition
            | Assumption::Coordination
            | Assumption::Travel
            | Assumption::DestinationDisruptionHazard
    )
}

/// Tag -> citation, year, address.
fn sources() -> BTreeMap<&'static str, (&'static str, u16, &'static str)> {
    table(&["Tag", "Source", "Year", "Address"])
        .into_iter()
        .map(|row| {
            let address = if row[3] == "none" { "" } else { row[3].trim_matches(['<', '>']) };
            (row[0], (row[1], row[2].parse().unwrap(), address))
        })
        .collect()
}

fn grade(cell: &str) -> Grade {
    match cell {
        "read" => Grade::Read,
        "second hand" => Grade::SecondHand,
        "worked out" => Grade::Derived,
        "judgement" => Grade::Judgement,
        "from memory" => Grade::FromMemory,
        _ => panic!("{cell:?} is no grade"),
    }
}

fn ends(cell: &str) -> Option<Ends> {
    match cell {
        "known" => None,
        "bounds" => Some(Ends::Bounds),
        "P5-P95" => Some(Ends::P5P95),
        "P10-P90" => Some(Ends::P10P90),
        _ => panic!("{cell:?} says nothing of ends"),
    }
}

#[test]
fn every_default_is_the_catalogues() {
    let sources = sources();
    let mut expected: BTreeMap<Assumption, BTreeMap<String, Sourced>> =
        Assumption::ALL.iter().map(|assumption| (*assumption, places(*assumption))).collect();
    for row in table(&["Assumption", "Where", "Low", "Likely", "High", "Ends", "Source", "Grade"]) {
        let assumption = assumption(row[0]);
        for place in named(assumption, row[1]) {
            let default = expected.get_mut(&assumption).unwrap().remove(&place);
            let default = default.unwrap_or_else(|| panic!("{row:?}: {place} stands there twice, or is no such place"));
            let (likely, ends_mean) = (default.value.likely(), default.value.ends());
            assert_eq!((number(row[3]), ends(row[5])), (likely, ends_mean), "{row:?}: {place}");
            if default.value.ends().is_some() {
                let (low, high) = default.value.range();
                assert_eq!((number(row[2]), number(row[4])), (low, high), "{row:?}: {place}");
            }
            assert_source(&sources, row[6], default.source);
            assert_eq!(grade(row[7]), default.grade, "{row:?}: {place}");
        }
    }
    for (assumption, missing) in expected {
        assert!(missing.is_empty(), "{}: the page lacks {:?}", assumption.id(), missing.keys());
    }
}

/// The cell names this source by its tag and year.
fn assert_source(sources: &BTreeMap<&str, (&str, u16, &str)>, cell: &str, source: Source) {
    let (tag, year) = cell.rsplit_once(", ").unwrap();
    assert_eq!(sources[tag], (source.citation, source.year, source.address), "{cell}");
    assert_eq!(year, source.year.to_string(), "{cell}");
}

#[test]
fn every_default_correlation_is_the_catalogues() {
    let sources = sources();
    let rows = table(&["Between", "And", "Coefficient", "Source", "Grade"]);
    assert_eq!(rows.len(), DEFAULTS.len());
    for (row, default) in rows.iter().zip(DEFAULTS) {
        assert_eq!([row[0], row[1]].map(|cell| cell.trim_matches('`')), default.between);
        assert_eq!((number(row[2]), grade(row[4])), (default.coefficient, default.grade), "{row:?}");
        let (tag, year) = row[3].rsplit_once(", ").unwrap();
        assert_eq!(sources[tag], (default.source.citation, default.source.year, default.source.address), "{row:?}");
        assert_eq!(year, default.source.year.to_string(), "{row:?}");
    }
}

#[test]
fn every_source_on_the_page_is_used_and_every_address_is_there() {
    let mut used: Vec<_> = Assumption::ALL.iter().flat_map(|assumption| places(*assumption).into_values()).collect();
    used.extend(FunctionKind::ALL.map(functions::median_wage));
    let mut used: Vec<_> = used.into_iter().map(|sourced| sourced.source).collect();
    used.extend(DEFAULTS.map(|default| default.source));
    for source in &used {
        assert!(PAGE.contains(source.address), "{}", source.address);
    }
    for (tag, (citation, ..)) in sources() {
        assert!(used.iter().any(|source| source.citation == citation), "nothing rests on {tag}");
    }
}

#[test]
fn every_unit_and_limit_is_the_catalogues() {
    let rows = table(&["Id", "Meaning", "Key", "Unit", "Least", "Most"]);
    let listed: Vec<Assumption> = rows.iter().map(|row| assumption(row[0])).collect();
    assert_eq!(listed, Assumption::ALL);
    for (row, assumption) in rows.iter().zip(listed) {
        let level = match assumption.level() {
            Level::Home => "home",
            Level::Function => "function",
            Level::Site => "site",
            Level::FunctionSite => "function and site",
        };
        let unit = match catalogue::unit(assumption) {
            Unit::Money => "money",
            Unit::MoneyPerHour => "money an hour",
            Unit::MoneyPerYear => "money a year",
            Unit::Share => "share",
            Unit::SharePerYear => "share a year",
            Unit::HoursPerYear => "hours a year",
            Unit::Days => "days",
            Unit::Years => "years",
            Unit::Months => "months",
            Unit::Weeks => "weeks",
            Unit::Heads => "heads",
            Unit::Ratio => "factor",
            Unit::PerUsDollar => "currency for a dollar",
        };
        assert_eq!((row[2], row[3]), (level, unit), "{row:?}");
        assert_eq!((number(row[4]), number(row[5])), catalogue::limits(assumption), "{row:?}");
    }
}

/// A row of the page from its cells.
fn row(cells: &[&str]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn quoted(id: &str) -> String {
    format!("`{id}`")
}

/// What an effect acts on, what it does, its grade and why, as the page writes it.
fn effect_cells(effect: &Effect) -> [String; 4] {
    let target = quoted(effect.target) + if effect.abroad_only { ", abroad" } else { "" };
    let change = match effect.change {
        Change::Times(factor) => format!("x {factor}"),
        Change::Plus(addition) if addition < 0.0 => format!("- {}", -addition),
        Change::Plus(addition) => format!("+ {addition}"),
        Change::AtMost(cap) => format!("at most {cap}"),
    };
    let grade = match effect.grade {
        Grade::Read => "read",
        Grade::SecondHand => "second hand",
        Grade::Derived => "worked out",
        Grade::Judgement => "judgement",
        Grade::FromMemory => "from memory",
    };
    [target, change, grade.to_owned(), effect.reason.to_owned()]
}

#[test]
fn every_effect_of_contract_and_provider_is_there() {
    let (mut agreed, mut points) = (Vec::new(), Vec::new());
    // A row whose target this program does not have does nothing.
    for effect in EFFECTS.iter().filter(|effect| effect.matters_at(Site::Offshore)) {
        let [target, change, grade, reason] = &effect_cells(effect);
        match effect.cause {
            Cause::Agreed(term) => {
                let (clause, term) = (quoted(term.clause().id()), quoted(term.id()));
                agreed.push(row(&[&clause, &term, target, change, grade, reason]));
            }
            Cause::Point(criterion) => points.push(row(&[&quoted(criterion.id()), target, change, grade, reason])),
        }
    }
    let there = |head: &[&str]| -> Vec<String> { table(head).iter().map(|cells| row(cells)).collect() };
    assert_eq!(there(&["Clause", "Term", "Acts on", "Change", "Grade", "Why"]), agreed);
    assert_eq!(there(&["Criterion", "Acts on", "Each point above 3", "Grade", "Why"]), points);
    assert_eq!(AVERAGE, 3);
}

#[test]
fn every_clause_is_there_with_its_terms() {
    let rows = table(&["Clause", "What it is about", "Terms", "Usual"]);
    assert_eq!(rows.len(), Clause::ALL.len());
    for (row, clause) in rows.iter().zip(Clause::ALL) {
        let terms: Vec<String> = clause.terms().iter().map(|term| quoted(term.id())).collect();
        let usual = ContractTerms::default().term(*clause).id();
        assert_eq!((row[0], row[2], row[3]), (&*quoted(clause.id()), &*terms.join(", "), &*quoted(usual)));
    }
    for criterion in Criterion::ALL {
        assert!(PAGE.contains(&quoted(criterion.id())), "{criterion:?}");
    }
}

/// Every kind of work, in every country: its price is that of customer support times the factor on the page.
#[test]
fn wages_and_factors_are_the_catalogues() {
    let rows = table(&[
        "Kind",
        "Category",
        "Median wage, $ a year",
        "Factor US, CA",
        "Factor elsewhere",
        "Grade of it",
        "Sensitivity offered",
        "Faces customers",
        "Core",
    ]);
    assert_eq!(rows.len(), FunctionKind::ALL.len());
    let mut scenario = PRESETS[0].scenario().unwrap();
    let id = scenario.functions[0].id.clone();
    let support = places(Assumption::HourlyRate);
    for (row, kind) in rows.into_iter().zip(FunctionKind::ALL) {
        let category = match kind.category() {
            Category::FrontOffice => "front office",
            Category::BackOffice => "back office",
            Category::Specialised => "specialised",
        };
        let sensitivity = match kind.usual_sensitivity() {
            DataSensitivity::Low => "low",
            DataSensitivity::Medium => "medium",
            DataSensitivity::High => "high",
        };
        let yes = |is: bool| if is { "yes" } else { "no" };
        let wage = functions::median_wage(kind).value.likely();
        assert_eq!((row[0].trim_matches('`'), row[1], number(row[2])), (kind.id(), category, wage));
        let usual = (sensitivity, yes(kind.usually_faces_customers()), yes(kind.is_usually_core()));
        assert_eq!((row[6], row[7], row[8]), usual, "{row:?}");
        let at_home = row[3].split_once(" / ").map_or_else(|| number(row[3]), |(a, b)| number(a) / number(b));
        scenario.functions[0].kind = kind;
        for country in Destination::ALL {
            scenario.destinations.set(country.site(), country);
            let like_home = matches!(country.code(), "US" | "CA");
            let (factor, of_factor) =
                if like_home { (at_home, Grade::Derived) } else { (number(row[4]), grade(row[5])) };
            let base = support[&format!("customer_support, {}", country.code())];
            let price =
                default_of(&AssumptionKey::function_site(Assumption::HourlyRate, &id, country.site()), &scenario);
            assert_eq!(price.value, base.value.scaled(factor), "{row:?}: {}", country.code());
            assert_eq!((price.source, price.grade), (base.source, base.grade.max(of_factor)), "{row:?}");
        }
    }
}

#[test]
fn the_countries_are_the_catalogues() {
    let rows = table(&["Country", "Geography", "Shared hours"]);
    assert_eq!(rows.len(), Destination::ALL.len());
    for (row, country) in rows.into_iter().zip(Destination::ALL) {
        assert_eq!((row[0], row[1]), (country.code(), country.site().id()));
        assert_eq!(row[2], destinations::shared_hours(country).to_string(), "{row:?}");
    }
}

#[test]
fn the_week_is_the_programs() {
    let shares: Vec<f64> =
        table(&["When", "Shares"]).iter().flat_map(|row| row[1].split(", ").map(number).collect::<Vec<_>>()).collect();
    assert_eq!(shares, [&HOURS_OF_DAY[..], &DAYS_OF_WEEK[..]].concat());
    let rows = table(&["Coverage", "Hours a day, days a week"]);
    for (row, usual) in rows.iter().zip(UsualHours::ALL) {
        let hours = usual.hours();
        assert!(row[0].starts_with(&format!("`{}`", usual.id())), "{row:?}");
        assert_eq!(row[1], format!("{}, {}", hours.hours_per_day, hours.days_per_week));
    }
    let modes = table(&["`hybrid`", "Stays at home", "Goes to the vendor"]);
    let ids: Vec<&str> = modes.iter().map(|row| row[0].trim_matches('`')).collect();
    assert_eq!(ids, Hybrid::ALL.map(Hybrid::id));
}

/// Every coordinate of the points belongs to what the page says, and nothing that the page lacks has one.
#[test]
fn the_coordinates_are_the_programs() {
    let mut next = 0;
    for row in table(&["From", "Ids"]) {
        assert_eq!(row[0], next.to_string(), "{row:?}");
        for name in row[1].split(", ") {
            let (name, slot) = name.strip_suffix(" (1)").map_or((name, 0), |name| (name, 1));
            let name = name.trim_matches('`');
            let sites = [Site::Offshore, Site::Nearshore, Site::Onshore];
            let ids: Vec<String> = if let Some(rest) = name.strip_prefix("{site}/") {
                sites.iter().map(|site| format!("{}/{rest}", site.id())).collect()
            } else {
                vec![name.replace("{function}", "support")]
            };
            for id in ids {
                let found = coordinate(&id, slot).unwrap_or_else(|| panic!("{id} has no coordinate in slot {slot}"));
                assert_eq!(found.dimension, next % DIMENSIONS, "{id}");
                assert_eq!(found.order.is_some(), next >= IN_ONE_ORDER || name.starts_with("{function}"), "{id}");
                next += 1;
            }
        }
    }
    // The last one of the list, so it is whole.
    assert_eq!(next, 290);
}

/// The page as it is read, without its tables of defaults: a formula or a sentence must name each of these.
#[test]
fn formulas_name_every_assumption_line_and_event() {
    let (formulas, _) = PAGE.split_once("## 13.").unwrap();
    let mut missing: Vec<&str> = Assumption::ALL.iter().map(|assumption| assumption.id()).collect();
    missing.extend(CostLine::ALL.map(CostLine::id));
    missing.extend(RiskEvent::ALL.map(RiskEvent::id));
    missing.retain(|id| {
        !formulas.split(|letter: char| letter != '_' && !letter.is_alphanumeric()).any(|word| word == *id)
    });
    assert!(missing.is_empty(), "no formula names {missing:?}");
}

/// Every file that "How it is checked" names is there.
#[cfg(not(target_family = "wasm"))]
#[test]
fn the_tests_it_names_exist() {
    for row in table(&["Where", "What it holds the model to"]) {
        for path in row[0].split(", ") {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path.trim_matches('`'));
            assert!(path.exists(), "{} is not there", path.display());
        }
    }
}
