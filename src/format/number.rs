//! Plain numbers: thousands separators out, typed text in.

use super::{MINUS, NO_BREAK_SPACE, NO_NUMBER, currency_sign};
use crate::model::Currency;

/// Why a typed text is not a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// Nothing but spaces.
    Empty,
    /// Not a number at all; the text as it was typed.
    NotANumber(String),
    /// A comma that does not separate thousands, as in "1,5".
    Comma(String),
    /// Beyond what any field takes.
    TooLarge,
}

/// The greatest magnitude that is read. Every field's own limit is lower; this one keeps infinities out.
const GREATEST: f64 = 1e18;

/// A whole number with thousands separators: "10,240".
pub fn count(value: u64) -> String {
    grouped(&value.to_string())
}

/// A number with thousands separators and at most `places` decimals, without trailing zeros: "1,250.5".
pub fn decimal(value: f64, places: usize) -> String {
    if !value.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let text = format!("{:.places$}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let mut written = grouped(whole);
    if !fraction.is_empty() {
        written.push('.');
        written.push_str(fraction);
    }
    if value < 0.0 && written != "0" {
        written.insert(0, MINUS);
    }
    written
}

/// Separates thousands in a text of digits.
pub(super) fn grouped(digits: &str) -> String {
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// Reads a typed number: "1,250.5", "25k", "1.2m", "$3 bn", "€ 40", "8%" (which is 0.08), with either minus. Which currency the
/// sign is does not matter: amounts are in the scenario's.
///
/// # Errors
/// What is wrong with the text. Infinities and NaN are not numbers here.
pub fn parse_number(text: &str) -> Result<f64, NumberProblem> {
    let typed = text.trim();
    if typed.is_empty() {
        return Err(NumberProblem::Empty);
    }
    let not_a_number = || NumberProblem::NotANumber(typed.to_owned());
    let mut rest: String = typed
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != NO_BREAK_SPACE && *letter != '_' && *letter != '\'')
        .map(|letter| if letter == MINUS { '-' } else { letter.to_ascii_lowercase() })
        .collect();
    // "1 2" is two numbers, not twelve; "1 250" is how some write a thousand.
    if typed.contains(|letter: char| letter.is_whitespace()) && !spaces_are_harmless(typed) {
        return Err(not_a_number());
    }
    let negative = rest.starts_with('-');
    if negative || rest.starts_with('+') {
        rest.remove(0);
    }
    let (digits, factor) = split_factor(without_currency(&rest));
    let plain = without_thousands(digits).ok_or_else(|| NumberProblem::Comma(typed.to_owned()))?;
    // Rust reads "inf" and "nan" as numbers; people do not.
    if !plain.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return Err(not_a_number());
    }
    let magnitude = plain.parse::<f64>().map_err(|_| not_a_number())? * factor;
    if !magnitude.is_finite() || magnitude > GREATEST {
        return Err(NumberProblem::TooLarge);
    }
    Ok(if negative && magnitude > 0.0 { -magnitude } else { magnitude })
}

/// The text behind the sign or code of a currency.
fn without_currency(text: &str) -> &str {
    let mut markers = Currency::ALL.iter().flat_map(|currency| [currency_sign(*currency), currency.code()]);
    let behind = markers.find_map(|marker| {
        let start = text.get(..marker.len())?;
        start.eq_ignore_ascii_case(marker).then(|| &text[marker.len()..])
    });
    behind.unwrap_or(text)
}

/// Whether every space stands between a number and its sign or unit, or in front of three digits.
fn spaces_are_harmless(typed: &str) -> bool {
    let words: Vec<&str> = typed.split_whitespace().collect();
    words.windows(2).all(|pair| {
        let [before, after] = pair else { return true };
        let digit_before = before.ends_with(|letter: char| letter.is_ascii_digit());
        let digit_after = after.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.');
        let thousands = after.chars().take_while(char::is_ascii_digit).count() == 3;
        !(digit_before && digit_after) || thousands
    })
}

/// The digits and what the ending multiplies them by.
fn split_factor(text: &str) -> (&str, f64) {
    const ENDINGS: [(&str, f64); 8] = [
        ("million", 1e6),
        ("thousand", 1e3),
        ("billion", 1e9),
        ("bn", 1e9),
        ("b", 1e9),
        ("m", 1e6),
        ("k", 1e3),
        ("%", 0.01),
    ];
    for (ending, factor) in ENDINGS {
        if let Some(digits) = text.strip_suffix(ending) {
            return (digits, factor);
        }
    }
    (text, 1.0)
}

/// Takes the thousands separators out; `None` when a comma stands elsewhere.
fn without_thousands(text: &str) -> Option<String> {
    if !text.contains(',') {
        return Some(text.to_owned());
    }
    let whole = text.split(['.', 'e']).next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let fits = (1..=3).contains(&first.len())
        && groups.all(|group| group.len() == 3 && group.chars().all(|letter| letter.is_ascii_digit()))
        && !text[whole.len()..].contains(',');
    fits.then(|| text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (text, value) in [
            ("1,250.5 ", 1_250.5),
            ("25k", 25_000.0),
            ("1.2m", 1_200_000.0),
            ("$3 bn", 3e9),
            ("\u{2212}4", -4.0),
            ("-$1,000", -1_000.0),
            ("€ 40k", 40_000.0),
            ("CHF 1,250", 1_250.0),
            ("A$7", 7.0),
            (".5", 0.5),
            ("1 250", 1_250.0),
            ("1e3", 1_000.0),
            ("+7", 7.0),
            ("2 million", 2e6),
        ] {
            assert_eq!(parse_number(text), Ok(value), "{text}");
        }
        assert!((parse_number("8%").unwrap() - 0.08).abs() < 1e-15);
        assert!((parse_number("8 %").unwrap() - 0.08).abs() < 1e-15);
    }

    #[test]
    fn nonsense_is_refused_with_its_kind() {
        assert_eq!(parse_number("  "), Err(NumberProblem::Empty));
        assert_eq!(parse_number("1e400"), Err(NumberProblem::TooLarge));
        assert_eq!(parse_number("999999999999999999999"), Err(NumberProblem::TooLarge));
        for text in ["NaN", "inf", "infinity", "five", "--3", "1.2.3", "1 2", "$", "%", "k", "0x10", "<b>1</b>", "٣"] {
            assert!(matches!(parse_number(text), Err(NumberProblem::NotANumber(_))), "{text}");
        }
        for text in ["1,5", "1,25,000", ",500", "1.5,000"] {
            assert!(matches!(parse_number(text), Err(NumberProblem::Comma(_))), "{text}");
        }
    }

    #[test]
    fn numbers_are_written_with_separators_and_a_true_minus() {
        assert_eq!(count(10_240), "10,240");
        assert_eq!(count(7), "7");
        assert_eq!(decimal(-1_250.50, 2), "\u{2212}1,250.5");
        assert_eq!(decimal(-0.001, 2), "0");
        assert_eq!(decimal(1e6, 0), "1,000,000");
        assert_eq!(decimal(f64::NAN, 2), NO_NUMBER);
    }
}
