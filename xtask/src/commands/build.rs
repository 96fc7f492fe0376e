//! `cargo xtask build`: the static bundle in `dist/`, for any host and any sub-path.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::{model_page, process, tools, workspace};

/// Installs what is missing and makes the bundle.
///
/// # Errors
/// When a tool cannot be installed or the bundle cannot be built.
pub fn run() -> Result<ExitCode> {
    tools::ensure()?;
    bundle()?;
    Ok(ExitCode::SUCCESS)
}

/// Makes the bundle with the tools at hand, without a network.
///
/// # Errors
/// When Trunk or the compiler stops.
pub fn bundle() -> Result<()> {
    let begin = Instant::now();
    let mut trunk = process::command(tools::program("trunk"));
    trunk
        // A switch of Trunk rather than `offline` in Trunk.toml, which would keep a bare machine from fetching.
        .args(["build", "--release", "--locked", "--offline", "true", "--skip-version-check"])
        .env("PATH", process::path_with(&tools::folder())?)
        .env("CARGO_NET_OFFLINE", "true")
        // cargo adds these to the `simd128` of .cargo/config.toml; a plain RUSTFLAGS would replace it.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped_paths());
    process::run(&mut trunk)?;
    model_page::write(&workspace::dist())?;
    println!("dist/ made in {:.0} s: {}", begin.elapsed().as_secs_f64(), contents()?);
    Ok(())
}

/// Flags that keep this machine's folders out of the bundle: every panic message carries the path of its source.
///
/// Later flags win, so wider folders come first.
fn remapped_paths() -> String {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = variable("HOME").or_else(|| variable("USERPROFILE"));
    let below_home = |folder: &str| home.as_ref().map(|home| home.join(folder));
    let rustup = variable("RUSTUP_HOME").or_else(|| below_home(".rustup"));
    let cargo = variable("CARGO_HOME").or_else(|| below_home(".cargo"));
    // One folder a registry, named after it: a mirror is nobody's business either.
    let registries = cargo.iter().flat_map(|cargo| folders_in(&cargo.join("registry").join("src")));
    let mut names = vec![(home.clone(), "home"), (rustup, "rustup"), (cargo.clone(), "cargo")];
    names.extend(registries.map(|registry| (Some(registry), "crates")));
    names.push((Some(workspace::root()), "shorecast"));

    let flags: Vec<String> = names
        .into_iter()
        .filter_map(|(folder, name)| Some((folder?.to_str()?.to_owned(), name)))
        // The variable is split at blanks, so a folder with one cannot be named; the test of the bundle will tell.
        .filter(|(folder, _)| folder.len() > 1 && !folder.contains(char::is_whitespace))
        .map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"))
        .collect();
    flags.join(" ")
}

/// The folders in a folder, in an order that does not change the flags from run to run.
fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
}

/// The sizes that a visitor waits for.
fn contents() -> Result<String> {
    let mut sizes = Vec::new();
    for entry in std::fs::read_dir(workspace::dist()).context("dist/ is not there")? {
        let entry = entry?;
        let path = entry.path();
        let kind = path.extension().unwrap_or_default();
        if ["wasm", "js", "css"].iter().any(|it| kind == *it) {
            let kilobytes = entry.metadata()?.len().div_ceil(1000);
            sizes.push(format!("{} {kilobytes} kB", entry.file_name().display()));
        }
    }
    sizes.sort();
    Ok(sizes.join(", "))
}
