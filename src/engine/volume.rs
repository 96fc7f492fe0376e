//! How much work there is, month by month: growth, swings, shocks, the seasons, and what automation takes away.
//!
//! One path for each function, the same at home and with every vendor. Levels are multiples of the work at the decision.

use super::draws::Brownian;
use super::lanes::{LANES, Lanes, lesser};
use super::math;
use super::plan::{FunctionPlan, Plan};
use super::world::{FunctionWorld, World};
use crate::model::Assumption;

/// Share of the variance of a function's swings that all functions of the firm have in common.
pub const COMMON_SWINGS: f64 = 0.5;
/// Months in which an automation shock takes hold.
pub const SHOCK_ADOPTION_MONTHS: f64 = 12.0;
/// Most of the work that automation can take in all.
pub const MOST_AUTOMATED: f64 = 0.95;
/// Deviation of each month of a year from the year's mean, as a multiple of the peak: the last month is the peak, its neighbours
/// reach half of it, the other nine lie equally below, so that the twelve add up to 0.
pub const SEASON: [f64; 12] = {
    let low = -2.0 / 9.0;
    [0.5, low, low, low, low, low, low, low, low, low, 0.5, 1.0]
};

/// The work of one function in one month.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    /// Work without seasons and automation.
    pub demand: Lanes,
    /// Share of it that automation has taken, 0..0.95.
    pub automated: Lanes,
}

/// Deviation of the months from their year's mean.
#[derive(Clone, Copy, Debug)]
pub struct Season<'a> {
    peak: &'a Lanes,
    factor: f64,
}

impl<'a> Season<'a> {
    /// In the month with this index (from 0), for a function whose busiest month lies above the mean by `peak`.
    pub fn new(peak: &'a Lanes, month: usize) -> Self {
        Self { peak, factor: SEASON[month % 12] }
    }

    /// The deviation in one trial, as a share.
    pub fn of(self, lane: usize) -> f64 {
        self.peak.0[lane] * self.factor
    }

    /// Whether the month lies above the mean in any trial.
    pub fn is_busy(self) -> bool {
        self.factor > 0.0 && self.peak.any_positive()
    }
}

/// How planned automation proceeds, evenly over its years.
#[derive(Clone, Debug)]
pub struct AutomationPace {
    /// Part of the whole that a month adds.
    monthly: Lanes,
}

impl AutomationPace {
    /// Of automation that takes so many years in all.
    pub fn new(years: &Lanes) -> Self {
        Self { monthly: years.map(|years| 1.0 / (12.0 * years)) }
    }

    /// Part of it that is at work in the month with this index (from 0).
    ///
    /// # Formula
    /// min(1, (month + 1/2) / (12 years))
    pub fn progress(&self, month: usize, lane: usize) -> f64 {
        lesser((month as f64 + 0.5) * self.monthly.0[lane], 1.0)
    }
}

impl Work {
    /// Before it is laid out.
    pub const NONE: Self = Self { demand: Lanes::ZERO, automated: Lanes::ZERO };

    /// Level that the home team is staffed for: demand less automation; the seasons are worked off in overtime.
    pub fn level(&self) -> Lanes {
        let mut level = Lanes::ZERO;
        level.set(|lane| self.level_of(lane));
        level
    }

    /// That level in one trial.
    pub fn level_of(&self, lane: usize) -> f64 {
        self.demand.0[lane] * (1.0 - self.automated.0[lane])
    }

    /// Level that a vendor bills who passes on the share `passed_on` of what automation saves.
    pub fn billed(&self, passed_on: &Lanes, season: Season) -> Lanes {
        let mut billed = Lanes::ZERO;
        billed.set(|lane| self.billed_of(passed_on.0[lane], season, lane));
        billed
    }

    /// That level in one trial.
    pub fn billed_of(&self, passed_on: f64, season: Season, lane: usize) -> f64 {
        self.demand.0[lane] * (season.of(lane) + 1.0) * (1.0 - self.automated.0[lane] * passed_on)
    }
}

