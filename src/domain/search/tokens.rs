//! What stands in the index for a text, and what to ask the index for.
//!
//! The index knows tokens and nothing of where in a text they stand, so a question gives all messages that may answer;
//! [`Query::find`] then says which of them do.
//!
//! A change of what a document's tokens are makes the index wrong: then a migration must empty it and have it built
//! again.

use std::collections::BTreeSet;

use super::query::{Having, Query, Term, pieces};
use super::words;
use crate::domain::UserId;

/// What of a message can be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// See [`Beside::with`].
    pub text: String,
    pub sender: UserId,
    pub is_reply: bool,
    pub has_file: bool,
    pub has_image: bool,
    pub has_poll: bool,
}

/// What can be looked for in a message besides its text, each a line or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// The title of a post.
    pub title: Option<String>,
    /// What can be chosen in a poll.
    pub answers: Option<String>,
    pub file_names: Option<String>,
    /// How those files begin that are text.
    pub file_texts: Option<String>,
}

impl Beside {
    /// All that can be looked for: what stands above the text, the text, and what stands below it.
    pub fn with(self, content: String) -> String {
        let Self { title, answers, file_names, file_texts } = self;
        let parts = [title, Some(content), answers, file_names, file_texts];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

/// Of shorter words there is nothing worth finding inside.
const SHORTEST_WORD: usize = 5;

/// In every document.
const EVERY: &str = "=";
const REPLY: &str = "=t";
const LINK: &str = "=l";
const FILE: &str = "=a";
const IMAGE: &str = "=i";
const POLL: &str = "=p";

impl Document {
    /// Its tokens, each after `before` and followed by a space; some may come twice.
    pub fn tokens(&self, before: &str) -> String {
        let mut tokens = String::with_capacity(self.text.len() * 2 + 64);
        let mut add = |parts: &[&str]| {
            tokens.push_str(before);
            parts.iter().for_each(|part| tokens.push_str(part));
            tokens.push(' ');
        };
        add(&[EVERY]);
        add(&[&of_sender(self.sender)]);
        let marks = [
            (self.is_reply, REPLY),
            (has_link(&self.text), LINK),
            (self.has_file, FILE),
            (self.has_image, IMAGE),
            (self.has_poll, POLL),
        ];
        marks.iter().filter(|(is_so, _)| *is_so).for_each(|(_, token)| add(&[token]));
        let pieces: Vec<_> = pieces(&words(&self.text)).collect();
        for (n, piece) in pieces.iter().enumerate() {
            let next = pieces.get(n + 1).filter(|next| next.is_joined);
            add(&["_", &piece.folded, next.map_or("", |next| &next.folded)]);
        }
        tokens
    }

    /// Those of its words that others may be looked for by a part of.
    pub fn long_words(&self) -> BTreeSet<String> {
        let long = |word: &super::Word| !word.is_sign && word.folded.chars().count() >= SHORTEST_WORD;
        words(&self.text).into_iter().filter(long).map(|word| word.folded).collect()
    }
}

/// The token of a word that is no sign.
pub fn of_word(folded: &str) -> String {
    format!("_{folded}")
}

fn of_sender(sender: UserId) -> String {
    format!("=f{}", sender.uuid().simple())
}

/// Whether a text names a web address.
pub fn has_link(text: &str) -> bool {
    text.match_indices("://").any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let ends_in = |scheme: &str| {
            before
                .len()
                .checked_sub(scheme.len())
                .and_then(|from| before.get(from..))
                .is_some_and(|end| end.eq_ignore_ascii_case(scheme))
        };
        ends_in("http") || ends_in("https")
    })
}

/// A token to ask for, or the beginning of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    pub token: String,
    pub is_beginning: bool,
}

/// What a message must have to answer: all of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asks {
    /// Every one of these.
    pub all: Vec<Ask>,
    /// One of the people who may have written it, unless it may be anybody.
    pub senders: Vec<Ask>,
    /// Parts of words: a word that begins with this, or has it further inside.
    pub parts: Vec<String>,
}

fn whole(token: &str) -> Ask {
    Ask { token: token.to_owned(), is_beginning: false }
}

impl Asks {
    /// What to ask the index for. With `insides`, terms that may be inside of a word become [`Asks::parts`].
    pub fn of(query: &Query, senders: &[UserId], insides: bool) -> Self {
        let mut asks =
            Self { senders: senders.iter().map(|sender| whole(&of_sender(*sender))).collect(), ..Self::default() };
        for term in &query.terms {
            match term.may_be_inside().filter(|_| insides) {
                Some(part) => asks.parts.push(part.to_owned()),
                None => asks.all.extend(of_term(term)),
            }
        }
        asks.all.extend(query.having.iter().filter_map(|having| mark_of(*having)).map(whole));
        asks
    }

    /// What everything has, for who asks for nothing else.
    pub fn every() -> Ask {
        whole(EVERY)
    }
}

