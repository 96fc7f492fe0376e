//! What is in the bundle, and what must not be.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::path::{Path, PathBuf};

use wasmparser::{Validator, WasmFeatures};
use xtask::workspace;

fn files() -> Vec<PathBuf> {
    fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, files);
            } else {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    collect(&workspace::dist(), &mut files);
    assert!(!files.is_empty(), "there is no bundle in dist/: run `cargo xtask build` first");
    files
}

fn modules() -> Vec<PathBuf> {
    files().into_iter().filter(|path| path.extension().is_some_and(|it| it == "wasm")).collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Page and workers run the same one.
#[test]
fn there_is_one_program() {
    assert_eq!(modules().len(), 1, "{:?}", modules());
}

/// Every panic message carries the path of its source, and with it the name of whoever built the bundle.
#[test]
fn tells_nothing_of_the_machine_that_built_it() {
    let variables = ["HOME", "USERPROFILE", "CARGO_HOME", "RUSTUP_HOME"];
    let mut folders: Vec<String> = variables.iter().filter_map(|name| std::env::var(name).ok()).collect();
    folders.push(workspace::root().display().to_string());
    for file in files() {
        let bytes = std::fs::read(&file).unwrap();
        for folder in folders.iter().filter(|folder| folder.len() > 1) {
            assert!(!holds(&bytes, &format!("{folder}/")), "{} names {folder}", file.display());
        }
    }
}

/// What a first visit loads, in kilobytes (1,000 bytes) as a host with brotli sends them. A little above what it is, so that growth is
/// meant and seen; to lower it is always right.
const BUDGET_KILOBYTES: usize = 613;

/// Everything that the page names is loaded by a first visit, and the workers' script; the model's page and the examples are not.
#[test]
fn a_first_visit_stays_within_its_budget() {
    let page = std::fs::read_to_string(workspace::dist().join("index.html")).unwrap();
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let is_loaded = |path: &Path| {
        let name = name(path);
        path.parent() == Some(&workspace::dist())
            && (page.contains(&format!("{name}\"")) || ["index.html", "worker.js"].contains(&name.as_str()))
            && !["model.html", "old-browser.js"].contains(&name.as_str())
    };
    let loaded: Vec<(String, usize)> = files()
        .into_iter()
        .filter(|path| is_loaded(path))
        .map(|path| (name(&path), compressed(&std::fs::read(&path).unwrap())))
        .collect();
    assert!(loaded.iter().any(|(known, _)| *known == name(&modules()[0])), "{loaded:?}");
    let bytes: usize = loaded.iter().map(|(_, bytes)| bytes).sum();
    assert!(bytes <= 1_000 * BUDGET_KILOBYTES, "{bytes} bytes: {loaded:?}");
}

/// How many bytes a host sends that compresses its files beforehand.
fn compressed(bytes: &[u8]) -> usize {
    let mut sent = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut sent, &best).unwrap();
    sent.len()
}

/// A `RUSTFLAGS` in the wrong place drops the vectors silently, and the simulation with them becomes three times slower.
#[test]
fn the_program_computes_with_vectors() {
    let program = std::fs::read(&modules()[0]).unwrap();
    let everything = WasmFeatures::default();
    Validator::new_with_features(everything).validate_all(&program).unwrap();
    let without_vectors = everything.difference(WasmFeatures::SIMD | WasmFeatures::RELAXED_SIMD);
    let refusal = Validator::new_with_features(without_vectors).validate_all(&program).map(drop);
    let reason = refusal.expect_err("no vector instruction in the program").to_string();
    assert!(reason.contains("SIMD"), "refused for another reason: {reason}");
}

/// The policy forbids both, and a violation would only show in a browser's console.
#[test]
fn the_page_has_no_inline_script_and_no_inline_style() {
    let page = std::fs::read_to_string(workspace::dist().join("index.html")).unwrap();
    for script in page.split("<script").skip(1) {
        assert!(script.split('>').next().unwrap().contains(" src="), "inline: <script{script}");
        assert!(script.split_once('>').unwrap().1.starts_with("</script>"), "inline: <script{script}");
    }
    assert!(!page.contains("<style") && !page.contains("style=\"") && !page.contains(" onload="));
}

#[test]
fn every_address_in_the_page_is_relative_and_leads_to_a_file() {
    let page = std::fs::read_to_string(workspace::dist().join("index.html")).unwrap();
    let attributes = ["href=\"", " src=\"", "data-js=\"", "data-wasm=\""];
    let addresses: Vec<&str> = attributes
        .iter()
        .flat_map(|attribute| page.split(attribute).skip(1))
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert!(addresses.len() >= 6, "{addresses:?}");
    for address in addresses {
        assert!(!address.starts_with('/') && !address.contains(':'), "{address} is not relative");
        assert!(workspace::dist().join(address).is_file(), "{address} leads nowhere");
    }
}
