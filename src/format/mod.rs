//! Numbers as people read and type them: money, percent, durations, counts, ranges.
//!
//! Knows the units of the model and nothing else: no sentences (they are in `text`), no browser, no locale of the
//! machine. Everything is written the English way; the spaces inside an amount do not break, and minus is a true minus.

pub mod duration;
pub mod list;
pub mod money;
pub mod number;
pub mod percent;
pub mod range;

pub use duration::months;
pub use list::{parse_percent_list, percent_list};
pub use money::{currency_sign, money_compact, money_full, money_with_error};
pub use number::{NumberProblem, count, decimal, parse_number};
pub use percent::{of_hundred, percent, percent_points};
pub use range::{RangeProblem, parse_uncertain, quantity, uncertain_text};

/// The space inside an amount: it keeps "$1.2 M" on one line.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// The minus of typography, as wide as a plus; a hyphen is easily overlooked in front of an amount.
pub const MINUS: char = '\u{2212}';

/// What stands where there is no number to show.
pub const NO_NUMBER: &str = "\u{2013}";
