//! Reading a request: as much of HTTP/1.1 as asking for a static file takes.

use std::io::{self, BufRead, Read};

/// No request for a static file is longer.
const LONGEST: u64 = 16 * 1024;

/// Method and target of the next request; nothing when the visitor has gone or does not speak HTTP.
///
/// # Errors
/// When the connection breaks or what comes is not text.
pub fn read(reader: &mut impl BufRead) -> io::Result<Option<(String, String)>> {
    let mut reader = reader.take(LONGEST);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header)? == 0 {
            return Ok(None);
        }
        if header.trim_end().is_empty() {
            break;
        }
    }
    let mut words = first.split_whitespace();
    Ok(match (words.next(), words.next(), words.next()) {
        (Some(method), Some(target), Some(version)) if version.starts_with("HTTP/1.") => {
            Some((method.to_owned(), target.to_owned()))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_one_request_after_the_other() {
        let mut wire = &b"GET /a HTTP/1.1\r\nHost: x\r\n\r\nHEAD /b HTTP/1.1\r\n\r\n"[..];
        assert_eq!(read(&mut wire).unwrap(), Some(("GET".into(), "/a".into())));
        assert_eq!(read(&mut wire).unwrap(), Some(("HEAD".into(), "/b".into())));
        assert_eq!(read(&mut wire).unwrap(), None);
    }

    #[test]
    fn gives_up_on_what_is_no_request() {
        assert_eq!(read(&mut &b"hello\r\n\r\n"[..]).unwrap(), None);
        let endless = [b"GET / HTTP/1.1\r\n".to_vec(), vec![b'a'; 100_000]].concat();
        assert_eq!(read(&mut endless.as_slice()).unwrap(), None);
    }
}
