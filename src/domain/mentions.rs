//! Who is called by name in a text.
//!
//! A name counts outside of code, where it stands as a word of its own: `ann@example.org` and
//! `https://example.org/@ann` name nobody. Who the names belong to is not decided here.

use std::collections::{BTreeSet, HashMap};

use super::roles::words;
use super::text::fold;

words! {
    /// Everybody is called at once: all who are in the group, or those of them who are here now.
    Call {
        Everyone = "everyone",
        Here = "here",
    }
}

/// Most names in one message; those after that are plain text.
pub const MOST_NAMES: usize = 50;

/// As long as the name of a group may be.
const MOST_HANDLE_BYTES: usize = 320;

/// What ends a sentence or a bracket rather than a name.
const AT_AN_END: &[char] =
    &['.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '"', '\'', '*', '_', '~', '|', '”', '’', '»', '…'];

/// As long as a username may be.
const NAME_BYTES: std::ops::RangeInclusive<usize> = 3..=32;

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// What may be usernames, in lower case, each once.
    pub usernames: BTreeSet<String>,
    pub call: Option<Call>,
    /// What may name groups (`#summer-party`), without the sign, case folded, each once.
    pub handles: BTreeSet<String>,
}

/// Finds the names in a text, in time that grows with its length alone.
pub fn scan(text: &str) -> Named {
    let mut scanner = Scanner::default();
    scanner.text(text);
    scanner.found
}

#[derive(Default)]
struct Scanner {
    found: Named,
    /// Bytes looked at.
    steps: usize,
}

impl Scanner {
    /// Leaves out fences; what is between them falls into paragraphs, over which no code span reaches.
    fn text(&mut self, text: &str) {
        let mut fence: Option<&str> = None;
        let (mut from, mut at) = (0, 0);
        for line in text.split_inclusive('\n') {
            self.steps += line.len();
            let bare = line.trim_start_matches(['>', ' ', '\t']).trim_end();
            let next = at + line.len();
            match fence {
                Some(mark) => {
                    fence = fence.filter(|_| !closes(bare, mark));
                    from = next;
                }
                None => {
                    fence = opens(bare);
                    if fence.is_some() || bare.is_empty() {
                        self.paragraph(&text[from..at]);
                        from = next;
                    }
                }
            }
            at = next;
        }
        self.paragraph(&text[from..]);
    }

    fn paragraph(&mut self, text: &str) {
        let last_runs = self.last_runs(text);
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            self.steps += 1;
            at = match bytes[at] {
                b'\\' => at + 1 + usize::from(bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation)),
                b'`' if at == 0 || bytes[at - 1] != b'`' => self.after_code(bytes, at, &last_runs),
                b'@' => self.name(text, at),
                b'#' => self.handle(text, at),
                _ => at + 1,
            };
        }
    }

    /// Where the last run of backticks of each length begins, so that a span that is never closed costs no search.
    fn last_runs(&mut self, text: &str) -> HashMap<usize, usize> {
        let mut last = HashMap::new();
        let (bytes, mut at) = (text.as_bytes(), 0);
        while at < bytes.len() {
            let run = run_at(bytes, at);
            if run > 0 {
                last.insert(run, at);
            }
            at += run.max(1);
        }
        self.steps += bytes.len();
        last
    }

    /// After the code that the backticks at `at` open, or after them when nothing closes it.
    fn after_code(&mut self, bytes: &[u8], at: usize, last_runs: &HashMap<usize, usize>) -> usize {
        let length = run_at(bytes, at);
        let mut end = at + length;
        if last_runs.get(&length).is_none_or(|last| *last <= at) {
            return end;
        }
        while end < bytes.len() {
            let run = run_at(bytes, end);
            self.steps += run.max(1);
            end += run.max(1);
            if run == length {
                break;
            }
        }
        end
    }

    /// Takes the name after the `@` at `at`; where to go on.
    fn name(&mut self, text: &str, at: usize) -> usize {
        let rest = &text[at + 1..];
        let run = rest.bytes().take_while(|byte| is_of_name(*byte)).count();
        self.steps += run;
        let end = at + 1 + run;
        let name = rest[..run].trim_end_matches(['.', '_', '-']);
        let begins = text[..at].chars().next_back().is_none_or(may_stand_before);
        let ends = text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '@');
        let is_name = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
        if begins && ends && is_name && NAME_BYTES.contains(&name.len()) {
            self.take(name.to_ascii_lowercase());
        }
        end
    }

    /// Takes what may name a group after the `#` at `at`, with what stands at its end and without; where to go on.
    fn handle(&mut self, text: &str, at: usize) -> usize {
        let rest = &text[at + 1..];
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '#' | '`')).unwrap_or(rest.len());
        self.steps += end;
        let (run, begins) = (&rest[..end], text[..at].chars().next_back().is_none_or(may_stand_before));
        if begins && !run.is_empty() && run.len() <= MOST_HANDLE_BYTES {
            for handle in [run, run.trim_end_matches(AT_AN_END)] {
                if !handle.is_empty() && self.found.handles.len() < MOST_NAMES {
                    self.found.handles.insert(fold(handle));
                }
            }
        }
        at + 1
    }

    fn take(&mut self, name: String) {
        match Call::from_word(&name) {
            // Who calls everyone calls those who are here, too.
            Some(call) => self.found.call = Some(self.found.call.map_or(call, |before| before.min(call))),
            None if self.found.usernames.len() < MOST_NAMES => drop(self.found.usernames.insert(name)),
            None => {}
        }
    }
}

