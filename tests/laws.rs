//! What must be true of any model of sourcing, whatever its figures: linearity, monotony, identity, scale.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use shorecast::engine::Summary;
use shorecast::engine::summary::EventSummary;
use shorecast::model::contract::{ExchangeRate, PriceRise};
use shorecast::model::effects::{Cause, EFFECTS};
use shorecast::model::presets::PRESETS;
use shorecast::model::provider::AVERAGE;
use shorecast::model::{
    Assumption, AssumptionKey, Clause, Contacts, ContractTerms, CostLine, Coverage, Criterion, Currency, Hybrid,
    PricingUnit, Quote, RiskEvent, RiskEvents, Scenario, Site, Strategy, Uncertain, UsualHours,
};
use shorecast::runner::inline;
use std::collections::BTreeMap;

fn simulated(scenario: &Scenario) -> Summary {
    inline::simulate(scenario).unwrap()
}

fn mix(id: &str, shares: &[(&str, Site, f64)]) -> Strategy {
    let mut by_function: BTreeMap<String, BTreeMap<Site, f64>> = BTreeMap::new();
    for (function, site, share) in shares {
        by_function.entry((*function).to_owned()).or_default().insert(*site, *share);
    }
    Strategy::Mix { id: id.to_owned(), name: None, shares: by_function }
}

fn small(preset: usize) -> Scenario {
    let mut scenario = PRESETS[preset].scenario().unwrap();
    scenario.run.trials = 1_024;
    scenario
}

fn set(scenario: &mut Scenario, key: &str, value: f64) {
    scenario.assumptions.insert(key.to_owned(), Uncertain::Fixed(value));
}

/// A scenario whose onshore vendor is exactly the home team: same hours, same cost, moved at once, nothing fixed.
fn identical_vendor() -> Scenario {
    let mut scenario = small(0).without_uncertainty();
    for nothing in [
        "go_live_months",
        "ramp_loss",
        "coordination",
        "service_credits",
        "scope_changes",
        "governance_share",
        "governance_minimum",
        "travel",
        "selection_fixed",
        "selection_share",
        "transition_fixed",
        "transition_per_head",
        "parallel_share",
        "parallel_months",
        "local_price_share",
        "vendor_attrition",
    ] {
        set(&mut scenario, &format!("onshore.{nothing}"), 0.0);
    }
    set(&mut scenario, "onshore.movable_share", 1.0);
    set(&mut scenario, "onshore.rework", 1.0);
    for nothing in ["severance_weeks", "retention_weeks", "stranded_share"] {
        set(&mut scenario, &format!("home.{nothing}"), 0.0);
    }
    // Overtime and automation are costs that only home has.
    set(&mut scenario, "support.seasonal_peak", 0.0);
    set(&mut scenario, "support.automation_potential", 0.0);
    // Wages and prices rise alike, and so does the vendor's price.
    set(&mut scenario, "home.wage_growth", 0.03);
    set(&mut scenario, "home.price_inflation", 0.03);
    set(&mut scenario, "onshore.escalator", 0.03);
    let mut one_year = scenario.clone();
    one_year.horizon_months = 12;
    let yearly = simulated(&one_year).strategy("in_house").unwrap().cost_nominal.mean;
    set(&mut scenario, "home.productive_hours", 1_500.0);
    set(&mut scenario, "support.onshore.hourly_rate", yearly / 25.0 / 1_500.0);
    scenario
}

#[test]
fn a_vendor_identical_to_home_costs_the_same() {
    let summary = simulated(&identical_vendor());
    let (home, away) = (summary.strategy("in_house").unwrap(), summary.strategy("complete_onshore").unwrap());
    let apart = |a: f64, b: f64| (a - b).abs() / a;
    assert!(apart(home.cost_nominal.mean, away.cost_nominal.mean) < 1e-12);
    assert!(apart(home.cost_present_value.mean, away.cost_present_value.mean) < 1e-12);
}

#[test]
fn a_share_of_zero_has_no_contract() {
    let mut scenario = small(0);
    scenario.strategies = vec![mix("nothing", &[("support", Site::Offshore, 0.0)]), Strategy::InHouse];
    let summary = simulated(&scenario);
    assert_eq!(summary.strategies.len(), 1);
    assert_eq!(summary.left_out[0].strategy, "nothing");
    assert_eq!(summary.left_out[0].same_as, "in_house");
}

