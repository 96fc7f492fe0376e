//! Which part of a function's work moves under a hybrid strategy.

use serde::{Deserialize, Serialize};

/// Which part of the work moves under a hybrid strategy.
// The variants without a field have braces because serde lets unknown fields pass beside a plain word.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "mode", rename_all = "snake_case", deny_unknown_fields)]
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
