//! A business function: a kind of work with its people and their wage.

use super::contacts::Contacts;
use super::coverage::Coverage;
use super::distribution::Uncertain;
use super::quote::{PricingUnit, Quote};
use super::reading::stated;
use super::site::Site;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A kind of work in the catalogue. It decides the default wage, attrition and vendor price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FunctionKind {
    /// Answering customers: service desk, orders, complaints.
    CustomerSupport,
    /// Solving technical problems of customers.
    TechnicalSupport,
    /// Help desk for the firm's own staff.
    ItSupport,
    /// Selling by telephone.
    Sales,
    /// Campaigns, content, market studies for the firm's own products.
    Marketing,
    /// Bookkeeping, payables, receivables.
    FinanceAndAccounting,
    /// Payroll and timekeeping.
    Payroll,
    /// Human-resources administration.
    HumanResources,
    /// Finding and choosing new staff (recruitment process outsourcing).
    Recruitment,
    /// Typing and checking records.
    DataEntry,
    /// Buying, suppliers, planning of supplies.
    Procurement,
    /// Bills and claims of a clinic or practice.
    MedicalBilling,
    /// Analyses for decisions (knowledge process outsourcing).
    Analytics,
    /// Review of documents and other legal support (legal process outsourcing).
    Legal,
    /// Studies of markets, firms and publications for others' decisions.
    Research,
    /// Any other office work.
    Other,
}

/// The three families of functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Category {
    /// Work with customers.
    FrontOffice,
    /// Work that keeps the firm going.
    BackOffice,
    /// Work that needs a profession.
    Specialised,
}

impl Category {
    /// All categories, in the order in which people choose from them.
    pub const ALL: [Self; 3] = [Self::FrontOffice, Self::BackOffice, Self::Specialised];
}

impl FunctionKind {
    /// All kinds, in the order in which people choose from them.
    pub const ALL: [Self; 16] = [
        Self::CustomerSupport,
        Self::TechnicalSupport,
        Self::Sales,
        Self::Marketing,
        Self::FinanceAndAccounting,
        Self::Payroll,
        Self::HumanResources,
        Self::Recruitment,
        Self::ItSupport,
        Self::DataEntry,
        Self::Procurement,
        Self::MedicalBilling,
        Self::Other,
        Self::Analytics,
        Self::Legal,
        Self::Research,
    ];

    /// The stable id, as written in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::CustomerSupport => "customer_support",
            Self::TechnicalSupport => "technical_support",
            Self::ItSupport => "it_support",
            Self::Sales => "sales",
            Self::Marketing => "marketing",
            Self::FinanceAndAccounting => "finance_and_accounting",
            Self::Payroll => "payroll",
            Self::HumanResources => "human_resources",
            Self::Recruitment => "recruitment",
            Self::DataEntry => "data_entry",
            Self::Procurement => "procurement",
            Self::MedicalBilling => "medical_billing",
            Self::Analytics => "analytics",
            Self::Legal => "legal",
            Self::Research => "research",
            Self::Other => "other",
        }
    }

    /// The kind with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The family the kind belongs to.
    pub fn category(self) -> Category {
        match self {
            Self::CustomerSupport | Self::TechnicalSupport | Self::Sales | Self::Marketing => Category::FrontOffice,
            Self::FinanceAndAccounting
            | Self::Payroll
            | Self::HumanResources
            | Self::Recruitment
            | Self::ItSupport
            | Self::DataEntry
            | Self::Procurement
            | Self::MedicalBilling
            | Self::Other => Category::BackOffice,
            Self::Analytics | Self::Legal | Self::Research => Category::Specialised,
        }
    }

    /// The kinds of a category, in the order in which people choose from them.
    pub fn of_category(category: Category) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |kind| kind.category() == category)
    }

    /// How sensitive the data of such a function usually is: what the page offers. A file that does not say means medium.
    pub fn usual_sensitivity(self) -> DataSensitivity {
        match self {
            Self::FinanceAndAccounting | Self::Payroll | Self::HumanResources | Self::MedicalBilling | Self::Legal => {
                DataSensitivity::High
            }
            Self::Sales | Self::Marketing | Self::DataEntry | Self::Research => DataSensitivity::Low,
            Self::CustomerSupport
            | Self::TechnicalSupport
            | Self::ItSupport
            | Self::Recruitment
            | Self::Procurement
            | Self::Analytics
            | Self::Other => DataSensitivity::Medium,
        }
    }

    /// Whether customers of the firm meet the people who do this work.
    pub fn usually_faces_customers(self) -> bool {
        self.category() == Category::FrontOffice
    }

    /// Whether the work is usually close to what the firm lives by. Which work is, the firm knows better than any list;
    /// analyses for decisions and the firm's own marketing are marked, since they need what only insiders know.
    pub fn is_usually_core(self) -> bool {
        matches!(self, Self::Marketing | Self::Analytics)
    }

    /// Whether the work is answering or calling people, with a contact centre's attrition.
    pub fn is_contact_centre(self) -> bool {
        matches!(self, Self::CustomerSupport | Self::TechnicalSupport | Self::Sales)
    }
}

