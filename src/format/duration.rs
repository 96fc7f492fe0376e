//! Spans of time.

use super::NO_NUMBER;
use super::number::decimal;

/// Months up to two years as months, longer ones as years: "14 months", "2.1 years".
pub fn months(value: f64) -> String {
    if !value.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let whole = value.round();
    if whole.abs() < 24.0 {
        let number = decimal(whole, 0);
        return format!("{number} {}", if number == "1" { "month" } else { "months" });
    }
    format!("{} years", decimal(value / 12.0, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_spans_are_years() {
        assert_eq!(months(14.2), "14 months");
        assert_eq!(months(1.0), "1 month");
        assert_eq!(months(0.0), "0 months");
        assert_eq!(months(25.0), "2.1 years");
        assert_eq!(months(36.0), "3 years");
        assert_eq!(months(f64::INFINITY), "–");
    }
}