/// The volumes of a block, laid out month after month.
pub struct Volume<'a> {
    world: &'a World,
    automation: AutomationPace,
    market: Option<Brownian>,
    functions: Vec<Path<'a>>,
}

/// The path of one function.
struct Path<'a> {
    draws: &'a FunctionWorld,
    own: Option<Brownian>,
    growth: Lanes,
}

impl<'a> Volume<'a> {
    /// The volumes before the first month.
    pub fn new(plan: &Plan, world: &'a World) -> Self {
        let swings = plan.functions.iter().any(|function| function.swings.is_some());
        let brownian = |stream| Brownian::new(stream, None, world.first_trial, plan.horizon_months);
        let path = |(function, draws): (&FunctionPlan, &'a FunctionWorld)| Path {
            draws,
            own: function.swings.map(brownian),
            growth: draws.volume_growth.map(|growth| math::ln(1.0 + growth)),
        };
        Self {
            world,
            automation: AutomationPace::new(world.home(Assumption::AutomationYears)),
            market: swings.then(|| brownian(plan.market)),
            functions: plan.functions.iter().zip(&world.functions).map(path).collect(),
        }
    }

    /// The work of every function in the month with this index (from 0); months come one after the other.
    ///
    /// # Formula
    /// demand = exp(ln(1 + g) t + s B - s^2 t / 2) x shocks, t = month / 12 (0 in the first month); B = sqrt(0.5) market +
    /// sqrt(0.5) own; automated = potential x min(1, (month + 1/2) / (12 years)) + shock x min(1, months since / 12), at most 0.95
    pub fn step<'w>(&mut self, month: usize, work: impl Iterator<Item = &'w mut Work>) {
        // The first month is the level of the decision; swings begin after it.
        let market = self.market.as_mut().filter(|_| month > 0).map(|market| market.step(month - 1));
        let shocks = &self.world.shocks;
        let shock = shocks.demand(month);
        let sudden = shocks.automation(month);
        for (path, work) in self.functions.iter_mut().zip(work) {
            path.step(month, market, &shock, &sudden, &self.automation, work);
        }
    }
}

impl Path<'_> {
    fn step(
        &mut self,
        month: usize,
        market: Option<&Lanes>,
        shock: &Lanes,
        sudden: &Lanes,
        automation: &AutomationPace,
        work: &mut Work,
    ) {
        let t = month as f64 / 12.0;
        let exponent = &mut work.demand;
        exponent.set(|lane| self.growth.0[lane] * t);
        if let (Some(market), Some(own)) = (market, self.own.as_mut()) {
            let (common, alone) = (COMMON_SWINGS.sqrt(), (1.0 - COMMON_SWINGS).sqrt());
            let (own, volatility) = (own.step(month - 1), &self.draws.volume_volatility);
            for lane in 0..LANES {
                let path = market.0[lane] * common + own.0[lane] * alone;
                let volatility = volatility.0[lane];
                exponent.0[lane] += volatility * path - volatility * volatility * (0.5 * t);
            }
        }
        math::exp_in_place(exponent);
        let potential = &self.draws.automation_potential;
        for lane in 0..LANES {
            let automated = potential.0[lane] * automation.progress(month, lane) + sudden.0[lane];
            work.demand.0[lane] *= shock.0[lane];
            work.automated.0[lane] = lesser(automated, MOST_AUTOMATED);
        }
    }
}

/// A change of demand that comes and goes.
#[derive(Clone, Copy, Debug)]
struct DemandShock {
    from: f64,
    until: f64,
    factor: f64,
}

/// Shocks of demand and of automation in a block: one history for the whole firm.
#[derive(Clone, Debug)]
pub struct Shocks {
    demand: Vec<Vec<DemandShock>>,
    /// When sudden automation begins, months; infinite where it does not.
    automation_from: Lanes,
    automation_size: Lanes,
}

