//! The volume of work: growth, swings, seasons, shocks and automation, by closed forms, and what they cost at home and with a vendor.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::float_cmp, reason = "a figure that is the same is the same to the bit")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use shorecast::engine::Plan;
use shorecast::engine::lanes::LANES;
use shorecast::engine::volume::{Volume, Work};
use shorecast::engine::world::World;
use shorecast::model::presets::PRESETS;
use shorecast::model::{CostLine, RiskEvent, RiskEvents, Scenario, Uncertain};
use shorecast::runner::inline;

/// The support desk with nothing uncertain, no events and steady work.
fn steady() -> Scenario {
    let mut scenario = PRESETS[0].scenario().unwrap().without_uncertainty();
    scenario.run.trials = 1_024;
    for key in
        ["support.volume_growth", "support.seasonal_peak", "support.automation_potential", "offshore.vendor_attrition"]
    {
        set(&mut scenario, key, 0.0);
    }
    set(&mut scenario, "home.wage_growth", 0.0);
    set(&mut scenario, "home.price_inflation", 0.0);
    scenario
}

fn set(scenario: &mut Scenario, key: &str, value: f64) {
    scenario.assumptions.insert(key.to_owned(), Uncertain::Fixed(value));
}

/// Undiscounted mean of a line of a strategy.
fn line(scenario: &Scenario, strategy: &str, line: CostLine) -> f64 {
    inline::simulate(scenario).unwrap().strategy(strategy).unwrap().lines_nominal[&line]
}

/// The first function's work in every trial of many blocks, month by month.
fn histories(scenario: &Scenario, blocks: u32) -> Vec<Vec<Work>> {
    let plan = Plan::new(scenario).unwrap();
    (0..blocks)
        .map(|block| {
            let world = World::draw(&plan, block * u32::try_from(LANES).unwrap());
            let mut volume = Volume::new(&plan, &world);
            let mut work = vec![Work::NONE; plan.functions.len()];
            let mut step = |month| {
                volume.step(month, work.iter_mut());
                work[0]
            };
            (0..plan.horizon_months).map(&mut step).collect()
        })
        .collect()
}

#[test]
fn growth_compounds_month_by_month() {
    let mut scenario = steady();
    let before = line(&scenario, "in_house", CostLine::Pay);
    set(&mut scenario, "support.volume_growth", 0.06);
    let sum: f64 = (0..60).map(|month| 1.06_f64.powf(f64::from(month) / 12.0)).sum();
    assert!((line(&scenario, "in_house", CostLine::Pay) / before - sum / 60.0).abs() < 1e-12);
    // Those hired for it cost what a hire and its learning cost: 25 heads grow to 25 x 1.06^(59/12).
    let replaced = line(&steady(), "in_house", CostLine::RecruitingAndTraining) / (0.25 * 25.0 * 5.0);
    let added = 25.0 * (1.06_f64.powf(59.0 / 12.0) - 1.0);
    let scaling = line(&scenario, "in_house", CostLine::Scaling);
    assert!((scaling / (replaced * added) - 1.0).abs() < 1e-9, "{scaling} {}", replaced * added);
}

#[test]
fn less_work_lets_people_go_once_leavers_do_not_suffice() {
    let mut scenario = steady();
    set(&mut scenario, "support.volume_growth", -0.2);
    assert_eq!(line(&scenario, "in_house", CostLine::Scaling), 0.0);
    set(&mut scenario, "support.attrition", 0.0);
    // Four weeks of pay for 90 % of those who are no longer needed.
    let wanted = 25.0 * (1.0 - 0.8_f64.powf(59.0 / 12.0)) * 4.0 / 52.0 * 42_830.0 * 0.9;
    assert!((line(&scenario, "in_house", CostLine::Scaling) / wanted - 1.0).abs() < 1e-9);
}

