//! Data breaches: by a clock that all strategies share, so that more exposure means the same breaches sooner, and more of them.

use super::clock::{Clock, Strike};
use super::strain::Strain;
use crate::engine::lanes::Lanes;
use crate::engine::math;
use crate::engine::plan::Plan;
use crate::engine::world::World;
use crate::model::Assumption;

/// Median cost of a breach at a firm of the reference revenue, US dollars. Cyentia 2020.
pub const REFERENCE_MEDIAN: f64 = 24_000.0;
/// Yearly revenue at which the median is the reference, US dollars.
pub const REFERENCE_REVENUE: f64 = 100_000.0;
/// By how much the median grows with revenue.
pub const REVENUE_EXPONENT: f64 = 0.18;
/// A breach costs at most this many years of the operation's cost at home ...
pub const CAP_IN_YEARS: f64 = 3.0;
/// ... and at most this share of a year's revenue.
pub const CAP_IN_REVENUE: f64 = 0.25;

/// A breach in one trial.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Breach {
    /// When, and which.
    pub strike: Strike,
    /// Cost in that month's money.
    pub cost: f64,
    /// Whether it would have cost more than the cap.
    pub is_capped: bool,
}

/// What the breaches of a block have in common for all strategies.
#[derive(Clone, Debug)]
pub struct BreachWorld {
    /// Monthly hazard of the operation at home.
    hazard: Lanes,
    /// Weight of each function in the exposure; they add up to 1.
    weights: Vec<Lanes>,
    /// Mean sensitivity of the data that a breach hits.
    pub sensitivity: Lanes,
    clock: Clock,
    /// Median cost of a breach.
    median: f64,
    /// Most that a breach costs, before inflation.
    pub cap: Lanes,
}

impl BreachWorld {
    /// Draws the clocks. `yearly_home_cost` is that of the whole portfolio.
    ///
    /// # Formula
    /// hazard a year = firm's hazard x data access x sensitivity averaged over heads;
    /// sensitivity of what is hit = sum of heads x sensitivity^2 / sum of heads x sensitivity
    pub fn new(plan: &Plan, world: &World, yearly_home_cost: Lanes) -> Self {
        let (mut heads, mut sensitive_heads, mut squared) = (Lanes::ZERO, Lanes::ZERO, Lanes::ZERO);
        for (function, draws) in plan.functions.iter().zip(&world.functions) {
            heads += draws.headcount;
            sensitive_heads += draws.headcount * function.sensitivity;
            squared += draws.headcount * (function.sensitivity * function.sensitivity);
        }
        let yearly =
            *world.home(Assumption::BreachHazard) * *world.home(Assumption::DataAccess) * sensitive_heads / heads;
        let weights = plan
            .functions
            .iter()
            .zip(&world.functions)
            .map(|(function, draws)| draws.headcount * function.sensitivity / sensitive_heads)
            .collect();
        let rate = plan.units_per_dollar;
        Self {
            median: REFERENCE_MEDIAN * rate * math::pow(plan.revenue / (REFERENCE_REVENUE * rate), REVENUE_EXPONENT),
            hazard: yearly / 12.0,
            weights,
            sensitivity: squared / sensitive_heads,
            clock: Clock::new(plan.event_streams.breach_clock, world.first_trial),
            cap: (yearly_home_cost * CAP_IN_YEARS).min(Lanes::splat(CAP_IN_REVENUE * plan.revenue)),
        }
    }

    /// The breaches of a strategy with these exposures; in-house has none.
    pub fn breaches(&self, plan: &Plan, world: &World, exposures: &[&Exposure]) -> Vec<Breach> {
        if !plan.events.data_breach {
            return Vec::new();
        }
        let mut months = Lanes::splat(plan.horizon_months as f64);
        for exposure in exposures {
            months += exposure.months();
        }
        let monthly = |month: usize, lane: usize| {
            let raised: f64 = exposures.iter().map(|exposure| exposure.at(month, lane)).sum();
            self.hazard.0[lane] * (1.0 + raised)
        };
        let strikes = self.clock.strikes(plan.horizon_months, &(self.hazard * months), monthly);
        strikes.into_iter().map(|strike| self.breach(plan, world, strike)).collect()
    }

    /// # Formula
    /// min(median x exp(spread x z), cap), median = 24,000 x (revenue / 100,000)^0.18 in US dollars, in the prices of its month
    fn breach(&self, plan: &Plan, world: &World, strike: Strike) -> Breach {
        let Strike { lane, month, number } = strike;
        // A block has 64 lanes.
        let trial = world.first_trial + u32::try_from(lane).unwrap_or(0);
        let draw = plan.event_streams.breach_severity.uniform(trial, number);
        let z = math::normal_quantile(draw);
        let size = self.median * math::exp(world.home_of(Assumption::BreachSpread, lane) * z);
        let cap = self.cap.0[lane];
        Breach { strike, cost: size.min(cap) * world.price_index[month / 12].0[lane], is_capped: size > cap }
    }

    /// What breaches and slumps of demand do to the contract with the vendor at this site (by its position in the plan).
    ///
    /// A contract has one course, whoever uses it. So the breaches that count for it are those that strike when all
    /// work that can move is at the site from its first day on.
    pub fn strain(&self, plan: &Plan, world: &World, site: usize) -> Strain {
        if !plan.events.early_end {
            return Strain::default();
        }
        let strain = Strain::default().with_slumps(world.shocks.slumps(plan.horizon_months));
        if !plan.events.data_breach {
            return strain;
        }
        let draws = &world.sites[site];
        let mut movable = Lanes::ZERO;
        for (function, weight) in world.functions.iter().zip(&self.weights) {
            movable.add_product(weight, &function.movable_share[site]);
        }
        let rise = movable * *draws.get(Assumption::BreachUplift);
        let starts = draws.get(Assumption::GoLiveMonths);
        let months = plan.horizon_months as f64;
        let away = |month: usize, lane: usize| ((month + 1) as f64 - starts.0[lane]).clamp(0.0, 1.0);
        let most = (rise + 1.0) * self.hazard * months;
        let monthly = |month: usize, lane: usize| self.hazard.0[lane] * (1.0 + rise.0[lane] * away(month, lane));
        let strikes = self.clock.strikes(plan.horizon_months, &most, monthly);
        strain.with_breaches(strikes.iter().map(|strike| (strike.lane, strike.month)))
    }

    /// Weight of a function in the exposure.
    pub fn weight(&self, function: usize) -> Lanes {
        self.weights[function]
    }
}

/// By how much work at one site raises the hazard, month by month.
pub struct Exposure<'a> {
    /// Rise while all of it is with the vendor: uplift x weight x share moved.
    pub rise: Lanes,
    /// Share of each month in which a vendor works.
    pub away: &'a [Lanes],
}

impl Exposure<'_> {
    fn at(&self, month: usize, lane: usize) -> f64 {
        self.rise.0[lane] * self.away[month].0[lane]
    }

    /// The rise added up over the months.
    pub fn months(&self) -> Lanes {
        let mut away = Lanes::ZERO;
        for month in self.away {
            away += *month;
        }
        self.rise * away
    }
}
