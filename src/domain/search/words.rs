//! A text as words, in the one form in which they are compared.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Most characters of a word that count. What is longer is a key, an address or a drawing.
pub const MOST_CHARS: usize = 40;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Lower case, without accents; at most 40 characters.
    pub folded: String,
    /// Where it stands, in bytes of the text.
    pub at: Range<usize>,
    /// Whether it is one character of a script that is written without spaces. Such characters that stand side by side
    /// are looked for as they stand.
    pub is_sign: bool,
}

/// The words of a text in order: runs of letters and digits. Of scripts that are written without spaces, and of emoji,
/// each character is one.
pub fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    for (start, c) in text.char_indices() {
        let at = start..start + c.len_utf8();
        let goes_on = found.last_mut().filter(|word| word.at.end == start);
        match goes_on {
            Some(word) if is_mark(c) || (!word.is_sign && c.is_alphanumeric() && !is_sign(c)) => {
                word.at.end = at.end;
                push(&mut word.folded, c);
            }
            _ if !is_voicing(c) && (is_sign(c) || c.is_alphanumeric()) => {
                let mut folded = String::new();
                push(&mut folded, c);
                found.push(Word { folded, at, is_sign: is_sign(c) });
            }
            _ => {}
        }
    }
    found.retain(|word| !word.folded.is_empty());
    found
}

fn push(folded: &mut String, c: char) {
    // Bytes are never fewer than characters, so that they need not be counted in a short word.
    if c.is_ascii() && folded.len() < MOST_CHARS {
        folded.push(c.to_ascii_lowercase());
    } else {
        let room = MOST_CHARS.saturating_sub(folded.chars().count());
        folded.extend(fold_char(c).take(room));
    }
}

/// A character as it is compared: "É" and "e" are one, "ß" is "ss", "Ａ" is "a".
fn fold_char(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c)
        .nfkd()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|c| !is_silent(*c))
        .flat_map(|c| spelled_out(c).map_or_else(|| vec![c], |letters| letters.chars().collect()))
        .filter(|c| c.is_alphanumeric() || is_sign(*c) || is_combining_mark(*c))
}

/// Letters that Unicode does not take apart and that many keyboards do not have.
fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'þ' => "th",
        _ => return None,
    })
}

/// What never begins a word and does not end one: accents, vowel signs, joiners.
fn is_mark(c: char) -> bool {
    is_combining_mark(c) || is_silent(c) || is_voicing(c)
}

/// The halfwidth forms of the marks that make another syllable of the one before: "ｶﾞ" is "ガ".
fn is_voicing(c: char) -> bool {
    matches!(c, '\u{ff9e}' | '\u{ff9f}')
}

/// What belongs to a word and is not compared: accents of Latin, Greek and Cyrillic, the points of Hebrew and Arabic,
/// joiners. Vowel signs of other scripts make another word.
fn is_silent(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200d}' | '\u{2060}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Scripts without spaces between words (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese, Tibetan), and pictures.
fn is_sign(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' | '\u{0f00}'..='\u{0fff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{11ff}'
        | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}'
        | '\u{3031}'..='\u{3035}' | '\u{3040}'..='\u{30ff}' | '\u{3105}'..='\u{312f}' | '\u{3130}'..='\u{318f}'
        | '\u{31a0}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ffdc}'
        | '\u{1b000}'..='\u{1b16f}' | '\u{20000}'..='\u{3ffff}')
        && !is_combining_mark(c)
        && c.is_alphanumeric()
        || is_picture(c)
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1f3fa}' | '\u{1f400}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn case_accents_and_width_make_no_difference() {
        for (one, other) in [
            ("Crème BRÛLÉE", "creme brulee"),
            ("Straße", "strasse"),
            ("Cafe\u{301}", "café"),
            ("ＡＢＣ１", "abc1"),
            ("Łódź", "lodz"),
            ("ПОЙДЁМ", "поидем"),
            ("\u{30ab}\u{3099}", "ガ"),
            ("\u{ff76}\u{ff9e}", "ガ"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} and {other}");
        }
        assert_ne!(folded("かき"), folded("がき"));
        assert_ne!(folded("कि"), folded("की"));
    }

    #[test]
    fn words_are_runs_of_letters_and_digits_and_signs_stand_alone() {
        assert_eq!(
            folded("don't pay 3.50 to snake_case@x"),
            ["don", "t", "pay", "3", "50", "to", "snake", "case", "x"]
        );
        assert_eq!(folded("在東京GPIO17 ok🌱👍🏽"), ["在", "東", "京", "gpio17", "ok", "🌱", "👍"]);
        assert_eq!(folded("!?… — \u{ff9e}"), [""; 0]);
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let text = "Ein süßer Cafe\u{301}, 東";
        let there: Vec<&str> = words(text).iter().map(|word| &text[word.at.clone()]).collect();
        assert_eq!(there, ["Ein", "süßer", "Cafe\u{301}", "東"]);
    }

    #[test]
    fn what_has_no_end_is_cut() {
        let long = "x".repeat(16_000);
        assert_eq!(words(&long)[0].folded.len(), MOST_CHARS);
        assert_eq!(words(&long)[0].at, 0..16_000);
    }

    proptest! {
        #[test]
        fn every_word_stands_within_the_text_and_they_do_not_overlap(text in "[\\s\\PC]{0,60}") {
            let mut last = 0;
            for word in words(&text) {
                prop_assert!(word.at.start >= last && text.get(word.at.clone()).is_some());
                prop_assert!(!word.folded.contains(char::is_whitespace) && !word.folded.is_empty());
                last = word.at.end;
            }
        }

        #[test]
        fn taking_a_word_apart_again_changes_nothing(text in "\\PC{0,40}") {
            for word in words(&text).into_iter().filter(|word| word.folded.chars().count() < MOST_CHARS) {
                prop_assert_eq!(folded(&word.folded).concat(), word.folded);
            }
        }
    }
}