#[test]
fn identical_strategies_are_one() {
    let mut scenario = small(0);
    scenario.hybrid_share = 1.0;
    let summary = simulated(&scenario);
    assert!(
        summary.left_out.iter().any(|left| left.strategy == "hybrid_offshore" && left.same_as == "complete_offshore")
    );
}

/// Lines of the first tier: a third and two thirds add up to the whole.
#[test]
fn lines_that_are_linear_in_the_share_are_linear() {
    let mut scenario = small(2);
    set(&mut scenario, "home.management_time", 100_000.0);
    for function in &mut scenario.functions {
        function.core = Some(true);
        function.margin_at_risk = Some(Uncertain::Fixed(1e6));
    }
    scenario.strategies = ["support", "accounting"]
        .iter()
        .flat_map(|function| {
            [("third", 1.0 / 3.0), ("rest", 2.0 / 3.0), ("whole", 1.0)]
                .map(|(name, share)| mix(&format!("{name}_{function}"), &[(function, Site::Nearshore, share)]))
        })
        .collect();
    let summary = simulated(&scenario);
    let line = |id: String, line: CostLine| {
        let home = summary.strategy("in_house").unwrap().lines_nominal[&line];
        summary.strategy(&id).unwrap().lines_nominal[&line] - home
    };
    for function in ["support", "accounting"] {
        for of in [
            CostLine::Pay,
            CostLine::Benefits,
            CostLine::Supervision,
            CostLine::Workspace,
            CostLine::Technology,
            CostLine::RecruitingAndTraining,
            CostLine::VendorFees,
            CostLine::ServiceCredits,
            CostLine::ScopeChanges,
            CostLine::Coordination,
            CostLine::CoreInterface,
            CostLine::LostCustomers,
            CostLine::ManagementTime,
            CostLine::ParallelRunning,
            CostLine::StrandedCost,
        ] {
            let parts = line(format!("third_{function}"), of) + line(format!("rest_{function}"), of);
            let whole = line(format!("whole_{function}"), of);
            assert!((parts - whole).abs() <= 1e-9 * whole.abs().max(1.0), "{function} {of:?}: {parts} {whole}");
        }
    }
}

/// In the tiers above, moving in two halves costs more than at once: the fixed parts come twice.
#[test]
fn two_contracts_cost_more_than_one() {
    let mut scenario = small(0);
    scenario.strategies = vec![
        mix("split", &[("support", Site::Nearshore, 0.5), ("support", Site::Offshore, 0.5)]),
        mix("half_near", &[("support", Site::Nearshore, 0.5)]),
    ];
    let summary = simulated(&scenario);
    let line = |id: &str, line: CostLine| summary.strategy(id).unwrap().lines_nominal[&line];
    assert!(line("split", CostLine::Governance) > 1.5 * line("half_near", CostLine::Governance));
}

/// Who leaves of himself before the move is spared severance once, however many vendors share the work.
#[test]
fn two_sites_share_those_who_leave_of_themselves() {
    let mut scenario = small(0);
    for site in ["nearshore", "offshore"] {
        set(&mut scenario, &format!("{site}.go_live_months"), 5.0);
        set(&mut scenario, &format!("{site}.movable_share"), 0.9);
    }
    set(&mut scenario, "support.attrition", 0.4);
    scenario.strategies = vec![
        mix("split", &[("support", Site::Nearshore, 0.4), ("support", Site::Offshore, 0.6)]),
        mix("whole", &[("support", Site::Offshore, 1.0)]),
    ];
    let summary = simulated(&scenario);
    let severance = |id: &str| summary.strategy(id).unwrap().lines_nominal[&CostLine::Severance];
    assert!(severance("whole") > 0.0);
    assert!((severance("split") / severance("whole") - 1.0).abs() < 1e-9);
}

#[test]
fn events_never_make_anything_cheaper_but_by_bringing_work_home() {
    let scenario = small(0);
    let mut calm = scenario.clone();
    calm.events.data_breach = false;
    calm.events.transition_overrun = false;
    let (with, without) = (simulated(&scenario), simulated(&calm));
    for row in &with.strategies {
        let calm = without.strategy(&row.strategy).unwrap();
        for (percent, cost) in &row.cost_present_value.percentiles {
            assert!(*cost >= calm.cost_present_value.percentiles[percent], "{} {percent}", row.strategy);
        }
    }
}

