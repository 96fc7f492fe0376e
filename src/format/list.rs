//! Lists of percentages, as people write and read them: "2.5, 97.5".

use super::number::{NumberProblem, decimal, parse_number};

/// The decimals that a listed percentage is written with.
const PLACES: usize = 4;

/// The percentages in one line: "2.5, 97.5".
pub fn percent_list(percents: &[f64]) -> String {
    percents.iter().map(|percent| decimal(*percent, PLACES)).collect::<Vec<_>>().join(", ")
}

/// Reads percentages between which stand spaces, semicolons or commas with a space: "2.5; 97.5", "P5, P95", "5 % 95 %". They
/// come back in order, each once. No text is an empty list.
///
/// # Errors
/// What is wrong with the first of them that cannot be read. "97,5" is one: nobody knows whether it is one number or two.
pub fn parse_percent_list(text: &str) -> Result<Vec<f64>, NumberProblem> {
    let mut percents = Vec::new();
    for word in text.split(|letter: char| letter.is_whitespace() || letter == ';') {
        let word = word.trim_end_matches(',');
        let bare = word.strip_suffix('%').unwrap_or(word);
        let bare = bare.strip_prefix(['P', 'p']).unwrap_or(bare);
        if bare.is_empty() && matches!(word, "" | "%") {
            continue;
        }
        if bare.contains(',') {
            return Err(NumberProblem::Comma(word.to_owned()));
        }
        percents.push(parse_number(bare).map_err(|problem| match problem {
            NumberProblem::TooLarge => NumberProblem::TooLarge,
            _ => NumberProblem::NotANumber(word.to_owned()),
        })?);
    }
    percents.sort_by(f64::total_cmp);
    percents.dedup();
    Ok(percents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_read_however_they_are_separated() {
        let pair = Ok(vec![2.5, 97.5]);
        for text in ["2.5, 97.5", "97.5 2.5", "2.5;97.5", "P2.5 P97.5", "2.5 %, 97.5 %", " 2.5% ;\u{a0}97.5%, 2.5 "] {
            assert_eq!(parse_percent_list(text), pair, "{text}");
        }
        for text in ["", "  ", ",", "%"] {
            assert_eq!(parse_percent_list(text), Ok(Vec::new()), "{text}");
        }
        assert_eq!(parse_percent_list("2.5, 97.5").map(|list| percent_list(&list)), Ok("2.5, 97.5".to_owned()));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let comma = |text: &str| Err(NumberProblem::Comma(text.to_owned()));
        let unread = |text: &str| Err(NumberProblem::NotANumber(text.to_owned()));
        assert_eq!(parse_percent_list("5, 97,5"), comma("97,5"));
        assert_eq!(parse_percent_list("5, ninety"), unread("ninety"));
        assert_eq!(parse_percent_list("5 NaN"), unread("NaN"));
        assert_eq!(parse_percent_list("P"), unread("P"));
        assert_eq!(parse_percent_list("p%"), unread("p%"));
        assert_eq!(parse_percent_list("10^400"), unread("10^400"));
        assert_eq!(parse_percent_list("1e400"), Err(NumberProblem::TooLarge));
        assert_eq!(parse_percent_list("−5"), Ok(vec![-5.0]), "that it is too small is for the check to say");
    }
}
