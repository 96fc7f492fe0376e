//! What the page says about itself: progress, restored work, and whatever did not go as planned.

use super::issues;
use super::strategies::strategy_name;
use crate::engine::summary::LeftOut;
use crate::format::{count, decimal};
use crate::model::{Issue, IssueKind};

/// The link could not be read at all.
pub const BROKEN_LINK: &str = "This link is damaged or incomplete, so an example is shown instead. Ask for the link again, \
                               or copy it in one piece.";
/// The link is of a newer format.
pub const NEWER_LINK: &str = "This link was made with a newer version. Reload the page to get it; until then, an example is \
                              shown.";
/// The scenario of the last visit is back.
pub const RESTORED: &str = "Your scenario from the last visit is back.";
/// The browser refuses to store.
pub const STORAGE_NOT_AVAILABLE: &str =
    "This browser does not let the page store anything. Copy the link to keep your scenario.";
/// No workers.
pub const COMPUTING_IN_PAGE: &str = "This browser does not allow background work. The simulation runs in the page itself, with the same results but slower.";
/// A worker crashed or hung.
pub const WORKER_REPLACED: &str = "Part of the simulation stopped and was started again. The results are not affected.";
/// The page is older than its workers.
pub const NEW_VERSION: &str = "A new version is there. Reload to use it; your scenario stays.";
/// A run was stopped by the user.
pub const CANCELLED: &str = "Stopped. The figures shown are from the futures simulated so far, or from the run before.";
/// A run was stopped before there was anything to show.
pub const CANCELLED_EMPTY: &str = "Stopped before there was anything to show.";
/// The simulation failed in a way that has no remedy of its own.
pub const FAILED: &str = "The simulation stopped unexpectedly. Try again; your inputs are safe.";
/// The shown answer belongs to earlier inputs.
pub const STALE: &str = "These figures are from before your last change. New ones are on their way.";
/// The shown answer belongs to earlier inputs, and nothing runs since an input is wrong.
pub const STALE_INVALID: &str = "These figures are from before your last change. Correct the marked fields to go on.";
/// The link is in the clipboard.
pub const LINK_COPIED: &str = "Link copied. It holds the whole scenario.";
/// The clipboard is not allowed.
pub const LINK_NOT_COPIED: &str = "The browser did not allow copying. Select the link and copy it by hand.";
/// The link is longer than some programs take.
pub const LONG_LINK: &str = "This scenario makes a long link. Some mail programs cut those; a file is safer.";
/// Nothing to show yet.
pub const WAITING: &str = "Simulating the first futures …";
/// Scripts do not run.
pub const NO_SCRIPT: &str = "This page computes in your browser and needs JavaScript and WebAssembly to do so.";
/// A run has ended; for screen readers.
pub const FINISHED: &str = "The simulation has finished.";

/// How far a run is: "3,072 of 10,240 futures".
pub fn progress(done: u32, planned: u32) -> String {
    format!("{} of {} futures", count(u64::from(done)), count(u64::from(planned)))
}

/// How long a run will still take.
pub fn time_left(seconds: f64) -> String {
    if !seconds.is_finite() || seconds < 1.0 {
        return "less than a second left".to_owned();
    }
    if seconds <= 1.0 {
        return "about 1 second left".to_owned();
    }
    if seconds <= 90.0 {
        return format!("about {} seconds left", decimal(seconds.ceil(), 0));
    }
    format!("about {} minutes left", decimal((seconds / 60.0).ceil(), 0))
}

/// What a link or file that cannot be used is to blame for.
pub fn link_problem(issue: &Issue) -> String {
    match issue.kind {
        IssueKind::NewerFormat { .. } => NEWER_LINK.to_owned(),
        IssueKind::Unreadable(_) if issue.path.is_empty() => BROKEN_LINK.to_owned(),
        _ => format!("This link cannot be used as it is. {}", issues::issue(issue)),
    }
}

/// A file that was opened cannot be used.
pub fn file_problem(issue: &Issue) -> String {
    format!("This file cannot be used. {}", issues::issue(issue))
}

/// How many inputs are wrong, above the list of them.
pub fn input_problems(number: usize) -> String {
    match number {
        1 => "One input needs a correction before the simulation can go on:".to_owned(),
        more => format!("{more} inputs need a correction before the simulation can go on:"),
    }
}

/// Why a strategy has no row of its own.
pub fn left_out(left_out: &LeftOut) -> String {
    format!(
        "{} is the same here as {} and is not listed twice.",
        strategy_name(&left_out.strategy, None),
        strategy_name(&left_out.same_as, None)
    )
}

/// A preset was opened.
pub fn preset_opened(title: &str) -> String {
    format!("Example opened: {title}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_counted_in_futures() {
        assert_eq!(progress(3_072, 10_240), "3,072 of 10,240 futures");
        assert_eq!(time_left(0.2), "less than a second left");
        assert_eq!(time_left(12.3), "about 13 seconds left");
        assert_eq!(time_left(600.0), "about 10 minutes left");
        assert_eq!(time_left(f64::NAN), "less than a second left");
    }

    #[test]
    fn a_link_says_what_is_wrong_with_it() {
        assert_eq!(link_problem(&Issue::new("", IssueKind::Unreadable("x".to_owned()))), BROKEN_LINK);
        assert_eq!(link_problem(&Issue::new("format", IssueKind::NewerFormat { found: 2, known: 1 })), NEWER_LINK);
        assert!(link_problem(&Issue::new("functions", IssueKind::Missing)).contains("Add at least one function"));
    }

    #[test]
    fn strategies_that_are_the_same_are_explained() {
        let same =
            LeftOut { strategy: "function_specific_offshore".to_owned(), same_as: "complete_offshore".to_owned() };
        assert_eq!(
            left_out(&same),
            "Function-specific, offshore is the same here as Complete, offshore and is not listed twice."
        );
    }
}
