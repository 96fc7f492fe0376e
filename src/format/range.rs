//! Uncertain quantities as one line of text: "7", "5 to 9", "5 / 7 / 12", "between 5 and 9", "P10 5 / P50 7 / P90 12".
//!
//! Two numbers are the 10th and the 90th percentile of a bell curve (of its logarithm where both are above 0), three are
//! the bounds and the likely value of a PERT, or the percentiles that are written before them. A field that is edited keeps the shape and the meaning of its ends
//! wherever the number of numbers allows: whoever corrects one digit of a sourced range does not want it reread.

use super::number::{NumberProblem, decimal, parse_number};
use super::percent::percent_points;
use super::{MINUS, NO_BREAK_SPACE, money_full};
use crate::model::catalogue::Unit;
use crate::model::{Currency, Ends, Uncertain};

/// Why a typed text is not a quantity.
#[derive(Clone, Debug, PartialEq)]
pub enum RangeProblem {
    /// One of the numbers is not one.
    Number(NumberProblem),
    /// More than three numbers.
    TooMany(usize),
    /// Two numbers with nothing but a comma between them: a range, or a decimal comma?
    Comma,
    /// Per cent where the field is no share.
    Percent,
    /// Low above likely or likely above high; the numbers in the order typed, in the unit of the field.
    OutOfOrder,
}

/// Reads a quantity typed into a field of `unit`. In a field of a share, numbers are per cent with or without the sign.
///
/// `current` is the value the field had: what the numbers do not say is taken from it.
///
/// # Errors
/// What is wrong with the text. Whether the value fits its field is `model::check`'s question.
pub fn parse_uncertain(text: &str, unit: Unit, current: Option<&Uncertain>) -> Result<Uncertain, RangeProblem> {
    // What is shown may be rounded; text that was not touched must not change the value.
    if let Some(current) = current
        && uncertain_text(current, unit) == text
    {
        return Ok(*current);
    }
    let (between, text) = strip_between(text);
    let percentiles = split_percentiles(text);
    let has_percentiles = percentiles.is_some();
    let parts = percentiles.map_or_else(|| split(text), |parts| Ok(parts.to_vec()))?;
    let numbers = parts.iter().map(|part| one(part, unit)).collect::<Result<Vec<f64>, _>>()?;
    if numbers.windows(2).any(|pair| pair[0] > pair[1]) {
        return Err(RangeProblem::OutOfOrder);
    }
    match numbers[..] {
        [] => Err(RangeProblem::Number(NumberProblem::Empty)),
        [value] => Ok(Uncertain::Fixed(value)),
        [low, high] if between => Ok(Uncertain::Uniform { low, high, ends: Ends::Bounds }),
        [low, high] => Ok(pair(low, high, current)),
        [p10, p50, p90] if has_percentiles => Ok(Uncertain::Quantiles { p10, p50, p90 }),
        [low, likely, high] => Ok(triple(low, likely, high, current)),
        _ => Err(RangeProblem::TooMany(numbers.len())),
    }
}

/// A range of two; keeps the percentiles of a range that was there.
fn pair(low: f64, high: f64, current: Option<&Uncertain>) -> Uncertain {
    let ends = match current.and_then(Uncertain::ends) {
        Some(ends) if ends != Ends::Bounds => ends,
        _ => Ends::P10P90,
    };
    let bell = matches!(current, Some(Uncertain::Normal { .. }));
    if low > 0.0 && !bell { Uncertain::Lognormal { low, high, ends } } else { Uncertain::Normal { low, high, ends } }
}

/// A range of three; keeps triangle and percentiles that were there.
fn triple(low: f64, likely: f64, high: f64, current: Option<&Uncertain>) -> Uncertain {
    match current {
        Some(Uncertain::Triangular { ends, .. }) => Uncertain::Triangular { low, likely, high, ends: *ends },
        Some(Uncertain::Pert { ends, .. }) => Uncertain::Pert { low, likely, high, ends: *ends },
        Some(Uncertain::Quantiles { .. }) => Uncertain::Quantiles { p10: low, p50: likely, p90: high },
        _ => Uncertain::Pert { low, likely, high, ends: Ends::Bounds },
    }
}

