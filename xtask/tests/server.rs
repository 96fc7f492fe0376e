//! The server as a visitor sees it, over a real connection.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

use xtask::server::{Server, Site};

/// A folder with a page, beside a file that nobody may read.
fn folder(name: &str) -> PathBuf {
    let outside = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let folder = outside.join("dist");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(outside.join("secret.txt"), "secret").unwrap();
    std::fs::write(folder.join("index.html"), "<p>hello").unwrap();
    std::fs::write(folder.join("app_bg.wasm"), b"\0asm").unwrap();
    folder
}

fn serve(name: &str, prefix: &str, policy_header: bool) -> Server {
    Server::start(Site { folder: folder(name), prefix: prefix.into(), policy_header, port: 0 }).unwrap()
}

fn authority(server: &Server) -> String {
    server.url().trim_start_matches("http://").split('/').next().unwrap().to_owned()
}

fn ask(server: &Server, request_line: &str) -> String {
    let mut stream = TcpStream::connect(authority(server)).unwrap();
    write!(stream, "{request_line} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn gives_the_page_with_its_policy_and_uncached() {
    let server = serve("page", "/", true);
    let answer = ask(&server, "GET /");
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.contains("Content-Type: text/html; charset=utf-8\r\n"));
    assert!(answer.contains("Cache-Control: no-cache\r\n"));
    assert!(answer.contains("Content-Security-Policy: default-src 'none'"));
    assert!(answer.contains("frame-ancestors"));
    assert!(answer.ends_with("\r\n\r\n<p>hello"));
}

#[test]
fn the_policy_header_can_be_left_to_the_page() {
    assert!(!ask(&serve("plain", "/", false), "GET /").contains("Content-Security-Policy"));
}

#[test]
fn webassembly_is_named_as_such_and_head_has_no_body() {
    let server = serve("wasm", "/", true);
    let answer = ask(&server, "HEAD /app_bg.wasm");
    assert!(answer.contains("Content-Type: application/wasm\r\nContent-Length: 4\r\n"), "{answer}");
    assert!(answer.ends_with("\r\n\r\n"));
}

#[test]
fn lives_below_a_prefix() {
    let server = serve("prefix", "/x/y/", true);
    assert!(ask(&server, "GET /x/y/").starts_with("HTTP/1.1 200"));
    assert!(ask(&server, "GET /x/y").contains("Location: /x/y/\r\n"));
    assert!(ask(&server, "GET /").starts_with("HTTP/1.1 404"));
}

#[test]
fn keeps_what_is_outside_to_itself() {
    let server = serve("outside", "/", true);
    for target in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//secret.txt"] {
        let answer = ask(&server, &format!("GET {target}"));
        assert!(answer.starts_with("HTTP/1.1 404"), "{target}: {answer}");
        assert!(!answer.contains("\r\n\r\nsecret"));
    }
}

#[cfg(unix)]
#[test]
fn follows_no_link_out_of_the_folder() {
    let folder = folder("link");
    let link = folder.join("link.txt");
    std::fs::remove_file(&link).ok();
    std::os::unix::fs::symlink(folder.join("../secret.txt"), &link).unwrap();
    let server = Server::start(Site { folder, prefix: "/".into(), policy_header: true, port: 0 }).unwrap();
    assert!(ask(&server, "GET /link.txt").starts_with("HTTP/1.1 404"));
}

#[test]
fn takes_nothing_but_questions() {
    assert!(ask(&serve("post", "/", true), "POST /").starts_with("HTTP/1.1 405"));
}

#[test]
fn one_connection_carries_many_requests_and_all_are_remembered() {
    let server = serve("many", "/", true);
    let mut stream = TcpStream::connect(authority(&server)).unwrap();
    write!(stream, "GET / HTTP/1.1\r\n\r\nGET /nothing HTTP/1.1\r\n\r\nGET /?a HTTP/1.1\r\n\r\n").unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    let mut answers = String::new();
    stream.read_to_string(&mut answers).unwrap();
    assert_eq!(answers.matches("HTTP/1.1 200").count(), 2);
    assert_eq!(answers.matches("HTTP/1.1 404").count(), 1);
    assert_eq!(server.requests(), ["/", "/nothing", "/?a"]);
}
