//! The hours of the week in which a function's work is covered.

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// The usual patterns of opening hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UsualHours {
    /// Eight hours on five days.
    #[default]
    BusinessHours,
    /// Twelve hours on six days.
    Extended,
    /// Every hour of the week.
    RoundTheClock,
}

impl UsualHours {
    /// All patterns, in the order in which people choose from them.
    pub const ALL: [Self; 3] = [Self::BusinessHours, Self::Extended, Self::RoundTheClock];

    /// The stable id, as written in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::BusinessHours => "business_hours",
            Self::Extended => "extended",
            Self::RoundTheClock => "round_the_clock",
        }
    }

    /// The pattern with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|usual| usual.id() == id)
    }

    /// Hours a day and days a week.
    pub fn hours(self) -> StatedHours {
        let (hours_per_day, days_per_week) = match self {
            Self::BusinessHours => (8.0, 5),
            Self::Extended => (12.0, 6),
            Self::RoundTheClock => (24.0, 7),
        };
        StatedHours { hours_per_day, days_per_week }
    }
}

/// Opening hours of the user's own.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedHours {
    /// Hours a day, 1 to 24.
    pub hours_per_day: f64,
    /// Days a week, 1 to 7, from Monday on.
    pub days_per_week: u32,
}

/// The hours of the week in which the work is covered. In a file it is a word, or an object with hours and days.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Coverage {
    /// One of the usual patterns.
    Usual(UsualHours),
    /// Hours of the user's own.
    Stated(StatedHours),
}

impl Default for Coverage {
    fn default() -> Self {
        Self::Usual(UsualHours::default())
    }
}

impl Coverage {
    /// The hour of the day at which a business day begins.
    pub const OPENING: f64 = 9.0;
    /// Hours of a business day.
    pub const BUSINESS_HOURS: f64 = 8.0;
    /// Business days of a week, from Monday on.
    pub const BUSINESS_DAYS: u32 = 5;

    /// Hours a day and days a week.
    pub fn hours(self) -> StatedHours {
        match self {
            Self::Usual(usual) => usual.hours(),
            Self::Stated(stated) => stated,
        }
    }

    /// First and last hour of a covered day on the clock at home; beyond 24 it is the small hours.
    ///
    /// A quarter of what goes beyond eight hours comes before nine o'clock, the rest in the evening: twelve hours are 8 to 20.
    pub fn window(self) -> (f64, f64) {
        let hours = self.hours().hours_per_day;
        let start = Self::OPENING - (hours - Self::BUSINESS_HOURS).max(0.0) / 4.0;
        (start, start + hours)
    }

    /// Whether any of it lies outside the business day.
    pub fn goes_beyond_business_hours(self) -> bool {
        let hours = self.hours();
        hours.hours_per_day > Self::BUSINESS_HOURS || hours.days_per_week > Self::BUSINESS_DAYS
    }

    /// Whether it is what is taken when a file says nothing.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl<'de> Deserialize<'de> for Coverage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CoverageVisitor)
    }
}

struct CoverageVisitor;

impl<'de> Visitor<'de> for CoverageVisitor {
    type Value = Coverage;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("business_hours, extended, round_the_clock, or hours_per_day with days_per_week")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<Coverage, E> {
        let usual = UsualHours::from_id(id).ok_or_else(|| E::invalid_value(Unexpected::Str(id), &self))?;
        Ok(Coverage::Usual(usual))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Coverage, A::Error> {
        StatedHours::deserialize(MapAccessDeserializer::new(map)).map(Coverage::Stated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_hours_are_both_read() {
        for (text, hours_per_day, days_per_week) in [
            (r#""business_hours""#, 8.0, 5),
            (r#""extended""#, 12.0, 6),
            (r#""round_the_clock""#, 24.0, 7),
            (r#"{"hours_per_day":16.0,"days_per_week":5}"#, 16.0, 5),
        ] {
            let coverage: Coverage = serde_json::from_str(text).unwrap();
            assert_eq!(coverage.hours(), StatedHours { hours_per_day, days_per_week });
            assert_eq!(serde_json::to_string(&coverage).unwrap(), text);
        }
    }

    #[test]
    fn what_is_no_coverage_says_what_one_is() {
        for (text, said) in [
            (r#""always""#, "round_the_clock"),
            ("24", "round_the_clock"),
            ("null", "round_the_clock"),
            ("[8, 5]", "round_the_clock"),
            (r#"{"hours_per_day":8}"#, "missing field `days_per_week`"),
            (r#"{"hours_per_day":8,"days_per_week":5,"x":1}"#, "unknown field `x`"),
        ] {
            let error = serde_json::from_str::<Coverage>(text).unwrap_err().to_string();
            assert!(error.contains(said), "{text}: {error}");
        }
    }

    #[test]
    fn longer_days_begin_earlier_and_end_later() {
        assert_eq!(Coverage::default().window(), (9.0, 17.0));
        assert_eq!(Coverage::Usual(UsualHours::Extended).window(), (8.0, 20.0));
        assert_eq!(Coverage::Usual(UsualHours::RoundTheClock).window(), (5.0, 29.0));
        assert_eq!(Coverage::Stated(StatedHours { hours_per_day: 4.0, days_per_week: 7 }).window(), (9.0, 13.0));
    }
}
