//! A change of the firm's country or of the currency, and what follows it.

use crate::model::catalogue::usual_wage;
use crate::model::{Assumption, AssumptionKey, Currency, Destinations, Scenario, Site, Uncertain};

/// Chooses the firm's country. Seen from the United States, countries of vendors that lie elsewhere give way to the usual ones.
pub fn choose_home(scenario: &mut Scenario, code: &str) {
    code.clone_into(&mut scenario.home_country);
    for site in Site::ALL {
        if scenario.is_american() && scenario.destinations.at(site).site() != site {
            scenario.destinations.set(site, Destinations::default().at(site));
        }
    }
}

/// Chooses the currency. Wages that are usual for their kind become what is usual in it; other amounts stay as stated.
pub fn choose_currency(scenario: &mut Scenario, currency: Currency) {
    let usual = |scenario: &Scenario| -> Vec<Uncertain> {
        scenario.functions.iter().map(|function| usual_wage(function.kind, scenario)).collect()
    };
    let before = usual(scenario);
    scenario.currency = currency;
    // A rate that was stated was that of the currency before.
    scenario.assumptions.remove(&AssumptionKey::home(Assumption::ExchangeRate).to_string());
    let after = usual(scenario);
    for (function, (before, after)) in scenario.functions.iter_mut().zip(before.into_iter().zip(after)) {
        if function.wage == before {
            function.wage = after;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Destination;
    use crate::model::check::check;
    use crate::model::presets::PRESETS;

    #[test]
    fn usual_wages_follow_the_currency_and_stated_ones_stay() {
        let original = PRESETS[2].scenario().unwrap();
        let mut scenario = original.clone();
        choose_currency(&mut scenario, Currency::Euro);
        assert_eq!(scenario.functions[0].wage, Uncertain::Fixed(39_583.0));
        scenario.functions[0].wage = Uncertain::Fixed(36_000.0);
        choose_currency(&mut scenario, Currency::UsDollar);
        assert_eq!(scenario.functions[0].wage, Uncertain::Fixed(36_000.0));
        assert_eq!(scenario.functions[1].wage, original.functions[1].wage);
        // A rate that was stated is one of the currency before.
        scenario.assumptions.insert("home.exchange_rate".to_owned(), Uncertain::Fixed(2.0));
        choose_currency(&mut scenario, Currency::Yen);
        assert!(scenario.assumptions.is_empty());
    }

    #[test]
    fn abroad_any_country_is_near_and_back_home_it_gives_way() {
        let mut scenario = PRESETS[0].scenario().unwrap();
        scenario.destinations.nearshore = Destination::Poland;
        assert_eq!(check(&scenario)[0].path, "destinations.nearshore");
        choose_home(&mut scenario, "DE");
        assert_eq!((check(&scenario), scenario.destinations.nearshore), (vec![], Destination::Poland));
        choose_home(&mut scenario, "US");
        assert_eq!((check(&scenario), scenario.destinations.nearshore), (vec![], Destination::Mexico));
    }
}
