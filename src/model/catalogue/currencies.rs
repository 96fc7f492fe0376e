//! What a US dollar costs: the catalogue's amounts of money are dollars, a scenario's are what it says.

use super::sources::{EXCHANGE_RATES, FEDERAL_RESERVE, REMEMBERED_EXCHANGE_RATES};
use super::{Grade, Sourced};
use crate::model::currency::Currency;
use crate::model::distribution::Uncertain::Fixed;

/// Units of the currency for one US dollar, average of 2024: the year of the wages and of most prices.
pub(super) fn exchange_rate(currency: Currency) -> Sourced {
    let (rate, is_remembered) = match currency {
        Currency::UsDollar => return Sourced::new(Fixed(1.0), EXCHANGE_RATES, Grade::Derived),
        Currency::Euro => (0.9242, false),
        Currency::PoundSterling => (0.78, true),
        Currency::AustralianDollar => (1.5158, false),
        Currency::CanadianDollar => (1.3699, false),
        Currency::DanishKrone => (6.8955, false),
        Currency::IndianRupee => (83.6566, false),
        Currency::Yen => (151.4551, false),
        Currency::MexicanPeso => (18.3062, false),
        Currency::NewZealandDollar => (1.6529, false),
        Currency::Zloty => (3.98, true),
        Currency::SingaporeDollar => (1.3363, false),
        Currency::Rand => (18.3346, false),
        Currency::SwedishKrona => (10.5744, false),
        Currency::SwissFranc => (0.8808, false),
    };
    if is_remembered {
        Sourced::new(Fixed(rate), REMEMBERED_EXCHANGE_RATES, Grade::FromMemory)
    } else {
        Sourced::new(Fixed(rate), FEDERAL_RESERVE, Grade::SecondHand)
    }
}
