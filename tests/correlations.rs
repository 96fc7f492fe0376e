//! The copula against what it promises: rank correlations for every pair of shapes, paths, successors, and what stays put.
//!
//! Seeds are fixed, so a failure is never chance: with these draws the statistics are what they are.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use shorecast::engine::Plan;
use shorecast::engine::math;
use shorecast::engine::plan::BLOCK_TRIALS;
use shorecast::engine::price_path::PricePath;
use shorecast::engine::quantity::Quantity;
use shorecast::engine::world::World;
use shorecast::model::catalogue::correlations::DEFAULTS;
use shorecast::model::presets::PRESETS;
use shorecast::model::{Assumption, Correlation, Ends, Scenario, Site, Uncertain};
use shorecast::runner::inline;

const DRAWS: u32 = 64_000;
/// Four standard errors of a correlation that is 0; where it is not, the error is less.
const WITHIN: f64 = 4.0 / 253.0;

fn tied(preset: usize, pairs: &[(&str, &str, f64)]) -> Scenario {
    let mut scenario = PRESETS[preset].scenario().unwrap();
    scenario.correlations = pairs
        .iter()
        .map(|(one, two, coefficient)| Correlation {
            between: [(*one).to_owned(), (*two).to_owned()],
            coefficient: *coefficient,
        })
        .collect();
    scenario
}

fn home(plan: &Plan, assumption: Assumption) -> &Quantity {
    plan.home[assumption as usize].as_ref().unwrap()
}

fn draws(quantity: &Quantity, slot: u32) -> Vec<f64> {
    (0..DRAWS / BLOCK_TRIALS).flat_map(|block| quantity.draw(block * BLOCK_TRIALS, slot).0).collect()
}

/// Ranks from 0; draws from continuous distributions have no ties.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    for (rank, index) in order.into_iter().enumerate() {
        ranks[index] = rank as f64;
    }
    ranks
}

fn pearson(one: &[f64], two: &[f64]) -> f64 {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (mean_one, mean_two) = (mean(one), mean(two));
    let product = |a: &[f64], mean_a: f64, b: &[f64], mean_b: f64| {
        a.iter().zip(b).map(|(a, b)| (a - mean_a) * (b - mean_b)).sum::<f64>()
    };
    product(one, mean_one, two, mean_two)
        / (product(one, mean_one, one, mean_one) * product(two, mean_two, two, mean_two)).sqrt()
}

fn spearman(one: &[f64], two: &[f64]) -> f64 {
    pearson(&ranks(one), &ranks(two))
}

/// Spearman's rank correlation of a Gaussian copula.
fn rank_correlation(coefficient: f64) -> f64 {
    6.0 / std::f64::consts::PI * (coefficient / 2.0).asin()
}

#[test]
fn rank_correlations_are_those_of_a_gaussian_copula_whatever_the_shapes() {
    let shapes = [
        Uncertain::Uniform { low: 2_000.0, high: 7_000.0, ends: Ends::Bounds },
        Uncertain::Triangular { low: 2_000.0, likely: 3_000.0, high: 9_000.0, ends: Ends::P5P95 },
        Uncertain::Pert { low: 2_000.0, likely: 3_000.0, high: 9_000.0, ends: Ends::P10P90 },
        Uncertain::Normal { low: 4_000.0, high: 6_000.0, ends: Ends::P10P90 },
        Uncertain::Lognormal { low: 2_000.0, high: 9_000.0, ends: Ends::P10P90 },
        Uncertain::Quantiles { p10: 4_000.0, p50: 5_000.0, p90: 7_000.0 },
    ];
    for coefficient in [-1.0, -0.7, 0.3, 0.9, 1.0] {
        let mut scenario = tied(0, &[("home.workspace", "home.hire_cost", coefficient)]);
        for (first, one) in shapes.iter().enumerate() {
            for two in &shapes[first..] {
                scenario.assumptions.insert("home.hire_cost".to_owned(), *one);
                scenario.assumptions.insert("home.workspace".to_owned(), *two);
                let plan = Plan::new(&scenario).unwrap();
                assert_eq!(plan.correlation_repair, None);
                let (hire_cost, workspace) =
                    (draws(home(&plan, Assumption::HireCost), 0), draws(home(&plan, Assumption::Workspace), 0));
                let found = spearman(&hire_cost, &workspace);
                let expected = rank_correlation(coefficient);
                assert!((found - expected).abs() < WITHIN, "{one:?} {two:?}: {found}, not {expected}");
            }
        }
    }
}

