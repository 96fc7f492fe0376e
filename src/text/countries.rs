//! Names of countries: those of vendors, and those in which a firm can be at home.

use super::labels;
use crate::model::{Scenario, Site};

/// Countries that a firm can be at home in, by name; any other can be stated in a file by its code.
pub const COUNTRIES: [(&str, &str); 38] = [
    ("AR", "Argentina"),
    ("AU", "Australia"),
    ("AT", "Austria"),
    ("BE", "Belgium"),
    ("BR", "Brazil"),
    ("CA", "Canada"),
    ("CL", "Chile"),
    ("CN", "China"),
    ("CO", "Colombia"),
    ("CR", "Costa Rica"),
    ("CZ", "Czechia"),
    ("DK", "Denmark"),
    ("FI", "Finland"),
    ("FR", "France"),
    ("DE", "Germany"),
    ("HK", "Hong Kong"),
    ("IN", "India"),
    ("IE", "Ireland"),
    ("IL", "Israel"),
    ("IT", "Italy"),
    ("JP", "Japan"),
    ("MX", "Mexico"),
    ("NL", "Netherlands"),
    ("NZ", "New Zealand"),
    ("NO", "Norway"),
    ("PH", "Philippines"),
    ("PL", "Poland"),
    ("PT", "Portugal"),
    ("SG", "Singapore"),
    ("ZA", "South Africa"),
    ("KR", "South Korea"),
    ("ES", "Spain"),
    ("SE", "Sweden"),
    ("CH", "Switzerland"),
    ("AE", "United Arab Emirates"),
    ("GB", "United Kingdom"),
    ("US", "United States"),
    ("VN", "Vietnam"),
];

/// Name of the country with this code; the code itself where no name is known.
pub fn country(code: &str) -> &str {
    COUNTRIES.iter().find(|(known, _)| *known == code).map_or(code, |(_, name)| name)
}

/// Name of the country of a vendor: onshore is home.
pub fn vendor_country(site: Site, scenario: &Scenario) -> &str {
    match site {
        Site::Onshore => country(&scenario.home_country),
        Site::Nearshore | Site::Offshore => labels::destination(scenario.destinations.at(site)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Destination;
    use crate::model::presets::PRESETS;

    #[test]
    fn countries_are_in_the_order_of_their_names_and_named_as_destinations_are() {
        assert!(COUNTRIES.map(|(_, name)| name).is_sorted());
        for destination in Destination::ALL {
            assert_eq!(country(destination.code()), labels::destination(destination));
        }
    }

    #[test]
    fn the_onshore_vendor_is_at_home() {
        let mut scenario = PRESETS[0].scenario().unwrap();
        assert_eq!(vendor_country(Site::Onshore, &scenario), "United States");
        scenario.home_country = "GB".to_owned();
        assert_eq!(vendor_country(Site::Onshore, &scenario), "United Kingdom");
        assert_eq!(vendor_country(Site::Nearshore, &scenario), "Mexico");
        scenario.home_country = "XK".to_owned();
        assert_eq!(vendor_country(Site::Onshore, &scenario), "XK");
    }
}
