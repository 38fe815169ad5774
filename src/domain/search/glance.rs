//! Whether a text can have a phrase in it, told without taking the text apart.
//!
//! The index offers every message that has all words of a phrase, and of common words nearly none has them in a row.

use super::query::{Query, Term};
use super::words::MOST_CHARS;

impl Query {
    /// Whether words in a row are looked for, so that [`Query::may_be_in`] can save something.
    pub fn has_phrase(&self) -> bool {
        self.phrases().next().is_some()
    }

    /// Whether a text may answer. `false` is certain; of a text that is not plain ASCII it is always `true`.
    pub fn may_be_in(&self, text: &str) -> bool {
        !text.is_ascii() || self.phrases().all(|phrase| stands_in(phrase, text))
    }

    fn phrases(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| term.pieces().len() > 1)
    }
}

fn stands_in(phrase: &Term, text: &str) -> bool {
    let last = phrase.pieces().len() - 1;
    let is_meant = |n: usize, word: &str| {
        let (meant, word) = (&phrase.pieces()[n].folded, word.get(..MOST_CHARS).unwrap_or(word));
        match n == last && !phrase.is_exact() {
            true => word.get(..meant.len()).is_some_and(|start| start.eq_ignore_ascii_case(meant)),
            false => word.eq_ignore_ascii_case(meant),
        }
    };
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        let mut after = words.clone();
        if is_meant(0, word) && (1..=last).all(|n| after.next().is_some_and(|word| is_meant(n, word))) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use jiff::tz::Offset;
    use proptest::prelude::*;

    use super::super::{Reach, words};
    use super::*;
    use crate::domain::Timestamp;

    proptest! {
        /// Of plain text it says what a close look says, and of any other it never denies what a close look finds.
        #[test]
        fn a_glance_denies_nothing_that_a_close_look_finds(
            text in "([a-c]{1,2}[ ._'-]{1,2}){0,9}|([a-cäß東京]{1,2}[ .]{0,1}){0,9}|a{38,42} b a{38,42}",
            from in 0..20usize, length in 3..60usize, quoted: bool,
        ) {
            let piece: String = text.chars().skip(from).take(length).collect::<String>().to_uppercase();
            let typed = if quoted { format!("\"{piece}\"") } else { piece };
            let Ok(query) = Query::parse(&typed, Timestamp::from_millis(0), Offset::UTC) else { return Ok(()) };
            let is_found = query.find(&words(&text), Reach::Beginnings).is_some();
            prop_assert!(query.may_be_in(&text) || !is_found, "{typed:?} in {text:?}");
            if text.is_ascii() && query.terms.len() == 1 && query.has_phrase() {
                prop_assert_eq!(query.may_be_in(&text), is_found, "{:?} in {:?}", typed, text);
            }
        }
    }
}
