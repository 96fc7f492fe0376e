//! The work of one function that flows to one site, month by month: what the home team no longer does, and what the vendor bills.
//!
//! Laid out for the whole of the function; a cell takes its share of it.

use super::allocation::FlowPlan;
use super::lanes::{LANES, Lanes};
use super::plan::{Plan, VENDORS};
use super::staffing::{Part, StaffingTable};
use super::team::{Team, TeamShape};
use super::timeline::Timeline;
use super::volume::{Season, Work};
use super::world::World;
use crate::model::{Assumption, PricingUnit};

/// A shape in time of work at a site, apart from what the home team no longer does, which is on [`TeamShape`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowShape {
    /// The first vendor's bill.
    Fee0,
    /// That of its successor.
    Fee1,
    /// That of the successor's successor.
    Fee2,
    /// Both sides still align: fades in the first year with each vendor; grows with home wages.
    Alignment,
    /// The home team runs beside the vendor's; grows with home wages.
    ParallelWage,
    /// The same; grows with home prices.
    ParallelPrice,
}

impl FlowShape {
    /// How many of these there are; the first are [`Self::FEES`].
    pub const OWN: usize = Self::ParallelPrice as usize + 1;
    /// How many shapes there are with those of the home team, which come first.
    pub const COUNT: usize = TeamShape::COUNT + Self::OWN;
    /// The bill of each vendor in turn.
    pub const FEES: [Self; VENDORS] = [Self::Fee0, Self::Fee1, Self::Fee2];

    /// Position in arrays over all shapes.
    pub const fn index(self) -> usize {
        TeamShape::COUNT + self as usize
    }
}

/// One value for each shape.
pub type FlowShapes = [Lanes; FlowShape::COUNT];
/// One value for each shape that is not the home team's.
pub type OwnShapes = [Lanes; FlowShape::OWN];

/// How a month's work is staffed at home and at the vendor.
#[derive(Clone, Debug)]
pub struct Staffed {
    /// What the home team is rid of, as a multiple of the share that moves; `None` for exactly that share.
    pub gone: Option<Lanes>,
    /// Level of the work that the vendor bills, as a multiple of that share of the work at the decision.
    pub billed: Lanes,
}

impl Staffed {
    /// Before the first month.
    pub const NONE: Self = Self { gone: None, billed: Lanes::ZERO };

    /// Lays out the work of a flow in a month.
    ///
    /// # Formula
    /// share of every hour: gone = 1, billed = people needed for the volume billed / people at the decision;
    /// split by hours or load, with f what the split frees at the decision: gone = (1 - kept / whole) / f, billed = people needed
    /// for what moves / people at the decision / f;
    /// a queue in each place, for a share x: gone = (1 - people for 1 - x / people for all) / x, billed = people for x / people at
    /// the decision / x
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn lay_out(&mut self, plan: &Plan, world: &World, of: &FlowPlan, (work, season): (&Work, Season)) {
        let table = &plan.functions[of.function].staffing;
        let passed_on = world.sites[of.site].get(Assumption::AutomationPassedOn);
        if of.own_queue.is_none() && !of.splits && table.is_proportional() {
            self.gone = None;
            self.billed.set(|lane| work.billed_of(passed_on.0[lane], season, lane));
            return;
        }
        *self = Self::of_whole_people(plan, world, of, (work, season));
    }