/// A tied quantity has the distribution it would have alone.
#[test]
fn ties_leave_each_distribution_as_it_was() {
    let (loose, tied) = (tied(0, &[]), tied(0, &[("home.workspace", "home.hire_cost", 0.8)]));
    let workspace = |scenario: &Scenario| {
        let mut values = draws(home(&Plan::new(scenario).unwrap(), Assumption::Workspace), 0);
        values.sort_by(f64::total_cmp);
        values
    };
    let (alone, with_others) = (workspace(&loose), workspace(&tied));
    // Two samples: the greatest distance of their distribution functions, at a level of 0.001.
    let mut distance = 0.0_f64;
    for (index, value) in alone.iter().enumerate() {
        let below = with_others.partition_point(|other| other <= value);
        distance = distance.max((below as f64 - (index + 1) as f64).abs() / f64::from(DRAWS));
    }
    assert!(distance > 0.0 && distance < 1.95 * (2.0 / f64::from(DRAWS)).sqrt(), "{distance}");
}

#[test]
fn whole_groups_move_together() {
    let mut scenario = tied(2, &[("*.wage", "*.wage", 0.6), ("*.wage", "*.attrition", -0.3)]);
    for function in &mut scenario.functions {
        function.wage = Uncertain::Lognormal { low: 40_000.0, high: 60_000.0, ends: Ends::P10P90 };
    }
    let plan = Plan::new(&scenario).unwrap();
    assert_eq!(plan.correlation_repair, None);
    let wages: Vec<Vec<f64>> = plan.functions.iter().map(|function| draws(&function.wage, 0)).collect();
    let leavers: Vec<Vec<f64>> = plan.functions.iter().map(|function| draws(&function.attrition, 0)).collect();
    for one in 0..4 {
        for two in 0..one {
            assert!((spearman(&wages[one], &wages[two]) - rank_correlation(0.6)).abs() < WITHIN);
            assert!((spearman(&leavers[one], &leavers[two]) - rank_correlation(0.5)).abs() < WITHIN);
            assert!(spearman(&wages[one], &leavers[two]).abs() < WITHIN);
        }
        assert!((spearman(&wages[one], &leavers[one]) - rank_correlation(-0.3)).abs() < WITHIN);
    }
}

/// Each vendor of a site leans on what is drawn once, and the vendors are tied to each other only through it.
#[test]
fn successors_keep_the_ties_of_the_first_vendor() {
    let scenario = tied(
        0,
        &[("offshore.hourly_rate", "offshore.escalator", 0.6), ("offshore.hourly_rate", "offshore.rework", 0.5)],
    );
    let plan = Plan::new(&scenario).unwrap();
    let offshore = plan.sites.iter().find(|site| site.site == Site::Offshore).unwrap();
    let quantity = |assumption: Assumption| offshore.quantities[assumption as usize].as_ref().unwrap();
    let escalator = draws(quantity(Assumption::Escalator), 0);
    let price = |vendor| draws(&plan.functions[0].price[Site::Offshore.index()], vendor);
    for vendor in 0..3 {
        let rework = draws(quantity(Assumption::Rework), vendor);
        assert!((spearman(&price(vendor), &escalator) - rank_correlation(0.6)).abs() < WITHIN, "{vendor}");
        assert!((spearman(&price(vendor), &rework) - rank_correlation(0.5)).abs() < WITHIN, "{vendor}");
        assert!(spearman(&rework, &escalator).abs() < WITHIN, "{vendor}");
    }
    assert!((spearman(&price(0), &price(1)) - rank_correlation(0.36)).abs() < WITHIN);
}

