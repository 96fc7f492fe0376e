//! Where things lie in this repository.

use std::path::{Path, PathBuf};

/// The root of the workspace.
///
/// Taken from where xtask was compiled, so that the commands work from any folder below it.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// The static bundle: what a host serves.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Tools that belong to this project alone; git ignores the folder.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// Where end-to-end tests leave screenshots and measurements.
pub fn artifacts() -> PathBuf {
    root().join("target").join("e2e")
}
