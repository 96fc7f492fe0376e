//! A scenario as the text of a link, and back.
//!
//! The text is `1.<payload>`: the number of the encoding, then URL-safe base64 of the deflated compact JSON. It stands in
//! the fragment of the address, which browsers do not send to the host. Presets are written out like any other
//! scenario: a link shows the same figures after the preset has changed. Links come from anywhere, so nothing in here
//! trusts its input; knows the model only.

use crate::model::check::check;
use crate::model::scenario::LONGEST_TEXT;
use crate::model::{Issue, IssueKind, Scenario};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// The number of the encoding that links are written in.
pub const ENCODING: u32 = 1;

/// The longest link text that is looked at, in bytes, before anything is decoded or inflated. The longest scenario that passes the
/// check takes a tenth of this.
const LONGEST_LINK: usize = 256 * 1_024;

/// How hard deflate tries, 0 to 10. At the size of a scenario the difference in time is not noticeable.
const COMPRESSION: u8 = 9;

/// Why a text could not be opened as a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkProblem {
    /// The text does not look like a link of this program at all.
    NotALink,
    /// A newer version of the program made it.
    NewerVersion,
    /// It looks like a link but has been cut or changed.
    Broken,
    /// It was read, but what it says is not a scenario that can be simulated.
    Invalid(Vec<Issue>),
}

/// The text that stands behind the `#` of a link to `scenario`.
pub fn write(scenario: &Scenario) -> String {
    let packed = compress_to_vec_zlib(scenario.to_json().as_bytes(), COMPRESSION);
    format!("{ENCODING}.{}", URL_SAFE_NO_PAD.encode(packed))
}

/// Reads the text behind the `#` of an address, with or without the `#`.
///
/// # Errors
/// See [`LinkProblem`]; an empty text is [`LinkProblem::NotALink`].
pub fn read(fragment: &str) -> Result<Scenario, LinkProblem> {
    let text = fragment.trim();
    let text = text.strip_prefix('#').unwrap_or(text);
    let (encoding, payload) = text.split_once('.').ok_or(LinkProblem::NotALink)?;
    if encoding.is_empty() || !encoding.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(LinkProblem::NotALink);
    }
    match encoding.parse::<u32>() {
        Ok(1) => read_first(payload),
        Ok(0) => Err(LinkProblem::NotALink),
        // A number too long for 32 bits is a number above ours too.
        Ok(_) | Err(_) => Err(LinkProblem::NewerVersion),
    }
}

/// Reads a scenario's JSON from outside the program: out of a link, or as this browser kept it.
///
/// # Errors
/// Everything that is wrong with it, the number of a newer format included.
pub fn read_json(json: &str) -> Result<Scenario, Vec<Issue>> {
    let scenario = Scenario::from_json(json).map_err(|issue| vec![issue])?;
    let issues = check(&scenario);
    if issues.is_empty() { Ok(scenario) } else { Err(issues) }
}

/// Encoding 1: base64url without padding, zlib, JSON of the scenario format. Older scenario formats are brought up to
/// date by the scenario's own reader.
fn read_first(payload: &str) -> Result<Scenario, LinkProblem> {
    if payload.len() > LONGEST_LINK {
        return Err(LinkProblem::Broken);
    }
    let packed = URL_SAFE_NO_PAD.decode(payload).map_err(|_| LinkProblem::Broken)?;
    let json = decompress_to_vec_zlib_with_limit(&packed, LONGEST_TEXT).map_err(|_| LinkProblem::Broken)?;
    let json = String::from_utf8(json).map_err(|_| LinkProblem::Broken)?;
    read_json(&json).map_err(|issues| match issues.first().map(|issue| &issue.kind) {
        Some(IssueKind::NewerFormat { .. }) => LinkProblem::NewerVersion,
        _ => LinkProblem::Invalid(issues),
    })
}

#[cfg(test)]
mod tests;