/// What the index has for it. What changes without the text is found in its own rows.
fn mark_of(having: Having) -> Option<&'static str> {
    match having {
        Having::Thread => Some(REPLY),
        Having::Link => Some(LINK),
        Having::File => Some(FILE),
        Having::Image => Some(IMAGE),
        Having::Poll => Some(POLL),
        Having::Pinned | Having::Saved => None,
    }
}

fn of_term(term: &Term) -> Vec<Ask> {
    let pieces = term.pieces();
    let mut asks = Vec::new();
    for (n, piece) in pieces.iter().enumerate() {
        match pieces.get(n + 1).filter(|next| next.is_joined) {
            Some(next) => asks.push(Ask {
                token: of_word(&format!("{}{}", piece.folded, next.folded)),
                // The last of a pair may go on, as a Korean syllable does that is being typed.
                is_beginning: n + 2 == pieces.len() && !term.is_exact(),
            }),
            // The last of several signs was asked for with the one before it.
            None if piece.is_joined => {}
            // A sign stands in the index together with the one after it.
            None => asks.push(Ask {
                token: of_word(&piece.folded),
                is_beginning: piece.is_sign || (n + 1 == pieces.len() && !term.is_exact()),
            }),
        }
    }
    asks
}

#[cfg(test)]
mod tests {
    use jiff::tz::Offset;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::super::Reach;
    use super::*;
    use crate::domain::Timestamp;

    fn document(text: &str) -> Document {
        Document {
            text: text.to_owned(),
            sender: UserId::from_uuid(Uuid::nil()),
            is_reply: false,
            has_file: false,
            has_image: false,
            has_poll: false,
        }
    }

    fn tokens(text: &str) -> BTreeSet<String> {
        document(text).tokens("").split_whitespace().map(str::to_owned).collect()
    }

    fn read(typed: &str) -> Query {
        Query::parse(typed, Timestamp::from_millis(0), Offset::UTC).unwrap()
    }

    /// Whether the index would offer a message with this text to who asks so.
    fn is_offered(typed: &str, text: &str, insides: bool) -> bool {
        let (tokens, words) = (tokens(text), document(text).long_words());
        let Asks { all, parts, .. } = Asks::of(&read(typed), &[], insides);
        let begins = |with: &str| tokens.range(with.to_owned()..).next().is_some_and(|token| token.starts_with(with));
        all.iter().all(|ask| if ask.is_beginning { begins(&ask.token) } else { tokens.contains(&ask.token) })
            && parts.iter().all(|part| begins(&of_word(part)) || words.iter().any(|word| word.contains(part)))
    }

    #[test]
    fn what_is_common_to_many_is_a_token_too() {
        let tokens = tokens("see HTTPS://example.org");
        assert!(tokens.contains("=") && tokens.contains("=l") && !tokens.contains("=t"));
        assert!(tokens.contains("=f00000000000000000000000000000000") && tokens.contains("_example"));
        assert!(!has_link("://x http:/x ftp://x") && has_link("üHttp://x"));
    }

    #[test]
    fn what_a_message_carries_stands_above_and_below_its_text() {
        let some = |text: &str| Some(text.to_owned());
        let beside = Beside {
            title: some("Kiln"),
            answers: some("hot\ncold"),
            file_names: some("kiln.txt"),
            file_texts: some("1000"),
        };
        assert_eq!(beside.with("How?".to_owned()), "Kiln\nHow?\nhot\ncold\nkiln.txt\n1000");
        assert_eq!(Beside { title: some(""), ..Beside::default() }.with("How?".to_owned()), "How?");
        assert_eq!(Beside { file_names: some("a.png"), ..Beside::default() }.with(String::new()), "a.png");
    }

    #[test]
    fn signs_stand_in_pairs() {
        let tokens = tokens("在東京 a");
        let words: Vec<&String> = tokens.iter().filter(|token| token.starts_with('_')).collect();
        assert_eq!(words, ["_a", "_京", "_在東", "_東京"]);
    }

    proptest! {
        /// Whatever answers is offered by the index: for every question made of a piece of the text.
        #[test]
        fn the_index_offers_all_that_answers(
            text in "([a-eäß ]{0,12}|[東京都庁가각 ]{0,4}|🌱|don't |https://x\\.org/a ){1,6}",
            from in 0..40usize, length in 1..14usize, quoted: bool,
        ) {
            let piece: String = text.chars().skip(from).take(length).collect();
            let query = if quoted { read(&format!("\"{piece}\"")) } else { read(&piece) };
            let typed = if quoted { format!("\"{piece}\"") } else { piece };
            for (reach, insides) in [(Reach::Beginnings, false), (Reach::Insides, true)] {
                if query.find(&words(&text), reach).is_some() {
                    prop_assert!(is_offered(&typed, &text, insides), "{typed:?} in {text:?}");
                }
            }
        }
    }
}