    /// As [`Self::lay_out`], where people are counted.
    fn of_whole_people(plan: &Plan, world: &World, of: &FlowPlan, (work, season): (&Work, Season)) -> Self {
        let (table, draws) = (&plan.functions[of.function].staffing, &world.functions[of.function]);
        let volume = work.billed(world.sites[of.site].get(Assumption::AutomationPassedOn), season);
        if let Some(share) = of.own_queue {
            return Self::in_own_queues(
                table,
                &draws.work,
                &(draws.movable_share[of.site] * share),
                [&work.level(), &volume],
            );
        }
        if !of.splits {
            return Self { gone: None, billed: table.level(Part::Whole, &draws.work, &volume) };
        }
        let people = |part: Part, volume: &Lanes| table.level(part, &draws.work, volume);
        let at_home = work.level();
        let freed = table.freed_share();
        let kept = people(Part::Kept, &at_home)
            .zip(people(Part::Whole, &at_home), |kept, whole| if whole > 0.0 { kept / whole } else { 1.0 });
        Self { gone: Some((Lanes::splat(1.0) - kept) / freed), billed: people(Part::Moved, &volume) / freed }
    }

    /// `volumes` are those of the month at home and billed.
    fn in_own_queues(table: &StaffingTable, work: &Lanes, share: &Lanes, volumes: [&Lanes; 2]) -> Self {
        let one = Lanes::splat(1.0);
        let [at_home, billed] = volumes;
        let all = |volume: &Lanes| table.heads(Part::Whole, work, volume, &one);
        let of = |share: &Lanes, volume: &Lanes| table.share_heads(share, work, volume, &one);
        // A share of nothing moves nothing, whatever it would need.
        let of_share =
            |amount: Lanes| amount.zip(*share, |amount, share| if share > 0.0 { amount / share } else { 1.0 });
        let kept = of(&(one - *share), at_home).zip(all(at_home), |kept, all| if all > 0.0 { kept / all } else { 1.0 });
        Self { gone: Some(of_share(one - kept)), billed: of_share(of(share, billed) / all(&one)) }
    }
}

/// The work of a function at a site in a block, laid out month after month.
pub struct Flow {
    pricing: PricingUnit,
    /// Level of the work that the vendor bills in the month laid out last, times its price, a twelfth of a year. Only while the flow
    /// works.
    pub billed: Lanes,
    /// The same for work as it was at the decision.
    pub planned: Lanes,
    /// What a month of the home team costs for the work that is gone: what a known cost stands for, and the rest.
    pub displaced: [Lanes; 2],
    /// Whether any vendor works in the month laid out last.
    works: bool,
    shapes: OwnShapes,
    /// Which of them are booked on and not 0 throughout the month laid out last.
    in_use: [bool; FlowShape::OWN],
    /// Which of them are booked on.
    followed: [bool; FlowShape::OWN],
    /// The shapes added up over the months laid out so far: undiscounted, discounted.
    pub sums: [FlowShapes; 2],
}

impl Flow {
    /// The flow before the first month; `followed` are the shapes that anything is booked on.
    pub fn new(pricing: PricingUnit, followed: [bool; FlowShape::OWN]) -> Self {
        Self {
            pricing,
            billed: Lanes::ZERO,
            planned: Lanes::ZERO,
            displaced: [Lanes::ZERO; 2],
            works: false,
            shapes: [Lanes::ZERO; FlowShape::OWN],
            in_use: [false; FlowShape::OWN],
            followed,
            sums: [[Lanes::ZERO; FlowShape::COUNT]; 2],
        }
    }

