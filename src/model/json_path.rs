//! Where in a JSON text a reader stopped: the path of the field, found from the place that its error names.
//!
//! A reader that keeps the path while it reads needs all code that reads a scenario a second time, a fifth of the program. So
//! the path is looked for only when something is wrong, by going through the text up to that place.

/// A container that is open at the place in question, and which part of it is read there.
enum Open<'text> {
    /// An object, with the key of the field, in its quotes; none before the first key and behind a comma.
    Object(Option<&'text str>),
    /// An array, with the number of the element.
    Array(usize),
}

/// The path of what is read at the place of an error, such as `functions[0].wage`; empty for the text as a whole.
///
/// `line` counts from 1 and `column` is how many bytes of the line were read, as `serde_json` counts. Any text and any place
/// will do; what is not JSON is gone through as if it were.
pub fn at(text: &str, line: usize, column: usize) -> String {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let place = text.ceil_char_boundary(before.saturating_add(column));
    let (mut rest, beyond) = text.split_at(place);
    let mut open: Vec<Open> = Vec::new();
    // Whether an array has just begun.
    let mut begun = false;
    while let Some(first) = rest.bytes().next() {
        let (token, after) = rest.split_at(length_of_token(first, rest));
        rest = after;
        match (first, open.last_mut()) {
            (b'{', _) => open.push(Open::Object(None)),
            (b'[', _) => open.push(Open::Array(0)),
            (b'}' | b']', _) => drop(open.pop()),
            (b',', Some(Open::Array(index))) => *index += 1,
            (b',', Some(Open::Object(key))) => *key = None,
            // A second string in a field is its value.
            (b'"', Some(Open::Object(key))) => *key = key.or(Some(token)),
            _ => {}
        }
        begun = first == b'[' || begun && first.is_ascii_whitespace();
    }
    // Just behind its bracket, an array is not what was asked for; unless its first element is not: one that is a container is
    // refused before it is read.
    if begun && !beyond.trim_ascii_start().starts_with(['[', '{']) {
        open.pop();
    }
    written(&open)
}

/// How many bytes of `rest` its first token takes, `first` being the first of them. Never 0, always whole letters.
fn length_of_token(first: u8, rest: &str) -> usize {
    match first {
        b'"' => length_of_string(rest),
        b'{' | b'}' | b'[' | b']' | b',' | b':' => 1,
        space if space.is_ascii_whitespace() => 1,
        _ => {
            rest.find(|letter: char| ",:[]{}\"".contains(letter) || letter.is_ascii_whitespace()).unwrap_or(rest.len())
        }
    }
}

/// How many bytes a string takes with its quotes; all there are if it does not end.
fn length_of_string(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |between| between + 2)
}

fn written(open: &[Open]) -> String {
    let mut path = String::new();
    for part in open {
        let step = match part {
            Open::Object(None) => continue,
            Open::Array(index) => format!("[{index}]"),
            // A text that ends within the key leaves it without its last quote.
            Open::Object(Some(key)) => serde_json::from_str(key).unwrap_or_else(|_| key.trim_matches('"').to_owned()),
        };
        if !path.is_empty() && matches!(part, Open::Object(_)) {
            path.push('.');
        }
        path += &step;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// The path at the first `#` of a text, which is taken out.
    fn path(text: &str) -> String {
        let place = text.find('#').unwrap();
        let line = text[..place].matches('\n').count() + 1;
        let column = place - text[..place].rfind('\n').map_or(0, |end| end + 1);
        at(&text.replacen('#', "", 1), line, column)
    }

    #[test]
    fn the_path_names_what_was_read_last() {
        for (text, expected) in [
            ("#", ""),
            ("{#\"a\":1}", ""),
            ("{\"a\"#:1}", "a"),
            ("{\"a\":#1}", "a"),
            ("{\"a\":1#}", "a"),
            ("{\"a\":1,#\"b\":2}", ""),
            ("{\"a\":1,\n \"b\"#:2}", "b"),
            ("{\"a\":1}#x", ""),
            ("{\"a\":{\"b\":\"c\"#}}", "a.b"),
            ("{\"a\":{\"b\":\"c\"}#}", "a"),
            ("{\"a\":[1,{\"b\":2#}]}", "a[1].b"),
            ("{\"a\":[1,{\"b\":2}#]}", "a[1]"),
            ("{\"a\":[1,{\"b\":2}]#}", "a"),
            ("{\"a\": [#1]}", "a"),
            ("{\"a\": [ #{}]}", "a[0]"),
            ("{\"a\": [1#, 2]}", "a[0]"),
            ("{\"a\": [1,#[]]}", "a[1]"),
            ("[[0,[1#", "[0][1][0]"),
            ("{\"a.b\": {\"c\\\"d\\u00e9\": true#", "a.b.c\"dé"),
            ("{\"a]},[{:\": 1#", "a]},[{:"),
            ("{\"é\": 1, \"cut #", "cut "),
        ] {
            assert_eq!(path(text), expected, "{text}");
        }
    }

    #[test]
    fn places_that_are_none_and_texts_that_are_no_json_are_borne() {
        let hostile =
            ["", "]}]}", ",,,\"", "{\"\\", "é\"\\é", "{{{{", "[,[,[,", ":\":\":", "{\"a\"\"b\"", "\u{feff}{\"a\":é\"}"];
        for text in hostile.map(str::to_owned).into_iter().chain(["[".repeat(100_000), "{\"a\":".repeat(10_000)]) {
            for (line, column) in [(0, 0), (1, 0), (1, 1), (1, 3), (2, 5), (usize::MAX, usize::MAX)] {
                let _ = at(&text, line, column);
            }
        }
    }

    #[test]
    fn the_places_are_those_of_the_reader() {
        let text = "{\"é\": [0,\n {\"b\": 00}]}";
        let error = serde_json::from_str::<Value>(text).unwrap_err();
        assert_eq!(at(text, error.line(), error.column()), "é[1].b");
    }
}
