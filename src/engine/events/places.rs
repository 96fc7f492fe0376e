//! What strikes places, laid out so that every strategy pays for the share of the work that it has there.
//!
//! Home is struck for all of the work. What a flow changes about that is laid out once, for the whole of the function: what
//! strikes home no longer costs, and what strikes the site costs instead, while a vendor works there. A cell takes the share that
//! it moves, in every month and in every sum.

use super::View;
use super::account::{EventTally, StrategyEvents, line_of};
use super::hits::{Hit, PlaceHits};
use crate::engine::lanes::{LANES, Lanes};
use crate::engine::plan::Plan;
use crate::model::RiskEvent;

/// The events that strike a place.
pub const KINDS: [RiskEvent; 3] = [RiskEvent::Disruption, RiskEvent::KeyPeople, RiskEvent::AttritionSpike];

/// A share of the work below this is rounding.
const LEAST_SHARE: f64 = 1e-12;

/// What strikes home, for all of the work.
pub struct HomeEvents {
    /// What it costs in each month.
    pub months: Vec<Lanes>,
    /// By kind and year, summed over the trials.
    years: [Vec<f64>; KINDS.len()],
    /// By kind, discounted, summed over the trials.
    present: [f64; KINDS.len()],
    /// How often each kind strikes.
    counts: [[u32; LANES]; KINDS.len()],
    hits: PlaceHits,
}

/// By how much more a flow costs than the same work at home on account of events, for the whole of the function.
pub struct FlowEvents {
    /// In each month that something strikes in, one after the other as they are struck first.
    struck: Vec<Lanes>,
    /// Where among those each month is.
    places: Vec<Option<usize>>,
    /// For all that can move of the function: by kind and year, summed over the trials.
    years: [Vec<f64>; KINDS.len()],
    /// The same by kind, discounted.
    present: [f64; KINDS.len()],
    /// Losses of key people of the vendor while it works.
    key_people: [u32; LANES],
}

/// How often what strikes a whole site does so while a vendor works there: by kind.
pub struct SiteCounts([[u32; LANES]; KINDS.len()]);

/// Whether the line of a kind is counted: else events happen at no cost.
fn is_counted(plan: &Plan, kind: RiskEvent) -> bool {
    line_of(kind).is_none_or(|line| plan.counted[line.index()])
}

impl HomeEvents {
    /// Lays out what strikes home.
    pub fn new(plan: &Plan, hits: PlaceHits) -> Self {
        let mut home = Self {
            months: vec![Lanes::ZERO; plan.horizon_months],
            years: KINDS.map(|_| vec![0.0; plan.years()]),
            present: [0.0; KINDS.len()],
            counts: KINDS.map(|kind| hits.count(kind, |_, _| true)),
            hits,
        };
        for (number, kind) in KINDS.into_iter().enumerate().filter(|(_, kind)| is_counted(plan, *kind)) {
            for hit in home.hits.of(kind).into_iter().flat_map(|hits| &hits.on).flatten() {
                home.months[hit.month].0[hit.lane] += hit.cost;
                home.years[number][hit.month / 12] += hit.cost;
                home.present[number] += hit.cost * plan.discount[hit.month];
            }
        }
        home
    }
}

/// Lays out every flow of the plan, and counts what strikes its sites; `at_sites` are the hits at each of them while a vendor works there.
pub fn lay_out(view: &View, home: &HomeEvents, at_sites: &[PlaceHits]) -> (Vec<FlowEvents>, Vec<SiteCounts>) {
    let plan = view.plan;
    let away = |site: usize, hit: &Hit| view.timelines[site].away[hit.month].0[hit.lane];
    // Flow by flow, so that the months of one stay close at hand.
    let flows = plan.flows.iter().map(|of| {
        let mut flow = FlowEvents::new(plan);
        let movable = &view.world.functions[of.function].movable_share[of.site];
        for (number, kind) in KINDS.into_iter().enumerate() {
            let counted = is_counted(plan, kind);
            for hit in home.hits.on(kind, of.function).iter().filter(|_| counted) {
                let share = away(of.site, hit);
                if share > 0.0 {
                    flow.add(plan, number, hit, -share * hit.cost, movable);
                }
            }
            let at_site = at_sites[of.site].on(kind, of.function);
            for hit in at_site.iter().filter(|_| counted) {
                flow.add(plan, number, hit, away(of.site, hit) * hit.cost, movable);
            }
            if kind == RiskEvent::KeyPeople {
                for hit in at_site {
                    flow.key_people[hit.lane] += 1;
                }
            }
        }
        flow
    });
    let flows = flows.collect();
    let count = |site: &PlaceHits| SiteCounts(KINDS.map(|kind| site.count(kind, |_, _| true)));
    let counts = at_sites.iter().map(count).collect();
    (flows, counts)
}

