//! How much memory a tab takes for itself, as the browser's own task manager counts it: what nobody else has a part of. Known on Linux.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, ensure};

const GLANCE: Duration = Duration::from_millis(50);

/// Looks again and again, until it is asked for the most that it has seen.
#[derive(Debug)]
pub struct MemoryWatch {
    enough: Arc<AtomicBool>,
    looking: JoinHandle<Result<u64>>,
}

impl MemoryWatch {
    /// Watches the tabs of the browser with this process id.
    pub(crate) fn start(browser: u64) -> Self {
        let enough = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&enough);
        let looking = thread::spawn(move || {
            let mut most = 0;
            while !told.load(Ordering::Relaxed) {
                most = most.max(largest_tab(browser)?);
                thread::sleep(GLANCE);
            }
            Ok(most)
        });
        Self { enough, looking }
    }

    /// The most that a tab took at once, with its workers. In bytes.
    ///
    /// # Errors
    /// When the system does not tell, or there was no tab.
    pub fn most(self) -> Result<u64> {
        self.enough.store(true, Ordering::Relaxed);
        let most = self.looking.join().map_err(|_| anyhow!("the watch stopped"))??;
        ensure!(most > 0, "there was no tab");
        Ok(most)
    }
}

/// The private memory of the largest of a browser's tabs.
fn largest_tab(browser: u64) -> Result<u64> {
    let mut largest = 0;
    for entry in fs::read_dir("/proc").context("only Linux tells what a process takes")? {
        let folder = entry?.path();
        // Processes come and go while we look.
        let Some(status) = fs::read_to_string(folder.join("status")).ok() else { continue };
        if is_tab(&folder) && descends_from(&folder, browser) {
            largest = largest.max(private_bytes(&status));
        }
    }
    Ok(largest)
}

fn is_tab(process: &Path) -> bool {
    fs::read_to_string(process.join("cmdline")).is_ok_and(|command| command.contains("--type=renderer"))
}

fn descends_from(process: &Path, ancestor: u64) -> bool {
    let mut process = process.to_owned();
    loop {
        let status = fs::read_to_string(process.join("status")).unwrap_or_default();
        match number(&status, "PPid:") {
            Some(parent) if parent == ancestor => return true,
            Some(parent) if parent > 1 => process = Path::new("/proc").join(parent.to_string()),
            _ => return false,
        }
    }
}

/// What is in memory or swapped out and belongs to no file that others could share.
fn private_bytes(status: &str) -> u64 {
    let kilobytes = number(status, "RssAnon:").unwrap_or(0) + number(status, "VmSwap:").unwrap_or(0);
    1_024 * kilobytes
}

/// The number behind a word at the start of a line.
fn number(status: &str, word: &str) -> Option<u64> {
    status.lines().find_map(|line| line.strip_prefix(word))?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_system_tells() {
        let status =
            "Name:\tchromium\nPPid:\t77\nVmRSS:\t  900 kB\nRssAnon:\t  500 kB\nRssFile:\t 400 kB\nVmSwap:\t  12 kB\n";
        assert_eq!(private_bytes(status), 512 * 1_024);
        assert_eq!(number(status, "PPid:"), Some(77));
        assert_eq!(number("", "PPid:"), None);
    }

    #[test]
    fn knows_its_own_family() {
        let own = u64::from(std::process::id());
        let child = std::process::Command::new("sleep").arg("5").spawn();
        let mut child = child.unwrap();
        let folder = Path::new("/proc").join(child.id().to_string());
        assert!(descends_from(&folder, own));
        assert!(!descends_from(&folder, u64::from(child.id())));
        child.kill().ok();
        child.wait().ok();
    }
}
