//! How wide a text will be, estimated on the safe side: no browser is asked, and no font is known.

/// Width of a text in pixels at a size of letters in pixels; wider than common sans-serif fonts draw it.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(letter_width).sum::<f64>() * size
}

/// Width of a text in bold letters, which are wider.
pub fn bold_width(text: &str, size: f64) -> f64 {
    text_width(text, BOLD * size)
}

/// How much wider bold letters are than regular ones.
pub const BOLD: f64 = 1.12;

/// The text itself if it fits, else its beginning with an ellipsis.
pub fn shortened(text: &str, size: f64, room: f64) -> String {
    if text_width(text, size) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut width = letter_width('…') * size;
    for letter in text.chars() {
        width += letter_width(letter) * size;
        if width > room {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

/// The text in lines that fit, broken at spaces. A word that is wider than a line keeps its own.
pub fn wrapped(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if text_width(line, size) + text_width(word, size) + 0.3 * size <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Width of a letter as a share of the size, after the wider of the usual system fonts.
fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.3,
        ' ' | '\u{a0}' | 'f' | 'r' | 't' | '(' | ')' | 'I' | '-' | '/' => 0.38,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.93,
        '0'..='9' | 'a'..='z' | '$' | '\u{2212}' | '\u{2013}' | '“' | '”' | '·' => 0.6,
        'A'..='Z' => 0.73,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_and_fit() {
        let text = "A very long name of a mix that nobody needs";
        let cut = shortened(text, 12.0, 100.0);
        assert!(cut.ends_with('…') && text_width(&cut, 12.0) <= 100.0, "{cut}");
        assert_eq!(shortened("Short", 12.0, 100.0), "Short");
        assert_eq!(shortened("汉字汉字", 10.0, 25.0), "汉…");
    }

    #[test]
    fn lines_fit() {
        let lines = wrapped("one two three four five six", 10.0, 60.0);
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| text_width(line, 10.0) <= 60.0), "{lines:?}");
        assert_eq!(lines.join(" "), "one two three four five six");
    }
}
