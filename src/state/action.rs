//! What can happen, in the past tense.

use super::edit::Edit;
use super::notice::NoticeKind;
use crate::engine::Summary;
use crate::engine::what_if::Effect;
use crate::model::presets::Preset;
use crate::model::{Issue, Scenario, StrategyId};
use std::rc::Rc;

/// Something that happened on the page, in the address or in the pool of workers.
#[derive(Clone, Debug)]
pub enum Action {
    /// The user changed the scenario.
    Edited(Edit),
    /// The user took the last change back.
    Undone,
    /// The user made a change again that was taken back.
    Redone,
    /// The user chose a preset, or went back to the one the scenario was made from.
    PresetChosen(Preset),
    /// A link with this scenario was opened while the page was open.
    LinkOpened(Rc<Scenario>),
    /// The user chose the strategy that the saving chart shows.
    StrategySelected(StrategyId),
    /// The user asked for the run again, after cancelling it.
    RunRequested,
    /// Some batches came back.
    RunProgressed {
        /// Revision of the scenario that runs.
        revision: u64,
        /// Trials done.
        done: u32,
        /// Trials of the whole run.
        planned: u32,
    },
    /// The first batches gave a preview.
    RunPreviewed {
        /// Revision of the scenario that runs.
        revision: u64,
        /// The figures so far.
        summary: Rc<Summary>,
    },
    /// All batches came back.
    RunFinished {
        /// Revision of the scenario that ran.
        revision: u64,
        /// The figures.
        summary: Rc<Summary>,
    },
    /// What another one of the inputs that matter most does is known.
    EffectsFound {
        /// Revision of the scenario that ran.
        revision: u64,
        /// The effects known so far.
        effects: Rc<Vec<Effect>>,
        /// Whether these are all.
        complete: bool,
    },
    /// The scenario cannot be simulated.
    RunRefused {
        /// Revision of the scenario.
        revision: u64,
        /// What is wrong with it.
        issues: Vec<Issue>,
    },
    /// The run was cancelled.
    RunCancelled {
        /// Revision of the scenario that ran.
        revision: u64,
    },
    /// There is something to tell that nothing on the page says otherwise.
    Noticed(NoticeKind),
    /// The user has read a notice.
    NoticeDismissed(NoticeKind),
}

impl From<Edit> for Action {
    fn from(edit: Edit) -> Self {
        Self::Edited(edit)
    }
}
