//! What an HTML page says of itself: its head alone is looked at, token by token, without building a tree.

use encoding_rs::{Encoding, UTF_8};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use url::Url;

use crate::domain::Page;

/// Where a page may name its character set.
const CHARSET_WITHIN: usize = 1024;

/// What was found: the page, and where its picture is.
#[derive(Debug, PartialEq)]
pub struct Found {
    pub page: Page,
    pub picture: Option<Url>,
}

/// `None` when it has no title.
pub fn read(bytes: &[u8], content_type: &str, url: &Url) -> Option<Found> {
    let (text, _, _) = encoding_of(bytes, content_type).decode(bytes);
    let head = Head::read(&text);
    let title = head.og_title.or(head.title)?;
    let site = head.og_site.unwrap_or_else(|| url.host_str().unwrap_or_default().trim_start_matches("www.").to_owned());
    let page = Page::new(&title, &site, &head.og_description.or(head.description).unwrap_or_default())?;
    let picture = head.og_image.and_then(|address| url.join(address.trim()).ok());
    Some(Found { page, picture })
}

/// As the server says, else as the page says.
fn encoding_of(bytes: &[u8], content_type: &str) -> &'static Encoding {
    let beginning = bytes.get(..CHARSET_WITHIN.min(bytes.len())).unwrap_or_default();
    let beginning = String::from_utf8_lossy(beginning).to_ascii_lowercase();
    charset_in(content_type).or_else(|| charset_in(&beginning)).unwrap_or(UTF_8)
}

fn charset_in(text: &str) -> Option<&'static Encoding> {
    let (_, after) = text.split_once("charset=")?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_.:".contains(*c))
        .collect();
    Encoding::for_label(label.as_bytes())
}

#[derive(Default)]
struct Head {
    title: Option<String>,
    description: Option<String>,
    og_title: Option<String>,
    og_description: Option<String>,
    og_site: Option<String>,
    og_image: Option<String>,
}

impl Head {
    /// Reads up to the body.
    fn read(html: &str) -> Self {
        let mut emitter = DefaultEmitter::default();
        // Scripts and titles hold no tags.
        emitter.naively_switch_states(true);
        let mut head = Self::default();
        let mut is_in_title = false;
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => match tag.name.as_slice() {
                    b"body" => break,
                    b"title" => is_in_title = head.title.is_none(),
                    b"meta" => {
                        let of = |name: &[u8]| {
                            tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).into_owned())
                        };
                        if let (Some(name), Some(content)) = (of(b"property").or_else(|| of(b"name")), of(b"content")) {
                            head.note(&name.to_ascii_lowercase(), content);
                        }
                    }
                    _ => {}
                },
                Token::EndTag(tag) if tag.name.as_slice() == b"title" => is_in_title = false,
                Token::EndTag(tag) if tag.name.as_slice() == b"head" => break,
                Token::String(text) if is_in_title => {
                    head.title.get_or_insert_default().push_str(&String::from_utf8_lossy(&text));
                }
                _ => {}
            }
        }
        head
    }

    fn note(&mut self, name: &str, content: String) {
        let place = match name {
            "og:title" => &mut self.og_title,
            "og:description" => &mut self.og_description,
            "og:site_name" => &mut self.og_site,
            "og:image" | "og:image:url" | "og:image:secure_url" => &mut self.og_image,
            "description" => &mut self.description,
            _ => return,
        };
        if !content.trim().is_empty() {
            place.get_or_insert(content);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(html: &str) -> Option<Found> {
        read(html.as_bytes(), "text/html", &Url::parse("https://www.glass.example/vents/guide.html").unwrap())
    }

    #[test]
    fn a_page_is_told_by_what_it_says_for_this_purpose() {
        let found = found(
            "<html><head><title>Vents &amp; louvres</title><meta name=description content='half a degree'>
             <meta property='og:title' content='A field guide'><meta property='og:site_name' content='Small Glass'>
             <meta property=og:image content='../cover.png'><meta property=og:image content='second.png'></head><body><title>no</title>",
        )
        .unwrap();
        assert_eq!(found.page, Page::new("A field guide", "Small Glass", "half a degree").unwrap());
        assert_eq!(found.picture.unwrap().as_str(), "https://www.glass.example/cover.png");
    }

    #[test]
    fn a_title_alone_does_and_the_host_stands_for_the_site() {
        let found = found("<title>Vents &amp;\n  <b>louvres</title>").unwrap();
        assert_eq!(found.page, Page::new("Vents & <b>louvres", "glass.example", "").unwrap());
        assert_eq!(found.picture, None);
    }

    #[test]
    fn a_page_without_a_title_is_not_shown() {
        assert_eq!(found("<html><head></head><body><h1>Vents</h1>"), None);
        assert_eq!(found("<title> \u{202e} </title>"), None);
    }

    #[test]
    fn what_a_script_holds_is_no_tag() {
        assert_eq!(found("<script>'<title>no</title>'</script><title>yes</title>").unwrap().page.title, "yes");
    }

    #[test]
    fn other_character_sets_are_read() {
        let url = Url::parse("https://a.example/").unwrap();
        let found = read(b"<meta charset=\"iso-8859-1\"><title>Caf\xe9</title>", "text/html", &url).unwrap();
        assert_eq!(found.page.title, "Café");
        let found = read(b"<title>\x93\xfa\x96\x7b</title>", "text/html; charset=shift_jis", &url).unwrap();
        assert_eq!(found.page.title, "日本");
    }

    proptest! {
        #[test]
        fn whatever_a_page_holds_does_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
            let _ = read(&bytes, "text/html", &Url::parse("https://a.example/").unwrap());
        }
    }
}
