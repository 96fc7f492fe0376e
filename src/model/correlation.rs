//! What moves together: pairs of drawn quantities, and how closely each pair is tied.
//!
//! Holds the statement and what it spans; how tied quantities are drawn is `engine::correlation`'s business.

use super::assumption::{Assumption, Level, Scope};
use super::catalogue::correlations::DEFAULTS;
use super::scenario::Scenario;
use super::site::Site;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// How closely two quantities, or two groups of them, move together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correlation {
    /// Two keys such as `home.wage_growth`, or groups such as `*.wage`: see [`Party`].
    pub between: [String; 2],
    /// Correlation of the normal deviates by which the two are drawn, -1..1.
    pub coefficient: f64,
}

/// A quantity that is drawn, whatever it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Drawn {
    /// An assumption. The prices of all functions at a site are one draw of the site.
    Assumption(Assumption),
    /// Paid heads of a function.
    Headcount,
    /// Contacts of a function in a month.
    ContactsPerMonth,
    /// Seconds that a contact of a function takes.
    HandleSeconds,
    /// Yearly wage of a function.
    Wage,
    /// Transactions of a function in a year.
    Transactions,
    /// What a function is known to cost at home.
    KnownCost,
    /// Margin that may be lost with a vendor of a function.
    MarginAtRisk,
    /// Direction of the exchange rate over the first five years; high means that the vendor's currency loses value.
    Currency,
}

impl Drawn {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let others = [
            Self::Headcount,
            Self::ContactsPerMonth,
            Self::HandleSeconds,
            Self::Wage,
            Self::Transactions,
            Self::KnownCost,
            Self::MarginAtRisk,
            Self::Currency,
        ];
        others.into_iter().chain(Assumption::ALL.iter().copied().map(Self::Assumption))
    }

    /// The last part of its keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Assumption(assumption) => assumption.id(),
            Self::Headcount => "headcount",
            Self::ContactsPerMonth => "contacts_per_month",
            Self::HandleSeconds => "handle_seconds",
            Self::Wage => "wage",
            Self::Transactions => "transactions_per_year",
            Self::KnownCost => "known_cost",
            Self::MarginAtRisk => "margin_at_risk",
            Self::Currency => "currency",
        }
    }

    /// The quantity with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "headcount" => Some(Self::Headcount),
            "contacts_per_month" => Some(Self::ContactsPerMonth),
            "handle_seconds" => Some(Self::HandleSeconds),
            "wage" => Some(Self::Wage),
            "transactions_per_year" => Some(Self::Transactions),
            "known_cost" => Some(Self::KnownCost),
            "margin_at_risk" => Some(Self::MarginAtRisk),
            "currency" => Some(Self::Currency),
            _ => Assumption::from_id(id).map(Self::Assumption),
        }
    }

    /// What one draw of it belongs to.
    pub fn level(self) -> Level {
        match self {
            // One vendor, one negotiation: a percentile for all functions.
            Self::Assumption(Assumption::HourlyRate) | Self::Currency => Level::Site,
            // The range is the site's, the draw the function's own.
            Self::Assumption(Assumption::MovableShare) => Level::FunctionSite,
            Self::Assumption(assumption) => assumption.level(),
            Self::Headcount
            | Self::ContactsPerMonth
            | Self::HandleSeconds
            | Self::Wage
            | Self::Transactions
            | Self::KnownCost
            | Self::MarginAtRisk => Level::Function,
        }
    }
}

/// One draw of a trial: written `home.wage_growth`, `support.wage`, `offshore.currency`, `support.offshore.movable_share`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DrawnKey {
    /// Which quantity.
    pub drawn: Drawn,
    /// Whose.
    pub scope: Scope,
}

impl fmt::Display for DrawnKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.scope, self.drawn.id())
    }
}

/// One side of a correlation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// A single quantity.
    One(DrawnKey),
    /// The quantity of every function, of every vendor, or of both: written `*.wage`, `*.escalator`.
    Every(Drawn),
}

impl Party {
    /// Reads a key or a group; `None` when the text names nothing that is drawn.
    pub fn parse(text: &str) -> Option<Self> {
        let (owner, id) = text.rsplit_once('.')?;
        let drawn = Drawn::from_id(id)?;
        if owner == "*" {
            return (drawn.level() != Level::Home).then_some(Self::Every(drawn));
        }
        if owner.contains('*') {
            return None;
        }
        let scope = Scope::parse(owner)?;
        (scope.level() == drawn.level()).then_some(Self::One(DrawnKey { drawn, scope }))
    }

    /// Everything that can be tied in this scenario.
    pub fn all(scenario: &Scenario) -> Vec<Self> {
        let mut parties = Vec::new();
        for drawn in Drawn::all() {
            let every = Self::Every(drawn);
            let members = every.members(scenario);
            parties.extend((drawn.level() != Level::Home).then_some(every));
            parties.extend(members.into_iter().map(Self::One));
        }
        parties
    }

