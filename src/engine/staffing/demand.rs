//! The people that a function needs in each hour of the week, at any volume of its work.

use super::WEEKS;
use super::erlang::{Target, agents_for};
use super::week::{CoveredHour, covered_hours};
use crate::model::{Assumption, AssumptionKey, BusinessFunction, Hybrid, Scenario};

/// What else decides how many people work needs: the likely values of two assumptions, and the mode of a hybrid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circumstances {
    /// Productive hours of one paid head in a year.
    pub productive_hours: f64,
    /// Greatest share of their time for which agents may be busy.
    pub max_occupancy: f64,
    /// Which part of the work moves under a hybrid strategy.
    pub hybrid: Hybrid,
}

impl Circumstances {
    /// Those of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let likely = |assumption: Assumption| scenario.assumption(&AssumptionKey::home(assumption)).likely();
        Self {
            productive_hours: likely(Assumption::ProductiveHours),
            max_occupancy: likely(Assumption::MaxOccupancy),
            hybrid: scenario.hybrid,
        }
    }
}

/// How a load becomes people at work.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rule {
    /// As many as the load, but never fewer than `least`: work that somebody has to do and nobody waits for on the line.
    Level { least: f64 },
    /// As many as a queue needs.
    Queue(Target),
}

impl Rule {
    fn positions(self, load: f64) -> f64 {
        match self {
            Self::Level { least } => load.max(least),
            Self::Queue(target) => f64::from(agents_for(load, &target)),
        }
    }
}

/// Hours of positions filled in a year, taken apart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hours {
    /// All of the work, done in one place.
    pub whole: f64,
    /// Those of the whole that lie outside the business day.
    pub outside: f64,
    /// What stays at home when the work is split by the mode of the hybrid.
    pub kept: f64,
    /// Those of the kept that lie outside the business day.
    pub kept_outside: f64,
    /// What the vendor works then.
    pub moved: f64,
}

/// A function's work over the week.
#[derive(Clone, Debug)]
pub struct Demand {
    hours: Vec<CoveredHour>,
    /// Work that comes in a week at the volume of today, in hours of work.
    load: f64,
    rule: Rule,
    hybrid: Hybrid,
    /// Whether an overflow is staffed as if it still waited in the same queue.
    pooled: bool,
}

impl Demand {
    /// The likely work of a checked function.
    pub fn new(function: &BusinessFunction, circumstances: &Circumstances) -> Self {
        let hours = covered_hours(function.coverage);
        let hybrid = circumstances.hybrid;
        if let Some(contacts) = &function.contacts {
            let rule = Rule::Queue(Target {
                service_level: contacts.service_level,
                within: contacts.within_seconds / contacts.handle_seconds.likely(),
                max_occupancy: circumstances.max_occupancy,
                least: function.minimum_positions,
            });
            return Self { hours, load: contacts.likely_hours_a_week(), rule, hybrid, pooled: contacts.pooled };
        }
        let heads = function.headcount.map_or(0.0, |heads| heads.likely());
        let worked = heads * circumstances.productive_hours / WEEKS;
        let least = if function.coverage.goes_beyond_business_hours() {
            // Heads are what they are: too few for the positions asked for, they fill as many as they can.
            f64::from(function.minimum_positions).min(worked / open(&hours))
        } else {
            0.0
        };
        let load = load_worked_off(&hours, least, worked);
        Self { hours, load, rule: Rule::Level { least }, hybrid, pooled: true }
    }

    /// Whether staff grows in proportion to the volume and nothing lies outside the business day.
    pub fn is_proportional(&self) -> bool {
        matches!(self.rule, Rule::Level { least } if least <= 0.0) && self.hours.iter().all(|hour| hour.in_business_day)
    }

    /// Hours of positions filled in a year at a volume of work; 1 is today's.
    pub fn hours(&self, volume: f64) -> Hours {
        let mut sums = Hours::default();
        let base = match self.hybrid {
            Hybrid::Overflow { base } => base * self.load / open(&self.hours),
            Hybrid::Share {} | Hybrid::AfterHours {} => f64::INFINITY,
        };
        for hour in &self.hours {
            let load = volume * self.load * hour.arrivals / hour.open;
            let year = WEEKS * hour.open;
            let whole = self.rule.positions(load);
            let (kept, moved) = match self.hybrid {
                Hybrid::Share {} => (whole, 0.0),
                Hybrid::AfterHours {} if hour.in_business_day => (whole, 0.0),
                Hybrid::AfterHours {} => (0.0, whole),
                Hybrid::Overflow { .. } if load <= base => (whole, 0.0),
                Hybrid::Overflow { .. } => {
                    let kept = self.rule.positions(base);
                    (kept, if self.pooled { whole - kept } else { self.rule.positions(load - base) })
                }
            };
            sums.whole += year * whole;
            sums.kept += year * kept;
            sums.moved += year * moved;
            if !hour.in_business_day {
                sums.outside += year * whole;
                sums.kept_outside += year * kept;
            }
        }
        sums
    }
}

/// Paid heads that a function likely needs today: those stated, or those that its contacts need.
pub fn likely_heads(function: &BusinessFunction, circumstances: &Circumstances) -> f64 {
    match function.headcount {
        Some(heads) => heads.likely(),
        None => Demand::new(function, circumstances).hours(1.0).whole / circumstances.productive_hours,
    }
}

/// Hours of a week in which the work is covered.
fn open(hours: &[CoveredHour]) -> f64 {
    hours.iter().map(|hour| hour.open).sum()
}

/// The work of a week that keeps people busy for `worked` hours when at least `least` of them are there all the time: the
/// greatest load for which the sum over the hours of max(least, load in the hour) is `worked`.
fn load_worked_off(hours: &[CoveredHour], least: f64, worked: f64) -> f64 {
    if least <= 0.0 {
        return worked;
    }
    let worked_off =
        |load: f64| -> f64 { hours.iter().map(|hour| hour.open * (load * hour.arrivals / hour.open).max(least)).sum() };
    // Idle hours only add, so the load lies between nothing and what is worked; halving 64 times leaves no digit open.
    let (mut low, mut high) = (0.0, worked);
    for _ in 0..64 {
        let middle = 0.5 * (low + high);
        if worked_off(middle) > worked * (1.0 + 1e-12) { high = middle } else { low = middle }
    }
    low
}
