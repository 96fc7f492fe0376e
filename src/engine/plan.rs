//! A scenario made ready for computing: checked, resolved against the catalogue, everything precomputed that no trial changes.

use super::allocation::{self, Cell, Contract, FlowPlan, StrategyPlan};
use super::events::streams::EventStreams;
use super::lanes::LANES;
use super::math;
use super::pert::PertShapes;
use super::rng::Stream;
use super::sampler::Sampler;
use super::staffing::{Circumstances, StaffingTable, likely_heads};
use super::summary::LeftOut;
use crate::model::assumption::Level;
use crate::model::catalogue;
use crate::model::check::{self, check};
use crate::model::effects;
use crate::model::{
    Assumption, AssumptionKey, BusinessFunction, CostLine, DataSensitivity, Hybrid, Issue, PricingUnit, RiskEvents,
    Scenario, Site, Uncertain,
};

/// Trials in a batch: the slice that is handed to a worker. Four blocks; an answer is about 50 kB.
pub const BATCH_TRIALS: u32 = 4 * BLOCK_TRIALS;

/// Trials in a block.
// 64 fits.
#[allow(clippy::cast_possible_truncation)]
pub const BLOCK_TRIALS: u32 = LANES as u32;

/// How many vendors a site can have one after the other; the last one stays, or loses the work to home.
pub const VENDORS: usize = 3;

/// One drawn quantity: its distribution and its random numbers.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// What values it takes.
    pub sampler: Sampler,
    /// Which random numbers it takes them by.
    pub stream: Stream,
}

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
    pub swings: Option<Stream>,
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
    pub currency: Option<Stream>,
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
    /// Batches of the run.
    pub batches: u32,
    /// Months simulated.
    pub horizon_months: usize,
    /// Discount factor of each month, the first being month 1.
    pub discount: Vec<f64>,
    /// Yearly revenue of the firm.
    pub revenue: f64,
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
    pub market: Stream,
    /// Swings of wage growth at home, by year.
    pub wage_path: Stream,
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
}

impl Plan {
    /// Checks and resolves a scenario.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn new(scenario: &Scenario) -> Result<Self, Vec<Issue>> {
        let issues = check(scenario);
        if !issues.is_empty() {
            return Err(issues);
        }
        let mut functions: Vec<&BusinessFunction> = scenario.functions.iter().collect();
        functions.sort_by(|a, b| a.id.cmp(&b.id));
        let ids: Vec<&str> = functions.iter().map(|function| &*function.id).collect();
        let mut resolver = Resolver { scenario, seed: scenario.run.seed, shapes: PertShapes::default() };
        let resolved: Vec<FunctionPlan> = functions.iter().map(|function| resolver.function(function)).collect();
        let hybrid_shares: Vec<f64> = resolved.iter().map(|function| hybrid_share(scenario, function)).collect();
        let allocation = allocation::allocate(scenario, &functions, &hybrid_shares);
        let stream = |id: &str| Stream::new(scenario.run.seed, id);
        Ok(Self {
            name: scenario.name.clone(),
            seed: scenario.run.seed,
            batches: scenario.run.trials.div_ceil(BATCH_TRIALS),
            horizon_months: scenario.horizon_months as usize,
            discount: discount_factors(scenario.discount_rate, scenario.horizon_months),
            revenue: scenario.revenue,
            events: scenario.events,
            counted: CostLine::ALL.map(|line| !scenario.lines_off.contains(&line)),
            spread_one_offs_months: scenario.spread_one_offs_months as usize,
            count_exit: scenario.count_exit,
            home: resolver.home(),
            vendor_quality: stream("vendors/quality"),
            market: stream("home/market"),
            wage_path: stream("home/wages"),
            demand_shock_clock: stream("home/demand_shock/clock"),
            automation_shock_clock: stream("home/automation_shock/clock"),
            event_streams: EventStreams::new(scenario.run.seed, &allocation.sites, &ids),
            functions: resolved,
            sites: allocation.sites.iter().map(|&site| resolver.site(site)).collect(),
            flows: allocation.flows,
            cells: allocation.cells,
            contracts: allocation.contracts,
            strategies: allocation.strategies,
            left_out: allocation.left_out,
        })
    }

    /// What the vendor of a cell charges for.
    pub fn pricing(&self, cell: &Cell) -> PricingUnit {
        self.pricing_of(cell.function, cell.site)
    }

    /// What the vendor at a site charges for a function; both by their positions in the plan.
    pub fn pricing_of(&self, function: usize, site: usize) -> PricingUnit {
        self.functions[function].pricing[self.sites[site].site.index()]
    }

    /// Trials of the whole run: those asked for, rounded up to whole batches.
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

/// Turns assumptions into quantities.
struct Resolver<'a> {
    scenario: &'a Scenario,
    seed: u64,
    shapes: PertShapes,
}

