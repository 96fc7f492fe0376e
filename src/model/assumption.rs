//! The quantities behind a simulation that have a default in the catalogue, and the keys by which a scenario changes them.

use super::site::Site;
use std::fmt;

/// Declares the assumptions once: variant, stable id, documentation.
macro_rules! assumptions {
    ($($(#[doc = $doc:literal])+ $variant:ident => $id:literal, $scope:ident;)+) => {
        /// A quantity that every scenario needs and the catalogue has a default for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Assumption { $($(#[doc = $doc])+ $variant,)+ }

        impl Assumption {
            /// All assumptions, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable id: part of the keys in files and of the ids of draws, so it never changes.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// What the quantity belongs to.
            pub fn level(self) -> Level {
                match self { $(Self::$variant => Level::$scope,)+ }
            }
        }
    };
}

/// What kind of thing an assumption belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The buyer's own firm: one value for the scenario.
    Home,
    /// One value for each business function.
    Function,
    /// One value for each outsourced site, that is for each vendor.
    Site,
    /// One value for each function at each outsourced site.
    FunctionSite,
}

assumptions! {
    /// Yearly growth of wages at home, share a year.
    WageGrowth => "wage_growth", Home;
    /// Units of the scenario's currency for one US dollar: turns the catalogue's amounts of money into the scenario's. Only its
    /// likely value counts.
    ExchangeRate => "exchange_rate", Home;
    /// Yearly growth of prices other than wages at home, share a year.
    PriceInflation => "price_inflation", Home;
    /// Yearly standard deviation of the growth of wages at home about its trend, share.
    WageVolatility => "wage_volatility", Home;
    /// Insurance, retirement and legally required benefits, as a share of the yearly wage (paid leave is in the wage).
    BenefitsLoad => "benefits_load", Home;
    /// Productive hours of one paid head in a year, after leave, breaks, meetings and training.
    ProductiveHours => "productive_hours", Home;
    /// What an hour outside the business day costs on top of the wage, as a share of it.
    ShiftPremium => "shift_premium", Home;
    /// Greatest share of their time for which people who answer contacts may be busy.
    MaxOccupancy => "max_occupancy", Home;
    /// People one team leader leads.
    SpanOfControl => "span_of_control", Home;
    /// Pay of a team leader as a multiple of the wage of those led.
    LeaderPayRatio => "leader_pay_ratio", Home;
    /// Quality, planning and training staff as a share of the heads who do the work, at the same wage.
    SupportStaff => "support_staff", Home;
    /// Workspace of one seat, money a year.
    Workspace => "workspace", Home;
    /// Equipment, licences and telephony of one seat, money a year.
    Technology => "technology", Home;
    /// Cost of filling one vacancy, money.
    HireCost => "hire_cost", Home;
    /// Paid training before a new hire works, weeks.
    TrainingWeeks => "training_weeks", Home;
    /// Output lost while a new hire learns on the job, in months of full output.
    LearningLoss => "learning_loss", Home;
    /// Weeks of pay to a person whose job ends.
    SeveranceWeeks => "severance_weeks", Home;
    /// Share of displaced people who take another job in the firm.
    Redeployed => "redeployed", Home;
    /// Weeks of pay as a bonus to a person who stays until the work has moved.
    RetentionWeeks => "retention_weeks", Home;
    /// Workspace and overhead of the moved work that the firm still pays for on the first day, as a share.
    StrandedShare => "stranded_share", Home;
    /// Months until the last of it is gone.
    StrandedMonths => "stranded_months", Home;
    /// What managers would earn the firm with the time freed if all of the work moved, money a year.
    ManagementTime => "management_time", Home;
    /// What an hour of overtime costs over an ordinary one, as a share of the wage.
    OvertimePremium => "overtime_premium", Home;
    /// Years until automation has taken all that it can.
    AutomationYears => "automation_years", Home;
    /// Putting automation to work for one head, money.
    AutomationCost => "automation_cost", Home;
    /// Yearly chance of a shock to demand.
    DemandShockHazard => "demand_shock_hazard", Home;
    /// What a shock does to the volume of work, as a share; a slump is below 0.
    DemandShockSize => "demand_shock_size", Home;
    /// Months for which a shock to demand lasts.
    DemandShockMonths => "demand_shock_months", Home;
    /// Yearly chance that automation leaps ahead of plan.
    AutomationShockHazard => "automation_shock_hazard", Home;
    /// Share of the work that such a leap takes over within a year.
    AutomationShockSize => "automation_shock_size", Home;
    /// Yearly chance that a firm of this kind has a data breach.
    BreachHazard => "breach_hazard", Home;
    /// Share of the firm's sensitive-data access that belongs to this portfolio.
    DataAccess => "data_access", Home;
    /// Standard deviation of the logarithm of what a breach costs.
    BreachSpread => "breach_spread", Home;
    /// Chance that a breach of ordinary data ends in a fine.
    FineChance => "fine_chance", Home;
    /// Size of a fine, as a share of a year's revenue; drawn for each fine.
    FineSize => "fine_size", Home;
    /// The most that a fine can be, as a share of a year's revenue.
    FineCap => "fine_cap", Home;
    /// Yearly hazard of a disruption at home: an outage, a disaster, unrest.
    DisruptionHazard => "disruption_hazard", Home;
    /// Days that a disruption lasts; drawn for each.
    DisruptionDays => "disruption_days", Home;
    /// Share of the work at its place that a disruption stops; drawn for each.
    DisruptionReach => "disruption_reach", Home;
    /// What stopped work costs, as a multiple of its cost at home for as long.
    DisruptionLoss => "disruption_loss", Home;
    /// Yearly hazard that a team at home loses its lead or its process owner.
    KeyPeopleHazard => "key_people_hazard", Home;
    /// Months until a successor has taken the place of a key person; drawn for each.
    KeyPeopleMonths => "key_people_months", Home;
    /// Share of a team's output that is lost until then.
    KeyPeopleShare => "key_people_share", Home;
    /// Yearly hazard that a year of high attrition begins, at any place.
    AttritionSpikeHazard => "attrition_spike_hazard", Home;
    /// Factor on attrition in such a year; drawn for each.
    AttritionSpikeFactor => "attrition_spike_factor", Home;
    /// Share of early ends after which the work comes home; the rest goes to another vendor.
    BroughtHome => "brought_home", Home;
    /// Factor on the hazard of an early end in the twelve months after a breach.
    BreachStrain => "breach_strain", Home;
    /// Share of early ends, insolvencies aside, that the buyer brings about.
    EndedByBuyer => "ended_by_buyer", Home;
    /// Months for which an insolvent vendor goes on working.
    InsolvencyNoticeMonths => "insolvency_notice_months", Home;
    /// What bridging a gap costs beyond the bill of the next vendor, as a share of the cost of the moved work at home.
    BridgePremium => "bridge_premium", Home;
    /// Chance that a vendor's insolvency stops the work, as a disruption does.
    InsolvencyDisruption => "insolvency_disruption", Home;
    /// Factor on the hazard of an insolvency while demand is in a slump.
    SlumpInsolvency => "slump_insolvency", Home;
    /// Chance that a transition overruns its plan.
    OverrunChance => "overrun_chance", Home;

    /// People who leave in a year, as a share of the heads.
    Attrition => "attrition", Function;
    /// Share of the paid hours at home that lie outside the business day.
    OutsideHours => "outside_hours", Function;
    /// Share of a known cost that goes away with the work; the rest is overhead that stays. Without a known cost all of it goes.
    AvoidableShare => "avoidable_share", Function;
    /// Yearly growth of the volume of work, share a year.
    VolumeGrowth => "volume_growth", Function;
    /// Yearly standard deviation of the logarithm of the volume about its trend.
    VolumeVolatility => "volume_volatility", Function;
    /// By how much the busiest month of a year lies above its mean, as a share.
    SeasonalPeak => "seasonal_peak", Function;
    /// Share of the work that automation takes over in the end.
    AutomationPotential => "automation_potential", Function;

    /// Growth of wages in the vendor's country, share a year, in its own currency.
    DestinationWageGrowth => "destination_wage_growth", Site;
    /// Yearly standard deviation of the logarithm of the exchange rate.
    CurrencyVolatility => "currency_volatility", Site;
    /// Share of the difference in wage growth by which the vendor's currency loses value against the home currency.
    CurrencyDrift => "currency_drift", Site;
    /// Yearly rise of the vendor's price that the contract allows, share a year.
    Escalator => "escalator", Site;
    /// Share of the price that follows the vendor's wages and currency instead of the escalator.
    LocalPriceShare => "local_price_share", Site;
    /// Months from the decision to the first day of the vendor's work.
    GoLiveMonths => "go_live_months", Site;
    /// Share of the work that can move at all; the rest is retained at home.
    MovableShare => "movable_share", Site;
    /// Extra hours on the first day, as a share, while the vendor learns.
    RampLoss => "ramp_loss", Site;
    /// Months until the extra hours of learning are gone.
    RampMonths => "ramp_months", Site;
    /// People who leave the vendor in a year, as a share of its heads there. The price has it already; it slows the ramp.
    VendorAttrition => "vendor_attrition", Site;
    /// Hours the vendor bills for one hour of work well done: 1 means no rework.
    Rework => "rework", Site;
    /// Extra work at home because the work is elsewhere, as a share of the cost of the moved work at home.
    Coordination => "coordination", Site;
    /// What is left of coordination after a year, as a share of its start.
    CoordinationFloor => "coordination_floor", Site;
    /// What the vendor pays back for missing the service level, as a share of its fees.
    ServiceCredits => "service_credits", Site;
    /// The most that it can have to pay back, as a share of its fees.
    FeesAtRisk => "fees_at_risk", Site;
    /// Value-added and sales tax on the vendor's fees that is not refunded, as a share of them.
    VendorTax => "vendor_tax", Site;
    /// Share of what automation saves that the vendor passes on in its bill.
    AutomationPassedOn => "automation_passed_on", Site;
    /// Productive hours that a vendor's person, paid by the month, delivers in a year.
    BilledHours => "billed_hours", Site;
    /// The least that is paid, as a share of the bill for the volume at the decision.
    MinimumCommitment => "minimum_commitment", Site;
    /// How far volume may rise above that of the decision before a surcharge falls due, as a share.
    VolumeBand => "volume_band", Site;
    /// Surcharge on the volume above the band, as a share of its price.
    VolumeSurcharge => "volume_surcharge", Site;
    /// Share of the saving on running cost that the vendor receives.
    GainShare => "gain_share", Site;
    /// Change requests and scope outside the price, as a share of the vendor's fees.
    ScopeChanges => "scope_changes", Site;
    /// Managing the contract, as a share of the yearly fees.
    GovernanceShare => "governance_share", Site;
    /// The least that managing a contract costs, money a year.
    GovernanceMinimum => "governance_minimum", Site;
    /// Work at the interface of a core function that is split, as a share of the cost of the moved work at home.
    CoreInterface => "core_interface", Site;
    /// Audits and data residency for a contract with highly sensitive data, money a year.
    ComplianceAudit => "compliance_audit", Site;
    /// What certified staff cost on top of the fees of highly sensitive functions, as a share of these.
    CertifiedPremium => "certified_premium", Site;
    /// Share of the margin at risk that is lost each year because the work is elsewhere.
    CustomerLoss => "customer_loss", Site;
    /// Visits to the vendor, money a year.
    Travel => "travel", Site;
    /// Choosing the vendor and writing the contract: fixed part, money.
    SelectionFixed => "selection_fixed", Site;
    /// Choosing the vendor and writing the contract: part that grows with the deal, as a share of a year's fees.
    SelectionShare => "selection_share", Site;
    /// Moving the work: fixed part, money.
    TransitionFixed => "transition_fixed", Site;
    /// Moving the work: part for each head moved, money.
    TransitionPerHead => "transition_per_head", Site;
    /// Moving the work: part that grows with the deal, as a share of a year's fees.
    TransitionShare => "transition_share", Site;
    /// Size of an overrun, as a share of the planned transition.
    OverrunSize => "overrun_size", Site;
    /// Share of the moved work for which the home team is kept on beside the vendor at the start.
    ParallelShare => "parallel_share", Site;
    /// Months for which the home team is kept on beside the vendor.
    ParallelMonths => "parallel_months", Site;
    /// Yearly hazard that the relationship ends early, averaged over its first five years.
    EarlyEndHazard => "early_end_hazard", Site;
    /// Moving the work back at the end, as a multiple of the planned cost of moving it there.
    ExitTransition => "exit_transition", Site;
    /// What leaving a vendor takes in choosing, moving or hiring, as a multiple of doing it for the first time.
    ExitEffort => "exit_effort", Site;
    /// Share of early ends that are insolvencies of the vendor.
    InsolvencyShare => "insolvency_share", Site;
    /// Months of notice when the vendor ends the contract.
    NoticeMonths => "notice_months", Site;
    /// Fee for ending the contract early, in months of the yearly fees.
    TerminationFeeMonths => "termination_fee_months", Site;
    /// Rise of the breach hazard for the work that is with the vendor, as a share.
    BreachUplift => "breach_uplift", Site;
    /// Yearly hazard of a disruption where the vendor is.
    DestinationDisruptionHazard => "destination_disruption_hazard", Site;
    /// Yearly hazard that a team of the vendor loses its lead or its process owner.
    VendorKeyPeopleHazard => "vendor_key_people_hazard", Site;

    /// The vendor's price for one productive hour, money, at the date of the decision.
    HourlyRate => "hourly_rate", FunctionSite;
}

impl Assumption {
    /// Whether the quantity is an uncertainty itself, 0 where nothing is uncertain.
    pub fn is_volatility(self) -> bool {
        matches!(self, Self::WageVolatility | Self::VolumeVolatility | Self::CurrencyVolatility)
    }

    /// The assumption with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|assumption| assumption.id() == id)
    }
}

