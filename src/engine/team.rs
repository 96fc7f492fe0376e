//! The home team of a function, month by month: how many people, who is hired and who is let go, which seats are kept.
//!
//! Lines of the home team are yearly or single amounts at the level of the decision times one of these shapes. What a vendor
//! takes over is a part of each shape.

use super::lanes::Lanes;
use super::volume::Work;

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
    /// People at work in the month before, as a multiple of the heads at the decision.
    level: Lanes,
    /// Levels of the last twelve months.
    recent: [Lanes; SEAT_MONTHS],
    /// The shapes of the month that was laid out last.
    pub shapes: TeamShapes,
    /// The shapes added up over the months laid out so far: undiscounted, discounted.
    pub sums: [TeamShapes; 2],
}

impl Team {
    /// A team before the first month, staffed for the work at the decision.
    pub fn new(attrition: &Lanes) -> Self {
        Self {
            monthly_attrition: *attrition / 12.0,
            level: Lanes::splat(1.0),
            recent: [Lanes::splat(1.0); SEAT_MONTHS],
            shapes: [Lanes::ZERO; TeamShape::COUNT],
            sums: [[Lanes::ZERO; TeamShape::COUNT]; 2],
        }
    }

    /// Lays out the month with this index (from 0), in which so many people are needed as a multiple of those at the decision;
    /// `indices` are those of wages and prices. Months come one after the other.
    ///
    /// # Formula
    /// leave = level before x attrition / 12; needed = level - level before + leave; hired = max(0, needed), of these replaced =
    /// min(hired, leave), added the rest; let go = max(0, -needed)
    pub fn lay_out(&mut self, month: usize, level: Lanes, work: &Work, [wages, prices]: [&Lanes; 2], discount: f64) {
        let leave = self.level * self.monthly_attrition;
        // The change is taken first, so that steady work hires exactly its leavers.
        let needed = (level - self.level) + leave;
        let hired = needed.max(Lanes::ZERO);
        let replaced = hired.min(leave);
        let added = hired - replaced;
        let let_go = (-needed).max(Lanes::ZERO);
        self.recent[month % SEAT_MONTHS] = level;
        let seats = self.recent.iter().fold(Lanes::ZERO, |most, level| most.max(*level));
        self.level = level;
        let running = level / 12.0;
        self.shapes[TeamShape::Wage as usize] = running * *wages;
        self.shapes[TeamShape::Price as usize] = running * *prices;
        self.shapes[TeamShape::Seats as usize] = seats * *prices / 12.0;
        self.shapes[TeamShape::ReplacedWage as usize] = replaced * *wages;
        self.shapes[TeamShape::ReplacedPrice as usize] = replaced * *prices;
        self.shapes[TeamShape::AddedWage as usize] = added * *wages;
        self.shapes[TeamShape::AddedPrice as usize] = added * *prices;
        self.shapes[TeamShape::LetGo as usize] = let_go * *wages;
        self.shapes[TeamShape::Overtime as usize] = running * work.peak() * *wages;
        self.shapes[TeamShape::Automation as usize] = work.adopted * *prices;
        let [nominal, present] = &mut self.sums;
        for ((nominal, present), shape) in nominal.iter_mut().zip(present).zip(&self.shapes) {
            *nominal += *shape;
            present.add_scaled(discount, shape);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(level: f64) -> Work {
        let zero = Lanes::ZERO;
        Work { demand: Lanes::splat(level), automated: zero, season: zero, adopted: zero }
    }

    fn laid_out(attrition: f64, levels: &[f64]) -> Team {
        let one = Lanes::splat(1.0);
        let mut team = Team::new(&Lanes::splat(attrition));
        for (month, level) in levels.iter().enumerate() {
            team.lay_out(month, Lanes::splat(*level), &work(*level), [&one, &one], 0.5);
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
    fn seats_are_kept_for_a_year() {
        let team = laid_out(0.0, &[&[1.0][..], &[0.5; 13]].concat());
        // Eleven months after the last busy one they are still there; then they are gone.
        assert!((team.shapes[TeamShape::Seats as usize].0[0] - 0.5 / 12.0).abs() < 1e-12);
        assert!((sum(&team, TeamShape::Seats) - (12.0 + 2.0 * 0.5) / 12.0).abs() < 1e-12);
    }
}
