//! What goes wrong: risk events, drawn by clocks that all strategies share (docs/model.md, 11).
//!
//! Each kind of event has a clock for each place (home, each site), never for a strategy. What strikes a place is priced once
//! in a block for the whole of each function; a strategy then pays for the share of the work that it has there in that month.
//! So in-house meets what happens at home, and every strategy does for what it keeps there.

pub mod account;
pub mod attrition_spike;
pub mod clock;
pub mod compliance_fine;
pub mod data_breach;
pub mod disruption;
pub mod early_end;
pub mod hits;
pub mod key_people;
pub mod places;
pub mod severity;
pub mod strain;
pub mod streams;

use super::costs::{HomeCost, vendor_fees};
use super::course::Ending;
use super::lanes::Lanes;
use super::months::Stage;
use super::plan::{Plan, VENDORS};
use super::priced::Priced;
use super::timeline::Timeline;
use super::volume::{Season, Work};
use super::world::World;
use crate::model::{Assumption, PricingUnit, RiskEvent};
use account::StrategyEvents;
use compliance_fine::Fines;
use data_breach::{BreachWorld, Exposure};
use early_end::EndCost;
use hits::{Hits, PlaceHits};
use places::{FlowEvents, HomeEvents};

/// What events need to know of a block of trials.
pub struct View<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The draws.
    pub world: &'a World,
    /// The functions at home.
    pub homes: &'a [HomeCost],
    /// The amounts.
    pub priced: &'a Priced,
    /// The plan's sites.
    pub timelines: &'a [Timeline<'a>],
    /// The work of each function, month by month.
    pub work: &'a [Vec<Work>],
    /// What a year of all work of each flow costs with each vendor in turn.
    flow_fees: Vec<[Lanes; VENDORS]>,
}

/// What happens in a block.
pub struct Events {
    /// What strikes home, for all of the work.
    pub home: HomeEvents,
    /// What that changes for the flows of the plan.
    pub flows: Vec<FlowEvents>,
    /// What happens to each strategy.
    pub strategies: Vec<StrategyEvents>,
}

/// What happens in a block to each strategy of the plan.
pub fn happen(view: &View, breaches: &BreachWorld) -> Events {
    let sites = 0..view.plan.sites.len();
    let contracts = 0..view.plan.contracts.len();
    let home = HomeEvents::new(view.plan, view.hits_at_home());
    let at_sites: Vec<PlaceHits> = sites.map(|site| view.hits_at_site(site)).collect();
    let (flows, counts) = places::lay_out(view, &home, &at_sites);
    let ends: Vec<Vec<EndCost>> = contracts.clone().map(|contract| early_end::costs(view, contract)).collect();
    let exposures: Vec<Exposure> = contracts.map(|contract| view.exposure(breaches, contract)).collect();
    let mut fines = Fines::new(view.plan, view.world, breaches);
    let mut of_strategy = |contracts: &[usize]| {
        let mut events = StrategyEvents::new(view.plan.horizon_months);
        let exposures: Vec<&Exposure> = contracts.iter().map(|&contract| &exposures[contract]).collect();
        book_breaches(view, breaches, &exposures, &mut fines, &mut events);
        places::add_to(view, contracts, &home, (&flows, &counts), &mut events);
        for &contract in contracts {
            book_ends(view.plan, &ends[contract], &mut events);
        }
        events.close();
        events
    };
    let strategies = view.plan.strategies.iter().map(|strategy| of_strategy(&strategy.contracts)).collect();
    Events { home, flows, strategies }
}

/// The breaches of a strategy, and the fines for them.
// Kept out of line: see `months::run_through_the_months`.
#[inline(never)]
fn book_breaches(
    view: &View,
    breaches: &BreachWorld,
    exposures: &[&Exposure],
    fines: &mut Fines,
    events: &mut StrategyEvents,
) {
    events.set_cap(RiskEvent::DataBreach, &breaches.cap);
    events.set_cap(RiskEvent::ComplianceFine, &fines.cap);
    for breach in breaches.breaches(view.plan, view.world, exposures) {
        let (lane, month) = (breach.strike.lane, breach.strike.month);
        let mut happens = |event, cost, is_capped| {
            events.count(event, lane);
            events.book(view.plan, event, (lane, month), cost);
            if is_capped {
                events.count_capped(event);
            }
        };
        happens(RiskEvent::DataBreach, breach.cost, breach.is_capped);
        if view.plan.events.compliance_fine
            && let Some(fine) = fines.after(&breach)
        {
            happens(RiskEvent::ComplianceFine, fine.cost, fine.is_capped);
        }
    }
}

/// The early ends of a contract. That they happen is counted with the moves they bring about.
fn book_ends(plan: &Plan, ends: &[EndCost], events: &mut StrategyEvents) {
    for end in ends {
        let event = if end.ending == Ending::Insolvency { RiskEvent::Insolvency } else { RiskEvent::EarlyEnd };
        events.book(plan, event, (end.lane, end.month), end.cost);
        if end.ending == Ending::Insolvency {
            events.count(event, end.lane);
        }
    }
}

