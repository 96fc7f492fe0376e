//! The inputs that can be set to one value.

use crate::engine::drivers::input_id::{InputId, Stated};
use crate::model::catalogue::Unit;
use crate::model::{Assumption, AssumptionKey, Scenario, Site, Uncertain, catalogue, check};
use serde::{Serialize, Serializer};

/// What can be set to one value.
#[derive(Clone, Debug, PartialEq)]
pub enum Lever {
    /// An assumption.
    Assumption(AssumptionKey),
    /// The people of the function with this id.
    Headcount(String),
    /// The wage of the function with this id.
    Wage(String),
    /// The prices of all functions at a site, as a multiple of their likely values.
    Prices(Site),
}

/// The values over which a lever is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The least.
    pub low: f64,
    /// The greatest.
    pub high: f64,
    /// What is stated: the low end, the likely value, the high end.
    pub stated: [f64; 3],
}

impl Lever {
    /// The lever that an input of a scenario is, if it is one: luck is none.
    pub fn of_input(input: &InputId, scenario: &Scenario) -> Option<Self> {
        match (input, scenario.functions.as_slice()) {
            _ if !input.can_be_found_out() => None,
            (InputId::Assumption(key), _) => Some(Self::Assumption(key.clone())),
            (InputId::Stated(function, Stated::Headcount), _) => Some(Self::Headcount(function.clone())),
            (InputId::Stated(function, Stated::Wage), _) => Some(Self::Wage(function.clone())),
            // The price of one function is an amount, that of several a multiple.
            (InputId::Price(site), [only]) => {
                let key = AssumptionKey::function_site(Assumption::HourlyRate, &only.id, *site);
                Some(Self::Assumption(key))
            }
            (InputId::Price(site), _) => Some(Self::Prices(*site)),
            (InputId::MovableShare(_, site), _) => {
                Some(Self::Assumption(AssumptionKey::site(Assumption::MovableShare, *site)))
            }
            _ => None,
        }
    }

    /// The input that it sets.
    pub fn input(&self) -> InputId {
        match self {
            Self::Assumption(key) => InputId::Assumption(key.clone()),
            Self::Headcount(function) => InputId::Stated(function.clone(), Stated::Headcount),
            Self::Wage(function) => InputId::Stated(function.clone(), Stated::Wage),
            Self::Prices(site) => InputId::Price(*site),
        }
    }

    /// The unit of its values.
    pub fn unit(&self) -> Unit {
        match self {
            Self::Assumption(key) => catalogue::unit(key.assumption),
            Self::Headcount(_) => Unit::Heads,
            Self::Wage(_) => Unit::MoneyPerYear,
            Self::Prices(_) => Unit::Ratio,
        }
    }

    /// The scenario with the input at `value`.
    #[must_use]
    pub fn set(&self, scenario: &Scenario, value: f64) -> Scenario {
        let mut next = scenario.clone();
        let fixed = Uncertain::Fixed(value);
        match self {
            Self::Assumption(key) => {
                next.assumptions.insert(key.to_string(), fixed);
            }
            Self::Headcount(id) => {
                next.functions
                    .iter_mut()
                    .filter(|function| function.id == *id)
                    .for_each(|it| it.headcount = Some(fixed));
            }
            Self::Wage(id) => {
                next.functions.iter_mut().filter(|function| function.id == *id).for_each(|it| it.wage = fixed);
            }
            Self::Prices(site) => {
                for function in &scenario.functions {
                    let key = AssumptionKey::function_site(Assumption::HourlyRate, &function.id, *site);
                    let price = scenario.assumption(&key).likely() * value;
                    next.assumptions.insert(key.to_string(), Uncertain::Fixed(price));
                }
            }
        }
        next
    }

    /// The values over which it is looked at: its range, and half as much again on either side, within its limits. What is
    /// known is looked at from a half of it to more than twice as much.
    pub fn span(&self, scenario: &Scenario) -> Span {
        let stated = self.stated(scenario);
        let [low, likely, high] = stated;
        let limits = match self {
            Self::Assumption(key) => catalogue::limits(key.assumption),
            Self::Headcount(_) => check::HEADCOUNT,
            Self::Wage(_) => check::WAGE,
            Self::Prices(_) => (0.0, 100.0),
        };
        let (low, high) = if high > low { (low, high) } else { (likely * 0.75, likely * 1.5) };
        let more = 0.5 * (high - low);
        let within = |value: f64| value.clamp(limits.0, limits.1);
        Span { low: within(low - more), high: within(high + more), stated }
    }

    /// Low end, likely value and high end as they are stated.
    fn stated(&self, scenario: &Scenario) -> [f64; 3] {
        let of = |value: &Uncertain| {
            let (low, high) = value.range();
            [low, value.likely(), high]
        };
        let unknown = [1.0; 3];
        match self {
            Self::Assumption(key) => of(&scenario.assumption(key)),
            Self::Headcount(id) => {
                scenario.function(id).and_then(|function| function.headcount.as_ref()).map_or(unknown, of)
            }
            Self::Wage(id) => scenario.function(id).map_or(unknown, |function| of(&function.wage)),
            Self::Prices(site) => {
                let ratios = scenario.functions.iter().map(|function| {
                    let key = AssumptionKey::function_site(Assumption::HourlyRate, &function.id, *site);
                    let [low, likely, high] = of(&scenario.assumption(&key));
                    if likely > 0.0 { (low / likely, high / likely) } else { (1.0, 1.0) }
                });
                let widest =
                    ratios.fold((1.0_f64, 1.0_f64), |(low, high), ratio| (low.min(ratio.0), high.max(ratio.1)));
                [widest.0, 1.0, widest.1]
            }
        }
    }
}

impl Serialize for Lever {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.input().serialize(serializer)
    }
}
