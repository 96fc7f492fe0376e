//! Counting what test runners report.

use std::fmt;
use std::ops::AddAssign;

/// How many checks passed and how many failed.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Tally {
    /// Checks that passed.
    pub passed: usize,
    /// Checks that failed.
    pub failed: usize,
}

impl Tally {
    /// One check.
    pub const fn of_check(passed: bool) -> Self {
        Self { passed: passed as usize, failed: !passed as usize }
    }

    /// What one line of output says: something for `test result: ok. 3 passed; 0 failed; ...`, nothing for others.
    ///
    /// cargo's runner and the one in the browser print the same sentence; colour codes may stand between the words.
    pub fn of_line(line: &str) -> Self {
        let Some((_, counts)) = line.split_once("test result:") else {
            return Self::default();
        };
        Self { passed: count_before(counts, " passed"), failed: count_before(counts, " failed") }
    }

    /// How many checks there were.
    pub const fn total(self) -> usize {
        self.passed + self.failed
    }
}

/// The number that ends where `word` begins.
fn count_before(text: &str, word: &str) -> usize {
    let Some((before, _)) = text.split_once(word) else {
        return 0;
    };
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    before[before.len() - digits..].parse().unwrap_or(0)
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_sentence_of_a_test_runner() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.52s";
        assert_eq!(Tally::of_line(line), Tally { passed: 12, failed: 3 });
    }

    #[test]
    fn reads_through_colour() {
        let line = "test result: \u{1b}[32mok\u{1b}[0m. 7 passed; 0 failed; 0 ignored";
        assert_eq!(Tally::of_line(line), Tally { passed: 7, failed: 0 });
    }

    #[test]
    fn takes_no_other_line_for_a_result() {
        assert_eq!(Tally::of_line("test the_5 passed ... ok"), Tally::default());
        assert_eq!(Tally::of_line("running 4 tests"), Tally::default());
        assert_eq!(Tally::of_line("test result: unclear"), Tally::default());
    }

    #[test]
    fn a_sum_ends_a_run() {
        let mut sum = Tally::of_check(true);
        sum += Tally::of_check(false);
        sum += Tally { passed: 4, failed: 0 };
        assert_eq!(sum.to_string(), "5 passed, 1 failed");
        assert_eq!(sum.total(), 6);
    }
}
