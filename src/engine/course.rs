//! What becomes of a contract: when the vendor starts, when it is replaced, when the work comes home.

use super::events::strain::Strain;
use super::lanes::{LANES, Lanes, greater};
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
    /// How that with each vendor ends; `None` where it does not.
    pub endings: [Option<Ending>; VENDORS],
}

/// How a contract ends early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The buyer leaves, pays its fee and has somebody ready.
    ByBuyer,
    /// The vendor leaves after its notice.
    ByVendor,
    /// The vendor has run out of money.
    Insolvency,
}

/// The courses of a block.
pub type Courses = [Course; LANES];

/// What becomes of the contracts of a site in a block.
pub fn courses(plan: &Plan, world: &World, draws: &SiteWorld, strain: &Strain) -> Courses {
    // Rounding must not decide: whatever lasts a day longer than the horizon is behind it as well.
    let share_of_horizon = share_of_scale(plan.horizon_months as f64 + 0.03);
    std::array::from_fn(|lane| {
        let hazard = Hazard::new(plan, world, draws, strain, share_of_horizon, lane);
        Course::new(plan, world, draws, &hazard)
    })
}

impl Course {
    fn new(plan: &Plan, world: &World, draws: &SiteWorld, hazard: &Hazard) -> Self {
        let lane = hazard.lane;
        let horizon = plan.horizon_months as f64;
        let mut course =
            Self { starts: [f64::INFINITY; VENDORS], home_at: f64::INFINITY, ends: 0, endings: [None; VENDORS] };
        course.starts[0] = draws.quantity(Assumption::GoLiveMonths, lane);
        if !plan.events.early_end || hazard.scale <= 0.0 {
            return course;
        }
        for vendor in 0..VENDORS {
            let traits = &draws.vendors[vendor];
            let end = hazard.end(course.starts[vendor], traits.early_end_clock.0[lane], horizon);
            if end >= horizon {
                break;
            }
            let comes_home = traits.brought_home_draw.0[lane] < world.home_of(Assumption::BroughtHome, lane);
            // There is no fourth vendor: the third stays unless the work comes home.
            if !comes_home && vendor + 1 == VENDORS {
                break;
            }
            course.ends += 1;
            course.endings[vendor] = Some(if traits.insolvency_draw.0[lane] < hazard.chance_of_insolvency(end) {
                Ending::Insolvency
            } else if traits.ended_by_buyer_draw.0[lane] < world.home_of(Assumption::EndedByBuyer, lane) {
                Ending::ByBuyer
            } else {
                Ending::ByVendor
            });
            if comes_home {
                course.home_at = end;
                break;
            }
            course.starts[vendor + 1] = end;
        }
        course
    }

    /// When the contract with this vendor ends early, by a successor or since the work comes home; infinite if it does not.
    pub fn end_of(&self, vendor: usize) -> f64 {
        let next = self.starts.get(vendor + 1).copied().filter(|start| start.is_finite());
        next.unwrap_or(self.home_at)
    }

    /// The month, from 0, at whose end the contract with this vendor ends early.
    pub fn month_of_end(&self, vendor: usize) -> usize {
        index(self.end_of(vendor))
    }

    /// The months, from 0, in which a vendor fails.
    pub fn insolvencies(&self) -> impl Iterator<Item = usize> {
        let fails = |vendor: &usize| self.endings[*vendor] == Some(Ending::Insolvency);
        (0..VENDORS).filter(fails).map(|vendor| self.month_of_end(vendor))
    }

    /// The vendor of the month with this number. A successor starts at the end of a month, so each month belongs to one.
    pub fn vendor(&self, number: f64) -> usize {
        (1..VENDORS).rev().find(|&vendor| self.starts[vendor] < number).unwrap_or(0)
    }
}

/// Share of each month, the first being month 1, in which a vendor works.
pub fn away(courses: &Courses, months: usize) -> Vec<Lanes> {
    let start = Lanes::from_fn(|lane| courses[lane].starts[0]);
    let home_at = Lanes::from_fn(|lane| courses[lane].home_at);
    let mut away = vec![Lanes::ZERO; months];
    for (number, away) in (1..).zip(&mut away) {
        let number = f64::from(number);
        away.set(|lane| if number > home_at.0[lane] { 0.0 } else { (number - start.0[lane]).clamp(0.0, 1.0) });
    }
    away
}