/// The backticks or tildes that open a fence, if the line does.
fn opens(line: &str) -> Option<&str> {
    let first = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let mark = &line[..line.len() - line.trim_start_matches(first).len()];
    (mark.len() >= 3 && !line[mark.len()..].contains('`')).then_some(mark)
}

fn closes(line: &str, mark: &str) -> bool {
    line.len() >= mark.len() && line.trim_start_matches(&mark[..1]).is_empty()
}

/// How many backticks stand there.
fn run_at(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|byte| **byte == b'`').count()
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-')
}

/// Not in an e-mail address, nor in the address of a page.
fn may_stand_before(before: char) -> bool {
    !before.is_alphanumeric() && !"/=@&?#%+.-$\\".contains(before)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(text: &str) -> Vec<String> {
        scan(text).usernames.into_iter().collect()
    }

    #[test]
    fn a_name_is_found_wherever_it_stands_as_a_word() {
        for text in ["@ann", "hi @ann!", "(@ann)", "**@Ann**", "_@ann_", "> @ann.", "- @ann, look", "cc:@ann", "“@ann”"]
        {
            assert_eq!(names(text), ["ann"], "{text}");
        }
        assert_eq!(names("@ben and @ann and @ben"), ["ann", "ben"]);
        assert_eq!(names("@ann.b-c_d."), ["ann.b-c_d"]);
    }

    #[test]
    fn addresses_and_bits_of_words_name_nobody() {
        for text in
            ["ann@example.org", "https://example.org/@ann", "x?by=@ann", "@an", "@annö", "@ann@example", "@.ann"]
        {
            assert_eq!(names(text), [""; 0], "{text}");
        }
        assert_eq!(names(&format!("@{}", "a".repeat(33))), [""; 0]);
    }

    #[test]
    fn what_is_code_names_nobody() {
        for text in ["`@ann`", "`` `@ann ``", "```\n@ann\n```", "~~~\n@ann", "> ```js\n> @ann\n> ```", "`a\n@ann`"] {
            assert_eq!(names(text), [""; 0], "{text}");
        }
        for text in
            ["`@ann", "` @ann ``", "\\`@ann`", "`a\n\n@ann`", "```\nx\n```\n@ann", "``` ` ```\n@ann", "`x` @ann"]
        {
            assert_eq!(names(text), ["ann"], "{text}");
        }
    }

    #[test]
    fn everyone_is_more_than_here() {
        assert_eq!(scan("@here").call, Some(Call::Here));
        assert_eq!(scan("@here and @Everyone").call, Some(Call::Everyone));
        assert_eq!(scan("@everyone and @here").call, Some(Call::Everyone));
        assert_eq!(scan("`@here`").call, None);
        assert!(scan("@here").usernames.is_empty());
    }

    fn handles(text: &str) -> Vec<String> {
        scan(text).handles.into_iter().collect()
    }

    #[test]
    fn a_group_is_named_by_a_word_with_its_sign() {
        for text in ["#Kiln", "see #kiln", "(#kiln", "**#KILN", "“#kiln", "- #kiln"] {
            assert_eq!(handles(text), ["kiln"], "{text}");
        }
        assert_eq!(handles("#summer-party and #c++"), ["c++", "summer-party"]);
        assert_eq!(handles("Is it #kiln?"), ["kiln", "kiln?"]);
        assert_eq!(handles("#straße"), ["straße"]);
        for text in [
            "`#kiln`",
            "```\n#kiln\n```",
            "a#kiln",
            "https://example.org/#kiln",
            "x?#kiln",
            "##kiln",
            "\\#kiln",
            "#",
            "# kiln",
        ] {
            assert_eq!(handles(text), [""; 0], "{text}");
        }
        assert_eq!(handles(&format!("#{}", "a".repeat(321))), [""; 0]);
    }

    #[test]
    fn at_most_fifty_names_are_taken() {
        let text: String = (0..80).map(|n| format!("@person{n} ")).collect();
        assert_eq!(names(&text).len(), MOST_NAMES);
    }

    /// What a walk that starts over for each mark would take too long for.
    fn hard() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[@#`~ \\\\\n>a-c]{0,12}",
            (1..40usize).prop_map(|n| "(#".repeat(n)),
            (1..40usize).prop_map(|n| "`".repeat(n) + "a"),
            (1..40usize).prop_map(|n| "@".repeat(n)),
            "\\PC{0,8}",
        ];
        proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn every_text_is_read_in_steps_that_grow_with_its_length(text in hard()) {
            let mut scanner = Scanner::default();
            scanner.text(&text);
            prop_assert!(scanner.steps <= 6 * text.len() + 5, "{} steps for {} bytes", scanner.steps, text.len());
        }

        #[test]
        fn what_is_found_is_in_the_text_and_could_be_a_username(text in hard()) {
            for name in scan(&text).usernames {
                let called = format!("@{name}");
                prop_assert!(text.to_ascii_lowercase().contains(&called));
                prop_assert!(crate::domain::Username::parse(&name).is_ok());
            }
        }

        #[test]
        fn a_text_in_a_fence_names_nobody(text in "[@a-z \n]{0,80}") {
            prop_assert_eq!(scan(&format!("~~~\n{text}\n~~~")), Named::default());
        }
    }
}
