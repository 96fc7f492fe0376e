//! What differs from country to country: wages, currency, prices, distance, what can happen there.

use super::sources::{
    ASSUMED, ATTRITION_INDIA, ATTRITION_LATIN_AMERICA, ATTRITION_PHILIPPINES, ATTRITION_SOUTH_AFRICA, ATTRITION_US,
    EXCHANGE_RATES, GLOBALIFY, NASSCOM, OEWS, PAGASA, RATE_CARDS, REMEMBERED_PRICES, SITE_SELECTION, UPTIME,
    WORLD_AT_WORK, WTW,
};
use super::{Grade, Sourced, bounded, four_in_five, nineteen_in_twenty};
use crate::model::destination::Destination;
use crate::model::distribution::Uncertain::Fixed;

/// Yearly growth of wages in the country, in its own currency.
pub(super) fn wage_growth(destination: Destination) -> Sourced {
    match destination {
        Destination::UnitedStates => Sourced::new(nineteen_in_twenty(0.027, 0.035, 0.046), OEWS, Grade::Derived),
        Destination::Canada => Sourced::new(bounded(0.025, 0.03, 0.05), WORLD_AT_WORK, Grade::Judgement),
        Destination::Mexico => Sourced::new(bounded(0.057, 0.063, 0.072), WTW, Grade::SecondHand),
        Destination::India => Sourced::new(bounded(0.09, 0.095, 0.105), WTW, Grade::SecondHand),
        Destination::Philippines => Sourced::new(bounded(0.045, 0.056, 0.065), WTW, Grade::SecondHand),
        Destination::Vietnam => Sourced::new(bounded(0.06, 0.076, 0.085), WTW, Grade::SecondHand),
        Destination::Colombia | Destination::CostaRica | Destination::Poland | Destination::SouthAfrica => {
            Sourced::new(bounded(0.05, 0.07, 0.09), ASSUMED, Grade::Judgement)
        }
    }
}