impl<'a> View<'a> {
    /// Of a block whose amounts are priced.
    pub fn new(
        plan: &'a Plan,
        world: &'a World,
        homes: &'a [HomeCost],
        priced: &'a Priced,
        stage: &'a Stage<'a>,
    ) -> Self {
        let all = Lanes::splat(1.0);
        let fees = plan.flows.iter().map(|flow| {
            let pricing = plan.pricing_of(flow.function, flow.site);
            vendor_fees::yearly(world, &world.functions[flow.function], pricing, flow.site, all)
        });
        Self { plan, world, homes, priced, timelines: &stage.timelines, work: &stage.work, flow_fees: fees.collect() }
    }

    /// Index of home wages in a month (from 0).
    fn wage_index(&self, month: usize, lane: usize) -> f64 {
        self.world.wage_index[month / 12].0[lane]
    }

    /// Index of other home prices in a month (from 0).
    fn price_index(&self, month: usize, lane: usize) -> f64 {
        self.world.price_index[month / 12].0[lane]
    }

    /// Level of a function's work at home in a month (from 0).
    fn level(&self, function: usize, month: usize, lane: usize) -> f64 {
        self.work[function][month].level_of(lane)
    }

    /// What a year of all work of a function costs at home, at the level, the wages and the prices of a month (from 0).
    fn yearly_home_cost(&self, function: usize, month: usize, lane: usize) -> f64 {
        let home = &self.homes[function];
        let at_level_of_decision = home.with_wages.0[lane] * self.wage_index(month, lane)
            + home.with_prices.0[lane] * self.price_index(month, lane);
        self.level(function, month, lane) * at_level_of_decision
    }

    /// Level of the bill for work of a flow in a month (from 0), in prices of the decision.
    ///
    /// # Formula
    /// price of the month x level of the work billed, which a fixed fee does not follow
    fn bill_level(&self, flow: usize, month: usize, lane: usize) -> f64 {
        let of = &self.plan.flows[flow];
        let level = if self.plan.pricing_of(of.function, of.site) == PricingUnit::Year {
            1.0
        } else {
            let passed_on = self.world.sites[of.site].quantity(Assumption::AutomationPassedOn, lane);
            let season = Season::new(&self.world.functions[of.function].seasonal_peak, month);
            self.work[of.function][month].billed_of(passed_on, season, lane)
        };
        level * self.timelines[of.site].prices[month].0[lane]
    }

    /// What a year of more hours costs, as a multiple of the work of a flow, with the vendor of a month (from 0): its bill before
    /// ramp and rework; nothing where it is paid by what it delivers.
    fn yearly_hours(&self, flow: usize, month: usize, lane: usize) -> f64 {
        let of = &self.plan.flows[flow];
        match self.plan.pricing_of(of.function, of.site) {
            PricingUnit::Hour | PricingUnit::PersonMonth => {
                let vendor = self.timelines[of.site].courses[lane].vendor((month + 1) as f64);
                self.flow_fees[flow][vendor].0[lane] * self.bill_level(flow, month, lane)
            }
            PricingUnit::Transaction | PricingUnit::Year => 0.0,
        }
    }

    /// The functions of which any strategy has work at the site, each with its flow; by positions in the plan. In the order of the
    /// functions, since that of the flows follows the strategies, and sums must not.
    fn functions_at(&self, site: usize) -> Vec<(usize, usize)> {
        let flows = self.plan.flows.iter().enumerate();
        let mut functions: Vec<(usize, usize)> =
            flows.filter(|(_, flow)| flow.site == site).map(|(position, flow)| (flow.function, position)).collect();
        functions.sort_unstable();
        // A function that a hybrid splits has two flows there.
        functions.dedup_by_key(|(function, _)| *function);
        functions
    }

    /// Whether the vendor of a site works in a month (from 0) of a trial.
    fn works(&self, site: usize, month: usize, lane: usize) -> bool {
        self.timelines[site].away[month].0[lane] > 0.0
    }

    fn hits_at_home(&self) -> PlaceHits {
        let hits = |event: RiskEvent, of: fn(&Self) -> Hits| {
            (event, if self.plan.events.includes(event) { of(self) } else { Hits::default() })
        };
        PlaceHits(vec![
            hits(RiskEvent::Disruption, disruption::at_home),
            hits(RiskEvent::KeyPeople, key_people::at_home),
            hits(RiskEvent::AttritionSpike, attrition_spike::at_home),
        ])
    }

    fn hits_at_site(&self, site: usize) -> PlaceHits {
        let hits = |event: RiskEvent, of: fn(&Self, usize) -> Hits| {
            (event, if self.plan.events.includes(event) { of(self, site) } else { Hits::default() })
        };
        PlaceHits(vec![
            hits(RiskEvent::Disruption, disruption::at_site),
            hits(RiskEvent::KeyPeople, key_people::at_site),
            hits(RiskEvent::AttritionSpike, attrition_spike::at_site),
        ])
    }

    /// By how much a contract raises the hazard of a breach.
    fn exposure(&self, breaches: &BreachWorld, contract: usize) -> Exposure<'a> {
        let contract = &self.plan.contracts[contract];
        let mut moved = Lanes::ZERO;
        for &cell in &contract.cells {
            moved.add_product(&breaches.weight(self.plan.cells[cell].function), &self.priced.cells[cell].moved);
        }
        let uplift = *self.world.sites[contract.site].get(Assumption::BreachUplift);
        Exposure { rise: uplift * moved, away: &self.timelines[contract.site].away }
    }
}
