//! The work of one function that flows to one site, month by month: what the home team no longer does, and what the vendor bills.
//!
//! Laid out for the whole of the function; a cell takes its share of it.

use super::allocation::FlowPlan;
use super::lanes::{LANES, Lanes, TWELFTH};
use super::plan::{Plan, VENDORS};
use super::staffing::{Part, StaffingTable};
use super::team::{Team, TeamShape, TeamShapes};
use super::timeline::Timeline;
use super::volume::{Season, Work};
use super::world::World;
use crate::model::{Assumption, PricingUnit};

/// A shape in time of work at a site, apart from what the home team no longer does, which is on [`TeamShape`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowShape {
    /// What the vendor that works bills.
    Bill,
    /// Both sides still align: fades in the first year with each vendor; grows with home wages.
    Alignment,
    /// The home team runs beside the vendor's; grows with home wages.
    ParallelWage,
    /// The same; grows with home prices.
    ParallelPrice,
}

impl FlowShape {
    /// How many shapes there are.
    pub const COUNT: usize = Self::ParallelPrice as usize + 1;
}

/// One value for each shape.
pub type FlowShapes = [Lanes; FlowShape::COUNT];

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
    /// A month's fees of each vendor in turn.
    monthly_fees: [Lanes; VENDORS],
    /// The vendors that work, and the fees of theirs. They hardly ever change, so this saves looking them up every month.
    vendors: [u8; LANES],
    fees: Lanes,
    /// Fees of the month laid out last at the level of the work billed, before ramp and rework. Only while the flow works.
    pub billed: Lanes,
    /// The same for work as it was at the decision.
    pub planned: Lanes,
    /// Whether any vendor works in the month laid out last.
    works: bool,
    /// What the home team is rid of in that month; `None` for just what is away.
    gone: Option<Lanes>,
    /// What is to be added to the home team's sums times what is gone now: see [`Self::displaced_in_all`].
    turned: [TeamShapes; 2],
    shapes: FlowShapes,
    /// Which of them are booked on and not 0 throughout the month laid out last.
    in_use: [bool; FlowShape::COUNT],
    /// Which of them are booked on.
    followed: [bool; FlowShape::COUNT],
    /// The shapes added up over the months laid out so far: undiscounted, discounted.
    pub sums: [FlowShapes; 2],
}

impl Flow {
    /// The flow before the first month; `yearly_fees` are those of each vendor in turn, `followed` the shapes that anything is booked on.
    pub fn new(pricing: PricingUnit, yearly_fees: &[Lanes; VENDORS], followed: [bool; FlowShape::COUNT]) -> Self {
        let monthly_fees = yearly_fees.map(|fees| fees * TWELFTH);
        Self {
            pricing,
            monthly_fees,
            vendors: [0; LANES],
            fees: monthly_fees[0],
            billed: Lanes::ZERO,
            planned: Lanes::ZERO,
            works: false,
            gone: None,
            turned: [[Lanes::ZERO; TeamShape::COUNT]; 2],
            shapes: [Lanes::ZERO; FlowShape::COUNT],
            in_use: [false; FlowShape::COUNT],
            followed,
            sums: [[Lanes::ZERO; FlowShape::COUNT]; 2],
        }
    }

    /// Goes over to the month that the site has just been laid out for, and the team not yet. `staffed` says how much of the team's
    /// work is gone, and how much the vendor bills.
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn turn(&mut self, staffed: &Staffed, team: &Team, site: &Timeline) {
        match &staffed.gone {
            None => {
                for (lane, change) in site.turns() {
                    self.turn_lane(team, *lane, *change);
                }
            }
            Some(factor) => {
                let now = *site.away() * *factor;
                let change = now - self.gone.replace(now).unwrap_or(Lanes::ZERO);
                for (turned, sums) in self.turned.iter_mut().zip(&team.sums) {
                    for (turned, sum) in turned.iter_mut().zip(sums) {
                        turned.set_each(|lane, turned| turned - change.0[lane] * sum.0[lane]);
                    }
                }
            }
        }
        self.works = site.works;
        if self.works {
            self.bill(&staffed.billed, site);
        }
    }

