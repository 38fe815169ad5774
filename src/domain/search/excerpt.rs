//! The part of a text that shows why it was found.

use std::ops::Range;

use serde::Serialize;
use utoipa::ToSchema;

/// Most characters of an excerpt.
const MOST_CHARS: usize = 300;

/// Characters before the first mark, at most.
const LEAD_CHARS: usize = 80;

/// Most marks in one excerpt.
const MOST_MARKS: usize = 100;

/// A piece of a plain text, with what was found in it. It holds no markup: the offsets say what to mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Excerpt {
    pub text: String,
    /// In order, none overlapping another.
    pub marks: Vec<Mark>,
    /// Whether there is more of the text before this piece.
    pub has_before: bool,
    /// Whether there is more after it.
    pub has_after: bool,
}

/// From where to where, in UTF-16 code units of the excerpt's text, as JavaScript counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Mark {
    pub start: u32,
    pub end: u32,
}

impl Excerpt {
    /// The piece of `text` around the first of what was found at these places.
    pub fn of(text: &str, mut found: Vec<Range<usize>>) -> Self {
        found.sort_by_key(|at| (at.start, at.end));
        let first = found.first().map_or(0, |at| at.start);
        let start = if text.chars().count() <= MOST_CHARS { 0 } else { lead(text, first) };
        let rest = text.get(start..).unwrap_or_default();
        let end = start + rest.char_indices().nth(MOST_CHARS).map_or(rest.len(), |(at, _)| at);
        let piece = text.get(start..end).unwrap_or_default();
        let mut marks: Vec<Mark> = Vec::new();
        let mut last = start;
        let mut units = 0;
        for at in found {
            let from = at.start.max(last);
            let to = at.end.min(end);
            let (Some(before), Some(meant)) = (text.get(last..from), text.get(from..to)) else { continue };
            if meant.is_empty() || marks.len() == MOST_MARKS {
                continue;
            }
            let mark = units + utf16(before);
            units = mark + utf16(meant);
            last = to;
            marks.push(Mark { start: mark, end: units });
        }
        Self { text: piece.to_owned(), marks, has_before: start > 0, has_after: end < text.len() }
    }
}

/// Where to begin, so that what was found stands near the beginning: after a space, if there is one.
fn lead(text: &str, first: usize) -> usize {
    let before = text.get(..first).unwrap_or_default();
    let Some((far, _)) = before.char_indices().rev().nth(LEAD_CHARS - 1) else { return 0 };
    let lead = before.get(far..).unwrap_or_default();
    far + lead
        .find(char::is_whitespace)
        .map_or(0, |space| space + lead[space..].chars().next().map_or(0, char::len_utf8))
}

fn utf16(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(excerpt: &Excerpt) -> Vec<String> {
        let units: Vec<u16> = excerpt.text.encode_utf16().collect();
        let piece = |mark: &Mark| String::from_utf16(&units[mark.start as usize..mark.end as usize]).unwrap();
        excerpt.marks.iter().map(piece).collect()
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        let text = "🌱 the vent, the vents";
        let excerpt = Excerpt::of(text, vec![19..24, 9..13]);
        assert_eq!(marked(&excerpt), ["vent", "vents"]);
        assert_eq!(excerpt.text, text);
        assert!(!excerpt.has_before && !excerpt.has_after);
        assert_eq!(excerpt.marks[0], Mark { start: 7, end: 11 });
    }

    #[test]
    fn of_a_long_text_the_first_place_is_shown() {
        let text = format!("{}vent {}", "lorem ipsum ".repeat(100), "dolor sit ".repeat(100));
        let excerpt = Excerpt::of(&text, std::iter::once(1200..1204).collect());
        assert_eq!(marked(&excerpt), ["vent"]);
        assert!(excerpt.has_before && excerpt.has_after);
        assert!(excerpt.text.starts_with("lorem") || excerpt.text.starts_with("ipsum"));
        assert_eq!(excerpt.text.chars().count(), MOST_CHARS);
    }

    #[test]
    fn places_that_overlap_are_marked_once() {
        let excerpt = Excerpt::of("event", vec![0..5, 1..5, 1..3]);
        assert_eq!(marked(&excerpt), ["event"]);
    }

    proptest! {
        #[test]
        fn marks_are_in_order_and_within(text in "[\\s\\PC]{0,900}", ends in proptest::collection::vec((0..900usize, 0..20usize), 0..9)) {
            let at = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
            let found = ends.iter().map(|(from, length)| at(*from)..at(from + length)).collect();
            let excerpt = Excerpt::of(&text, found);
            let mut last = 0;
            for mark in &excerpt.marks {
                prop_assert!(mark.start >= last && mark.end > mark.start);
                last = mark.end;
            }
            prop_assert!(last as usize <= excerpt.text.encode_utf16().count());
            prop_assert!(text.contains(&excerpt.text));
            marked(&excerpt);
        }
    }
}