/// The month, from 0, at whose end a moment lies that is a whole number of months from the decision.
fn index(end: f64) -> usize {
    // Between 1 and the horizon: the conversion drops nothing.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = end.max(1.0) as usize;
    number - 1
}

/// What so many months with a vendor add to the hazard, as a multiple of [`Hazard::scale`].
fn share_of_scale(months: f64) -> f64 {
    math::pow(months / 12.0 / EARLY_END_YEARS, EARLY_END_EXPONENT)
}

/// The hazard of an early end in one trial.
struct Hazard<'a> {
    /// Yearly hazard x [`EARLY_END_YEARS`].
    scale: f64,
    /// Share of it that is insolvency while nothing raises it.
    insolvency: f64,
    /// Factor on all of it in the year after a breach.
    breach_factor: f64,
    /// Factor on insolvency in a slump of demand.
    slump_factor: f64,
    /// The greatest factor that any month can have.
    most_raised: f64,
    /// A little more than what all months of the horizon add to it.
    share_of_horizon: f64,
    strain: &'a Strain,
    lane: usize,
}

impl<'a> Hazard<'a> {
    fn new(
        plan: &Plan,
        world: &World,
        draws: &SiteWorld,
        strain: &'a Strain,
        share_of_horizon: f64,
        lane: usize,
    ) -> Self {
        let insolvency = if plan.events.insolvency { draws.quantity(Assumption::InsolvencyShare, lane) } else { 0.0 };
        let breach_factor = world.home_of(Assumption::BreachStrain, lane);
        let slump_factor = world.home_of(Assumption::SlumpInsolvency, lane);
        let by_slump = 1.0 - insolvency + insolvency * greater(slump_factor, 1.0);
        Self {
            scale: EARLY_END_YEARS * draws.quantity(Assumption::EarlyEndHazard, lane),
            insolvency,
            breach_factor,
            slump_factor,
            most_raised: greater(breach_factor, 1.0) * by_slump,
            share_of_horizon,
            strain,
            lane,
        }
    }

    /// When the contract with a vendor that started at `start` ends: at the end of the month in which the integrated hazard
    /// reaches the clock; infinite, or behind the horizon, if it lasts.
    ///
    /// # Formula
    /// With yearly hazard h the integral after t years with a vendor is 5 h (t/5)^0.7042; what falls into a month is multiplied
    /// by the factors of that month. So it is that integral and what strained months add to it.
    fn end(&self, start: f64, clock: f64, horizon: f64) -> f64 {
        // Half of all contracts outlast the horizon whatever strains them: then there is nothing to add up.
        if clock > self.scale * self.share_of_horizon * self.most_raised {
            return f64::INFINITY;
        }
        let earliest = start.floor() + 1.0;
        let (mut added, mut end_of_last) = (0.0, None);
        for number in self.strain.span(self.lane).map(|month| (month + 1) as f64) {
            if number < earliest || number >= horizon {
                continue;
            }
            let before = match end_of_last {
                Some((last, integral)) if last + 1.0 >= number => integral,
                _ => self.integral((number - 1.0).max(start) - start),
            };
            if before + added >= clock {
                break;
            }
            let after = self.integral(number - start);
            added += (after - before) * (self.factor(number) - 1.0);
            if after + added >= clock {
                return number;
            }
            end_of_last = Some((number, after));
        }
        // In a month that nothing strains, if it is one within the horizon.
        let share = (clock - added) / self.scale;
        if share > self.share_of_horizon {
            return f64::INFINITY;
        }
        let years = EARLY_END_YEARS * math::pow(share, 1.0 / EARLY_END_EXPONENT);
        (start + 12.0 * years).ceil().max(earliest)
    }

    /// The hazard that nothing raises, added up over so many months with a vendor.
    fn integral(&self, months: f64) -> f64 {
        self.scale * share_of_scale(months)
    }

