//! How a vendor's price moves from the decision to the horizon: escalator, the vendor's own wages, the exchange rate.

use super::draws::Brownian;
use super::lanes::{LANES, Lanes};
use super::math;
use super::plan::{Plan, SitePlan};
use super::world::{SiteWorld, World};
use crate::model::Assumption;

/// Elasticity of a local price to local wages.
pub const WAGE_PASS_THROUGH: f64 = 0.7;

/// The price in each month as a multiple of the price at the decision, month after month.
///
/// # Formula
/// P(m) = (1 - l) (1 + e)^y + l exp(0.7 ln(1 + g) t - d t - s B(t) - s^2 t / 2), with y the whole years before month m and
/// t = m/12; l the share that follows local cost, e the escalator, which steps once a year, g the growth of local wages, which
/// a local price follows month by month, d = drift (ln(1 + g) - ln(1 + home wage growth)) the yearly loss of the currency, s its
/// volatility, B Brownian and capped at three standard deviations. The last term takes out what the convexity of the
/// exponential would add, so that but for the cap the mean of the currency's factor is exp(-d t).
pub struct PricePath<'a> {
    draws: &'a SiteWorld,
    growth: Lanes,
    escalated: Lanes,
    brownian: Option<Brownian>,
    /// Whether any of the price follows local cost.
    has_local_part: bool,
}

impl<'a> PricePath<'a> {
    /// The path before its first month.
    pub fn new(plan: &Plan, site: &SitePlan, world: &World, draws: &'a SiteWorld) -> Self {
        Self {
            draws,
            growth: local_growth(world, draws),
            escalated: Lanes::splat(1.0),
            brownian: site.currency.map(|stream| {
                Brownian::new(stream, site.currency_mix.as_ref(), world.first_trial, plan.horizon_months)
            }),
            has_local_part: draws.get(Assumption::LocalPriceShare).0.iter().any(|share| *share > 0.0),
        }
    }

    /// The prices of all months.
    pub fn all(&mut self, months: usize) -> Vec<Lanes> {
        let mut prices = vec![Lanes::ZERO; months];
        prices.iter_mut().enumerate().for_each(|(month, price)| self.step(month, price));
        prices
    }

    /// Writes down the price in the month with this index (from 0); months come one after the other.
    fn step(&mut self, month: usize, price: &mut Lanes) {
        let get = |assumption: Assumption| self.draws.get(assumption);
        if month > 0 && month.is_multiple_of(12) {
            self.escalated = self.escalated * (*get(Assumption::Escalator) + 1.0);
        }
        if !self.has_local_part {
            *price = self.escalated;
            return;
        }
        let years = (month + 1) as f64 / 12.0;
        price.set(|lane| self.growth.0[lane] * years);
        if let Some(brownian) = &mut self.brownian {
            let (path, volatility) = (brownian.step(month), get(Assumption::CurrencyVolatility));
            for lane in 0..LANES {
                let volatility = volatility.0[lane];
                price.0[lane] -= volatility * path.0[lane] + volatility * volatility * (0.5 * years);
            }
        }
        math::exp_in_place(price);
        let local = get(Assumption::LocalPriceShare);
        for lane in 0..LANES {
            let local = local.0[lane];
            price.0[lane] = (1.0 - local) * self.escalated.0[lane] + local * price.0[lane];
        }
    }
}

/// Yearly growth of the logarithm of a local price in home money: what wages add, less what the currency loses.
fn local_growth(world: &World, draws: &SiteWorld) -> Lanes {
    let ln_growth = |growth: Lanes| growth.map(|growth| math::ln(1.0 + growth));
    let wages = ln_growth(*draws.get(Assumption::DestinationWageGrowth));
    let difference = wages - ln_growth(*world.home(Assumption::WageGrowth));
    wages * WAGE_PASS_THROUGH - *draws.get(Assumption::CurrencyDrift) * difference
}
