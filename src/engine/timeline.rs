//! When money falls due at a site, whatever work is there: the course of its contract, laid out month by month.
//!
//! Lines of cost are amounts times shapes in time. Those of a site are here; those that follow the volume of work are in
//! [`super::flow`], the home team's in [`super::team`]. A month is laid out once for a block and never kept: its shapes fit into the
//! processor's cache, those of sixty months do not.

use super::course::{Courses, Ending, away, courses};
use super::events::strain::Strain;
use super::lanes::{Lanes, TWELFTH};
use super::one_offs::{OneOff, month_of, one_offs, part_paid};
use super::plan::{Plan, VENDORS};
use super::price_path::PricePath;
use super::working::Working;
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
    /// So many at the start run through the months; the others fall in one.
    pub const RUNNING: usize = Self::StrandedPrice as usize + 1;
    /// The take-over of each successor.
    pub const SWITCHES: [Self; VENDORS - 1] = [Self::Switch1, Self::Switch2];
    /// The double running at each take-over.
    pub const OVERLAPS: [Self; VENDORS - 1] = [Self::Overlap1, Self::Overlap2];
}

/// One value for each shape.
pub type SiteShapes = [Lanes; SiteShape::COUNT];

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
    /// By how much that share changes from the month before, and in which lanes, by month.
    turns: Vec<Vec<(usize, f64)>>,
    /// The lanes in which anything falls in one month alone, by that month.
    one_offs: Vec<Vec<usize>>,
    /// The month that was laid out last.
    month: usize,
    /// How the vendor works in it.
    pub working: Working,
    /// Whether it does in any trial.
    pub works: bool,
    /// Whether the home team runs beside it in any.
    pub runs_beside: bool,
    /// The shapes that run through the month that was laid out last.
    running: [Lanes; SiteShape::RUNNING],
    /// Which of them are booked on and not all 0.
    in_use: [bool; SiteShape::RUNNING],
    /// What falls in that month alone. There is so little of it that whole lanes of it would be mostly zeros.
    one_off: Vec<OneOff>,
    /// Which of them are booked on.
    followed: [bool; SiteShape::COUNT],
    /// The shapes added up over the months laid out so far: undiscounted, discounted.
    pub sums: [SiteShapes; 2],
}

impl<'a> Timeline<'a> {
    /// The site at this position in the plan, before its first month; `followed` are the shapes that anything is booked on.
    pub fn new(
        plan: &'a Plan,
        world: &'a World,
        site: usize,
        strain: &Strain,
        followed: [bool; SiteShape::COUNT],
    ) -> Self {
        let draws = &world.sites[site];
        let courses = courses(plan, world, draws, strain);
        let mut price = PricePath::new(plan, &plan.sites[site], world, draws);
        let away = away(&courses, plan.horizon_months);
        Self {
            plan,
            world,
            draws,
            prices: price.all(plan.horizon_months),
            turns: turns(&away),
            away,
            one_offs: one_offs(plan, &courses),
            working: Working::new(world, draws, &courses),
            courses,
            month: 0,
            works: false,
            runs_beside: false,
            running: [Lanes::ZERO; SiteShape::RUNNING],
            in_use: [false; SiteShape::RUNNING],
            one_off: Vec::new(),
            followed,
            sums: [[Lanes::ZERO; SiteShape::COUNT]; 2],
        }
    }

    /// Lays out the month with this index (from 0); months come one after the other.
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn lay_out(&mut self, month: usize) {
        self.in_use.fill(false);
        self.one_off.clear();
        self.month = month;
        self.works = self.away[month].any_positive();
        if self.works {
            self.lay_out_running(month);
        }
        for place in 0..self.one_offs[month].len() {
            self.lay_out_one_offs(month, self.one_offs[month][place]);
        }
        let ([nominal, present], discount) = (&mut self.sums, self.plan.discount[month]);
        for shape in (0..SiteShape::RUNNING).filter(|shape| self.in_use[*shape]) {
            nominal[shape].add_and_discount(&mut present[shape], &self.running[shape], discount);
        }
        for OneOff { shape, lane, value } in &self.one_off {
            nominal[*shape].0[*lane] += value;
            present[*shape].0[*lane] += discount * value;
        }
    }

    /// A shape that runs through the month laid out last, by its position; `None` if it is 0, or falls in one month alone.
    pub fn running(&self, shape: usize) -> Option<&Lanes> {
        self.in_use.get(shape).is_some_and(|in_use| *in_use).then(|| &self.running[shape])
    }

    /// What falls in that month alone.
    pub fn one_off(&self) -> &[OneOff] {
        &self.one_off
    }

    fn set(&mut self, shape: SiteShape, lane: usize, value: f64) {
        if self.followed[shape as usize] {
            self.one_off.push(OneOff { shape: shape as usize, lane, value });
        }
    }

    /// What runs through the whole month.
    fn lay_out_running(&mut self, month: usize) {
        let (away, year) = (&self.away[month], month / 12);
        let (wages, prices) = (&self.world.wage_index[year], &self.world.price_index[year]);
        let working = &mut self.working;
        working.lay_out(month + 1, away, self.draws, &self.courses);
        self.runs_beside = working.beside.any_positive();
        let is_stranded = working.stranded.any_positive();
        for (shape, in_use) in self.in_use.iter_mut().enumerate() {
            let runs = is_stranded || shape < SiteShape::StrandedWage as usize;
            *in_use = runs && self.followed[shape];
        }
        let [away_wage, away_price, stranded_wage, stranded_price] = &mut self.running;
        let [is_away_wage, is_away_price, is_stranded_wage, is_stranded_price] = self.in_use;
        if is_away_wage {
            away_wage.set(|lane| away.0[lane] * wages.0[lane] * TWELFTH);
        }
        if is_away_price {
            away_price.set(|lane| away.0[lane] * prices.0[lane] * TWELFTH);
        }
        if is_stranded_wage {
            stranded_wage.set(|lane| working.stranded.0[lane] * wages.0[lane]);
        }
        if is_stranded_price {
            stranded_price.set(|lane| working.stranded.0[lane] * prices.0[lane]);
        }
    }

    /// Share of the month laid out last in which a vendor works.
    pub fn away(&self) -> &Lanes {
        &self.away[self.month]
    }

    /// By how much that share changes from the month before, and in which lanes.
    pub fn turns(&self) -> &[(usize, f64)] {
        &self.turns[self.month]
    }

    /// Price of the vendor in that month, as a multiple of its price at the decision.
    pub fn price(&self) -> &Lanes {
        &self.prices[self.month]
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
            let price = self.prices[month].0[lane];
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

/// By how much each month differs from the one before, and in which lanes; nobody is away before the first.
fn turns(away: &[Lanes]) -> Vec<Vec<(usize, f64)>> {
    let before = [Lanes::ZERO];
    let months = before.iter().chain(away).zip(away);
    let changed = months.map(|(before, now)| {
        let changes = before.0.iter().zip(&now.0).map(|(before, now)| now - before).enumerate();
        changes.filter(|(_, change)| *change != 0.0).collect()
    });
    changed.collect()
}
