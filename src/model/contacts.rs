//! Work that comes as contacts (calls, chats, tickets) which people wait for, instead of as a number of heads.

use super::distribution::Uncertain;
use serde::{Deserialize, Serialize};

/// How much comes in, how long each takes, and how soon it must be answered. From these the heads follow.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contacts {
    /// Contacts in a month today, 1 to 10 million.
    pub per_month: Uncertain,
    /// Time that one contact keeps an agent busy, after-call work included. Seconds, 1 to 14,400.
    pub handle_seconds: Uncertain,
    /// Share of the contacts that must be answered in time, 0..0.999; 0 leaves only the limit on occupancy.
    #[serde(default = "usual_service_level")]
    pub service_level: f64,
    /// What "in time" means: seconds of waiting, 0 to 86,400.
    #[serde(default = "usual_wait")]
    pub within_seconds: f64,
    /// Whether work that is split between home and a vendor still waits in one queue: if so, staff splits as the work does;
    /// if not, each side staffs a queue of its own.
    #[serde(default = "one_queue")]
    pub pooled: bool,
}

impl Contacts {
    /// Share answered in time unless something else is stated: the trade's "80 in 20".
    pub const USUAL_SERVICE_LEVEL: f64 = 0.8;
    /// Seconds within which they are answered unless something else is stated.
    pub const USUAL_WAIT: f64 = 20.0;

    /// Contacts of this number and length, at the usual service level, in one queue.
    pub fn usual(per_month: Uncertain, handle_seconds: Uncertain) -> Self {
        Self {
            per_month,
            handle_seconds,
            service_level: Self::USUAL_SERVICE_LEVEL,
            within_seconds: Self::USUAL_WAIT,
            pooled: true,
        }
    }

    /// Hours in a week that the likely contacts keep agents busy. A year has 52 weeks here as it has 2,080 paid hours.
    pub fn likely_hours_a_week(&self) -> f64 {
        self.per_month.likely() * 12.0 / 52.0 * self.handle_seconds.likely() / 3_600.0
    }
}

fn usual_service_level() -> f64 {
    Contacts::USUAL_SERVICE_LEVEL
}

fn usual_wait() -> f64 {
    Contacts::USUAL_WAIT
}

fn one_queue() -> bool {
    true
}
