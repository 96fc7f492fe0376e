//! Each line of cost against a sum that can be done by hand, and what a scenario can do with all of them: take one out, spread those
//! of the start, count the end, put in a known cost.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use shorecast::engine::Summary;
use shorecast::model::presets::PRESETS;
use shorecast::model::{CostLine, DataSensitivity, RiskEvents, Scenario, Site, Strategy, Uncertain};
use shorecast::runner::inline;
use std::collections::BTreeMap;

const AWAY: &str = "complete_offshore";

fn simulated(scenario: &Scenario) -> Summary {
    inline::simulate(scenario).unwrap()
}

fn set(scenario: &mut Scenario, key: &str, value: f64) {
    scenario.assumptions.insert(key.to_owned(), Uncertain::Fixed(value));
}

/// A desk of 100 at 52,000 a year, with a vendor from the first day, over two years in which no price moves: a week of
/// everybody's pay is 100,000, pay is 5,200,000 a year, the vendor's bill 3,200,000.
fn plain_desk() -> Scenario {
    let mut scenario = PRESETS[0].scenario().unwrap().without_uncertainty();
    scenario.run.trials = 1_024;
    scenario.horizon_months = 24;
    scenario.functions[0].headcount = Some(Uncertain::Fixed(100.0));
    scenario.functions[0].wage = Uncertain::Fixed(52_000.0);
    scenario.strategies = vec![Strategy::Complete { site: Site::Offshore }];
    steady(&mut scenario, "support");
    for (key, value) in [
        ("home.wage_growth", 0.0),
        ("home.price_inflation", 0.0),
        ("home.productive_hours", 1_600.0),
        ("support.offshore.hourly_rate", 20.0),
        ("offshore.escalator", 0.0),
        ("offshore.local_price_share", 0.0),
        ("offshore.go_live_months", 0.0),
        ("offshore.movable_share", 1.0),
        ("offshore.ramp_loss", 0.0),
        ("offshore.vendor_attrition", 0.0),
        ("offshore.rework", 1.0),
    ] {
        set(&mut scenario, key, value);
    }
    scenario
}

/// The same work in every month.
fn steady(scenario: &mut Scenario, function: &str) {
    for quantity in ["volume_growth", "volume_volatility", "seasonal_peak", "automation_potential"] {
        set(scenario, &format!("{function}.{quantity}"), 0.0);
    }
}

const PAY: f64 = 5_200_000.0;
const FEES: f64 = 3_200_000.0;
const YEARS: f64 = 2.0;

fn is_nothing(amount: f64) -> bool {
    amount.abs() <= 0.0
}

fn nominal(scenario: &Scenario, strategy: &str, line: CostLine) -> f64 {
    simulated(scenario).strategy(strategy).unwrap().lines_nominal[&line]
}

