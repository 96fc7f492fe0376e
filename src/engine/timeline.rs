//! When money falls due at a site, whatever work is there: the course of its contract, laid out month by month.
//!
//! Lines of cost are amounts times shapes in time. Those of a site are here; those that follow the volume of work are in
//! [`super::flow`], the home team's in [`super::team`]. A month is laid out once for a block and never kept: its shapes fit into the
//! processor's cache, those of sixty months do not.

use super::course::{Courses, Ending, away, courses};
use super::events::strain::Strain;
use super::lanes::{LANES, Lanes};
use super::plan::{Plan, VENDORS};
use super::price_path::PricePath;
use super::world::{SiteWorld, World};
use crate::model::Assumption;

/// A shape in time of a site. Yearly amounts times a shape give monthly amounts; one-off amounts times a shape fall in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteShape {
    /// The vendor works; grows with home wages.
    AwayWage,
    /// The vendor works; grows with home prices.
    AwayPrice,
    /// Workspace and overhead of the moved work are still paid for: fades from the first day; grows with home wages.
    StrandedWage,
    /// The same; grows with home prices.
    StrandedPrice,
    /// The month at whose end the move is done: after 2 months it is month 2, and the vendor's first whole month is month 3. Where
    /// the scenario spreads one-off costs, the months from this one on, a part of the whole in each.
    GoLive,
    /// The month in which the second vendor takes over; in the prices of that month.
    Switch1,
    /// The month in which the third vendor takes over.
    Switch2,
    /// Bills of the second vendor while it runs beside the first.
    Overlap1,
    /// Bills of the third vendor while it runs beside the second.
    Overlap2,
    /// The last month, if a vendor works in it; in its wages.
    ExitWage,
    /// The same; in its prices.
    ExitPrice,
    /// The month in which the work comes home; in the wages of that month.
    Return,
}

impl SiteShape {
    /// How many shapes there are.
    pub const COUNT: usize = Self::Return as usize + 1;
    /// The take-over of each successor.
    pub const SWITCHES: [Self; VENDORS - 1] = [Self::Switch1, Self::Switch2];
    /// The double running at each take-over.
    pub const OVERLAPS: [Self; VENDORS - 1] = [Self::Overlap1, Self::Overlap2];
}

/// One value for each shape.
pub type SiteShapes = [Lanes; SiteShape::COUNT];

/// How the vendor works in a month.
#[derive(Clone, Copy, Debug)]
pub struct Working {
    /// Share of the month in which a vendor works.
    pub away: Lanes,
    /// Its price, as a multiple of the price at the decision.
    pub price: Lanes,
    /// 1 + the extra hours of learning, at the start and by those who replace leavers.
    pub ramp: Lanes,
    /// Hours billed for one hour of work well done.
    pub rework: Lanes,
    /// What is left of the extra work at home that distance makes, 0..1.
    pub alignment: Lanes,
    /// Part of the month for which the home team runs beside the vendor.
    pub beside: Lanes,
    /// Number of the vendor that works.
    pub vendor: [u8; LANES],
}

impl Working {
    const NOT: Self = Self {
        away: Lanes::ZERO,
        price: Lanes::ZERO,
        ramp: Lanes::ZERO,
        rework: Lanes::ZERO,
        alignment: Lanes::ZERO,
        beside: Lanes::ZERO,
        vendor: [0; LANES],
    };

    /// No vendor works in this trial.
    fn stop(&mut self, lane: usize) {
        for value in [&mut self.ramp, &mut self.rework, &mut self.alignment, &mut self.beside] {
            value.0[lane] = 0.0;
        }
        self.vendor[lane] = 0;
    }

    /// Whether this vendor works in any trial.
    pub fn works(&self, vendor: usize) -> bool {
        self.vendor.iter().any(|works| usize::from(*works) == vendor)
    }

    /// Each vendor's amount where it works.
    pub fn pick(&self, of_vendors: &[Lanes; VENDORS]) -> Lanes {
        Lanes::from_fn(|lane| of_vendors[usize::from(self.vendor[lane])].0[lane])
    }
}

/// The months of a site in a block, laid out one after the other.
pub struct Timeline<'a> {
    plan: &'a Plan,
    world: &'a World,
    draws: &'a SiteWorld,
    /// What becomes of the contract in each trial.
    pub courses: Courses,
    /// The vendor's price in each month, as a multiple of its price at the decision.
    pub prices: Vec<Lanes>,
    /// Share of each month in which a vendor works.
    pub away: Vec<Lanes>,
    /// The lanes in which anything falls in one month alone, by that month.
    one_offs: Vec<Vec<usize>>,
    /// How the vendor works in the month that was laid out last.
    pub working: Working,
    /// Whether a vendor works in any trial of that month.
    pub works: bool,
    /// Whether the home team runs beside it in any.
    pub runs_beside: bool,
    /// The shapes of the month that was laid out last.
    shapes: SiteShapes,
    /// Which of them are not all 0.
    in_use: [bool; SiteShape::COUNT],
    /// The shapes added up over the months laid out so far: undiscounted, discounted.
    pub sums: [SiteShapes; 2],
}

