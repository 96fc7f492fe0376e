//! Strategies taken apart into what has to be priced: cells (a share of a function at a site) and contracts (a site's cells).
//!
//! Each distinct cell and contract is priced once in a block, however many strategies use it. Strategies that allocate
//! alike are the same strategy: only the first is kept, the others are reported as left out.

use super::summary::LeftOut;
use crate::model::{BusinessFunction, Hybrid, Scenario, Site, Strategy, StrategyId};

/// A share of one function's work at one site.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Position of the function in the plan.
    pub function: usize,
    /// Position of the site in the plan.
    pub site: usize,
    /// Position of the flow in the plan.
    pub flow: usize,
    /// Share of the work that is meant to move, 0 < share <= 1.
    pub share: f64,
    /// Part of all that moves of the function in the strategy, 0 < part <= 1: 1 where it moves to one site only.
    pub part: f64,
}

/// The work of one function that flows to one site.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FlowPlan {
    /// Position of the function in the plan.
    pub function: usize,
    /// Position of the site in the plan.
    pub site: usize,
    /// Whether the mode of the hybrid splits the work by its hours or its load, and not by a share of every hour.
    pub splits: bool,
    /// The share that waits in a queue of its own; `None` where all work waits in one queue, or in none.
    pub own_queue: Option<f64>,
}

/// The work that one vendor has under one contract.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    /// Position of the site in the plan.
    pub site: usize,
    /// Positions of its cells in the plan, in the order of the functions.
    pub cells: Vec<usize>,
}

/// A strategy as the contracts it consists of; in-house has none.
#[derive(Clone, Debug, PartialEq)]
pub struct StrategyPlan {
    /// Stable id.
    pub id: StrategyId,
    /// Name of the user's own.
    pub name: Option<String>,
    /// Positions of its contracts in the plan, in the order of the sites.
    pub contracts: Vec<usize>,
}

/// What [`allocate`] finds.
#[derive(Debug)]
pub struct Allocation {
    /// The sites in use.
    pub sites: Vec<Site>,
    /// Distinct triples of a function, a site and whether it is split.
    pub flows: Vec<FlowPlan>,
    /// Distinct cells.
    pub cells: Vec<Cell>,
    /// Distinct contracts.
    pub contracts: Vec<Contract>,
    /// Distinct strategies, in-house first.
    pub strategies: Vec<StrategyPlan>,
    /// Strategies that equal one of those.
    pub left_out: Vec<LeftOut>,
}

/// Share of each function (by position) at each site.
type Shares = Vec<[f64; 3]>;

/// Takes the strategies of a checked scenario apart. `functions` are the scenario's, in the order of the plan; `hybrid_shares`
/// the share of each that a hybrid moves.
pub fn allocate(scenario: &Scenario, functions: &[&BusinessFunction], hybrid_shares: &[f64]) -> Allocation {
    let mut kept: Vec<(StrategyId, Option<String>, Shares)> =
        vec![(Strategy::InHouse.id(), None, vec![[0.0; 3]; functions.len()])];
    let mut left_out = Vec::new();
    for strategy in &scenario.strategies {
        if *strategy == Strategy::InHouse {
            continue;
        }
        let shares = shares_of(strategy, hybrid_shares, functions);
        let id = strategy.id();
        match kept.iter().find(|(_, _, known)| *known == shares) {
            Some((same_as, ..)) => left_out.push(LeftOut { strategy: id, same_as: same_as.clone() }),
            None => kept.push((id, name_of(strategy), shares)),
        }
    }
    let sites: Vec<Site> = Site::ALL
        .into_iter()
        .filter(|site| kept.iter().any(|(_, _, shares)| shares.iter().any(|share| share[site.index()] > 0.0)))
        .collect();
    // Contacts that wait where they are answered, not in one queue for all.
    let queues: Vec<bool> =
        functions.iter().map(|function| function.contacts.is_some_and(|contacts| !contacts.pooled)).collect();
    let hybrids_split = !matches!(scenario.hybrid, Hybrid::Share {});
    let is_hybrid = |id: &str| Site::ALL.iter().any(|site| Strategy::Hybrid { site: *site }.id() == id);
    let mut allocation = Allocation {
        sites,
        flows: Vec::new(),
        cells: Vec::new(),
        contracts: Vec::new(),
        strategies: Vec::new(),
        left_out,
    };
    for (id, name, shares) in kept {
        let splits = hybrids_split && is_hybrid(&id);
        let contracts = (0..allocation.sites.len())
            .filter_map(|site| allocation.contract(site, &shares, splits, &queues))
            .collect();
        allocation.strategies.push(StrategyPlan { id, name, contracts });
    }
    allocation
}

impl Allocation {
    /// Position of the contract for what `shares` puts at the site; `None` when that is nothing. `queues` says which functions
    /// have a queue in each place.
    fn contract(&mut self, site: usize, shares: &Shares, splits: bool, queues: &[bool]) -> Option<usize> {
        let at = self.sites[site].index();
        let cells: Vec<usize> = (0..shares.len())
            .filter(|&function| shares[function][at] > 0.0)
            .map(|function| {
                let (share, all) = (shares[function][at], shares[function].iter().sum::<f64>());
                let own_queue = (queues[function] && !splits).then_some(share);
                let flow = position(&mut self.flows, FlowPlan { function, site, splits, own_queue });
                position(&mut self.cells, Cell { function, site, flow, share, part: share / all })
            })
            .collect();
        (!cells.is_empty()).then(|| position(&mut self.contracts, Contract { site, cells }))
    }
}

/// Position of `item` in `list`, to which it is added if it is new.
fn position<T: PartialEq>(list: &mut Vec<T>, item: T) -> usize {
    list.iter().position(|known| *known == item).unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    })
}

fn name_of(strategy: &Strategy) -> Option<String> {
    match strategy {
        Strategy::Mix { name, .. } => name.clone(),
        _ => None,
    }
}

fn shares_of(strategy: &Strategy, hybrid_shares: &[f64], functions: &[&BusinessFunction]) -> Shares {
    let at = |site: Site, share: f64| {
        let mut shares = [0.0; 3];
        shares[site.index()] = share;
        shares
    };
    functions
        .iter()
        .zip(hybrid_shares)
        .map(|(function, hybrid_share)| match strategy {
            Strategy::InHouse => [0.0; 3],
            Strategy::Complete { site } => at(*site, 1.0),
            Strategy::Hybrid { site } => at(*site, *hybrid_share),
            Strategy::FunctionSpecific { site } => at(*site, if function.outsource { 1.0 } else { 0.0 }),
            Strategy::Mix { shares, .. } => {
                let own = shares.get(&function.id);
                Site::ALL.map(|site| own.and_then(|own| own.get(&site)).copied().unwrap_or(0.0))
            }
        })
        .collect()
}
