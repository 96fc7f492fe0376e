//! Sentences for text that was typed into a field and cannot be read.

use crate::format::{NumberProblem, RangeProblem};
use crate::model::catalogue::Unit;

/// What is wrong with a typed number, and what would be right.
fn number_problem(problem: &NumberProblem) -> String {
    match problem {
        NumberProblem::Empty => "Enter a number.".to_owned(),
        NumberProblem::NotANumber(text) => {
            format!("“{}” is not a number. Write digits, for example 1250, 1,250 or 1.25k.", shortened(text, 24))
        }
        NumberProblem::Comma(text) => {
            format!("“{}” can be read in two ways. Use a point for decimals: 1.5.", shortened(text, 24))
        }
        NumberProblem::TooLarge => "This number is too large for any field here.".to_owned(),
    }
}

/// What is wrong with a typed quantity, and what would be right.
pub fn range_problem(problem: &RangeProblem, unit: Unit) -> String {
    match problem {
        RangeProblem::Number(problem) => number_problem(problem),
        RangeProblem::TooMany(found) => {
            format!("Enter one, two or three numbers, not {found}: {}.", example(unit))
        }
        RangeProblem::Comma => {
            "A comma between two numbers can be read in two ways. Write “5 to 9” for a range, 5.9 for a decimal."
                .to_owned()
        }
        RangeProblem::Percent => "This field is not a percentage. Leave out the % sign.".to_owned(),
        RangeProblem::OutOfOrder => format!("Put the numbers in order, the smallest first: {}.", example(unit)),
    }
}

fn example(unit: Unit) -> &'static str {
    match unit {
        Unit::Share | Unit::SharePerYear => "“8 to 15 %”, or low / likely / high as in “8 / 10 / 15 %”",
        Unit::Money | Unit::MoneyPerYear => "“4000 to 9000”, or low / likely / high as in “4k / 6k / 9k”",
        _ => "“5 to 9”, or low / likely / high as in “5 / 7 / 12”",
    }
}

/// A typed text cut to a length that fits into a sentence.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    text.chars().take(longest).chain(std::iter::once('…')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_says_what_would_be_right() {
        for problem in [
            RangeProblem::Number(NumberProblem::Empty),
            RangeProblem::Number(NumberProblem::NotANumber("x".repeat(500))),
            RangeProblem::Number(NumberProblem::Comma("1,5".to_owned())),
            RangeProblem::Number(NumberProblem::TooLarge),
            RangeProblem::TooMany(7),
            RangeProblem::Comma,
            RangeProblem::Percent,
            RangeProblem::OutOfOrder,
        ] {
            let sentence = range_problem(&problem, Unit::Share);
            assert!(sentence.ends_with('.') && sentence.len() < 200, "{sentence}");
        }
    }
}