#[test]
fn more_exposure_means_more_breaches() {
    let mut scenario = small(0);
    set(&mut scenario, "home.breach_hazard", 0.5);
    let summary = simulated(&scenario);
    let breaches = |id: &str| summary.strategy(id).unwrap().events[&RiskEvent::DataBreach].mean_count;
    assert!(breaches("in_house") < breaches("hybrid_offshore"));
    assert!(breaches("hybrid_offshore") < breaches("complete_offshore"));
    // 0.5 a year x access of about 0.42 x 5 years.
    assert!((breaches("in_house") - 0.5 * 0.4167 * 5.0).abs() < 0.15, "{}", breaches("in_house"));
}

/// All money inputs doubled doubles all figures.
#[test]
fn money_has_no_unit_of_its_own() {
    let mut scenario = small(2);
    scenario.events = RiskEvents { data_breach: false, ..RiskEvents::default() };
    let mut doubled = scenario.clone();
    doubled.revenue *= 2.0;
    for function in &mut doubled.functions {
        function.wage = function.wage.scaled(2.0);
    }
    for key in scenario.assumption_keys() {
        use shorecast::model::catalogue::Unit;
        let unit = shorecast::model::catalogue::unit(key.assumption);
        if matches!(unit, Unit::Money | Unit::MoneyPerYear | Unit::MoneyPerHour) {
            doubled.assumptions.insert(key.to_string(), scenario.assumption(&key).scaled(2.0));
        }
    }
    let (once, twice) = (simulated(&scenario), simulated(&doubled));
    for row in &once.strategies {
        let double = twice.strategy(&row.strategy).unwrap();
        for (percent, cost) in &row.cost_nominal.percentiles {
            let ratio = double.cost_nominal.percentiles[percent] / cost;
            assert!((ratio - 2.0).abs() < 1e-9, "{} {percent}: {ratio}", row.strategy);
        }
    }
}

/// A scenario in euros whose stated amounts are converted gives the figures in dollars times the rate, breaches and all: defaults
/// and constants that are dollars are converted with it.
#[test]
fn another_currency_is_another_unit_and_nothing_else() {
    for preset in [0, 2] {
        let dollars = small(preset);
        let mut euros = dollars.clone();
        euros.currency = Currency::Euro;
        let rate = euros.units_per_dollar();
        assert!((0.5..1.0).contains(&rate), "{rate}");
        euros.revenue *= rate;
        for function in &mut euros.functions {
            function.wage = function.wage.scaled(rate);
        }
        let (in_dollars, in_euros) = (simulated(&dollars), simulated(&euros));
        assert_eq!((in_dollars.currency, in_euros.currency), (Currency::UsDollar, Currency::Euro));
        let same = |dollars: f64, euros: f64, what: &str| {
            assert!((euros - dollars * rate).abs() <= 1e-9 * (dollars * rate).abs(), "{what}: {dollars} {euros}");
        };
        for row in &in_dollars.strategies {
            let other = in_euros.strategy(&row.strategy).unwrap();
            for (percent, cost) in &row.cost_present_value.percentiles {
                same(*cost, other.cost_present_value.percentiles[percent], &row.strategy);
            }
            for (line, amount) in &row.lines_nominal {
                same(*amount, other.lines_nominal[line], line.id());
            }
            for (event, effect) in &row.events {
                same(effect.mean_cost_nominal, other.events[event].mean_cost_nominal, event.id());
                assert_eq!(
                    (effect.chance, effect.mean_count),
                    (other.events[event].chance, other.events[event].mean_count)
                );
            }
            let (saving, other) = (row.saving.as_ref(), other.saving.as_ref());
            assert_eq!(saving.map(|it| it.chance_positive), other.map(|it| it.chance_positive));
        }
    }
}

/// Another home renames the onshore vendor and frees the choice of countries; no figure moves, since the defaults stay American.
#[test]
fn another_home_moves_no_figure() {
    let american = small(0);
    let mut british = american.clone();
    british.home_country = "GB".to_owned();
    assert_eq!(simulated(&british).strategies, simulated(&american).strategies);
    british.destinations.nearshore = shorecast::model::Destination::Poland;
    assert_ne!(simulated(&british).strategies, simulated(&american).strategies);
}

#[test]
fn a_longer_horizon_leaves_the_first_months_alone() {
    // The first year's pay does not depend on how long the simulation goes on.
    let mut short = small(0);
    short.horizon_months = 12;
    let mut long = short.clone();
    long.horizon_months = 120;
    let go_live = |summary: &Summary| summary.strategy("complete_onshore").unwrap().lines_nominal[&CostLine::Selection];
    assert_eq!(go_live(&simulated(&short)).to_bits(), go_live(&simulated(&long)).to_bits());
}

