//! Data breaches: by a clock that all strategies share, so that more exposure means the same breaches sooner, and more of them.

use super::lanes::{LANES, Lanes};
use super::math;
use super::plan::Plan;
use super::world::World;
use crate::model::{Assumption, CostLine};

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
/// Most breaches in a trial; reached only by absurd inputs.
const MOST_BREACHES: u32 = 64;

/// A breach in one trial.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Breach {
    /// Lane of the trial.
    pub lane: usize,
    /// Month in which it falls, from 0.
    pub month: usize,
    /// Cost in that month's money.
    pub cost: f64,
}

/// What the breaches of a block have in common for all strategies.
#[derive(Clone, Debug)]
pub struct BreachWorld {
    /// Monthly hazard of the operation at home.
    hazard: Lanes,
    /// Weight of each function in the exposure; they add up to 1.
    weights: Vec<Lanes>,
    /// Unit exponential at which the first breach happens.
    first_clock: Lanes,
    /// Most that a breach costs, before inflation.
    cap: Lanes,
}

impl BreachWorld {
    /// Draws the clocks. `yearly_home_cost` is that of the whole portfolio.
    ///
    /// # Formula
    /// hazard a year = firm's hazard x data access x sensitivity averaged over heads
    pub fn new(plan: &Plan, world: &World, yearly_home_cost: Lanes) -> Self {
        let (mut heads, mut sensitive_heads) = (Lanes::ZERO, Lanes::ZERO);
        for (function, draws) in plan.functions.iter().zip(&world.functions) {
            heads += draws.headcount;
            sensitive_heads += draws.headcount * function.sensitivity;
        }
        let yearly =
            *world.home(Assumption::BreachHazard) * *world.home(Assumption::DataAccess) * sensitive_heads / heads;
        let weights = plan
            .functions
            .iter()
            .zip(&world.functions)
            .map(|(function, draws)| draws.headcount * function.sensitivity / sensitive_heads)
            .collect();
        let most = (yearly_home_cost * CAP_IN_YEARS).min(Lanes::splat(CAP_IN_REVENUE * plan.revenue));
        Self {
            hazard: yearly / 12.0,
            weights,
            first_clock: plan.breach_clock.uniform_lanes(world.first_trial, 0).map(|draw| -math::ln(draw)),
            // A line that is not counted leaves the breaches where they are, at no cost.
            cap: if plan.counted[CostLine::DataBreach.index()] { most } else { Lanes::ZERO },
        }
    }

    /// The breaches of a strategy with these exposures; in-house has none.
    pub fn breaches(&self, plan: &Plan, world: &World, exposures: &[&Exposure]) -> Vec<Breach> {
        let mut breaches = Vec::new();
        if !plan.events.data_breach {
            return breaches;
        }
        let mut months = Lanes::splat(plan.horizon_months as f64);
        for exposure in exposures {
            months += exposure.months();
        }
        let integrated = self.hazard * months;
        for lane in 0..LANES {
            if self.first_clock.0[lane] < integrated.0[lane] {
                self.breaches_of_trial(plan, world, exposures, lane, &mut breaches);
            }
        }
        breaches
    }

    fn breaches_of_trial(
        &self,
        plan: &Plan,
        world: &World,
        exposures: &[&Exposure],
        lane: usize,
        breaches: &mut Vec<Breach>,
    ) {
        // A block has 64 lanes.
        let trial = world.first_trial + u32::try_from(lane).unwrap_or(0);
        let (mut next, mut number) = (self.first_clock.0[lane], 0);
        let mut clock = 0.0;
        for month in 0..plan.horizon_months {
            let raised: f64 = exposures.iter().map(|exposure| exposure.at(month, lane)).sum();
            clock += self.hazard.0[lane] * (1.0 + raised);
            while next <= clock && number < MOST_BREACHES {
                let inflation = world.price_index[month / 12].0[lane];
                breaches.push(Breach {
                    lane,
                    month,
                    cost: self.severity(plan, world, trial, number, lane) * inflation,
                });
                number += 1;
                next -= math::ln(plan.breach_clock.uniform(trial, number));
            }
        }
    }

    /// # Formula
    /// min(median x exp(spread x z), cap), median = 24,000 x (revenue / 100,000)^0.18 in US dollars
    fn severity(&self, plan: &Plan, world: &World, trial: u32, number: u32, lane: usize) -> f64 {
        let rate = plan.units_per_dollar;
        let median = REFERENCE_MEDIAN * rate * math::pow(plan.revenue / (REFERENCE_REVENUE * rate), REVENUE_EXPONENT);
        let draw = plan.breach_severity.uniform(trial, number);
        let z = math::normal_quantile_lanes(&Lanes::splat(draw)).0[0];
        (median * math::exp(world.home_of(Assumption::BreachSpread, lane) * z)).min(self.cap.0[lane])
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
