//! What if, step by step: which re-run comes next, and what the answers say. See `engine::what_if`.
//!
//! Each re-run is a point: the scenario with one input at one value, a few batches long. First come the points that are evenly
//! spaced, input by input; where the best strategy differs between neighbours, more points follow, halving the way between the
//! two. Answers come in any order and are added up in the order of the batches, so that the effects do not depend on who
//! computed what. A batch that will not be answered is handed out again.

use crate::engine::what_if::{self, Effect, EffectPoint, Flip, HALVINGS, Lever, Outcome, POINTS, Span};
use crate::engine::{BATCH_TRIALS, Plan};
use crate::model::check::check;
use crate::model::{Scenario, StrategyId};
use std::collections::BTreeSet;
use std::rc::Rc;

/// One batch of one point.
#[derive(Clone, Debug)]
pub struct Probe {
    /// Its number in this search.
    pub task: u32,
    /// The scenario with the input at the value.
    pub scenario: Rc<Scenario>,
    /// Which batch of it.
    pub batch: u32,
}

/// The search for the effects of some inputs.
#[derive(Debug)]
pub struct Search {
    scenario: Scenario,
    strategies: Vec<StrategyId>,
    batches: u32,
    curves: Vec<Curve>,
    points: Vec<Point>,
    /// Tasks handed out so far that were not given back.
    next: u32,
    returned: BTreeSet<u32>,
}

/// The effect of one input as far as it is known.
#[derive(Debug)]
struct Curve {
    lever: Lever,
    span: Span,
    /// Points that are evenly spaced, by their numbers.
    even: Vec<usize>,
    /// Where the choice changes; empty until all of `even` are known.
    changes: Vec<Change>,
    is_known: bool,
}

/// A step in which the best strategy changes.
#[derive(Debug)]
struct Change {
    near: f64,
    far: f64,
    below: StrategyId,
    above: StrategyId,
    halvings: u32,
    /// The point in the middle, by its number, while it is computed.
    middle: Option<usize>,
}

/// One input at one value.
#[derive(Debug)]
struct Point {
    value: f64,
    scenario: Rc<Scenario>,
    outcomes: Vec<Option<Outcome>>,
    found: Option<EffectPoint>,
}

impl Search {
    /// The search for the effects of `levers` on a scenario whose plan is `plan`. An input that cannot be set to all of its
    /// values is left out: what else is stated may forbid some.
    pub fn new(scenario: &Scenario, plan: &Plan, levers: Vec<Lever>) -> Self {
        let mut search = Self {
            scenario: scenario.clone(),
            strategies: plan.strategies.iter().map(|strategy| strategy.id.clone()).collect(),
            batches: what_if::BATCHES.min(plan.batches),
            curves: Vec::new(),
            points: Vec::new(),
            next: 0,
            returned: BTreeSet::new(),
        };
        for lever in levers {
            search.add(lever);
        }
        search
    }

    fn add(&mut self, lever: Lever) {
        let span = lever.span(&self.scenario);
        let step = (span.high - span.low) / f64::from(POINTS - 1);
        // Both ends exactly: what adding steps leaves may lie beyond a limit.
        let value = |place: u32| if place + 1 == POINTS { span.high } else { span.low + step * f64::from(place) };
        let points: Option<Vec<Point>> = (0..POINTS).map(|place| self.point(&lever, value(place))).collect();
        let Some(points) = points.filter(|_| span.high > span.low) else { return };
        let first = self.points.len();
        self.points.extend(points);
        let even = (first..self.points.len()).collect();
        self.curves.push(Curve { lever, span, even, changes: Vec::new(), is_known: false });
    }

    fn point(&self, lever: &Lever, value: f64) -> Option<Point> {
        let scenario = Effect::scenario(lever, &self.scenario, value);
        check(&scenario).is_empty().then(|| Point {
            value,
            scenario: Rc::new(scenario),
            outcomes: vec![None; self.batches as usize],
            found: None,
        })
    }

