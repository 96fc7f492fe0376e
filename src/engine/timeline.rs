//! When things happen at a site, and the monthly shapes that follow from it.
//!
//! Most cost lines are an amount times one of a few shapes in time that are the same for every function and strategy at the
//! site: the months in which the vendor works, weighted with wages, with prices, with the vendor's own price. The shapes are
//! laid out once for a block, and each line then costs one multiplication instead of one for every month.

use super::lanes::{LANES, Lanes};
use super::math;
use super::plan::{Plan, SitePlan, VENDORS};
use super::price_path::price_path;
use super::world::{SiteWorld, World};
use crate::model::Assumption;

/// Exponent of the falling hazard of an early end: one in five ends in the first year, half within five.
pub const EARLY_END_EXPONENT: f64 = 0.704_2;
/// Years over which the yearly hazard is averaged.
pub const EARLY_END_YEARS: f64 = 5.0;

/// A shape in time. Yearly amounts times a shape give monthly amounts; one-off amounts times a shape fall in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeShape {
    /// The vendor works; grows with home wages.
    AwayWage,
    /// The vendor works; grows with home prices.
    AwayPrice,
    /// The first vendor's bill: works, price path, ramp, rework.
    Fee0,
    /// The same for its successor.
    Fee1,
    /// The same for the successor's successor.
    Fee2,
    /// Both sides still align: fades in the first year with each vendor; grows with home wages.
    Alignment,
    /// The home team runs beside the vendor's; grows with home wages.
    ParallelWage,
    /// The same; grows with home prices.
    ParallelPrice,
    /// The month at whose end the move is done: after 2 months it is month 2, and the vendor's first whole month is month 3.
    GoLive,
    /// The month in which the second vendor takes over; in the prices of that month.
    Switch1,
    /// The month in which the third vendor takes over.
    Switch2,
    /// Bills of the second vendor while it runs beside the first.
    Overlap1,
    /// Bills of the third vendor while it runs beside the second.
    Overlap2,
    /// The month in which the work comes home; in the wages of that month.
    Return,
}

impl TimeShape {
    /// How many shapes there are.
    pub const COUNT: usize = Self::Return as usize + 1;
    /// The bill of each vendor in turn.
    pub const FEES: [Self; VENDORS] = [Self::Fee0, Self::Fee1, Self::Fee2];
    /// The take-over of each successor.
    pub const SWITCHES: [Self; VENDORS - 1] = [Self::Switch1, Self::Switch2];
    /// The double running at each take-over.
    pub const OVERLAPS: [Self; VENDORS - 1] = [Self::Overlap1, Self::Overlap2];
}

/// The shapes of a site in a block.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// Month by month, the shapes at it.
    pub months: Vec<[Lanes; TimeShape::COUNT]>,
    /// Each shape added up over the months.
    pub nominal: [Lanes; TimeShape::COUNT],
    /// Each shape added up, discounted.
    pub present: [Lanes; TimeShape::COUNT],
    /// Share of each month in which a vendor works.
    pub away: Vec<Lanes>,
    /// Months from the decision to the first day of the vendor's work.
    pub go_live: Lanes,
    /// How often the contract ended early, 0 to 3.
    pub early_ends: Lanes,
}

/// What becomes of a contract in one trial, in months from the decision.
#[derive(Clone, Copy, Debug)]
struct Course {
    /// When each vendor starts; infinite when it never does.
    starts: [f64; VENDORS],
    /// When the work comes home; infinite when it does not.
    home_at: f64,
    /// How many contracts ended early before the horizon.
    ends: u32,
}

impl Timeline {
    /// Lays out the shapes of a site.
    pub fn new(plan: &Plan, site: &SitePlan, world: &World, draws: &SiteWorld) -> Self {
        let go_live = draws.get(Assumption::GoLiveMonths);
        let courses: [Course; LANES] = std::array::from_fn(|lane| course(plan, world, draws, lane));
        let price = price_path(plan, site, world, draws);
        let mut months = vec![[Lanes::ZERO; TimeShape::COUNT]; plan.horizon_months];
        let mut away = vec![Lanes::ZERO; plan.horizon_months];
        let context = Context { draws, ramp_months: draws.get(Assumption::RampMonths) };
        for (index, shapes) in months.iter_mut().enumerate() {
            let year = index / 12;
            let (wage, inflation) = (&world.wage_index[year].0, &world.price_index[year].0);
            for lane in 0..LANES {
                let month = Month {
                    number: (index + 1) as f64,
                    lane,
                    wage: wage[lane],
                    inflation: inflation[lane],
                    price: price[index].0[lane],
                };
                away[index].0[lane] = month.lay_out(&context, &courses[lane], shapes);
            }
        }
        one_offs(plan, world, draws, &courses, &price, &mut months);
        let mut nominal = [Lanes::ZERO; TimeShape::COUNT];
        let mut present = [Lanes::ZERO; TimeShape::COUNT];
        for (shapes, discount) in months.iter().zip(&plan.discount) {
            for (shape, value) in shapes.iter().enumerate() {
                nominal[shape] += *value;
                present[shape].add_scaled(*discount, value);
            }
        }
        Self {
            months,
            nominal,
            present,
            away,
            go_live,
            early_ends: Lanes::from_fn(|lane| f64::from(courses[lane].ends)),
        }
    }
}

