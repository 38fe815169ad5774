//! Links in messages, and what is shown of where they lead.

use serde::Serialize;
use utoipa::ToSchema;

use super::text::one_line;

/// So many links of one message are looked at, the first ones.
pub const MOST_LINKS: usize = 3;
/// In bytes. A longer one stays a plain link.
const LONGEST: usize = 2_000;
const LONGEST_TITLE: usize = 200;
const LONGEST_SITE: usize = 80;
const LONGEST_DESCRIPTION: usize = 300;

/// What a page says of itself: one line each, without characters that hide or turn text around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// 1 to 200 characters.
    pub title: String,
    /// At most 80 characters.
    pub site: String,
    /// At most 300 characters, perhaps none.
    pub description: String,
}

impl Page {
    /// `None` without a title.
    pub fn new(title: &str, site: &str, description: &str) -> Option<Self> {
        let page = Self {
            title: cut(title, LONGEST_TITLE),
            site: cut(site, LONGEST_SITE),
            description: cut(description, LONGEST_DESCRIPTION),
        };
        (!page.title.is_empty()).then_some(page)
    }
}

/// The first characters; what is left out is told by an ellipsis.
fn cut(text: &str, most: usize) -> String {
    let line = one_line(text);
    if line.chars().count() <= most {
        return line;
    }
    let mut shorter: String = line.chars().take(most - 1).collect();
    shorter.truncate(shorter.trim_end().len());
    shorter.push('…');
    shorter
}

/// A picture of a link's page, already small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PreviewImage {
    pub width: u32,
    pub height: u32,
}

/// What is shown below a message of where one of its links leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Preview {
    /// Which of the message's links: 1, 2 or 3.
    pub position: i64,
    pub url: String,
    pub title: String,
    pub site: String,
    pub description: String,
    pub image: Option<PreviewImage>,
}

/// The first links to the web in a text, each once, in their order: not those in code.
pub fn links_in(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for part in outside_code(text) {
        let mut rest = part;
        while let Some(at) = next_link(rest) {
            let link = whole_link(rest.get(at..).unwrap_or_default());
            if link.len() <= LONGEST && has_host(link) && !found.contains(&link) {
                found.push(link);
                if found.len() == MOST_LINKS {
                    return found;
                }
            }
            rest = rest.get(at + link.len().max(1)..).unwrap_or_default();
        }
    }
    found
}

/// What does not stand between backticks, whether in a line or in a fence. A backtick without its partner ends nothing.
fn outside_code(text: &str) -> impl Iterator<Item = &str> {
    let mut parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        parts.pop();
    }
    parts.into_iter().enumerate().filter(|(n, _)| n % 2 == 0).map(|(_, part)| part)
}

fn next_link(text: &str) -> Option<usize> {
    let found = [text.find("https://"), text.find("http://")].into_iter().flatten().min()?;
    Some(found)
}

/// From a scheme to where the link ends, as the page draws it: without the marks that end a sentence, a bracket or
/// emphasis around it.
fn whole_link(text: &str) -> &str {
    let end = text
        .find(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '|'))
        .unwrap_or(text.len());
    let mut link = text.get(..end).unwrap_or_default();
    loop {
        let shorter = link.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~', ']']);
        let opened = shorter.matches('(').count();
        let closed = shorter.matches(')').count();
        let shorter = if closed > opened { shorter.strip_suffix(')').unwrap_or(shorter) } else { shorter };
        if shorter.len() == link.len() {
            break;
        }
        link = shorter;
    }
    // In [words](link) the bracket closes before what follows it.
    match link.find(")") {
        Some(at) if !link.get(..at).unwrap_or_default().contains('(') => link.get(..at).unwrap_or_default(),
        _ => link,
    }
}

fn has_host(link: &str) -> bool {
    link.split_once("://").is_some_and(|(_, rest)| rest.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '['))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn links_are_found_as_they_are_drawn() {
        for (text, links) in [
            ("see https://a.example/b.", vec!["https://a.example/b"]),
            ("(https://a.example/b_(c))", vec!["https://a.example/b_(c)"]),
            ("[words](http://a.example/x), then", vec!["http://a.example/x"]),
            ("**https://a.example** and https://a.example again", vec!["https://a.example"]),
            ("https:// nothing, http://) nothing", vec![]),
            ("`https://a.example` ```\nhttps://b.example\n``` https://c.example", vec!["https://c.example"]),
            ("a ` b https://a.example", vec![]),
            (
                "https://1.example https://2.example https://3.example https://4.example",
                vec!["https://1.example", "https://2.example", "https://3.example"],
            ),
            ("<https://a.example/>", vec!["https://a.example/"]),
        ] {
            assert_eq!(links_in(text), links, "{text}");
        }
    }

    #[test]
    fn what_a_page_says_is_cut_and_cannot_turn_text_around() {
        let page = Page::new("  A\u{202e} guide \n to vents ", "site", &"x".repeat(1000)).unwrap();
        assert_eq!(page.title, "A guide to vents");
        assert_eq!(page.description.chars().count(), 300);
        assert!(page.description.ends_with('…'));
        assert_eq!(Page::new(" \u{200b} ", "site", ""), None);
    }

    proptest! {
        #[test]
        fn links_are_pieces_of_the_text(text in "[`()\\[\\] a:/.https*]{0,80}") {
            for link in links_in(&text) {
                prop_assert!(text.contains(link));
                prop_assert!(link.starts_with("http"));
            }
        }
    }
}