fn assert_line(scenario: &Scenario, line: CostLine, wanted: f64) {
    let found = nominal(scenario, AWAY, line);
    assert!((found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "{}: {found} instead of {wanted}", line.id());
}

#[test]
fn service_credits_are_capped_by_the_fees_at_risk() {
    let mut scenario = plain_desk();
    set(&mut scenario, "offshore.service_credits", 0.02);
    set(&mut scenario, "offshore.fees_at_risk", 0.1);
    assert_line(&scenario, CostLine::VendorFees, FEES * YEARS);
    assert_line(&scenario, CostLine::ServiceCredits, -0.02 * FEES * YEARS);
    set(&mut scenario, "offshore.service_credits", 0.3);
    assert_line(&scenario, CostLine::ServiceCredits, -0.1 * FEES * YEARS);
}

#[test]
fn tax_is_a_share_of_the_fees() {
    let mut scenario = plain_desk();
    assert_line(&scenario, CostLine::VendorTax, 0.0);
    set(&mut scenario, "offshore.vendor_tax", 0.2);
    assert_line(&scenario, CostLine::VendorTax, 0.2 * FEES * YEARS);
}

#[test]
fn only_highly_sensitive_data_has_compliance() {
    let mut scenario = plain_desk();
    set(&mut scenario, "offshore.compliance_audit", 30_000.0);
    set(&mut scenario, "offshore.certified_premium", 0.05);
    for (sensitivity, wanted) in [
        (DataSensitivity::Low, 0.0),
        (DataSensitivity::Medium, 0.0),
        (DataSensitivity::High, (30_000.0 + 0.05 * FEES) * YEARS),
    ] {
        scenario.functions[0].sensitivity = sensitivity;
        assert_line(&scenario, CostLine::Compliance, wanted);
    }
    assert!(is_nothing(nominal(&scenario, "in_house", CostLine::Compliance)));
}

/// One audit for a contract, however many of its functions are sensitive; the premium for those alone.
#[test]
fn one_contract_has_one_audit() {
    let mut scenario = plain_desk();
    for (id, sensitivity) in [("second", DataSensitivity::High), ("third", DataSensitivity::Low)] {
        let mut function = scenario.functions[0].clone();
        id.clone_into(&mut function.id);
        function.sensitivity = sensitivity;
        scenario.functions.push(function);
        set(&mut scenario, &format!("{id}.offshore.hourly_rate"), 20.0);
        steady(&mut scenario, id);
    }
    scenario.functions[0].sensitivity = DataSensitivity::High;
    set(&mut scenario, "offshore.compliance_audit", 30_000.0);
    set(&mut scenario, "offshore.certified_premium", 0.05);
    assert_line(&scenario, CostLine::Compliance, (30_000.0 + 2.0 * 0.05 * FEES) * YEARS);
}

#[test]
fn only_core_work_has_an_interface() {
    let mut scenario = plain_desk();
    set(&mut scenario, "offshore.core_interface", 0.05);
    set(&mut scenario, "offshore.movable_share", 0.8);
    assert_line(&scenario, CostLine::CoreInterface, 0.0);
    scenario.functions[0].core = Some(true);
    let at_home = simulated(&scenario).strategy("in_house").unwrap().cost_nominal.mean;
    assert_line(&scenario, CostLine::CoreInterface, 0.05 * 0.8 * at_home);
}

#[test]
fn customers_are_lost_only_where_a_margin_is_stated() {
    let mut scenario = plain_desk();
    set(&mut scenario, "offshore.customer_loss", 0.02);
    set(&mut scenario, "offshore.movable_share", 0.8);
    assert_line(&scenario, CostLine::LostCustomers, 0.0);
    scenario.functions[0].margin_at_risk = Some(Uncertain::Fixed(4_000_000.0));
    assert_line(&scenario, CostLine::LostCustomers, 0.02 * 0.8 * 4_000_000.0 * YEARS);
    // Work that customers never meet cannot lose them.
    scenario.functions[0].customer_facing = Some(false);
    assert_line(&scenario, CostLine::LostCustomers, 0.0);
}

#[test]
fn unusual_hours_cost_a_premium_at_home_and_leave_with_the_work() {
    let mut scenario = plain_desk();
    set(&mut scenario, "home.shift_premium", 0.1);
    assert!(is_nothing(nominal(&scenario, "in_house", CostLine::ShiftPremium)));
    set(&mut scenario, "support.outside_hours", 0.25);
    set(&mut scenario, "offshore.movable_share", 0.8);
    let wanted = 0.1 * 0.25 * PAY * YEARS;
    assert!((nominal(&scenario, "in_house", CostLine::ShiftPremium) - wanted).abs() < 1e-6);
    assert_line(&scenario, CostLine::ShiftPremium, 0.2 * wanted);
}

/// Freed by heads: moving three of four people frees three quarters of the time.
#[test]
fn management_time_is_freed_by_heads() {
    let mut scenario = plain_desk();
    assert_line(&scenario, CostLine::ManagementTime, 0.0);
    let mut books = scenario.functions[0].clone();
    "books".clone_into(&mut books.id);
    books.headcount = Some(Uncertain::Fixed(300.0));
    books.outsource = false;
    scenario.functions.push(books);
    steady(&mut scenario, "books");
    scenario.strategies.push(Strategy::FunctionSpecific { site: Site::Offshore });
    set(&mut scenario, "home.management_time", 80_000.0);
    assert_line(&scenario, CostLine::ManagementTime, -80_000.0 * YEARS);
    let some = nominal(&scenario, "function_specific_offshore", CostLine::ManagementTime);
    assert!((some + 20_000.0 * YEARS).abs() < 1e-6, "{some}");
}

#[test]
fn a_bonus_is_paid_to_those_who_lose_their_job() {
    let mut scenario = plain_desk();
    set(&mut scenario, "home.retention_weeks", 4.0);
    set(&mut scenario, "home.redeployed", 0.1);
    set(&mut scenario, "home.severance_weeks", 3.0);
    assert_line(&scenario, CostLine::Retention, 4.0 * 0.9 * 100_000.0);
    assert_line(&scenario, CostLine::Severance, 3.0 * 0.9 * 100_000.0);
}

/// Falling evenly to nothing within ten months is five months' worth; of seven months at a slower fall, what fits.
#[test]
fn stranded_cost_fades_from_the_first_day() {
    let mut scenario = plain_desk();
    let lines = simulated(&scenario).strategy("in_house").unwrap().lines_nominal.clone();
    let yearly = (lines[&CostLine::Supervision] + lines[&CostLine::Workspace]) / YEARS;
    set(&mut scenario, "home.stranded_share", 0.5);
    for (months, start, years) in [(10.0, 0.0, 5.0 / 12.0), (0.0, 0.0, 0.0), (10.0, 3.0, 5.0 / 12.0)] {
        set(&mut scenario, "home.stranded_months", months);
        set(&mut scenario, "offshore.go_live_months", start);
        assert_line(&scenario, CostLine::StrandedCost, 0.5 * yearly * years);
    }
    // The horizon cuts off the second half: 3/4 of the amount on average, for 6 of 12 months.
    set(&mut scenario, "home.stranded_months", 12.0);
    set(&mut scenario, "offshore.go_live_months", 18.0);
    assert_line(&scenario, CostLine::StrandedCost, 0.5 * yearly * 0.75 * 0.5);
}

#[test]
fn the_end_is_counted_only_when_asked_for() {
    let mut scenario = plain_desk();
    for (key, value) in [
        ("home.hire_cost", 4_000.0),
        ("home.training_weeks", 5.2),
        ("home.learning_loss", 0.6),
        ("home.benefits_load", 0.25),
        ("offshore.transition_fixed", 50_000.0),
        ("offshore.transition_per_head", 3_000.0),
        ("offshore.transition_share", 0.01),
        ("offshore.exit_transition", 0.5),
    ] {
        set(&mut scenario, key, value);
    }
    let transition = 50_000.0 + 100.0 * 3_000.0 + 0.01 * FEES;
    assert_line(&scenario, CostLine::Transition, transition);
    assert_line(&scenario, CostLine::ExitCost, 0.0);
    scenario.count_exit = true;
    // 5.2 weeks are a tenth of a year, 0.6 months a twentieth.
    let hiring = 100.0 * (4_000.0 + 0.15 * 52_000.0 * 1.25);
    assert_line(&scenario, CostLine::ExitCost, hiring + 0.5 * transition);
    // In the wages and prices of the last month.
    set(&mut scenario, "home.wage_growth", 0.1);
    set(&mut scenario, "home.price_inflation", 0.05);
    assert_line(&scenario, CostLine::ExitCost, 1.1 * hiring + 1.05 * 0.5 * transition);
    // No vendor, no way back.
    set(&mut scenario, "offshore.go_live_months", 30.0);
    assert_line(&scenario, CostLine::ExitCost, 0.0);
}

/// Both views of one scenario: the same money, at another time.
#[test]
fn spreading_the_start_moves_it_in_time_and_nothing_else() {
    let paid = plain_desk();
    let one_offs = [CostLine::Selection, CostLine::Transition, CostLine::Severance, CostLine::Retention];
    for (months, start) in [(12, 0.0), (12, 6.0), (120, 0.0), (120, 40.0), (1, 3.0)] {
        let mut paid = paid.clone();
        set(&mut paid, "home.retention_weeks", 2.0);
        set(&mut paid, "offshore.go_live_months", start);
        let mut spread = paid.clone();
        spread.spread_one_offs_months = months;
        let (paid, spread) = (simulated(&paid), simulated(&spread));
        for row in &paid.strategies {
            let other = spread.strategy(&row.strategy).unwrap();
            for (line, amount) in &row.lines_nominal {
                let found = other.lines_nominal[line];
                if one_offs.contains(line) {
                    assert!((found - amount).abs() <= 1e-9 * amount.abs().max(1.0), "{line:?} {found} {amount}");
                } else {
                    assert_eq!(found.to_bits(), amount.to_bits(), "{line:?}");
                }
            }
        }
    }
    // A year from the first day: twelve payments, discounted from the end of each month.
    let mut spread = paid.clone();
    spread.spread_one_offs_months = 12;
    let row = simulated(&spread).strategy(AWAY).unwrap().clone();
    let rate = paid.discount_rate;
    let factor = (1..=12).map(|month| (1.0 + rate).powf(-f64::from(month) / 12.0)).sum::<f64>() / 12.0;
    for line in one_offs {
        let (nominal, present) = (row.lines_nominal[&line], row.lines_present_value[&line]);
        assert!((present - nominal * factor).abs() <= 1e-9 * nominal.max(1.0), "{line:?}");
    }
}

#[test]
fn a_known_cost_takes_the_place_of_the_sum() {
    let mut scenario = plain_desk();
    let by_parts = simulated(&scenario).strategy("in_house").unwrap().clone();
    scenario.functions[0].known_cost = Some(Uncertain::Fixed(9_000_000.0));
    set(&mut scenario, "support.avoidable_share", 0.9);
    set(&mut scenario, "offshore.movable_share", 0.8);
    let summary = simulated(&scenario);
    let (home, away) = (summary.strategy("in_house").unwrap(), summary.strategy(AWAY).unwrap());
    assert!((home.cost_nominal.mean - 9_000_000.0 * YEARS).abs() < 1e-3);
    let factor = home.cost_nominal.mean / by_parts.cost_nominal.mean;
    for line in [CostLine::Pay, CostLine::Benefits, CostLine::Workspace, CostLine::RecruitingAndTraining] {
        let (known, modelled) = (home.lines_nominal[&line], by_parts.lines_nominal[&line]);
        assert!((known / modelled - factor).abs() < 1e-9, "{line:?} keeps its proportion");
        // Of the 80 % that moves, 90 % goes away.
        let left = away.lines_nominal[&line] / known;
        assert!((left - (1.0 - 0.8 * 0.9)).abs() < 1e-9, "{line:?}: {left} is left");
    }
    // The home team that is kept on is not paid twice.
    let kept = 0.8 * 0.9 * 9_000_000.0 * scenario.assumptions["offshore.parallel_share"].likely();
    let months = scenario.assumptions["offshore.parallel_months"].likely();
    assert_line(&scenario, CostLine::ParallelRunning, kept * months / 12.0);
}

/// Without a known cost all of the moved share goes away, whatever share is said to be avoidable.
#[test]
fn the_avoidable_share_counts_with_a_known_cost_alone() {
    let mut scenario = plain_desk();
    let before = simulated(&scenario);
    set(&mut scenario, "support.avoidable_share", 0.3);
    assert_eq!(before, simulated(&scenario));
    scenario.functions[0].known_cost = Some(Uncertain::Fixed(9_000_000.0));
    let some = simulated(&scenario);
    set(&mut scenario, "support.avoidable_share", 0.8);
    assert_ne!(some.strategies, simulated(&scenario).strategies);
}

/// The default desk, made so that there is something on every line.
fn every_line_in_use() -> Scenario {
    let mut scenario = PRESETS[0].scenario().unwrap();
    scenario.run.trials = 1_024;
    scenario.count_exit = true;
    let desk = &mut scenario.functions[0];
    desk.core = Some(true);
    desk.sensitivity = DataSensitivity::High;
    desk.margin_at_risk = Some(Uncertain::Fixed(2e6));
    for (key, value) in [
        ("support.outside_hours", 0.2),
        ("home.management_time", 50_000.0),
        ("home.breach_hazard", 0.3),
        ("offshore.minimum_commitment", 0.95),
        ("offshore.volume_band", 0.05),
        ("offshore.gain_share", 0.1),
        ("offshore.vendor_tax", 0.1),
    ] {
        set(&mut scenario, key, value);
    }
    scenario.strategies = vec![Strategy::Complete { site: Site::Offshore }];
    scenario
}

/// A line that is not counted is nothing under every strategy. Lines of the home team shrink what is a share of the cost at home as
/// well; every other line leaves the rest as it was, to the bit.
#[test]
fn a_line_taken_out_is_nothing_everywhere() {
    let whole = every_line_in_use();
    let with = simulated(&whole);
    let home_lines = with.strategy("in_house").unwrap().lines_nominal.clone();
    for line in CostLine::ALL {
        assert!(!is_nothing(with.strategy(AWAY).unwrap().lines_nominal[&line]), "{} is not in use", line.id());
        let mut scenario = whole.clone();
        scenario.lines_off.insert(line);
        for row in &simulated(&scenario).strategies {
            let before = with.strategy(&row.strategy).unwrap();
            assert_eq!((row.lines_nominal[&line], row.lines_present_value[&line]), (0.0, 0.0), "{}", line.id());
            if line == CostLine::DataBreach || is_nothing(home_lines[&line]) {
                let others = |lines: &BTreeMap<CostLine, f64>| -> Vec<u64> {
                    // The vendor's part of the saving falls with the rest of its bill.
                    let others = lines.iter().filter(|(other, _)| **other != line && **other != CostLine::GainShare);
                    others.map(|(_, amount)| amount.to_bits()).collect()
                };
                assert_eq!(others(&row.lines_nominal), others(&before.lines_nominal), "{}", line.id());
            }
        }
    }
}

/// Nothing counted costs nothing, and divides by nothing.
#[test]
fn all_lines_taken_out_cost_nothing() {
    let mut scenario = every_line_in_use();
    scenario.lines_off = CostLine::ALL.into_iter().collect();
    scenario.functions[0].known_cost = Some(Uncertain::Fixed(1e6));
    for row in simulated(&scenario).strategies {
        assert_eq!((row.cost_nominal.mean, row.cost_present_value.mean), (0.0, 0.0), "{}", row.strategy);
    }
}

/// The events go on without the lines that they are booked on.
#[test]
fn events_happen_whether_or_not_their_line_counts() {
    let whole = every_line_in_use();
    let mut scenario = whole.clone();
    scenario.lines_off = [CostLine::DataBreach, CostLine::EarlyEnd].into_iter().collect();
    let (with, without) = (simulated(&whole), simulated(&scenario));
    for row in &with.strategies {
        let other = without.strategy(&row.strategy).unwrap();
        for (event, tally) in &row.events {
            assert_eq!(tally.mean_count.to_bits(), other.events[event].mean_count.to_bits(), "{event:?}");
        }
    }
    assert_eq!(whole.events, RiskEvents::default());
}

/// What a year has cost so far says nothing of letting people go or of putting automation to work.
#[test]
fn a_known_cost_leaves_automation_and_letting_go_alone() {
    let mut scenario = plain_desk();
    set(&mut scenario, "support.attrition", 0.0);
    set(&mut scenario, "support.volume_growth", -0.2);
    set(&mut scenario, "support.automation_potential", 0.3);
    let modelled = simulated(&scenario).strategy("in_house").unwrap().lines_nominal.clone();
    scenario.functions[0].known_cost = Some(Uncertain::Fixed(20_000_000.0));
    let known = simulated(&scenario).strategy("in_house").unwrap().lines_nominal.clone();
    for line in [CostLine::Scaling, CostLine::Automation] {
        assert!(modelled[&line] > 0.0, "{line:?}");
        assert_eq!(modelled[&line].to_bits(), known[&line].to_bits(), "{line:?}");
    }
    assert!(known[&CostLine::Pay] > 1.5 * modelled[&CostLine::Pay]);
}

/// Break-even follows the lines that are counted: terms taken out are terms that are not in the contract.
#[test]
fn terms_taken_out_do_not_delay_break_even() {
    let whole = every_line_in_use();
    let (mut taken_out, mut without) = (whole.clone(), whole);
    taken_out.lines_off =
        [CostLine::MinimumCommitment, CostLine::VolumeSurcharge, CostLine::GainShare].into_iter().collect();
    for term in ["minimum_commitment", "volume_surcharge", "gain_share"] {
        set(&mut without, &format!("offshore.{term}"), 0.0);
    }
    // A term that is off is no driver, one that is 0 might be: everything but what drives the outcome.
    assert_eq!(simulated(&taken_out).strategies, simulated(&without).strategies);
}
