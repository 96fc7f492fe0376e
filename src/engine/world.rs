//! One world for all strategies: what a block of trials draws before anything is priced.
//!
//! Nothing here is keyed by strategy, so every strategy meets the same wages, prices, vendors and accidents, and a saving is
//! a difference within one world.

use super::lanes::Lanes;
use super::plan::{FunctionPlan, Plan, SitePlan, VENDORS};
use super::quantity::Quantity;
use super::staffing::Part;
use super::vendor::{
    Nature, OF_EACH_VENDOR, OF_FIRST_VENDOR, VendorWorld, common_quality, draw_with_quality, vendors_that_come,
};
use super::volume::Shocks;
use crate::model::Assumption;

/// A year's growth of wages is at least this.
const LEAST_GROWTH: f64 = -0.5;

/// The draws of a block.
#[derive(Clone, Debug)]
pub struct World {
    /// First trial of the block.
    pub first_trial: u32,
    home: Vec<Lanes>,
    /// Index of home wages in each year, the first year being 1.
    pub wage_index: Vec<Lanes>,
    /// Index of home prices other than wages in each year.
    pub price_index: Vec<Lanes>,
    /// Shocks of demand and of automation.
    pub shocks: Shocks,
    /// The functions, in the plan's order.
    pub functions: Vec<FunctionWorld>,
    /// Paid heads of all functions.
    pub headcount: Lanes,
    /// The sites in use, in the plan's order.
    pub sites: Vec<SiteWorld>,
}

/// What a function draws.
#[derive(Clone, Debug)]
pub struct FunctionWorld {
    /// The work as its statement draws it: paid heads, or the load of contacts as a multiple of the likely one.
    pub work: Lanes,
    /// Paid heads for all of it today.
    pub headcount: Lanes,
    /// Yearly wage.
    pub wage: Lanes,
    /// Yearly attrition.
    pub attrition: Lanes,
    /// Share of the paid hours at home outside the business day.
    pub outside_hours: Lanes,
    /// What it is known to cost at home in a year, if that is stated.
    pub known_cost: Option<Lanes>,
    /// Share of its cost at home that goes away with the work: all of it, but for a known cost.
    pub avoidable: Lanes,
    /// Yearly margin that may be lost with a vendor, if that is stated.
    pub margin_at_risk: Option<Lanes>,
    /// Whether it is core work.
    pub is_core: bool,
    /// Whether its data is highly sensitive.
    pub is_highly_sensitive: bool,
    /// Yearly growth of the volume of work.
    pub volume_growth: Lanes,
    /// Yearly standard deviation of the logarithm of the volume.
    pub volume_volatility: Lanes,
    /// By how much the busiest month lies above the mean.
    pub seasonal_peak: Lanes,
    /// Share of the work that automation takes over.
    pub automation_potential: Lanes,
    /// Price of a unit at each site in use, with each vendor in turn.
    pub price: Vec<[Lanes; VENDORS]>,
    /// Transactions a year; 0 where nobody charges for them.
    pub transactions: Lanes,
    /// Share that can move to each site in use.
    pub movable_share: Vec<Lanes>,
}

/// What a site draws.
#[derive(Clone, Debug)]
pub struct SiteWorld {
    quantities: Vec<Lanes>,
    /// The vendors one after the other.
    pub vendors: [VendorWorld; VENDORS],
}

impl World {
    /// Draws the world of the block that starts at `first_trial`.
    pub fn draw(plan: &Plan, first_trial: u32) -> Self {
        let home: Vec<Lanes> = plan.home.iter().map(|quantity| draw_or_zero(quantity.as_ref(), first_trial)).collect();
        let years = plan.horizon_months.div_ceil(12);
        let common_quality = common_quality(plan, first_trial);
        let sites =
            plan.sites.iter().map(|site| SiteWorld::draw(plan, site, first_trial, &common_quality, &home)).collect();
        let productive_hours = &home[Assumption::ProductiveHours as usize];
        let draw_function = |function| FunctionWorld::draw(plan, function, first_trial, productive_hours);
        let functions: Vec<FunctionWorld> = plan.functions.iter().map(draw_function).collect();
        let mut headcount = Lanes::ZERO;
        for function in &functions {
            headcount += function.headcount;
        }
        Self {
            first_trial,
            wage_index: wage_index(plan, first_trial, &home, years),
            shocks: Shocks::draw(plan, first_trial, |assumption| home[assumption as usize]),
            price_index: yearly_index(home[Assumption::PriceInflation as usize], years),
            functions,
            headcount,
            sites,
            home,
        }
    }

    /// A quantity of the firm.
    pub fn home(&self, assumption: Assumption) -> &Lanes {
        &self.home[assumption as usize]
    }

    /// A quantity of the firm in one trial.
    pub fn home_of(&self, assumption: Assumption, lane: usize) -> f64 {
        self.home[assumption as usize].0[lane]
    }
}

