//! What becomes of a contract: when the vendor starts, when it is replaced, when the work comes home.

use super::lanes::{LANES, Lanes};
use super::math;
use super::plan::{Plan, VENDORS};
use super::world::{SiteWorld, World};
use crate::model::Assumption;

/// Exponent of the falling hazard of an early end: one in five ends in the first year, half within five.
pub const EARLY_END_EXPONENT: f64 = 0.704_2;
/// Years over which the yearly hazard is averaged.
pub const EARLY_END_YEARS: f64 = 5.0;

/// What becomes of a contract in one trial, in months from the decision.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    /// When each vendor starts; infinite when it never does.
    pub starts: [f64; VENDORS],
    /// When the work comes home; infinite when it does not.
    pub home_at: f64,
    /// How many contracts end early before the horizon.
    pub ends: u32,
}

/// The courses of a block.
pub type Courses = [Course; LANES];

/// What becomes of the contracts of a site in a block.
pub fn courses(plan: &Plan, world: &World, draws: &SiteWorld) -> Courses {
    std::array::from_fn(|lane| Course::new(plan, world, draws, lane))
}

impl Course {
    /// # Formula
    /// With yearly hazard h, the integrated hazard after t years with a vendor is 5 h (t/5)^0.7042; the contract ends at the end
    /// of the month in which it reaches the vendor's clock.
    fn new(plan: &Plan, world: &World, draws: &SiteWorld, lane: usize) -> Self {
        let horizon = plan.horizon_months as f64;
        let mut course = Self { starts: [f64::INFINITY; VENDORS], home_at: f64::INFINITY, ends: 0 };
        course.starts[0] = draws.quantity(Assumption::GoLiveMonths, lane);
        let scale = EARLY_END_YEARS * draws.quantity(Assumption::EarlyEndHazard, lane);
        if !plan.events.early_end || scale <= 0.0 {
            return course;
        }
        for vendor in 0..VENDORS {
            let start = course.starts[vendor];
            let clock = draws.vendors[vendor].early_end_clock.0[lane];
            let years = EARLY_END_YEARS * math::pow(clock / scale, 1.0 / EARLY_END_EXPONENT);
            let end = (start + 12.0 * years).ceil().max(start.floor() + 1.0);
            if end >= horizon {
                break;
            }
            if draws.vendors[vendor].brought_home_draw.0[lane] < world.home_of(Assumption::BroughtHome, lane) {
                course.ends += 1;
                course.home_at = end;
                break;
            }
            // There is no fourth vendor: the third stays unless the work comes home.
            if vendor + 1 == VENDORS {
                break;
            }
            course.ends += 1;
            course.starts[vendor + 1] = end;
        }
        course
    }

    /// Share of the month with this number (from 1) in which a vendor works.
    pub fn away(&self, number: f64) -> f64 {
        if number > self.home_at { 0.0 } else { (number - self.starts[0]).clamp(0.0, 1.0) }
    }

    /// The vendor of the month with this number. A successor starts at the end of a month, so each month belongs to one.
    pub fn vendor(&self, number: f64) -> usize {
        (1..VENDORS).rev().find(|&vendor| self.starts[vendor] < number).unwrap_or(0)
    }
}

/// Share of each month, the first being month 1, in which a vendor works.
pub fn away(courses: &Courses, months: usize) -> Vec<Lanes> {
    (1..=months).map(|number| Lanes::from_fn(|lane| courses[lane].away(number as f64))).collect()
}