#[test]
fn busy_months_are_overtime_at_home_and_hours_at_the_vendor() {
    let mut scenario = steady();
    set(&mut scenario, "offshore.go_live_months", 0.0);
    let fees = line(&scenario, "complete_offshore", CostLine::VendorFees);
    set(&mut scenario, "support.seasonal_peak", 0.3);
    // Peak and two halves of it: two months' worth of 30 % in a year, at time and a half.
    let wanted = 5.0 * 25.0 * 42_830.0 / 12.0 * 0.3 * 2.0 * 1.5;
    assert!((line(&scenario, "in_house", CostLine::SeasonalPeaks) / wanted - 1.0).abs() < 1e-9);
    assert_eq!(line(&scenario, "in_house", CostLine::Pay), line(&steady(), "in_house", CostLine::Pay));
    // The year's mean is the same, so the vendor bills almost the same: only the learning falls into other months.
    let seasonal = line(&scenario, "complete_offshore", CostLine::VendorFees);
    assert!((seasonal / fees - 1.0).abs() < 0.01, "{seasonal} {fees}");
}

#[test]
fn automation_saves_at_home_and_what_the_vendor_passes_on() {
    let mut scenario = steady();
    for (key, value) in
        [("offshore.go_live_months", 0.0), ("offshore.ramp_loss", 0.0), ("offshore.local_price_share", 0.0)]
    {
        set(&mut scenario, key, value);
    }
    set(&mut scenario, "offshore.escalator", 0.0);
    let of = |scenario: &Scenario| {
        let fees = line(scenario, "complete_offshore", CostLine::VendorFees);
        (line(scenario, "in_house", CostLine::Pay), fees)
    };
    let before = of(&scenario);
    set(&mut scenario, "support.automation_potential", 0.2);
    set(&mut scenario, "home.automation_years", 4.0);
    set(&mut scenario, "offshore.automation_passed_on", 0.5);
    let after = of(&scenario);
    // Rising over 48 months (read in mid-month), then whole for twelve.
    let taken = (0..60).map(|month| 0.2 * ((f64::from(month) + 0.5) / 48.0).min(1.0)).sum::<f64>() / 60.0;
    assert!((after.0 / before.0 - (1.0 - taken)).abs() < 1e-12);
    assert!((after.1 / before.1 - (1.0 - 0.5 * taken)).abs() < 1e-12);
    let cost = line(&scenario, "in_house", CostLine::Automation);
    assert!((cost / (25.0 * 1_250.0) - 1.0).abs() < 1e-9, "{cost}");
}

#[test]
fn the_least_that_is_paid_and_the_surcharge() {
    let mut scenario = steady();
    for (key, value) in [
        ("offshore.go_live_months", 0.0),
        ("offshore.ramp_loss", 0.0),
        ("offshore.rework", 1.0),
        ("offshore.minimum_commitment", 0.8),
        ("offshore.volume_band", 0.1),
        ("offshore.volume_surcharge", 0.25),
    ] {
        set(&mut scenario, key, value);
    }
    let planned = line(&scenario, "complete_offshore", CostLine::VendorFees);
    let of = |growth: f64, of: CostLine| {
        let mut changed = scenario.clone();
        changed.horizon_months = 60;
        set(&mut changed, "support.volume_growth", growth);
        line(&changed, "complete_offshore", of)
    };
    for steady in [CostLine::MinimumCommitment, CostLine::VolumeSurcharge] {
        assert_eq!(of(0.0, steady), 0.0);
    }
    // By how much fees and commitment together fall short of the least, month by month.
    let fees = of(-0.4, CostLine::VendorFees);
    let topped_up = fees + of(-0.4, CostLine::MinimumCommitment);
    assert!(
        fees < 0.8 * planned && topped_up > 0.8 * planned && topped_up < 0.83 * planned,
        "{fees} {topped_up} {planned}"
    );
    assert!(of(0.2, CostLine::VolumeSurcharge) > 0.02 * planned);
    // A vendor that shares the gain takes its part of what is saved on running cost.
    let mut sharing = scenario.clone();
    set(&mut sharing, "offshore.gain_share", 0.3);
    let gain = line(&sharing, "complete_offshore", CostLine::GainShare);
    let summary = inline::simulate(&scenario).unwrap();
    let lines = |id: &str| summary.strategy(id).unwrap().lines_nominal.clone();
    let (home, away) = (lines("in_house"), lines("complete_offshore"));
    let displaced: f64 = [
        CostLine::Pay,
        CostLine::Benefits,
        CostLine::Supervision,
        CostLine::Workspace,
        CostLine::Technology,
        CostLine::RecruitingAndTraining,
    ]
    .iter()
    .map(|line| home[line] - away[line])
    .sum();
    let bill = away[&CostLine::VendorFees] + away[&CostLine::ScopeChanges];
    assert!((gain / (0.3 * (displaced - bill)) - 1.0).abs() < 1e-9, "{gain} {displaced} {bill}");
}