/// Most shocks of demand in a trial.
pub const MOST_DEMAND_SHOCKS: u32 = 4;

impl Shocks {
    /// Draws the shocks. `home` are the firm's quantities.
    ///
    /// # Formula
    /// The n-th shock of demand falls where the hazard, summed up over the months, reaches the sum of n unit exponentials; it
    /// multiplies demand by 1 + size for its months. Sudden automation falls once, by a clock of its own.
    pub fn draw(plan: &Plan, first_trial: u32, home: impl Fn(Assumption) -> Lanes) -> Self {
        let horizon = plan.horizon_months as f64;
        let mut demand = vec![Vec::new(); LANES];
        if plan.events.demand_shock {
            let hazard = home(Assumption::DemandShockHazard) / 12.0;
            let months = home(Assumption::DemandShockMonths);
            let mut clock = Lanes::ZERO;
            for number in 0..MOST_DEMAND_SHOCKS {
                clock = clock - plan.demand_shock_clock.uniform_lanes(first_trial, number).map(math::ln);
                let size = plan.home[Assumption::DemandShockSize as usize]
                    .as_ref()
                    .map_or(Lanes::ZERO, |size| size.sampler.draw(size.stream, first_trial, number));
                for (lane, shocks) in demand.iter_mut().enumerate() {
                    let from = clock.0[lane] / hazard.0[lane].max(f64::MIN_POSITIVE);
                    if from < horizon {
                        let shock = DemandShock { from, until: from + months.0[lane], factor: 1.0 + size.0[lane] };
                        shocks.push(shock);
                    }
                }
            }
        }
        let never = Lanes::splat(f64::INFINITY);
        let automation_from = if plan.events.automation_shock {
            let hazard = home(Assumption::AutomationShockHazard) / 12.0;
            let clock = plan.automation_shock_clock.uniform_lanes(first_trial, 0).map(|draw| -math::ln(draw));
            clock.zip(hazard, |clock, hazard| if hazard > 0.0 { clock / hazard } else { f64::INFINITY })
        } else {
            never
        };
        Self { demand, automation_from, automation_size: home(Assumption::AutomationShockSize) }
    }

    /// Factor on demand in the month with this index.
    fn demand(&self, month: usize) -> Lanes {
        let middle = month as f64 + 0.5;
        Lanes::from_fn(|lane| {
            let shocks = self.demand[lane].iter().filter(|shock| shock.from <= middle && middle < shock.until);
            shocks.map(|shock| shock.factor).product()
        })
    }

    /// Share of the work that sudden automation has taken.
    fn automation(&self, month: usize) -> Lanes {
        let middle = month as f64 + 0.5;
        let taken = |from: f64, size: f64| size * ((middle - from) / SHOCK_ADOPTION_MONTHS).clamp(0.0, 1.0);
        self.automation_from.zip(self.automation_size, taken)
    }

    /// Lane, first month and month after the last (from 0) of every slump of demand.
    pub fn slumps(&self, horizon_months: usize) -> impl Iterator<Item = (usize, usize, usize)> {
        // A month belongs to a shock when its middle does.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the months there are")]
        let month = move |moment: f64| (moment - 0.5).ceil().clamp(0.0, horizon_months as f64) as usize;
        self.demand.iter().enumerate().flat_map(move |(lane, shocks)| {
            let slumps = shocks.iter().filter(|shock| shock.factor < 1.0);
            slumps.map(move |shock| (lane, month(shock.from), month(shock.until)))
        })
    }

    /// How many shocks of demand fall within the horizon.
    pub fn demand_count(&self) -> [u32; LANES] {
        // At most four.
        std::array::from_fn(|lane| u32::try_from(self.demand[lane].len()).unwrap_or(0))
    }

    /// Whether sudden automation falls within the horizon: 1 or 0.
    pub fn automation_count(&self, horizon_months: usize) -> [u32; LANES] {
        self.automation_from.0.map(|from| u32::from(from < horizon_months as f64))
    }
}
