//! Leaf widgets: they know their properties and nothing else, so each can be tested by itself.

mod button;
mod draft_field;
mod figure;
mod futures;
mod notice_bar;
mod progress_bar;
mod range_bar;
mod select_field;
mod slider;
mod toggle;

pub use button::{Button, Look};
pub use draft_field::DraftField;
pub use figure::Figure;
pub use futures::Futures;
pub use notice_bar::NoticeBar;
pub use progress_bar::ProgressBar;
pub use range_bar::{RangeBar, Spread};
pub use select_field::{SelectField, SelectGroup, SelectOption};
pub use slider::Slider;
pub use toggle::Toggle;
