//! The home team of a function, month by month: how many people, who is hired and who is let go, which seats are kept.
//!
//! Lines of the home team are yearly or single amounts at the level of the decision times one of these shapes. What a vendor
//! takes over is a part of each shape.

use super::lanes::{LANES, Lanes, TWELFTH, greater};
use super::volume::{AutomationPace, Season};

/// A shape in time of the home team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamShape {
    /// People at work; grows with home wages. A twelfth each month.
    Wage,
    /// People at work; grows with home prices. A twelfth each month.
    Price,
    /// Seats kept: those of the busiest of the last twelve months; grow with home prices. A twelfth each month.
    Seats,
    /// Leavers who are replaced, as a share of the heads; in the month's wages.
    ReplacedWage,
    /// The same; in the month's prices.
    ReplacedPrice,
    /// People hired because there is more work; in the month's wages.
    AddedWage,
    /// The same; in the month's prices.
    AddedPrice,
    /// People let go because there is less work than leavers make room for; in the month's wages.
    LetGo,
    /// Work above the year's level in a busy month, done in overtime; in wages. A twelfth each month.
    Overtime,
    /// Automation put to work, as a share of the whole; in the month's prices.
    Automation,
}

impl TeamShape {
    /// How many shapes there are.
    pub const COUNT: usize = Self::Automation as usize + 1;
}

/// One value for each shape.
pub type TeamShapes = [Lanes; TeamShape::COUNT];

/// Months whose busiest decides how many seats are kept.
const SEAT_MONTHS: usize = 12;

/// The team of one function in a block, laid out month after month.
#[derive(Clone, Debug)]
pub struct Team {
    monthly_attrition: Lanes,
    /// How planned automation proceeds.
    automation: AutomationPace,
    /// People at work in the month before, as a multiple of the heads at the decision.
    level: Lanes,
    /// The busiest of the last twelve months.
    busiest: Busiest,
    /// The shapes of the month that was laid out last; those that are not in use may be of an earlier one.
    pub shapes: TeamShapes,
    /// Which of them a line follows and are not 0 throughout.
    pub in_use: [bool; TeamShape::COUNT],
    /// Which of them any line follows.
    followed: [bool; TeamShape::COUNT],
    /// The shapes added up over the months laid out so far: undiscounted, discounted.
    pub sums: [TeamShapes; 2],
}

impl Team {
    /// A team before the first month, staffed for the work at the decision, whose planned automation takes so many years;
    /// `followed` are the shapes that any line follows.
    pub fn new(attrition: &Lanes, automation_years: &Lanes, followed: [bool; TeamShape::COUNT]) -> Self {
        Self {
            monthly_attrition: *attrition / 12.0,
            automation: AutomationPace::new(automation_years),
            level: Lanes::splat(1.0),
            busiest: Busiest::new(),
            shapes: [Lanes::ZERO; TeamShape::COUNT],
            in_use: followed,
            followed,
            sums: [[Lanes::ZERO; TeamShape::COUNT]; 2],
        }
    }

    /// Lays out the month with this index (from 0), in which so many people are needed as a multiple of those at the decision;
    /// `indices` are those of wages and prices. Months come one after the other.
    ///
    /// # Formula
    /// leave = level before x attrition / 12; needed = level - level before + leave; hired = max(0, needed), of these replaced =
    /// min(hired, leave), added the rest; let go = max(0, -needed)
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn lay_out(&mut self, month: usize, level: &Lanes, season: Season, indices: [&Lanes; 2], discount: f64) {
        self.in_use = self.followed;
        self.lay_out_staff(level, indices);
        let [_, prices] = indices;
        let [wage, _, kept, .., overtime, automation] = &mut self.shapes;
        if self.followed[TeamShape::Seats as usize] {
            let seats = self.busiest.step(month, level);
            kept.set(|lane| seats.of(lane) * prices.0[lane] * TWELFTH);
        }
        if self.followed[TeamShape::Overtime as usize] {
            self.in_use[TeamShape::Overtime as usize] = season.is_busy();
            let at_least_0 = |share: f64| if share > 0.0 { share } else { 0.0 };
            if season.is_busy() {
                overtime.set(|lane| wage.0[lane] * at_least_0(season.of(lane)));
            }
        }
        if self.followed[TeamShape::Automation as usize] {
            let pace = &self.automation;
            automation.set(|lane| {
                let before = if month > 0 { pace.progress(month - 1, lane) } else { 0.0 };
                (pace.progress(month, lane) - before) * prices.0[lane]
            });
            self.in_use[TeamShape::Automation as usize] = automation.any_positive();
        }
        let [nominal, present] = &mut self.sums;
        for shape in (0..TeamShape::COUNT).filter(|shape| self.in_use[*shape]) {
            nominal[shape].add_and_discount(&mut present[shape], &self.shapes[shape], discount);
        }
    }

