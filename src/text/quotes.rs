//! Words around a vendor's quote.

use super::labels;
use crate::model::{PricingUnit, Site};

/// Heading of the quotes of a function.
pub const QUOTES: &str = "Quotes you have";
/// What a quote does.
pub const QUOTES_HINT: &str =
    "A quote takes the place of our price. Whoever is paid by the year bears learning, mistakes and busy months.";
/// The price is the catalogue's.
pub const NO_QUOTE: &str = "None: use our hourly price";
/// How many transactions there are.
pub const TRANSACTIONS: &str = "Transactions a year";
/// What that is for.
pub const TRANSACTIONS_HINT: &str = "Calls, invoices or payslips: whatever the vendor charges for.";

/// Label of the choice of a unit.
pub fn quote_at(site: Site) -> String {
    format!("{} quote", labels::site(site))
}

/// Label of the price.
pub fn price_at(site: Site, per: PricingUnit) -> String {
    format!("{} price {}", labels::site(site), unit(per))
}

/// What is charged for, as it follows a price.
pub fn unit(per: PricingUnit) -> &'static str {
    match per {
        PricingUnit::Hour => "for an hour",
        PricingUnit::PersonMonth => "for a person and month",
        PricingUnit::Transaction => "for a transaction",
        PricingUnit::Year => "for a year of the whole function",
    }
}
