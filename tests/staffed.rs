//! How a month is staffed: heads by the queue and the hours of coverage, what a split leaves at home, what the vendor bills for it.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use shorecast::engine::lanes::Lanes;
use shorecast::engine::staffing::{Circumstances, Part, StaffingTable};
use shorecast::model::presets::PRESETS;
use shorecast::model::{Contacts, CostLine, Coverage, Hybrid, Scenario, Site, Strategy, Uncertain, UsualHours};
use shorecast::runner::inline;

/// A desk that answers round the clock, with nothing uncertain, no events, steady prices and a vendor who makes no mistakes.
fn round_the_clock() -> Scenario {
    let mut scenario = PRESETS[0].scenario().unwrap().without_uncertainty();
    scenario.run.trials = 1_024;
    scenario.horizon_months = 24;
    let desk = &mut scenario.functions[0];
    desk.headcount = None;
    desk.contacts = Some(Contacts::usual(Uncertain::Fixed(20_000.0), Uncertain::Fixed(300.0)));
    desk.coverage = Coverage::Usual(UsualHours::RoundTheClock);
    desk.minimum_positions = 2;
    for nothing in [
        "home.wage_growth",
        "home.price_inflation",
        "support.volume_growth",
        "support.seasonal_peak",
        "support.automation_potential",
        "support.attrition",
        "offshore.escalator",
        "offshore.local_price_share",
        "offshore.go_live_months",
        "offshore.ramp_loss",
        "offshore.vendor_attrition",
    ] {
        set(&mut scenario, nothing, 0.0);
    }
    set(&mut scenario, "offshore.movable_share", 1.0);
    set(&mut scenario, "offshore.rework", 1.0);
    scenario.strategies = vec![Strategy::Hybrid { site: Site::Offshore }];
    scenario
}

fn set(scenario: &mut Scenario, key: &str, value: f64) {
    scenario.assumptions.insert(key.to_owned(), Uncertain::Fixed(value));
}

fn line(scenario: &Scenario, strategy: &str, line: CostLine) -> f64 {
    inline::simulate(scenario).unwrap().strategy(strategy).unwrap().lines_nominal[&line]
}

fn table(scenario: &Scenario) -> StaffingTable {
    StaffingTable::new(&scenario.functions[0], &Circumstances::of(scenario))
}

/// A value of the table at a volume, for the likely work.
fn at(volume: f64, read: impl Fn(&Lanes, &Lanes) -> Lanes) -> f64 {
    read(&Lanes::splat(1.0), &Lanes::splat(volume)).0[0]
}

#[test]
fn a_growing_desk_is_staffed_by_its_queue() {
    let mut scenario = round_the_clock();
    set(&mut scenario, "support.volume_growth", 0.5);
    let table = table(&scenario);
    let hours = 1_560.0;
    let heads: f64 = (0..24)
        .map(|month| {
            at(1.5_f64.powf(f64::from(month) / 12.0), |work, volume| {
                table.heads(Part::Whole, work, volume, &Lanes::splat(hours))
            })
        })
        .sum();
    let pay = line(&scenario, "in_house", CostLine::Pay);
    assert!((pay / (heads * 42_830.0 / 12.0) - 1.0).abs() < 1e-9, "{pay}");
    // A larger queue is easier to staff: less than in proportion.
    let first = at(1.0, |work, volume| table.heads(Part::Whole, work, volume, &Lanes::splat(hours)));
    let growth: f64 = (0..24).map(|month| 1.5_f64.powf(f64::from(month) / 12.0)).sum();
    assert!(heads < first * growth * 0.995);
}

#[test]
fn a_split_moves_the_hours_it_says() {
    for hybrid in [Hybrid::AfterHours {}, Hybrid::Overflow { base: 0.8 }] {
        let mut scenario = round_the_clock();
        scenario.hybrid = hybrid;
        let table = table(&scenario);
        let hours = Lanes::splat(1_560.0);
        let heads = |part: Part| at(1.0, |work, volume| table.heads(part, work, volume, &hours));
        let left = line(&scenario, "hybrid_offshore", CostLine::Pay) / line(&scenario, "in_house", CostLine::Pay);
        assert!((left - heads(Part::Kept) / heads(Part::Whole)).abs() < 1e-9, "{hybrid:?}: {left}");
        let billed = at(1.0, |work, volume| table.hours(Part::Moved, work, volume, &hours));
        let fees = line(&scenario, "hybrid_offshore", CostLine::VendorFees);
        assert!((fees / (2.0 * billed * 14.0) - 1.0).abs() < 1e-9, "{hybrid:?}: {fees} for {billed} hours");
    }
}

