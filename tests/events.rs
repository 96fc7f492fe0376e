//! Risk events: how often they strike and what they cost, against closed forms and an independent implementation; and what
//! must hold in every single trial.
//!
//! Seeds are fixed, so a failure is never chance.
#![cfg(not(target_family = "wasm"))]
#![allow(
    clippy::unwrap_used,
    clippy::float_cmp,
    reason = "a test stops at the first thing that is not as it should be"
)]

use shorecast::engine::Plan;
use shorecast::engine::block::{PricedStrategy, price_block};
use shorecast::engine::draws::{Sampling, nets};
use shorecast::engine::lanes::LANES;
use shorecast::engine::plan::BLOCK_TRIALS;
use shorecast::model::presets::PRESETS;
use shorecast::model::{CostLine, DataSensitivity, Ends, RiskEvent, RiskEvents, Scenario, Uncertain};
use statrs::distribution::{ChiSquared, ContinuousCDF, Discrete, LogNormal, Normal, Poisson};

/// Critical value of the Kolmogorov-Smirnov statistic at a level of 0.001, times the root of the count.
const CRITICAL: f64 = 1.95;
/// Blocks of trials that are looked at: 12,800 trials.
const BLOCKS: u32 = 200;
/// Blocks where every single trial has to be right.
const FEW: u32 = 30;
const YEARS: f64 = 5.0;

/// The support desk over five years with one kind of event, wages, prices and heads known and never rising.
fn plain(events: &[RiskEvent]) -> Scenario {
    let mut scenario = PRESETS[0].scenario().unwrap();
    scenario.events = RiskEvents::NONE;
    for event in events {
        scenario.events.set(*event, true);
    }
    scenario.discount_rate = 0.0;
    for key in scenario.assumption_keys() {
        if key.assumption.id().contains("disruption_days") || key.assumption.id().contains("fine_size") {
            continue;
        }
        let likely = scenario.assumption(&key).likely();
        scenario.assumptions.insert(key.to_string(), Uncertain::Fixed(likely));
    }
    for none in [
        "home.wage_growth",
        "home.wage_volatility",
        "home.price_inflation",
        "onshore.escalator",
        "onshore.local_price_share",
        "support.volume_volatility",
        "support.seasonal_peak",
        "support.automation_potential",
    ] {
        set(&mut scenario, none, 0.0);
    }
    scenario
}

fn set(scenario: &mut Scenario, key: &str, value: f64) {
    scenario.assumptions.insert(key.to_owned(), Uncertain::Fixed(value));
}

/// What a strategy meets, trial by trial.
struct Run {
    blocks: Vec<PricedStrategy>,
    /// The same without the line on which an event's cost stands, for each event that was asked for.
    without: Vec<(RiskEvent, Vec<PricedStrategy>)>,
}

/// The strategy with this id under independent draws, for which the closed forms hold.
fn priced(scenario: &Scenario, id: &str, events: &[RiskEvent]) -> Run {
    run(scenario, id, Sampling::Plain, BLOCKS, events)
}

/// Its first so many blocks by this source of random numbers, with what these events cost in each trial.
fn run(scenario: &Scenario, id: &str, sampling: Sampling, blocks: u32, events: &[RiskEvent]) -> Run {
    let without = events.iter().map(|event| {
        let mut scenario = scenario.clone();
        scenario.lines_off.insert(line_of(*event));
        (*event, price(&scenario, id, sampling, blocks))
    });
    Run { without: without.collect(), blocks: price(scenario, id, sampling, blocks) }
}

/// The strategy block by block; the others are left out, for they change nothing.
fn price(scenario: &Scenario, id: &str, sampling: Sampling, blocks: u32) -> Vec<PricedStrategy> {
    let mut scenario = scenario.clone();
    scenario.strategies.retain(|strategy| strategy.id() == id);
    let plan = Plan::with_sampling(&scenario, sampling).unwrap();
    let strategy = plan.strategies.iter().position(|strategy| strategy.id == id).unwrap();
    (0..blocks).map(|block| price_block(&plan, block * BLOCK_TRIALS).swap_remove(strategy)).collect()
}

