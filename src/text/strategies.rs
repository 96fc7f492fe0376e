//! Names of the ways of sourcing: in a list, and within a sentence.

use super::labels;
use crate::model::{Collaboration, Site, Strategy};

/// The id of the strategy that keeps everything at home.
pub const IN_HOUSE: &str = "in_house";

/// Collaboration and site of a standard strategy's id; `None` for in-house and for mixes.
pub fn standard_parts(id: &str) -> Option<(Collaboration, Site)> {
    Collaboration::ALL
        .into_iter()
        .flat_map(|collaboration| Site::ALL.map(|site| (collaboration, site)))
        .find(|(collaboration, site)| Strategy::standard(*collaboration, *site).id() == id)
}

/// Name in a list or a table: "In-house", "Complete, offshore", a mix's own name.
pub fn strategy_name(id: &str, custom_name: Option<&str>) -> String {
    if id == IN_HOUSE {
        return "In-house".to_owned();
    }
    if let Some((collaboration, site)) = standard_parts(id) {
        return format!("{}, {}", labels::collaboration(collaboration), labels::site(site).to_lowercase());
    }
    let own = custom_name.map(str::trim).filter(|name| !name.is_empty());
    own.map_or_else(|| capitalised(&id.replace('_', " ")), str::to_owned)
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Name within a sentence: "staying in-house", "complete offshore outsourcing", "the mix “Night shift”".
pub fn strategy_phrase(id: &str, custom_name: Option<&str>) -> String {
    if id == IN_HOUSE {
        return "staying in-house".to_owned();
    }
    if let Some((collaboration, site)) = standard_parts(id) {
        let collaboration = labels::collaboration(collaboration).to_lowercase();
        return format!("{collaboration} {} outsourcing", labels::site(site).to_lowercase());
    }
    format!("the mix “{}”", strategy_name(id, custom_name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standard_strategy_has_a_name() {
        let names: Vec<String> =
            Strategy::default_comparison().iter().map(|strategy| strategy_name(&strategy.id(), None)).collect();
        assert_eq!(names[0], "In-house");
        assert!(names.contains(&"Complete, offshore".to_owned()), "{names:?}");
        assert!(names.contains(&"Function-specific, nearshore".to_owned()), "{names:?}");
    }

    #[test]
    fn mixes_carry_their_own_name() {
        assert_eq!(strategy_name("night_shift", Some("Nights away")), "Nights away");
        assert_eq!(strategy_name("night_shift", Some("  ")), "Night shift");
        assert_eq!(strategy_phrase("night_shift", None), "the mix “Night shift”");
        assert_eq!(strategy_phrase("hybrid_onshore", None), "hybrid onshore outsourcing");
    }
}
