//! The scenarios that come with the program: the files in static/scenarios, compiled in so that the first answer needs no
//! request.

use super::scenario::Scenario;

/// A scenario file that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Stable id: the file's name without its ending.
    pub id: &'static str,
    /// The file's text.
    pub json: &'static str,
}

/// All presets; the first is what a visitor sees first.
pub const PRESETS: [Preset; 8] = [
    Preset { id: "support-desk", json: include_str!("../../static/scenarios/support-desk.json") },
    Preset { id: "finance-shared-service", json: include_str!("../../static/scenarios/finance-shared-service.json") },
    Preset { id: "four-functions", json: include_str!("../../static/scenarios/four-functions.json") },
    Preset { id: "start-up", json: include_str!("../../static/scenarios/start-up.json") },
    Preset { id: "technical-support", json: include_str!("../../static/scenarios/technical-support.json") },
    Preset { id: "payroll", json: include_str!("../../static/scenarios/payroll.json") },
    Preset { id: "clinic-billing", json: include_str!("../../static/scenarios/clinic-billing.json") },
    Preset { id: "legal-review", json: include_str!("../../static/scenarios/legal-review.json") },
];

impl Preset {
    /// The preset with this id.
    pub fn find(id: &str) -> Option<Self> {
        PRESETS.into_iter().find(|preset| preset.id == id)
    }

    /// The preset as a scenario.
    ///
    /// # Errors
    /// When the file is broken, which a test rules out for those that are shipped.
    pub fn scenario(&self) -> Result<Scenario, super::Issue> {
        Scenario::from_json(self.json)
    }
}
