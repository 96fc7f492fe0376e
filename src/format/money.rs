//! Amounts of money, in full and short, in the currency of the scenario.

use super::number::{decimal, grouped};
use super::{MINUS, NO_BREAK_SPACE, NO_NUMBER};
use crate::model::Currency;

/// What stands in front of an amount: a sign where there is one that no other currency shares, else the code.
pub fn currency_sign(currency: Currency) -> &'static str {
    match currency {
        Currency::UsDollar => "$",
        Currency::Euro => "€",
        Currency::PoundSterling => "£",
        Currency::AustralianDollar => "A$",
        Currency::CanadianDollar => "C$",
        Currency::IndianRupee => "₹",
        Currency::Yen => "¥",
        Currency::NewZealandDollar => "NZ$",
        Currency::SingaporeDollar => "S$",
        Currency::DanishKrone
        | Currency::MexicanPeso
        | Currency::Zloty
        | Currency::Rand
        | Currency::SwedishKrona
        | Currency::SwissFranc => currency.code(),
    }
}

/// Scales of short amounts with their letters, greatest first.
const SCALES: [(f64, &str); 4] = [(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k")];

/// An amount in whole units: "$2,025,000". Amounts under 100 keep their cents when they have any: "$14.50".
pub fn money_full(amount: f64, currency: Currency) -> String {
    if !amount.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let magnitude = amount.abs();
    let cents = format!("{magnitude:.2}");
    let digits = if magnitude < 100.0 && !cents.ends_with(".00") { cents } else { grouped(&format!("{magnitude:.0}")) };
    signed(amount, &digits, "", currency)
}

/// An amount to three significant digits: "$1.24 M", "$812 k", "$950".
pub fn money_compact(amount: f64, currency: Currency) -> String {
    if !amount.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let magnitude = amount.abs();
    let (scale, letters) = scale_of(magnitude);
    let scaled = magnitude / scale;
    if letters.is_empty() {
        return money_full(amount.round(), currency);
    }
    let places = match scaled {
        _ if scaled < 9.995 => 2,
        _ if scaled < 99.95 => 1,
        _ => 0,
    };
    signed(amount, &decimal(scaled, places), letters, currency)
}

/// An amount rounded to the decimal place of its standard error, so that no digit is shown that another seed would
/// change: 2,031,234 ± 12,300 is "$2.03 M".
///
/// The leading digit always stays, however great the error; an error of 0, or one that is no number, gives
/// [`money_compact`].
pub fn money_with_error(amount: f64, standard_error: f64, currency: Currency) -> String {
    if !amount.is_finite() || !standard_error.is_finite() || standard_error <= 0.0 {
        return money_compact(amount, currency);
    }
    let magnitude = amount.abs();
    // Below one unit, and beyond four significant digits, nobody reads on.
    let place = place_of(standard_error).min(place_of(magnitude)).max(place_of(magnitude) / 1_000.0).max(1.0);
    let rounded = (magnitude / place).round() * place;
    let (scale, letters) = scale_of(rounded);
    let mut places = 0;
    let mut unit = scale;
    while unit > place * 1.5 && places < 3 {
        unit /= 10.0;
        places += 1;
    }
    let digits = format!("{:.places$}", rounded / scale);
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let point = if fraction.is_empty() { "" } else { "." };
    signed(amount, &format!("{}{point}{fraction}", grouped(whole)), letters, currency)
}

/// The greatest power of ten that is not above `value`; 1 for 0.
fn place_of(value: f64) -> f64 {
    let mut place = 1.0;
    while place * 10.0 <= value && place < 1e18 {
        place *= 10.0;
    }
    place
}

/// Scale and letters for a magnitude, chosen after rounding to three digits: 999,600 is "$1 M".
fn scale_of(magnitude: f64) -> (f64, &'static str) {
    SCALES.into_iter().find(|(scale, _)| magnitude >= scale * 0.9995).unwrap_or((1.0, ""))
}

fn signed(amount: f64, digits: &str, letters: &str, currency: Currency) -> String {
    let is_zero = !digits.contains(|digit: char| ('1'..='9').contains(&digit));
    let mut written = String::new();
    if amount < 0.0 && !is_zero {
        written.push(MINUS);
    }
    let sign = currency_sign(currency);
    written.push_str(sign);
    if sign.ends_with(char::is_alphabetic) {
        written.push(NO_BREAK_SPACE);
    }
    written.push_str(digits);
    if !letters.is_empty() {
        written.push(NO_BREAK_SPACE);
        written.push_str(letters);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOLLAR: Currency = Currency::UsDollar;

    #[test]
    fn every_currency_has_a_sign_of_its_own() {
        let signs: std::collections::BTreeSet<&str> = Currency::ALL.iter().map(|it| currency_sign(*it)).collect();
        assert_eq!(signs.len(), Currency::ALL.len());
        assert_eq!(money_compact(-1_240_000.0, Currency::Euro), "\u{2212}€1.24\u{a0}M");
        assert_eq!(money_full(2_025_000.0, Currency::SwissFranc), "CHF\u{a0}2,025,000");
        assert_eq!(money_with_error(2_031_234.0, 12_300.0, Currency::CanadianDollar), "C$2.03\u{a0}M");
    }

    #[test]
    fn short_amounts_have_three_digits() {
        for (amount, text) in [
            (0.0, "$0"),
            (950.4, "$950"),
            (999.6, "$1\u{a0}k"),
            (812_345.0, "$812\u{a0}k"),
            (1_240_000.0, "$1.24\u{a0}M"),
            (999_600.0, "$1\u{a0}M"),
            (99_960.0, "$100\u{a0}k"),
            (-1_500.0, "\u{2212}$1.5\u{a0}k"),
            (2.5e9, "$2.5\u{a0}bn"),
            (-0.2, "$0"),
            (f64::INFINITY, "–"),
        ] {
            assert_eq!(money_compact(amount, DOLLAR), text);
        }
    }

    #[test]
    fn full_amounts_keep_every_dollar() {
        assert_eq!(money_full(2_025_000.0, DOLLAR), "$2,025,000");
        assert_eq!(money_full(-14.5, DOLLAR), "\u{2212}$14.50");
        assert_eq!(money_full(14.0, DOLLAR), "$14");
        assert_eq!(money_full(f64::NAN, DOLLAR), "–");
    }

    #[test]
    fn no_digit_is_shown_that_the_error_leaves_open() {
        assert_eq!(money_with_error(2_031_234.0, 12_300.0, DOLLAR), "$2.03\u{a0}M");
        assert_eq!(money_with_error(2_031_234.0, 3.0, DOLLAR), "$2.031\u{a0}M");
        assert_eq!(money_with_error(2_000_000.0, 12_300.0, DOLLAR), "$2.00\u{a0}M");
        assert_eq!(money_with_error(812_345.0, 2_000.0, DOLLAR), "$812\u{a0}k");
        assert_eq!(money_with_error(812_345.0, 20_000.0, DOLLAR), "$810\u{a0}k");
        assert_eq!(money_with_error(-3_400.0, 12_000.0, DOLLAR), "\u{2212}$3\u{a0}k");
        assert_eq!(money_with_error(1_240_000.0, 0.0, DOLLAR), "$1.24\u{a0}M");
        assert_eq!(money_with_error(1_240_000.0, f64::NAN, DOLLAR), "$1.24\u{a0}M");
        assert_eq!(money_with_error(0.0, 5.0, DOLLAR), "$0");
    }
}
