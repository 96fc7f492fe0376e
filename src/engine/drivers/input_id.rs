//! The names of the inputs, and which of them can be known beforehand.

use crate::model::{Assumption, AssumptionKey, RiskEvent, Site};
use serde::{Serialize, Serializer};
use std::fmt;

/// What an input is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputId {
    /// An assumption.
    Assumption(AssumptionKey),
    /// What the user states of the function with this id.
    Stated(String, Stated),
    /// The percentile at which a vendor's prices lie, the same for all functions.
    Price(Site),
    /// The share of the function with this id that can move to a site.
    MovableShare(String, Site),
    /// The course of wages at home about their trend.
    WagePath,
    /// The course of demand that all functions share.
    Market,
    /// The course of demand of the function with this id.
    Swings(String),
    /// When demand suffers its first shock.
    DemandShock,
    /// When automation leaps ahead.
    AutomationShock,
    /// How good a vendor turns out to be at everything.
    VendorQuality(Site),
    /// The course of the exchange rate.
    Currency(Site),
    /// How long a contract lasts.
    EarlyEnd(Site),
    /// Whether the transition overruns.
    TransitionOverrun(Site),
    /// When an event first strikes home (`None`) or a site.
    Event(RiskEvent, Option<Site>),
    /// When the first data breach comes.
    FirstBreach,
    /// What the first data breach costs.
    FirstBreachCost,
}

/// What a user states of a function that is no assumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated {
    /// Paid heads.
    Headcount,
    /// Yearly wage.
    Wage,
    /// Contacts a month.
    ContactsPerMonth,
    /// Seconds that a contact takes.
    HandleSeconds,
    /// What it is known to cost at home.
    KnownCost,
    /// Margin that may be lost with a vendor.
    MarginAtRisk,
    /// Transactions a year.
    Transactions,
}

impl Stated {
    /// Name of the field in a file.
    fn id(self) -> &'static str {
        match self {
            Self::Headcount => "headcount",
            Self::Wage => "wage",
            Self::ContactsPerMonth => "contacts_per_month",
            Self::HandleSeconds => "handle_seconds",
            Self::KnownCost => "known_cost",
            Self::MarginAtRisk => "margin_at_risk",
            Self::Transactions => "transactions_per_year",
        }
    }
}

impl fmt::Display for InputId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Assumption(key) => key.fmt(formatter),
            Self::Stated(function, what) => write!(formatter, "{function}.{}", what.id()),
            Self::WagePath => formatter.write_str("home.wage_path"),
            Self::Market => formatter.write_str("home.market"),
            Self::Swings(function) => write!(formatter, "{function}.swings"),
            Self::DemandShock => formatter.write_str("home.demand_shock"),
            Self::AutomationShock => formatter.write_str("home.automation_shock"),
            Self::Price(site) => write!(formatter, "{}.hourly_rate", site.id()),
            Self::MovableShare(function, site) => write!(formatter, "{function}.{}.movable_share", site.id()),
            Self::VendorQuality(site) => write!(formatter, "{}.vendor_quality", site.id()),
            Self::Currency(site) => write!(formatter, "{}.currency", site.id()),
            Self::EarlyEnd(site) => write!(formatter, "{}.early_end", site.id()),
            Self::TransitionOverrun(site) => write!(formatter, "{}.transition_overrun", site.id()),
            Self::Event(event, site) => write!(formatter, "{}.{}", site.map_or("home", Site::id), event.id()),
            Self::FirstBreach => formatter.write_str("home.first_breach"),
            Self::FirstBreachCost => formatter.write_str("home.first_breach_cost"),
        }
    }
}

impl Serialize for InputId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl InputId {
    /// Whether somebody who asks, measures or tries can know it before deciding. The rest is luck: the future course of
    /// wages, prices and currencies, how good a vendor turns out to be, and what happens or does not.
    pub fn can_be_found_out(&self) -> bool {
        match self {
            Self::Assumption(key) => !matches!(
                key.assumption,
                Assumption::WageGrowth
                    | Assumption::PriceInflation
                    | Assumption::DestinationWageGrowth
                    | Assumption::CurrencyDrift
                    | Assumption::OverrunSize
                    | Assumption::DemandShockSize
                    | Assumption::DemandShockMonths
                    | Assumption::AutomationShockSize
            ),
            Self::Stated(..) | Self::Price(_) | Self::MovableShare(..) => true,
            Self::WagePath
            | Self::Market
            | Self::Swings(_)
            | Self::DemandShock
            | Self::AutomationShock
            | Self::VendorQuality(_)
            | Self::Currency(_)
            | Self::EarlyEnd(_)
            | Self::TransitionOverrun(_)
            | Self::Event(..)
            | Self::FirstBreach
            | Self::FirstBreachCost => false,
        }
    }
}