/// The desk with its work stated as contacts: about as many people.
fn answering(scenario: &mut Scenario) {
    let contacts = Contacts::usual(Uncertain::Fixed(27_000.0), Uncertain::Fixed(300.0));
    scenario.functions[0].headcount = None;
    scenario.functions[0].contacts = Some(contacts);
}

/// What contacts need is what heads would be stated for them.
#[test]
fn contacts_cost_what_the_heads_they_need_cost() {
    let mut contacts = small(0);
    answering(&mut contacts);
    set(&mut contacts, "home.productive_hours", 1_560.0);
    // Of today: a queue that grows needs people less than in proportion.
    contacts = contacts.without_uncertainty();
    for nothing in ["volume_growth", "seasonal_peak", "automation_potential"] {
        set(&mut contacts, &format!("support.{nothing}"), 0.0);
    }
    let mut people = contacts.clone();
    let circumstances = shorecast::engine::staffing::Circumstances::of(&contacts);
    let heads = shorecast::engine::staffing::likely_heads(&contacts.functions[0], &circumstances);
    assert!((20.0..32.0).contains(&heads), "{heads}");
    people.functions[0].contacts = None;
    people.functions[0].headcount = Some(Uncertain::Fixed(heads));
    let (stated, needed) = (simulated(&people), simulated(&contacts));
    for (one, other) in stated.strategies.iter().zip(&needed.strategies) {
        let apart = (one.cost_nominal.mean - other.cost_nominal.mean).abs();
        assert!(apart < 1e-9 * one.cost_nominal.mean, "{}: {apart}", one.strategy);
    }
}

/// What is not known about contacts spreads the cost as far as the heads that they may need.
#[test]
fn uncertain_contacts_spread_the_cost() {
    let mut scenario = small(0).without_uncertainty();
    answering(&mut scenario);
    let cost = |per_month: Uncertain, handle_seconds: Uncertain| {
        let mut scenario = scenario.clone();
        scenario.functions[0].contacts = Some(Contacts::usual(per_month, handle_seconds));
        simulated(&scenario).strategy("in_house").unwrap().cost_nominal.clone()
    };
    let (known, seconds) = (Uncertain::Fixed(27_000.0), Uncertain::Fixed(300.0));
    let range = |low: f64, high: f64| Uncertain::Uniform { low, high, ends: shorecast::model::Ends::Bounds };
    let few = cost(known.scaled(0.75), seconds).mean;
    let many = cost(known.scaled(1.25), seconds).mean;
    assert!(cost(known, seconds).standard_deviation < 1e-6 * few);
    for spread in [cost(range(20_250.0, 33_750.0), seconds), cost(known, range(225.0, 375.0))] {
        // The table joins its nodes by straight lines; a hundredth is more than that leaves open.
        assert!(spread.percentile(1) > 0.99 * few && spread.percentile(5) < 1.05 * few, "{few} {spread:?}");
        assert!(spread.percentile(99) < 1.01 * many && spread.percentile(95) > 0.95 * many, "{many} {spread:?}");
    }
}

/// Each statement about the work of contacts has its part in the cost.
#[test]
fn each_statement_of_work_moves_something() {
    let mut scenario = small(0);
    answering(&mut scenario);
    scenario.functions[0].coverage = Coverage::Usual(UsualHours::Extended);
    let cost = |change: &dyn Fn(&mut Scenario)| {
        let mut changed = scenario.clone();
        change(&mut changed);
        simulated(&changed).strategy("in_house").unwrap().cost_nominal.mean
    };
    let contacts = |change: fn(&mut Contacts)| {
        cost(&move |scenario: &mut Scenario| scenario.functions[0].contacts.iter_mut().for_each(change))
    };
    let before = cost(&|_| {});
    for (what, dearer) in [
        ("more contacts", contacts(|it| it.per_month = Uncertain::Fixed(30_000.0))),
        ("longer contacts", contacts(|it| it.handle_seconds = Uncertain::Fixed(330.0))),
        ("more in time", contacts(|it| it.service_level = 0.95)),
        ("sooner", contacts(|it| it.within_seconds = 1.0)),
        ("always open", cost(&|it| it.functions[0].coverage = Coverage::Usual(UsualHours::RoundTheClock))),
        ("more at a time", cost(&|it| it.functions[0].minimum_positions = 8)),
    ] {
        assert!(dearer > before, "{what}: {dearer} against {before}");
    }
}

