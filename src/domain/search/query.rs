//! What somebody typed to look for, read.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use super::{Reach, Word, words};
use crate::domain::Timestamp;
use crate::error::{Error, Result};

/// Most characters of a question.
pub const MOST_CHARS: usize = 256;

/// Most words in it, phrases and all.
const MOST_WORDS: usize = 32;

/// Shorter parts are in so many words that they say nothing.
const SHORTEST_PART: usize = 4;

/// One word that must be there, or several in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    words: Vec<Piece>,
    /// Put in quotes: whole words only. Otherwise the last one need only begin so.
    is_exact: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub folded: String,
    pub is_sign: bool,
    /// A sign right after a sign.
    pub is_joined: bool,
}

/// What a message must be, or have with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Having {
    Link,
    File,
    Image,
    Poll,
    Pinned,
    Thread,
    /// By the asker.
    Saved,
}

impl Having {
    /// Every one that can be asked for, as it is typed.
    pub const ALL: [(&'static str, &'static str, Self); 7] = [
        ("has", "link", Self::Link),
        ("has", "file", Self::File),
        ("has", "image", Self::Image),
        ("has", "poll", Self::Poll),
        ("is", "pinned", Self::Pinned),
        ("is", "thread", Self::Thread),
        ("is", "saved", Self::Saved),
    ];

    fn parse(key: &str, value: &str) -> Result<Self> {
        let known = || Self::ALL.iter().filter(|(of, ..)| *of == key);
        let found = known().find(|(_, word, _)| value.eq_ignore_ascii_case(word)).map(|(.., having)| *having);
        found.ok_or_else(|| {
            let words = known().map(|(_, word, _)| format!("{key}:{word}")).collect::<Vec<_>>().join(", ");
            invalid(format!("can have {words}, and nothing else after \"{key}:\""))
        })
    }
}

/// What to look for: all of it at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub terms: Vec<Term>,
    /// User names, or `me`; any of them.
    pub from: Vec<String>,
    /// Names of groups, `@` and user names, or ids; any of them.
    pub places: Vec<String>,
    pub having: BTreeSet<Having>,
    /// At or after this.
    pub since: Option<Timestamp>,
    /// Before this.
    pub before: Option<Timestamp>,
}

/// A day, or an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrInstant {
    Day(Date),
    Instant(Timestamp),
}

