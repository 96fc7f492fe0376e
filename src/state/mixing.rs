//! A mix of the user's own: which share of each function goes to which site.

use crate::model::check::MOST_STRATEGIES;
use crate::model::{Scenario, Site, Strategy, StrategyId};
use std::collections::BTreeMap;

/// Adds a mix that splits every function between nearshore and offshore, unless there is no room.
pub fn add(scenario: &mut Scenario) {
    if scenario.strategies.len() >= MOST_STRATEGIES {
        return;
    }
    let is_taken = |id: &str| scenario.strategies.iter().any(|strategy| strategy.id() == id);
    // One more name than there can be strategies: one of them is free.
    let names = (1..=MOST_STRATEGIES + 1).map(|number| format!("mix_{number}"));
    let Some(id) = names.into_iter().find(|id| !is_taken(id)) else { return };
    let halves = BTreeMap::from([(Site::Nearshore, 0.5), (Site::Offshore, 0.5)]);
    let shares = scenario.functions.iter().map(|function| (function.id.clone(), halves.clone())).collect();
    scenario.strategies.push(Strategy::Mix { id, name: None, shares });
}

/// Removes the mix with this id. A run that was to stop when its saving is known looks at the best alternative instead.
pub fn remove(scenario: &mut Scenario, id: &StrategyId) {
    let count = scenario.strategies.len();
    scenario.strategies.retain(|strategy| !matches!(strategy, Strategy::Mix { id: own, .. } if own == id));
    if scenario.strategies.len() < count
        && let Some(stop) = &mut scenario.run.stop
    {
        stop.strategy.take_if(|named| named == id);
    }
}

/// Gives the mix with this id a name; empty for none.
pub fn rename(scenario: &mut Scenario, id: &StrategyId, to: &str) {
    for strategy in &mut scenario.strategies {
        if let Strategy::Mix { id: own, name, .. } = strategy
            && own == id
        {
            let to = to.trim();
            *name = (!to.is_empty()).then(|| to.to_owned());
        }
    }
}

/// Puts a share of a function to a site in the mix with this id.
pub fn share(scenario: &mut Scenario, id: &StrategyId, function: &str, site: Site, share: f64) {
    for strategy in &mut scenario.strategies {
        if let Strategy::Mix { id: own, shares, .. } = strategy
            && own == id
        {
            let by_site = shares.entry(function.to_owned()).or_default();
            if share == 0.0 {
                by_site.remove(&site)
            } else {
                by_site.insert(site, share)
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::check::check;
    use crate::model::presets::PRESETS;
    use crate::model::{IssueKind, Stop, StopFigure};

    #[test]
    fn a_mix_is_made_named_shared_and_taken_away() {
        let mut scenario = PRESETS[2].scenario().unwrap();
        let before = scenario.clone();
        add(&mut scenario);
        add(&mut scenario);
        assert_eq!(scenario.strategies.len(), before.strategies.len() + 2);
        assert_eq!(check(&scenario), []);
        let id = "mix_2".to_owned();
        rename(&mut scenario, &id, " Nights ");
        share(&mut scenario, &id, "support", Site::Onshore, 0.2);
        let sum = check(&scenario).pop().map(|issue| issue.kind);
        assert!(matches!(sum, Some(IssueKind::SharesAboveOne { .. })), "{sum:?}");
        share(&mut scenario, &id, "support", Site::Offshore, 0.0);
        assert_eq!(check(&scenario), []);
        remove(&mut scenario, &id);
        remove(&mut scenario, &"mix_1".to_owned());
        assert_eq!(scenario, before);
        // Whatever it is called, a standard strategy stays.
        remove(&mut scenario, &"complete_offshore".to_owned());
        assert_eq!(scenario, before);
    }

    #[test]
    fn a_run_does_not_wait_for_a_mix_that_is_gone() {
        let mut scenario = PRESETS[2].scenario().unwrap();
        add(&mut scenario);
        let stop = |strategy: &str| Stop {
            figure: StopFigure::Chance,
            percentile: None,
            strategy: Some(strategy.to_owned()),
            within: 0.01,
        };
        scenario.run.stop = Some(stop("complete_offshore"));
        remove(&mut scenario, &"complete_offshore".to_owned());
        assert_eq!(scenario.run.stop, Some(stop("complete_offshore")));
        scenario.run.stop = Some(stop("mix_1"));
        remove(&mut scenario, &"mix_1".to_owned());
        assert_eq!(scenario.run.stop, Some(Stop { strategy: None, ..stop("mix_1") }));
        assert_eq!(check(&scenario), []);
    }

    #[test]
    fn there_is_an_end_to_mixes() {
        let mut scenario = PRESETS[0].scenario().unwrap();
        (0..40).for_each(|_| add(&mut scenario));
        assert_eq!(check(&scenario), []);
        assert_eq!(scenario.strategies.len(), MOST_STRATEGIES);
    }
}