/// Takes "between ... and ..." apart, which is how a uniform range is written.
fn strip_between(text: &str) -> (bool, &str) {
    let trimmed = text.trim();
    match trimmed.get(..8) {
        Some(word) if word.eq_ignore_ascii_case("between ") => (true, &trimmed[8..]),
        _ => (false, trimmed),
    }
}

/// The texts of the numbers behind "P10", "P50" and "P90".
fn split_percentiles(text: &str) -> Option<[String; 3]> {
    let text = text.to_lowercase();
    let (low, rest) = text.strip_prefix("p10")?.split_once("p50")?;
    let (middle, high) = rest.split_once("p90")?;
    Some([low, middle, high].map(|part| {
        part.trim_matches(|mark: char| mark.is_whitespace() || matches!(mark, '/' | ',' | ';' | ':' | '=')).to_owned()
    }))
}

/// The texts of the numbers.
fn split(text: &str) -> Result<Vec<String>, RangeProblem> {
    let words = format!(" {} ", text.to_lowercase()).replace(" to ", "/").replace(" and ", "/").replace(';', "/");
    let listed: Vec<String> = if words.contains('/') {
        words.split('/').map(str::to_owned).collect()
    } else if words.contains(", ") && words.trim().contains(", ") {
        words.split(", ").map(str::to_owned).collect()
    } else if let Some((low, high)) = split_at_dash(words.trim()) {
        return Ok(vec![low.to_owned(), high.to_owned()]);
    } else if words.contains(',') && matches!(parse_number(&words), Err(NumberProblem::Comma(_))) {
        words.split(',').map(str::to_owned).collect()
    } else {
        return Ok(vec![words]);
    };
    if listed.len() == 2 && !words.contains('/') {
        return Err(RangeProblem::Comma);
    }
    Ok(listed)
}

/// Takes "5-9" and "5 – 9" apart; the minus of "-5" and of "1e-5" is no dash.
fn split_at_dash(text: &str) -> Option<(&str, &str)> {
    text.char_indices().skip(1).find_map(|(index, letter)| {
        let before = text[..index].trim_end();
        let is_dash = matches!(letter, '-' | '\u{2013}' | '\u{2014}' | MINUS)
            && before.ends_with(|last: char| last.is_ascii_digit() || matches!(last, '%' | 'k' | 'm' | 'n'));
        is_dash.then(|| (before, &text[index + letter.len_utf8()..]))
    })
}

fn one(text: &str, unit: Unit) -> Result<f64, RangeProblem> {
    let value = parse_number(text).map_err(RangeProblem::Number)?;
    let has_sign = text.trim().ends_with('%');
    match (is_share(unit), has_sign) {
        (true, false) => Ok(value / 100.0),
        (true, true) => Ok(value),
        (false, true) if unit != Unit::Ratio => Err(RangeProblem::Percent),
        (false, _) => Ok(value),
    }
}

fn is_share(unit: Unit) -> bool {
    matches!(unit, Unit::Share | Unit::SharePerYear)
}

/// The text of a field that holds `value`: what [`parse_uncertain`] reads back. Shares are per cent.
pub fn uncertain_text(value: &Uncertain, unit: Unit) -> String {
    let sign = if is_share(unit) { format!("{NO_BREAK_SPACE}%") } else { String::new() };
    let number = |amount: f64| {
        if is_share(unit) { decimal(amount * 100.0, 4) } else { decimal(amount, 4) }
    };
    match *value {
        Uncertain::Fixed(amount) => format!("{}{sign}", number(amount)),
        Uncertain::Uniform { low, high, .. } => format!("between {} and {}{sign}", number(low), number(high)),
        Uncertain::Normal { low, high, .. } | Uncertain::Lognormal { low, high, .. } => {
            format!("{} to {}{sign}", number(low), number(high))
        }
        Uncertain::Triangular { low, likely, high, .. } | Uncertain::Pert { low, likely, high, .. } => {
            format!("{} / {} / {}{sign}", number(low), number(likely), number(high))
        }
        Uncertain::Quantiles { p10, p50, p90 } => {
            format!("P10 {} / P50 {} / P90 {}{sign}", number(p10), number(p50), number(p90))
        }
    }
}

