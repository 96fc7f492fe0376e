//! How a vendor's price moves from the decision to the horizon: escalator, the vendor's own wages, the exchange rate.

use super::lanes::Lanes;
use super::math;
use super::plan::{Plan, SitePlan};
use super::world::{SiteWorld, World};
use crate::model::Assumption;

/// Elasticity of a local price to local wages.
pub const WAGE_PASS_THROUGH: f64 = 0.7;
/// Share of the difference in wage growth by which the currency drifts against it.
pub const CURRENCY_DRIFT: f64 = 0.7;
/// Standard deviations at which a path is capped.
pub const PATH_CAP: f64 = 3.0;

/// The price in each month as a multiple of the price at the decision.
///
/// # Formula
/// P(m) = (1 - l) (1 + e)^y + l (1 + g)^(0.7 y) / L(m), with y the whole years before month m, l the share that follows
/// local cost, e the escalator, g local wage growth, L(m) the local units for one home unit against those at the decision:
/// 1 / L(m) = exp(-d t - s B(t) - s^2 t / 2), t = m/12, d = 0.7 (g - home wage growth), B Brownian and capped at three
/// standard deviations; the last term makes the *mean* of 1/L exp(-d t).
pub fn price_path(plan: &Plan, site: &SitePlan, world: &World, draws: &SiteWorld) -> Vec<Lanes> {
    let local = draws.get(Assumption::LocalPriceShare);
    let escalation = draws.get(Assumption::Escalator) + 1.0;
    let growth = draws.get(Assumption::DestinationWageGrowth);
    let local_growth = growth.map(|growth| math::pow(1.0 + growth, WAGE_PASS_THROUGH));
    let currency = site.currency.map(|stream| currency_path(plan, stream, world, draws));
    let mut escalated = Lanes::splat(1.0);
    let mut local_cost = Lanes::splat(1.0);
    (0..plan.horizon_months)
        .map(|month| {
            if month > 0 && month % 12 == 0 {
                escalated = escalated * escalation;
                local_cost = local_cost * local_growth;
            }
            let in_home_money = match &currency {
                Some(path) => local_cost * path[month],
                None => local_cost * drift_only(world, draws, month),
            };
            (Lanes::splat(1.0) - local) * escalated + local * in_home_money
        })
        .collect()
}

/// Home money for one local unit in each month, 1 at the decision.
fn currency_path(plan: &Plan, stream: super::rng::Stream, world: &World, draws: &SiteWorld) -> Vec<Lanes> {
    let volatility = draws.get(Assumption::CurrencyVolatility);
    let drift = drift(world, draws);
    let monthly_step = (1.0_f64 / 12.0).sqrt();
    let mut brownian = Lanes::ZERO;
    (0..plan.horizon_months)
        .map(|month| {
            // A horizon is at most 120 months.
            let slot = u32::try_from(month).unwrap_or(u32::MAX);
            let step = math::normal_quantile_lanes(&stream.uniform_lanes(world.first_trial, slot));
            brownian.add_scaled(monthly_step, &step);
            let years = (month + 1) as f64 / 12.0;
            let cap = PATH_CAP * years.sqrt();
            let capped = brownian.map(|value| value.clamp(-cap, cap));
            math::exp_lanes(&-(drift * years + volatility * capped + volatility * volatility * (0.5 * years)))
        })
        .collect()
}

/// The path of a currency that drifts and does not fluctuate.
fn drift_only(world: &World, draws: &SiteWorld, month: usize) -> Lanes {
    math::exp_lanes(&(drift(world, draws) * -((month + 1) as f64 / 12.0)))
}

fn drift(world: &World, draws: &SiteWorld) -> Lanes {
    (draws.get(Assumption::DestinationWageGrowth) - world.home(Assumption::WageGrowth)) * CURRENCY_DRIFT
}
