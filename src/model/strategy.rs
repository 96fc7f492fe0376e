//! A strategy is an allocation: for each business function, which share of the work sits at which site.

use super::reading::{Stated, needed, object, only, stated};
use super::site::Site;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

/// How much of the portfolio moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Collaboration {
    /// Every function moves whole.
    Complete,
    /// Every function moves by the scenario's hybrid share.
    Hybrid,
    /// The functions marked for it move whole, the others stay.
    FunctionSpecific,
}

impl Collaboration {
    /// The three collaboration models that use a vendor.
    pub const ALL: [Self; 3] = [Self::Complete, Self::Hybrid, Self::FunctionSpecific];

    /// The stable id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Hybrid => "hybrid",
            Self::FunctionSpecific => "function_specific",
        }
    }
}

/// One way of sourcing, to be compared with the others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "model", rename_all = "snake_case")]
pub enum Strategy {
    /// All work stays at home.
    InHouse,
    /// All functions move to one site.
    Complete {
        /// Where to.
        site: Site,
    },
    /// The hybrid share of each function moves to one site.
    Hybrid {
        /// Where to.
        site: Site,
    },
    /// The marked functions move to one site.
    FunctionSpecific {
        /// Where to.
        site: Site,
    },
    /// A mix of the user's own.
    Mix {
        /// Stable id: 1 to 32 of `a-z 0-9 _`, starting with a letter.
        id: String,
        /// Name shown; the id is shown when there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// Function id -> site -> share, 0..1; what is not allocated stays at home.
        shares: BTreeMap<String, BTreeMap<Site, f64>>,
    },
}

/// The models of collaboration by their names in a file.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Model {
    InHouse,
    Complete,
    Hybrid,
    FunctionSpecific,
    Mix,
}

/// The name of a mix, which may be null.
#[derive(Deserialize)]
struct Name(Option<String>);

/// A strategy as it is read: the fields of all models.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatedStrategy {
    model: Model,
    #[serde(default, deserialize_with = "stated")]
    site: Option<Site>,
    #[serde(default, deserialize_with = "stated")]
    id: Option<String>,
    #[serde(default, deserialize_with = "stated")]
    name: Option<Name>,
    #[serde(default, deserialize_with = "stated")]
    shares: Option<BTreeMap<String, BTreeMap<Site, f64>>>,
}

impl Stated<'_> for StatedStrategy {
    type Value = Strategy;

    fn value<E: Error>(self) -> Result<Strategy, E> {
        let fields: &'static [&'static str] = match self.model {
            Model::InHouse => &[],
            Model::Complete | Model::Hybrid | Model::FunctionSpecific => &["site"],
            Model::Mix => &["id", "name", "shares"],
        };
        let stated = [
            ("site", self.site.is_some()),
            ("id", self.id.is_some()),
            ("name", self.name.is_some()),
            ("shares", self.shares.is_some()),
        ];
        only(&stated, fields)?;
        let site = || needed(self.site, "site");
        Ok(match self.model {
            Model::InHouse => Strategy::InHouse,
            Model::Complete => Strategy::Complete { site: site()? },
            Model::Hybrid => Strategy::Hybrid { site: site()? },
            Model::FunctionSpecific => Strategy::FunctionSpecific { site: site()? },
            Model::Mix => Strategy::Mix {
                id: needed(self.id, "id")?,
                name: self.name.and_then(|Name(name)| name),
                shares: needed(self.shares, "shares")?,
            },
        })
    }
}

impl<'de> Deserialize<'de> for Strategy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object::<StatedStrategy, D>(deserializer)
    }
}

/// The stable id of a strategy: `in_house`, `complete_offshore`, or a mix's own.
pub type StrategyId = String;

impl Strategy {
    /// In-house and the nine combinations of collaboration and geography.
    pub fn default_comparison() -> Vec<Self> {
        let mut all = vec![Self::InHouse];
        for collaboration in Collaboration::ALL {
            for site in Site::ALL {
                all.push(Self::standard(collaboration, site));
            }
        }
        all
    }

    /// The combination of a collaboration model with a geography.
    pub fn standard(collaboration: Collaboration, site: Site) -> Self {
        match collaboration {
            Collaboration::Complete => Self::Complete { site },
            Collaboration::Hybrid => Self::Hybrid { site },
            Collaboration::FunctionSpecific => Self::FunctionSpecific { site },
        }
    }

    /// The stable id.
    pub fn id(&self) -> StrategyId {
        let (collaboration, site) = match self {
            Self::InHouse => return "in_house".to_owned(),
            Self::Mix { id, .. } => return id.clone(),
            Self::Complete { site } => (Collaboration::Complete, site),
            Self::Hybrid { site } => (Collaboration::Hybrid, site),
            Self::FunctionSpecific { site } => (Collaboration::FunctionSpecific, site),
        };
        format!("{}_{}", collaboration.id(), site.id())
    }
}
