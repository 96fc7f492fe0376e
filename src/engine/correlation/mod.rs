//! Quantities that move together: a Gaussian copula over everything that is drawn.
//!
//! Each quantity keeps its own distribution; only the normal deviates by which it is drawn are mixed from those of others.
//! Quantities that nothing ties keep their own draws to the bit, and a group moves only with what is tied to it.

mod matrix;
mod mix;
mod repair;

pub use matrix::Symmetric;
pub use mix::Mix;
pub use repair::nearest;

use super::draws::path::Pace;
use super::draws::{Numbers, PathStream};
use super::summary::CorrelationRepair;
use crate::model::assumption::Level;
use crate::model::correlation::{Drawn, DrawnKey, coefficients};
use crate::model::{Assumption, Scenario};
use mix::{Part, Source};
use std::collections::BTreeMap;

/// How everything that is tied to anything is drawn.
#[derive(Clone, Debug, Default)]
pub struct Copula {
    mixes: BTreeMap<String, Mix>,
    /// The coefficient that had to change most, when those stated cannot hold together.
    pub repair: Option<CorrelationRepair>,
}

impl Copula {
    /// The copula of a checked scenario.
    pub fn new(scenario: &Scenario, numbers: Numbers) -> Self {
        let mut stated = coefficients(scenario);
        stated.retain(|_, coefficient| *coefficient != 0.0);
        let mut copula = Self::default();
        for group in groups(&stated) {
            copula.add(&group, &stated, numbers);
        }
        copula
    }

    /// How the quantity with this stream id is drawn; `None` for one that is drawn by its own numbers alone.
    pub fn mix(&self, stream_id: &str) -> Option<Mix> {
        self.mixes.get(stream_id).cloned()
    }

    /// Adds a group, whose members are in the order of [`rank`].
    fn add(&mut self, group: &[DrawnKey], stated: &BTreeMap<(DrawnKey, DrawnKey), f64>, numbers: Numbers) {
        let mut matrix = Symmetric::identity(group.len());
        for (row, one) in group.iter().enumerate() {
            for (column, two) in group.iter().enumerate().take(row) {
                let pair = if one <= two { (one.clone(), two.clone()) } else { (two.clone(), one.clone()) };
                matrix.set(row, column, stated.get(&pair).copied().unwrap_or(0.0));
            }
        }
        let factor = matrix.cholesky().unwrap_or_else(|| {
            let repaired = nearest(&matrix);
            self.note(group, &matrix, &repaired);
            // With eigenvalues of 1e-7 and more it has a factor.
            repaired.cholesky().unwrap_or_else(|| vec![Vec::new(); group.len()])
        });
        for (key, row) in group.iter().zip(factor) {
            let parts: Vec<Part> = group
                .iter()
                .zip(row)
                .filter(|(_, weight)| *weight != 0.0)
                .map(|(of, weight)| Part { source: source(numbers, of), weight })
                .collect();
            // The first of a group, and what is tied to later ones only, goes by its own numbers as ever.
            if parts.iter().any(|part| part.source != source(numbers, key)) {
                self.mixes.insert(stream_id(key), Mix::new(parts));
            }
        }
    }

    /// Keeps the largest change of a coefficient.
    fn note(&mut self, group: &[DrawnKey], stated: &Symmetric, used: &Symmetric) {
        for (row, one) in group.iter().enumerate() {
            for (column, two) in group.iter().enumerate().take(row) {
                let (stated, used) = (stated.get(row, column), used.get(row, column));
                let largest = self.repair.as_ref().map_or(0.0, |repair| (repair.used - repair.stated).abs());
                if (used - stated).abs() > largest {
                    self.repair = Some(CorrelationRepair { between: [two.to_string(), one.to_string()], stated, used });
                }
            }
        }
    }
}

/// The id of the draws of a quantity (section 5 of docs/model.md): its key, with strokes for points.
fn stream_id(key: &DrawnKey) -> String {
    key.to_string().replace('.', "/")
}

/// What a quantity is drawn by.
fn source(numbers: Numbers, key: &DrawnKey) -> Source {
    let id = stream_id(key);
    match slots(key.drawn) {
        Slots::Path => Source::Path(PathStream::new(numbers, &id, Pace::Monthly)),
        Slots::EachVendor => Source::EachVendor(numbers.stream(&id)),
        Slots::Once => Source::Once(numbers.stream(&id)),
    }
}

/// Which slots a quantity is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slots {
    Once,
    EachVendor,
    Path,
}

fn slots(drawn: Drawn) -> Slots {
    match drawn {
        Drawn::Currency => Slots::Path,
        Drawn::Assumption(
            Assumption::HourlyRate | Assumption::RampLoss | Assumption::Rework | Assumption::OverrunSize,
        ) => Slots::EachVendor,
        Drawn::Assumption(_)
        | Drawn::Headcount
        | Drawn::ContactsPerMonth
        | Drawn::HandleSeconds
        | Drawn::Wage
        | Drawn::Transactions
        | Drawn::KnownCost
        | Drawn::MarginAtRisk => Slots::Once,
    }
}

/// The order within a group. A quantity leans on those before it: paths come first, since a path cannot lean on a number;
/// what each vendor draws anew comes last, since what is drawn once cannot lean on several vendors; and functions come late, so
/// that one more moves little.
fn rank(key: &DrawnKey) -> (u8, String) {
    let place = match (slots(key.drawn), key.drawn.level()) {
        (Slots::Path, _) => 0,
        (Slots::Once, Level::Home) => 1,
        (Slots::Once, Level::Site) => 2,
        (Slots::Once, Level::Function) => 3,
        (Slots::Once, Level::FunctionSite) => 4,
        (Slots::EachVendor, _) => 5,
    };
    (place, key.to_string())
}

/// The quantities that are tied, directly or through others, each group in the order of [`rank`].
fn groups(stated: &BTreeMap<(DrawnKey, DrawnKey), f64>) -> Vec<Vec<DrawnKey>> {
    let mut groups: Vec<Vec<&DrawnKey>> = Vec::new();
    for (one, two) in stated.keys() {
        let mut joined = Vec::new();
        for key in [one, two] {
            match groups.iter().position(|group| group.contains(&key)) {
                Some(place) => joined.append(&mut groups.swap_remove(place)),
                None if joined.contains(&key) => {}
                None => joined.push(key),
            }
        }
        groups.push(joined);
    }
    let in_order = |group: Vec<&DrawnKey>| {
        let mut group: Vec<DrawnKey> = group.into_iter().cloned().collect();
        group.sort_by_cached_key(rank);
        group
    };
    groups.into_iter().map(in_order).collect()
}

#[cfg(test)]
mod tests;
