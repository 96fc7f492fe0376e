//! A quote that was just chosen: it begins at the price that was in force, put into its unit, so that choosing a unit moves nothing.

use super::work_edit;
use crate::model::{Assumption, AssumptionKey, Contacts, PricingUnit, Quote, Scenario, Site, Uncertain};

/// Transactions that one head handles in a year, until the user says how many there are: ten minutes each.
const TRANSACTIONS_PER_HEAD: f64 = 9_000.0;

/// Chooses what the vendor at `site` charges for; `None` goes back to the catalogue's price.
pub fn choose_unit(scenario: &mut Scenario, function: &str, site: Site, per: Option<PricingUnit>) {
    let Some(per) = per else {
        if let Some(function) = scenario.functions.iter_mut().find(|it| it.id == function) {
            function.quotes.remove(&site);
        }
        return;
    };
    let likely = |assumption: AssumptionKey| scenario.assumption(&assumption).likely();
    let hours = likely(AssumptionKey::home(Assumption::ProductiveHours));
    let billed = likely(AssumptionKey::site(Assumption::BilledHours, site));
    let rate = likely(AssumptionKey::function_site(Assumption::HourlyRate, function, site));
    let heads = work_edit::heads(scenario, function);
    let Some(function) = scenario.functions.iter_mut().find(|it| it.id == function) else { return };
    if per == PricingUnit::Transaction {
        function
            .transactions_per_year
            .get_or_insert(Uncertain::Fixed(transactions_a_year(function.contacts.as_ref(), heads)));
    }
    let transactions = function.transactions_per_year.map_or(1.0, |number| number.likely());
    let units = |per: PricingUnit| match per {
        PricingUnit::Hour => heads * hours,
        PricingUnit::PersonMonth => 12.0 * heads * hours / billed,
        PricingUnit::Transaction => transactions,
        PricingUnit::Year => 1.0,
    };
    let yearly = match function.quotes.get(&site) {
        Some(quote) => quote.price.likely() * units(quote.per),
        None => rate * units(PricingUnit::Hour),
    };
    // To the cent, as prices are.
    let price = Uncertain::Fixed((yearly / units(per) * 100.0).round() / 100.0);
    function.quotes.insert(site, Quote { per, price });
}

/// How many transactions are offered: the contacts of a year, or what the heads handle.
fn transactions_a_year(contacts: Option<&Contacts>, heads: f64) -> f64 {
    contacts.map_or(heads * TRANSACTIONS_PER_HEAD, |contacts| 12.0 * contacts.per_month.likely()).round().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::check::check;
    use crate::model::presets::PRESETS;

    #[test]
    fn choosing_a_unit_keeps_the_money() {
        let mut scenario = PRESETS[0].scenario().unwrap();
        for (per, price) in [
            (PricingUnit::Hour, 14.0),
            (PricingUnit::PersonMonth, 14.0 * 1_560.0 / 12.0),
            (PricingUnit::Transaction, 2.43),
            (PricingUnit::Year, 546_750.0),
        ] {
            choose_unit(&mut scenario, "support", Site::Offshore, Some(per));
            let quote = scenario.functions[0].quotes[&Site::Offshore];
            assert_eq!((quote.per, quote.price), (per, Uncertain::Fixed(price)));
            assert_eq!(check(&scenario), []);
        }
        choose_unit(&mut scenario, "support", Site::Offshore, None);
        assert!(scenario.functions[0].quotes.is_empty());
    }
}