/// What leans on the quality of the vendor shares three quarters of its variance with nothing else: that part is tied.
#[test]
fn quality_dilutes_a_tie() {
    let scenario = tied(0, &[("offshore.rework", "offshore.travel", 0.8)]);
    let plan = Plan::new(&scenario).unwrap();
    let (mut rework, mut travel) = (Vec::new(), Vec::new());
    for block in 0..DRAWS / BLOCK_TRIALS {
        let world = World::draw(&plan, block * BLOCK_TRIALS);
        let offshore = world.sites.last().unwrap();
        rework.extend(offshore.vendors[0].rework.0);
        travel.extend(offshore.get(Assumption::Travel).0);
    }
    let found = spearman(&rework, &travel);
    assert!((found - rank_correlation(0.8 * 0.75_f64.sqrt())).abs() < WITHIN, "{found}");
}

/// Correlation of a path after so many months with its direction, whose weights fall over 60 months.
fn with_direction(months: u32) -> f64 {
    let length = (1..=60).map(|left| f64::from(left * left)).sum::<f64>().sqrt();
    (0..months).map(|month| f64::from(60 - month)).sum::<f64>() / length / f64::from(months).sqrt()
}

/// Fast wages go with a falling currency: by the coefficient with the direction of its path, so by less with where the path is
/// after a year or after five.
#[test]
fn wages_abroad_go_with_the_direction_of_the_currency() {
    let mut scenario =
        tied(0, &[("*.destination_wage_growth", "*.currency", 0.6), ("nearshore.currency", "offshore.currency", 0.5)]);
    scenario.horizon_months = 60;
    for (key, value) in [("local_price_share", 1.0), ("currency_drift", 0.0)] {
        for site in ["nearshore", "offshore"] {
            scenario.assumptions.insert(format!("{site}.{key}"), Uncertain::Fixed(value));
        }
    }
    let plan = Plan::new(&scenario).unwrap();
    let (mut growth, mut early, mut late, mut neighbour) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for block in 0..DRAWS / BLOCK_TRIALS {
        let world = World::draw(&plan, block * BLOCK_TRIALS);
        let path_at = |index: usize| {
            let (site, draws) = (&plan.sites[index], &world.sites[index]);
            let mut path = PricePath::new(&plan, site, &world, draws);
            // What is left of the price without wages is the currency; high is a currency that has fallen.
            let wages = *draws.get(Assumption::DestinationWageGrowth);
            let prices = path.all(60);
            [11, 59].map(|month: usize| {
                let years = (month + 1) as f64 / 12.0;
                prices[month].zip(wages, |price, wages| 0.7 * years * math::ln(1.0 + wages) - math::ln(price)).0
            })
        };
        let [year, whole] = path_at(2);
        growth.extend(world.sites[2].get(Assumption::DestinationWageGrowth).0);
        early.extend(year);
        late.extend(whole);
        neighbour.extend(path_at(1)[1]);
    }
    assert_eq!(plan.sites[2].site, Site::Offshore);
    for (months, path) in [(12, &early), (60, &late)] {
        let (found, expected) = (spearman(&growth, path), rank_correlation(0.6 * with_direction(months)));
        assert!((found - expected).abs() < WITHIN, "{months} months: {found}, not {expected}");
    }
    assert!((spearman(&late, &neighbour) - rank_correlation(0.5)).abs() < WITHIN);
}

