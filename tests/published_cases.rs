//! Worked cases that others have published, as scenario files in tests/published: the simulator must give their figures.
//!
//! They are about the wiring, not about the defaults: each file states what its author stated and takes out the lines that the
//! author left out.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use shorecast::engine::Summary;
use shorecast::engine::summary::StrategySummary;
use shorecast::model::{CostLine, Scenario, Uncertain};
use shorecast::runner::inline;

fn scenario(json: &str) -> Scenario {
    Scenario::from_json(json).unwrap()
}

fn simulated(scenario: &Scenario) -> Summary {
    inline::simulate(scenario).unwrap()
}

fn assert_amount(what: &str, found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 0.005, "{what}: {found}, published {wanted}");
}

fn line(strategy: &StrategySummary, line: CostLine) -> f64 {
    strategy.lines_nominal[&line]
}

/// S. Overby, "The Hidden Costs of Offshore Outsourcing" (CIO, 2003): six additions to the price of a contract, each as a share of
/// it, at both ends of their ranges; selection as in the article's table. The price is 10 million, and any other by scaling the
/// money in the file. Its layoffs are weeks of pay here (a week of all 100 people is 1 % of the price); its lost productivity
/// is a ramp that falls from twice the share to nothing within the year; its process improvement is scope, a share of
/// the bill that the ramp has raised.
fn overby(json: &str, contract: f64, [selection, transition, layoffs, productivity, process, managing]: [f64; 6]) {
    let mut scenario = scenario(json);
    let factor = contract / 10e6;
    let rate = scenario.assumptions["work.offshore.hourly_rate"].scaled(factor);
    scenario.assumptions.insert("work.offshore.hourly_rate".to_owned(), rate);
    scenario.functions[0].wage = scenario.functions[0].wage.scaled(factor);
    let summary = simulated(&scenario);
    let offshore = summary.strategy("complete_offshore").unwrap();
    for (of, share) in [
        (CostLine::Selection, selection),
        (CostLine::Transition, transition),
        (CostLine::Severance, layoffs),
        (CostLine::VendorFees, 1.0 + productivity),
        (CostLine::ScopeChanges, process),
        (CostLine::Governance, managing),
    ] {
        assert_amount(of.id(), line(offshore, of), share * contract);
    }
    let total = 1.0 + selection + transition + layoffs + productivity + process + managing;
    assert_amount("contract and additions", offshore.cost_nominal.mean, total * contract);
}

#[test]
fn overbys_hidden_costs_add_up() {
    let low = [0.002, 0.02, 0.03, 0.03, 0.01, 0.06];
    let high = [0.02, 0.03, 0.05, 0.27, 0.10, 0.10];
    for contract in [10e6, 16.2e6] {
        overby(include_str!("published/overby-low.json"), contract, low);
        overby(include_str!("published/overby-high.json"), contract, high);
    }
    let total = |json: &str| simulated(&scenario(json)).strategy("complete_offshore").unwrap().cost_nominal.mean;
    assert_amount("best case", total(include_str!("published/overby-low.json")), 11_520_000.0);
    assert_amount("worst case", total(include_str!("published/overby-high.json")), 15_700_000.0);
}

/// Globalify, "Outsourcing ROI Calculator": 25 agents at home, and with vendors at 14, 18 and 50 $ an hour.
#[test]
fn globalifys_team_of_25_costs_what_it_says() {
    let summary = simulated(&scenario(include_str!("published/globalify.json")));
    let home = summary.strategy("in_house").unwrap();
    for (of, wanted) in [
        (CostLine::Pay, 1_250_000.0),
        (CostLine::Benefits, 375_000.0),
        (CostLine::Supervision, 180_000.0),
        (CostLine::Workspace, 120_000.0),
        (CostLine::Technology, 100_000.0),
    ] {
        assert_amount(of.id(), line(home, of), wanted);
    }
    assert_amount("in-house", home.cost_nominal.mean, 2_025_000.0);
    for (id, cost, saving) in [
        ("complete_offshore", 630_000.0, 0.689),
        ("complete_nearshore", 810_000.0, 0.600),
        ("complete_onshore", 2_250_000.0, -0.111),
    ] {
        let strategy = summary.strategy(id).unwrap();
        assert_amount(id, strategy.cost_nominal.mean, cost);
        let saved = strategy.saving.as_ref().unwrap().nominal.mean / home.cost_nominal.mean;
        assert!((saved - saving).abs() < 0.0005, "{id} saves {saved}");
    }
}

/// The same team by its total alone: a known cost takes the place of its parts.
#[test]
fn a_known_total_gives_the_same_comparison() {
    let mut scenario = scenario(include_str!("published/globalify.json"));
    for part in ["benefits_load", "leader_pay_ratio", "workspace", "technology"] {
        scenario.assumptions.remove(&format!("home.{part}"));
    }
    scenario.functions[0].known_cost = Some(Uncertain::Fixed(2_025_000.0));
    scenario.assumptions.insert("support.avoidable_share".to_owned(), Uncertain::Fixed(1.0));
    let summary = simulated(&scenario);
    assert_amount("in-house", summary.strategy("in_house").unwrap().cost_nominal.mean, 2_025_000.0);
    let offshore = summary.strategy("complete_offshore").unwrap();
    assert_amount("offshore", offshore.cost_nominal.mean, 630_000.0);
    assert_amount("saved", offshore.saving.as_ref().unwrap().nominal.mean, 1_395_000.0);
}