/// What one value of an assumption belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The buyer's firm.
    Home,
    /// The function with this id.
    Function(String),
    /// A vendor.
    Site(Site),
    /// The function with this id at a vendor.
    FunctionSite(String, Site),
}

/// An assumption together with what it belongs to: written `home.workspace`, `support.attrition`,
/// `offshore.rework`, `support.offshore.hourly_rate`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssumptionKey {
    /// Which quantity.
    pub assumption: Assumption,
    /// Whose.
    pub scope: Scope,
}

impl AssumptionKey {
    /// A quantity of the buyer's firm.
    pub fn home(assumption: Assumption) -> Self {
        Self { assumption, scope: Scope::Home }
    }

    /// A quantity of a business function.
    pub fn function(assumption: Assumption, function_id: &str) -> Self {
        Self { assumption, scope: Scope::Function(function_id.to_owned()) }
    }

    /// A quantity of a vendor.
    pub fn site(assumption: Assumption, site: Site) -> Self {
        Self { assumption, scope: Scope::Site(site) }
    }

    /// A quantity of a function at a vendor.
    pub fn function_site(assumption: Assumption, function_id: &str, site: Site) -> Self {
        Self { assumption, scope: Scope::FunctionSite(function_id.to_owned(), site) }
    }

    /// Reads a key; `None` when the text is not the key of any assumption.
    pub fn parse(text: &str) -> Option<Self> {
        let (owner, id) = text.rsplit_once('.')?;
        let (assumption, scope) = (Assumption::from_id(id)?, Scope::parse(owner)?);
        (scope.level() == assumption.level()).then_some(Self { assumption, scope })
    }
}