    /// By how much the hazard of the month with this number (from 1) is raised.
    fn factor(&self, number: f64) -> f64 {
        let month = index(number);
        let breach = if self.strain.follows_breach(self.lane, month) { self.breach_factor } else { 1.0 };
        breach * (1.0 - self.insolvency + self.insolvency * self.slump(month))
    }

    /// By how much that of an insolvency is raised beyond it.
    fn slump(&self, month: usize) -> f64 {
        if self.strain.is_slump(self.lane, month) { self.slump_factor } else { 1.0 }
    }

    /// Chance that an end in the month with this number (from 1) is an insolvency.
    fn chance_of_insolvency(&self, number: f64) -> f64 {
        let raised = self.insolvency * self.slump(index(number));
        raised / (1.0 - self.insolvency + raised)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Uncertain;
    use crate::model::presets::PRESETS;

    const BLOCKS: u32 = 20;

    fn plan(slump_insolvency: f64) -> Plan {
        let mut scenario = PRESETS[0].scenario().unwrap();
        let factor = Uncertain::Fixed(slump_insolvency);
        scenario.assumptions.insert("home.slump_insolvency".to_owned(), factor);
        Plan::new(&scenario).unwrap()
    }

    fn all_courses(plan: &Plan, strain: &Strain) -> Vec<Course> {
        let of_block = |block: u32| {
            let world = World::draw(plan, block * 64);
            courses(plan, &world, &world.sites[2], strain)
        };
        (0..BLOCKS).flat_map(of_block).collect()
    }

    fn slump(from: usize) -> Strain {
        Strain::default().with_slumps((0..LANES).map(|lane| (lane, from, 60)))
    }

    fn failures(courses: &[Course]) -> usize {
        courses.iter().flat_map(|course| course.endings).filter(|ending| *ending == Some(Ending::Insolvency)).count()
    }

    /// Summed month by month or by its inverse, the hazard gives the same ends.
    #[test]
    fn a_slump_without_effect_changes_nothing() {
        let plan = plan(1.0);
        let calm = all_courses(&plan, &Strain::default());
        let ends = |courses: &[Course]| -> Vec<_> {
            courses.iter().map(|course| (course.starts.map(f64::to_bits), course.home_at, course.endings)).collect()
        };
        for from in [0, 17] {
            assert_eq!(ends(&all_courses(&plan, &slump(from))), ends(&calm));
        }
        assert!(failures(&calm) > 0);
    }

    #[test]
    fn a_slump_makes_vendors_fail_and_no_contract_last_longer() {
        let plan = plan(6.0);
        let (calm, slack) = (all_courses(&plan, &Strain::default()), all_courses(&plan, &slump(12)));
        let first_end = |course: &Course| course.home_at.min(course.starts[1]);
        for (calm, slack) in calm.iter().zip(&slack) {
            assert!(first_end(slack) <= first_end(calm));
            assert!(first_end(calm) > 12.0 || first_end(slack).total_cmp(&first_end(calm)).is_eq());
        }
        assert!(failures(&slack) > 2 * failures(&calm), "{} {}", failures(&slack), failures(&calm));
    }

    /// A contract that would just outlast the horizon ends within it where a slump raises the hazard, and lasts where nothing does.
    #[test]
    fn a_slump_ends_what_calm_would_let_last() {
        let plan = plan(6.0);
        let world = World::draw(&plan, 0);
        let (calm, slack) = (Strain::default(), slump(0));
        let share_of_horizon = share_of_scale(60.03);
        for lane in 0..LANES {
            let end = |strain: &Strain| {
                let hazard = Hazard::new(&plan, &world, &world.sites[2], strain, share_of_horizon, lane);
                assert!(hazard.insolvency > 0.02, "{}", hazard.insolvency);
                hazard.end(0.0, hazard.scale * share_of_horizon * 1.02, 60.0)
            };
            assert!(end(&calm) >= 60.0 && end(&slack) < 60.0, "{lane}: {} {}", end(&calm), end(&slack));
        }
    }
}
