//! A scenario made ready for computing: checked, resolved against the catalogue, everything precomputed that no trial changes.

use super::accumulate::Accumulator;
use super::allocation::{self, Cell, Contract, FlowPlan, StrategyPlan};
use super::correlation::{Copula, Mix};
use super::draws::path::Pace;
use super::draws::{Numbers, PathStream, Sampling, Stream};
use super::events::streams::EventStreams;
use super::lanes::LANES;
use super::math;
use super::precision::Precision;
use super::quantity::Quantity;
use super::resolve::Resolver;
use super::staffing::StaffingTable;
use super::summary::{CorrelationRepair, LeftOut};
use crate::model::check::check;
use crate::model::{BusinessFunction, CostLine, Currency, Hybrid, Issue, PricingUnit, RiskEvents, Scenario, Site};

/// Trials in a batch: the slice that is handed to a worker. Four blocks; an answer is about 70 kB.
pub const BATCH_TRIALS: u32 = 4 * BLOCK_TRIALS;

/// Trials in a block.
// 64 fits.
#[allow(clippy::cast_possible_truncation)]
pub const BLOCK_TRIALS: u32 = LANES as u32;

/// How many vendors a site can have one after the other; the last one stays, or loses the work to home.
pub const VENDORS: usize = 3;

/// A business function, resolved.
#[derive(Clone, Debug)]
pub struct FunctionPlan {
    /// Stable id.
    pub id: String,
    /// Paid heads; for work stated as contacts those that the likely contacts need, known.
    pub headcount: Quantity,
    /// The contacts from which the heads follow, if the work is stated so.
    pub contacts: Option<ContactsPlan>,
    /// Heads and hours over the volume of the work.
    pub staffing: StaffingTable,
    /// Yearly wage of a head.
    pub wage: Quantity,
    /// Yearly attrition at home.
    pub attrition: Quantity,
    /// Share of the paid hours at home outside the business day.
    pub outside_hours: Quantity,
    /// Whether that is stated; it follows from the hours of coverage otherwise.
    pub states_outside_hours: bool,
    /// What it is known to cost at home in a year, if that is stated, and which share of it goes away with the work.
    pub known_cost: Option<[Quantity; 2]>,
    /// Yearly margin that may be lost with a vendor, if that is stated.
    pub margin_at_risk: Option<Quantity>,
    /// Whether it is core work.
    pub is_core: bool,
    /// Whether its data is highly sensitive.
    pub is_highly_sensitive: bool,
    /// Yearly growth of the volume of work.
    pub volume_growth: Quantity,
    /// Yearly standard deviation of the logarithm of the volume.
    pub volume_volatility: Quantity,
    /// Steps of the volume that this function takes by itself; `None` where it never swings.
    pub swings: Option<PathStream>,
    /// By how much the busiest month lies above the mean.
    pub seasonal_peak: Quantity,
    /// Share of the work that automation takes over.
    pub automation_potential: Quantity,
    /// What each site charges for.
    pub pricing: [PricingUnit; 3],
    /// Price of a unit at each site.
    pub price: [Quantity; 3],
    /// Transactions a year; `None` where nobody charges for them.
    pub transactions: Option<Quantity>,
    /// Share that can move to each site. The distribution is the site's, the draw the function's own.
    pub movable_share: [Quantity; 3],
    /// Factor on the breach hazard.
    pub sensitivity: f64,
}

/// Work stated as contacts, resolved.
#[derive(Clone, Debug)]
pub struct ContactsPlan {
    /// Contacts a month.
    pub per_month: Quantity,
    /// Seconds that each takes.
    pub handle_seconds: Quantity,
    /// Their likely product, which the staffing table takes as 1.
    pub likely_seconds: f64,
}

