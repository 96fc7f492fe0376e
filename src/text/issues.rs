//! Sentences for everything that can be wrong with a scenario.

use crate::model::Issue;

/// The problem and what would be right, as a sentence.
pub fn issue(issue: &Issue) -> String {
    issue.path.clone()
}
