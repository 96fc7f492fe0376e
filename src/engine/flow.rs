//! The work of one function that flows to one site, month by month: what the home team no longer does, and what the vendor bills.
//!
//! Laid out for the whole of the function; a cell takes its share of it.

use super::allocation::FlowPlan;
use super::lanes::Lanes;
use super::plan::{Plan, VENDORS};
use super::staffing::{Part, StaffingTable};
use super::team::{Team, TeamShape};
use super::timeline::{Timeline, Working};
use super::volume::Work;
use super::world::World;
use crate::model::{Assumption, PricingUnit};

/// A shape in time of work at a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowShape {
    /// What the home team no longer does, on each of its shapes.
    Displaced(TeamShape),
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
    /// How many shapes there are.
    pub const COUNT: usize = Self::ParallelPrice.index() + 1;
    /// The bill of each vendor in turn.
    pub const FEES: [Self; VENDORS] = [Self::Fee0, Self::Fee1, Self::Fee2];

    /// Position in arrays over the shapes.
    pub const fn index(self) -> usize {
        match self {
            Self::Displaced(shape) => shape as usize,
            Self::Fee0 => TeamShape::COUNT,
            Self::Fee1 => TeamShape::COUNT + 1,
            Self::Fee2 => TeamShape::COUNT + 2,
            Self::Alignment => TeamShape::COUNT + 3,
            Self::ParallelWage => TeamShape::COUNT + 4,
            Self::ParallelPrice => TeamShape::COUNT + 5,
        }
    }
}

/// One value for each shape.
pub type FlowShapes = [Lanes; FlowShape::COUNT];

/// How a month's work is staffed at home and at the vendor.
#[derive(Clone, Copy, Debug)]
pub struct Staffed {
    /// What the home team is rid of, as a multiple of the share that moves; `None` for exactly that share.
    pub gone: Option<Lanes>,
    /// Level of the work that the vendor bills, as a multiple of that share of the work at the decision.
    pub billed: Lanes,
}

impl Staffed {
    /// The work of a flow in a month.
    ///
    /// # Formula
    /// share of every hour: gone = 1, billed = people needed for the volume billed / people at the decision;
    /// split by hours or load, with f what the split frees at the decision: gone = (1 - kept / whole) / f, billed = people needed
    /// for what moves / people at the decision / f;
    /// a queue in each place, for a share x: gone = (1 - people for 1 - x / people for all) / x, billed = people for x / people at
    /// the decision / x
    pub fn new(plan: &Plan, world: &World, of: &FlowPlan, work: &Work) -> Self {
        let (table, draws) = (&plan.functions[of.function].staffing, &world.functions[of.function]);
        let volume = work.billed(world.sites[of.site].get(Assumption::AutomationPassedOn));
        if let Some(share) = of.own_queue {
            return Self::in_own_queues(
                table,
                &draws.work,
                &(draws.movable_share[of.site] * share),
                [&work.level(), &volume],
            );
        }
        if !of.splits {
            let level =
                |volume| if table.is_proportional() { volume } else { table.level(Part::Whole, &draws.work, &volume) };
            return Self { gone: None, billed: level(volume) };
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
    /// Level of the work that the vendor bills in the month laid out last, times its price, a twelfth of a year.
    pub billed: Lanes,
    /// The same for work as it was at the decision.
    pub planned: Lanes,
    shapes: FlowShapes,
    in_use: [bool; FlowShape::COUNT],
    /// The shapes added up over the months laid out so far: undiscounted, discounted.
    pub sums: [FlowShapes; 2],
}

impl Flow {
    /// The flow before the first month.
    pub fn new(pricing: PricingUnit) -> Self {
        Self {
            pricing,
            billed: Lanes::ZERO,
            planned: Lanes::ZERO,
            shapes: [Lanes::ZERO; FlowShape::COUNT],
            in_use: [false; FlowShape::COUNT],
            sums: [[Lanes::ZERO; FlowShape::COUNT]; 2],
        }
    }

    /// Lays out the month that the site and the team have just been laid out for. `staffed` says how much of the team's work
    /// is gone, and how much the vendor bills.
    ///
    /// # Formula
    /// displaced = away x gone x the team's shape; bill = away x level x price x (1 + ramp) x rework / 12, of which a price for a transaction
    /// leaves out the ramp and a fixed fee ramp, rework and level
    pub fn lay_out(&mut self, staffed: &Staffed, team: &Team, site: &Timeline, discount: f64) {
        let working = &site.working;
        if working.away.0.iter().all(|away| *away <= 0.0) {
            self.in_use = [false; FlowShape::COUNT];
            (self.billed, self.planned) = (Lanes::ZERO, Lanes::ZERO);
            return;
        }
        self.in_use = [true; FlowShape::COUNT];
        let gone = staffed.gone.map_or(working.away, |gone| gone * working.away);
        for (mine, shape) in self.shapes.iter_mut().zip(&team.shapes) {
            *mine = gone * *shape;
        }
        self.bill(&staffed.billed, working);
        let wage = team.shapes[TeamShape::Wage as usize];
        self.shapes[FlowShape::Alignment.index()] = working.away * working.alignment * wage;
        if working.beside.0.iter().any(|beside| *beside > 0.0) {
            self.shapes[FlowShape::ParallelWage.index()] = working.beside * wage;
            self.shapes[FlowShape::ParallelPrice.index()] = working.beside * team.shapes[TeamShape::Price as usize];
        } else {
            self.in_use[FlowShape::ParallelWage.index()] = false;
            self.in_use[FlowShape::ParallelPrice.index()] = false;
        }
        let [nominal, present] = &mut self.sums;
        for (shape, _) in self.in_use.iter().enumerate().filter(|(_, in_use)| **in_use) {
            nominal[shape] += self.shapes[shape];
            present[shape].add_scaled(discount, &self.shapes[shape]);
        }
    }

    fn bill(&mut self, level: &Lanes, working: &Working) {
        self.planned = working.away * working.price / 12.0;
        self.billed = match self.pricing {
            PricingUnit::Year => self.planned,
            _ => self.planned * *level,
        };
        let bill = match self.pricing {
            PricingUnit::Hour | PricingUnit::PersonMonth => self.billed * working.ramp * working.rework,
            PricingUnit::Transaction => self.billed * working.rework,
            PricingUnit::Year => self.billed,
        };
        for (number, shape) in FlowShape::FEES.into_iter().enumerate() {
            let mut any = false;
            for ((fee, bill), vendor) in self.shapes[shape.index()].0.iter_mut().zip(&bill.0).zip(&working.vendor) {
                let works = usize::from(*vendor) == number;
                any |= works;
                *fee = if works { *bill } else { 0.0 };
            }
            self.in_use[shape.index()] = any;
        }
    }

    /// The shapes of the month that are not all 0, with their positions.
    pub fn shapes(&self) -> impl Iterator<Item = (usize, &Lanes)> {
        self.shapes.iter().enumerate().filter(|(shape, _)| self.in_use[*shape])
    }
}
