//! Brings what the build needs: parts of the Rust toolchain, dependencies, Trunk and wasm-bindgen.
//!
//! Everything is looked at before it is fetched, so a second run asks nobody and changes nothing. Tools go to `.tools/`
//! and leave whatever else is installed on the machine alone.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::{process, workspace};

/// The target of everything that runs in the browser.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The bundler. 0.22 asks for a newer compiler than the one this project pins.
const TRUNK_VERSION: &str = "0.21.14";

/// Installs what is missing for building the bundle.
///
/// # Errors
/// When something is missing and cannot be brought, with what was tried.
pub fn ensure() -> Result<()> {
    rust_part("target", WASM_TARGET)?;
    rust_part("component", "rustfmt")?;
    rust_part("component", "clippy")?;
    fetch()?;
    // Trunk runs for seconds of which it computes next to nothing: compiling it without optimisation saves minutes.
    ensure_tool(&Tool {
        package: "trunk",
        program: "trunk",
        version: TRUNK_VERSION.to_owned(),
        arguments: &["--no-default-features"],
        opt_level: "0",
    })?;
    // This one has to read megabytes of WebAssembly on every build.
    ensure_tool(&Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: locked_version("wasm-bindgen")?,
        arguments: &[],
        opt_level: "1",
    })?;
    let leftovers = install_target();
    if leftovers.exists() {
        std::fs::remove_dir_all(&leftovers).context("could not remove what installing left behind")?;
    }
    Ok(())
}

/// Brings the dependencies that `Cargo.lock` names, unless they are here.
///
/// # Errors
/// When they are not here and cannot be fetched.
pub fn fetch() -> Result<()> {
    if process::succeeds(process::cargo().args(["fetch", "--locked", "--offline"])) {
        return Ok(());
    }
    timed("Fetching the dependencies", || process::run(process::cargo().args(["fetch", "--locked"])))
}

/// Where the installed programs are.
pub fn folder() -> PathBuf {
    workspace::tools().join("bin")
}

/// The path of an installed program.
pub fn program(name: &str) -> PathBuf {
    folder().join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A part of the toolchain by kind (`target`, `component`) and name.
///
/// `rust-toolchain.toml` lists them too, but rustup may take the toolchain as it finds it.
fn rust_part(kind: &str, name: &str) -> Result<()> {
    let installed = process::output(process::command("rustup").args([kind, "list", "--installed"]))
        .context("rustup is needed; https://rustup.rs says how to install it")?;
    if installed.lines().any(|line| line == name || line.starts_with(&format!("{name}-"))) {
        return Ok(());
    }
    timed(&format!("Adding the {kind} {name}"), || process::run(process::command("rustup").args([kind, "add", name])))
}

struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    arguments: &'static [&'static str],
    opt_level: &'static str,
}

fn ensure_tool(tool: &Tool) -> Result<()> {
    let Tool { package, version, .. } = tool;
    if installed_version(&program(tool.program)).as_ref() == Some(version) {
        return Ok(());
    }
    timed(&format!("Installing {package} {version} into .tools (some minutes, once)"), || {
        let mut install = process::cargo();
        install
            .args(["install", "--locked", "--force", "--root"])
            .arg(workspace::tools())
            .args(tool.arguments)
            .arg(format!("{package}@{version}"))
            .env("CARGO_TARGET_DIR", install_target())
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.opt_level)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        process::run(&mut install)
    })
}

fn install_target() -> PathBuf {
    workspace::tools().join("target")
}

/// The version a program states, if it is there at all: the second word of `trunk 0.21.14`.
fn installed_version(program: &Path) -> Option<String> {
    if !program.is_file() {
        return None;
    }
    let said = process::output(process::command(program).arg("--version")).ok()?;
    said.split_whitespace().nth(1).map(str::to_owned)
}

/// The version of a package in `Cargo.lock`: the command-line tool must equal the crate exactly.
fn locked_version(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(workspace::root().join("Cargo.lock")).context("could not read Cargo.lock")?;
    version_in(&lock, package).with_context(|| format!("Cargo.lock does not name {package}"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

/// Says what is being done, and how long it took.
pub(crate) fn timed(what: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("{what} ...");
    let begin = Instant::now();
    work().with_context(|| what.to_owned())?;
    println!("{what}: done in {:.0} s", begin.elapsed().as_secs_f64());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_exact_package_in_the_lock() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.128\"\nsource = \"x\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.128"));
        assert_eq!(version_in(lock, "wasm"), None);
    }

    #[test]
    fn a_tool_that_is_not_there_has_no_version() {
        assert_eq!(installed_version(Path::new("/nowhere/trunk")), None);
    }
}