    /// The quantities it stands for in this scenario.
    pub fn members(&self, scenario: &Scenario) -> Vec<DrawnKey> {
        let drawn = match self {
            Self::One(key) => return vec![key.clone()],
            Self::Every(drawn) => *drawn,
        };
        let functions = || scenario.functions.iter().map(|function| function.id.clone());
        let scopes: Vec<Scope> = match drawn.level() {
            Level::Home => vec![Scope::Home],
            Level::Function => functions().map(Scope::Function).collect(),
            Level::Site => Site::ALL.map(Scope::Site).to_vec(),
            Level::FunctionSite => {
                functions().flat_map(|id| Site::ALL.map(|site| Scope::FunctionSite(id.clone(), site))).collect()
            }
        };
        scopes.into_iter().map(|scope| DrawnKey { drawn, scope }).collect()
    }
}

impl fmt::Display for Party {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(key) => key.fmt(formatter),
            Self::Every(drawn) => write!(formatter, "*.{}", drawn.id()),
        }
    }
}

/// Two parties, in an order of their own, so that a pair is the same whichever side was named first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair(pub Party, pub Party);

impl Pair {
    /// The pair of what the two texts name; `None` when one of them names nothing.
    pub fn parse(between: [&str; 2]) -> Option<Self> {
        let [one, two] = between.map(Party::parse);
        let (one, two) = (one?, two?);
        Some(if one <= two { Self(one, two) } else { Self(two, one) })
    }

    /// Whether it ties a single quantity to itself, which says nothing.
    pub fn is_one_quantity(&self) -> bool {
        matches!(self, Self(Party::One(one), Party::One(two)) if one == two)
    }

    /// How many of the two are single quantities: what is said of single ones counts more than what is said of groups.
    fn singles(&self) -> usize {
        [&self.0, &self.1].into_iter().filter(|party| matches!(party, Party::One(_))).count()
    }

    /// The pairs of single quantities it spans: each member of the one with each of the other, but for those that speak
    /// of different functions or of different vendors. Within one group, and where a single quantity is named, every two.
    fn spanned(&self, scenario: &Scenario) -> Vec<(DrawnKey, DrawnKey)> {
        let by_owner = matches!(self, Self(Party::Every(one), Party::Every(two)) if one != two);
        let twos = self.1.members(scenario);
        let mut pairs = Vec::new();
        for one in self.0.members(scenario) {
            for two in twos.iter().filter(|two| **two != one) {
                if !by_owner || have_same_owners(&one.scope, &two.scope) {
                    let two = two.clone();
                    pairs.push(if one <= two { (one.clone(), two) } else { (two, one.clone()) });
                }
            }
        }
        pairs
    }
}

/// Whether two scopes name no two functions and no two vendors.
fn have_same_owners(one: &Scope, two: &Scope) -> bool {
    let functions = one.function().zip(two.function()).is_none_or(|(one, two)| one == two);
    functions && one.site().zip(two.site()).is_none_or(|(one, two)| one == two)
}

/// The coefficient of a pair, and who says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// The pair as it was named.
    pub between: [String; 2],
    /// The coefficient in force, -1..1.
    pub coefficient: f64,
    /// Position in the catalogue's list; `None` for a pair of the user's own.
    pub default: Option<usize>,
    /// Whether the scenario states it.
    pub is_stated: bool,
}

/// Every pair that the catalogue or the scenario names, the catalogue's first. Pairs that cannot be read are left out.
pub fn ties(scenario: &Scenario) -> Vec<Tie> {
    let pair_of = |between: &[String; 2]| Pair::parse([&between[0], &between[1]]);
    let stated: Vec<(Pair, &Correlation)> =
        scenario.correlations.iter().filter_map(|it| Some((pair_of(&it.between)?, it))).collect();
    let mut ties: Vec<Tie> = Vec::new();
    let mut defaults = Vec::new();
    for (index, default) in DEFAULTS.iter().enumerate() {
        let pair = Pair::parse(default.between);
        let own = stated.iter().find(|(stated, _)| Some(stated) == pair.as_ref());
        ties.push(Tie {
            between: default.between.map(str::to_owned),
            coefficient: own.map_or(default.coefficient, |(_, own)| own.coefficient),
            default: Some(index),
            is_stated: own.is_some(),
        });
        defaults.extend(pair);
    }
    ties.extend(stated.iter().filter(|(pair, _)| !defaults.contains(pair)).map(|(_, own)| Tie {
        between: own.between.clone(),
        coefficient: own.coefficient,
        default: None,
        is_stated: true,
    }));
    ties
}

/// The coefficient of every pair of single quantities that any tie spans, 0 included.
///
/// What the scenario states counts more than the catalogue, what it says of single quantities more than what it says of
/// groups, and of two that say as much the later.
pub fn coefficients(scenario: &Scenario) -> BTreeMap<(DrawnKey, DrawnKey), f64> {
    let mut ranked: Vec<(bool, usize, Pair, f64)> = ties(scenario)
        .iter()
        .filter_map(|tie| {
            let pair = Pair::parse([&tie.between[0], &tie.between[1]])?;
            Some((tie.is_stated, pair.singles(), pair, tie.coefficient))
        })
        .collect();
    // A stable sort: the later of equals stays behind and is written last.
    ranked.sort_by_key(|(is_stated, singles, ..)| (*is_stated, *singles));
    let mut coefficients = BTreeMap::new();
    for (.., pair, coefficient) in &ranked {
        coefficients.extend(pair.spanned(scenario).into_iter().map(|spanned| (spanned, *coefficient)));
    }
    coefficients
}

#[cfg(test)]
mod tests;
