//! Undo and redo by the keyboard.

use crate::browser::keyboard::{Shortcut, on_shortcut};
use crate::state::Action;
use crate::ui::context::Dispatch;
use yew::prelude::*;

/// Listens to the keys for undo and redo.
#[hook]
pub fn use_shortcuts(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listener = on_shortcut(move |shortcut| {
            dispatch.dispatch(match shortcut {
                Shortcut::Undo => Action::Undone,
                Shortcut::Redo => Action::Redone,
            });
        });
        move || drop(listener)
    });
}
