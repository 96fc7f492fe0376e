//! The small static server behind `cargo xtask serve` and behind the end-to-end tests.
//!
//! One thread a connection is plenty here: it serves one person or one test, on this machine only.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::route::{self, Route};
use crate::{content_type, policy, request};

/// A connection that says nothing for so long is closed.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is served, and how.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder with `index.html`.
    pub folder: PathBuf,
    /// The sub-path below which it appears, with a slash at both ends; `/` for none.
    pub prefix: String,
    /// Whether answers carry the content security policy as a header, besides the one in the page.
    pub policy_header: bool,
    /// The port, or 0 for any free one.
    pub port: u16,
}

/// A running server; dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    prefix: String,
    requests: Arc<Mutex<Vec<String>>>,
    stop: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

impl Server {
    /// Begins to serve.
    ///
    /// # Errors
    /// When the port is taken or the folder is not there.
    pub fn start(site: Site) -> io::Result<Self> {
        let folder = site.folder.canonicalize()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, site.port))?;
        let address = listener.local_addr()?;
        let prefix = site.prefix.clone();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let stop = Arc::new(AtomicBool::new(false));
        let service = Arc::new(Service { site: Site { folder, ..site }, requests: Arc::clone(&requests) });
        let stopping = Arc::clone(&stop);
        let accepting = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if stopping.load(Ordering::SeqCst) {
                    break;
                }
                if let Ok(stream) = stream {
                    let service = Arc::clone(&service);
                    // A visitor who hangs up early is no event: the result of a connection is not looked at.
                    std::thread::spawn(move || service.answer_all(&stream).ok());
                }
            }
        });
        Ok(Self { address, prefix, requests, stop, accepting: Some(accepting) })
    }

    /// Where the page is.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }

    /// The targets of all requests so far, in the order they came.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            accepting.join().ok();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        // The thread waits for a connection; this one lets it see that it should stop.
        drop(TcpStream::connect(self.address));
        if let Some(accepting) = self.accepting.take() {
            accepting.join().ok();
        }
    }
}

struct Service {
    site: Site,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Service {
    fn answer_all(&self, stream: &TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let mut reader = BufReader::new(stream);
        while let Some((method, target)) = request::read(&mut reader)? {
            let keep = self.answer(stream, &method, &target)?;
            if !keep {
                break;
            }
        }
        Ok(())
    }

    /// Answers one request; says whether the connection can go on.
    fn answer(&self, stream: &TcpStream, method: &str, target: &str) -> io::Result<bool> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).push(target.to_owned());
        if method != "GET" && method != "HEAD" {
            // It may have a body that we will not read, so this connection ends.
            self.send(stream, "405 Method Not Allowed", &["Allow: GET, HEAD", "Connection: close"], b"")?;
            return Ok(false);
        }
        match route::resolve(&self.site.prefix, target) {
            Route::Redirect(location) => {
                self.send(stream, "308 Permanent Redirect", &[&format!("Location: {location}")], b"")?;
            }
            Route::File(name) => {
                let path = self.site.folder.join(&name);
                match read_inside(&self.site.folder, &path) {
                    Ok(body) => {
                        let kind = format!("Content-Type: {}", content_type::of(&name));
                        let length = format!("Content-Length: {}", body.len());
                        let body = if method == "HEAD" { &[] } else { body.as_slice() };
                        self.send(stream, "200 OK", &[&kind, &length], body)?;
                    }
                    Err(_) => self.send_missing(stream, method)?,
                }
            }
            Route::Missing => self.send_missing(stream, method)?,
        }
        Ok(true)
    }

    fn send_missing(&self, stream: &TcpStream, method: &str) -> io::Result<()> {
        let body: &[u8] = if method == "HEAD" { b"" } else { b"Not here.\n" };
        self.send(stream, "404 Not Found", &["Content-Type: text/plain", "Content-Length: 10"], body)
    }

    fn send(&self, mut stream: &TcpStream, status: &str, headers: &[&str], body: &[u8]) -> io::Result<()> {
        let mut head = format!("HTTP/1.1 {status}\r\n");
        for header in headers {
            head.push_str(header);
            head.push_str("\r\n");
        }
        if !headers.iter().any(|header| header.starts_with("Content-Length")) {
            head.push_str("Content-Length: 0\r\n");
        }
        // Everything is asked for again: `index.html`, `boot.js` and `worker.js` keep their names from build to build,
        // and an old page would ask for a program that is no longer there.
        head.push_str("Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n");
        if self.site.policy_header {
            head.push_str("Content-Security-Policy: ");
            head.push_str(&policy::header());
            head.push_str("\r\n");
        }
        head.push_str("\r\n");
        stream.write_all(head.as_bytes())?;
        stream.write_all(body)
    }
}

/// Reads a file that really lies in the folder, wherever links may point.
fn read_inside(folder: &Path, path: &Path) -> io::Result<Vec<u8>> {
    let path = path.canonicalize()?;
    if !path.starts_with(folder) {
        return Err(io::ErrorKind::NotFound.into());
    }
    let mut body = Vec::new();
    File::open(path)?.read_to_end(&mut body)?;
    Ok(body)
}