/// By hour of the week nothing is lost where hybrid moves whole hours: home and vendor together work what home worked.
#[test]
fn hybrid_modes_move_what_they_set_free() {
    let mut scenario = small(0);
    answering(&mut scenario);
    let fees =
        |scenario: &Scenario, id: &str| simulated(scenario).strategy(id).unwrap().lines_nominal[&CostLine::VendorFees];
    scenario.hybrid = Hybrid::AfterHours {};
    let business_hours = simulated(&scenario);
    assert!(
        business_hours.left_out.iter().any(|left| left.strategy == "hybrid_offshore" && left.same_as == "in_house"),
        "a desk with business hours has nothing to move after hours"
    );
    scenario.functions[0].coverage = Coverage::Usual(UsualHours::RoundTheClock);
    let (nights, all) = (fees(&scenario, "hybrid_offshore"), fees(&scenario, "complete_offshore"));
    assert!((0.45..0.65).contains(&(nights / all)), "{nights} of {all}");
    let peaks =
        |base: f64| fees(&Scenario { hybrid: Hybrid::Overflow { base }, ..scenario.clone() }, "hybrid_offshore");
    assert!(peaks(1.5) < peaks(1.0) && peaks(1.0) < peaks(0.5));
}

#[test]
fn each_assumption_moves_something() {
    let mut scenario = small(0);
    answering(&mut scenario);
    // Where nobody waits, occupancy alone decides how many answer.
    scenario.functions[0].contacts.iter_mut().for_each(|contacts| contacts.service_level = 0.0);
    set(&mut scenario, "home.breach_hazard", 0.9);
    // Breaches must stay below their cap for their spread to show.
    scenario.revenue = 1e9;
    // What only some functions and some contracts have.
    scenario.count_exit = true;
    scenario.functions[0].core = Some(true);
    scenario.functions[0].sensitivity = shorecast::model::DataSensitivity::High;
    scenario.functions[0].margin_at_risk = Some(Uncertain::Fixed(1e6));
    set(&mut scenario, "support.outside_hours", 0.2);
    for site in Site::ALL {
        set(&mut scenario, &format!("{}.service_credits", site.id()), 0.1);
    }
    // A vendor paid by the month, so that the hours of a month count.
    let quote = Quote { per: PricingUnit::PersonMonth, price: Uncertain::Fixed(4_000.0) };
    scenario.functions[0].quotes.insert(Site::Onshore, quote);
    let before = simulated(&scenario);
    for key in scenario.assumption_keys() {
        let stated = scenario.assumption(&key);
        let (least, most) = shorecast::model::catalogue::limits(key.assumption);
        let moved = (stated.likely() * 1.2 + 0.01).clamp(least, most);
        let mut changed = scenario.clone();
        changed.assumptions.insert(key.to_string(), Uncertain::Fixed(moved));
        let after = simulated(&changed);
        // tests/cost_lines.rs has the share that is avoidable, which needs a known cost.
        // Onshore vendors are paid in home money, so their wages and currency move nothing; they need no coordination that
        // could fade. Hours of a month matter to those paid by the month, a price for an hour to the others.
        let idle = [
            "support.avoidable_share",
            "onshore.destination_wage_growth",
            "onshore.currency_volatility",
            "onshore.currency_drift",
            "onshore.coordination_floor",
            "nearshore.billed_hours",
            "offshore.billed_hours",
            "support.onshore.hourly_rate",
        ];
        assert_eq!(before.strategies == after.strategies, idle.contains(&&*key.to_string()), "{key}");
    }
}

