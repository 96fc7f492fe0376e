//! What the page tells at its top, beside what it shows.

use crate::model::Issue;

/// A message that stays until it is dismissed or no longer true. There is at most one of a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Stable within the session: the key in the list.
    pub id: u32,
    /// What it says.
    pub kind: NoticeKind,
}

/// What a notice says.
#[derive(Clone, Debug, PartialEq)]
pub enum NoticeKind {
    /// The link could not be read; the scenario before it is still there.
    LinkBroken,
    /// The link was made by a newer version of the program.
    LinkNewer,
    /// The link was read, but its scenario makes no sense.
    LinkInvalid(Vec<Issue>),
    /// What the browser kept from the last visit cannot be used.
    KeptUnusable(Vec<Issue>),
    /// The scenario cannot be simulated.
    RunRefused(Vec<Issue>),
    /// Workers are not available: the page itself computes.
    ComputingInPage,
    /// The browser does not keep the scenario.
    StorageUnavailable,
}

impl NoticeKind {
    /// Whether the notice is about a scenario that was left behind as soon as another one is simulated.
    pub fn ends_with_edit(&self) -> bool {
        matches!(
            self,
            Self::LinkBroken | Self::LinkNewer | Self::LinkInvalid(_) | Self::KeptUnusable(_) | Self::RunRefused(_)
        )
    }

    /// Whether `other` says the same, apart from its details.
    pub fn same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}
