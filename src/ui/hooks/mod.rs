//! Everything on the page that is not showing: each hook owns one matter between the state and the browser.

mod use_columns;
mod use_lagging;
mod use_link;
mod use_overdue;
mod use_shortcuts;
mod use_simulation;
mod use_storage;
mod use_theme;
mod use_timing;
mod use_width;

pub use use_columns::use_two_columns;
pub use use_lagging::use_lagging;
pub use use_link::{notice_of, use_link};
pub use use_overdue::use_overdue;
pub use use_shortcuts::use_shortcuts;
pub use use_simulation::use_simulation;
pub use use_storage::use_storage;
pub use use_theme::use_theme;
pub use use_timing::use_timing;
pub use use_width::use_width;