/// Yearly standard deviation of the logarithm of local units for one US dollar.
pub(super) fn currency_volatility(destination: Destination) -> Sourced {
    let deviation = match destination {
        Destination::UnitedStates => 0.0,
        Destination::Canada => 0.079,
        Destination::Mexico => 0.122,
        Destination::Colombia => 0.145,
        Destination::CostaRica => 0.09,
        Destination::Poland => 0.124,
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

/// Price of a productive hour of customer support in the country, in US dollars.
///
/// Mexico and Colombia, the Philippines and India stand together on both rate cards, South Africa beside the latter on one of them.
/// Costa Rica is Mexico moved by the difference in agents' wages (6.50 $ an hour against 5.50), of which with management and support
/// 55 % of a price consist. For Canada, Poland and Vietnam there is only what is remembered (24-32, 16-26 and 7-12 $ an hour), made
/// wider.
pub(super) fn support_rate(destination: Destination) -> Sourced {
    match destination {
        // From the loaded cost at home times 0.85-1.05.
        Destination::UnitedStates => Sourced::new(four_in_five(26.0, 42.0, 60.0), RATE_CARDS, Grade::Judgement),
        Destination::Canada => Sourced::new(four_in_five(20.0, 29.0, 42.0), REMEMBERED_PRICES, Grade::FromMemory),
        Destination::Mexico | Destination::Colombia => {
            Sourced::new(four_in_five(12.0, 18.0, 27.0), RATE_CARDS, Grade::Derived)
        }
        Destination::CostaRica => Sourced::new(four_in_five(13.0, 20.0, 30.0), SITE_SELECTION, Grade::Derived),
        Destination::Poland => Sourced::new(four_in_five(13.0, 21.0, 32.0), REMEMBERED_PRICES, Grade::FromMemory),
        Destination::India | Destination::Philippines => {
            Sourced::new(four_in_five(10.0, 14.0, 18.0), RATE_CARDS, Grade::Read)
        }
        Destination::Vietnam => Sourced::new(four_in_five(6.0, 10.0, 15.0), REMEMBERED_PRICES, Grade::FromMemory),
        Destination::SouthAfrica => Sourced::new(four_in_five(10.0, 14.0, 18.0), GLOBALIFY, Grade::Read),
    }
}

/// Whether wages there stand to each other as in the United States, so that prices of other kinds of work do as well.
pub(super) fn pays_like_home(destination: Destination) -> bool {
    matches!(destination, Destination::UnitedStates | Destination::Canada)
}

/// People who leave a vendor there in a year, as a share of its heads.
pub(super) fn vendor_attrition(destination: Destination) -> Sourced {
    match destination {
        Destination::UnitedStates => Sourced::new(bounded(0.45, 0.60, 1.0), ATTRITION_US, Grade::SecondHand),
        Destination::Mexico | Destination::Colombia | Destination::CostaRica => {
            Sourced::new(bounded(0.05, 0.30, 0.75), ATTRITION_LATIN_AMERICA, Grade::Judgement)
        }
        Destination::India => Sourced::new(bounded(0.15, 0.30, 0.55), ATTRITION_INDIA, Grade::SecondHand),
        Destination::Philippines => Sourced::new(bounded(0.45, 0.48, 0.52), ATTRITION_PHILIPPINES, Grade::Read),
        Destination::SouthAfrica => Sourced::new(bounded(0.15, 0.25, 0.40), ATTRITION_SOUTH_AFRICA, Grade::Read),
        Destination::Canada => Sourced::new(bounded(0.25, 0.40, 0.60), ASSUMED, Grade::Judgement),
        Destination::Poland | Destination::Vietnam => {
            Sourced::new(bounded(0.15, 0.30, 0.50), ASSUMED, Grade::Judgement)
        }
    }
}

/// Extra work at home because the work is there, as a share of the cost of the moved work at home: NASSCOM's 10-20 % of distance
/// for India, with a lower low end for clear procedures, and less the more hours, language and ways of working are shared.
pub(super) fn coordination(destination: Destination) -> Sourced {
    let range = match destination {
        Destination::UnitedStates => Fixed(0.0),
        Destination::Canada => bounded(0.0, 0.02, 0.05),
        Destination::Mexico | Destination::Colombia | Destination::CostaRica => bounded(0.02, 0.05, 0.10),
        Destination::Poland => bounded(0.03, 0.08, 0.15),
        Destination::SouthAfrica => bounded(0.04, 0.08, 0.16),
        Destination::India | Destination::Philippines => bounded(0.05, 0.10, 0.20),
        Destination::Vietnam => bounded(0.06, 0.12, 0.24),
    };
    Sourced::new(range, NASSCOM, Grade::Judgement)
}

/// Hours of an eight-hour business day in the eastern United States in which it is business day there, too, averaged over
/// summer and winter time and cut to whole hours.
pub fn shared_hours(destination: Destination) -> u8 {
    match destination {
        Destination::UnitedStates | Destination::Canada => 8,
        Destination::Colombia => 7,
        Destination::Mexico | Destination::CostaRica => 6,
        Destination::Poland => 2,
        Destination::SouthAfrica => 1,
        Destination::India | Destination::Philippines | Destination::Vietnam => 0,
    }
}

/// Visits to a vendor there, US dollars a year.
pub(super) fn travel(destination: Destination) -> Sourced {
    let range = match destination {
        Destination::UnitedStates => bounded(3_000.0, 6_000.0, 12_000.0),
        Destination::Canada => bounded(4_000.0, 8_000.0, 15_000.0),
        Destination::Mexico | Destination::Colombia | Destination::CostaRica => bounded(6_000.0, 12_000.0, 20_000.0),
        Destination::Poland => bounded(9_000.0, 18_000.0, 30_000.0),
        Destination::India | Destination::Philippines | Destination::Vietnam | Destination::SouthAfrica => {
            bounded(12_000.0, 25_000.0, 40_000.0)
        }
    };
    Sourced::new(range, ASSUMED, Grade::Judgement)
}

/// Yearly hazard that a site there cannot work for a while: outage, disaster, unrest.
///
/// A serious outage strikes one in five organisations in three years, wherever they are. What comes on top elsewhere is judged:
/// weather in the Philippines and Vietnam, power in South Africa and India, earthquakes and unrest in Latin America.
pub fn disruption_hazard(destination: Destination) -> Sourced {
    match destination {
        Destination::UnitedStates => Sourced::new(bounded(0.03, 0.072, 0.10), UPTIME, Grade::Derived),
        Destination::Canada => Sourced::new(bounded(0.03, 0.072, 0.12), UPTIME, Grade::Judgement),
        Destination::Poland => Sourced::new(bounded(0.03, 0.08, 0.14), UPTIME, Grade::Judgement),
        Destination::Mexico | Destination::Colombia | Destination::CostaRica => {
            Sourced::new(bounded(0.04, 0.10, 0.20), UPTIME, Grade::Judgement)
        }
        Destination::India => Sourced::new(bounded(0.05, 0.14, 0.30), UPTIME, Grade::Judgement),
        Destination::Vietnam | Destination::SouthAfrica => {
            Sourced::new(bounded(0.06, 0.16, 0.40), UPTIME, Grade::Judgement)
        }
        Destination::Philippines => Sourced::new(bounded(0.10, 0.30, 0.80), PAGASA, Grade::FromMemory),
    }
}
