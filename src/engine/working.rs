//! How the vendor of a site works in a month: how long, how well, and beside whom.

use super::course::Courses;
use super::lanes::{LANES, Lanes, TWELFTH, greater, lesser};
use super::world::{SiteWorld, World};
use crate::model::Assumption;

/// How the vendor works, laid out month after month.
#[derive(Clone, Debug)]
pub struct Working {
    /// 1 + the extra hours of learning, at the start and by those who replace leavers; 0 while no vendor works.
    pub ramp: Lanes,
    /// Hours billed for one hour of work well done; 0 while no vendor works.
    pub rework: Lanes,
    /// What is left of the extra work at home that distance makes, 0..1.
    pub alignment: Lanes,
    /// Part of the month for which the home team runs beside the vendor.
    pub beside: Lanes,
    /// What is left of the moved work's workspace and overhead, a twelfth of a year.
    pub stranded: Lanes,
    /// Number of the vendor that works; 0 while none does.
    pub vendor: [u8; LANES],
    of_vendor: OfVendor,
    /// When the first vendor starts.
    start: Lanes,
    ramp_months: Months,
    /// Part of the alignment that fades in the first year.
    fading: Lanes,
    /// When the home team no longer runs beside the first vendor.
    parallel_end: Lanes,
    parallel_share: Lanes,
    /// Extra hours of those who replace leavers: they learn as new hires at home do, and that is never over.
    relearning: Lanes,
    stranded_months: Months,
}

/// A time that runs off.
#[derive(Clone, Debug)]
struct Months {
    months: Lanes,
    /// What a month of it takes off: a division for each month takes longer. Of a time of no months it does not matter.
    monthly: Lanes,
}

impl Months {
    fn new(months: &Lanes) -> Self {
        Self { months: *months, monthly: months.map(|months| if months > 0.0 { 1.0 / months } else { 0.0 }) }
    }

    /// The part that is left after so many months.
    fn left(&self, elapsed: f64, lane: usize) -> f64 {
        // Computed in any case: what is loaded in a branch makes no vector instruction.
        let left = 1.0 - elapsed * self.monthly.0[lane];
        if elapsed < self.months.0[lane] { left } else { 0.0 }
    }
}

/// What the vendor brings along that works.
#[derive(Clone, Debug)]
struct OfVendor {
    start: Lanes,
    ramp_loss: Lanes,
    rework: Lanes,
    /// When the next one takes over or the work comes home; infinite if neither happens.
    until: Lanes,
}

impl Working {
    /// Before the first month.
    pub fn new(world: &World, draws: &SiteWorld, courses: &Courses) -> Self {
        let get = |assumption: Assumption| *draws.get(assumption);
        let start = Lanes::from_fn(|lane| courses[lane].starts[0]);
        let first = &draws.vendors[0];
        Self {
            ramp: Lanes::ZERO,
            rework: Lanes::ZERO,
            alignment: Lanes::ZERO,
            beside: Lanes::ZERO,
            stranded: Lanes::ZERO,
            vendor: [0; LANES],
            of_vendor: OfVendor {
                start,
                ramp_loss: first.ramp_loss,
                rework: first.rework,
                until: Lanes::from_fn(|lane| courses[lane].end_of(0)),
            },
            start,
            ramp_months: Months::new(draws.get(Assumption::RampMonths)),
            fading: Lanes::splat(1.0) - get(Assumption::CoordinationFloor),
            parallel_end: start + get(Assumption::ParallelMonths),
            parallel_share: get(Assumption::ParallelShare),
            relearning: get(Assumption::VendorAttrition) * *world.home(Assumption::LearningLoss) * TWELFTH,
            stranded_months: Months::new(world.home(Assumption::StrandedMonths)),
        }
    }

    /// Lays out the month with this number (from 1), of which a vendor works the part `away`. Months come one after the other.
    ///
    /// # Formula
    /// t = months since a start at the middle of the time worked in this month, so that a ramp of three months costs half of three
    /// months' loss and not more; ramp = 1 + loss x max(0, 1 - t / ramp months) + relearning; alignment = 1 - (1 - floor) x min(1, t / 12);
    /// stranded = away x max(0, 1 - t / stranded months) / 12 with t since the first start, which makes the first day's amount for half of
    /// the stranded months. All of it ends when the work comes home and needs the seats again.
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn lay_out(&mut self, number: usize, away: &Lanes, draws: &SiteWorld, courses: &Courses) {
        let number = number as f64;
        if self.of_vendor.until.any_below(number) {
            self.follow(number, draws, courses);
        }
        let OfVendor { start: of_vendor, ramp_loss, rework, .. } = &self.of_vendor;
        let middle = |start: f64| 0.5 * (number + greater(start, number - 1.0)) - start;
        for lane in 0..LANES {
            let works = away.0[lane] > 0.0;
            let elapsed = middle(of_vendor.0[lane]);
            let ramp = 1.0 + ramp_loss.0[lane] * self.ramp_months.left(elapsed, lane) + self.relearning.0[lane];
            let alignment = 1.0 - self.fading.0[lane] * lesser(elapsed * TWELFTH, 1.0);
            self.ramp.0[lane] = if works { ramp } else { 0.0 };
            self.rework.0[lane] = if works { rework.0[lane] } else { 0.0 };
            self.alignment.0[lane] = if works { alignment } else { 0.0 };
        }
        for lane in 0..LANES {
            let start = self.start.0[lane];
            let beside = lesser(self.parallel_end.0[lane], number) - greater(start, number - 1.0);
            let beside = greater(beside, 0.0) * self.parallel_share.0[lane];
            self.beside.0[lane] = if away.0[lane] > 0.0 { beside } else { 0.0 };
        }
        for lane in 0..LANES {
            // Nobody away leaves nothing of it.
            self.stranded.0[lane] =
                away.0[lane] * self.stranded_months.left(middle(self.start.0[lane]), lane) * TWELFTH;
        }
    }

    /// Goes over to the vendors that work in the month with this number.
    fn follow(&mut self, number: f64, draws: &SiteWorld, courses: &Courses) {
        let of_vendor = &mut self.of_vendor;
        for (lane, course) in courses.iter().enumerate() {
            if of_vendor.until.0[lane] >= number {
                continue;
            }
            let vendor = if number > course.home_at { 0 } else { course.vendor(number) };
            let traits = &draws.vendors[vendor];
            of_vendor.start.0[lane] = course.starts[vendor];
            of_vendor.ramp_loss.0[lane] = traits.ramp_loss.0[lane];
            of_vendor.rework.0[lane] = traits.rework.0[lane];
            of_vendor.until.0[lane] = if number > course.home_at { f64::INFINITY } else { course.end_of(vendor) };
            // There are three vendors.
            self.vendor[lane] = u8::try_from(vendor).unwrap_or(0);
        }
    }
}
