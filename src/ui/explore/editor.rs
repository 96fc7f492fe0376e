//! From what is typed to a change of the scenario.

use crate::format::parse_uncertain;
use crate::model::catalogue::Unit;
use crate::model::check::check;
use crate::model::{Scenario, Uncertain};
use crate::state::{Edit, apply};
use crate::text::{entry, issues, page};
use crate::ui::context::{Dispatch, Shared};
use yew::Callback;

/// Makes edits of the scenario in force, and says what is wrong with those that cannot be made.
#[derive(Clone, PartialEq)]
pub struct Editor {
    /// The scenario in force.
    pub scenario: Shared<Scenario>,
    /// Where edits go.
    pub dispatch: Dispatch,
}

impl Editor {
    /// Makes the edit.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence; the scenario stays as it was.
    pub fn edit(&self, edit: Edit) -> Result<(), String> {
        if let Some(issue) = check(&apply(&self.scenario, &edit)).first() {
            return Err(issues::issue(issue, self.scenario.currency));
        }
        self.dispatch.dispatch(edit.into());
        Ok(())
    }

    /// What a text field does with its text.
    pub fn on_text(
        &self,
        read: impl Fn(&str) -> Result<Edit, String> + 'static,
    ) -> Callback<String, Result<(), String>> {
        let editor = self.clone();
        Callback::from(move |text: String| editor.edit(read(&text)?))
    }

    /// What a widget does that can only choose what is right.
    pub fn on_choice<T: 'static>(&self, made: impl Fn(T) -> Option<Edit> + 'static) -> Callback<T> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |choice: T| {
            if let Some(edit) = made(choice) {
                dispatch.dispatch(edit.into());
            }
        })
    }
}

/// Reads an uncertain quantity in `unit`; `current` is what the field held.
///
/// # Errors
/// What is wrong with the text, as a sentence.
pub fn read_uncertain(text: &str, unit: Unit, current: &Uncertain) -> Result<Uncertain, String> {
    parse_uncertain(text, unit, Some(current)).map_err(|problem| entry::range_problem(&problem, unit))
}

/// Reads an uncertain quantity that may be left out: an empty text is none.
///
/// # Errors
/// What is wrong with the text, as a sentence.
pub fn read_optional(text: &str, unit: Unit, current: Option<&Uncertain>) -> Result<Option<Uncertain>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    parse_uncertain(text, unit, current).map(Some).map_err(|problem| entry::range_problem(&problem, unit))
}

/// Reads one number in `unit`.
///
/// # Errors
/// What is wrong with the text, as a sentence.
pub fn read_number(text: &str, unit: Unit, current: f64) -> Result<f64, String> {
    match read_uncertain(text, unit, &Uncertain::Fixed(current))? {
        Uncertain::Fixed(value) => Ok(value),
        _ => Err(page::ONE_NUMBER.to_owned()),
    }
}

/// Reads one whole number, 0 or above.
///
/// # Errors
/// What is wrong with the text, as a sentence.
// A number too large for the target becomes its greatest value, which the check of the scenario refuses.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn read_whole(text: &str, current: u64) -> Result<u64, String> {
    let value = read_number(text, Unit::Heads, current as f64)?;
    if value.fract() != 0.0 || value < 0.0 {
        return Err(page::WHOLE_NUMBER.to_owned());
    }
    Ok(value as u64)
}