#[test]
fn a_growing_night_moves_by_the_night_and_not_by_the_day() {
    let mut scenario = round_the_clock();
    scenario.hybrid = Hybrid::AfterHours {};
    set(&mut scenario, "support.volume_growth", 0.5);
    let table = table(&scenario);
    let hours = Lanes::splat(1_560.0);
    let sum = |part: Part| -> f64 {
        let month = |month: i32| 1.5_f64.powf(f64::from(month) / 12.0);
        (0..24).map(|it| at(month(it), |work, volume| table.hours(part, work, volume, &hours))).sum::<f64>() / 12.0
    };
    let fees = line(&scenario, "hybrid_offshore", CostLine::VendorFees);
    assert!((fees / (sum(Part::Moved) * 14.0) - 1.0).abs() < 1e-9, "{fees}");
    let pay = line(&scenario, "hybrid_offshore", CostLine::Pay);
    assert!((pay / (sum(Part::Kept) / 1_560.0 * 42_830.0) - 1.0).abs() < 1e-9, "{pay}");
}

/// Unless it is stated, the share of hours that earn a premium follows from the coverage.
#[test]
fn unusual_hours_earn_a_premium_where_there_are_any() {
    let mut scenario = round_the_clock();
    let share = at(1.0, |work, volume| table(&scenario).outside_share(Part::Whole, work, volume));
    let premium = line(&scenario, "in_house", CostLine::ShiftPremium);
    let pay = line(&scenario, "in_house", CostLine::Pay);
    assert!(share > 0.4 && (premium / (pay * 0.1 * share) - 1.0).abs() < 1e-9, "{premium} {share}");
    set(&mut scenario, "support.outside_hours", 0.25);
    assert!((line(&scenario, "in_house", CostLine::ShiftPremium) / (pay * 0.1 * 0.25) - 1.0).abs() < 1e-9);
    scenario.assumptions.remove("support.outside_hours");
    scenario.functions[0].coverage = Coverage::default();
    assert_eq!(line(&scenario, "in_house", CostLine::ShiftPremium).to_bits(), 0.0_f64.to_bits());
}

/// Whoever replaces a leaver of the vendor learns at the buyer's expense, where hours are billed.
#[test]
fn leavers_of_the_vendor_cost_hours() {
    let mut scenario = round_the_clock();
    let before = line(&scenario, "hybrid_offshore", CostLine::VendorFees);
    set(&mut scenario, "offshore.vendor_attrition", 0.6);
    set(&mut scenario, "home.learning_loss", 0.5);
    let after = line(&scenario, "hybrid_offshore", CostLine::VendorFees);
    assert!((after / before - (1.0 + 0.6 * 0.5 / 12.0)).abs() < 1e-12);
}

/// Two queues need more people than one: home keeps more, and the vendor bills more, than the shares of the work.
#[test]
fn two_queues_need_more_than_one() {
    let mut scenario = round_the_clock();
    let of = |scenario: &Scenario, what: CostLine| line(scenario, "hybrid_offshore", what);
    let pooled = [CostLine::Pay, CostLine::VendorFees].map(|what| of(&scenario, what));
    scenario.functions[0].contacts =
        scenario.functions[0].contacts.map(|contacts| Contacts { pooled: false, ..contacts });
    let apart = [CostLine::Pay, CostLine::VendorFees].map(|what| of(&scenario, what));
    let table = table(&scenario);
    let one = Lanes::splat(1.0);
    let heads = |share: f64| table.heads(Part::Whole, &Lanes::splat(share), &one, &one).0[0];
    let wanted = heads(0.5) / (0.5 * heads(1.0));
    assert!(wanted > 1.02, "{wanted}");
    for (apart, pooled) in apart.into_iter().zip(pooled) {
        assert!((apart / pooled / wanted - 1.0).abs() < 1e-9, "{apart} {pooled} {wanted}");
    }
}