/// One agent with other figures: what stands at home on these lines in a year.
fn at_home(wage: f64, heads: f64, assumptions: &[(&str, f64)], lines: &[CostLine]) -> f64 {
    let mut scenario = scenario(include_str!("published/one-agent.json"));
    scenario.functions[0].wage = Uncertain::Fixed(wage);
    scenario.functions[0].headcount = Some(Uncertain::Fixed(heads));
    for (key, value) in assumptions {
        scenario.assumptions.insert((*key).to_owned(), Uncertain::Fixed(*value));
    }
    let summary = simulated(&scenario);
    let home = summary.strategy("in_house").unwrap();
    lines.iter().map(|of| line(home, *of)).sum()
}

const PAID_HOURS: f64 = 2_080.0;
const PAY_AND_BENEFITS: [CostLine; 2] = [CostLine::Pay, CostLine::Benefits];

/// Small identities on the cost of people at home that various authors state.
#[test]
fn what_an_agent_costs_at_home() {
    let hourly = |wage: f64, load: f64, lines: &[CostLine]| {
        at_home(wage * PAID_HOURS, 1.0, &[("home.benefits_load", load)], lines) / PAID_HOURS
    };
    // RDI Connect: benefits of 23 % on 15 $.
    assert_amount("benefits of an agent", hourly(15.0, 0.23, &[CostLine::Benefits]), 3.45);
    // Connections Magazine: 8.50 $ and 3.50 $ of on-costs.
    assert_amount("answering service", hourly(8.5, 3.5 / 8.5, &PAY_AND_BENEFITS), 12.0);
    // Bureau of Labor Statistics, December 2024: 13.20 $ on 31.47 $.
    assert_amount("private industry", hourly(31.47, 0.4195, &PAY_AND_BENEFITS), 44.67);
    // Kaujalgi 2006: salary of 7,850 $ and 20 %.
    let developer = at_home(7_850.0, 1.0, &[("home.benefits_load", 0.2)], &PAY_AND_BENEFITS);
    assert_amount("developer in India", developer, 9_420.0);
}

/// `CustomerServ` 2021: an agent's hour costs 2 to 2.5 times the wage.
#[test]
fn a_loaded_hour_is_a_known_cost() {
    for (factor, wanted) in [(2.0, 30.0), (2.5, 37.5)] {
        let mut scenario = scenario(include_str!("published/one-agent.json"));
        scenario.functions[0].known_cost = Some(Uncertain::Fixed(15.0 * PAID_HOURS * factor));
        let yearly = simulated(&scenario).strategy("in_house").unwrap().cost_nominal.mean;
        assert_amount("loaded hour", yearly / PAID_HOURS, wanted);
    }
}

/// `CustomerThink`: at 75 % productive hours, 2,773 paid hours do the work of 2,080 billed ones.
#[test]
fn paid_hours_behind_a_billed_year() {
    let mut scenario = scenario(include_str!("published/one-agent.json"));
    scenario.functions[0].headcount = Some(Uncertain::Fixed(2_080.0 / 0.75 / PAID_HOURS));
    scenario.assumptions.insert("home.productive_hours".to_owned(), Uncertain::Fixed(0.75 * PAID_HOURS));
    let summary = simulated(&scenario);
    // At a dollar an hour the bill counts the hours.
    assert_amount("billed hours", line(summary.strategy("complete_offshore").unwrap(), CostLine::VendorFees), 2_080.0);
    let paid = scenario.functions[0].headcount.unwrap().likely() * PAID_HOURS;
    assert!((paid - 2_773.0).abs() < 0.5, "{paid} paid hours");
}

/// `ApexCX`: 25 % of leavers cost 150,000 $, so 33 % cost 198,000 $; 70 leavers at 2.25 million are 32,143 $ each.
#[test]
fn leavers_cost_in_proportion() {
    let turnover = |share: f64, heads: f64, each: f64| {
        let stated = [
            ("agent.attrition", share),
            ("home.hire_cost", each),
            ("home.training_weeks", 0.0),
            ("home.learning_loss", 0.0),
        ];
        at_home(31_200.0, heads, &stated, &[CostLine::RecruitingAndTraining])
    };
    assert_amount("25 %", turnover(0.25, 60.0, 10_000.0), 150_000.0);
    assert_amount("33 %", turnover(0.33, 60.0, 10_000.0), 198_000.0);
    assert_amount("70 leavers", turnover(0.7, 100.0, 2.25e6 / 70.0), 2_250_000.0);
}

/// MetricNet's pyramid: staff is 56.2 % of the cost of a desk, supervisors and quality 17.4, technology and telecoms 10.6,
/// facilities 12.5, the rest 3.3: in all 1.78 times the staff.
#[test]
fn the_cost_pyramid_stands_on_staff() {
    let staff = 100.0 * 40_000.0;
    let of_staff = |percent: f64| percent / 56.2;
    let seats = 110.0;
    let stated = [
        ("home.benefits_load", 0.0),
        ("home.span_of_control", 10.0),
        ("home.support_staff", 0.0),
        ("home.leader_pay_ratio", 10.0 * of_staff(17.4)),
        ("home.technology", staff * of_staff(8.2 + 2.4) / seats),
        ("home.workspace", staff * of_staff(12.5) / seats),
        ("agent.attrition", 1.0),
        ("home.hire_cost", 40_000.0 * of_staff(3.3)),
        ("home.training_weeks", 0.0),
        ("home.learning_loss", 0.0),
    ];
    let total = at_home(40_000.0, 100.0, &stated, &CostLine::ALL);
    assert_amount("total", total, staff / 0.562);
    assert!((total / staff - 1.78).abs() < 0.005, "{}", total / staff);
}
