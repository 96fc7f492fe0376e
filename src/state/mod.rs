//! The application as a pure state machine: what is on the screen, what can happen, what follows.
//!
//! Knows the model and the summary; knows no browser, no Yew, no clock and no words for people. `ui` dispatches
//! [`Action`]s and shows the [`AppState`] that [`reduce`] makes of them.

mod action;
mod app_state;
mod apply;
mod edit;
mod history;
mod home;
mod mixing;
mod notice;
mod portfolio;
mod quoting;
mod reduce;
mod run_state;
mod stopping;
mod work_edit;

pub use action::Action;
pub use app_state::{Answer, AppState, BasePreset, Effects, FIRST_REVISION, Origin};
pub use apply::apply;
pub use edit::Edit;
pub use history::{History, Step};
pub use notice::{Notice, NoticeKind};
pub use reduce::reduce;
pub use run_state::RunState;
pub use stopping::StopEdit;
pub use work_edit::{ContactsEdit, WorkStatement};
