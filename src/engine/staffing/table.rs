//! What a function's work needs, kept over its volume: made once in the plan, read in every block.

use super::demand::{Circumstances, Demand, Hours};
use crate::engine::lanes::Lanes;
use crate::model::BusinessFunction;

/// Greatest volume in the table; beyond it the last slope goes on.
pub const MOST_VOLUME: f64 = 4.0;
/// Nodes for each unit of volume, a power of two so that today's volume is one.
const DENSITY: usize = 16;
/// Nodes from volume 0 to the greatest.
const NODES: usize = 4 * DENSITY + 1;

/// Which part of a function's work is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it, in one place.
    Whole,
    /// What stays at home when the mode of the hybrid splits it. The whole under [`crate::model::Hybrid::Share`].
    Kept,
    /// What moves then. Nothing under [`crate::model::Hybrid::Share`].
    Moved,
}

/// An amount over the volume.
#[derive(Clone, Debug)]
enum Curve {
    /// The volume itself.
    Proportional,
    /// Nothing at any volume.
    Nothing,
    /// Straight lines between nodes.
    Nodes(Box<[f64; NODES]>),
}

impl Curve {
    fn new(nodes: [f64; NODES]) -> Self {
        if nodes.iter().all(|node| *node <= 0.0) { Self::Nothing } else { Self::Nodes(Box::new(nodes)) }
    }

    fn at(&self, volume: f64) -> f64 {
        match self {
            Self::Proportional => volume,
            Self::Nothing => 0.0,
            Self::Nodes(nodes) => {
                let place = volume.max(0.0) * DENSITY as f64;
                // Volumes are never negative, and the first node of the last segment is a small number.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let before = (place as usize).min(NODES - 2);
                let slope = nodes[before + 1] - nodes[before];
                nodes[before] + (place - before as f64) * slope
            }
        }
    }

    fn read(&self, volume: &Lanes) -> Lanes {
        match self {
            Self::Proportional => *volume,
            Self::Nothing => Lanes::ZERO,
            Self::Nodes(_) => volume.map(|volume| self.at(volume)),
        }
    }
}

/// What the amounts of the curves are measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Basis {
    /// Today's heads: the work drawn is the heads themselves.
    People,
    /// Hours of positions filled in a year: the work drawn is the load as a multiple of the likely one.
    Contacts,
}

/// People that a function needs over the volume of its work.
///
/// The *work* of a function in a trial is what its statement draws: paid heads for work stated as people; for contacts, contacts
/// a month times handle time, as a multiple of their likely product. The *volume* is the month's work as a multiple of today's.
#[derive(Clone, Debug)]
pub struct StaffingTable {
    basis: Basis,
    pooled: bool,
    whole: Curve,
    outside: Curve,
    kept: Curve,
    kept_outside: Curve,
    moved: Curve,
}

impl StaffingTable {
    /// The table of a checked function.
    pub fn new(function: &BusinessFunction, circumstances: &Circumstances) -> Self {
        let demand = Demand::new(function, circumstances);
        let basis = if function.contacts.is_some() { Basis::Contacts } else { Basis::People };
        let unit = match basis {
            Basis::People => demand.hours(1.0).whole,
            Basis::Contacts => 1.0,
        };
        let mut nodes = [Hours::default(); NODES];
        for (number, node) in nodes.iter_mut().enumerate() {
            *node = demand.hours(number as f64 / DENSITY as f64);
        }
        let curve = |part: fn(&Hours) -> f64| Curve::new(nodes.map(|hours| part(&hours) / unit));
        let proportional = demand.is_proportional();
        let splits = !matches!(circumstances.hybrid, crate::model::Hybrid::Share {});
        let whole = if proportional { Curve::Proportional } else { curve(|hours| hours.whole) };
        Self {
            basis,
            pooled: function.contacts.is_none_or(|contacts| contacts.pooled),
            kept: if splits { curve(|hours| hours.kept) } else { whole.clone() },
            whole,
            outside: curve(|hours| hours.outside),
            kept_outside: curve(|hours| hours.kept_outside),
            moved: curve(|hours| hours.moved),
        }
    }

    /// Whether heads are in exact proportion to the volume, so that a month's heads are today's times its volume.
    pub fn is_proportional(&self) -> bool {
        matches!(self.whole, Curve::Proportional)
    }

    /// Paid heads at home for a part of the work, given the productive hours of a head in a year.
    pub fn heads(&self, part: Part, work: &Lanes, volume: &Lanes, productive_hours: &Lanes) -> Lanes {
        match self.basis {
            Basis::People => *work * self.curve(part).read(volume),
            Basis::Contacts => self.curve(part).read(&(*work * *volume)) / *productive_hours,
        }
    }

    /// Productive hours in a year for a part of the work: what a vendor bills for it before ramp and rework.
    pub fn hours(&self, part: Part, work: &Lanes, volume: &Lanes, productive_hours: &Lanes) -> Lanes {
        match self.basis {
            Basis::People => *work * self.curve(part).read(volume) * *productive_hours,
            Basis::Contacts => self.curve(part).read(&(*work * *volume)),
        }
    }

    /// People for a part of the work as a multiple of the heads that all of it takes at home today: what a month's level of the
    /// home team is made from. The volume itself where heads are in exact proportion.
    pub fn level(&self, part: Part, work: &Lanes, volume: &Lanes) -> Lanes {
        let curve = self.curve(part);
        match self.basis {
            Basis::People => curve.read(volume),
            Basis::Contacts => {
                let today = self.whole.read(work);
                curve.read(&(*work * *volume)).zip(today, |level, today| if today > 0.0 { level / today } else { 0.0 })
            }
        }
    }

    /// Paid heads for a share of every hour's work. In one queue, and for work stated as people, that is the share of the heads;
    /// a queue of its own needs more, down to its minimum positions.
    pub fn share_heads(&self, share: &Lanes, work: &Lanes, volume: &Lanes, productive_hours: &Lanes) -> Lanes {
        if self.pooled {
            *share * self.heads(Part::Whole, work, volume, productive_hours)
        } else {
            self.heads(Part::Whole, &(*work * *share), volume, productive_hours)
        }
    }

    /// Share of the paid hours at home that lie outside the business day, for the whole of the work or what is kept of it.
    pub fn outside_share(&self, part: Part, work: &Lanes, volume: &Lanes) -> Lanes {
        let outside = match part {
            Part::Whole => &self.outside,
            Part::Kept => &self.kept_outside,
            Part::Moved => return Lanes::ZERO,
        };
        if matches!(outside, Curve::Nothing) {
            return Lanes::ZERO;
        }
        let at = match self.basis {
            Basis::People => *volume,
            Basis::Contacts => *work * *volume,
        };
        let all = self.curve(part).read(&at);
        outside.read(&at).zip(all, |outside, all| if all > 0.0 { outside / all } else { 0.0 })
    }

    /// Share of today's likely heads at home that the mode of the hybrid sets free.
    pub fn freed_share(&self) -> f64 {
        let (whole, kept) = (self.whole.at(1.0), self.kept.at(1.0));
        if whole > 0.0 { (1.0 - kept / whole).clamp(0.0, 1.0) } else { 0.0 }
    }

    fn curve(&self, part: Part) -> &Curve {
        match part {
            Part::Whole => &self.whole,
            Part::Kept => &self.kept,
            Part::Moved => &self.moved,
        }
    }
}
