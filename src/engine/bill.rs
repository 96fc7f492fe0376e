//! What a cell, a contract or a strategy costs in a block: amounts on shapes in time, and what they add up to on each line.

use super::lanes::Lanes;
use super::shape::{Coefficients, Sums, TimeShape};
use crate::model::{CostLine, RiskEvent};

/// An amount that falls due along a shape in time.
#[derive(Clone, Debug)]
struct Entry {
    line: CostLine,
    shape: TimeShape,
    amount: Lanes,
    /// Whether it is the overrun of the first transition.
    is_overrun: bool,
}

/// Amounts at one site, as differences to keeping the work at home: lines of the home team are negative here.
#[derive(Clone, Debug)]
pub struct Ledger {
    entries: Vec<Entry>,
    /// Which lines are counted; what is booked on the others is dropped.
    counted: [bool; CostLine::COUNT],
}

impl Ledger {
    /// A ledger without entries, on which only some lines are counted.
    pub fn new(counted: &[bool; CostLine::COUNT]) -> Self {
        Self { entries: Vec::new(), counted: *counted }
    }

    /// Books `amount` times `shape` on `line`.
    pub fn book(&mut self, line: CostLine, shape: impl Into<TimeShape>, amount: Lanes) {
        self.enter(Entry { line, shape: shape.into(), amount, is_overrun: false });
    }

    /// Books what the first transition costs over its plan; part of the event's account as well.
    pub fn book_overrun(&mut self, line: CostLine, shape: impl Into<TimeShape>, amount: Lanes) {
        self.enter(Entry { line, shape: shape.into(), amount, is_overrun: true });
    }

    /// What is nothing in all trials is left out: it would cost time in every sum and change none.
    fn enter(&mut self, entry: Entry) {
        if self.counted[entry.line.index()] && entry.amount.0.iter().any(|amount| *amount != 0.0) {
            self.entries.push(entry);
        }
    }

    /// What is booked on each shape.
    pub fn coefficients(&self) -> Coefficients {
        let mut coefficients = Coefficients::ZERO;
        for entry in &self.entries {
            *coefficients.at(entry.shape) += entry.amount;
        }
        coefficients
    }

    /// Adds up every line over time, from the sums of the shapes over the months, undiscounted and discounted.
    pub fn settle(&self, sums: Sums) -> SiteBill {
        let mut bill = SiteBill::EMPTY;
        for Entry { line, shape, amount, is_overrun } in &self.entries {
            for discounted in [0, 1] {
                let sum = sums.of(*shape, discounted);
                bill.lines[discounted][line.index()].add_product(amount, sum);
                if *is_overrun {
                    bill.overrun[discounted].add_product(amount, sum);
                }
            }
        }
        bill
    }
}

/// What amounts at a site add up to over the horizon; the first of each pair undiscounted, the second discounted.
#[derive(Clone, Debug)]
pub struct SiteBill {
    /// Total of each line.
    pub lines: [[Lanes; CostLine::COUNT]; 2],
    /// The overrun of the first transition, which is part of its line.
    pub overrun: [Lanes; 2],
}

impl SiteBill {
    /// A bill without amounts.
    pub const EMPTY: Self = Self { lines: [[Lanes::ZERO; CostLine::COUNT]; 2], overrun: [Lanes::ZERO; 2] };

    /// Adds another bill for the same site.
    pub fn add(&mut self, other: &Self) {
        let lines = self.lines.as_flattened_mut().iter_mut().zip(other.lines.as_flattened());
        for (mine, theirs) in lines.chain(self.overrun.iter_mut().zip(&other.overrun)) {
            *mine += *theirs;
        }
    }
}

/// What a strategy costs in a block; the first of each pair undiscounted, the second discounted.
#[derive(Clone, Debug)]
pub struct StrategyBill {
    /// Total of each line.
    pub lines: [[Lanes; CostLine::COUNT]; 2],
    /// What each event did.
    pub events: [EventTally; RiskEvent::ALL.len()],
}

/// What an event did in a block.
#[derive(Clone, Copy, Debug)]
pub struct EventTally {
    /// How often it happened.
    pub count: Lanes,
    /// What it cost, undiscounted and discounted.
    pub cost: [Lanes; 2],
    /// How often it would have cost more without its cap.
    pub capped: Lanes,
    /// That cap, before inflation; 0 where there is none.
    pub cap: Lanes,
}

impl EventTally {
    /// It did not happen.
    pub const ZERO: Self = Self { count: Lanes::ZERO, cost: [Lanes::ZERO; 2], capped: Lanes::ZERO, cap: Lanes::ZERO };

    /// Adds what the same event did elsewhere.
    pub fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.capped += other.capped;
        self.cap += other.cap;
        for (mine, theirs) in self.cost.iter_mut().zip(&other.cost) {
            *mine += *theirs;
        }
    }
}

impl StrategyBill {
    /// A bill with these lines, before any event.
    pub fn new(lines: [[Lanes; CostLine::COUNT]; 2]) -> Self {
        Self { lines, events: [EventTally::ZERO; RiskEvent::ALL.len()] }
    }

    /// Total over the lines, undiscounted and discounted.
    pub fn totals(&self) -> [Lanes; 2] {
        [0, 1].map(|discounted: usize| {
            let mut total = Lanes::ZERO;
            self.lines[discounted].iter().for_each(|line| total += *line);
            total
        })
    }
}