/// The line that an event has to itself; both kinds of early ends share theirs.
fn line_of(event: RiskEvent) -> CostLine {
    match event {
        RiskEvent::DataBreach => CostLine::DataBreach,
        RiskEvent::ComplianceFine => CostLine::ComplianceFine,
        RiskEvent::Disruption => CostLine::Disruption,
        RiskEvent::KeyPeople => CostLine::KeyPeople,
        RiskEvent::AttritionSpike => CostLine::AttritionSpike,
        RiskEvent::EarlyEnd | RiskEvent::Insolvency => CostLine::EarlyEnd,
        RiskEvent::TransitionOverrun | RiskEvent::DemandShock | RiskEvent::AutomationShock => {
            unreachable!("{event:?} has no line of its own")
        }
    }
}

impl Run {
    /// How often the event happened in each trial.
    fn counts(&self, event: RiskEvent) -> Vec<f64> {
        self.blocks.iter().flat_map(|block| block.events[event.index()].count.map(f64::from)).collect()
    }

    /// What it cost in each trial: what its line makes of the total. Its own account, block by block, must say the same.
    fn costs(&self, event: RiskEvent) -> Vec<f64> {
        let (_, without) = self.without.iter().find(|(known, _)| *known == event).unwrap();
        let costs: Vec<f64> =
            total(&self.blocks).iter().zip(total(without)).map(|(with, without)| with - without).collect();
        for (block, costs) in self.blocks.iter().zip(costs.chunks(LANES)) {
            let (sum, booked) = (costs.iter().sum::<f64>(), block.events[event.index()].cost[0]);
            let rounding = 1e-12 * block.over_time.totals[0].sum();
            assert!((sum - booked).abs() < rounding, "{event:?}: {sum} in the totals, {booked} on the account");
        }
        costs
    }

    /// Both.
    fn tallies(&self, event: RiskEvent) -> (Vec<f64>, Vec<f64>) {
        (self.counts(event), self.costs(event))
    }

    /// How often the event happened in all trials.
    fn sum(&self, event: RiskEvent) -> f64 {
        self.counts(event).iter().sum()
    }
}

fn total(blocks: &[PricedStrategy]) -> Vec<f64> {
    blocks.iter().flat_map(|block| block.over_time.totals[0].0).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Mean of the powers of the deviations from the mean.
fn central(values: &[f64], power: i32) -> f64 {
    let centre = mean(values);
    values.iter().map(|value| (value - centre).powi(power)).sum::<f64>() / values.len() as f64
}

/// What a year of the whole desk costs at home.
fn yearly_home_cost(scenario: &Scenario) -> f64 {
    let mut calm = scenario.clone();
    calm.events = RiskEvents::NONE;
    mean(&total(&price(&calm, "in_house", Sampling::Plain, 1))) / YEARS
}

/// Pearson's chi-squared against a Poisson distribution, classes joined until each expects at least five.
fn assert_poisson(counts: &[f64], rate: f64, what: &str) {
    let poisson = Poisson::new(rate).unwrap();
    let trials = counts.len() as f64;
    let (mut statistic, mut classes, mut expected, mut observed, mut rest) = (0.0, 0.0, 0.0, 0.0, trials);
    let mut left = trials;
    for count in 0..64_u32 {
        expected += trials * poisson.pmf(u64::from(count));
        observed += counts.iter().filter(|seen| **seen == f64::from(count)).count() as f64;
        if expected >= 5.0 && rest - expected >= 5.0 {
            statistic += (observed - expected).powi(2) / expected;
            classes += 1.0;
            (rest, left) = (rest - expected, left - observed);
            (expected, observed) = (0.0, 0.0);
        }
    }
    statistic += (left - rest).powi(2) / rest;
    assert!(classes >= 1.0, "{what}: too few events to say anything");
    let critical = ChiSquared::new(classes).unwrap().inverse_cdf(0.999);
    assert!(statistic < critical, "{what}: {statistic} of {critical} with {classes} degrees of freedom");
}

/// Sum of a Poisson number of independent amounts, whose mean and mean square are given.
fn assert_compound_poisson(costs: &[f64], rate: f64, amount: f64, amount_squared: f64, what: &str) {
    let trials = costs.len() as f64;
    let error = (central(costs, 2) / trials).sqrt();
    let (seen, wanted) = (mean(costs), rate * amount);
    assert!((seen - wanted).abs() < 4.0 * error, "{what}: mean {seen}, not {wanted} (error {error})");
    let variance = central(costs, 2);
    let error = ((central(costs, 4) - variance * variance) / trials).sqrt();
    let wanted = rate * amount_squared;
    assert!((variance - wanted).abs() < 4.0 * error, "{what}: variance {variance}, not {wanted} (error {error})");
}

fn kolmogorov_smirnov(mut values: Vec<f64>, most: f64, cdf: impl Fn(f64) -> f64) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let count = values.len() as f64;
    assert!(count > 200.0, "only {count} values");
    let below = values.iter().enumerate().filter(|(_, value)| **value < most);
    let distance = below.map(|(rank, value)| {
        let probability = cdf(*value);
        (probability - rank as f64 / count).abs().max(((rank + 1) as f64 / count - probability).abs())
    });
    distance.fold(0.0, f64::max) * count.sqrt()
}