#[test]
fn adding_a_function_moves_nothing_that_it_is_not_tied_to() {
    let few = tied(2, &[]);
    let mut more = few.clone();
    let mut added = more.functions[0].clone();
    "a_new_one".clone_into(&mut added.id);
    more.functions.push(added);
    let (before, after) = (Plan::new(&few).unwrap(), Plan::new(&more).unwrap());
    let world = |plan: &Plan| World::draw(plan, 640);
    let (one, two) = (world(&before), world(&after));
    for assumption in Assumption::ALL {
        if before.home[*assumption as usize].is_some() {
            assert_eq!(one.home(*assumption), two.home(*assumption), "{assumption:?}");
        }
    }
    for (one, two) in one.sites.iter().zip(&two.sites) {
        for assumption in Assumption::ALL {
            assert_eq!(one.get(*assumption), two.get(*assumption), "{assumption:?}");
        }
    }
    for (plan, function) in before.functions.iter().zip(&one.functions) {
        let index = after.functions.iter().position(|other| other.id == plan.id).unwrap();
        assert_eq!(function.movable_share, two.functions[index].movable_share);
        assert_eq!(function.price, two.functions[index].price);
    }
    // One that stands behind the others in its group moves nothing at all.
    more.functions[4].id = "z_new_one".to_owned();
    let last = Plan::new(&more).unwrap();
    for (one, two) in world(&before).functions.iter().zip(&world(&last).functions) {
        assert_eq!((one.attrition, one.wage), (two.attrition, two.wage));
    }
}

/// Ties of the same sign make what is summed up riskier, whatever they leave alone in each single one.
#[test]
fn wages_that_move_together_are_riskier() {
    let deviation = |coefficient: f64| {
        let mut scenario = tied(2, &[("*.wage", "*.wage", coefficient)]);
        scenario.run.trials = 4_096;
        for function in &mut scenario.functions {
            let wage = function.wage.likely();
            function.wage = Uncertain::Lognormal { low: 0.8 * wage, high: 1.25 * wage, ends: Ends::P10P90 };
        }
        let summary = inline::simulate(&scenario).unwrap();
        let home = summary.strategy("in_house").unwrap();
        (home.cost_nominal.mean, home.cost_nominal.standard_deviation)
    };
    let (apart, together, opposed) = (deviation(0.0), deviation(0.9), deviation(-0.2));
    assert!(together.1 > 1.2 * apart.1 && opposed.1 < apart.1, "{together:?} {apart:?} {opposed:?}");
    assert!((together.0 / apart.0 - 1.0).abs() < 0.01);
}

/// Every pair of the catalogue ties what it says: figures move with its coefficient.
#[test]
fn each_default_moves_something() {
    let summary = |pair: Option<([&str; 2], f64)>| {
        let pairs: Vec<(&str, &str, f64)> = pair.iter().map(|([one, two], value)| (*one, *two, *value)).collect();
        let mut scenario = tied(2, &pairs);
        scenario.run.trials = 1_024;
        for function in &mut scenario.functions {
            function.wage = Uncertain::Lognormal { low: 40_000.0, high: 60_000.0, ends: Ends::P10P90 };
        }
        scenario.assumptions.insert("onshore.local_price_share".to_owned(), Uncertain::Fixed(0.5));
        inline::simulate(&scenario).unwrap().strategies
    };
    let before = summary(None);
    for default in DEFAULTS {
        assert!(before != summary(Some((default.between, default.coefficient - 0.2))), "{:?}", default.between);
        // And stating the catalogue's own coefficient changes no bit.
        assert!(before == summary(Some((default.between, default.coefficient))), "{:?}", default.between);
    }
}

#[test]
fn a_repair_is_in_the_summary() {
    let mut scenario =
        tied(0, &[("home.workspace", "home.hire_cost", 1.0), ("home.technology", "home.hire_cost", 1.0)]);
    scenario.run.trials = 1_024;
    let repair = inline::simulate(&scenario).unwrap().correlation_repair.unwrap();
    // Higham's example: 1, 1, 0 become 0.7607, 0.7607, 0.1573.
    assert!((repair.stated - 1.0).abs() < 1e-12 && (repair.used - 0.7607).abs() < 1e-4, "{repair:?}");
    assert_eq!(inline::simulate(&PRESETS[0].scenario().unwrap()).unwrap().correlation_repair, None);
}
