//! What a cell, a contract or a strategy costs in a block: amounts by cost line, and coefficients of the monthly shapes.

use super::lanes::Lanes;
use super::timeline::{TimeShape, Timeline};
use crate::model::{CostLine, RiskEvent};

/// The bill for work at one site. Amounts are differences to keeping the work at home, so that lines of the home team
/// are negative here.
#[derive(Clone, Debug)]
pub struct SiteBill {
    /// Coefficient of each shape: monthly cost is their sum over shapes.
    pub coefficients: [Lanes; TimeShape::COUNT],
    /// Undiscounted total of each line.
    pub nominal: [Lanes; CostLine::COUNT],
    /// Discounted total of each line.
    pub present: [Lanes; CostLine::COUNT],
    /// Cost of the overrun of the first transition, which is part of its line: undiscounted, discounted.
    pub overrun: [Lanes; 2],
}

impl SiteBill {
    /// A bill without amounts.
    pub const EMPTY: Self = Self {
        coefficients: [Lanes::ZERO; TimeShape::COUNT],
        nominal: [Lanes::ZERO; CostLine::COUNT],
        present: [Lanes::ZERO; CostLine::COUNT],
        overrun: [Lanes::ZERO; 2],
    };

    /// Adds another bill for the same site.
    pub fn add(&mut self, other: &Self) {
        let pairs = self.coefficients.iter_mut().zip(&other.coefficients);
        let lines = self.nominal.iter_mut().zip(&other.nominal).chain(self.present.iter_mut().zip(&other.present));
        let overruns = self.overrun.iter_mut().zip(&other.overrun);
        for (mine, theirs) in pairs.chain(lines).chain(overruns) {
            *mine += *theirs;
        }
    }
}

/// Writes amounts at a site onto a bill.
pub struct Ledger<'a> {
    timeline: &'a Timeline,
    bill: SiteBill,
}

impl<'a> Ledger<'a> {
    /// A ledger for a site with this timeline.
    pub fn new(timeline: &'a Timeline) -> Self {
        Self { timeline, bill: SiteBill::EMPTY }
    }

    /// Books `amount` times `shape` on `line`.
    pub fn book(&mut self, line: CostLine, shape: TimeShape, amount: Lanes) {
        let (line, shape) = (line.index(), shape as usize);
        self.bill.coefficients[shape] += amount;
        self.bill.nominal[line].add_product(&amount, &self.timeline.nominal[shape]);
        self.bill.present[line].add_product(&amount, &self.timeline.present[shape]);
    }

    /// Books what the first transition costs over its plan; part of the event's account as well.
    pub fn book_overrun(&mut self, line: CostLine, shape: TimeShape, amount: Lanes) {
        self.book(line, shape, amount);
        self.bill.overrun[0].add_product(&amount, &self.timeline.nominal[shape as usize]);
        self.bill.overrun[1].add_product(&amount, &self.timeline.present[shape as usize]);
    }

    /// The finished bill.
    pub fn close(self) -> SiteBill {
        self.bill
    }
}

/// What a strategy costs in a block.
#[derive(Clone, Debug)]
pub struct StrategyBill {
    /// Undiscounted total of each line.
    pub nominal: [Lanes; CostLine::COUNT],
    /// Discounted total of each line.
    pub present: [Lanes; CostLine::COUNT],
    /// Each event: how often, and what it cost undiscounted and discounted.
    pub events: [EventTally; RiskEvent::ALL.len()],
}

/// What an event did in a block.
#[derive(Clone, Copy, Debug)]
pub struct EventTally {
    /// How often it happened.
    pub count: Lanes,
    /// What it cost, undiscounted.
    pub nominal: Lanes,
    /// What it cost, discounted.
    pub present: Lanes,
}

impl EventTally {
    /// Nothing happened.
    pub const NONE: Self = Self { count: Lanes::ZERO, nominal: Lanes::ZERO, present: Lanes::ZERO };
}

impl StrategyBill {
    /// Undiscounted total.
    pub fn total_nominal(&self) -> Lanes {
        sum(&self.nominal)
    }

    /// Discounted total.
    pub fn total_present(&self) -> Lanes {
        sum(&self.present)
    }
}

fn sum(lines: &[Lanes]) -> Lanes {
    let mut total = Lanes::ZERO;
    for line in lines {
        total += *line;
    }
    total
}