/// Costs of the trials in which the event happened just once.
fn single((counts, costs): &(Vec<f64>, Vec<f64>)) -> Vec<f64> {
    counts.iter().zip(costs).filter(|(count, _)| **count == 1.0).map(|(_, cost)| *cost).collect()
}

/// Mean of min(x, cap)^power for a lognormal x.
fn capped_lognormal_moment(centre: f64, spread: f64, cap: f64, power: f64) -> f64 {
    let normal = Normal::new(0.0, 1.0).unwrap();
    let z = (cap.ln() - centre) / spread;
    let below = (power * centre + 0.5 * (power * spread).powi(2)).exp() * normal.cdf(z - power * spread);
    below + cap.powf(power) * (1.0 - normal.cdf(z))
}

#[test]
fn disruptions_are_a_compound_poisson_process() {
    let mut scenario = plain(&[RiskEvent::Disruption]);
    set(&mut scenario, "home.disruption_hazard", 0.4);
    scenario
        .assumptions
        .insert("home.disruption_days".to_owned(), Uncertain::Lognormal { low: 0.5, high: 8.0, ends: Ends::P5P95 });
    let tallies = priced(&scenario, "in_house", &[RiskEvent::Disruption]).tallies(RiskEvent::Disruption);
    assert_poisson(&tallies.0, 0.4 * YEARS, "disruptions");
    // A half of the work stands still, at one and a half times what it costs.
    let day = yearly_home_cost(&scenario) / 365.0 * 0.5 * 1.5;
    let spread = 16.0_f64.ln() / (2.0 * 1.644_853_626_951_472_7);
    let moment = |power| day.powf(power) * capped_lognormal_moment(2.0_f64.ln(), spread, 365.0, power);
    assert_compound_poisson(&tallies.1, 0.4 * YEARS, moment(1.0), moment(2.0), "disruptions");
    let reference = LogNormal::new(2.0_f64.ln(), spread).unwrap();
    let statistic = kolmogorov_smirnov(single(&tallies), f64::INFINITY, |cost| reference.cdf(cost / day));
    assert!(statistic < CRITICAL, "{statistic}");
}

/// The points meet the same law, and more closely than chance would: of every net as many trials go without an event as should,
/// give or take one.
#[test]
fn every_net_has_its_share_of_trials_without_an_event() {
    let mut scenario = plain(&[RiskEvent::Disruption]);
    set(&mut scenario, "home.disruption_hazard", 0.4);
    let run = run(&scenario, "in_house", Sampling::Nets, 4 * nets::POINTS / BLOCK_TRIALS, &[]);
    let counts = run.counts(RiskEvent::Disruption);
    let expected = f64::from(nets::POINTS) * (-0.4 * YEARS).exp();
    for net in counts.chunks(nets::POINTS as usize) {
        let without = net.iter().filter(|count| **count == 0.0).count() as f64;
        assert!((without - expected).abs() <= 1.0, "{without}, not {expected}");
    }
    // Later events come from the plain generator.
    assert!(
        (mean(&counts) - 0.4 * YEARS).abs() < 4.0 * (0.4 * YEARS / counts.len() as f64).sqrt(),
        "{}",
        mean(&counts)
    );
}

