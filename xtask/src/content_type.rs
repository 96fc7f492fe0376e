//! What kind of thing a file is, in the words of HTTP.

use std::path::Path;

/// The content type by the end of the name.
///
/// Browsers are strict here: WebAssembly only streams as `application/wasm`, modules only run as JavaScript.
pub fn of(path: &Path) -> &'static str {
    match path.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_browsers_insist_on() {
        assert_eq!(of(Path::new("app-1f_bg.wasm")), "application/wasm");
        assert_eq!(of(Path::new("worker.js")), "text/javascript; charset=utf-8");
        assert_eq!(of(Path::new("LICENSE")), "application/octet-stream");
    }
}
