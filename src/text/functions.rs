//! Names of the business functions.

use super::labels;
use crate::model::{BusinessFunction, Scenario};

/// Name of a function: the user's own, or that of its kind; with a number from the second one of a kind on.
pub fn function_name(function: &BusinessFunction, scenario: &Scenario) -> String {
    own_name(function).map_or_else(|| default_name(function, scenario), str::to_owned)
}

/// What a function is called while the user gives it no name.
pub fn default_name(function: &BusinessFunction, scenario: &Scenario) -> String {
    let kind = labels::function_kind(function.kind);
    let before = scenario.functions.iter().take_while(|other| other.id != function.id);
    match before.filter(|other| other.kind == function.kind && own_name(other).is_none()).count() {
        0 => kind.to_owned(),
        earlier => format!("{kind} {}", earlier + 1),
    }
}

/// Whether the kind alone says which function is meant.
pub fn goes_by_its_kind(function: &BusinessFunction, scenario: &Scenario) -> bool {
    own_name(function).is_none() && scenario.functions.iter().filter(|other| other.kind == function.kind).count() == 1
}

fn own_name(function: &BusinessFunction) -> Option<&str> {
    function.name.as_deref().map(str::trim).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::presets::PRESETS;

    #[test]
    fn two_of_a_kind_are_told_apart() {
        let mut scenario = PRESETS[0].scenario().unwrap();
        let first = scenario.functions[0].clone();
        for (id, name) in [("second", None), ("third", Some("Night desk")), ("fourth", Some("  "))] {
            let function = BusinessFunction { id: id.to_owned(), name: name.map(str::to_owned), ..first.clone() };
            scenario.functions.push(function);
        }
        let names: Vec<String> = scenario.functions.iter().map(|function| function_name(function, &scenario)).collect();
        assert_eq!(names, ["Customer support", "Customer support 2", "Night desk", "Customer support 3"]);
        assert!(!goes_by_its_kind(&scenario.functions[0], &scenario));
        scenario.functions.truncate(1);
        assert!(goes_by_its_kind(&scenario.functions[0], &scenario));
    }
}
