//! What the user can go back to.

use super::app_state::BasePreset;
use super::edit::Edit;
use crate::model::Scenario;
use std::rc::Rc;

/// The most changes that can be taken back.
const MOST_STEPS: usize = 100;

/// A scenario that was in force, and the preset it was a variation of.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The scenario.
    pub scenario: Rc<Scenario>,
    /// Its preset.
    pub base: Option<BasePreset>,
}

/// The scenarios before and after the one in force.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    /// The last edit, as long as a further one of the same field is part of the same step: so the whole way of a slider is
    /// one step.
    open: Option<Edit>,
}

impl History {
    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Remembers `before`, which `edit` replaces.
    pub(super) fn edited(&mut self, before: Step, edit: &Edit) {
        let goes_on = self.open.as_ref().is_some_and(|last| last.is_of_same_field(edit));
        self.open = Some(edit.clone());
        if !goes_on {
            self.push(before);
        }
    }

    /// Remembers `before`, which a scenario that was opened replaces.
    pub(super) fn opened(&mut self, before: Step) {
        self.open = None;
        self.push(before);
    }

    /// The next edit is a step of its own: the user has seen what came of this one.
    pub(super) fn close_step(&mut self) {
        self.open = None;
    }

    /// The scenario before; `now` becomes the one after.
    pub(super) fn undo(&mut self, now: Step) -> Option<Step> {
        let before = self.past.pop()?;
        self.open = None;
        self.future.push(now);
        Some(before)
    }

    /// The scenario after; `now` becomes the one before.
    pub(super) fn redo(&mut self, now: Step) -> Option<Step> {
        let after = self.future.pop()?;
        self.open = None;
        self.past.push(now);
        Some(after)
    }

    fn push(&mut self, before: Step) {
        self.future.clear();
        self.past.push(before);
        if self.past.len() > MOST_STEPS {
            self.past.remove(0);
        }
    }
}