#[test]
fn key_people_are_a_compound_poisson_process() {
    let mut scenario = plain(&[RiskEvent::KeyPeople]);
    let months = Uncertain::Pert { low: 2.0, likely: 3.0, high: 6.0, ends: Ends::Bounds };
    scenario.assumptions.insert("home.key_people_months".to_owned(), months);
    set(&mut scenario, "home.key_people_hazard", 0.15);
    let tallies = priced(&scenario, "in_house", &[RiskEvent::KeyPeople]).tallies(RiskEvent::KeyPeople);
    // Two teams of 12.5 heads, a tenth of whose output is lost.
    let rate = 2.0 * 0.15 * YEARS;
    assert_poisson(&tallies.0, rate, "key people");
    let month = yearly_home_cost(&scenario) / 12.0 * 0.1 / 2.0;
    let (expected, variance) = (20.0 / 6.0, (20.0 / 6.0 - 2.0) * (6.0 - 20.0 / 6.0) / 7.0);
    let squared = month * month * (expected * expected + variance);
    assert_compound_poisson(&tallies.1, rate, month * expected, squared, "key people");
}

#[test]
fn years_of_high_attrition_cost_what_they_add() {
    let mut scenario = plain(&[RiskEvent::AttritionSpike]);
    set(&mut scenario, "home.attrition_spike_hazard", 0.3);
    let run = priced(&scenario, "in_house", &[RiskEvent::AttritionSpike]);
    let tallies = run.tallies(RiskEvent::AttritionSpike);
    assert_poisson(&tallies.0, 0.3 * YEARS, "spikes");
    // A spike that begins t years before the end costs half of min(1, t) years of recruiting, by whole months.
    let recruiting = CostLine::RecruitingAndTraining.index();
    let yearly = run.blocks[0].lines[0][recruiting] / LANES as f64 / YEARS;
    let months = |power: i32| (1..=60).map(|left: i32| f64::from(left.min(12)).powi(power)).sum::<f64>() / 60.0;
    let of_month = 0.5 * yearly / 12.0;
    let squared = of_month * of_month * months(2);
    assert_compound_poisson(&tallies.1, 0.3 * YEARS, of_month * months(1), squared, "spikes");
}

#[test]
fn breaches_and_fines_are_compound_poisson_processes() {
    let mut scenario = plain(&[RiskEvent::DataBreach, RiskEvent::ComplianceFine]);
    set(&mut scenario, "home.breach_hazard", 0.8);
    set(&mut scenario, "home.data_access", 0.5);
    set(&mut scenario, "home.breach_spread", 2.0);
    set(&mut scenario, "home.fine_chance", 0.3);
    set(&mut scenario, "home.fine_cap", 0.01);
    let run = priced(&scenario, "in_house", &[RiskEvent::DataBreach, RiskEvent::ComplianceFine]);
    let breaches = run.tallies(RiskEvent::DataBreach);
    let rate = 0.4 * YEARS;
    assert_poisson(&breaches.0, rate, "breaches");
    let median = 24_000.0 * (scenario.revenue / 100_000.0).powf(0.18);
    let cap = (3.0 * yearly_home_cost(&scenario)).min(0.25 * scenario.revenue);
    let moment = |power| capped_lognormal_moment(median.ln(), 2.0, cap, power);
    assert_compound_poisson(&breaches.1, rate, moment(1.0), moment(2.0), "breaches");
    let reference = LogNormal::new(median.ln(), 2.0).unwrap();
    let statistic = kolmogorov_smirnov(single(&breaches), cap * 0.999, |cost| reference.cdf(cost));
    assert!(statistic < CRITICAL, "{statistic}");
    let account = |block: &PricedStrategy| block.events[RiskEvent::DataBreach.index()];
    let capped: f64 = run.blocks.iter().map(|block| account(block).capped).sum();
    let (share, expected) = (capped / breaches.0.iter().sum::<f64>(), 1.0 - reference.cdf(cap));
    let error = (expected / breaches.0.iter().sum::<f64>()).sqrt();
    assert!((share - expected).abs() < 4.0 * error, "{share} at the cap, not {expected}");
    assert!(run.blocks.iter().all(|block| (account(block).cap / LANES as f64 / cap - 1.0).abs() < 1e-12));

    let fines = run.tallies(RiskEvent::ComplianceFine);
    assert_poisson(&fines.0, 0.3 * rate, "fines");
    let spread = 100.0_f64.ln() / (2.0 * 1.281_551_565_544_600_4);
    let (median, cap) = (0.001 * scenario.revenue, 0.01 * scenario.revenue);
    let moment = |power| capped_lognormal_moment(median.ln(), spread, cap, power);
    assert_compound_poisson(&fines.1, 0.3 * rate, moment(1.0), moment(2.0), "fines");
    let reference = LogNormal::new(median.ln(), spread).unwrap();
    let statistic = kolmogorov_smirnov(single(&fines), cap * 0.999, |cost| reference.cdf(cost));
    assert!(statistic < CRITICAL, "{statistic}");
}