impl Scope {
    /// Reads what stands in front of the id in a key: `home`, `support`, `offshore`, `support.offshore`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split('.').collect::<Vec<_>>()[..] {
            ["home"] => Some(Self::Home),
            [owner] => Some(Site::from_id(owner).map_or_else(|| Self::Function(owner.to_owned()), Self::Site)),
            [function, site] => Some(Self::FunctionSite(function.to_owned(), Site::from_id(site)?)),
            _ => None,
        }
    }

    /// What kind of thing it is.
    pub fn level(&self) -> Level {
        match self {
            Self::Home => Level::Home,
            Self::Function(_) => Level::Function,
            Self::Site(_) => Level::Site,
            Self::FunctionSite(..) => Level::FunctionSite,
        }
    }

    /// The id of the function it speaks of, if of any.
    pub fn function(&self) -> Option<&str> {
        match self {
            Self::Function(id) | Self::FunctionSite(id, _) => Some(id),
            Self::Home | Self::Site(_) => None,
        }
    }

    /// The site it speaks of, if of any.
    pub fn site(&self) -> Option<Site> {
        match self {
            Self::Site(site) | Self::FunctionSite(_, site) => Some(*site),
            Self::Home | Self::Function(_) => None,
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => formatter.write_str("home"),
            Self::Function(function) => formatter.write_str(function),
            Self::Site(site) => formatter.write_str(site.id()),
            Self::FunctionSite(function, site) => write!(formatter, "{function}.{}", site.id()),
        }
    }
}

impl fmt::Display for AssumptionKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.scope, self.assumption.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_assumptions_share_an_id() {
        let ids: BTreeSet<_> = Assumption::ALL.iter().map(|assumption| assumption.id()).collect();
        assert_eq!(ids.len(), Assumption::ALL.len());
    }

    #[test]
    fn keys_are_read_as_they_are_written() {
        for text in ["home.benefits_load", "support.attrition", "offshore.rework", "support.offshore.hourly_rate"] {
            assert_eq!(AssumptionKey::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_key_at_the_wrong_level_is_refused() {
        for text in
            ["offshore.benefits_load", "home.rework", "support.rework", "home.offshore.hourly_rate.x", "rework", ""]
        {
            assert_eq!(AssumptionKey::parse(text), None, "{text}");
        }
    }
}
