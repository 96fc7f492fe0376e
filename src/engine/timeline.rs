//! When money falls due at a site: the shapes in time that lines of cost follow.
//!
//! Most cost lines are an amount times one of a few shapes that are the same for every function and strategy at the site: the months
//! in which the vendor works, weighted with wages, with prices, with the vendor's own price. The shapes are laid out month by
//! month, once for a block, and never kept: a month's shapes fit into the processor's cache, sixty months' do not.

use super::course::{Courses, Ending, away, courses};
use super::events::strain::Strain;
use super::lanes::{LANES, Lanes};
use super::plan::{Plan, VENDORS};
use super::price_path::PricePath;
use super::world::{SiteWorld, World};
use crate::model::Assumption;

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

/// One value for each shape.
pub type Shapes = [Lanes; TimeShape::COUNT];

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
    /// How often the contract ends early, 0 to 3.
    pub early_ends: Lanes,
    /// The shapes of the month that was laid out last.
    shapes: Shapes,
    /// Which of them are not all 0.
    in_use: [bool; TimeShape::COUNT],
    /// The shapes added up over the months laid out so far: undiscounted, discounted.
    pub sums: [Shapes; 2],
}

impl<'a> Timeline<'a> {
    /// The site at this position in the plan, before its first month.
    pub fn new(plan: &'a Plan, world: &'a World, site: usize, strain: &Strain) -> Self {
        let draws = &world.sites[site];
        let courses = courses(plan, world, draws, strain);
        let mut price = PricePath::new(&plan.sites[site], world, draws);
        Self {
            plan,
            world,
            draws,
            prices: (0..plan.horizon_months).map(|month| price.step(month)).collect(),
            away: away(&courses, plan.horizon_months),
            early_ends: Lanes::from_fn(|lane| f64::from(courses[lane].ends)),
            courses,
            shapes: [Lanes::ZERO; TimeShape::COUNT],
            in_use: [false; TimeShape::COUNT],
            sums: [[Lanes::ZERO; TimeShape::COUNT]; 2],
        }
    }

    /// Lays out the month with this index (from 0); months come one after the other.
    pub fn lay_out(&mut self, month: usize) {
        for (shape, in_use) in self.shapes.iter_mut().zip(&mut self.in_use) {
            if std::mem::take(in_use) {
                *shape = Lanes::ZERO;
            }
        }
        let price = self.prices[month];
        for lane in 0..LANES {
            self.lay_out_running(month, lane, price.0[lane]);
            self.lay_out_one_offs(month, lane, price.0[lane]);
        }
        let [nominal, present] = &mut self.sums;
        for (shape, _) in self.in_use.iter().enumerate().filter(|(_, in_use)| **in_use) {
            nominal[shape] += self.shapes[shape];
            present[shape].add_scaled(self.plan.discount[month], &self.shapes[shape]);
        }
    }

    /// The shapes of the month that are not all 0, with their positions.
    pub fn shapes(&self) -> impl Iterator<Item = (usize, &Lanes)> {
        self.shapes.iter().enumerate().filter(|(shape, _)| self.in_use[*shape])
    }

    fn set(&mut self, shape: TimeShape, lane: usize, value: f64) {
        self.shapes[shape as usize].0[lane] = value;
        self.in_use[shape as usize] = true;
    }

    /// What runs through the whole month.
    fn lay_out_running(&mut self, month: usize, lane: usize, price: f64) {
        let away = self.away[month].0[lane];
        if away <= 0.0 {
            return;
        }
        let number = (month + 1) as f64;
        let course = self.courses[lane];
        let get = |assumption: Assumption| self.draws.quantity(assumption, lane);
        let (wage, inflation) = (self.world.wage_index[month / 12].0[lane], self.world.price_index[month / 12].0[lane]);
        let vendor = course.vendor(number);
        let traits = &self.draws.vendors[vendor];
        // Measured at the middle of the time the vendor works in this month, so that a ramp of three months costs half of
        // three months' loss, and not more.
        let start = course.starts[vendor];
        let elapsed = 0.5 * (number + start.max(number - 1.0)) - start;
        let ramp_months = get(Assumption::RampMonths);
        let ramp = if elapsed < ramp_months { traits.ramp_loss.0[lane] * (1.0 - elapsed / ramp_months) } else { 0.0 };
        let bill = away * price * (1.0 + ramp) * traits.rework.0[lane];
        let faded = (1.0 - get(Assumption::CoordinationFloor)) * (elapsed / 12.0).min(1.0);
        let parallel_end = course.starts[0] + get(Assumption::ParallelMonths);
        let beside = parallel_end.min(number) - course.starts[0].max(number - 1.0);
        let parallel = beside * get(Assumption::ParallelShare);
        self.set(TimeShape::AwayWage, lane, away * wage / 12.0);
        self.set(TimeShape::AwayPrice, lane, away * inflation / 12.0);
        self.set(TimeShape::FEES[vendor], lane, bill / 12.0);
        self.set(TimeShape::Alignment, lane, away * (1.0 - faded) * wage / 12.0);
        if beside > 0.0 {
            self.set(TimeShape::ParallelWage, lane, parallel * wage / 12.0);
            self.set(TimeShape::ParallelPrice, lane, parallel * inflation / 12.0);
        }
    }

    /// What falls in this month alone.
    fn lay_out_one_offs(&mut self, month: usize, lane: usize, price: f64) {
        let course = self.courses[lane];
        let falls_here = |moment: f64| month_of(moment, self.plan.horizon_months) == month;
        let first = falls_here(course.starts[0]);
        let successor =
            (1..VENDORS).find(|&vendor| course.starts[vendor].is_finite() && falls_here(course.starts[vendor]));
        let returns = course.home_at.is_finite() && falls_here(course.home_at);
        if first {
            self.set(TimeShape::GoLive, lane, 1.0);
        }
        if let Some(successor) = successor {
            let quantity = |assumption: Assumption| self.draws.quantity(assumption, lane);
            let beside = quantity(Assumption::ParallelShare) * quantity(Assumption::ParallelMonths);
            self.set(TimeShape::SWITCHES[successor - 1], lane, self.world.price_index[month / 12].0[lane]);
            // An insolvent vendor does not stay on beside its successor.
            if course.endings[successor - 1] != Some(Ending::Insolvency) {
                self.set(TimeShape::OVERLAPS[successor - 1], lane, beside / 12.0 * price);
            }
        }
        if returns {
            self.set(TimeShape::Return, lane, self.world.wage_index[month / 12].0[lane]);
        }
    }
}

/// The month, from 0, in which a moment falls; what would fall behind the horizon is paid in its last month.
fn month_of(moment: f64, months: usize) -> usize {
    // Between 1 and the horizon: the conversion drops nothing.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = moment.ceil().clamp(1.0, months as f64) as usize;
    number - 1
}
