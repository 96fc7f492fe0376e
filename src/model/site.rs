//! Where work is done: at home, or with a vendor in one of three geographies.

use serde::{Deserialize, Serialize};

/// A place for a share of the work. Each outsourced site stands for one vendor in the destination chosen for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Site {
    /// A vendor in the home country.
    Onshore,
    /// A vendor in a country close by, in a similar time zone.
    Nearshore,
    /// A vendor in a far country.
    Offshore,
}

impl Site {
    /// All outsourced sites, in the order in which arrays over sites are laid out.
    pub const ALL: [Self; 3] = [Self::Onshore, Self::Nearshore, Self::Offshore];

    /// Position in [`Site::ALL`].
    pub fn index(self) -> usize {
        match self {
            Self::Onshore => 0,
            Self::Nearshore => 1,
            Self::Offshore => 2,
        }
    }

    /// The stable id: part of the ids of drawn quantities and of the keys in files, so it never changes.
    pub fn id(self) -> &'static str {
        match self {
            Self::Onshore => "onshore",
            Self::Nearshore => "nearshore",
            Self::Offshore => "offshore",
        }
    }

    /// The site with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|site| site.id() == id)
    }
}
