//! When work comes in during a week, and which of its hours are covered.

use crate::model::Coverage;

/// Share of a day's contacts that come in each hour, from midnight on, where the work is covered round the clock.
///
/// A judgement: quiet nights, the peak in late morning, a slow fall through the afternoon and evening, as measured call centres
/// show them (an anonymous bank in 1999 has its peak at ten and little outside 8 to 18).
pub const HOURS_OF_DAY: [f64; 24] = [
    0.010, 0.007, 0.005, 0.005, 0.006, 0.010, 0.018, 0.032, 0.055, 0.074, 0.082, 0.083, //
    0.076, 0.074, 0.072, 0.070, 0.067, 0.060, 0.050, 0.043, 0.036, 0.028, 0.021, 0.016,
];

/// Share of a week's contacts that come on each day, from Monday on.
///
/// Monday and Sunday as read in `CCa2z`, Call Forecasting 6 (2013); the days between are a judgement.
pub const DAYS_OF_WEEK: [f64; 7] = [0.197, 0.170, 0.165, 0.160, 0.155, 0.090, 0.063];

/// An hour of the week in which the work is covered, at least in part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CoveredHour {
    /// Part of the hour that is covered, above 0 to 1.
    pub open: f64,
    /// Share of the week's work that comes in it.
    pub arrivals: f64,
    /// Whether it belongs to the business day at home.
    pub in_business_day: bool,
}

/// The covered hours of a week, Monday first. Whatever comes in a week comes while the work is covered: the shares add up to 1.
pub fn covered_hours(coverage: Coverage) -> Vec<CoveredHour> {
    let (start, end) = coverage.window();
    let mut hours = Vec::new();
    for (day, of_week) in (0_u32..).zip(DAYS_OF_WEEK).take(coverage.hours().days_per_week as usize) {
        for (clock, of_day) in (0_u32..).zip(HOURS_OF_DAY) {
            let clock = f64::from(clock);
            // The small hours after a long day count as hours of that day.
            let open = overlap(clock, start, end) + overlap(clock + 24.0, start, end);
            if open > 0.0 {
                let business_clock = (Coverage::OPENING..Coverage::OPENING + Coverage::BUSINESS_HOURS).contains(&clock);
                hours.push(CoveredHour {
                    open,
                    arrivals: of_week * of_day * open,
                    in_business_day: business_clock && day < Coverage::BUSINESS_DAYS,
                });
            }
        }
    }
    let all: f64 = hours.iter().map(|hour| hour.arrivals).sum();
    for hour in &mut hours {
        hour.arrivals /= all;
    }
    hours
}

/// Part of the hour from `clock` on that lies between `start` and `end`.
fn overlap(clock: f64, start: f64, end: f64) -> f64 {
    (end.min(clock + 1.0) - start.max(clock)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{StatedHours, UsualHours};

    fn stated(hours_per_day: f64, days_per_week: u32) -> Coverage {
        Coverage::Stated(StatedHours { hours_per_day, days_per_week })
    }

    #[test]
    fn the_profiles_are_shares() {
        assert!((HOURS_OF_DAY.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!((DAYS_OF_WEEK.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn as_many_hours_are_open_as_are_stated() {
        for usual in UsualHours::ALL {
            let hours = usual.hours();
            let open: f64 = covered_hours(Coverage::Usual(usual)).iter().map(|hour| hour.open).sum();
            assert!((open - hours.hours_per_day * f64::from(hours.days_per_week)).abs() < 1e-9, "{usual:?}");
        }
        for (hours_per_day, days) in [(1.0, 1), (7.5, 5), (8.5, 5), (13.3, 6), (23.0, 7), (24.0, 5)] {
            let week = covered_hours(stated(hours_per_day, days));
            let open: f64 = week.iter().map(|hour| hour.open).sum();
            assert!((open - hours_per_day * f64::from(days)).abs() < 1e-9, "{hours_per_day} on {days}");
            assert!((week.iter().map(|hour| hour.arrivals).sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn the_business_day_is_forty_hours() {
        let business = covered_hours(Coverage::default());
        assert_eq!(business.len(), 40);
        assert!(business.iter().all(|hour| hour.in_business_day));
        let week = covered_hours(Coverage::Usual(UsualHours::RoundTheClock));
        assert_eq!(week.len(), 168);
        assert_eq!(week.iter().filter(|hour| hour.in_business_day).count(), 40);
        // About half of what comes round the clock comes outside the business day.
        let outside: f64 = week.iter().filter(|hour| !hour.in_business_day).map(|hour| hour.arrivals).sum();
        assert!((outside - 0.493).abs() < 0.001, "{outside}");
    }
}
