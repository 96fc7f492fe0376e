//! The countries to which an outsourced site can be bound.

use super::site::Site;
use serde::{Deserialize, Serialize};

/// A country. Written as its ISO 3166 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Destination {
    /// United States, which is also home.
    #[serde(rename = "US")]
    UnitedStates,
    /// Canada.
    #[serde(rename = "CA")]
    Canada,
    /// Mexico.
    #[serde(rename = "MX")]
    Mexico,
    /// Colombia.
    #[serde(rename = "CO")]
    Colombia,
    /// Costa Rica.
    #[serde(rename = "CR")]
    CostaRica,
    /// Poland.
    #[serde(rename = "PL")]
    Poland,
    /// India.
    #[serde(rename = "IN")]
    India,
    /// Philippines.
    #[serde(rename = "PH")]
    Philippines,
    /// Vietnam.
    #[serde(rename = "VN")]
    Vietnam,
    /// South Africa.
    #[serde(rename = "ZA")]
    SouthAfrica,
}

impl Destination {
    /// All countries of the catalogue.
    pub const ALL: [Self; 10] = [
        Self::UnitedStates,
        Self::Canada,
        Self::Mexico,
        Self::Colombia,
        Self::CostaRica,
        Self::Poland,
        Self::India,
        Self::Philippines,
        Self::Vietnam,
        Self::SouthAfrica,
    ];

    /// ISO 3166 code of two letters.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnitedStates => "US",
            Self::Canada => "CA",
            Self::Mexico => "MX",
            Self::Colombia => "CO",
            Self::CostaRica => "CR",
            Self::Poland => "PL",
            Self::India => "IN",
            Self::Philippines => "PH",
            Self::Vietnam => "VN",
            Self::SouthAfrica => "ZA",
        }
    }

    /// The country with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|destination| destination.code() == code)
    }

    /// The geography this country belongs to, seen from the United States.
    pub fn site(self) -> Site {
        match self {
            Self::UnitedStates => Site::Onshore,
            Self::Canada | Self::Mexico | Self::Colombia | Self::CostaRica => Site::Nearshore,
            Self::Poland | Self::India | Self::Philippines | Self::Vietnam | Self::SouthAfrica => Site::Offshore,
        }
    }

    /// The countries that can stand for `site`, seen from the United States.
    pub fn for_site(site: Site) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |destination| destination.site() == site)
    }
}

/// The country chosen for each outsourced site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Destinations {
    /// Country of the onshore vendor.
    pub onshore: Destination,
    /// Country of the nearshore vendor.
    pub nearshore: Destination,
    /// Country of the offshore vendor.
    pub offshore: Destination,
}

impl Destinations {
    /// The country chosen for `site`.
    pub fn at(&self, site: Site) -> Destination {
        match site {
            Site::Onshore => self.onshore,
            Site::Nearshore => self.nearshore,
            Site::Offshore => self.offshore,
        }
    }

    /// Chooses `destination` for `site`.
    pub fn set(&mut self, site: Site, destination: Destination) {
        match site {
            Site::Onshore => self.onshore = destination,
            Site::Nearshore => self.nearshore = destination,
            Site::Offshore => self.offshore = destination,
        }
    }
}

impl Default for Destinations {
    fn default() -> Self {
        Self { onshore: Destination::UnitedStates, nearshore: Destination::Mexico, offshore: Destination::Philippines }
    }
}