    /// The batch to hand out now; `None` while all that are known to be needed are out.
    pub fn hand_out(&mut self) -> Option<Probe> {
        let task = self.returned.pop_first().or_else(|| {
            let is_left = (self.next as usize) < self.points.len() * self.batches as usize;
            is_left.then(|| {
                self.next += 1;
                self.next - 1
            })
        })?;
        let point = self.points.get((task / self.batches) as usize)?;
        Some(Probe { task, scenario: Rc::clone(&point.scenario), batch: task % self.batches })
    }

    /// Takes back a batch that will not be answered.
    pub fn give_back(&mut self, task: u32) {
        let is_open = self.outcome_mut(task).is_some_and(|outcome| outcome.is_none());
        if task < self.next && is_open {
            self.returned.insert(task);
        }
    }

    /// Takes an answer; whether it completed the effect of an input.
    pub fn take(&mut self, task: u32, outcome: Outcome) -> bool {
        self.returned.remove(&task);
        match self.outcome_mut(task) {
            Some(open) if open.is_none() => *open = Some(outcome),
            _ => return false,
        }
        let index = (task / self.batches) as usize;
        let outcomes: Option<Vec<Outcome>> = self.points[index].outcomes.iter().cloned().collect();
        let Some(outcomes) = outcomes else { return false };
        let point = &mut self.points[index];
        point.found = Some(EffectPoint::new(point.value, &self.strategies, &outcomes));
        self.advance(index)
    }

    /// The effects that are known, in the order of their inputs.
    pub fn effects(&self) -> Vec<Effect> {
        self.curves.iter().filter(|curve| curve.is_known).map(|curve| self.effect(curve)).collect()
    }

    /// Whether nothing is left to find.
    pub fn is_finished(&self) -> bool {
        self.curves.iter().all(|curve| curve.is_known)
    }

    /// Trials of each re-run.
    pub fn trials(&self) -> u32 {
        self.batches * BATCH_TRIALS
    }

    fn outcome_mut(&mut self, task: u32) -> Option<&mut Option<Outcome>> {
        let (index, batch) = (task / self.batches, task % self.batches);
        self.points.get_mut(index as usize)?.outcomes.get_mut(batch as usize)
    }

    fn found(&self, index: usize) -> Option<&EffectPoint> {
        self.points.get(index)?.found.as_ref()
    }

    /// Goes on from a point that has just become known; whether that completed the effect of an input.
    fn advance(&mut self, index: usize) -> bool {
        let of_point = |curve: &Curve| {
            curve.even.contains(&index) || curve.changes.iter().any(|change| change.middle == Some(index))
        };
        let Some(at) = self.curves.iter().position(of_point) else { return false };
        let even: Option<Vec<EffectPoint>> =
            self.curves[at].even.iter().map(|index| self.found(*index).cloned()).collect();
        let Some(even) = even else { return false };
        if self.curves[at].even.contains(&index) {
            self.curves[at].changes = changes(&even);
        }
        for place in 0..self.curves[at].changes.len() {
            self.halve(at, place);
        }
        self.curves[at].is_known = self.curves[at].changes.iter().all(|change| change.halvings == HALVINGS);
        self.curves[at].is_known
    }

    /// Takes what the point in the middle of a step says, and asks for the next one.
    fn halve(&mut self, curve: usize, place: usize) {
        let change = &self.curves[curve].changes[place];
        if change.halvings == HALVINGS {
            return;
        }
        if let Some(middle) = change.middle {
            let Some(found) = self.found(middle).cloned() else { return };
            let change = &mut self.curves[curve].changes[place];
            change.middle = None;
            change.halvings += 1;
            if found.best == change.below {
                change.near = found.value;
            } else {
                change.far = found.value;
                change.above = found.best;
            }
            if change.halvings == HALVINGS {
                return;
            }
        }
        let change = &self.curves[curve].changes[place];
        match self.point(&self.curves[curve].lever, 0.5 * (change.near + change.far)) {
            Some(point) => {
                let index = self.points.len();
                self.points.push(point);
                self.curves[curve].changes[place].middle = Some(index);
            }
            // What lies between two values that can be set can be set, too, or else this is as near as one comes.
            None => self.curves[curve].changes[place].halvings = HALVINGS,
        }
    }