/// Each term and each score moves the rows that use its site, and no bit of any other.
#[test]
fn each_term_and_score_moves_its_site_and_no_other() {
    let mut scenario = small(0);
    scenario.strategies = Site::ALL.map(|site| Strategy::Complete { site }).to_vec();
    let before = simulated(&scenario);
    let moves_its_site = |changed: &Scenario, cause: Cause, site: Site| {
        let after = simulated(changed);
        let matters = EFFECTS.iter().any(|effect| effect.cause == cause && effect.matters_at(site));
        for row in &before.strategies {
            let moved = after.strategy(&row.strategy).unwrap().lines_nominal != row.lines_nominal;
            assert_eq!(moved, matters && row.strategy.ends_with(site.id()), "{cause:?}: {}", row.strategy);
        }
    };
    for site in Site::ALL {
        for clause in Clause::ALL {
            for term in clause.terms() {
                let mut changed = scenario.clone();
                changed.contracts.at_mut(site).agree(*term);
                moves_its_site(&changed, Cause::Agreed(*term), site);
            }
        }
        for criterion in Criterion::ALL {
            let mut changed = scenario.clone();
            changed.providers.at_mut(site).set(*criterion, AVERAGE + 1);
            moves_its_site(&changed, Cause::Point(*criterion), site);
        }
    }
}

/// A vendor with a better record is better at everything that leans on quality. While the contract lasts it costs less on
/// these lines; and it lasts longer.
#[test]
fn a_better_record_makes_a_better_vendor() {
    let simulated_with = |score: u8, early_end: bool| {
        let mut scenario = small(1);
        scenario.events.early_end = early_end;
        scenario.providers.offshore.track_record = score;
        simulated(&scenario)
    };
    let row = |summary: &Summary| summary.strategy("complete_offshore").unwrap().clone();
    for score in 1..5 {
        let [worse, better] = [score, score + 1].map(|score| row(&simulated_with(score, false)));
        for of in [CostLine::VendorFees, CostLine::ScopeChanges, CostLine::Governance, CostLine::Transition] {
            assert!(worse.lines_nominal[&of] > better.lines_nominal[&of], "{score} {of:?}");
        }
        let [worse, better] = [score, score + 1].map(|score| row(&simulated_with(score, true)).events);
        let ends = |events: &BTreeMap<RiskEvent, EventSummary>| events[&RiskEvent::EarlyEnd].mean_count;
        assert!(ends(&worse) > ends(&better), "{score}");
    }
}

/// What is usual and average may be written down or not: no bit depends on it.
#[test]
fn usual_terms_written_out_change_no_bit() {
    let scenario = small(2);
    let mut written = scenario.clone();
    for site in Site::ALL {
        let usual = Clause::ALL.iter().map(|clause| ContractTerms::default().term(*clause));
        for term in usual {
            written.contracts.at_mut(site).agree(term);
        }
        for criterion in Criterion::ALL {
            written.providers.at_mut(site).set(*criterion, AVERAGE);
        }
    }
    assert_eq!(written.to_json(), scenario.to_json());
    assert_eq!(simulated(&written), simulated(&scenario));
}

/// Leaving a vendor twice as hard costs twice the choosing, moving and hiring; running side by side is not leaving.
#[test]
fn exit_effort_multiplies_what_leaving_takes() {
    let early_end = |effort: f64| {
        let mut scenario = small(0);
        // Nor is paying a fee, or bridging a gap.
        scenario.events.insolvency = false;
        for nothing in ["offshore.parallel_share", "offshore.termination_fee_months", "home.bridge_premium"] {
            set(&mut scenario, nothing, 0.0);
        }
        set(&mut scenario, "offshore.exit_effort", effort);
        simulated(&scenario).strategy("complete_offshore").unwrap().lines_nominal[&CostLine::EarlyEnd]
    };
    let once = early_end(1.0);
    assert!(once > 0.0 && early_end(0.0).abs() < 1e-6);
    assert!((early_end(2.0) / once - 2.0).abs() < 1e-12);
}

/// Without uncertainty but for what the nearshore contract leaves open: the defaults it acts on are not pinned.
fn certain_but_for_the_contract() -> Scenario {
    let mut scenario = small(0).without_uncertainty();
    for open in ["escalator", "local_price_share"] {
        scenario.assumptions.remove(&format!("nearshore.{open}"));
    }
    // As much work in the last year as in the first.
    set(&mut scenario, "support.automation_potential", 0.0);
    scenario
}

