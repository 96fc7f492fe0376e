//! How the bundle is served for a journey.

use anyhow::{Context, Result, ensure};
use xtask::server::{Server, Site};
use xtask::workspace;

/// Where the bundle is served and with which headers.
#[derive(Clone, Debug)]
pub struct Bundle {
    prefix: String,
    policy_header: bool,
    opening: String,
}

impl Bundle {
    /// At a path with a slash at both ends, with the policy header that `cargo xtask serve` gives.
    pub fn at(prefix: &str) -> Self {
        Self { prefix: prefix.to_owned(), policy_header: true, opening: String::new() }
    }

    /// Opened by a link: with something after the address, such as `#fragment` or `?query`.
    #[must_use]
    pub fn opened_with(self, after: &str) -> Self {
        Self { opening: after.to_owned(), ..self }
    }

    /// As a host that cannot set headers: only the policy in the page counts.
    #[must_use]
    pub fn without_policy_header(self) -> Self {
        Self { policy_header: false, ..self }
    }

    /// What stands after the address when a journey begins.
    pub(crate) fn opening(&self) -> &str {
        &self.opening
    }

    /// Begins to serve on a free port.
    pub(crate) fn serve(&self) -> Result<Server> {
        let folder = workspace::dist();
        ensure!(folder.join("index.html").is_file(), "there is no bundle in dist/: run `cargo xtask build` first");
        let site = Site { folder, prefix: self.prefix.clone(), policy_header: self.policy_header, port: 0 };
        Server::start(site).context("could not serve dist/")
    }
}
