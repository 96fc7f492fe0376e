//! What is on the screen.

use super::history::History;
use super::notice::{Notice, NoticeKind};
use super::run_state::RunState;
use crate::engine::Summary;
use crate::engine::summary::StrategySummary;
use crate::engine::what_if::Effect;
use crate::model::presets::{PRESETS, Preset};
use crate::model::{Scenario, StrategyId};
use std::rc::Rc;

/// The revision of the scenario that a page opens with.
pub const FIRST_REVISION: u64 = 1;

/// Where the scenario came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A preset.
    Preset,
    /// The address the page was opened with, or one pasted later.
    Link,
    /// What this browser kept from the last visit.
    Storage,
}

/// The preset that the scenario is a variation of.
#[derive(Clone, Debug, PartialEq)]
pub struct BasePreset {
    /// Its id.
    pub id: &'static str,
    /// The scenario as it comes with the program.
    pub scenario: Rc<Scenario>,
}

/// The figures on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The figures.
    pub summary: Rc<Summary>,
    /// The revision of the scenario they belong to.
    pub revision: u64,
    /// Whether trials are missing from them.
    pub preview: bool,
}

impl Answer {
    /// Whether it tells more of what is in force than `shown` does: of a later scenario, of all trials of the same one, or what drives
    /// their outcome.
    pub fn supersedes(&self, shown: &Self) -> bool {
        let told = |answer: &Self| (answer.revision, !answer.preview, answer.summary.drivers.are_known());
        told(self) > told(shown)
    }
}

/// What the inputs that matter most do, on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Effects {
    /// The effects known so far, the strongest input first.
    pub known: Rc<Vec<Effect>>,
    /// The revision of the scenario they belong to.
    pub revision: u64,
    /// Whether these are all.
    pub complete: bool,
}

/// The whole state of the page. Cloning is cheap: what is large sits behind `Rc`.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// The last scenario that made sense.
    pub scenario: Rc<Scenario>,
    /// Counts the scenarios that were in force; the first is 1.
    pub revision: u64,
    /// Counts the scenarios that were opened as a whole: fields forget half-typed text when it changes.
    pub opened: u64,
    /// Where the scenario came from.
    pub origin: Origin,
    /// The preset it is a variation of, if any.
    pub base: Option<BasePreset>,
    /// Whether the user has changed anything since it was opened. Before that nothing is written anywhere.
    pub touched: bool,
    /// Where the run stands.
    pub run: RunState,
    /// The last figures there are. Those of an older revision stay until newer ones come.
    pub answer: Option<Answer>,
    /// The last effects there are. Those of an older revision stay until newer ones come.
    pub effects: Option<Effects>,
    /// The strategy the user selected for the saving chart; may be one the present scenario does not price.
    pub selected: Option<StrategyId>,
    /// What can be taken back.
    pub history: Rc<History>,
    /// What there is to tell.
    pub notices: Vec<Notice>,
    /// The id of the next notice.
    pub(super) next_notice: u32,
}

impl AppState {
    /// The page as it opens with `scenario`, before anything has run.
    pub fn open(scenario: Scenario, origin: Origin) -> Self {
        let base = base_of(&scenario);
        let planned = scenario.run.trials;
        Self {
            scenario: Rc::new(scenario),
            revision: FIRST_REVISION,
            opened: 1,
            origin,
            base,
            touched: false,
            run: RunState::Running { done: 0, planned },
            answer: None,
            effects: None,
            selected: None,
            history: Rc::default(),
            notices: Vec::new(),
            next_notice: 1,
        }
    }

    /// The same with something to tell from the start.
    #[must_use]
    pub fn with_notice(mut self, kind: NoticeKind) -> Self {
        self.notices.retain(|notice| !notice.kind.same_kind(&kind));
        self.notices.push(Notice { id: self.next_notice, kind });
        self.next_notice += 1;
        self
    }

    /// Whether the figures on the screen are of an older scenario than the one in the fields.
    pub fn is_stale(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.revision != self.revision)
    }

    /// Whether the scenario differs from the preset it was made from.
    pub fn differs_from_preset(&self) -> bool {
        self.base.as_ref().is_some_and(|base| base.scenario != self.scenario)
    }

    /// The strategy whose saving is shown: the selected one, or the cheapest that is not in-house.
    pub fn shown_strategy(&self) -> Option<&StrategySummary> {
        let summary = &self.answer.as_ref()?.summary;
        let selected = self.selected.as_deref().and_then(|id| summary.strategy(id));
        match selected.filter(|strategy| strategy.saving.is_some()) {
            Some(strategy) => Some(strategy),
            None => summary.ranked().into_iter().find(|strategy| strategy.saving.is_some()),
        }
    }
}

/// The preset with the scenario's name: links and stored scenarios keep the name of what they were made from.
pub(super) fn base_of(scenario: &Scenario) -> Option<BasePreset> {
    PRESETS.iter().find_map(|preset: &Preset| {
        let original = preset.scenario().ok()?;
        (original.name == scenario.name).then(|| BasePreset { id: preset.id, scenario: Rc::new(original) })
    })
}
