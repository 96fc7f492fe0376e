//! What contract and provider change: each agreed term and each score as effects on assumptions one can see.
//!
//! The whole of it is one [`table`], which docs/model.md repeats row by row. Effects act on defaults: a value that the user
//! states is taken as it is, since whoever states it knows the contract and the vendor it is for. Usual terms and average
//! scores have no rows, so they change no bit.

mod table;

use super::assumption::{Assumption, AssumptionKey, Level, Scope};
use super::catalogue::{self, Grade};
use super::contract::{Clause, Term};
use super::distribution::Uncertain;
use super::provider::{AVERAGE, Criterion};
use super::scenario::Scenario;
use super::site::Site;

pub use table::EFFECTS;

/// The one target that is no assumption: the mean of the vendor's latent quality (docs/model.md, section 5). High is bad.
pub const DEAL_QUALITY: &str = "deal_quality";

/// What an effect comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cause {
    /// A term agreed.
    Agreed(Term),
    /// Each point of a score above the average; a point below does the opposite.
    Point(Criterion),
}

/// What an effect does to its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// Multiplies it; of rework, which is 1 where nothing is done twice, what is above 1.
    Times(f64),
    /// Adds to it.
    Plus(f64),
    /// Takes what lies above down to this.
    AtMost(f64),
}

impl Change {
    /// What `points` above the average do (below it, they are negative) where one does this.
    ///
    /// # Formula
    /// n points multiply by 1 + n (factor - 1), or add n times the addition.
    fn of_points(self, points: f64) -> Self {
        match self {
            Self::Times(factor) => Self::Times(1.0 + points * (factor - 1.0)),
            Self::Plus(addition) => Self::Plus(points * addition),
            Self::AtMost(cap) => Self::AtMost(cap),
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Effect {
    /// What it comes from.
    pub cause: Cause,
    /// Id of the assumption it acts on, or [`DEAL_QUALITY`]. A target that is no assumption of this program is passed over.
    pub target: &'static str,
    /// What it does to it. Of a score: what the first point above the average does.
    pub change: Change,
    /// Whether it acts only where the vendor's currency is another than the buyer's.
    pub abroad_only: bool,
    /// Why, in a sentence.
    pub reason: &'static str,
    /// How well its size is founded.
    pub grade: Grade,
}

impl Effect {
    /// What it does under the contract and to the score card of `site`; `None` where it does nothing.
    fn change_at(&self, scenario: &Scenario, site: Site) -> Option<Change> {
        // The onshore vendor is paid in home money.
        if self.abroad_only && site == Site::Onshore {
            return None;
        }
        match self.cause {
            Cause::Agreed(term) => (scenario.contracts.at(site).term(term.clause()) == term).then_some(self.change),
            Cause::Point(criterion) => {
                let points = f64::from(scenario.providers.at(site).score(criterion)) - f64::from(AVERAGE);
                (points != 0.0).then_some(self.change.of_points(points))
            }
        }
    }

    /// The assumption it acts on, if this program has it.
    pub fn assumption(&self) -> Option<Assumption> {
        let found = Assumption::from_id(self.target)?;
        matches!(found.level(), Level::Site | Level::FunctionSite).then_some(found)
    }

    /// Whether it can change a figure of `site`.
    pub fn matters_at(&self, site: Site) -> bool {
        let known = self.target == DEAL_QUALITY || self.assumption().is_some();
        known && !(self.abroad_only && site == Site::Onshore)
    }
}

/// The clauses that can change a figure of `site`.
pub fn clauses_at(site: Site) -> impl Iterator<Item = Clause> {
    Clause::ALL.iter().copied().filter(move |clause| {
        EFFECTS.iter().any(|effect| {
            effect.matters_at(site) && matches!(effect.cause, Cause::Agreed(term) if term.clause() == *clause)
        })
    })
}

/// The effects of contract and provider of `site`, each with what it does.
pub fn at(scenario: &Scenario, site: Site) -> impl Iterator<Item = (&'static Effect, Change)> + '_ {
    EFFECTS.iter().filter_map(move |effect| Some((effect, effect.change_at(scenario, site)?)))
}

/// The effects on the default behind `key`, whether the user states another value or not.
pub fn on<'a>(
    key: &'a AssumptionKey,
    scenario: &'a Scenario,
) -> impl Iterator<Item = (&'static Effect, Change)> + use<'a> {
    let site = match &key.scope {
        Scope::Site(site) | Scope::FunctionSite(_, site) => Some(*site),
        Scope::Home | Scope::Function(_) => None,
    };
    let of_site = site.into_iter().flat_map(move |site| at(scenario, site));
    of_site.filter(|(effect, _)| effect.target == key.assumption.id())
}

/// The catalogue's default behind `key` under contract and provider of the scenario.
///
/// # Formula
/// Each number of the default is multiplied by all factors, then all additions are added, then it is taken down to the least of
/// the caps, and last set to the nearer limit if it lies outside. Of rework, the part above 1 is multiplied.
pub fn default_of(key: &AssumptionKey, scenario: &Scenario) -> Uncertain {
    let default = catalogue::default_of(key, scenario).value;
    let (mut factor, mut addition, mut cap) = (1.0, 0.0, f64::INFINITY);
    let mut is_changed = false;
    for (_, change) in on(key, scenario) {
        is_changed = true;
        match change {
            Change::Times(by) => factor *= by,
            Change::Plus(by) => addition += by,
            Change::AtMost(most) => cap = cap.min(most),
        }
    }
    if !is_changed {
        return default;
    }
    let base = base(key.assumption);
    let (least, most) = catalogue::limits(key.assumption);
    default.mapped(|value| (base + (value - base) * factor + addition).min(cap).clamp(least, most))
}

/// What the assumption is where there is none of what it measures.
pub fn base(assumption: Assumption) -> f64 {
    if assumption == Assumption::Rework { 1.0 } else { 0.0 }
}

/// By how much the mean of the latent quality of a site's vendors lies above 0; high is bad.
pub fn deal_quality_shift(scenario: &Scenario, site: Site) -> f64 {
    at(scenario, site).fold(0.0, |sum, (effect, change)| match change {
        Change::Plus(shift) if effect.target == DEAL_QUALITY => sum + shift,
        _ => sum,
    })
}

#[cfg(test)]
mod tests;
