//! Whole runs in the calling thread.

use super::schedule::Schedule;
use super::search::Search;
use crate::engine::what_if::{Effect, Lever, Outcome};
use crate::engine::{Batch, Plan, Summariser, Summary};
use crate::model::{Issue, Scenario};

/// Simulates a scenario from the first batch to the last, or to the one after which the precision that it states is reached.
///
/// # Errors
/// Everything that is wrong with the scenario.
pub fn simulate(scenario: &Scenario) -> Result<Summary, Vec<Issue>> {
    let plan = Plan::new(scenario)?;
    let mut schedule = Schedule::new(&plan);
    while let Some(index) = schedule.hand_out() {
        schedule.take(Batch::compute(&plan, index));
    }
    Ok(Summariser::summarise(&plan, schedule.accumulator()))
}

/// What some inputs do over their ranges, and where another strategy becomes the best.
///
/// # Errors
/// Everything that is wrong with the scenario.
pub fn effects(scenario: &Scenario, levers: Vec<Lever>) -> Result<Vec<Effect>, Vec<Issue>> {
    let mut search = Search::new(scenario, &Plan::new(scenario)?, levers);
    let mut point = None;
    while let Some(probe) = search.hand_out() {
        // The batches of a point follow each other.
        let plan = match point.take() {
            Some((scenario, plan)) if std::rc::Rc::ptr_eq(&scenario, &probe.scenario) => plan,
            _ => Plan::new(&probe.scenario)?,
        };
        search.take(probe.task, Outcome::of(&Batch::compute(&plan, probe.batch)));
        point = Some((probe.scenario, plan));
    }
    Ok(search.effects())
}
