//! Shares and chances: 0..1 in the program, per cent and counts for people.

use super::number::decimal;
use super::{NO_BREAK_SPACE, NO_NUMBER};

/// A share as per cent with up to one decimal: "23.5 %".
pub fn percent(share: f64) -> String {
    percent_points(share, 1)
}

/// A share as per cent with at most `places` decimals.
pub fn percent_points(share: f64, places: usize) -> String {
    if !share.is_finite() {
        return NO_NUMBER.to_owned();
    }
    format!("{}{NO_BREAK_SPACE}%", decimal(share * 100.0, places))
}

/// A chance as a count: "78 of 100". Chances that would round to none or all, and are neither, say so.
pub fn of_hundred(chance: f64) -> String {
    if !chance.is_finite() {
        return format!("{NO_NUMBER} of 100");
    }
    if chance > 0.0 && chance < 0.005 {
        return "fewer than 1 of 100".to_owned();
    }
    if (0.995..1.0).contains(&chance) {
        return "more than 99 of 100".to_owned();
    }
    format!("{} of 100", decimal(chance.clamp(0.0, 1.0) * 100.0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_become_per_cent() {
        assert_eq!(percent(0.235), "23.5\u{a0}%");
        assert_eq!(percent(0.08), "8\u{a0}%");
        assert_eq!(percent(-0.05), "\u{2212}5\u{a0}%");
        assert_eq!(percent_points(0.12345, 2), "12.35\u{a0}%");
        assert_eq!(percent(f64::NAN), "–");
    }

    #[test]
    fn chances_become_counts_that_never_claim_certainty() {
        assert_eq!(of_hundred(0.778), "78 of 100");
        assert_eq!(of_hundred(0.0), "0 of 100");
        assert_eq!(of_hundred(0.001), "fewer than 1 of 100");
        assert_eq!(of_hundred(0.999), "more than 99 of 100");
        assert_eq!(of_hundred(1.0), "100 of 100");
    }
}
