//! What happened to one strategy in a block of trials, and what it cost.

use crate::engine::bill::LineSums;
use crate::engine::lanes::{LANES, Lanes};
use crate::engine::plan::Plan;
use crate::model::{CostLine, RiskEvent};

/// What an event of one kind did in a block.
#[derive(Clone, Copy, Debug)]
pub struct EventTally {
    /// How often it happened in each trial.
    pub count: [u32; LANES],
    /// What it cost, undiscounted and discounted, summed over the trials.
    pub cost: [f64; 2],
    /// How often it would have cost more without its cap.
    pub capped: f64,
    /// That cap, before inflation, summed over the trials; 0 where there is none.
    pub cap: f64,
}

impl EventTally {
    /// It did not happen.
    pub const ZERO: Self = Self { count: [0; LANES], cost: [0.0; 2], capped: 0.0, cap: 0.0 };
}

/// A cost that falls due in one month of one trial. There are few of them: a list of what happens is much shorter than all months
/// of all trials.
#[derive(Clone, Copy, Debug)]
struct Booking {
    month: usize,
    lane: usize,
    cost: f64,
}

/// The events of a strategy.
#[derive(Clone, Debug)]
pub struct StrategyEvents {
    bookings: Vec<Booking>,
    /// The same in the order of the months, and where each month ends; once closed.
    by_month: Vec<(usize, f64)>,
    ends: Vec<usize>,
    /// What they cost on each line in each year, undiscounted, summed over the trials.
    pub years: Vec<LineSums>,
    /// What they cost on each line, discounted, summed over the trials.
    pub present: LineSums,
    /// What each did, by [`RiskEvent::index`].
    pub tallies: [EventTally; RiskEvent::ALL.len()],
}

impl StrategyEvents {
    /// Nothing has happened.
    pub fn new(months: usize) -> Self {
        Self {
            bookings: Vec::new(),
            by_month: Vec::new(),
            ends: vec![0; months],
            years: vec![[0.0; CostLine::COUNT]; months.div_ceil(12)],
            present: [0.0; CostLine::COUNT],
            tallies: [EventTally::ZERO; RiskEvent::ALL.len()],
        }
    }

    /// One more event of this kind has happened in the trial.
    pub fn count(&mut self, event: RiskEvent, lane: usize) {
        self.tallies[event.index()].count[lane] += 1;
    }

    /// An event of this kind costs as much in this month (from 0).
    pub fn book(&mut self, plan: &Plan, event: RiskEvent, (lane, month): (usize, usize), cost: f64) {
        // A line that is not counted leaves the events where they are, at no cost.
        if line_of(event).is_some_and(|line| !plan.counted[line.index()]) {
            return;
        }
        self.bookings.push(Booking { month, lane, cost });
        let discounted = cost * plan.discount[month];
        if let Some(line) = line_of(event) {
            self.years[month / 12][line.index()] += cost;
            self.present[line.index()] += discounted;
        }
        let [nominal, present] = &mut self.tallies[event.index()].cost;
        *nominal += cost;
        *present += discounted;
    }

    /// Adds what events of this kind cost in each year, undiscounted, and what they cost discounted. What falls due in which month is
    /// accounted for elsewhere.
    pub fn add_sums(&mut self, event: RiskEvent, years: &[f64], present: f64) {
        if let Some(line) = line_of(event) {
            self.years.iter_mut().zip(years).for_each(|(lines, cost)| lines[line.index()] += cost);
            self.present[line.index()] += present;
        }
        let cost = &mut self.tallies[event.index()].cost;
        cost[0] += years.iter().sum::<f64>();
        cost[1] += present;
    }

    /// An event of this kind would have cost more without its cap.
    pub fn count_capped(&mut self, event: RiskEvent) {
        self.tallies[event.index()].capped += 1.0;
    }

    /// The most that one event of this kind can cost in each trial.
    pub fn set_cap(&mut self, event: RiskEvent, cap: &Lanes) {
        self.tallies[event.index()].cap = cap.sum();
    }

    /// Puts what was booked in the order of the months; within a month it stays as it was booked.
    pub fn close(&mut self) {
        // Counted and laid out: there are thousands in a block, and few months.
        for booking in &self.bookings {
            self.ends[booking.month] += 1;
        }
        let mut place = 0;
        for end in &mut self.ends {
            place += std::mem::replace(end, place);
        }
        self.by_month.resize(self.bookings.len(), (0, 0.0));
        for Booking { month, lane, cost } in self.bookings.drain(..) {
            self.by_month[self.ends[month]] = (lane, cost);
            self.ends[month] += 1;
        }
    }

    /// Adds what falls due in a month (from 0) to the cost of each trial. Only after [`Self::close`].
    // Kept out of the loop over months: see `months::run_through_the_months`.
    #[inline(never)]
    pub fn add_month(&self, month: usize, cost: &mut Lanes) {
        let start = if month == 0 { 0 } else { self.ends[month - 1] };
        for (lane, amount) in &self.by_month[start..self.ends[month]] {
            cost.0[*lane] += amount;
        }
    }
}

/// The line on which an event's cost stands; an overrun is part of the transition, which books it itself, and what shocks cost is in
/// the lines.
pub fn line_of(event: RiskEvent) -> Option<CostLine> {
    match event {
        RiskEvent::DataBreach => Some(CostLine::DataBreach),
        RiskEvent::ComplianceFine => Some(CostLine::ComplianceFine),
        RiskEvent::Disruption => Some(CostLine::Disruption),
        RiskEvent::KeyPeople => Some(CostLine::KeyPeople),
        RiskEvent::AttritionSpike => Some(CostLine::AttritionSpike),
        RiskEvent::EarlyEnd | RiskEvent::Insolvency => Some(CostLine::EarlyEnd),
        RiskEvent::TransitionOverrun | RiskEvent::DemandShock | RiskEvent::AutomationShock => None,
    }
}