impl<'a> Timeline<'a> {
    /// The site at this position in the plan, before its first month.
    pub fn new(plan: &'a Plan, world: &'a World, site: usize, strain: &Strain) -> Self {
        let draws = &world.sites[site];
        let courses = courses(plan, world, draws, strain);
        let mut price = PricePath::new(plan, &plan.sites[site], world, draws);
        Self {
            plan,
            world,
            draws,
            prices: price.all(plan.horizon_months),
            away: away(&courses, plan.horizon_months),
            one_offs: one_offs(plan, &courses),
            courses,
            working: Working::NOT,
            works: false,
            runs_beside: false,
            shapes: [Lanes::ZERO; SiteShape::COUNT],
            in_use: [false; SiteShape::COUNT],
            sums: [[Lanes::ZERO; SiteShape::COUNT]; 2],
        }
    }

    /// Lays out the month with this index (from 0); months come one after the other.
    pub fn lay_out(&mut self, month: usize) {
        for (shape, in_use) in self.shapes.iter_mut().zip(&mut self.in_use) {
            if std::mem::take(in_use) {
                *shape = Lanes::ZERO;
            }
        }
        self.working.price = self.prices[month];
        self.working.away = self.away[month];
        self.works = self.working.away.any_positive();
        if self.works {
            for lane in 0..LANES {
                self.lay_out_running(month, lane);
                self.lay_out_stranded(month, lane);
            }
            self.runs_beside = self.working.beside.any_positive();
            let (away, year) = (&self.working.away, month / 12);
            let (wages, prices) = (&self.world.wage_index[year], &self.world.price_index[year]);
            self.shapes[SiteShape::AwayWage as usize].set(|lane| away.0[lane] * wages.0[lane] / 12.0);
            self.shapes[SiteShape::AwayPrice as usize].set(|lane| away.0[lane] * prices.0[lane] / 12.0);
            self.in_use[SiteShape::AwayWage as usize] = true;
            self.in_use[SiteShape::AwayPrice as usize] = true;
        }
        for place in 0..self.one_offs[month].len() {
            self.lay_out_one_offs(month, self.one_offs[month][place]);
        }
        let [nominal, present] = &mut self.sums;
        for shape in (0..SiteShape::COUNT).filter(|shape| self.in_use[*shape]) {
            nominal[shape].add_and_discount(&mut present[shape], &self.shapes[shape], self.plan.discount[month]);
        }
    }

    /// The shapes of the month that are not all 0, with their positions.
    pub fn shapes(&self) -> impl Iterator<Item = (usize, &Lanes)> {
        self.shapes.iter().enumerate().filter(|(shape, _)| self.in_use[*shape])
    }

    fn set(&mut self, shape: SiteShape, lane: usize, value: f64) {
        self.shapes[shape as usize].0[lane] = value;
        self.in_use[shape as usize] = true;
    }

    /// What runs through the whole month.
    fn lay_out_running(&mut self, month: usize, lane: usize) {
        if self.working.away.0[lane] <= 0.0 {
            return self.working.stop(lane);
        }
        let number = (month + 1) as f64;
        let course = &self.courses[lane];
        let get = |assumption: Assumption| self.draws.quantity(assumption, lane);
        let vendor = course.vendor(number);
        let traits = &self.draws.vendors[vendor];
        // Measured at the middle of the time the vendor works in this month, so that a ramp of three months costs half of
        // three months' loss, and not more.
        let start = course.starts[vendor];
        let elapsed = 0.5 * (number + start.max(number - 1.0)) - start;
        let ramp_months = get(Assumption::RampMonths);
        let ramp = if elapsed < ramp_months { traits.ramp_loss.0[lane] * (1.0 - elapsed / ramp_months) } else { 0.0 };
        let faded = (1.0 - get(Assumption::CoordinationFloor)) * (elapsed / 12.0).min(1.0);
        let parallel_end = course.starts[0] + get(Assumption::ParallelMonths);
        let beside = parallel_end.min(number) - course.starts[0].max(number - 1.0);
        let working = &mut self.working;
        // There are three vendors.
        working.vendor[lane] = u8::try_from(vendor).unwrap_or(0);
        // Those who replace leavers learn as new hires at home do; that is never over.
        let relearning = get(Assumption::VendorAttrition) * self.world.home_of(Assumption::LearningLoss, lane) / 12.0;
        working.ramp.0[lane] = 1.0 + ramp + relearning;
        working.rework.0[lane] = traits.rework.0[lane];
        working.alignment.0[lane] = 1.0 - faded;
        working.beside.0[lane] = beside.max(0.0) * self.draws.quantity(Assumption::ParallelShare, lane);
    }