    /// Those who work, leave, come and are let go.
    fn lay_out_staff(&mut self, level: &Lanes, [wages, prices]: [&Lanes; 2]) {
        let [wage, price, _, replaced_wage, replaced_price, added_wage, added_price, let_go, ..] = &mut self.shapes;
        for lane in 0..LANES {
            let (before, level) = (self.level.0[lane], level.0[lane]);
            let leave = before * self.monthly_attrition.0[lane];
            // The change is taken first, so that steady work hires exactly its leavers.
            let needed = (level - before) + leave;
            let hired = if needed > 0.0 { needed } else { 0.0 };
            let replaced = if hired < leave { hired } else { leave };
            let added = hired - replaced;
            let (wages, prices) = (wages.0[lane], prices.0[lane]);
            let running = level * TWELFTH;
            wage.0[lane] = running * wages;
            price.0[lane] = running * prices;
            replaced_wage.0[lane] = replaced * wages;
            replaced_price.0[lane] = replaced * prices;
            added_wage.0[lane] = added * wages;
            added_price.0[lane] = added * prices;
            let_go.0[lane] = if needed < 0.0 { -needed } else { 0.0 } * wages;
            self.level.0[lane] = level;
        }
    }
}

/// The highest of the last twelve levels.
///
/// # Formula
/// Years are blocks: the highest of twelve months on end is that of the end of one block and that of the beginning of the next. The
/// former is known for every beginning once a block is over, the latter grows with each month (van Herk 1992).
#[derive(Clone, Debug)]
struct Busiest {
    /// Levels of the months of this block so far, and the highest of the last block from each month on; which is which changes with
    /// every block.
    blocks: [[Lanes; SEAT_MONTHS]; 2],
    /// Which of the two is this block.
    this: usize,
    /// The highest of this block.
    so_far: Lanes,
}

/// The highest level of a year: that of its end, and that of its beginning if it lies in the block before.
struct Highest<'a> {
    so_far: &'a Lanes,
    last_year: Option<&'a Lanes>,
}

impl Highest<'_> {
    fn of(&self, lane: usize) -> f64 {
        let so_far = self.so_far.0[lane];
        self.last_year.map_or(so_far, |last_year| greater(so_far, last_year.0[lane]))
    }
}

impl Busiest {
    /// Before the first month, the level having been 1 for a year.
    fn new() -> Self {
        let one = Lanes::splat(1.0);
        Self { blocks: [[one; SEAT_MONTHS]; 2], this: 0, so_far: one }
    }

    /// The highest level of the year that ends with this month (from 0).
    fn step(&mut self, month: usize, level: &Lanes) -> Highest<'_> {
        let place = month % SEAT_MONTHS;
        if place == 0 {
            let last = &mut self.blocks[self.this];
            for later in (1..SEAT_MONTHS).rev() {
                let (earlier, rest) = last.split_at_mut(later);
                earlier[later - 1].set_max(&rest[0]);
            }
            self.this = 1 - self.this;
            self.so_far.clone_from(level);
        } else {
            self.so_far.set_max(level);
        }
        self.blocks[self.this][place].clone_from(level);
        Highest { so_far: &self.so_far, last_year: self.blocks[1 - self.this].get(place + 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid_out(attrition: f64, levels: &[f64]) -> Team {
        let one = Lanes::splat(1.0);
        let mut team = Team::new(&Lanes::splat(attrition), &one, [true; TeamShape::COUNT]);
        for (month, level) in levels.iter().enumerate() {
            let season = Season::new(&Lanes::ZERO, month);
            team.lay_out(month, &Lanes::splat(*level), season, [&one, &one], 0.5);
        }
        team
    }

    fn sum(team: &Team, shape: TeamShape) -> f64 {
        team.sums[0][shape as usize].0[7]
    }

    #[test]
    fn steady_work_replaces_leavers_and_no_more() {
        let team = laid_out(0.24, &[1.0; 12]);
        assert!((sum(&team, TeamShape::ReplacedWage) - 0.24).abs() < 1e-12);
        for shape in [TeamShape::AddedWage, TeamShape::LetGo, TeamShape::Overtime] {
            assert_eq!(sum(&team, shape), 0.0);
        }
        assert!((team.sums[1][TeamShape::Wage as usize].0[0] - 0.5).abs() < 1e-12);
    }

    #[test]
    fn more_work_adds_people_and_less_lets_leavers_go_first() {
        let grown = laid_out(0.12, &[1.2]);
        assert!((sum(&grown, TeamShape::ReplacedWage) - 0.01).abs() < 1e-12);
        assert!((sum(&grown, TeamShape::AddedWage) - 0.2).abs() < 1e-12);
        let shrunk = laid_out(0.12, &[0.9]);
        assert_eq!(sum(&shrunk, TeamShape::ReplacedWage), 0.0);
        assert!((sum(&shrunk, TeamShape::LetGo) - 0.09).abs() < 1e-12);
    }

    #[test]
    fn the_busiest_month_is_that_of_the_last_twelve() {
        let level = |month: usize| 1.0 + (month as f64 * 1.7).sin();
        let mut busiest = Busiest::new();
        for month in 0..60 {
            let found = busiest.step(month, &Lanes::splat(level(month))).of(9);
            let before = if month < 11 { 1.0 } else { 0.0 };
            let expected = (month.saturating_sub(11)..=month).map(level).fold(before, f64::max);
            assert_eq!(found, expected, "month {month}");
        }
    }

    #[test]
    fn seats_are_kept_for_a_year() {
        let team = laid_out(0.0, &[&[1.0][..], &[0.5; 13]].concat());
        // Eleven months after the last busy one they are still there; then they are gone.
        assert!((team.shapes[TeamShape::Seats as usize].0[0] - 0.5 / 12.0).abs() < 1e-12);
        assert!((sum(&team, TeamShape::Seats) - (12.0 + 2.0 * 0.5) / 12.0).abs() < 1e-12);
    }
}