/// A site that at least one strategy uses, resolved.
#[derive(Clone, Debug)]
pub struct SitePlan {
    /// Which site.
    pub site: Site,
    /// Its quantities, by [`Assumption`]; `None` for those of other levels.
    pub quantities: Vec<Option<Quantity>>,
    /// What makes this vendor, and each of its successors, better or worse than others.
    pub quality: Stream,
    /// By how much the mean of that lies above 0: what is known of the vendor beforehand. High is bad.
    pub quality_shift: f64,
    /// Monthly steps of the exchange rate; `None` where no price depends on it.
    pub currency: Option<PathStream>,
    /// How the exchange rate moves with those of other sites; `None` where it goes its own way.
    pub currency_mix: Option<Mix>,
    /// What decides when each vendor's contract ends.
    pub early_end: Stream,
    /// What decides whether the work then comes home.
    pub brought_home: Stream,
    /// What decides whether the end is an insolvency.
    pub insolvency: Stream,
    /// What decides whether an end that is none is the buyer's doing.
    pub ended_by_buyer: Stream,
    /// What decides whether the transition to each vendor overruns.
    pub overrun: Stream,
}

/// Everything an engine needs to price any batch of a scenario. Built once; nothing after it can fail.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Name of the scenario.
    pub name: String,
    /// Seed of the run.
    pub seed: u64,
    /// Batches of the run, if nothing stops it.
    pub batches: u32,
    /// The precision that stops it earlier, if one is stated.
    pub precision: Option<Precision>,
    /// Months simulated.
    pub horizon_months: usize,
    /// Discount factor of each month, the first being month 1.
    pub discount: Vec<f64>,
    /// The currency of all amounts.
    pub currency: Currency,
    /// Units of that currency for one US dollar; for the constants of the model that are dollars.
    pub units_per_dollar: f64,
    /// Yearly revenue of the firm.
    pub revenue: f64,
    /// What may be spent over the horizon, undiscounted.
    pub budget: Option<f64>,
    /// The chance with which the reported budget suffices.
    pub confidence: f64,
    /// Percentiles asked for beside the usual ones, in per cent.
    pub percentiles: Vec<f64>,
    /// Which events are simulated.
    pub events: RiskEvents,
    /// Which lines of cost are counted, by [`CostLine::index`].
    pub counted: [bool; CostLine::COUNT],
    /// Months over which the one-off costs of the start are spread; 0 when they are booked in the month of go-live.
    pub spread_one_offs_months: usize,
    /// Whether moving the work back at the end is counted.
    pub count_exit: bool,
    /// Quantities of the firm, by [`Assumption`]; `None` for those of other levels.
    pub home: Vec<Option<Quantity>>,
    /// What all vendors have in common.
    pub vendor_quality: Stream,
    /// Steps of the volume that all functions have in common.
    pub market: PathStream,
    /// Swings of wage growth at home, by year.
    pub wage_path: PathStream,
    /// What decides when demand suffers a shock.
    pub demand_shock_clock: Stream,
    /// What decides when automation leaps ahead.
    pub automation_shock_clock: Stream,
    /// What decides what goes wrong, and when.
    pub event_streams: EventStreams,
    /// The functions, in the order of their ids, so that their order in the file changes no bit of any sum.
    pub functions: Vec<FunctionPlan>,
    /// The sites in use, in the order of [`Site::ALL`].
    pub sites: Vec<SitePlan>,
    /// Distinct pairs of a function and a site.
    pub flows: Vec<FlowPlan>,
    /// Distinct shares of a function at a site.
    pub cells: Vec<Cell>,
    /// Distinct sets of cells under one contract.
    pub contracts: Vec<Contract>,
    /// The strategies; the first is in-house.
    pub strategies: Vec<StrategyPlan>,
    /// Strategies that equal another one.
    pub left_out: Vec<LeftOut>,
    /// The coefficient that had to change most, when those stated cannot hold together.
    pub correlation_repair: Option<CorrelationRepair>,
}

