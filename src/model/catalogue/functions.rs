//! What differs from function to function: wage, attrition, vendor price.

use super::sources::{APQC, ASSUMED, CALABRIO, FORECASTS, GARTNER, HOLIDAY_PEAKS, OEWS, RATE_CARDS, SHRM_2016};
use super::{Grade, Sourced, bounded, by_site, four_in_five};
use crate::model::assumption::Assumption;
use crate::model::business_function::FunctionKind;
use crate::model::distribution::Uncertain;
use crate::model::site::Site;

/// Median yearly wage in the United States, May 2024. Other office work stands on general clerks.
pub fn median_wage(kind: FunctionKind) -> Sourced {
    let wage = match kind {
        FunctionKind::CustomerSupport => 42_830.0,
        FunctionKind::TechnicalSupport | FunctionKind::ItSupport => 60_340.0,
        FunctionKind::Sales => 34_410.0,
        FunctionKind::FinanceAndAccounting => 49_210.0,
        FunctionKind::Payroll => 55_290.0,
        FunctionKind::HumanResources => 49_440.0,
        FunctionKind::DataEntry => 39_850.0,
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

/// Price of a productive hour of customer support, by site, and the factor that turns it into another function's.
///
/// Onshore the factor is the ratio of home wages, since an onshore price follows them. Nearshore and offshore it is the ratio
/// within one Philippine rate card (customer service 10 $ an hour, data entry 7.5, administration 11.5, human resources 14, IT
/// support 20); technical support is put between customer service and IT support, selling level with customer service.
pub(super) fn hourly_rate(kind: FunctionKind, site: Site) -> Sourced {
    let support =
        by_site(site, [four_in_five(26.0, 42.0, 60.0), four_in_five(12.0, 18.0, 27.0), four_in_five(10.0, 14.0, 18.0)]);
    let factor = if site == Site::Onshore {
        median_wage(kind).value.likely() / median_wage(FunctionKind::CustomerSupport).value.likely()
    } else {
        match kind {
            FunctionKind::CustomerSupport | FunctionKind::Sales => 1.0,
            FunctionKind::TechnicalSupport => 1.5,
            FunctionKind::ItSupport => 2.0,
            FunctionKind::FinanceAndAccounting | FunctionKind::Other => 1.15,
            FunctionKind::Payroll | FunctionKind::HumanResources => 1.4,
            FunctionKind::DataEntry => 0.75,
        }
    };
    let grade = match (site, kind) {
        (Site::Offshore, FunctionKind::CustomerSupport) => Grade::Read,
        (Site::Onshore, _) | (_, FunctionKind::TechnicalSupport | FunctionKind::Sales | FunctionKind::Other) => {
            Grade::Judgement
        }
        _ => Grade::Derived,
    };
    Sourced::new(support.scaled(factor), RATE_CARDS, grade)
}