impl Query {
    /// Reads what was typed. Days are those of a clock that is `offset` from UTC.
    ///
    /// # Errors
    /// `Invalid`, naming `q`: it is too long, or a filter has a value that it cannot have.
    pub fn parse(typed: &str, now: Timestamp, offset: Offset) -> Result<Self> {
        if typed.len() > MOST_CHARS * 4 || typed.chars().count() > MOST_CHARS {
            return Err(invalid(format!("must have at most {MOST_CHARS} characters")));
        }
        let mut query = Self::default();
        let mut rest = typed.trim_start();
        while !rest.is_empty() {
            let (part, after) = Part::first_of(rest);
            match part {
                Part::Filter { key, value } => query.add_filter(key, value, now, offset)?,
                Part::Phrase(text) => query.add_term(text, true),
                Part::Plain(text) => query.add_term(text, false),
            }
            rest = after.trim_start();
        }
        if query.terms.iter().map(|term| term.words.len()).sum::<usize>() > MOST_WORDS {
            return Err(invalid(format!("must have at most {MOST_WORDS} words")));
        }
        Ok(query)
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn add_term(&mut self, text: &str, is_exact: bool) {
        let words = pieces(&words(text)).collect::<Vec<_>>();
        let term = Term { words, is_exact };
        if !term.words.is_empty() && !self.terms.contains(&term) {
            self.terms.push(term);
        }
    }

    fn add_filter(&mut self, key: &str, value: &str, now: Timestamp, offset: Offset) -> Result<()> {
        if value.is_empty() {
            return Err(invalid(format!("has nothing after \"{key}:\"")));
        }
        let at = |day: Date| midnight(day, offset);
        let day = |value| DayOrInstant::parse(key, value, now, offset);
        match key {
            "from" => self.from.push(value.strip_prefix('@').unwrap_or(value).to_lowercase()),
            "in" => self.places.push(value.to_owned()),
            "has" | "is" => drop(self.having.insert(Having::parse(key, value)?)),
            "before" => match day(value)? {
                DayOrInstant::Day(day) => self.end(at(day)),
                DayOrInstant::Instant(instant) => self.end(instant),
            },
            "since" => match day(value)? {
                DayOrInstant::Day(day) => self.begin(at(day)),
                DayOrInstant::Instant(instant) => self.begin(instant),
            },
            "after" => match day(value)? {
                DayOrInstant::Day(day) => self.begin(at(next(day))),
                DayOrInstant::Instant(instant) => self.begin(Timestamp::from_millis(instant.millis() + 1)),
            },
            _ => match day(value)? {
                DayOrInstant::Day(day) => {
                    self.begin(at(day));
                    self.end(at(next(day)));
                }
                DayOrInstant::Instant(_) => return Err(invalid(format!("needs a day after \"{key}:\""))),
            },
        }
        Ok(())
    }

    fn begin(&mut self, at: Timestamp) {
        self.since = self.since.max(Some(at));
    }

    fn end(&mut self, at: Timestamp) {
        self.before = Some(self.before.map_or(at, |before| before.min(at)));
    }

    /// Where in a text of these words the terms stand, each at least once; `None` when one of them does not.
    pub fn find(&self, words: &[Word], reach: Reach) -> Option<Vec<Range<usize>>> {
        let pieces: Vec<Piece> = pieces(words).collect();
        let mut found = Vec::new();
        for term in &self.terms {
            let before = found.len();
            found.extend(term.places_in(&pieces, reach).map(|at| {
                let last = at + term.words.len() - 1;
                words[at].at.start..words[last].at.end
            }));
            if found.len() == before {
                return None;
            }
        }
        Some(found)
    }

    /// How well a text answers, beside what else answers: the more of its words are meant, and wholly, the better.
    pub fn score(&self, words: &[Word], average_words: f64) -> f64 {
        const SATURATION: f64 = 1.2;
        const LENGTH: f64 = 0.75;
        let pieces: Vec<Piece> = pieces(words).collect();
        let long = 1.0 - LENGTH + LENGTH * pieces.len() as f64 / average_words.max(1.0);
        self.terms
            .iter()
            .map(|term| {
                let weight: f64 = term.places_in(&pieces, Reach::Insides).map(|at| term.fit(&pieces[at..])).sum();
                weight * (SATURATION + 1.0) / (weight + SATURATION * long)
            })
            .sum()
    }
}

impl Term {
    /// Whether words that only have it inside are found as well.
    pub(super) fn may_be_inside(&self) -> Option<&str> {
        match self.words.as_slice() {
            [word] if !self.is_exact && !word.is_sign && word.folded.chars().count() >= SHORTEST_PART => {
                Some(&word.folded)
            }
            _ => None,
        }
    }

    pub(super) fn pieces(&self) -> &[Piece] {
        &self.words
    }

    pub(super) fn is_exact(&self) -> bool {
        self.is_exact
    }

    fn places_in<'a>(&'a self, pieces: &'a [Piece], reach: Reach) -> impl Iterator<Item = usize> + 'a {
        let inside = self.may_be_inside().filter(|_| reach == Reach::Insides);
        let is_at = move |there: &[Piece]| match inside {
            Some(part) => there[0].folded.contains(part),
            None => self.words.iter().zip(there).enumerate().all(|(n, (meant, word))| {
                let is_last = n + 1 == self.words.len() && !self.is_exact;
                let is_same = meant.folded == word.folded || (is_last && word.folded.starts_with(&meant.folded));
                is_same && meant.is_sign == word.is_sign && (word.is_joined || !meant.is_joined)
            }),
        };
        pieces.windows(self.words.len().max(1)).enumerate().filter(move |(_, there)| is_at(there)).map(|(at, _)| at)
    }

    /// How much a place is worth: a whole word more than its beginning, and that more than its inside.
    fn fit(&self, there: &[Piece]) -> f64 {
        match (self.words.last(), there.get(self.words.len() - 1)) {
            (Some(meant), Some(word)) if meant.folded == word.folded => 1.0,
            (Some(meant), Some(word)) if word.folded.starts_with(&meant.folded) => 0.6,
            _ => 0.3,
        }
    }
}

pub(super) fn pieces(words: &[Word]) -> impl Iterator<Item = Piece> + '_ {
    words.iter().enumerate().map(|(n, word)| {
        let before = n.checked_sub(1).and_then(|n| words.get(n));
        let is_joined = word.is_sign && before.is_some_and(|before| before.is_sign && before.at.end == word.at.start);
        Piece { folded: word.folded.clone(), is_sign: word.is_sign, is_joined }
    })
}

