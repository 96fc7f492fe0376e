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

/// One thing for each outsourced site. In a file an object by the ids of the sites; what is left out is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    default,
    deny_unknown_fields,
    bound(serialize = "T: Default + PartialEq + Serialize", deserialize = "T: Default + Deserialize<'de>")
)]
pub struct BySite<T> {
    /// That of the onshore vendor.
    #[serde(skip_serializing_if = "is_default")]
    pub onshore: T,
    /// That of the nearshore vendor.
    #[serde(skip_serializing_if = "is_default")]
    pub nearshore: T,
    /// That of the offshore vendor.
    #[serde(skip_serializing_if = "is_default")]
    pub offshore: T,
}

/// Whether a value is what a file that leaves it out means.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl<T> BySite<T> {
    /// That of `site`.
    pub fn at(&self, site: Site) -> &T {
        match site {
            Site::Onshore => &self.onshore,
            Site::Nearshore => &self.nearshore,
            Site::Offshore => &self.offshore,
        }
    }

    /// That of `site`, to be changed.
    pub fn at_mut(&mut self, site: Site) -> &mut T {
        match site {
            Site::Onshore => &mut self.onshore,
            Site::Nearshore => &mut self.nearshore,
            Site::Offshore => &mut self.offshore,
        }
    }
}
