//! Brings what the peers of the benchmark need: NumPy and Squiggle, of fixed versions, into `.tools/`.
//!
//! A machine without Python or node is a good one all the same: whoever asks gets a sentence and measures the others.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{process, tools, workspace};

const NUMPY_VERSION: &str = "2.4.6";

/// A peer that is a program: what runs it, and its source.
#[derive(Clone, Debug)]
pub struct Program {
    interpreter: PathBuf,
    source: PathBuf,
}

impl Program {
    /// Runs it, once arguments have been added.
    pub fn command(&self) -> Command {
        let mut command = process::command(&self.interpreter);
        // NumPy's libraries may start threads for some operations; one thread is what is to be measured.
        command.arg(&self.source).env("OMP_NUM_THREADS", "1").env("OPENBLAS_NUM_THREADS", "1");
        command
    }
}

/// The peer in Python, with NumPy in a virtual environment.
///
/// # Errors
/// When Python is missing, or NumPy cannot be installed.
pub fn numpy() -> Result<Program> {
    let folder = workspace::tools().join("python");
    let interpreter =
        if cfg!(windows) { folder.join("Scripts").join("python.exe") } else { folder.join("bin").join("python") };
    let program = Program { interpreter, source: sources().join("numpy_peer.py") };
    if numpy_version(&program.interpreter).as_deref() == Some(NUMPY_VERSION) {
        return Ok(program);
    }
    let python = process::find(&["python3", "python"]).context("it needs Python on the PATH")?;
    tools::timed(&format!("Installing NumPy {NUMPY_VERSION} into .tools"), || {
        process::run(process::command(python).args(["-m", "venv", "--clear"]).arg(&folder))?;
        let package = format!("numpy=={NUMPY_VERSION}");
        process::run(process::command(&program.interpreter).args(["-m", "pip", "install", "--quiet", &package]))
    })?;
    Ok(program)
}

/// The peer in Squiggle, with its library beside it.
///
/// # Errors
/// When node or npm is missing, or Squiggle cannot be installed.
pub fn squiggle() -> Result<Program> {
    let interpreter = process::find(&["node"]).context("it needs node on the PATH")?;
    let folder = workspace::tools().join("squiggle");
    let wanted = sources().join("package.json");
    let installed = folder.join("package.json");
    // npm writes this list when everything else is in place.
    let is_complete = folder.join("node_modules").join(".package-lock.json").is_file();
    if !is_complete || !same_text(&wanted, &installed) {
        let npm = process::find(&["npm"]).context("it needs npm on the PATH")?;
        tools::timed("Installing Squiggle into .tools", || {
            // Whatever an earlier attempt has left would pass for complete.
            std::fs::remove_dir_all(&folder).ok();
            std::fs::create_dir_all(&folder).context("could not make a folder for it")?;
            std::fs::copy(&wanted, &installed).context("could not copy its package.json")?;
            let quiet = ["install", "--no-audit", "--no-fund", "--loglevel=error"];
            process::run(process::command(npm).args(quiet).arg("--prefix").arg(&folder))
        })?;
    }
    // node looks for a library beside the program that imports it, so the program lies there too.
    for name in ["squiggle_peer.mjs", "reduced.squiggle"] {
        std::fs::copy(sources().join(name), folder.join(name)).with_context(|| format!("could not copy {name}"))?;
    }
    Ok(Program { interpreter, source: folder.join("squiggle_peer.mjs") })
}

fn sources() -> PathBuf {
    workspace::root().join("benches").join("peers")
}

/// The version of NumPy that an interpreter finds, if both are there.
fn numpy_version(interpreter: &Path) -> Option<String> {
    if !interpreter.is_file() {
        return None;
    }
    let script = "import numpy; print(numpy.__version__)";
    let said = process::output(process::command(interpreter).args(["-c", script])).ok()?;
    Some(said.trim().to_owned())
}

fn same_text(one: &Path, other: &Path) -> bool {
    let text = |path: &Path| std::fs::read_to_string(path).ok();
    text(one).is_some_and(|text_of_one| Some(text_of_one) == text(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_has_no_version() {
        assert_eq!(numpy_version(Path::new("/nowhere/python")), None);
    }

    #[test]
    fn a_missing_file_is_like_no_other() {
        let here = sources().join("package.json");
        assert!(same_text(&here, &here));
        assert!(!same_text(&here, Path::new("/nowhere")));
        assert!(!same_text(Path::new("/nowhere"), Path::new("/nowhere")));
    }
}