/// One part of what was typed.
enum Part<'a> {
    Filter { key: &'static str, value: &'a str },
    Phrase(&'a str),
    Plain(&'a str),
}

/// What stands before a colon and is no word to look for.
const KEYS: [&str; 8] = ["from", "in", "before", "after", "since", "on", "has", "is"];

impl<'a> Part<'a> {
    /// The first part of `text`, which does not begin with space, and what is after it.
    fn first_of(text: &'a str) -> (Self, &'a str) {
        if let Some(quoted) = text.strip_prefix('"') {
            let (phrase, after) = quoted.split_once('"').unwrap_or((quoted, ""));
            return (Self::Phrase(phrase), after);
        }
        if let Some((before, value)) = text.split_once(':')
            && let Some(key) = KEYS.into_iter().find(|key| before.eq_ignore_ascii_case(key))
        {
            let (value, after) = match value.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
            };
            return (Self::Filter { key, value: value.trim() }, after);
        }
        let end = text.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(text.len());
        let (word, after) = text.split_at(end);
        (Self::Plain(word), after)
    }
}

impl DayOrInstant {
    /// # Errors
    /// `Invalid`: it is neither.
    fn parse(key: &str, typed: &str, now: Timestamp, offset: Offset) -> Result<Self> {
        let today = || offset.to_datetime(now.of_calendar()).date();
        let day = match typed.to_ascii_lowercase().as_str() {
            "today" => Some(today()),
            "yesterday" => today().yesterday().ok(),
            _ if is_day(typed) => typed.parse().ok(),
            _ => None,
        };
        day.map(Self::Day)
            .or_else(|| Timestamp::parse(typed).map(Self::Instant))
            .ok_or_else(|| invalid(format!("needs a day like 2026-11-30, today or yesterday after \"{key}:\"")))
    }
}

/// Whether this has the shape of `2026-11-30`; the parser takes other shapes, too.
fn is_day(typed: &str) -> bool {
    matches!(typed.as_bytes(), [_, _, _, _, b'-', _, _, b'-', _, _])
}

fn next(day: Date) -> Date {
    day.saturating_add(1.day())
}

fn midnight(day: Date, offset: Offset) -> Timestamp {
    let at = offset.to_timestamp(day.to_datetime(Time::midnight())).unwrap_or(jiff::Timestamp::MAX);
    Timestamp::from_millis(at.as_millisecond())
}

