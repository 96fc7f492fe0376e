//! What differs from function to function: wage, attrition, vendor price.

use super::destinations::{pays_like_home, support_rate};
use super::sources::{APQC, ASSUMED, CALABRIO, FORECASTS, GARTNER, HOLIDAY_PEAKS, OEWS, SHRM_2016};
use super::{Grade, Sourced, bounded, four_in_five};
use crate::model::assumption::Assumption;
use crate::model::business_function::FunctionKind;
use crate::model::destination::Destination;
use crate::model::distribution::Uncertain;

/// Median yearly wage in the United States, May 2024, in US dollars. Other office work stands on general clerks, recruitment on
/// human-resources specialists, procurement on buyers, medical billing on billing clerks, analytics on financial analysts, legal
/// on paralegals, marketing and research on market research analysts and marketing specialists.
pub fn median_wage(kind: FunctionKind) -> Sourced {
    let wage = match kind {
        FunctionKind::CustomerSupport => 42_830.0,
        FunctionKind::TechnicalSupport | FunctionKind::ItSupport => 60_340.0,
        FunctionKind::Sales => 34_410.0,
        FunctionKind::Marketing | FunctionKind::Research => 76_950.0,
        FunctionKind::FinanceAndAccounting => 49_210.0,
        FunctionKind::Payroll => 55_290.0,
        FunctionKind::HumanResources => 49_440.0,
        FunctionKind::Recruitment => 72_910.0,
        FunctionKind::DataEntry => 39_850.0,
        FunctionKind::Procurement => 75_650.0,
        FunctionKind::MedicalBilling => 47_170.0,
        FunctionKind::Analytics => 101_350.0,
        FunctionKind::Legal => 61_010.0,
        FunctionKind::Other => 43_630.0,
    };
    Sourced::new(Uncertain::Fixed(wage), OEWS, Grade::Read)
}

/// The default of an assumption at the level of a function.
pub(super) fn default_of(assumption: Assumption, kind: FunctionKind) -> Sourced {
    match assumption {
        // The work is done in the hours of a normal week unless the user says otherwise.
        Assumption::OutsideHours => Sourced::new(Uncertain::Fixed(0.0), ASSUMED, Grade::Judgement),
        // What a ledger charges to a department holds overhead that stays.
        Assumption::AvoidableShare => Sourced::new(bounded(0.8, 0.9, 1.0), ASSUMED, Grade::Judgement),
        Assumption::VolumeGrowth => Sourced::new(four_in_five(-0.05, 0.0, 0.05), ASSUMED, Grade::Judgement),
        Assumption::VolumeVolatility => Sourced::new(bounded(0.03, 0.08, 0.15), FORECASTS, Grade::Judgement),
        Assumption::SeasonalPeak => seasonal_peak(kind),
        Assumption::AutomationPotential => automation_potential(kind),
        _ => attrition(kind),
    }
}

/// By how much the busiest month lies above the mean: retail reaches more, other offices hardly know seasons.
fn seasonal_peak(kind: FunctionKind) -> Sourced {
    if kind.is_contact_centre() {
        Sourced::new(bounded(0.0, 0.16, 0.42), HOLIDAY_PEAKS, Grade::Judgement)
    } else {
        Sourced::new(bounded(0.0, 0.05, 0.15), ASSUMED, Grade::Judgement)
    }
}

/// Share of the work that automation takes over: contact centres by a forecast for 2026, other offices by how far the best
/// quarter of accounts-payable departments is ahead of the middle, of which little is within reach of most.
fn automation_potential(kind: FunctionKind) -> Sourced {
    if kind.is_contact_centre() {
        Sourced::new(bounded(0.016, 0.10, 0.20), GARTNER, Grade::SecondHand)
    } else {
        Sourced::new(bounded(0.0, 0.10, 0.30), APQC, Grade::Judgement)
    }
}

/// Yearly attrition at home: contact centres by ContactBabel, other offices by SHRM.
fn attrition(kind: FunctionKind) -> Sourced {
    if kind.is_contact_centre() {
        Sourced::new(four_in_five(0.17, 0.25, 0.45), CALABRIO, Grade::SecondHand)
    } else {
        Sourced::new(four_in_five(0.12, 0.19, 0.25), SHRM_2016, Grade::Judgement)
    }
}

/// Price of a productive hour in US dollars: that of customer support in the country times the factor of the kind of work.
///
/// The grade is the worse of the two.
pub(super) fn hourly_rate(kind: FunctionKind, destination: Destination) -> Sourced {
    let support = support_rate(destination);
    let (factor, grade) = price_factor(kind, destination);
    Sourced::new(support.value.scaled(factor), support.source, support.grade.max(grade))
}

/// Price of an hour of this kind of work over that of customer support, and how well it is founded.
///
/// Where wages are like those in the United States it is the ratio of the median wages, since the price follows them. Elsewhere it is
/// the ratio within one Philippine rate card (customer service 10 $ an hour, data entry 7.5, administration 11.5, human resources
/// 14, IT support 20, digital marketing 22.5); where the card has no line, a judgement:
/// - technical support between customer service and IT support, selling level with customer service;
/// - medical billing like administration, recruitment and procurement like human resources;
/// - analytics and research at a third of the onshore price, as a financial analyst's wage in India was of that at home (CFO, 2004);
/// - legal review from 15-30 $ an hour in India in 2008, with 2 % a year since.
pub fn price_factor(kind: FunctionKind, destination: Destination) -> (f64, Grade) {
    if pays_like_home(destination) {
        let wage = |kind| median_wage(kind).value.likely();
        return (wage(kind) / wage(FunctionKind::CustomerSupport), Grade::Derived);
    }
    match kind {
        FunctionKind::CustomerSupport => (1.0, Grade::Read),
        FunctionKind::Sales => (1.0, Grade::Judgement),
        FunctionKind::TechnicalSupport => (1.5, Grade::Judgement),
        FunctionKind::ItSupport => (2.0, Grade::Derived),
        FunctionKind::Marketing => (2.25, Grade::Derived),
        FunctionKind::FinanceAndAccounting => (1.15, Grade::Derived),
        FunctionKind::Other | FunctionKind::MedicalBilling => (1.15, Grade::Judgement),
        FunctionKind::Payroll | FunctionKind::HumanResources => (1.4, Grade::Derived),
        FunctionKind::Recruitment | FunctionKind::Procurement => (1.4, Grade::Judgement),
        FunctionKind::DataEntry => (0.75, Grade::Derived),
        FunctionKind::Analytics => (2.25, Grade::Judgement),
        FunctionKind::Research => (1.75, Grade::Judgement),
        FunctionKind::Legal => (2.0, Grade::Judgement),
    }
}