/// The mean stays at the trend, and the deviation of the logarithm after t years is the volatility times sqrt(t).
#[test]
fn swings_have_the_stated_mean_and_volatility() {
    let mut scenario = steady();
    set(&mut scenario, "support.volume_volatility", 0.2);
    let histories = histories(&scenario, 320);
    for month in [12, 36, 59] {
        let values: Vec<f64> = histories.iter().flat_map(|history| history[month].demand.0).collect();
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let variance = values.iter().map(|value| (value.ln() - mean.ln()).powi(2)).sum::<f64>() / n;
        let years = month as f64 / 12.0;
        let deviation = 0.2 * years.sqrt();
        // Four standard errors of a mean and of a deviation.
        assert!((mean - 1.0).abs() < 4.0 * deviation / n.sqrt(), "month {month}: {mean}");
        assert!((variance.sqrt() / deviation - 1.0).abs() < 4.0 / (2.0 * n).sqrt() + 0.02, "month {month}: {variance}");
    }
}

/// Shocks come as a Poisson process of the stated hazard, have the stated size and last as long as stated.
#[test]
fn shocks_come_as_often_and_last_as_long_as_stated() {
    let mut scenario = steady();
    scenario.events = RiskEvents { demand_shock: true, ..RiskEvents::NONE };
    set(&mut scenario, "home.demand_shock_hazard", 0.2);
    set(&mut scenario, "home.demand_shock_size", -0.5);
    set(&mut scenario, "home.demand_shock_months", 6.0);
    scenario.run.trials = 20_480;
    let summary = inline::simulate(&scenario).unwrap();
    let event = summary.strategy("in_house").unwrap().events[&RiskEvent::DemandShock];
    // 0.2 a year over five years: one on average; the count is cut at four, which four in a thousand exceed.
    assert!((event.mean_count - 1.0).abs() < 0.03, "{}", event.mean_count);
    assert!((event.chance - (1.0 - (-1.0_f64).exp())).abs() < 0.015, "{}", event.chance);
    let histories = histories(&scenario, 320);
    let months: f64 =
        histories.iter().flatten().flat_map(|work| work.demand.0).filter(|level| *level < 0.99).count() as f64;
    let per_trial = months / (320.0 * LANES as f64);
    // One shock of six months, less what falls behind the horizon and where two overlap.
    assert!((5.2..=6.0).contains(&per_trial), "{per_trial}");
}

#[test]
fn automation_that_leaps_takes_its_share_within_a_year() {
    let mut scenario = steady();
    scenario.events = RiskEvents { automation_shock: true, ..RiskEvents::NONE };
    set(&mut scenario, "home.automation_shock_hazard", 4.0);
    set(&mut scenario, "home.automation_shock_size", 0.3);
    let histories = histories(&scenario, 16);
    let last: Vec<f64> = histories.iter().flat_map(|history| history[59].automated.0).collect();
    assert!(last.iter().all(|taken| (*taken - 0.3).abs() < 1e-12));
    let steps: Vec<f64> = (1..60)
        .flat_map(|month| {
            let (before, after) = (histories[0][month - 1].automated.0, histories[0][month].automated.0);
            before.into_iter().zip(after).map(|(before, after)| after - before).collect::<Vec<_>>()
        })
        .collect();
    assert!(steps.iter().all(|step| (-1e-12..=0.3 / 12.0 + 1e-12).contains(step)));
}
