//! What a cell or a contract costs in a block: amounts on shapes in time, and what they add up to on each line.

use super::lanes::Lanes;
use super::shape::{Amounts, Sums, TimeShape};
use crate::model::CostLine;

/// A sum over the trials of a block for each line, in the order of [`CostLine::ALL`].
pub type LineSums = [f64; CostLine::COUNT];

/// Adds lines to lines.
pub fn add_lines(sums: &mut LineSums, lines: &LineSums) {
    sums.iter_mut().zip(lines).for_each(|(sum, line)| *sum += line);
}

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
        Self { entries: Vec::with_capacity(CostLine::COUNT), counted: *counted }
    }

    /// Books `amount` times `shape` on `line`. What the home team no longer does is not booked: see [`super::costs::PricedCell::gone`].
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

    /// Adds what is booked on each shape of the site and of the flow, the latter by its position among those that are not the home
    /// team's.
    pub fn add_to(&self, on_site: &mut Amounts, on_flow: &mut Amounts) {
        for Entry { shape, amount, .. } in &self.entries {
            match shape {
                TimeShape::Site(shape) => on_site.add(*shape as usize, amount),
                TimeShape::Flow(shape) => on_flow.add(*shape as usize, amount),
            }
        }
    }

    /// Adds up every line over the months laid out so far and over the trials, from the sums of the shapes: undiscounted (0) or
    /// discounted (1). Gives what the overrun of the first transition, which is part of its line, comes to.
    pub fn add_up(&self, sums: Sums, discounted: usize, lines: &mut LineSums) -> f64 {
        let mut overrun = 0.0;
        for Entry { line, shape, amount, is_overrun } in &self.entries {
            let sum = amount.dot(sums.of(*shape, discounted));
            lines[line.index()] += sum;
            if *is_overrun {
                overrun += sum;
            }
        }
        overrun
    }
}
