//! `cargo xtask test`: every gate, in the order in which a mistake is cheapest to hear of.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, ensure};

use super::build;
use crate::chromium::{self, Chromium};
use crate::report::Report;
use crate::tally::Tally;
use crate::tools::{self, WASM_TARGET};
use crate::{process, workspace};

/// The end-to-end tests that measure time: they run by themselves, when nothing else does.
const TIMING: &str = "timing";

/// Besides those in the library, the tests whose numbers could change with the features that the browser's parts bring.
const CORE_TESTS: [&str; 2] = ["--test", "web"];

/// Installs what is missing, runs all gates and prints the sum as the last line.
///
/// # Errors
/// None so far: what goes wrong is counted and said.
pub fn run() -> Result<ExitCode> {
    let mut report = Report::default();
    gates(&mut report);
    report.conclude();
    Ok(if report.tally().failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Formatting and lints do not keep tests from running; what does not compile does.
fn gates(report: &mut Report) {
    let mut browser = None;
    let ready = report.check("tools", || {
        tools::ensure()?;
        browser = Some(chromium::ensure()?);
        Ok(())
    });
    let Some(browser) = browser.filter(|_| ready) else {
        return;
    };

    report.check("format", || process::run(process::cargo_offline().args(["fmt", "--all", "--check"])));
    lints(report);
    if !core_compiles(report) {
        return;
    }
    report.count("host tests", || process::run_tests(tests().args(["--package", "shorecast"])));
    report.count("host tests of the core without the browser", || {
        let core = ["--package", "shorecast", "--no-default-features", "--lib"];
        process::run_tests(tests().args(core).args(CORE_TESTS))
    });
    report.count("tests of the tools", || {
        let tools = ["--package", "xtask", "--package", "shorecast-e2e", "--package", "shorecast-benches"];
        process::run_tests(tests().args(tools).args(["--lib", "--test", "server"]))
    });
    report.count("tests of the schemas", || process::run_tests(tests().args(["--package", "shorecast-schemas"])));
    report.count("WebAssembly tests", || wasm_tests(&browser));
    if !report.check("release build", build::bundle) {
        return;
    }
    report.count("end-to-end tests", || end_to_end(|name| name != TIMING));
    if workspace::root().join("tests/e2e/tests").join(TIMING).with_extension("rs").exists() {
        report.count("timing tests", || end_to_end(|name| name == TIMING));
    }
}

/// A cargo command that takes `Cargo.lock` as it is and asks no network.
fn locked(command: &str) -> Command {
    let mut cargo = process::cargo_offline();
    cargo.args([command, "--locked"]);
    cargo
}

/// Tests go on after a failure, so that the sum is of all of them.
fn tests() -> Command {
    let mut cargo = locked("test");
    cargo.arg("--no-fail-fast");
    cargo
}

/// The product is looked at as the four things it is: with and without the browser's parts, natively and in wasm.
fn lints(report: &mut Report) {
    let product: &[&str] = &["--package", "shorecast"];
    let members: &[&str] = &["--workspace", "--exclude", "shorecast"];
    let wasm: &[&str] = &["--package", "shorecast", "--target", WASM_TARGET];
    let without: &[&str] = &["--no-default-features"];
    for (name, selection, features) in [
        ("lints: host", product, &[][..]),
        ("lints: host, without the browser", product, without),
        ("lints: wasm", wasm, &[]),
        ("lints: wasm, without the browser", wasm, without),
        ("lints: tools, benchmarks, schemas, end-to-end tests", members, &[]),
    ] {
        report.check(name, || {
            process::run(locked("clippy").args(selection).args(features).args([
                "--all-targets",
                "--",
                "--deny",
                "warnings",
            ]))
        });
    }
}

/// That the engine needs no browser is shown by compiling it alone: tests would bring Yew along as their dependency.
fn core_compiles(report: &mut Report) -> bool {
    let core = ["--package", "shorecast", "--lib", "--no-default-features"];
    let host = report.check("core alone: host", || process::run(locked("check").args(core)));
    let wasm =
        report.check("core alone: wasm", || process::run(locked("check").args(core).args(["--target", WASM_TARGET])));
    host && wasm
}

/// Runs every binary with `#[wasm_bindgen_test]` in it inside a worker of the browser, as the product does.
///
/// A plain `#[test]` vanishes on wasm with exit code 0, so a binary that runs nothing has failed.
fn wasm_tests(browser: &Chromium) -> Result<Tally> {
    let mut sum = Tally::default();
    for selection in wasm_test_binaries()? {
        let tally = process::run_tests(
            tests()
                .args(["--package", "shorecast", "--target", WASM_TARGET])
                .args(&selection)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::program("wasm-bindgen-test-runner"))
                // A file that needs a document says so itself, with `wasm_bindgen_test_configure!`.
                .env("WASM_BINDGEN_USE_DEDICATED_WORKER", "1")
                .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
                .env("CHROMEDRIVER", &browser.driver),
        )?;
        if tally.total() == 0 {
            println!("no test ran in {}", selection.join(" "));
            sum += Tally::of_check(false);
        }
        sum += tally;
    }
    Ok(sum)
}

/// The test binaries that have something to run in wasm, as options of cargo.
fn wasm_test_binaries() -> Result<Vec<Vec<String>>> {
    let root = workspace::root();
    let mut binaries = Vec::new();
    if mentions_wasm_tests(&root.join("src"))? {
        binaries.push(vec!["--lib".to_owned()]);
    }
    for name in test_binaries(&root.join("tests"))? {
        if mentions_wasm_tests(&root.join("tests").join(&name).with_extension("rs"))? {
            binaries.push(vec!["--test".to_owned(), name]);
        }
    }
    Ok(binaries)
}

/// Whether a source, or any in a folder, holds tests for wasm.
fn mentions_wasm_tests(path: &Path) -> Result<bool> {
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            if mentions_wasm_tests(&entry?.path())? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    let is_source = path.extension() == Some(OsStr::new("rs"));
    Ok(is_source && std::fs::read_to_string(path)?.contains("wasm_bindgen_test"))
}

/// Runs the chosen binaries of the end-to-end tests against `dist/`, one test at a time.
fn end_to_end(chosen: impl Fn(&str) -> bool) -> Result<Tally> {
    let names = test_binaries(&workspace::root().join("tests/e2e/tests"))?;
    let mut command = tests();
    command.args(["--package", "shorecast-e2e"]);
    for name in names.iter().filter(|name| chosen(name)) {
        command.args(["--test", name]);
    }
    // An error already says what was expected; the way through the test runner adds nothing to it.
    command.env("RUST_LIB_BACKTRACE", "0");
    process::run_tests(command.args(["--", "--test-threads=1"]))
}

/// The names of the test binaries in a folder, in alphabetical order.
fn test_binaries(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("could not look into {}", folder.display()))? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new("rs")) {
            names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    ensure!(!names.is_empty(), "there is no test in {}", folder.display());
    names.sort();
    Ok(names)
}