impl FlowEvents {
    fn new(plan: &Plan) -> Self {
        Self {
            struck: Vec::new(),
            places: vec![None; plan.horizon_months],
            years: KINDS.map(|_| vec![0.0; plan.years()]),
            present: [0.0; KINDS.len()],
            key_people: [0; LANES],
        }
    }

    /// In the month with this index (from 0); `None` where nothing strikes.
    pub fn month(&self, month: usize) -> Option<&Lanes> {
        self.places[month].map(|place| &self.struck[place])
    }

    /// Books the cost of one month of one trial for the kind with this number; `movable` is the share of the function that can move.
    fn add(&mut self, plan: &Plan, kind: usize, hit: &Hit, cost: f64, movable: &Lanes) {
        let place = *self.places[hit.month].get_or_insert_with(|| {
            self.struck.push(Lanes::ZERO);
            self.struck.len() - 1
        });
        self.struck[place].0[hit.lane] += cost;
        let moves = movable.0[hit.lane] * cost;
        self.years[kind][hit.month / 12] += moves;
        self.present[kind] += moves * plan.discount[hit.month];
    }
}

/// Adds what strikes places to the events of the strategy with these contracts: sums and counts. What falls due in each month is in
/// [`HomeEvents::months`] and [`FlowEvents::month`].
// Kept out of line: see `months::run_through_the_months`.
#[inline(never)]
pub fn add_to(
    view: &View,
    contracts: &[usize],
    home: &HomeEvents,
    (flows, sites): (&[FlowEvents], &[SiteCounts]),
    events: &mut StrategyEvents,
) {
    let plan = view.plan;
    let cells = || contracts.iter().flat_map(|&contract| &plan.contracts[contract].cells).copied();
    for (number, kind) in KINDS.into_iter().enumerate() {
        let mut years = home.years[number].clone();
        let mut present = home.present[number];
        for cell in cells() {
            let (flow, share) = (&flows[plan.cells[cell].flow], plan.cells[cell].share);
            years.iter_mut().zip(&flow.years[number]).for_each(|(sum, year)| *sum += share * year);
            present += share * flow.present[number];
        }
        events.add_sums(kind, &years, present);
        let tally = &mut events.tallies[kind.index()];
        add_counts(tally, &count_at_home(view, contracts, home, number));
        for &contract in contracts {
            let of = &plan.contracts[contract];
            let moves = |cell: usize, lane: usize| view.priced.cells[cell].moved.0[lane] > LEAST_SHARE;
            if kind == RiskEvent::KeyPeople {
                for &cell in &of.cells {
                    let counts = &flows[plan.cells[cell].flow].key_people;
                    add_counts(tally, &std::array::from_fn(|lane| if moves(cell, lane) { counts[lane] } else { 0 }));
                }
            } else {
                let any = |lane: usize| of.cells.iter().any(|&cell| moves(cell, lane));
                let counts = &sites[of.site].0[number];
                add_counts(tally, &std::array::from_fn(|lane| if any(lane) { counts[lane] } else { 0 }));
            }
        }
    }
}

fn add_counts(tally: &mut EventTally, counts: &[u32; LANES]) {
    tally.count.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
}

/// How often an event strikes what a strategy keeps at home. Only where all of a function can move is anything left out.
fn count_at_home(view: &View, contracts: &[usize], home: &HomeEvents, number: usize) -> [u32; LANES] {
    let plan = view.plan;
    let mut cells = vec![Vec::new(); plan.functions.len()];
    for &cell in contracts.iter().flat_map(|&contract| &plan.contracts[contract].cells) {
        cells[plan.cells[cell].function].push(cell);
    }
    let moved = |function: usize, lane: usize| -> f64 {
        cells[function].iter().map(|&cell| view.priced.cells[cell].moved.0[lane]).sum()
    };
    let all_moves = |function: usize| (0..LANES).any(|lane| 1.0 - moved(function, lane) <= LEAST_SHARE);
    if !(0..plan.functions.len()).any(all_moves) {
        return home.counts[number];
    }
    let stays = |function: usize, hit: &Hit| {
        let share = |&cell: &usize| {
            let away = &view.timelines[plan.cells[cell].site].away[hit.month];
            view.priced.cells[cell].moved.0[hit.lane] * away.0[hit.lane]
        };
        1.0 - cells[function].iter().map(share).sum::<f64>() > LEAST_SHARE
    };
    home.hits.count(KINDS[number], stays)
}
