//! What the page opens with: a link, what this browser kept, or the first preset.

use super::hooks::notice_of;
use crate::browser::{location, storage};
use crate::model::presets::PRESETS;
use crate::share;
use crate::state::{AppState, NoticeKind, Origin};

/// Reads the address and the storage. A link wins over what was kept; one that cannot be opened gives the first preset
/// and says why. `None` only if every preset were broken, which a test rules out.
pub fn start() -> Option<AppState> {
    let preset = || PRESETS.iter().find_map(|preset| preset.scenario().ok());
    let fragment = location::fragment();
    if !fragment.is_empty() {
        return match share::read(&fragment) {
            Ok(scenario) => Some(AppState::open(scenario, Origin::Link)),
            Err(problem) => Some(AppState::open(preset()?, Origin::Preset).with_notice(notice_of(problem))),
        };
    }
    match storage::read().map(|text| share::read_json(&text)) {
        Some(Ok(kept)) => Some(AppState::open(kept, Origin::Storage)),
        // What was kept stays kept until the user changes something.
        Some(Err(issues)) => {
            Some(AppState::open(preset()?, Origin::Preset).with_notice(NoticeKind::KeptUnusable(issues)))
        }
        None => Some(AppState::open(preset()?, Origin::Preset)),
    }
}
