//! What happened to one strategy in a block of trials, and what it cost.

use crate::engine::bill::{EventTally, StrategyBill};
use crate::engine::lanes::Lanes;
use crate::engine::plan::Plan;
use crate::model::{CostLine, RiskEvent};

/// The events of a strategy.
#[derive(Clone, Debug)]
pub struct StrategyEvents {
    /// What they cost together in each month, undiscounted.
    pub monthly: Vec<Lanes>,
    tallies: [EventTally; RiskEvent::ALL.len()],
}

impl StrategyEvents {
    /// Nothing has happened.
    pub fn new(months: usize) -> Self {
        Self { monthly: vec![Lanes::ZERO; months], tallies: [EventTally::ZERO; RiskEvent::ALL.len()] }
    }

    /// One more event of this kind has happened in the trial.
    pub fn count(&mut self, event: RiskEvent, lane: usize) {
        self.tallies[event.index()].count.0[lane] += 1.0;
    }

    /// An event of this kind costs as much in this month (from 0).
    pub fn book(&mut self, plan: &Plan, event: RiskEvent, (lane, month): (usize, usize), cost: f64) {
        // A line that is not counted leaves the events where they are, at no cost.
        if line_of(event).is_some_and(|line| !plan.counted[line.index()]) {
            return;
        }
        self.monthly[month].0[lane] += cost;
        let [nominal, present] = &mut self.tallies[event.index()].cost;
        nominal.0[lane] += cost;
        present.0[lane] += cost * plan.discount[month];
    }

    /// An event of this kind would have cost more without its cap.
    pub fn count_capped(&mut self, event: RiskEvent, lane: usize) {
        self.tallies[event.index()].capped.0[lane] += 1.0;
    }

    /// The most that one event of this kind can cost in each trial.
    pub fn set_cap(&mut self, event: RiskEvent, cap: Lanes) {
        self.tallies[event.index()].cap = cap;
    }

    /// Adds the events and their cost to the bill.
    pub fn add_to(&self, bill: &mut StrategyBill) {
        for event in RiskEvent::ALL {
            let tally = &self.tallies[event.index()];
            bill.events[event.index()].add(tally);
            if let Some(line) = line_of(event) {
                for (lines, cost) in bill.lines.iter_mut().zip(&tally.cost) {
                    lines[line.index()] += *cost;
                }
            }
        }
    }
}

/// The line on which an event's cost stands; an overrun is part of the transition, which books it itself, and what shocks cost is in
/// the lines.
fn line_of(event: RiskEvent) -> Option<CostLine> {
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
