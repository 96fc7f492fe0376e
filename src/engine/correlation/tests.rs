use super::*;
use crate::engine::Plan;
use crate::engine::draws::Sampling;
use crate::engine::quantity::Quantity;
use crate::model::assumption::Scope;
use crate::model::correlation::Party;
use crate::model::presets::PRESETS;
use crate::model::{Correlation, Uncertain};

fn copula_of(scenario: &Scenario) -> Copula {
    Copula::new(scenario, Numbers::new(scenario.run.seed, Sampling::Nets))
}

fn tied(pairs: &[(&str, &str, f64)]) -> Scenario {
    let mut scenario = PRESETS[2].scenario().unwrap();
    scenario.correlations = pairs
        .iter()
        .map(|(one, two, coefficient)| Correlation {
            between: [(*one).to_owned(), (*two).to_owned()],
            coefficient: *coefficient,
        })
        .collect();
    scenario
}

#[test]
fn the_defaults_hold_together() {
    for preset in PRESETS {
        let copula = copula_of(&preset.scenario().unwrap());
        assert_eq!(copula.repair, None, "{}", preset.id);
        assert!(!copula.mixes.is_empty());
    }
}

#[test]
fn what_cannot_hold_together_is_repaired_and_said_so() {
    let copula = copula_of(&tied(&[
        ("home.hire_cost", "home.workspace", 0.9),
        ("home.hire_cost", "home.technology", 0.9),
        ("home.workspace", "home.technology", -0.9),
    ]));
    let repair = copula.repair.clone().unwrap();
    // All three give way alike, by 0.4: the nearest is 0.5, 0.5, -0.5.
    assert!((repair.stated.abs() - 0.9).abs() < 1e-12 && (repair.used.abs() - 0.5).abs() < 1e-5, "{repair:?}");
    assert!(copula.mix("home/workspace").is_some());
}

#[test]
fn a_group_leaves_others_alone() {
    let (loose, tied) = (copula_of(&tied(&[])), copula_of(&tied(&[("home.hire_cost", "home.workspace", 0.9)])));
    assert_eq!(tied.mixes.len(), loose.mixes.len() + 1);
    // The first of the group goes by its own numbers; so does whatever is tied to nothing.
    assert!(tied.mix("home/hire_cost").is_none() && tied.mix("home/workspace").is_some());
    for id in loose.mixes.keys() {
        let drawn = |copula: &Copula| copula.mix(id).unwrap().deviates(64, 1);
        assert_eq!(drawn(&loose), drawn(&tied), "{id}");
    }
}

/// The plan asks for its mixes by the ids that the keys lead to: everything that can be named must arrive where it is drawn.
#[test]
fn every_quantity_that_can_be_named_is_reached() {
    let mut scenario = tied(&[]);
    scenario.functions.truncate(1);
    let id = scenario.functions[0].id.clone();
    let mut names: Vec<String> = Assumption::ALL
        .iter()
        .flat_map(|assumption| {
            let id = assumption.id();
            ["home".to_owned(), scenario.functions[0].id.clone(), "offshore".to_owned()]
                .map(|owner| format!("{owner}.{id}"))
        })
        .filter(|name| Party::parse(name).is_some())
        .collect();
    scenario.functions[0].known_cost = Some(Uncertain::Fixed(1e6));
    scenario.functions[0].margin_at_risk = Some(Uncertain::Fixed(1e6));
    names.extend(
        ["wage", "headcount", "known_cost", "margin_at_risk", "offshore.movable_share"]
            .map(|name| format!("{id}.{name}")),
    );
    names.push("offshore.currency".to_owned());
    assert!(names.len() > 40, "{names:?}");
    for name in names.iter().filter(|name| *name != "home.hire_cost") {
        let mut scenario = scenario.clone();
        // Last in the order of its group, so that the other one leads.
        let leader = if name == "offshore.currency" { "nearshore.currency" } else { "home.hire_cost" };
        let follows = name.as_str() > leader || !name.starts_with("home.");
        scenario.correlations = vec![Correlation { between: [leader.to_owned(), name.clone()], coefficient: 0.9 }];
        let moved = if follows { name.as_str() } else { leader };
        let plan = Plan::new(&scenario).unwrap();
        let Some(Party::One(key)) = Party::parse(moved) else { panic!("{moved}") };
        assert!(is_mixed(&plan, &key), "{moved} is drawn by its own numbers though it is tied to another");
    }
}

