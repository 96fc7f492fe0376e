//! The content security policy, in the words of the bundle.
//!
//! It stands in `index.html` as a `<meta>`, so that every host gives it; a host that can set headers adds
//! `frame-ancestors`, which a `<meta>` cannot carry. Nothing in it depends on the build, so it never needs a hash.

/// What the page may do: run its own scripts and WebAssembly, talk to its own origin, and nothing else.
pub const PAGE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    worker-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'self'; form-action 'none'";

/// The same with the part that only a header can state. Framing by others is allowed only with a changed header.
pub fn header() -> String {
    format!("{PAGE}; frame-ancestors 'self'")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str) -> String {
        std::fs::read_to_string(crate::workspace::root().join(name)).unwrap()
    }

    #[test]
    fn the_page_carries_the_policy() {
        let page = read("index.html");
        assert!(page.contains(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{PAGE}\">")));
    }

    #[test]
    fn the_readme_gives_hosts_the_same_header() {
        assert!(read("README.md").contains(&format!("Content-Security-Policy: {}", header())));
    }
}