#[test]
fn sensitive_data_is_fined_more_often() {
    for (sensitivity, factor) in
        [(DataSensitivity::Low, 0.5), (DataSensitivity::Medium, 1.0), (DataSensitivity::High, 2.0)]
    {
        let mut scenario = plain(&[RiskEvent::DataBreach, RiskEvent::ComplianceFine]);
        set(&mut scenario, "home.breach_hazard", 0.8);
        set(&mut scenario, "home.fine_chance", 0.2);
        scenario.functions[0].sensitivity = sensitivity;
        let run = priced(&scenario, "in_house", &[]);
        let (breaches, fines) = (run.sum(RiskEvent::DataBreach), run.sum(RiskEvent::ComplianceFine));
        let chance = 0.2 * factor;
        let error = (chance * (1.0 - chance) / breaches).sqrt();
        assert!((fines / breaches - chance).abs() < 4.0 * error, "{sensitivity:?}: {fines} of {breaches}");
    }
}

/// The events that strike a place are the same for all who have work there, so each costs its share: half away, half the cost.
#[test]
fn what_strikes_a_place_costs_by_the_share_that_is_there() {
    let events = [RiskEvent::Disruption, RiskEvent::KeyPeople, RiskEvent::AttritionSpike];
    let mut scenario = plain(&events);
    set(&mut scenario, "onshore.movable_share", 1.0);
    set(&mut scenario, "onshore.destination_disruption_hazard", 0.0);
    let [home, half, all] = ["in_house", "hybrid_onshore", "complete_onshore"]
        .map(|id| run(&scenario, id, Sampling::Nets, BLOCKS, &events));
    // The costs of a trial are differences of totals, with their rounding.
    let rounding = 1e-12 * YEARS * yearly_home_cost(&scenario);
    for event in events {
        let [home, half, all] = [&home, &half, &all].map(|run| run.costs(event));
        for trial in 0..home.len() {
            let between = 0.5 * (home[trial] + all[trial]);
            assert!((half[trial] - between).abs() <= 1e-9 * between + rounding, "{event:?} {trial}");
        }
    }
    // Nothing stops the work there: what is left is what happens in the two months before it goes.
    let [home, all] = [&home, &all].map(|run| mean(&run.costs(RiskEvent::Disruption)));
    assert!(all > 0.0 && all < 0.1 * home, "{all} {home}");
}

/// Before the vendor starts there is nobody but the home team for anything to happen to.
#[test]
fn until_go_live_everything_happens_as_at_home() {
    let events = [RiskEvent::Disruption, RiskEvent::KeyPeople, RiskEvent::AttritionSpike];
    let mut scenario = plain(&events);
    scenario.horizon_months = 60;
    set(&mut scenario, "offshore.go_live_months", 60.0);
    let [home, away] = ["in_house", "complete_offshore"].map(|id| price(&scenario, id, Sampling::Nets, BLOCKS));
    for (home, away) in home.iter().zip(&away) {
        for event in events.map(RiskEvent::index) {
            assert_eq!(home.events[event].count, away.events[event].count, "{event}");
            assert_eq!(home.events[event].cost, away.events[event].cost, "{event}");
        }
    }
    for event in events.map(RiskEvent::index) {
        assert!(home.iter().map(|block| block.events[event].cost[0]).sum::<f64>() > 0.0);
    }
}