    /// What is gone in a trial changes by so much.
    fn turn_lane(&mut self, team: &Team, lane: usize, change: f64) {
        for (turned, sums) in self.turned.iter_mut().zip(&team.sums) {
            for (turned, sum) in turned.iter_mut().zip(sums) {
                turned.0[lane] -= change * sum.0[lane];
            }
        }
    }

    /// A shape of the home team as far as it is gone, added up over the months laid out so far: undiscounted (0) or discounted (1).
    ///
    /// # Formula
    /// With g(m) what is gone and S(m) the shape added up to the end of month m, the sum of g(m) (S(m) - S(m - 1)) is, added up by parts,
    /// g S at the end less the sum of (g(m) - g(m - 1)) S(m - 1). What is gone changes in a handful of months.
    pub fn displaced_in_all<'a>(
        &'a self,
        team: &'a Team,
        site: &'a Timeline,
        discounted: usize,
    ) -> impl Fn(TeamShape, usize) -> f64 + 'a {
        let gone = self.gone(site);
        let (sums, turned) = (&team.sums[discounted], &self.turned[discounted]);
        move |shape, lane| gone.0[lane] * sums[shape as usize].0[lane] + turned[shape as usize].0[lane]
    }

    /// What the home team is rid of in the month laid out last, as a multiple of the share that moves.
    pub fn gone<'a>(&'a self, site: &'a Timeline) -> &'a Lanes {
        self.gone.as_ref().unwrap_or_else(|| site.away())
    }

    /// Lays out the month that the team has just been laid out for.
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn lay_out(&mut self, team: &Team, site: &Timeline, discount: f64) {
        const ALIGNMENT: usize = FlowShape::Alignment as usize;
        const PARALLEL_WAGE: usize = FlowShape::ParallelWage as usize;
        const PARALLEL_PRICE: usize = FlowShape::ParallelPrice as usize;
        if !self.works {
            self.in_use = [false; FlowShape::COUNT];
            return;
        }
        let (away, working) = (site.away(), &site.working);
        self.in_use = self.followed;
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
        for shape in (0..FlowShape::COUNT).filter(|shape| self.in_use[*shape]) {
            nominal[shape].add_and_discount(&mut present[shape], &self.shapes[shape], discount);
        }
    }

    /// Whether any vendor works in the month laid out last.
    pub fn works(&self) -> bool {
        self.works
    }

    /// Lays out what the vendor bills.
    ///
    /// # Formula
    /// bill = away x fees x level x price x (1 + ramp) x rework / 12, of which a price for a transaction leaves out the ramp and a fixed fee
    /// ramp, rework and level
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    fn bill(&mut self, level: &Lanes, site: &Timeline) {
        self.follow(&site.working.vendor);
        let (pricing, working) = (self.pricing, &site.working);
        let (away, price, fees) = (site.away(), site.price(), &self.fees);
        self.planned.set(|lane| away.0[lane] * price.0[lane] * fees.0[lane]);
        let planned = &self.planned;
        match pricing {
            PricingUnit::Year => self.billed = *planned,
            _ => self.billed.set(|lane| planned.0[lane] * level.0[lane]),
        }
        let billed = &self.billed;
        let bill = &mut self.shapes[FlowShape::Bill as usize];
        match pricing {
            PricingUnit::Hour | PricingUnit::PersonMonth => {
                bill.set(|lane| billed.0[lane] * working.ramp.0[lane] * working.rework.0[lane]);
            }
            PricingUnit::Transaction => bill.set(|lane| billed.0[lane] * working.rework.0[lane]),
            PricingUnit::Year => *bill = *billed,
        }
    }

    /// Takes the fees of the vendors that work now.
    fn follow(&mut self, vendors: &[u8; LANES]) {
        if self.vendors == *vendors {
            return;
        }
        for lane in (0..LANES).filter(|lane| self.vendors[*lane] != vendors[*lane]) {
            self.fees.0[lane] = self.monthly_fees[usize::from(vendors[lane])].0[lane];
        }
        self.vendors = *vendors;
    }

    /// A shape by its position in the month laid out last; `None` if it is 0.
    pub fn shape(&self, shape: usize) -> Option<&Lanes> {
        self.in_use[shape].then(|| &self.shapes[shape])
    }
}