impl Plan {
    /// Checks and resolves a scenario.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn new(scenario: &Scenario) -> Result<Self, Vec<Issue>> {
        Self::with_sampling(scenario, Sampling::default())
    }

    /// The same with another source of random numbers.
    ///
    /// # Errors
    /// Everything that is wrong with the scenario.
    pub fn with_sampling(scenario: &Scenario, sampling: Sampling) -> Result<Self, Vec<Issue>> {
        let issues = check(scenario);
        if !issues.is_empty() {
            return Err(issues);
        }
        let mut functions: Vec<&BusinessFunction> = scenario.functions.iter().collect();
        functions.sort_by(|a, b| a.id.cmp(&b.id));
        let ids: Vec<&str> = functions.iter().map(|function| &*function.id).collect();
        let numbers = Numbers::new(scenario.run.seed, sampling);
        let copula = Copula::new(scenario, numbers);
        let correlation_repair = copula.repair.clone();
        let resolver = Resolver::new(scenario, numbers, copula);
        let resolved: Vec<FunctionPlan> = functions.iter().map(|function| resolver.function(function)).collect();
        let hybrid_shares: Vec<f64> = resolved.iter().map(|function| hybrid_share(scenario, function)).collect();
        let allocation = allocation::allocate(scenario, &functions, &hybrid_shares);
        let stream = |id: &str| numbers.stream(id);
        let batches = scenario.run.trials.div_ceil(BATCH_TRIALS);
        Ok(Self {
            name: scenario.name.clone(),
            seed: scenario.run.seed,
            batches,
            precision: Precision::new(scenario, &allocation, batches),
            horizon_months: scenario.horizon_months as usize,
            discount: discount_factors(scenario.discount_rate, scenario.horizon_months),
            currency: scenario.currency,
            units_per_dollar: scenario.units_per_dollar(),
            revenue: scenario.revenue,
            budget: scenario.budget,
            confidence: scenario.confidence,
            percentiles: scenario.percentiles.clone(),
            events: scenario.events,
            counted: CostLine::ALL.map(|line| !scenario.lines_off.contains(&line)),
            spread_one_offs_months: scenario.spread_one_offs_months as usize,
            count_exit: scenario.count_exit,
            home: resolver.home(),
            vendor_quality: stream("vendors/quality"),
            market: PathStream::new(numbers, "home/market", Pace::Monthly),
            wage_path: PathStream::new(numbers, "home/wages", Pace::Yearly),
            demand_shock_clock: stream("home/demand_shock/clock"),
            automation_shock_clock: stream("home/automation_shock/clock"),
            event_streams: EventStreams::new(numbers, &allocation.sites, &ids),
            functions: resolved,
            sites: allocation.sites.iter().map(|&site| resolver.site(site)).collect(),
            flows: allocation.flows,
            cells: allocation.cells,
            contracts: allocation.contracts,
            strategies: allocation.strategies,
            left_out: allocation.left_out,
            correlation_repair,
        })
    }

    /// Years of the horizon, the last one perhaps cut short.
    pub fn years(&self) -> usize {
        self.horizon_months.div_ceil(12)
    }

    /// What the vendor at a site charges for a function; both by their positions in the plan.
    pub fn pricing_of(&self, function: usize, site: usize) -> PricingUnit {
        self.functions[function].pricing[self.sites[site].site.index()]
    }

    /// Whether the run ends with the batches that are merged: they are all, or the precision is reached.
    pub fn is_over(&self, accumulator: &Accumulator) -> bool {
        let stops = |precision: &Precision| precision.stopped(accumulator).is_some();
        accumulator.batches == self.batches || self.precision.as_ref().is_some_and(stops)
    }

    /// Trials of the whole run, if nothing stops it: those asked for, rounded up to whole batches.
    pub fn trials(&self) -> u32 {
        self.batches * BATCH_TRIALS
    }
}

/// Share of a function that a hybrid strategy means to move.
fn hybrid_share(scenario: &Scenario, function: &FunctionPlan) -> f64 {
    match scenario.hybrid {
        Hybrid::Share {} => scenario.hybrid_share,
        Hybrid::AfterHours {} | Hybrid::Overflow { .. } => function.staffing.freed_share(),
    }
}

/// (1 + r)^(-m/12) for the months 1 to `months`.
fn discount_factors(rate: f64, months: u32) -> Vec<f64> {
    (1..=months).map(|month| math::pow(1.0 + rate, -f64::from(month) / 12.0)).collect()
}
