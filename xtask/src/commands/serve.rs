//! `cargo xtask serve`: the release bundle on this machine, in a browser where there is one.

use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail, ensure};

use super::build;
use crate::server::{Server, Site};
use crate::{tools, workspace};

/// Tried first, so that the address is the same from day to day.
const USUAL_PORT: u16 = 8080;

/// What the user asked for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Options {
    port: Option<u16>,
    prefix: String,
    open: bool,
}

impl Options {
    /// Reads the arguments after `serve`.
    ///
    /// # Errors
    /// When an argument is unknown or malformed.
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { port: None, prefix: "/".to_owned(), open: true };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--no-open" => options.open = false,
                "--port" => {
                    let port = arguments.next().context("--port needs a number")?;
                    options.port = Some(port.parse().with_context(|| format!("{port} is no port"))?);
                }
                "--prefix" => {
                    let prefix = arguments.next().context("--prefix needs a path")?;
                    ensure!(prefix.starts_with('/') && prefix.ends_with('/'), "--prefix is written like /x/y/");
                    options.prefix.clone_from(prefix);
                }
                other => bail!("serve does not know `{other}`"),
            }
        }
        Ok(options)
    }
}

/// Builds, serves until interrupted, and opens a browser.
///
/// # Errors
/// When the bundle cannot be built or the port is taken.
pub fn run(options: &Options) -> Result<ExitCode> {
    tools::ensure()?;
    build::bundle()?;
    let server = start(options)?;
    println!("\nShorecast is at {} (Ctrl+C ends it)", server.url());
    if options.open {
        open(&server.url());
    }
    server.wait();
    Ok(ExitCode::SUCCESS)
}

fn start(options: &Options) -> Result<Server> {
    let site = Site { folder: workspace::dist(), prefix: options.prefix.clone(), policy_header: true, port: 0 };
    let on = |port| Server::start(Site { port, ..site.clone() });
    match options.port {
        Some(port) => on(port).with_context(|| format!("could not serve on port {port}")),
        None => on(USUAL_PORT).or_else(|_| on(0)).context("could not serve on any port"),
    }
}

/// Opens the address where there is a browser to open; elsewhere the printed address is enough.
fn open(url: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(target_os = "windows") {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else if std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some() {
        Command::new("xdg-open")
    } else {
        return;
    };
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options> {
        Options::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn reads_what_it_knows() {
        let expected = Options { port: Some(9000), prefix: "/x/y/".into(), open: false };
        assert_eq!(parse("--port 9000 --no-open --prefix /x/y/").unwrap(), expected);
        assert_eq!(parse("").unwrap(), Options { port: None, prefix: "/".into(), open: true });
    }

    #[test]
    fn says_what_it_does_not_know() {
        for line in ["--port", "--port x", "--port 70000", "--prefix x/", "--quick"] {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
