//! The changes a user can make to how the work of a function is stated.

use crate::engine::staffing::{Circumstances, likely_heads};
use crate::model::check::{CONTACTS_PER_MONTH, HEADCOUNT};
use crate::model::{BusinessFunction, Contacts, Scenario, Uncertain};

/// As what the work of a function is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkStatement {
    /// As people who do it.
    People,
    /// As contacts that come in.
    Contacts,
}

/// A change of the contacts of a function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ContactsEdit {
    /// Contacts a month.
    PerMonth(Uncertain),
    /// Seconds that each takes.
    HandleSeconds(Uncertain),
    /// Share answered in time, 0..0.999.
    ServiceLevel(f64),
    /// What in time means, seconds.
    WithinSeconds(f64),
    /// Whether split work still waits in one queue.
    Pooled(bool),
}

impl ContactsEdit {
    /// Whether `other` changes the same field.
    pub fn is_of_same_field(&self, other: &Self) -> bool {
        // Whether they share a queue is a choice, and choices are a step each.
        !matches!(self, Self::Pooled(_)) && std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// Makes the change.
    pub fn apply(&self, contacts: &mut Contacts) {
        match *self {
            Self::PerMonth(value) => contacts.per_month = value,
            Self::HandleSeconds(value) => contacts.handle_seconds = value,
            Self::ServiceLevel(value) => contacts.service_level = value,
            Self::WithinSeconds(value) => contacts.within_seconds = value,
            Self::Pooled(value) => contacts.pooled = value,
        }
    }
}

/// Handle time that is offered when people become contacts: five minutes.
const HANDLE_SECONDS: f64 = 300.0;
/// Contacts that keep one head of a middling desk busy for a month at that length: 130 productive hours, three quarters of them
/// busy.
const CONTACTS_OF_A_HEAD: f64 = 1_170.0;

/// Paid heads that the function with this id likely needs today; 0 where there is none.
pub(super) fn heads(scenario: &Scenario, id: &str) -> f64 {
    scenario.function(id).map_or(0.0, |function| likely_heads(function, &Circumstances::of(scenario)))
}

/// States the work of a function anew, at about the work that `heads` can do.
pub(super) fn state_as(function: &mut BusinessFunction, statement: WorkStatement, heads: f64) {
    match statement {
        WorkStatement::Contacts if function.contacts.is_none() => {
            let (fewest, most) = CONTACTS_PER_MONTH;
            let per_month = Uncertain::Fixed((heads * CONTACTS_OF_A_HEAD).round().clamp(fewest, most));
            function.contacts = Some(Contacts::usual(per_month, Uncertain::Fixed(HANDLE_SECONDS)));
            function.headcount = None;
        }
        WorkStatement::People if function.headcount.is_none() => {
            let (fewest, most) = HEADCOUNT;
            function.headcount = Some(Uncertain::Fixed(((heads * 10.0).round() / 10.0).clamp(fewest, most)));
            function.contacts = None;
        }
        WorkStatement::Contacts | WorkStatement::People => {}
    }
}