/// One number with its unit, for reading: "$42,830 a year", "23.5 %", "6 weeks".
pub fn quantity(value: f64, unit: Unit, currency: Currency) -> String {
    let plain = || decimal(value, 2);
    match unit {
        Unit::Money => money_full(value, currency),
        Unit::MoneyPerHour => format!("{} an hour", money_full(value, currency)),
        Unit::MoneyPerYear => format!("{} a year", money_full(value, currency)),
        Unit::Share => percent_points(value, 2),
        Unit::SharePerYear => format!("{} a year", percent_points(value, 2)),
        Unit::HoursPerYear => format!("{} hours a year", plain()),
        Unit::Days => format!("{} days", plain()),
        Unit::Years => format!("{} years", plain()),
        Unit::Months => format!("{} months", plain()),
        Unit::Weeks => format!("{} weeks", plain()),
        Unit::Heads => format!("{} people", plain()),
        Unit::Ratio => plain(),
        Unit::PerUsDollar => {
            format!("{} {} for one US dollar", decimal(value, 6), currency.code())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, unit: Unit) -> Result<Uncertain, RangeProblem> {
        parse_uncertain(text, unit, None)
    }

    #[test]
    fn one_two_and_three_numbers() {
        let range = Uncertain::Lognormal { low: 5.0, high: 9.0, ends: Ends::P10P90 };
        let three = Uncertain::Pert { low: 5.0, likely: 7.0, high: 12.0, ends: Ends::Bounds };
        assert_eq!(read("7", Unit::Months), Ok(Uncertain::Fixed(7.0)));
        for text in ["5 to 9", "5-9", "5 \u{2013} 9", " 5 TO 9 "] {
            assert_eq!(read(text, Unit::Months), Ok(range), "{text}");
        }
        for text in ["5 / 7 / 12", "5, 7, 12", "5/7/12", "5,7,12", "5; 7; 12"] {
            assert_eq!(read(text, Unit::Months), Ok(three), "{text}");
        }
        let quantiles = Uncertain::Quantiles { p10: 5.0, p50: 7.0, p90: 12.0 };
        for text in ["P10 5 / P50 7 / P90 12", "p10 5, p50 7, p90 12", "P10: 5; P50: 7; P90: 12", "p10=5 p50=7 p90=12"]
        {
            assert_eq!(read(text, Unit::Months), Ok(quantiles), "{text}");
        }
        let below = Uncertain::Normal { low: -5.0, high: 9.0, ends: Ends::P10P90 };
        assert_eq!(read("-5 to 9", Unit::Months), Ok(below));
        assert_eq!(read("\u{2212}5-9", Unit::Months), Ok(below));
        let uniform = Uncertain::Uniform { low: 5.0, high: 9.0, ends: Ends::Bounds };
        assert_eq!(read("between 5 and 9", Unit::Months), Ok(uniform));
        let money = Uncertain::Lognormal { low: 1_000.0, high: 25_000.0, ends: Ends::P10P90 };
        assert_eq!(read("$1,000 to $25k", Unit::Money), Ok(money));
    }

    #[test]
    fn shares_are_typed_in_per_cent() {
        assert_eq!(read("8", Unit::Share), Ok(Uncertain::Fixed(0.08)));
        assert_eq!(read("8%", Unit::Share), Ok(Uncertain::Fixed(0.08)));
        assert_eq!(read("8%", Unit::Money), Err(RangeProblem::Percent));
        assert_eq!(
            read("10 / 20 % / 30 %", Unit::Share),
            Ok(Uncertain::Pert { low: 0.1, likely: 0.2, high: 0.3, ends: Ends::Bounds })
        );
    }

    #[test]
    fn an_edit_keeps_what_the_ends_mean() {
        let current = Uncertain::Pert { low: 0.17, likely: 0.25, high: 0.45, ends: Ends::P10P90 };
        let edited = parse_uncertain("17 / 30 / 45", Unit::Share, Some(&current)).unwrap();
        assert_eq!(edited, Uncertain::Pert { low: 0.17, likely: 0.30, high: 0.45, ends: Ends::P10P90 });
        let normal = Uncertain::Normal { low: 1.0, high: 2.0, ends: Ends::P5P95 };
        assert_eq!(
            parse_uncertain("1 to 3", Unit::Ratio, Some(&normal)),
            Ok(Uncertain::Normal { low: 1.0, high: 3.0, ends: Ends::P5P95 })
        );
        let quantiles = Uncertain::Quantiles { p10: 0.1, p50: 0.2, p90: 0.4 };
        assert_eq!(
            parse_uncertain("10 / 20 / 50", Unit::Share, Some(&quantiles)),
            Ok(Uncertain::Quantiles { p10: 0.1, p50: 0.2, p90: 0.5 })
        );
    }

    #[test]
    fn text_that_was_not_touched_changes_nothing() {
        let third = Uncertain::Triangular { low: 0.1 / 3.0, likely: 1.0 / 3.0, high: 2.0 / 3.0, ends: Ends::P5P95 };
        let text = uncertain_text(&third, Unit::Share);
        assert_eq!(text, "3.3333 / 33.3333 / 66.6667\u{a0}%");
        assert_eq!(parse_uncertain(&text, Unit::Share, Some(&third)), Ok(third));
    }

    #[test]
    fn every_shape_reads_back() {
        for value in [
            Uncertain::Fixed(-2.5),
            Uncertain::Uniform { low: -1.0, high: 4.0, ends: Ends::Bounds },
            Uncertain::Normal { low: -1.0, high: 4.0, ends: Ends::P10P90 },
            Uncertain::Lognormal { low: 1_000.0, high: 4_000.0, ends: Ends::P10P90 },
            Uncertain::Pert { low: -3.0, likely: 1_250.5, high: 20_000.0, ends: Ends::Bounds },
            Uncertain::Quantiles { p10: -1_000.0, p50: 1_250.5, p90: 20_000.0 },
        ] {
            let text = uncertain_text(&value, Unit::Money);
            assert_eq!(read(&text, Unit::Money), Ok(value), "{text}");
        }
    }

    #[test]
    fn nonsense_is_refused() {
        let number = |problem| Err(RangeProblem::Number(problem));
        assert_eq!(read("", Unit::Money), number(NumberProblem::Empty));
        assert_eq!(read("5 to", Unit::Money), number(NumberProblem::Empty));
        assert_eq!(read("1e400 to 2", Unit::Money), number(NumberProblem::TooLarge));
        assert_eq!(read("NaN", Unit::Money), number(NumberProblem::NotANumber("nan".to_owned())));
        assert_eq!(read("9 to 5", Unit::Money), Err(RangeProblem::OutOfOrder));
        assert_eq!(read("P10 9 / P50 7 / P90 12", Unit::Money), Err(RangeProblem::OutOfOrder));
        assert_eq!(read("P10 9 / P50 / P90 12", Unit::Money), number(NumberProblem::Empty));
        assert_eq!(read("1/2/3/4", Unit::Money), Err(RangeProblem::TooMany(4)));
        assert_eq!(read("1,5", Unit::Money), Err(RangeProblem::Comma));
        assert_eq!(read("5, 9", Unit::Money), Err(RangeProblem::Comma));
        assert!(read("//", Unit::Money).is_err());
        assert!(read("between", Unit::Money).is_err());
        assert!(read("é-9", Unit::Money).is_err());
    }

    #[test]
    fn quantities_name_their_unit() {
        assert_eq!(quantity(42_830.0, Unit::MoneyPerYear, Currency::UsDollar), "$42,830 a year");
        assert_eq!(quantity(0.235, Unit::SharePerYear, Currency::UsDollar), "23.5\u{a0}% a year");
        assert_eq!(quantity(14.5, Unit::MoneyPerHour, Currency::UsDollar), "$14.50 an hour");
    }
}
