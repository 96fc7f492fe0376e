//! Words that people read come from `text`: reads the sources of `ui` and fails where one stands among the code.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::fs;
use std::path::{Path, PathBuf};

/// What looks like words and is read by nobody.
const NOT_WORDS: [(&str, &str); 3] = [
    ("Escape", "the name of a key"),
    ("noopener noreferrer", "what a browser may tell the page behind a link"),
    ("button button-quiet", "two classes"),
];

/// Attributes whose value is read out or shown.
const READ: [&str; 9] = [
    "aria-label=",
    "aria-valuetext=",
    "aria-description=",
    "title=",
    "alt=",
    "placeholder=",
    "label=",
    "full_label=",
    "hint=",
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every string literal of a source, its tests left out, with what stands before it and the number of its line.
fn literals(source: &str) -> Vec<(usize, String, String)> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    let mut before = String::new();
    let mut line = 1;
    let mut letters = source.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '/' if letters.peek() == Some(&'/') => {
                letters.by_ref().find(|letter| *letter == '\n');
                line += 1;
            }
            '\'' if before.ends_with(['(', ' ', ',', '[', '|']) => {
                // A character such as '"'; a lifetime has no second quote so close.
                let ahead: Vec<char> = letters.clone().take(3).collect();
                if let Some(end) = ahead.iter().skip(1).position(|letter| *letter == '\'') {
                    letters.nth(end + 1);
                }
            }
            '"' => {
                let (start, mut text) = (line, String::new());
                while let Some(letter) = letters.next().filter(|letter| *letter != '"') {
                    line += usize::from(letter == '\n');
                    text.push(letter);
                    if letter == '\\' {
                        text.extend(letters.next());
                    }
                }
                found.push((start, before.clone(), text));
                before.push('"');
            }
            other => {
                line += usize::from(other == '\n');
                before.push(other);
            }
        }
    }
    found
}

/// A literal without its placeholders.
fn written(literal: &str) -> String {
    let mut rest = literal;
    let mut words = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        words.push_str(before);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    words + rest
}

/// Whether people would read this: words in a row, a capital to begin with, or anything where the page shows it as it is.
fn is_for_people(before: &str, literal: &str) -> bool {
    let words = written(literal);
    let words = words.trim();
    if !words.contains(char::is_alphabetic) || NOT_WORDS.iter().any(|(known, _)| *known == words) {
        return false;
    }
    // Classes that say how something is, wherever they are chosen.
    if words.split_whitespace().all(|word| word.starts_with("is-")) {
        return false;
    }
    let before = before.trim_end();
    let attribute = before.strip_suffix('{').map_or(before, str::trim_end);
    if READ.iter().any(|name| attribute.ends_with(name)) {
        return true;
    }
    if attribute.ends_with("class=") || is_in_classes(before) {
        return false;
    }
    // A child of an element: `{ "words" }`, or `>"words"<`.
    let is_child = before.ends_with('>') || (before.ends_with('{') && !attribute.ends_with(['=', ')', '_']));
    let is_block = attribute.ends_with("else") || attribute.ends_with("=>") || attribute.contains("fn class(");
    let in_a_row = words.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count() > 1;
    in_a_row || words.starts_with(char::is_uppercase) || (is_child && !is_block && attribute.ends_with('>'))
}

fn is_in_classes(before: &str) -> bool {
    ["classes!(", "class={"].iter().any(|opening| {
        let inside = before.rfind(opening).map(|at| &before[at + opening.len()..]);
        inside.is_some_and(|inside| {
            let depth = |open: char, close: char| inside.matches(open).count() >= inside.matches(close).count();
            depth('(', ')') && depth('{', '}') && !inside.contains("html!")
        })
    })
}

#[test]
fn no_component_has_words_of_its_own() {
    let mut found = Vec::new();
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui")) {
        let source = fs::read_to_string(&path).unwrap();
        for (line, before, literal) in literals(&source) {
            if is_for_people(&before, &literal) {
                found.push(format!("{}:{line}: {literal:?} belongs into src/text", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn words_are_told_from_names() {
    let found = |source: &str| -> Vec<String> {
        let all = literals(source).into_iter();
        all.filter(|(_, before, literal)| is_for_people(before, literal)).map(|(_, _, literal)| literal).collect()
    };
    for (source, words) in [
        (r#"html! { <p>{ "Simulating" }</p> }"#, "Simulating"),
        (r#"html! { <p>{ "never" }</p> }"#, "never"),
        (r#"html! { <p>{"two words"}</p> }"#, "two words"),
        (r#"html! { <input aria-label="amount" /> }"#, "amount"),
        (r#"html! { <Button label={"go"} /> }"#, "go"),
        (r#"let text = format!("{count} futures done");"#, "{count} futures done"),
        (r#"let title = if open { "Close" } else { page::OPEN };"#, "Close"),
    ] {
        assert_eq!(found(source), [words], "{source}");
    }
    for source in [
        r#"html! { <p class="verdict money" id="answer">{ page::NAME }</p> }"#,
        r#"html! { <div class={classes!("notice", wrong.then_some("is problem"))}></div> }"#,
        r#"html! { <svg viewBox="0 0 1000 20" aria-hidden="true"></svg> }"#,
        r#"let ids = format!("{problem_id} {hint_id}");"#,
        r#"let id = match level { Low => "low", High => "high" };"#,
        "// \"Words in a comment\"\n",
        r#"html! { <p>{ " " }</p> }"#,
    ] {
        assert_eq!(found(source), Vec::<String>::new(), "{source}");
    }
}
