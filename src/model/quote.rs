//! A vendor's quote for a function, in the unit in which the vendor charges.

use super::distribution::Uncertain;
use serde::{Deserialize, Serialize};

/// What a vendor charges for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PricingUnit {
    /// A productive hour. Volume, learning and rework are billed.
    #[default]
    Hour,
    /// A person for a month, who delivers the billed hours of a head. Volume, learning and rework are billed.
    PersonMonth,
    /// A transaction: a contact, an invoice, a payslip. Volume and rework are billed; learning is the vendor's loss.
    Transaction,
    /// A year of the whole function, whatever the volume: a fixed fee. Learning and rework are the vendor's loss.
    Year,
}

impl PricingUnit {
    /// All units, in the order in which people choose from them.
    pub const ALL: [Self; 4] = [Self::Hour, Self::PersonMonth, Self::Transaction, Self::Year];

    /// The stable id, as written in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::PersonMonth => "person_month",
            Self::Transaction => "transaction",
            Self::Year => "year",
        }
    }

    /// The unit with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.id() == id)
    }
}

/// A quote: it takes the place of the catalogue's hourly price.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// What is charged for.
    pub per: PricingUnit,
    /// Price of one unit at the date of the decision. Money.
    pub price: Uncertain,
}