    fn effect(&self, curve: &Curve) -> Effect {
        Effect {
            lever: curve.lever.clone(),
            stated: curve.span.stated,
            points: curve.even.iter().filter_map(|index| self.found(*index).cloned()).collect(),
            flips: curve.changes.iter().map(Change::flip).collect(),
        }
    }
}

impl Change {
    fn flip(&self) -> Flip {
        Flip { value: 0.5 * (self.near + self.far), below: self.below.clone(), above: self.above.clone() }
    }
}

/// The steps between neighbours in which the best strategy changes.
fn changes(points: &[EffectPoint]) -> Vec<Change> {
    let pairs = points.windows(2).filter_map(|pair| <&[EffectPoint; 2]>::try_from(pair).ok());
    pairs
        .filter(|[below, above]| below.best != above.best)
        .map(|[below, above]| Change {
            near: below.value,
            far: above.value,
            below: below.best.clone(),
            above: above.best.clone(),
            halvings: 0,
            middle: None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Batch;
    use crate::model::presets::PRESETS;
    use crate::model::{Assumption, AssumptionKey, Site};

    fn levers() -> Vec<Lever> {
        // The first decides which vendor is the best, the second nothing.
        vec![
            Lever::Assumption(AssumptionKey::function_site(Assumption::HourlyRate, "support", Site::Offshore)),
            Lever::Headcount("support".to_owned()),
        ]
    }

    fn answer(probe: &Probe) -> Outcome {
        Outcome::of(&Batch::compute(&Plan::new(&probe.scenario).unwrap(), probe.batch))
    }

    fn search() -> Search {
        let mut scenario = PRESETS[0].scenario().unwrap();
        scenario.run.trials = 1_024;
        let plan = Plan::new(&scenario).unwrap();
        Search::new(&scenario, &plan, levers())
    }

    /// Answers in order, one at a time.
    fn in_order() -> Vec<Effect> {
        let mut search = search();
        while let Some(probe) = search.hand_out() {
            search.take(probe.task, answer(&probe));
        }
        assert!(search.is_finished());
        let effects = search.effects();
        assert_eq!(effects.iter().map(|effect| effect.flips.len()).collect::<Vec<_>>(), [1, 0]);
        effects
    }

    #[test]
    fn the_order_of_the_answers_does_not_matter() {
        let mut search = search();
        let (mut out, mut completed) = (Vec::new(), 0);
        loop {
            while let Some(probe) = search.hand_out() {
                // Some workers die at their first batch, whose answer comes all the same from another.
                if matches!(probe.task, 1 | 6 | 11) && completed == 0 {
                    search.give_back(probe.task);
                    search.give_back(probe.task);
                    let again = search.hand_out().unwrap();
                    assert_eq!(again.task, probe.task);
                }
                out.push(probe);
            }
            let Some(probe) = out.pop() else { break };
            completed += u32::from(search.take(probe.task, answer(&probe)));
            // A second answer changes nothing, and an answered batch does not come back.
            assert!(!search.take(probe.task, answer(&probe)));
            search.give_back(probe.task);
        }
        assert_eq!(completed, 2);
        assert_eq!(search.effects(), in_order());
    }

    #[test]
    fn a_batch_that_is_answered_late_is_not_computed_again() {
        let mut search = search();
        let late = search.hand_out().unwrap();
        search.give_back(late.task);
        search.take(late.task, answer(&late));
        assert_ne!(search.hand_out().unwrap().task, late.task);
        // What was never handed out cannot come back.
        search.give_back(7);
        assert_eq!(search.hand_out().unwrap().task, late.task + 2);
    }

    #[test]
    fn an_input_that_cannot_be_set_is_left_out() {
        let mut scenario = PRESETS[0].scenario().unwrap();
        scenario.run.trials = 1_024;
        let plan = Plan::new(&scenario).unwrap();
        let nobody = Lever::Headcount("nobody".to_owned());
        let nothing = Lever::Assumption(AssumptionKey::function(Assumption::Attrition, "nobody"));
        let search = Search::new(&scenario, &plan, vec![nothing, nobody]);
        assert!(search.effects().is_empty());
    }
}
