//! What differs from country to country.

use super::sources::{ASSUMED, EXCHANGE_RATES, OEWS, UPTIME, WTW};
use super::{Grade, Sourced, bounded, nineteen_in_twenty};
use crate::model::destination::Destination;
use crate::model::distribution::Uncertain::Fixed;

/// Yearly growth of wages in the country, in its own currency.
pub(super) fn wage_growth(destination: Destination) -> Sourced {
    match destination {
        Destination::UnitedStates => Sourced::new(nineteen_in_twenty(0.027, 0.035, 0.046), OEWS, Grade::Derived),
        Destination::Mexico => Sourced::new(bounded(0.057, 0.063, 0.072), WTW, Grade::SecondHand),
        Destination::India => Sourced::new(bounded(0.09, 0.095, 0.105), WTW, Grade::SecondHand),
        Destination::Philippines => Sourced::new(bounded(0.045, 0.056, 0.065), WTW, Grade::SecondHand),
        Destination::Vietnam => Sourced::new(bounded(0.06, 0.076, 0.085), WTW, Grade::SecondHand),
        Destination::Colombia | Destination::CostaRica | Destination::SouthAfrica => {
            Sourced::new(bounded(0.05, 0.07, 0.09), ASSUMED, Grade::Judgement)
        }
    }
}

/// Yearly standard deviation of the logarithm of local units for one unit of home currency.
pub(super) fn currency_volatility(destination: Destination) -> Sourced {
    let deviation = match destination {
        Destination::UnitedStates => 0.0,
        Destination::Mexico => 0.122,
        Destination::Colombia => 0.145,
        Destination::CostaRica => 0.09,
        Destination::India => 0.074,
        Destination::Philippines => 0.055,
        Destination::Vietnam => 0.035,
        Destination::SouthAfrica => 0.148,
    };
    Sourced::new(Fixed(deviation), EXCHANGE_RATES, Grade::Derived)
}

/// Share of the difference in wage growth by which the currency weakens. From 2010 to 2024 currencies of countries with faster
/// wages weakened by a third to all of the difference.
pub(super) fn currency_drift(destination: Destination) -> Sourced {
    match destination {
        Destination::UnitedStates => Sourced::new(Fixed(0.0), EXCHANGE_RATES, Grade::Derived),
        _ => Sourced::new(bounded(0.3, 0.7, 1.0), EXCHANGE_RATES, Grade::Judgement),
    }
}

/// Yearly hazard that something stops the work of a site in the country: an outage, a disaster, unrest.
///
/// In the United States that of a serious outage. What storms, floods, earthquakes, power cuts and unrest add elsewhere is
/// a guess.
pub(super) fn disruption_hazard(destination: Destination) -> Sourced {
    match destination {
        Destination::UnitedStates => Sourced::new(bounded(0.03, 0.072, 0.10), UPTIME, Grade::Judgement),
        Destination::Mexico | Destination::Colombia | Destination::CostaRica => {
            Sourced::new(bounded(0.05, 0.10, 0.20), ASSUMED, Grade::Judgement)
        }
        Destination::India | Destination::Vietnam => Sourced::new(bounded(0.05, 0.13, 0.30), ASSUMED, Grade::Judgement),
        Destination::Philippines | Destination::SouthAfrica => {
            Sourced::new(bounded(0.07, 0.18, 0.40), ASSUMED, Grade::Judgement)
        }
    }
}