#[test]
fn more_exposure_never_means_fewer_events_in_any_trial() {
    let mut scenario = PRESETS[2].scenario().unwrap();
    set(&mut scenario, "home.breach_hazard", 0.6);
    for site in ["onshore", "nearshore", "offshore"] {
        let [home, some, all] = ["in_house", &format!("hybrid_{site}"), &format!("complete_{site}")]
            .map(|id| run(&scenario, id, Sampling::Nets, FEW, &[]));
        for event in RiskEvent::ALL {
            let [home, some, all] = [&home, &some, &all].map(|run| run.counts(event));
            for trial in 0..home.len() {
                assert!(some[trial] <= all[trial], "{site} {event:?} {trial}: {} {}", some[trial], all[trial]);
                // Once all that can move has moved, what is left at home still meets all that happens there.
                assert!(home[trial] <= some[trial], "{site} {event:?} {trial}: {} {}", home[trial], some[trial]);
            }
        }
    }
}

/// An early end may bring home what should never have left, so it and what hastens it are left out.
#[test]
fn no_event_makes_any_trial_cheaper() {
    let mut scenario = PRESETS[2].scenario().unwrap();
    set(&mut scenario, "home.breach_hazard", 0.6);
    set(&mut scenario, "home.breach_strain", 1.0);
    for event in [
        RiskEvent::DataBreach,
        RiskEvent::ComplianceFine,
        RiskEvent::Disruption,
        RiskEvent::KeyPeople,
        RiskEvent::AttritionSpike,
        RiskEvent::TransitionOverrun,
    ] {
        let mut calm = scenario.clone();
        calm.events.set(event, false);
        for id in ["in_house", "complete_onshore", "hybrid_offshore"] {
            let [with, without] = [&scenario, &calm].map(|scenario| total(&price(scenario, id, Sampling::Nets, FEW)));
            let mut dearer = 0;
            for (with, without) in with.iter().zip(&without) {
                assert!(*with >= *without * (1.0 - 1e-12), "{event:?} {id}: {with} {without}");
                dearer += u32::from(with > without);
            }
            assert!(dearer > 0 || id == "in_house", "{event:?} {id} costs nothing");
        }
    }
}

/// Early ends only, which all come home at the price of nothing else.
fn ends_only(ends: &[RiskEvent]) -> Scenario {
    let mut scenario = plain(ends);
    scenario.horizon_months = 120;
    for nothing in ["home.hire_cost", "home.training_weeks", "home.learning_loss"] {
        set(&mut scenario, nothing, 0.0);
    }
    set(&mut scenario, "home.brought_home", 1.0);
    set(&mut scenario, "onshore.early_end_hazard", 1.0);
    set(&mut scenario, "onshore.go_live_months", 3.0);
    set(&mut scenario, "onshore.movable_share", 0.9);
    scenario
}

#[test]
fn a_buyer_who_leaves_pays_its_fee() {
    let mut scenario = ends_only(&[RiskEvent::EarlyEnd]);
    set(&mut scenario, "home.ended_by_buyer", 1.0);
    set(&mut scenario, "onshore.termination_fee_months", 2.0);
    let run = run(&scenario, "complete_onshore", Sampling::Nets, BLOCKS, &[RiskEvent::EarlyEnd]);
    let (counts, costs) = run.tallies(RiskEvent::EarlyEnd);
    let fees = 0.9 * 25.0 * 1_560.0 * 42.0;
    assert!(counts.iter().any(|count| *count > 0.0));
    for (count, cost) in counts.iter().zip(&costs) {
        assert!((cost - count * 2.0 / 12.0 * fees).abs() < 1e-6, "{count} {cost}");
    }
}