impl Resolver<'_> {
    fn quantity(&mut self, key: &AssumptionKey, stream_id: &str) -> Quantity {
        let stated = self.scenario.assumption(key);
        let sampler = Sampler::new(&stated, catalogue::limits(key.assumption), &mut self.shapes);
        Quantity { sampler, stream: Stream::new(self.seed, stream_id) }
    }

    fn stated(&mut self, value: &Uncertain, limits: (f64, f64), stream_id: &str) -> Quantity {
        let sampler = Sampler::new(value, limits, &mut self.shapes);
        Quantity { sampler, stream: Stream::new(self.seed, stream_id) }
    }

    fn home(&mut self) -> Vec<Option<Quantity>> {
        let of = |assumption: &Assumption| AssumptionKey::home(*assumption);
        self.level(Level::Home, |assumption| (of(assumption), format!("home/{}", assumption.id())))
    }

    fn level(
        &mut self,
        level: Level,
        key_and_id: impl Fn(&Assumption) -> (AssumptionKey, String),
    ) -> Vec<Option<Quantity>> {
        Assumption::ALL
            .iter()
            .map(|assumption| {
                (assumption.level() == level).then(|| {
                    let (key, id) = key_and_id(assumption);
                    self.quantity(&key, &id)
                })
            })
            .collect()
    }

    fn function(&mut self, function: &BusinessFunction) -> FunctionPlan {
        let id = &function.id;
        let circumstances = Circumstances::of(self.scenario);
        let contacts = function.contacts.as_ref().map(|contacts| ContactsPlan {
            per_month: self.stated(&contacts.per_month, check::CONTACTS_PER_MONTH, &format!("{id}/contacts_per_month")),
            handle_seconds: self.stated(
                &contacts.handle_seconds,
                check::HANDLE_SECONDS,
                &format!("{id}/handle_seconds"),
            ),
            likely_seconds: contacts.per_month.likely() * contacts.handle_seconds.likely(),
        });
        let heads = function.headcount.unwrap_or_else(|| Uncertain::Fixed(likely_heads(function, &circumstances)));
        let mut own = |assumption: Assumption| {
            self.quantity(&AssumptionKey::function(assumption, id), &format!("{id}/{}", assumption.id()))
        };
        let (attrition, volume_growth, volume_volatility, seasonal_peak, automation_potential) = (
            own(Assumption::Attrition),
            own(Assumption::VolumeGrowth),
            own(Assumption::VolumeVolatility),
            own(Assumption::SeasonalPeak),
            own(Assumption::AutomationPotential),
        );
        let (outside_hours, avoidable_share) = (own(Assumption::OutsideHours), own(Assumption::AvoidableShare));
        let never_swings = volume_volatility.sampler.certain() == Some(0.0);
        let by_transaction = Site::ALL.iter().any(|site| function.pricing(*site) == PricingUnit::Transaction);
        let transactions = function.transactions_per_year.filter(|_| by_transaction);
        FunctionPlan {
            id: id.clone(),
            headcount: self.stated(&heads, check::HEADCOUNT, &format!("{id}/headcount")),
            contacts,
            staffing: StaffingTable::new(function, &circumstances),
            wage: self.stated(&function.wage, check::WAGE, &format!("{id}/wage")),
            attrition,
            outside_hours,
            known_cost: function
                .known_cost
                .map(|cost| [self.stated(&cost, check::YEARLY_AMOUNT, &format!("{id}/known_cost")), avoidable_share]),
            margin_at_risk: function
                .margin_at_risk
                .map(|margin| self.stated(&margin, check::YEARLY_AMOUNT, &format!("{id}/margin_at_risk"))),
            is_core: function.core,
            is_highly_sensitive: function.sensitivity == DataSensitivity::High,
            volume_growth,
            volume_volatility,
            swings: (!never_swings).then(|| Stream::new(self.seed, &format!("{id}/swings"))),
            seasonal_peak,
            automation_potential,
            pricing: Site::ALL.map(|site| function.pricing(site)),
            // One vendor, one negotiation: the prices of all functions at a site lie at the same percentile.
            price: Site::ALL.map(|site| {
                let stream = format!("{}/hourly_rate", site.id());
                match function.quotes.get(&site) {
                    Some(quote) => self.stated(&quote.price, catalogue::limits(Assumption::HourlyRate), &stream),
                    None => self.quantity(&AssumptionKey::function_site(Assumption::HourlyRate, id, site), &stream),
                }
            }),
            transactions: transactions
                .map(|number| self.stated(&number, check::TRANSACTIONS, &format!("{id}/transactions_per_year"))),
            movable_share: Site::ALL.map(|site| {
                let key = AssumptionKey::site(Assumption::MovableShare, site);
                self.quantity(&key, &format!("{id}/{}/movable_share", site.id()))
            }),
            sensitivity: function.sensitivity.factor(),
        }
    }

    fn site(&mut self, site: Site) -> SitePlan {
        let quantities = self.level(Level::Site, |assumption| {
            (AssumptionKey::site(*assumption, site), format!("{}/{}", site.id(), assumption.id()))
        });
        let certainly_zero = |assumption: Assumption| {
            let quantity = quantities[assumption as usize].as_ref();
            quantity.and_then(|quantity| quantity.sampler.certain()) == Some(0.0)
        };
        let needs_currency =
            !certainly_zero(Assumption::LocalPriceShare) && !certainly_zero(Assumption::CurrencyVolatility);
        let stream = |name: &str| Stream::new(self.seed, &format!("{}/{name}", site.id()));
        SitePlan {
            site,
            quality: stream("quality"),
            quality_shift: effects::deal_quality_shift(self.scenario, site),
            currency: needs_currency.then(|| stream("currency")),
            early_end: stream("early_end/clock"),
            brought_home: stream("early_end/brought_home"),
            insolvency: stream("early_end/insolvency"),
            ended_by_buyer: stream("early_end/ended_by_buyer"),
            overrun: stream("transition_overrun/chance"),
            quantities,
        }
    }
}