/// A fixed price that follows no currency is the same every year, and asks for more from the first.
#[test]
fn a_fixed_price_stays() {
    let mut scenario = certain_but_for_the_contract();
    let key = AssumptionKey::function_site(Assumption::HourlyRate, "support", Site::Nearshore);
    scenario.assumptions.remove(&key.to_string());
    let usual = scenario.assumption(&key).likely();
    scenario.contracts.nearshore.price_rise = PriceRise::Fixed;
    scenario.contracts.nearshore.exchange_rate = ExchangeRate::Vendor;
    let asked = scenario.assumption(&key).likely();
    assert!((asked / usual - 1.07 * 1.03).abs() < 1e-12);
    set(&mut scenario, &key.to_string(), asked);
    set(&mut scenario, "support.automation_potential", 0.0);
    let fees = |months: u32| {
        let scenario = Scenario { horizon_months: months, ..scenario.clone() };
        simulated(&scenario).strategy("complete_nearshore").unwrap().lines_nominal[&CostLine::VendorFees]
    };
    let (third, tenth) = (fees(36) - fees(24), fees(120) - fees(108));
    assert!((tenth / third - 1.0).abs() < 1e-9, "{third} {tenth}");
}

/// Whoever bears the exchange rate has its swings: none with the vendor, and three times as many with the buyer as shared.
#[test]
fn swings_of_the_currency_are_borne_as_agreed() {
    let deviation = |borne: ExchangeRate| {
        let mut scenario = certain_but_for_the_contract();
        set(&mut scenario, "nearshore.currency_volatility", 0.122);
        set(&mut scenario, "nearshore.escalator", 0.03);
        scenario.contracts.nearshore.exchange_rate = borne;
        simulated(&scenario).strategy("complete_nearshore").unwrap().cost_nominal.standard_deviation
    };
    let shared = deviation(ExchangeRate::Shared);
    assert!(shared > 10_000.0 && deviation(ExchangeRate::Vendor) < 1e-3 * shared);
    assert!((deviation(ExchangeRate::Buyer) / shared - 3.0).abs() < 1e-6);
}

/// The same money asked for by the hour, the month of a person, the transaction or the year, where the vendor neither learns nor
/// errs and the volume stays as it is, is the same cost.
#[test]
fn the_unit_of_a_quote_does_not_matter() {
    let mut scenario = identical_vendor();
    set(&mut scenario, "onshore.rework", 1.0);
    let rate = scenario.assumption(&AssumptionKey::parse("support.onshore.hourly_rate").unwrap()).likely();
    set(&mut scenario, "onshore.billed_hours", 1_600.0);
    scenario.functions[0].transactions_per_year = Some(Uncertain::Fixed(240_000.0));
    let yearly = 25.0 * 1_500.0 * rate;
    let by_hour = simulated(&scenario).strategy("complete_onshore").unwrap().cost_present_value.mean;
    for (per, price) in [
        (PricingUnit::Hour, rate),
        (PricingUnit::PersonMonth, rate * 1_600.0 / 12.0),
        (PricingUnit::Transaction, yearly / 240_000.0),
        (PricingUnit::Year, yearly),
    ] {
        let quote = Quote { per, price: Uncertain::Fixed(price) };
        scenario.functions[0].quotes.insert(Site::Onshore, quote);
        let quoted = simulated(&scenario).strategy("complete_onshore").unwrap().cost_present_value.mean;
        assert!((quoted / by_hour - 1.0).abs() < 1e-12, "{per:?}: {quoted} {by_hour}");
    }
}

/// What each unit leaves to the vendor: learning with a price for a transaction, learning, rework and volume with a fixed fee.
#[test]
fn the_unit_of_a_quote_says_who_bears_what() {
    let mut scenario = identical_vendor();
    scenario.functions[0].transactions_per_year = Some(Uncertain::Fixed(1_000.0));
    let fees = |per: PricingUnit, key: &str, value: f64| {
        let mut changed = scenario.clone();
        changed.functions[0].quotes.insert(Site::Onshore, Quote { per, price: Uncertain::Fixed(1_000.0) });
        let before = simulated(&changed).strategy("complete_onshore").unwrap().lines_nominal[&CostLine::VendorFees];
        set(&mut changed, key, value);
        let after = simulated(&changed).strategy("complete_onshore").unwrap().lines_nominal[&CostLine::VendorFees];
        after / before
    };
    for (per, rework, learning, volume) in [
        (PricingUnit::Hour, true, true, true),
        (PricingUnit::PersonMonth, true, true, true),
        (PricingUnit::Transaction, true, false, true),
        (PricingUnit::Year, false, false, false),
    ] {
        assert_eq!(fees(per, "onshore.rework", 1.2) > 1.19, rework, "{per:?}");
        assert_eq!(fees(per, "onshore.ramp_loss", 0.5) > 1.001, learning, "{per:?}");
        assert_eq!(fees(per, "support.volume_growth", 0.1) > 1.1, volume, "{per:?}");
    }
}