impl FunctionWorld {
    fn draw(plan: &Plan, function: &FunctionPlan, first_trial: u32, productive_hours: &Lanes) -> Self {
        let at = |site: &SitePlan| site.site.index();
        let work = match &function.contacts {
            None => draw(&function.headcount, first_trial, 0),
            Some(contacts) => {
                let seconds =
                    draw(&contacts.per_month, first_trial, 0) * draw(&contacts.handle_seconds, first_trial, 0);
                seconds / contacts.likely_seconds
            }
        };
        Self {
            work,
            headcount: function.staffing.heads(Part::Whole, &work, &Lanes::splat(1.0), productive_hours),
            wage: draw(&function.wage, first_trial, 0),
            attrition: draw(&function.attrition, first_trial, 0),
            outside_hours: if function.states_outside_hours {
                draw(&function.outside_hours, first_trial, 0)
            } else {
                function.staffing.outside_share(Part::Whole, &work, &Lanes::splat(1.0))
            },
            known_cost: function.known_cost.as_ref().map(|[cost, _]| draw(cost, first_trial, 0)),
            avoidable: function
                .known_cost
                .as_ref()
                .map_or(Lanes::splat(1.0), |[_, avoidable]| draw(avoidable, first_trial, 0)),
            margin_at_risk: function.margin_at_risk.as_ref().map(|margin| draw(margin, first_trial, 0)),
            is_core: function.is_core,
            is_highly_sensitive: function.is_highly_sensitive,
            volume_growth: draw(&function.volume_growth, first_trial, 0),
            volume_volatility: draw(&function.volume_volatility, first_trial, 0),
            seasonal_peak: draw(&function.seasonal_peak, first_trial, 0),
            automation_potential: draw(&function.automation_potential, first_trial, 0),
            price: plan
                .sites
                .iter()
                .map(|site| {
                    let price = &function.price[at(site)];
                    vendors_that_come(plan)
                        .map(|vendor| vendor.map_or(Lanes::ZERO, |vendor| draw(price, first_trial, vendor)))
                })
                .collect(),
            transactions: draw_or_zero(function.transactions.as_ref(), first_trial),
            movable_share: plan
                .sites
                .iter()
                .map(|site| draw(&function.movable_share[at(site)], first_trial, 0))
                .collect(),
        }
    }
}

impl SiteWorld {
    fn draw(plan: &Plan, site: &SitePlan, first_trial: u32, common_quality: &Lanes, home: &[Lanes]) -> Self {
        let drawn = |vendor: u32| (vendor, Nature::draw(site, first_trial, vendor, common_quality));
        let natures = vendors_that_come(plan).map(|vendor| vendor.map(drawn));
        let first_quality = natures[0].map_or(Lanes::ZERO, |(_, nature)| nature.quality);
        let value = |(assumption, quantity): (&Assumption, &Option<Quantity>)| match quantity {
            // Drawn with the vendors below.
            Some(_) if OF_EACH_VENDOR.contains(assumption) => Lanes::ZERO,
            Some(quantity) if OF_FIRST_VENDOR.contains(assumption) => {
                draw_with_quality(quantity, first_trial, 0, &first_quality)
            }
            quantity => draw_or_zero(quantity.as_ref(), first_trial),
        };
        let quantities = Assumption::ALL.iter().zip(&site.quantities).map(value).collect();
        let overrun_chance = &home[Assumption::OverrunChance as usize];
        let vendors = natures.each_ref().map(|known| match known {
            Some((vendor, nature)) => VendorWorld::draw(plan, site, (first_trial, *vendor), nature, overrun_chance),
            None => VendorWorld::NONE,
        });
        Self { quantities, vendors }
    }

    /// A quantity of the site, but for the traits that each vendor has of its own ([`OF_EACH_VENDOR`]).
    pub fn get(&self, assumption: Assumption) -> &Lanes {
        &self.quantities[assumption as usize]
    }

    /// A quantity of the site in one trial.
    pub fn quantity(&self, assumption: Assumption, lane: usize) -> f64 {
        self.quantities[assumption as usize].0[lane]
    }
}

fn draw(quantity: &Quantity, first_trial: u32, slot: u32) -> Lanes {
    quantity.draw(first_trial, slot)
}

fn draw_or_zero(quantity: Option<&Quantity>, first_trial: u32) -> Lanes {
    quantity.map_or(Lanes::ZERO, |quantity| draw(quantity, first_trial, 0))
}

/// Wages at home: growth about its trend, year by year.
///
/// # Formula
/// W(y) = W(y - 1) x (1 + growth + volatility x z(y)), z standard normal
fn wage_index(plan: &Plan, first_trial: u32, home: &[Lanes], years: usize) -> Vec<Lanes> {
    let growth = home[Assumption::WageGrowth as usize];
    let volatility = home[Assumption::WageVolatility as usize];
    if volatility.0.iter().all(|volatility| *volatility <= 0.0) {
        return yearly_index(growth, years);
    }
    let mut index = Lanes::splat(1.0);
    let swings = plan.wage_path.steps(first_trial, years);
    swings
        .into_iter()
        .map(|z| {
            let this_year = index;
            let rise = (growth + volatility * z).max(Lanes::splat(LEAST_GROWTH));
            index = index * (rise + 1.0);
            this_year
        })
        .collect()
}

/// (1 + growth)^year for the years 0, 1, ...
fn yearly_index(growth: Lanes, years: usize) -> Vec<Lanes> {
    let mut index = Lanes::splat(1.0);
    (0..years)
        .map(|_| {
            let this_year = index;
            index = index * (growth + 1.0);
            this_year
        })
        .collect()
}
