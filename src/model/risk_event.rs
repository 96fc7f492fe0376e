//! Risk events: things that happen or do not, drawn in every trial.

use serde::{Deserialize, Serialize};

/// A kind of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskEvent {
    /// Personal or confidential data is lost or stolen. Can happen under every strategy.
    DataBreach,
    /// The relationship with the vendor ends before the horizon, whatever the reason.
    EarlyEnd,
    /// Moving the work costs more than planned.
    TransitionOverrun,
}

impl RiskEvent {
    /// All events, in the order in which arrays over events are laid out.
    pub const ALL: [Self; 3] = [Self::DataBreach, Self::EarlyEnd, Self::TransitionOverrun];

    /// Position in [`RiskEvent::ALL`].
    pub fn index(self) -> usize {
        match self {
            Self::DataBreach => 0,
            Self::EarlyEnd => 1,
            Self::TransitionOverrun => 2,
        }
    }

    /// The stable id, as written in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::DataBreach => "data_breach",
            Self::EarlyEnd => "early_end",
            Self::TransitionOverrun => "transition_overrun",
        }
    }
}

/// Which events are simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RiskEvents {
    /// Whether data breaches are drawn.
    pub data_breach: bool,
    /// Whether contracts can end early.
    pub early_end: bool,
    /// Whether a transition can overrun.
    pub transition_overrun: bool,
}

impl RiskEvents {
    /// No event at all.
    pub const NONE: Self = Self { data_breach: false, early_end: false, transition_overrun: false };

    /// Whether `event` is simulated.
    pub fn includes(&self, event: RiskEvent) -> bool {
        match event {
            RiskEvent::DataBreach => self.data_breach,
            RiskEvent::EarlyEnd => self.early_end,
            RiskEvent::TransitionOverrun => self.transition_overrun,
        }
    }

    /// Switches `event` on or off.
    pub fn set(&mut self, event: RiskEvent, simulated: bool) {
        match event {
            RiskEvent::DataBreach => self.data_breach = simulated,
            RiskEvent::EarlyEnd => self.early_end = simulated,
            RiskEvent::TransitionOverrun => self.transition_overrun = simulated,
        }
    }
}

impl Default for RiskEvents {
    fn default() -> Self {
        Self { data_breach: true, early_end: true, transition_overrun: true }
    }
}