    /// What is left of the moved work's workspace and overhead.
    ///
    /// # Formula
    /// max(0, 1 - t / stranded months), t being the months since the first day at the middle of the time worked in this month:
    /// the first day's amount for half of the stranded months, in all. It ends when the work comes home and needs the seats again.
    fn lay_out_stranded(&mut self, month: usize, lane: usize) {
        let away = self.away[month].0[lane];
        let months = self.world.home_of(Assumption::StrandedMonths, lane);
        let number = (month + 1) as f64;
        let start = self.courses[lane].starts[0];
        let elapsed = 0.5 * (number + start.max(number - 1.0)) - start;
        if away <= 0.0 || elapsed >= months {
            return;
        }
        let left = away * (1.0 - elapsed / months) / 12.0;
        self.set(SiteShape::StrandedWage, lane, left * self.world.wage_index[month / 12].0[lane]);
        self.set(SiteShape::StrandedPrice, lane, left * self.world.price_index[month / 12].0[lane]);
    }

    /// What falls in this month alone.
    fn lay_out_one_offs(&mut self, month: usize, lane: usize) {
        let course = self.courses[lane];
        let falls_here = |moment: f64| month_of(moment, self.plan.horizon_months) == month;
        let start = part_paid(course.starts[0], month, self.plan);
        let successor =
            (1..VENDORS).find(|&vendor| course.starts[vendor].is_finite() && falls_here(course.starts[vendor]));
        let returns = course.home_at.is_finite() && falls_here(course.home_at);
        if start > 0.0 {
            self.set(SiteShape::GoLive, lane, start);
        }
        if month + 1 == self.plan.horizon_months && self.away[month].0[lane] > 0.0 {
            self.set(SiteShape::ExitWage, lane, self.world.wage_index[month / 12].0[lane]);
            self.set(SiteShape::ExitPrice, lane, self.world.price_index[month / 12].0[lane]);
        }
        if let Some(successor) = successor {
            let quantity = |assumption: Assumption| self.draws.quantity(assumption, lane);
            let beside = quantity(Assumption::ParallelShare) * quantity(Assumption::ParallelMonths);
            let price = self.working.price.0[lane];
            self.set(SiteShape::SWITCHES[successor - 1], lane, self.world.price_index[month / 12].0[lane]);
            // An insolvent vendor does not stay on beside its successor.
            if course.endings[successor - 1] != Some(Ending::Insolvency) {
                self.set(SiteShape::OVERLAPS[successor - 1], lane, beside / 12.0 * price);
            }
        }
        if returns {
            self.set(SiteShape::Return, lane, self.world.wage_index[month / 12].0[lane]);
        }
    }
}

/// In which lanes anything falls in one month alone, by that month: the parts paid at the start, the take-overs, the return, and
/// the last month.
fn one_offs(plan: &Plan, courses: &Courses) -> Vec<Vec<usize>> {
    let months = plan.horizon_months;
    let mut lanes = vec![Vec::new(); months];
    for (lane, course) in courses.iter().enumerate() {
        let start = month_of(course.starts[0], months);
        let mut here: Vec<usize> = (start..months.min(start + plan.spread_one_offs_months.max(1))).collect();
        let later = course.starts[1..].iter().chain([&course.home_at]).filter(|moment| moment.is_finite());
        here.extend(later.map(|moment| month_of(*moment, months)).chain([months - 1]));
        here.sort_unstable();
        here.dedup();
        for month in here {
            lanes[month].push(lane);
        }
    }
    lanes
}

/// Part of the one-off costs of a start at this moment that is booked in this month (from 0).
///
/// # Formula
/// 1 in the month of the start; or 1 / n in each of n months from it on, what would fall behind the horizon in the last one.
fn part_paid(start: f64, month: usize, plan: &Plan) -> f64 {
    let spread = plan.spread_one_offs_months.max(1);
    let first = month_of(start, plan.horizon_months);
    if month < first || month - first >= spread {
        return 0.0;
    }
    let parts = if month + 1 == plan.horizon_months { spread - (month - first) } else { 1 };
    parts as f64 / spread as f64
}

/// The month, from 0, in which a moment falls; what would fall behind the horizon is paid in its last month.
fn month_of(moment: f64, months: usize) -> usize {
    // Between 1 and the horizon: the conversion drops nothing.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = moment.ceil().clamp(1.0, months as f64) as usize;
    number - 1
}
