//! The browser that the tests drive: found, or installed where we know how.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process;

/// A browser and the program that drives it.
#[derive(Clone, Debug)]
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

const MISSING: &str = "the tests need Chromium and its chromedriver of the same version on the PATH; \
    install them (Debian: apt-get install chromium chromium-driver; elsewhere: https://googlechromelabs.github.io/chrome-for-testing/)";

/// Finds the browser on the PATH.
///
/// # Errors
/// When it or its driver is missing, with what to install: a test that needs a browser is never skipped.
pub fn find() -> Result<Chromium> {
    let browser = process::find(&["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"]);
    let driver = process::find(&["chromedriver"]);
    browser.zip(driver).map(|(browser, driver)| Chromium { browser, driver }).context(MISSING)
}

/// Finds the browser, or installs it on a Debian where we may.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn ensure() -> Result<Chromium> {
    if let Ok(chromium) = find() {
        return Ok(chromium);
    }
    if Path::new("/etc/debian_version").exists() && is_root() && process::find(&["apt-get"]).is_some() {
        println!("Installing chromium and chromium-driver ...");
        apt_get(&["update"])?;
        apt_get(&["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"])?;
    }
    find()
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    process::run(process::command("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive")).context(MISSING)
}

fn is_root() -> bool {
    process::output(process::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
