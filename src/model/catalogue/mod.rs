//! Defaults for every assumption, each with its unit, the meaning of its ends, its source, year and grade.
//!
//! Figures only; the words around them are in `text`, the formulas they enter in docs/model.md.

pub mod correlations;
pub mod currencies;
pub mod destinations;
pub mod functions;
mod home;
mod limits;
mod sources;
mod vendor;

use super::assumption::{Assumption, AssumptionKey, Scope};
use super::business_function::FunctionKind;
use super::distribution::{Ends, Uncertain};
use super::scenario::Scenario;
use super::site::Site;

pub use limits::{GREATEST_MONEY, limits, unit};
pub use sources::Source;

/// How well a figure is founded, the best first. What rests on several figures is as good as the worst of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Read in the source itself.
    Read,
    /// Read in a page that quotes the source.
    SecondHand,
    /// Computed from figures that were read.
    Derived,
    /// A range chosen around founded points, or a guess that says so.
    Judgement,
    /// A figure that was remembered and not looked up again, in a range wide enough for that.
    FromMemory,
}

/// What an amount is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// An amount of the scenario's currency.
    Money,
    /// Money for an hour.
    MoneyPerHour,
    /// Money for a year.
    MoneyPerYear,
    /// A share, 0.1 meaning 10 %.
    Share,
    /// A share of something for each year.
    SharePerYear,
    /// Hours in a year.
    HoursPerYear,
    /// Days, of which a year has 365.
    Days,
    /// Years.
    Years,
    /// Months.
    Months,
    /// Weeks.
    Weeks,
    /// A number of people.
    Heads,
    /// A factor.
    Ratio,
    /// Units of the scenario's currency for one US dollar.
    PerUsDollar,
}

impl Unit {
    /// Whether amounts in it are in the scenario's currency.
    pub fn is_money(self) -> bool {
        matches!(self, Self::Money | Self::MoneyPerHour | Self::MoneyPerYear)
    }
}

/// A default and where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Sourced {
    /// The value, whose ends say what they mean.
    pub value: Uncertain,
    /// Where it comes from.
    pub source: Source,
    /// How well it is founded.
    pub grade: Grade,
}

impl Sourced {
    const fn new(value: Uncertain, source: Source, grade: Grade) -> Self {
        Self { value, source, grade }
    }
}

/// PERT between hard bounds.
const fn bounded(low: f64, likely: f64, high: f64) -> Uncertain {
    Uncertain::Pert { low, likely, high, ends: Ends::Bounds }
}

/// PERT between the 5th and the 95th percentile.
const fn nineteen_in_twenty(low: f64, likely: f64, high: f64) -> Uncertain {
    Uncertain::Pert { low, likely, high, ends: Ends::P5P95 }
}

/// PERT between the 10th and the 90th percentile.
const fn four_in_five(low: f64, likely: f64, high: f64) -> Uncertain {
    Uncertain::Pert { low, likely, high, ends: Ends::P10P90 }
}

/// The default of an assumption in a scenario. Depends on the function's kind and on the site's destination. Money is in the
/// scenario's currency, at the scenario's rate of exchange.
///
/// A key whose function the scenario does not have is answered as for a function of kind `other`; `check` has refused
/// such keys before anything is computed.
pub fn default_of(key: &AssumptionKey, scenario: &Scenario) -> Sourced {
    let sourced = in_dollars(key, scenario);
    if !unit(key.assumption).is_money() {
        return sourced;
    }
    Sourced { value: sourced.value.scaled(scenario.units_per_dollar()), ..sourced }
}

/// The median wage of a kind of work in the scenario's currency, in whole units.
pub fn usual_wage(kind: FunctionKind, scenario: &Scenario) -> Uncertain {
    Uncertain::Fixed((functions::median_wage(kind).value.likely() * scenario.units_per_dollar()).round())
}

fn in_dollars(key: &AssumptionKey, scenario: &Scenario) -> Sourced {
    let kind = |id: &str| scenario.function(id).map_or(FunctionKind::Other, |function| function.kind);
    match &key.scope {
        Scope::Home if key.assumption == Assumption::ExchangeRate => currencies::exchange_rate(scenario.currency),
        Scope::Home => home::default_of(key.assumption),
        Scope::Function(id) => functions::default_of(key.assumption, kind(id)),
        Scope::Site(site) => match key.assumption {
            Assumption::DestinationWageGrowth => destinations::wage_growth(scenario.country_of(*site)),
            Assumption::CurrencyVolatility => destinations::currency_volatility(scenario.country_of(*site)),
            Assumption::CurrencyDrift => destinations::currency_drift(scenario.country_of(*site)),
            Assumption::VendorAttrition => destinations::vendor_attrition(scenario.country_of(*site)),
            Assumption::Coordination => destinations::coordination(scenario.country_of(*site)),
            Assumption::Travel => destinations::travel(scenario.country_of(*site)),
            Assumption::DestinationDisruptionHazard => destinations::disruption_hazard(scenario.country_of(*site)),
            other => vendor::default_of(other, *site),
        },
        Scope::FunctionSite(id, site) => functions::hourly_rate(kind(id), scenario.country_of(*site)),
    }
}

/// One of three values by site.
fn by_site<T: Copy>(site: Site, values: [T; 3]) -> T {
    values[site.index()]
}
