//! Risk events: things that happen or do not, drawn in every trial.

use serde::{Deserialize, Serialize};

/// A kind of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskEvent {
    /// Personal or confidential data is lost or stolen. Can happen under every strategy.
    DataBreach,
    /// An authority fines the firm for a breach.
    ComplianceFine,
    /// An outage, a disaster or unrest stops the work for days: at home, or where a vendor is.
    Disruption,
    /// A team loses its lead or its process owner: at home, or at a vendor.
    KeyPeople,
    /// A year in which far more people leave: at home, or where a vendor is.
    AttritionSpike,
    /// The relationship with the vendor ends before the horizon, whatever the reason.
    EarlyEnd,
    /// It ends because the vendor has run out of money: some of the early ends.
    Insolvency,
    /// Moving the work costs more than planned.
    TransitionOverrun,
    /// The volume of work falls or rises at once and for a time. Has no cost of its own: it is in the lines.
    DemandShock,
    /// Automation leaps ahead of plan. Has no cost of its own: it is in the lines.
    AutomationShock,
}

impl RiskEvent {
    /// All events, in the order in which arrays over events are laid out.
    pub const ALL: [Self; 10] = [
        Self::DataBreach,
        Self::ComplianceFine,
        Self::Disruption,
        Self::KeyPeople,
        Self::AttritionSpike,
        Self::EarlyEnd,
        Self::Insolvency,
        Self::TransitionOverrun,
        Self::DemandShock,
        Self::AutomationShock,
    ];

    /// Position in [`RiskEvent::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// The stable id, as written in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::DataBreach => "data_breach",
            Self::ComplianceFine => "compliance_fine",
            Self::Disruption => "disruption",
            Self::KeyPeople => "key_people",
            Self::AttritionSpike => "attrition_spike",
            Self::EarlyEnd => "early_end",
            Self::Insolvency => "insolvency",
            Self::TransitionOverrun => "transition_overrun",
            Self::DemandShock => "demand_shock",
            Self::AutomationShock => "automation_shock",
        }
    }

    /// Whether there is a bound on what one such event costs.
    pub fn has_cap(self) -> bool {
        matches!(self, Self::DataBreach | Self::ComplianceFine)
    }
}

/// Which events are simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own, named as in files")]
pub struct RiskEvents {
    /// Whether data breaches are drawn.
    pub data_breach: bool,
    /// Whether a breach can end in a fine.
    pub compliance_fine: bool,
    /// Whether work can be stopped.
    pub disruption: bool,
    /// Whether teams lose key people.
    pub key_people: bool,
    /// Whether there are years of high attrition.
    pub attrition_spike: bool,
    /// Whether contracts can end early.
    pub early_end: bool,
    /// Whether an early end can be an insolvency; without it the others are as many more.
    pub insolvency: bool,
    /// Whether a transition can overrun.
    pub transition_overrun: bool,
    /// Whether demand can suffer shocks.
    pub demand_shock: bool,
    /// Whether automation can leap ahead.
    pub automation_shock: bool,
}

impl RiskEvents {
    /// No event at all.
    pub const NONE: Self = Self::with_all(false);

    /// Every event, or none.
    const fn with_all(simulated: bool) -> Self {
        Self {
            data_breach: simulated,
            compliance_fine: simulated,
            disruption: simulated,
            key_people: simulated,
            attrition_spike: simulated,
            early_end: simulated,
            insolvency: simulated,
            transition_overrun: simulated,
            demand_shock: simulated,
            automation_shock: simulated,
        }
    }

    /// Whether `event` is simulated.
    pub fn includes(&self, event: RiskEvent) -> bool {
        match event {
            RiskEvent::DataBreach => self.data_breach,
            RiskEvent::ComplianceFine => self.compliance_fine,
            RiskEvent::Disruption => self.disruption,
            RiskEvent::KeyPeople => self.key_people,
            RiskEvent::AttritionSpike => self.attrition_spike,
            RiskEvent::EarlyEnd => self.early_end,
            RiskEvent::Insolvency => self.insolvency,
            RiskEvent::TransitionOverrun => self.transition_overrun,
            RiskEvent::DemandShock => self.demand_shock,
            RiskEvent::AutomationShock => self.automation_shock,
        }
    }

    /// Switches `event` on or off.
    pub fn set(&mut self, event: RiskEvent, simulated: bool) {
        let switch = match event {
            RiskEvent::DataBreach => &mut self.data_breach,
            RiskEvent::ComplianceFine => &mut self.compliance_fine,
            RiskEvent::Disruption => &mut self.disruption,
            RiskEvent::KeyPeople => &mut self.key_people,
            RiskEvent::AttritionSpike => &mut self.attrition_spike,
            RiskEvent::EarlyEnd => &mut self.early_end,
            RiskEvent::Insolvency => &mut self.insolvency,
            RiskEvent::TransitionOverrun => &mut self.transition_overrun,
            RiskEvent::DemandShock => &mut self.demand_shock,
            RiskEvent::AutomationShock => &mut self.automation_shock,
        };
        *switch = simulated;
    }
}

impl Default for RiskEvents {
    fn default() -> Self {
        Self::with_all(true)
    }
}