#[test]
fn contacts_are_reached_as_well() {
    let mut scenario = tied(&[]);
    scenario.functions.truncate(1);
    let function = &mut scenario.functions[0];
    let (id, contacts) = (function.id.clone(), r#"{ "per_month": 27000, "handle_seconds": 300 }"#);
    function.headcount = None;
    function.contacts = Some(serde_json::from_str(contacts).unwrap());
    for name in ["contacts_per_month", "handle_seconds"] {
        let between = ["home.hire_cost".to_owned(), format!("{id}.{name}")];
        let Some(Party::One(key)) = Party::parse(&between[1]) else { panic!("{name}") };
        scenario.correlations = vec![Correlation { between, coefficient: 0.9 }];
        assert!(is_mixed(&Plan::new(&scenario).unwrap(), &key), "{name}");
    }
}

/// Whether the plan draws the quantity with others.
fn is_mixed(plan: &Plan, key: &DrawnKey) -> bool {
    let function = |id: &str| plan.functions.iter().find(|function| function.id == id).unwrap();
    let at = |site: crate::model::Site| plan.sites.iter().find(|plan| plan.site == site).unwrap();
    let mixed = |quantity: &Quantity| quantity.mix.is_some();
    match (key.drawn, &key.scope) {
        (Drawn::Currency, Scope::Site(site)) => at(*site).currency_mix.is_some(),
        (Drawn::Headcount, Scope::Function(id)) => mixed(&function(id).headcount),
        (Drawn::Wage, Scope::Function(id)) => mixed(&function(id).wage),
        (Drawn::ContactsPerMonth, Scope::Function(id)) => {
            function(id).contacts.as_ref().is_some_and(|contacts| mixed(&contacts.per_month))
        }
        (Drawn::HandleSeconds, Scope::Function(id)) => {
            function(id).contacts.as_ref().is_some_and(|contacts| mixed(&contacts.handle_seconds))
        }
        (Drawn::Transactions, Scope::Function(id)) => function(id).transactions.as_ref().is_some_and(mixed),
        (Drawn::KnownCost, Scope::Function(id)) => mixed(&function(id).known_cost.as_ref().unwrap()[0]),
        (Drawn::Assumption(Assumption::AvoidableShare), Scope::Function(id)) => {
            mixed(&function(id).known_cost.as_ref().unwrap()[1])
        }
        (Drawn::MarginAtRisk, Scope::Function(id)) => mixed(function(id).margin_at_risk.as_ref().unwrap()),
        (Drawn::Assumption(Assumption::OutsideHours), Scope::Function(id)) => mixed(&function(id).outside_hours),
        (Drawn::Assumption(Assumption::Attrition), Scope::Function(id)) => mixed(&function(id).attrition),
        (Drawn::Assumption(Assumption::VolumeGrowth), Scope::Function(id)) => mixed(&function(id).volume_growth),
        (Drawn::Assumption(Assumption::VolumeVolatility), Scope::Function(id)) => {
            mixed(&function(id).volume_volatility)
        }
        (Drawn::Assumption(Assumption::SeasonalPeak), Scope::Function(id)) => mixed(&function(id).seasonal_peak),
        (Drawn::Assumption(Assumption::AutomationPotential), Scope::Function(id)) => {
            mixed(&function(id).automation_potential)
        }
        (Drawn::Assumption(Assumption::HourlyRate), Scope::Site(site)) => {
            plan.functions.iter().all(|function| mixed(&function.price[site.index()]))
        }
        (Drawn::Assumption(Assumption::MovableShare), Scope::FunctionSite(id, site)) => {
            mixed(&function(id).movable_share[site.index()])
        }
        (Drawn::Assumption(assumption), Scope::Home) => plan.home[assumption as usize].as_ref().is_some_and(mixed),
        (Drawn::Assumption(assumption), Scope::Site(site)) => {
            at(*site).quantities[assumption as usize].as_ref().is_some_and(mixed)
        }
        other => panic!("{other:?} has no place in the plan"),
    }
}

#[test]
fn a_known_quantity_stays_known() {
    let mut scenario = tied(&[("home.hire_cost", "home.workspace", 1.0)]);
    scenario.assumptions.insert("home.workspace".to_owned(), Uncertain::Fixed(5_000.0));
    let plan = Plan::new(&scenario).unwrap();
    let workspace = plan.home[Assumption::Workspace as usize].as_ref().unwrap();
    assert_eq!(workspace.draw(0, 0).0, [5_000.0; 64]);
}