#[test]
fn a_vendor_that_leaves_or_fails_leaves_a_gap() {
    // A vendor takes three months to start: with half a month's notice two and a half are to be bridged.
    for (event, notice, other) in [
        (RiskEvent::EarlyEnd, "onshore.notice_months", "home.insolvency_notice_months"),
        (RiskEvent::Insolvency, "home.insolvency_notice_months", "onshore.notice_months"),
    ] {
        let mut scenario = ends_only(&[RiskEvent::EarlyEnd, RiskEvent::Insolvency]);
        set(&mut scenario, "home.ended_by_buyer", 0.0);
        let share = if event == RiskEvent::Insolvency { 1.0 } else { 0.0 };
        set(&mut scenario, "onshore.insolvency_share", share);
        set(&mut scenario, notice, 0.5);
        set(&mut scenario, other, 50.0);
        set(&mut scenario, "home.bridge_premium", 0.4);
        let (counts, costs) = run(&scenario, "complete_onshore", Sampling::Nets, BLOCKS, &[event]).tallies(event);
        let mut short = scenario.clone();
        short.horizon_months = 60;
        let gap = 0.4 * 2.5 / 12.0 * 0.9 * yearly_home_cost(&short);
        assert!(mean(&counts) > 0.9, "{event:?} {}", mean(&counts));
        let (mut exact, mut cut) = (0, 0);
        for (count, cost) in counts.iter().zip(&costs) {
            // A gap ends with the horizon.
            assert!(*cost <= count * gap + 1e-6, "{event:?} {count} {cost} {gap}");
            if (cost - count * gap).abs() < 1e-6 { exact += 1 } else { cut += 1 }
        }
        assert!(exact > 50 * cut, "{event:?} {exact} {cut}");
    }
}

#[test]
fn insolvencies_are_their_share_of_early_ends() {
    let mut scenario = plain(&[RiskEvent::EarlyEnd, RiskEvent::Insolvency]);
    set(&mut scenario, "nearshore.insolvency_share", 0.3);
    let run = priced(&scenario, "complete_nearshore", &[]);
    let (ends, failures) = (run.sum(RiskEvent::EarlyEnd), run.sum(RiskEvent::Insolvency));
    assert!((failures / ends - 0.3).abs() < 4.0 * (0.21 / ends).sqrt(), "{failures} of {ends}");
}

#[test]
fn insolvency_is_switched_off_without_changing_when_contracts_end() {
    let scenario = plain(&[RiskEvent::EarlyEnd, RiskEvent::Insolvency]);
    let mut solvent = scenario.clone();
    solvent.events.insolvency = false;
    let [with, without] =
        [&scenario, &solvent].map(|scenario| run(scenario, "complete_offshore", Sampling::Nets, BLOCKS, &[]));
    assert_eq!(with.counts(RiskEvent::EarlyEnd), without.counts(RiskEvent::EarlyEnd));
    assert_eq!(without.sum(RiskEvent::Insolvency), 0.0);
}

#[test]
fn a_vendor_that_fails_may_stop_the_work() {
    let count = |chance: f64| {
        let mut scenario = plain(&[RiskEvent::EarlyEnd, RiskEvent::Insolvency, RiskEvent::Disruption]);
        set(&mut scenario, "offshore.destination_disruption_hazard", 0.0);
        set(&mut scenario, "home.disruption_hazard", 0.0);
        set(&mut scenario, "home.insolvency_disruption", chance);
        let run = priced(&scenario, "complete_offshore", &[]);
        (run.sum(RiskEvent::Disruption), run.sum(RiskEvent::Insolvency))
    };
    assert_eq!(count(0.0).0, 0.0);
    // The summed hazard of one insolvency is -ln(1 - chance), so as many standstills are to be expected.
    let (stops, failures) = count(0.4);
    let expected = -(1.0_f64 - 0.4).ln() * failures;
    assert!((stops - expected).abs() < 4.0 * expected.sqrt(), "{stops} standstills after {failures} failures");
}

#[test]
fn a_breach_strains_the_contract() {
    let ends = |strain: f64, breaches: bool| {
        let mut scenario = plain(&[RiskEvent::EarlyEnd]);
        scenario.events.data_breach = breaches;
        set(&mut scenario, "home.breach_hazard", 0.5);
        set(&mut scenario, "home.breach_strain", strain);
        run(&scenario, "complete_nearshore", Sampling::Nets, BLOCKS, &[]).counts(RiskEvent::EarlyEnd)
    };
    let calm = ends(3.0, false);
    assert_eq!(ends(1.0, true), calm, "a strain of one is none");
    let strained = mean(&ends(3.0, true));
    assert!(strained > 1.1 * mean(&calm), "{strained} {}", mean(&calm));
}
