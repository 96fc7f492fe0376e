//! Keeps the last scenario in this browser, so that closing the tab loses nothing.

use crate::browser::storage;
use crate::state::{Action, NoticeKind};
use crate::ui::context::{Dispatch, Store};
use yew::prelude::*;

/// Stores the scenario with each change the user makes. One that was only opened does not replace what was kept.
#[hook]
pub fn use_storage(state: &Store, dispatch: &Dispatch) {
    let told = use_mut_ref(|| false);
    let (state, dispatch) = (state.clone(), dispatch.clone());
    use_effect_with((state.revision, state.touched), move |(_, touched)| {
        if *touched && storage::write(&state.scenario.to_json()).is_err() && !told.replace(true) {
            dispatch.dispatch(Action::Noticed(NoticeKind::StorageUnavailable));
        }
    });
}
