//! Words around mixes of the user's own.

use super::labels;
use crate::model::Site;

/// Heading of the mixes.
pub const MIXES: &str = "Mixes of your own";
/// What they are for.
pub const MIXES_HINT: &str = "Which share of each function goes where. What you give to nobody stays at home.";
/// Adds a mix.
pub const ADD_MIX: &str = "Add a mix";
/// Label of a mix's name.
pub const MIX_NAME: &str = "Name of the mix";

/// Label of a share.
pub fn share_of(function: &str, site: Site) -> String {
    format!("{function}, {}", labels::site(site).to_lowercase())
}

/// Removes the mix with this name, for those who do not see which button stands where.
pub fn remove_mix(name: &str) -> String {
    format!("Remove {name}")
}
