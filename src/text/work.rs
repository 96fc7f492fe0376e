//! Words around the statement of work: people or contacts, service level, hours covered, and what a hybrid moves.

use crate::format::decimal;
use crate::model::{BusinessFunction, Coverage, Hybrid, UsualHours};

/// Choice between people and contacts.
pub const STATED_AS: &str = "Work is stated as";
/// What the choice means.
pub const STATED_AS_HINT: &str = "People: you know how many do it. Contacts: you know how many calls, chats or tickets \
                                  come in, and the people follow from how soon they must be answered.";
/// The work as heads.
pub const PEOPLE: &str = "People";
/// The work as contacts.
pub const CONTACTS: &str = "Contacts";
/// Contacts that come in.
pub const PER_MONTH: &str = "Contacts a month";
/// Handle time.
pub const HANDLE_TIME: &str = "Time for one contact";
/// What counts as handle time.
pub const HANDLE_TIME_HINT: &str = "With the work after it, until the agent is free again.";
/// Behind a field of seconds.
pub const SECONDS: &str = "seconds";
/// Service level.
pub const SERVICE_LEVEL: &str = "Share answered in time";
/// What the service level means.
pub const SERVICE_LEVEL_HINT: &str =
    "80 % within 20 seconds is usual on the telephone. 0 if nobody waits for the answer.";
/// The wait within which an answer is in time.
pub const WITHIN: &str = "In time means within";
/// One queue or two.
pub const POOLED: &str = "One queue for home and vendor";
/// What that means.
pub const POOLED_HINT: &str = "Any free person takes the next contact, wherever they sit. Without it each side staffs its \
                               own queue, which takes more people.";
/// Hours of the week that are covered.
pub const COVERAGE: &str = "Hours covered";
/// What coverage changes.
pub const COVERAGE_HINT: &str = "Beyond the business day, nights and weekends need somebody even when little comes in.";
/// Id of hours of the user's own in the choice of coverage.
pub const OWN_HOURS: &str = "own";
/// Hours of a covered day.
pub const HOURS_PER_DAY: &str = "Hours a day";
/// Covered days of a week.
pub const DAYS_PER_WEEK: &str = "Days a week";
/// Fewest people at work.
pub const MINIMUM_POSITIONS: &str = "Fewest people at work";
/// What that means.
pub const MINIMUM_POSITIONS_HINT: &str = "In every hour covered, however quiet.";
/// Choice of what a hybrid moves.
pub const HYBRID: &str = "Hybrid outsourcing moves";
/// Base of an overflow.
pub const BASE: &str = "Base that your team is staffed for";
/// What the base is a share of.
pub const BASE_HINT: &str = "100 % is today's average load over the hours covered.";

/// Name of usual opening hours.
pub fn usual_hours(hours: UsualHours) -> &'static str {
    match hours {
        UsualHours::BusinessHours => "Business hours, 8 × 5",
        UsualHours::Extended => "Extended, 12 × 6",
        UsualHours::RoundTheClock => "Round the clock, 24 × 7",
    }
}

/// In the choice of coverage: none of the usual ones.
pub const OTHER_HOURS: &str = "Other hours";

/// Name of a mode of the hybrid, as the end of [`HYBRID`].
pub fn hybrid(mode: Hybrid) -> &'static str {
    match mode {
        Hybrid::Share {} => "A share of every hour",
        Hybrid::AfterHours {} => "The hours after business hours",
        Hybrid::Overflow { .. } => "What goes beyond a base",
    }
}

/// What a mode of the hybrid means.
pub fn hybrid_explanation(mode: Hybrid) -> &'static str {
    match mode {
        Hybrid::Share {} => "Day and night alike.",
        Hybrid::AfterHours {} => {
            "Your team works Monday to Friday, 9 to 17. Functions without other hours stay at home whole."
        }
        Hybrid::Overflow { .. } => "Your team is staffed for the base and busy all day; peaks go to the vendor.",
    }
}

/// Beneath contacts: what they come to in people.
pub fn people_needed(heads: f64) -> String {
    let heads = decimal(heads, usize::from(heads < 100.0));
    format!("This takes about {heads} people of yours, leave and breaks included.")
}

/// What stands on the lid of a function's details about its hours; empty for business hours.
pub fn coverage_in_short(function: &BusinessFunction) -> String {
    if function.coverage.is_default() {
        return String::new();
    }
    let hours = function.coverage.hours();
    format!("{} × {}, ", decimal(hours.hours_per_day, 1), hours.days_per_week)
}

/// Id of a coverage in its choice.
pub fn coverage_id(coverage: Coverage) -> &'static str {
    match coverage {
        Coverage::Usual(usual) => usual.id(),
        Coverage::Stated(_) => OWN_HOURS,
    }
}
