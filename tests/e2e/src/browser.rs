//! A browser of our own: driver, profile and session, and how they end.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use xtask::{chromium, workspace};

/// Chromium without anything that would talk to the network by itself or look different from run to run.
const FLAGS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--lang=en-US",
    // Wide enough for everything to be in sight; a journey on a phone says so itself.
    "--window-size=1280,1000",
    "--force-color-profile=srgb",
    // Whatever may still ask for another host does not find it.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/// How long the browser gets to close its session before it is killed.
const FAREWELL: Duration = Duration::from_secs(5);

/// A running browser; dropping it ends all of its processes, by id.
#[derive(Debug)]
pub(crate) struct Browser {
    client: Option<Client>,
    session: String,
    process: Option<u64>,
    driver: Driver,
}

impl Browser {
    /// Starts a driver and, through it, a browser with an empty profile.
    pub(crate) async fn start() -> Result<Self> {
        let programs = chromium::find()?;
        let driver = Driver::start(&programs.driver)?;
        let arguments = FLAGS.iter().map(ToString::to_string);
        let profile = format!("--user-data-dir={}", driver.profile.display());
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": arguments.chain([profile]).collect::<Vec<_>>(), "binary": programs.browser },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!("an object was written") };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .context("chromedriver could not start Chromium; are they of the same version?")?;
        let session = client.session_id().await?.context("the driver gave no session")?;
        let process = client.capabilities().and_then(|it| it.get("goog:processID")).and_then(Value::as_u64);
        let browser = Self { client: Some(client), session, process, driver };
        // Chromium begins with a page of its own, whose work would disturb what we measure.
        browser.client()?.goto("about:blank").await?;
        Ok(browser)
    }

    /// What speaks to the browser.
    pub(crate) fn client(&self) -> Result<&Client> {
        self.client.as_ref().context("the browser has ended")
    }

    /// The id of the browser's first process.
    pub(crate) fn process(&self) -> Result<u64> {
        self.process.context("the driver did not name the browser's process")
    }
}

impl Drop for Browser {
    /// Not async, so that it works while a panic unwinds: one plain request closes the session and with it Chromium.
    fn drop(&mut self) {
        self.client = None;
        if self.driver.close(&self.session).is_err()
            && let Some(process) = self.process
        {
            // The driver would no longer do it, and killing the driver alone would leave the browser behind.
            Command::new("kill").args(["-KILL", &process.to_string()]).status().ok();
        }
    }
}

/// A chromedriver on a port of its own choice, and the profile of its only browser.
#[derive(Debug)]
struct Driver {
    process: Child,
    port: u16,
    profile: PathBuf,
}

impl Driver {
    fn start(program: &std::path::Path) -> Result<Self> {
        static PROFILES: AtomicUsize = AtomicUsize::new(0);
        let number = PROFILES.fetch_add(1, Ordering::Relaxed);
        let profile = workspace::artifacts().join(format!("profile-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&profile).context("could not make a profile")?;
        let process = Command::new(program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("could not start chromedriver")?;
        // From here on the process ends with the value, whatever happens.
        let mut driver = Self { process, port: 0, profile };
        let mut said = BufReader::new(driver.process.stdout.take().context("chromedriver has no output")?);
        driver.port = port_in(&mut said)?;
        // It must be able to go on speaking.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Ok(driver)
    }

    /// Closes the session and waits until the browser has gone.
    fn close(&self, session: &str) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(FAREWELL))?;
        write!(stream, "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n")?;
        stream.read_exact(&mut [0; 12])
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
        std::fs::remove_dir_all(&self.profile).ok();
    }
}

/// Reads on until the driver says `... started successfully on port 12345.`
fn port_in(said: &mut impl BufRead) -> Result<u16> {
    let mut line = String::new();
    loop {
        line.clear();
        let length = said.read_line(&mut line).context("could not hear chromedriver")?;
        anyhow::ensure!(length > 0, "chromedriver ended before it named its port");
        if let Some((_, port)) = line.trim_end().trim_end_matches('.').rsplit_once(" on port ")
            && let Ok(port) = port.parse()
            && port != 0
        {
            return Ok(port);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hears_the_port() {
        let said = "Starting ChromeDriver 1 on port 0\nOnly local connections are allowed.\n\
            ChromeDriver was started successfully on port 41235.\n";
        assert_eq!(port_in(&mut said.as_bytes()).unwrap(), 41_235);
        assert!(port_in(&mut "no\n".as_bytes()).is_err());
    }
}