/// How sensitive the data is that the function handles. Scales the chance of a data breach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DataSensitivity {
    /// Nothing that would hurt if it leaked: half the base hazard.
    Low,
    /// Names, orders, tickets: the base hazard.
    #[default]
    Medium,
    /// Payments, pay, health: twice the base hazard.
    High,
}

impl DataSensitivity {
    /// Factor on the breach hazard: 0.5, 1 or 2.
    pub fn factor(self) -> f64 {
        match self {
            Self::Low => 0.5,
            Self::Medium => 1.0,
            Self::High => 2.0,
        }
    }
}

/// One function of the portfolio.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BusinessFunction {
    /// Stable id: 1 to 32 of `a-z 0-9 _`, starting with a letter. Given once; draws are keyed by it.
    pub id: String,
    /// What kind of work it is.
    pub kind: FunctionKind,
    /// A name of the user's own, at most 80 characters; the kind's name is shown when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Paid heads the work needs today, 0.1 to 100,000; may be a fraction (a half-time post). Either this or contacts is stated.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Option::is_none")]
    pub headcount: Option<Uncertain>,
    /// The work as contacts, from which the heads follow.
    #[serde(default, deserialize_with = "stated", skip_serializing_if = "Option::is_none")]
    pub contacts: Option<Contacts>,
    /// The hours of the week in which the work is covered.
    #[serde(default, skip_serializing_if = "Coverage::is_default")]
    pub coverage: Coverage,
    /// Fewest people at work in any hour covered, 0 to 1,000; for contacts, and for heads whose hours go beyond the business day.
    #[serde(default = "one_position", skip_serializing_if = "is_one_position")]
    pub minimum_positions: u32,
    /// Average yearly wage of one head, leave included, before benefits and payroll taxes. Money a year.
    pub wage: Uncertain,
    /// Sensitivity of the data handled.
    #[serde(default)]
    pub sensitivity: DataSensitivity,
    /// What the function is known to cost at home in a year, at the prices of the decision; replaces the sum of the modelled lines,
    /// not their proportions. Money a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_cost: Option<Uncertain>,
    /// Yearly margin from the customers whom the function serves, if some of it may be lost with a vendor. Money a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margin_at_risk: Option<Uncertain>,
    /// Whether the function-specific strategies move this function.
    #[serde(default = "moves_by_default")]
    pub outsource: bool,
    /// Whether it is core work, close to what the firm lives by: splitting it between home and a vendor then costs work at the
    /// interface. What its kind usually is when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub core: Option<bool>,
    /// Whether customers of the firm meet the people who do it; what its kind usually is when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_facing: Option<bool>,
    /// Contacts, invoices, payslips: what a price for a transaction is multiplied with. A year, 1 to 10^12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transactions_per_year: Option<Uncertain>,
    /// Quotes that take the place of the catalogue's hourly price, by site.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub quotes: BTreeMap<Site, Quote>,
}

impl BusinessFunction {
    /// Whether it is close to what the firm lives by.
    pub fn is_core(&self) -> bool {
        self.core.unwrap_or_else(|| self.kind.is_usually_core())
    }

    /// Whether customers of the firm meet the people who do it.
    pub fn is_customer_facing(&self) -> bool {
        self.customer_facing.unwrap_or_else(|| self.kind.usually_faces_customers())
    }

    /// What the vendor at `site` charges for.
    pub fn pricing(&self, site: Site) -> PricingUnit {
        self.quotes.get(&site).map_or(PricingUnit::Hour, |quote| quote.per)
    }
}

fn moves_by_default() -> bool {
    true
}

fn one_position() -> u32 {
    1
}

// serde hands over a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_one_position(positions: &u32) -> bool {
    *positions == 1
}