/// What one trial's contract goes through.
///
/// # Formula
/// With yearly hazard h, the integrated hazard after t years with a vendor is 5 h (t/5)^0.7042; the contract ends at the end
/// of the month in which it reaches the vendor's clock.
fn course(plan: &Plan, world: &World, draws: &SiteWorld, lane: usize) -> Course {
    let horizon = plan.horizon_months as f64;
    let mut course = Course { starts: [f64::INFINITY; VENDORS], home_at: f64::INFINITY, ends: 0 };
    course.starts[0] = draws.get(Assumption::GoLiveMonths).0[lane];
    if !plan.events.early_end {
        return course;
    }
    let scale = EARLY_END_YEARS * draws.get(Assumption::EarlyEndHazard).0[lane];
    if scale <= 0.0 {
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
        let comes_home = draws.vendors[vendor].brought_home_draw.0[lane] < world.home(Assumption::BroughtHome).0[lane];
        if comes_home {
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

struct Context<'a> {
    draws: &'a SiteWorld,
    ramp_months: Lanes,
}

/// One month of one trial.
struct Month {
    number: f64,
    lane: usize,
    wage: f64,
    inflation: f64,
    price: f64,
}

impl Month {
    /// Fills the recurring shapes and returns the share of the month in which a vendor works.
    fn lay_out(&self, context: &Context, course: &Course, shapes: &mut [Lanes; TimeShape::COUNT]) -> f64 {
        let lane = self.lane;
        if self.number > course.home_at {
            return 0.0;
        }
        let away = (self.number - course.starts[0]).clamp(0.0, 1.0);
        if away <= 0.0 {
            return 0.0;
        }
        let mut set = |shape: TimeShape, value: f64| shapes[shape as usize].0[lane] = value;
        let get = |assumption: Assumption| context.draws.quantity(assumption, lane);
        // A successor starts at the end of a month, so each month belongs to one vendor.
        let vendor = (1..VENDORS).rev().find(|&vendor| course.starts[vendor] < self.number).unwrap_or(0);
        let traits = &context.draws.vendors[vendor];
        // Measured at the middle of the time the vendor works in this month, so that a ramp of three months costs half of
        // three months' loss, and not more.
        let start = course.starts[vendor];
        let elapsed = 0.5 * (self.number + start.max(self.number - 1.0)) - start;
        let ramp_months = context.ramp_months.0[lane];
        let ramp = if elapsed < ramp_months { traits.ramp_loss.0[lane] * (1.0 - elapsed / ramp_months) } else { 0.0 };
        let bill = away * self.price * (1.0 + ramp) * traits.rework.0[lane];
        let faded = (1.0 - get(Assumption::CoordinationFloor)) * (elapsed / 12.0).min(1.0);
        let parallel_end = course.starts[0] + get(Assumption::ParallelMonths);
        let beside = (parallel_end.min(self.number) - course.starts[0].max(self.number - 1.0)).max(0.0);
        let parallel = beside * get(Assumption::ParallelShare);
        set(TimeShape::AwayWage, away * self.wage / 12.0);
        set(TimeShape::AwayPrice, away * self.inflation / 12.0);
        set(TimeShape::FEES[vendor], bill / 12.0);
        set(TimeShape::Alignment, away * (1.0 - faded) * self.wage / 12.0);
        set(TimeShape::ParallelWage, parallel * self.wage / 12.0);
        set(TimeShape::ParallelPrice, parallel * self.inflation / 12.0);
        away
    }
}

/// Fills the shapes that fall in one month.
fn one_offs(
    plan: &Plan,
    world: &World,
    draws: &SiteWorld,
    courses: &[Course; LANES],
    price: &[Lanes],
    months: &mut [[Lanes; TimeShape::COUNT]],
) {
    // The month in which a moment falls; what would fall behind the horizon is paid in its last month.
    // Non-negative and at most the horizon: the conversion drops nothing.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let month_of = |moment: f64| moment.ceil().clamp(1.0, plan.horizon_months as f64) as usize - 1;
    for (lane, course) in courses.iter().enumerate() {
        let mut set = |month: usize, shape: TimeShape, value: f64| months[month][shape as usize].0[lane] = value;
        set(month_of(course.starts[0]), TimeShape::GoLive, 1.0);
        for (successor, &start) in course.starts.iter().enumerate().skip(1).filter(|(_, start)| start.is_finite()) {
            let month = month_of(start);
            let beside =
                draws.quantity(Assumption::ParallelShare, lane) * draws.quantity(Assumption::ParallelMonths, lane);
            set(month, TimeShape::SWITCHES[successor - 1], world.price_index[month / 12].0[lane]);
            set(month, TimeShape::OVERLAPS[successor - 1], beside / 12.0 * price[month].0[lane]);
        }
        if course.home_at.is_finite() {
            let month = month_of(course.home_at);
            set(month, TimeShape::Return, world.wage_index[month / 12].0[lane]);
        }
    }
}
