//! Which part of a function's work moves under a hybrid strategy.

use super::reading::{Stated, needed, object, only, stated};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// Which part of the work moves under a hybrid strategy.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "mode", rename_all = "snake_case")]
pub enum Hybrid {
    /// The scenario's hybrid share of every hour.
    Share {},
    /// The hours outside the business day at home.
    AfterHours {},
    /// Whatever goes beyond a base that is staffed for at home.
    Overflow {
        /// The base, as a multiple of today's mean load over the hours covered, 0 to 4.
        base: f64,
    },
}

impl Default for Hybrid {
    fn default() -> Self {
        Self::Share {}
    }
}

impl Hybrid {
    /// The base that is offered first: today's mean load.
    pub const USUAL_BASE: f64 = 1.0;

    /// All modes, in the order in which people choose from them.
    pub const ALL: [Self; 3] = [Self::Share {}, Self::AfterHours {}, Self::Overflow { base: Self::USUAL_BASE }];

    /// The stable id of the mode, as written in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Share {} => "share",
            Self::AfterHours {} => "after_hours",
            Self::Overflow { .. } => "overflow",
        }
    }

    /// The mode with this id, an overflow with the usual base.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.id() == id)
    }

    /// Whether it is what is taken when a file says nothing.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// The modes by their names in a file.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Mode {
    Share,
    AfterHours,
    Overflow,
}

/// The object as it is read: the fields of all modes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatedHybrid {
    mode: Mode,
    #[serde(default, deserialize_with = "stated")]
    base: Option<f64>,
}

impl Stated<'_> for StatedHybrid {
    type Value = Hybrid;

    fn value<E: Error>(self) -> Result<Hybrid, E> {
        let (hybrid, fields): (_, &'static [&'static str]) = match self.mode {
            Mode::Share => (Hybrid::Share {}, &[]),
            Mode::AfterHours => (Hybrid::AfterHours {}, &[]),
            Mode::Overflow => (Hybrid::Overflow { base: needed(self.base, "base")? }, &["base"]),
        };
        only(&[("base", self.base.is_some())], fields)?;
        Ok(hybrid)
    }
}

impl<'de> Deserialize<'de> for Hybrid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object::<StatedHybrid, D>(deserializer)
    }
}
