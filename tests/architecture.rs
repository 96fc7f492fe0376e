//! Who may know whom: reads the sources and fails when a room names one above it.
#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the ground up, and the rooms each may know.
const ROOMS: [(&str, &[&str]); 11] = [
    ("model", &[]),
    ("format", &["model"]),
    ("engine", &["model"]),
    ("runner", &["engine", "model"]),
    ("text", &["engine", "format", "model"]),
    ("charts", &["engine", "format", "model", "text"]),
    ("share", &["engine", "format", "model", "text", "charts"]),
    ("state", &["runner", "engine", "model"]),
    ("browser", &["model"]),
    ("worker", &["runner", "engine", "model", "browser"]),
    ("ui", &["state", "model", "engine", "charts", "share", "format", "text", "worker", "browser"]),
];

/// Rooms that build without the feature `web`; `charts/svg.rs` is the one exception.
const PURE: [&str; 8] = ["model", "format", "engine", "runner", "text", "charts", "share", "state"];

/// What a pure room must not name: the browser, drawing, clocks, chance from outside.
const IMPURE: [&str; 12] = [
    "yew",
    "gloo",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "JsValue",
    "plotters",
    "std::time",
    "Instant",
    "SystemTime",
    "getrandom",
    "thread_rng",
];

/// Functions whose last bits depend on the platform.
const INEXACT: [&str; 17] = [
    ".exp()",
    ".exp2()",
    ".exp_m1()",
    ".ln()",
    ".ln_1p()",
    ".log(",
    ".log2()",
    ".log10()",
    ".powf(",
    ".powi(",
    ".sin()",
    ".cos()",
    ".tan()",
    ".tanh()",
    ".cbrt()",
    ".hypot(",
    ".mul_add(",
];

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push((path.clone(), fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

fn room(name: &str) -> Vec<(PathBuf, String)> {
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name))
}

/// The code of a file: comments and what follows `#[cfg(test)]` left out.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.trim_start().starts_with("#[cfg(test)]"))
        .map(|(number, line)| (number + 1, line.split("//").next().unwrap_or_default()))
}

#[test]
fn every_folder_is_a_room() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(src).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        let name = entry.file_name().into_string().unwrap();
        assert!(name == "bin" || ROOMS.iter().any(|(room, _)| *room == name), "{name} has no place in the house");
    }
}

#[test]
fn no_room_knows_one_above_it() {
    for (name, may_know) in ROOMS {
        for (path, text) in room(name) {
            for (number, line) in code(&text) {
                for (other, _) in ROOMS.iter().filter(|(other, _)| *other != name && !may_know.contains(other)) {
                    let names =
                        line.contains(&format!("crate::{other}::")) || line.contains(&format!("crate::{{{other}"));
                    assert!(!names, "{}:{number}: {name} must not know {other}", path.display());
                }
            }
        }
    }
}

#[test]
fn the_core_names_no_browser_no_clock_and_no_chance() {
    for name in PURE {
        for (path, text) in room(name).into_iter().filter(|(path, _)| !path.ends_with("charts/svg.rs")) {
            for (number, line) in code(&text) {
                for word in IMPURE {
                    let named =
                        line.split(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == ':'));
                    let found = named.into_iter().any(|name| name == word || name.starts_with(&format!("{word}::")));
                    assert!(!found, "{}:{number}: {word}", path.display());
                }
            }
        }
    }
}

#[test]
fn the_engine_uses_no_function_that_differs_between_platforms() {
    for name in ["model", "engine"] {
        for (path, text) in room(name) {
            for (number, line) in code(&text) {
                for function in INEXACT {
                    assert!(!line.contains(function), "{}:{number}: {function}", path.display());
                }
            }
        }
    }
}

/// A long file is about more than one thing.
#[test]
fn no_file_is_too_long_to_be_about_one_thing() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (path, text) in sources(&src) {
        let lines = code(&text).count();
        assert!(lines <= 400, "{}: {lines} lines", path.display());
    }
}
