//! Without uncertainty the simulator must give, to the cent, what a spreadsheet made by hand from the same formulas gives.
//!
//! tests/oracle/README.md says how the spreadsheets become the figures read here.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use shorecast::engine::Summary;
use shorecast::engine::summary::StrategySummary;
use shorecast::model::presets::Preset;
use shorecast::model::{CostLine, Site, Uncertain};
use shorecast::runner::inline;
use std::collections::{BTreeMap, BTreeSet};

/// Half a cent: less than anybody rounds a bill to.
const TOLERANCE: f64 = 0.005;
/// Standard deviation as a share of the mean, below which only rounding is left.
const NO_SPREAD: f64 = 1e-6;

/// Lines that the sheets were made without.
const LATER_LINES: [CostLine; 20] = [
    CostLine::ShiftPremium,
    CostLine::ServiceCredits,
    CostLine::VendorTax,
    CostLine::CoreInterface,
    CostLine::Compliance,
    CostLine::LostCustomers,
    CostLine::Retention,
    CostLine::StrandedCost,
    CostLine::ExitCost,
    CostLine::ManagementTime,
    CostLine::Scaling,
    CostLine::SeasonalPeaks,
    CostLine::Automation,
    CostLine::MinimumCommitment,
    CostLine::VolumeSurcharge,
    CostLine::GainShare,
    CostLine::ComplianceFine,
    CostLine::Disruption,
    CostLine::KeyPeople,
    CostLine::AttritionSpike,
];

/// Undiscounted and discounted amounts by strategy and line.
type Amounts = BTreeMap<(String, String), [f64; 2]>;

#[test]
fn the_support_desk_costs_what_the_spreadsheet_says() {
    compare("support-desk", include_str!("oracle/support-desk.csv"));
}

#[test]
fn the_four_functions_cost_what_the_spreadsheet_says() {
    compare("four-functions", include_str!("oracle/four-functions.csv"));
}

fn compare(preset: &str, csv: &str) {
    let mut scenario = Preset::find(preset).unwrap().scenario().unwrap().without_uncertainty();
    // The two of them that are something by default; tests/cost_lines.rs does them by hand.
    scenario.lines_off = [CostLine::Compliance, CostLine::StrandedCost].into_iter().collect();
    scenario.run.trials = 1_024;
    // The sheets know neither seasons nor automation; tests/volumes.rs has those.
    for function in &scenario.functions {
        for nothing in ["seasonal_peak", "automation_potential"] {
            scenario.assumptions.insert(format!("{}.{nothing}", function.id), Uncertain::Fixed(0.0));
        }
    }
    for site in Site::ALL {
        // Nor do they know those who learn because others have left the vendor.
        scenario.assumptions.insert(format!("{}.vendor_attrition", site.id()), Uncertain::Fixed(0.0));
    }
    let summary = inline::simulate(&scenario).unwrap();
    let mut wrong = spread(&summary);
    wrong.extend(differences(&read(csv), &simulated(&summary)));
    assert!(wrong.is_empty(), "{preset}:\n{}", wrong.join("\n"));
}

/// The rows of the sheet "Totals".
fn read(csv: &str) -> Amounts {
    let mut rows = csv.lines();
    assert_eq!(rows.next(), Some("strategy,line,nominal,present_value"));
    let mut amounts = Amounts::new();
    for row in rows {
        let fields: Vec<&str> = row.split(',').collect();
        assert_eq!(fields.len(), 4, "{row}");
        let key = (fields[0].to_owned(), fields[1].to_owned());
        let twice = amounts.insert(key, [fields[2], fields[3]].map(|number| number.parse().unwrap()));
        assert_eq!(twice, None, "there twice: {row}");
    }
    amounts
}

/// What the simulator gives, laid out like the sheet.
fn simulated(summary: &Summary) -> Amounts {
    let mut amounts = Amounts::new();
    for strategy in &summary.strategies {
        let mut put = |line: &str, nominal: f64, present: f64| {
            amounts.insert((strategy.strategy.clone(), line.to_owned()), [nominal, present]);
        };
        put("total", strategy.cost_nominal.mean, strategy.cost_present_value.mean);
        let lines: BTreeSet<_> =
            strategy.lines_nominal.keys().chain(strategy.lines_present_value.keys()).copied().collect();
        for line in lines {
            // Lines of what the sheets do not know are 0 here, and must be.
            let amounts = (strategy.lines_nominal[&line], strategy.lines_present_value[&line]);
            if LATER_LINES.contains(&line) && amounts == (0.0, 0.0) {
                continue;
            }
            put(line.id(), amounts.0, amounts.1);
        }
    }
    amounts
}

/// Where the two differ, or one of them has nothing.
fn differences(sheet: &Amounts, simulated: &Amounts) -> Vec<String> {
    let keys: BTreeSet<_> = sheet.keys().chain(simulated.keys()).collect();
    let mut found = Vec::new();
    for key in keys {
        let (strategy, line) = key;
        match (sheet.get(key), simulated.get(key)) {
            (Some(wanted), Some(got)) => {
                for (kind, (wanted, got)) in ["nominal", "present value"].into_iter().zip(wanted.iter().zip(got)) {
                    // Written so that not-a-number differs.
                    let same = (wanted - got).abs() <= TOLERANCE;
                    if !same {
                        found.push(format!("{strategy}, {line}, {kind}: sheet {wanted:.4}, simulator {got:.4}"));
                    }
                }
            }
            (Some(_), None) => found.push(format!("{strategy}, {line}: only in the sheet")),
            (None, _) => found.push(format!("{strategy}, {line}: not in the sheet")),
        }
    }
    found
}

/// Strategies whose trials differ although nothing is uncertain.
fn spread(summary: &Summary) -> Vec<String> {
    let spread_of = |strategy: &StrategySummary| {
        let costs = [&strategy.cost_nominal, &strategy.cost_present_value];
        costs.map(|cost| cost.standard_deviation / cost.mean).into_iter().fold(0.0, f64::max)
    };
    let mut found = Vec::new();
    for strategy in &summary.strategies {
        let share = spread_of(strategy);
        if share >= NO_SPREAD {
            found.push(format!("{}: standard deviation is {share:e} of the mean", strategy.strategy));
        }
    }
    found
}

/// The comparison itself must notice a cent, a row too many and a row too few.
#[test]
fn a_difference_is_found() {
    let amounts = |rows: &str| read(&format!("strategy,line,nominal,present_value\n{rows}"));
    let simulated = amounts("a,pay,10,9\na,total,10,9");
    assert_eq!(differences(&amounts("a,pay,10.004,9\na,total,10,8.996"), &simulated), Vec::<String>::new());
    assert_eq!(differences(&amounts("a,pay,10.01,9\na,total,10,9"), &simulated).len(), 1);
    assert_eq!(differences(&amounts("a,pay,10,8.99\na,total,10,9"), &simulated).len(), 1);
    assert_eq!(differences(&amounts("a,total,10,9"), &simulated), ["a, pay: not in the sheet"]);
    let more = amounts("a,pay,10,9\na,total,10,9\nb,pay,1,1");
    assert_eq!(differences(&more, &simulated), ["b, pay: only in the sheet"]);
}