fn invalid(why: String) -> Error {
    Error::Invalid { field: "q".into(), why }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Monday, 30 November 2026, 00:30 in Berlin.
    const NOW: Timestamp = Timestamp::from_millis(1_795_995_000_000);

    fn berlin() -> Offset {
        Offset::constant(1)
    }

    fn read(typed: &str) -> Query {
        Query::parse(typed, NOW, berlin()).unwrap()
    }

    fn is_found(typed: &str, text: &str, reach: Reach) -> bool {
        read(typed).find(&words(text), reach).is_some()
    }

    #[test]
    fn filters_are_told_from_words_and_phrases() {
        let query = read(r#"vent FROM:@Ruth in:"tool library" "roof arm" has:link is:pinned http://x note:this"#);
        assert_eq!(query.from, ["ruth"]);
        assert_eq!(query.places, ["tool library"]);
        assert_eq!(query.having, BTreeSet::from([Having::Link, Having::Pinned]));
        let terms: Vec<(String, bool)> = query
            .terms
            .iter()
            .map(|term| (term.words.iter().map(|w| w.folded.as_str()).collect::<Vec<_>>().join(" "), term.is_exact))
            .collect();
        let expected = [("vent", false), ("roof arm", true), ("http x", false), ("note this", false)];
        assert_eq!(terms, expected.map(|(words, exact)| (words.to_owned(), exact)));
    }

    #[test]
    fn days_are_those_of_the_clock_that_was_told() {
        let at = |text: &str| Some(serde_json::from_str::<Timestamp>(&format!("\"{text}\"")).unwrap());
        assert_eq!(read("before:2026-11-01").before, at("2026-10-31T23:00:00Z"));
        assert_eq!(read("since:2026-11-01").since, at("2026-10-31T23:00:00Z"));
        assert_eq!(read("after:2026-11-01").since, at("2026-11-01T23:00:00Z"));
        let today = read("on:today");
        assert_eq!((today.since, today.before), (at("2026-11-29T23:00:00Z"), at("2026-11-30T23:00:00Z")));
        assert_eq!(read("on:yesterday").before, at("2026-11-29T23:00:00Z"));
        assert_eq!(read("before:2026-11-01T12:00:00+02:00").before, at("2026-11-01T10:00:00Z"));
        assert_eq!(read("before:2026-11-03 before:2026-11-01 before:2026-11-02").before, at("2026-10-31T23:00:00Z"));
    }

    #[test]
    fn a_filter_with_a_value_that_it_cannot_have_is_refused() {
        for wrong in
            ["from:", "in: hall", "before:soon", "on:2026-13-01", "on:2026-11-01T00:00:00Z", "has:soul", "is:link"]
        {
            assert!(matches!(Query::parse(wrong, NOW, berlin()), Err(Error::Invalid { .. })), "{wrong}");
        }
        assert!(Query::parse(&"x".repeat(257), NOW, berlin()).is_err());
        assert!(Query::parse(&"x ".repeat(40), NOW, berlin()).is_ok(), "the same word again is one");
        let many: Vec<String> = (0..33).map(|n| format!("w{n}")).collect();
        assert!(Query::parse(&many.join(" "), NOW, berlin()).is_err());
    }

    #[test]
    fn a_word_is_found_by_its_beginning_and_in_quotes_only_as_a_whole() {
        for (typed, text) in [
            ("vent", "It closes the vent once"),
            ("ven", "Vents everywhere"),
            ("creme", "Crème brûlée"),
            ("once vent", "the vent, once"),
            ("don't", "I don't"),
            ("\"closes the vent\"", "it CLOSES, the vent!"),
            ("東京", "在東京都庁"),
            ("京都庁", "東京都庁"),
            ("\"都庁\"", "東京都庁で"),
            ("서우", "서울에서"),
            ("🌱", "grow🌱up"),
        ] {
            assert!(is_found(typed, text, Reach::Beginnings), "{typed} in {text}");
        }
        for (typed, text) in [
            ("vent", "an event"),
            ("\"ven\"", "vent"),
            ("\"the vent closes\"", "closes the vent"),
            ("東庁", "東京都庁"),
            ("京都", "東京。都庁"),
            ("vent shut", "the vent"),
        ] {
            assert!(!is_found(typed, text, Reach::Beginnings), "{typed} in {text}");
        }
    }

    #[test]
    fn the_inside_of_a_word_is_found_from_four_letters_on() {
        assert!(is_found("haus", "Gewächshaus", Reach::Insides));
        assert!(is_found("vent", "an event", Reach::Insides));
        assert!(!is_found("ent", "an event", Reach::Insides));
        assert!(!is_found("\"vent\"", "an event", Reach::Insides));
    }

    #[test]
    fn whole_words_and_short_texts_answer_better() {
        let query = read("vent");
        let score = |text: &str| query.score(&words(text), 5.0);
        assert!(score("the vent is open") > score("the vents are open"));
        assert!(score("the vents are open") > score("the event is on"));
        assert!(score("vent") > score("a long tale of a vent that was built in the year nine"));
        assert!(score("vent, vent") > score("vent, door"));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(typed in "\\PC{0,80}") {
            if let Ok(query) = Query::parse(&typed, NOW, berlin()) {
                for range in query.find(&words(&typed), Reach::Insides).into_iter().flatten() {
                    prop_assert!(typed.get(range).is_some());
                }
            }
        }

        #[test]
        fn filters_and_quotes_in_any_order_do_no_harm(parts in proptest::collection::vec(
            prop_oneof![Just("from:"), Just("in:\""), Just("\""), Just("before:2026-11-01"), Just("on:"), Just("has:"),
                        Just("is:thread"), Just(" "), Just("vent"), Just("東"), Just("*"), Just(" OR "), Just("NEAR(")], 0..12)) {
            let _ = Query::parse(&parts.concat(), NOW, berlin());
        }
    }
}
