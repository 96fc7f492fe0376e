//! From the target of a request to the file that answers it. Pure: it never looks at the disk.

use std::path::PathBuf;

/// What a request leads to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Route {
    /// A file, named relative to the served folder.
    File(PathBuf),
    /// The same page with the slash that makes its relative addresses work.
    Redirect(String),
    /// Nothing that we would serve.
    Missing,
}

/// Finds what `target` means for a bundle that lives below `prefix`.
///
/// `prefix` begins and ends with a slash. Only plain names get through: no `..`, no hidden files, no separators of
/// other systems, whether written plainly or percent-encoded.
pub fn resolve(prefix: &str, target: &str) -> Route {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let Some(path) = decode(path) else {
        return Route::Missing;
    };
    if !path.is_empty() && format!("{path}/") == prefix {
        return Route::Redirect(prefix.to_owned());
    }
    let Some(inside) = path.strip_prefix(prefix) else {
        return Route::Missing;
    };
    let inside = if inside.is_empty() { "index.html" } else { inside };
    let plain = |name: &str| !name.is_empty() && !name.starts_with('.') && !name.contains(['\\', ':', '\0']);
    if inside.split('/').all(plain) { Route::File(inside.split('/').collect()) } else { Route::Missing }
}

/// Undoes percent-encoding; nothing when it is malformed or not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_is_where_the_page_lives() {
        assert_eq!(resolve("/", "/"), Route::File("index.html".into()));
        assert_eq!(resolve("/x/y/", "/x/y/"), Route::File("index.html".into()));
        assert_eq!(resolve("/x/y/", "/x/y/scenarios/a%20b.json?v=1"), Route::File("scenarios/a b.json".into()));
        assert_eq!(resolve("/x/y/", "/x/y"), Route::Redirect("/x/y/".into()));
        assert_eq!(resolve("/x/y/", "/favicon.ico"), Route::Missing);
    }

    #[test]
    fn nothing_outside_is_reachable() {
        for target in [
            "/../Cargo.toml",
            "/a/../../b",
            "/%2e%2e/b",
            "/a/%2E%2e/b",
            "/..%2fb",
            "/..%5cb",
            "/.git/config",
            "//etc/passwd",
            "/c:/b",
            "/%00",
            "/%zz",
            "/%f",
            "/%ff",
            "",
        ] {
            assert_eq!(resolve("/", target), Route::Missing, "{target}");
        }
    }
}
