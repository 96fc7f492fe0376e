//! docs/model.md as a page of the bundle: the very text that the repository holds, for whoever asks how a figure comes about.
//!
//! Rendered when the bundle is made, so the program carries none of it and the page is fetched only when it is asked for.

use std::path::Path;

use anyhow::{Context, Result};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use crate::{policy, workspace};

/// Its name in the bundle.
pub const NAME: &str = "model.html";

/// Writes the page into the bundle.
///
/// # Errors
/// When the text is not there or the page cannot be written.
pub fn write(dist: &Path) -> Result<()> {
    let source = workspace::root().join("docs/model.md");
    let text = std::fs::read_to_string(&source).with_context(|| format!("could not read {}", source.display()))?;
    let page = page(&text, &style_sheet(dist)?);
    std::fs::write(dist.join(NAME), page).with_context(|| format!("could not write {NAME}"))
}

/// The style sheet of the bundle, whose name carries a hash.
fn style_sheet(dist: &Path) -> Result<String> {
    for entry in std::fs::read_dir(dist).context("dist/ is not there")? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "css") {
            return Ok(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
        }
    }
    anyhow::bail!("the bundle has no style sheet")
}

fn page(markdown: &str, style: &str) -> String {
    let policy = policy::PAGE;
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<title>Shorecast: the model</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"stylesheet\" href=\"{style}\">\n</head>\n<body>\n<main class=\"model-page\">\n\
         <p><a href=\"./\">Shorecast</a></p>\n{}</main>\n</body>\n</html>\n",
        body(markdown)
    )
}

/// The text as HTML: headings with the ids that its own links use, tables that scroll by themselves.
fn body(markdown: &str) -> String {
    let mut events: Vec<Event> = Parser::new_ext(markdown, Options::ENABLE_TABLES).collect();
    let headings: Vec<usize> = events
        .iter()
        .enumerate()
        .filter(|(_, event)| matches!(event, Event::Start(Tag::Heading { .. })))
        .map(|(position, _)| position)
        .collect();
    for position in headings {
        let words: String = events[position + 1..]
            .iter()
            .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
            .filter_map(|event| match event {
                Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect();
        if let Event::Start(Tag::Heading { id, .. }) = &mut events[position] {
            *id = Some(CowStr::from(anchor(&words)));
        }
    }
    let mut written = String::new();
    html::push_html(&mut written, events.into_iter());
    written
        .replace("<table>", "<div class=\"scroller\" tabindex=\"0\"><table class=\"numbers\">")
        .replace("</table>", "</table></div>")
        // Columns of numbers are set to the right by the style sheet: an inline style would be refused by the policy.
        .replace(" style=\"text-align: right\"", " class=\"is-number\"")
        .replace(" style=\"text-align: left\"", "")
}

/// The id that links within the text use: small letters and digits, blanks as hyphens, everything else left out.
fn anchor(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter_map(|letter| match letter {
            ' ' | '-' => Some('-'),
            _ if letter.is_alphanumeric() || letter == '_' => Some(letter),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_within_the_text_leads_to_a_heading() {
        let text = std::fs::read_to_string(workspace::root().join("docs/model.md")).unwrap();
        let html = body(&text);
        let targets: Vec<&str> = html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(targets.len() > 10, "{targets:?}");
        for target in targets {
            assert!(html.contains(&format!(" id=\"{target}\"")), "nothing is called {target}");
        }
    }

    #[test]
    fn nothing_in_it_is_refused_by_the_policy() {
        let text = std::fs::read_to_string(workspace::root().join("docs/model.md")).unwrap();
        let page = page(&text, "style-1.css");
        for refused in [" style=\"", "<script", "<style"] {
            assert!(!page.contains(refused), "{refused}");
        }
        assert!(page.contains("<td class=\"is-number\">") && page.contains("style-1.css"));
    }
}
