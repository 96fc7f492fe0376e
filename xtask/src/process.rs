//! How other programs are started: one clean environment, and words for what went wrong.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::tally::Tally;
use crate::workspace;

/// A command in the root of the workspace, in an environment that cannot change what is built.
///
/// A `RUSTFLAGS` from outside would replace the `simd128` of `.cargo/config.toml`, and Trunk takes `NO_COLOR=1` for
/// a malformed option.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root());
    for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS", "CARGO_TARGET_DIR", "NO_COLOR"] {
        command.env_remove(name);
    }
    command
}

/// The cargo that runs xtask.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Cargo without a network, once [`crate::tools::fetch`] has brought the dependencies.
pub fn cargo_offline() -> Command {
    let mut cargo = cargo();
    cargo.env("CARGO_NET_OFFLINE", "true");
    cargo
}

/// Runs to the end with the output going to the terminal.
///
/// # Errors
/// When the program cannot be started or does not succeed.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {}", describe(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", describe(command));
    }
    Ok(())
}

/// Whether the program succeeds; it is not heard.
pub fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|it| it.success())
}

/// What a program prints on standard output.
///
/// # Errors
/// When the program cannot be started or does not succeed.
pub fn output(command: &mut Command) -> Result<String> {
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("could not start {}", describe(command)))?;
    if !output.status.success() {
        bail!("{} failed ({})", describe(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program that runs tests, passes its output on, and sums the results it reports.
///
/// A program that fails without a failed test (it did not compile, it was killed) counts as one failure.
///
/// # Errors
/// When the program cannot be started.
pub fn run_tests(command: &mut Command) -> Result<Tally> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("could not start {}", describe(command)))?;
    let mut tally = Tally::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.context("could not read what the tests print")?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            tally += Tally::of_line(&line);
        }
    }
    let status = child.wait().with_context(|| format!("lost {}", describe(command)))?;
    if !status.success() && tally.failed == 0 {
        println!("{} failed ({status}) without naming a test", describe(command));
        tally.failed += 1;
    }
    Ok(tally)
}

/// The first of these programs that lies on the PATH.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
    })
}

/// The PATH with one folder in front of it.
///
/// # Errors
/// When the folder's name cannot stand in a PATH.
pub fn path_with(folder: &Path) -> Result<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder.to_path_buf()).chain(std::env::split_paths(&path));
    std::env::join_paths(folders).with_context(|| format!("{} cannot stand in a PATH", folder.display()))
}

/// The command as a user would type it, without its folder.
fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(program).chain(command.get_args()).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