    /// Lays out the month that the site and the team have just been laid out for. `staffed` says how much of the team's work
    /// is gone, and how much the vendor bills; `team_month` is what the team costs, as for [`Flow::displaced`].
    ///
    /// # Formula
    /// displaced = away x gone x the team's shape; bill = away x level x price x (1 + ramp) x rework / 12, of which a price for a transaction
    /// leaves out the ramp and a fixed fee ramp, rework and level
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn lay_out(&mut self, staffed: &Staffed, team: &Team, team_month: &[Lanes; 2], site: &Timeline, discount: f64) {
        const ALIGNMENT: usize = FlowShape::Alignment as usize;
        const PARALLEL_WAGE: usize = FlowShape::ParallelWage as usize;
        const PARALLEL_PRICE: usize = FlowShape::ParallelPrice as usize;
        let (away, working) = (site.away(), &site.working);
        self.works = site.works;
        if !self.works {
            self.in_use = [false; FlowShape::OWN];
            return;
        }
        self.in_use = self.followed;
        let part;
        let gone = match &staffed.gone {
            None => away,
            Some(factor) => {
                part = Lanes::from_fn(|lane| away.0[lane] * factor.0[lane]);
                &part
            }
        };
        for (displaced, month) in self.displaced.iter_mut().zip(team_month) {
            displaced.set(|lane| gone.0[lane] * month.0[lane]);
        }
        let [nominal, present] = &mut self.sums;
        for shape in (0..TeamShape::COUNT).filter(|shape| team.in_use[*shape]) {
            let (nominal, present, shape) = (&mut nominal[shape], &mut present[shape], &team.shapes[shape]);
            for lane in 0..LANES {
                let displaced = gone.0[lane] * shape.0[lane];
                nominal.0[lane] += displaced;
                present.0[lane] += discount * displaced;
            }
        }
        self.bill(&staffed.billed, site);
        let (wage, price) = (&team.shapes[TeamShape::Wage as usize], &team.shapes[TeamShape::Price as usize]);
        for shape in [PARALLEL_WAGE, PARALLEL_PRICE] {
            self.in_use[shape] &= site.runs_beside;
        }
        if self.in_use[ALIGNMENT] {
            self.shapes[ALIGNMENT].set(|lane| away.0[lane] * working.alignment.0[lane] * wage.0[lane]);
        }
        if self.in_use[PARALLEL_WAGE] {
            self.shapes[PARALLEL_WAGE].set(|lane| working.beside.0[lane] * wage.0[lane]);
        }
        if self.in_use[PARALLEL_PRICE] {
            self.shapes[PARALLEL_PRICE].set(|lane| working.beside.0[lane] * price.0[lane]);
        }
        let [nominal, present] = &mut self.sums;
        for own in (0..FlowShape::OWN).filter(|own| self.in_use[*own]) {
            let shape = TeamShape::COUNT + own;
            nominal[shape].add_and_discount(&mut present[shape], &self.shapes[own], discount);
        }
    }

    /// Whether any vendor works in the month laid out last.
    pub fn works(&self) -> bool {
        self.works
    }

    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    fn bill(&mut self, level: &Lanes, site: &Timeline) {
        let (pricing, working) = (self.pricing, &site.working);
        let (away, price) = (site.away(), site.price());
        self.planned.set(|lane| away.0[lane] * price.0[lane] / 12.0);
        let planned = &self.planned;
        match pricing {
            PricingUnit::Year => self.billed = *planned,
            _ => self.billed.set(|lane| planned.0[lane] * level.0[lane]),
        }
        let billed = &self.billed;
        let [first, ..] = &mut self.shapes;
        match pricing {
            PricingUnit::Hour | PricingUnit::PersonMonth => {
                first.set(|lane| billed.0[lane] * working.ramp.0[lane] * working.rework.0[lane]);
            }
            PricingUnit::Transaction => first.set(|lane| billed.0[lane] * working.rework.0[lane]),
            PricingUnit::Year => *first = *billed,
        }
        // The bill stands with the first vendor; what is a successor's goes over.
        let [first, successors @ ..] = &mut self.shapes;
        for ((number, successor), works) in (1..).zip(successors).zip(&working.successors) {
            self.in_use[number] &= working.works[number];
            if !working.works[number] {
                continue;
            }
            for lane in 0..LANES {
                let is_its = works.0[lane] > 0.0;
                successor.0[lane] = if is_its { first.0[lane] } else { 0.0 };
                first.0[lane] = if is_its { 0.0 } else { first.0[lane] };
            }
        }
    }

    /// The shape at this position among those that are not the home team's, in the month laid out last; `None` if it is 0.
    pub fn shape(&self, shape: usize) -> Option<&Lanes> {
        self.in_use[shape].then(|| &self.shapes[shape])
    }
}
