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
    /// The volume of work falls or rises at once and for a time. Has no cost of its own: it is in the lines.
    DemandShock,
    /// Automation leaps ahead of plan. Has no cost of its own: it is in the lines.
    AutomationShock,
}

impl RiskEvent {
    /// All events, in the order in which arrays over events are laid out.
    pub const ALL: [Self; 5] =
        [Self::DataBreach, Self::EarlyEnd, Self::TransitionOverrun, Self::DemandShock, Self::AutomationShock];

    /// Position in [`RiskEvent::ALL`].
    pub fn index(self) -> usize {
        match self {
            Self::DataBreach => 0,
            Self::EarlyEnd => 1,
            Self::TransitionOverrun => 2,
            Self::DemandShock => 3,
            Self::AutomationShock => 4,
        }
    }

    /// The stable id, as written in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::DataBreach => "data_breach",
            Self::EarlyEnd => "early_end",
            Self::TransitionOverrun => "transition_overrun",
            Self::DemandShock => "demand_shock",
            Self::AutomationShock => "automation_shock",
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
    /// Whether demand can suffer shocks.
    pub demand_shock: bool,
    /// Whether automation can leap ahead.
    pub automation_shock: bool,
}

impl RiskEvents {
    /// No event at all.
    pub const NONE: Self = Self {
        data_breach: false,
        early_end: false,
        transition_overrun: false,
        demand_shock: false,
        automation_shock: false,
    };

    /// Whether `event` is simulated.
    pub fn includes(&self, event: RiskEvent) -> bool {
        match event {
            RiskEvent::DataBreach => self.data_breach,
            RiskEvent::EarlyEnd => self.early_end,
            RiskEvent::TransitionOverrun => self.transition_overrun,
            RiskEvent::DemandShock => self.demand_shock,
            RiskEvent::AutomationShock => self.automation_shock,
        }
    }

    /// Switches `event` on or off.
    pub fn set(&mut self, event: RiskEvent, simulated: bool) {
        match event {
            RiskEvent::DataBreach => self.data_breach = simulated,
            RiskEvent::EarlyEnd => self.early_end = simulated,
            RiskEvent::TransitionOverrun => self.transition_overrun = simulated,
            RiskEvent::DemandShock => self.demand_shock = simulated,
            RiskEvent::AutomationShock => self.automation_shock = simulated,
        }
    }
}

impl Default for RiskEvents {
    fn default() -> Self {
        Self {
            data_breach: true,
            early_end: true,
            transition_overrun: true,
            demand_shock: true,
            automation_shock: true,
        }
    }
}
