//! Texts that people type. Each has a type of its own that only `parse` makes,
//! so that whoever holds one need not check its length or its characters again.

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use utoipa::ToSchema;

use crate::error::{Error, Result};

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident($field:literal, $min:literal..=$max:literal, $clean:ident);)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
        #[serde(transparent)]
        #[schema(value_type = String)]
        pub struct $name(String);

        impl $name {
            /// Most characters (Unicode scalar values) it may have.
            pub const MAX_CHARS: usize = $max;

            /// # Errors
            /// `Invalid`, naming the field, when it is too short, too long, or holds what it may not hold.
            pub fn parse(typed: &str) -> Result<Self> {
                let text = $clean($field, typed)?;
                check_length($field, &text, $min, Self::MAX_CHARS)?;
                Ok(Self(text))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    )*};
}

texts! {
    /// The text of a message: 1 to 16,000 characters, no space around it.
    Content("content", 1..=16_000, block);
    /// The question of a poll: 1 to 300 characters.
    Question("content", 1..=300, block);
    /// An answer of a poll: 1 to 100 characters on one line.
    OptionText("options", 1..=100, line);
    /// A person's name as others read it: 1 to 64 characters on one line.
    DisplayName("name", 1..=64, line);
    /// A person's own words about themselves: up to 1,000 characters.
    Bio("bio", 0..=1_000, block);
    /// 1 to 80 characters on one line.
    WorkspaceName("workspace_name", 1..=80, line);
    /// 1 to 80 characters on one line; unique in its workspace without regard to case.
    GroupName("name", 1..=80, line);
    /// What a post of a forum group is about: 1 to 120 characters on one line.
    Title("title", 1..=120, line);
    /// A tag of a forum group: 1 to 30 characters on one line; unique in it without regard to case.
    TagName("name", 1..=30, line);
    /// What a group is busy with: up to 250 characters on one line.
    Topic("topic", 0..=250, line);
    /// What a group is for: up to 1,000 characters.
    Description("description", 0..=1_000, block);
    /// A status: 1 to 140 characters on one line.
    StatusText("manual_status.text", 1..=140, line);
    /// What somebody reacts with: one emoji, up to 32 characters, since it may be built of many.
    Emoji("emoji", 1..=32, emoji);
    /// A word or a few that call somebody: 1 to 40 characters on one line.
    Keyword("keywords", 1..=40, line);
    /// The name of a workspace's own emoji: 2 to 32 of `a`–`z`, `0`–`9`, `_` and `-`, in lower case, with a letter among
    /// them, and no name of an emoji that everybody has.
    EmojiName("name", 2..=32, emoji_name);
    /// A file's name as people read it: 1 to 255 characters on one line, without the directories before it. It is only
    /// shown; nothing on disk is called so.
    FileName("name", 1..=255, file_name);
    /// 3 to 32 of `a`–`z`, `0`–`9`, `.`, `_` and `-`, in lower case, beginning and ending with a letter or digit.
    Username("username", 3..=32, username);
    /// An e-mail address in its one form: NFKC, lower case. Whether it exists only a letter could tell.
    Email("email", 3..=254, email);
}

impl Content {
    /// The text of a message that says nothing, but carries files.
    pub fn silent() -> Self {
        Self(String::new())
    }
}

impl GroupName {
    /// The form in which names are compared.
    pub fn key(&self) -> String {
        fold(&self.0)
    }
}

impl TagName {
    /// The form in which names are compared.
    pub fn key(&self) -> String {
        fold(&self.0)
    }
}

/// A password as typed: 10 to 256 bytes, none of those that everybody tries first. It prints as `***`.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    pub const MIN_BYTES: usize = 10;
    pub const MAX_BYTES: usize = 256;

    /// A password that is to be set. `field` is the name of the input it came in.
    ///
    /// # Errors
    /// `Invalid` when it is too short, too long, holds a NUL, is only space, or is among the commonest.
    pub fn parse(field: &'static str, typed: &str) -> Result<Self> {
        if typed.len() < Self::MIN_BYTES || typed.len() > Self::MAX_BYTES {
            return Err(Error::invalid(field, "must have 10 to 256 bytes"));
        }
        if typed.contains('\0') || typed.trim().is_empty() {
            return Err(Error::invalid(field, "must not be only space, nor hold a NUL character"));
        }
        let simple: String = typed.to_lowercase();
        let repeats_itself = typed.chars().all(|c| typed.starts_with(c));
        if repeats_itself || COMMON_PASSWORDS.contains(&simple.as_str()) {
            return Err(Error::invalid(field, "is among the first that anybody would try"));
        }
        Ok(Self(typed.to_owned()))
    }

    /// A password that is to be compared. `None` when it cannot be anybody's, so that nothing huge is hashed.
    pub fn claimed(typed: &str) -> Option<Self> {
        (!typed.is_empty() && typed.len() <= Self::MAX_BYTES).then(|| Self(typed.to_owned()))
    }

    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

/// Those of the commonest passwords (NCSC's list of 2019) that are long enough to get past the length check.
const COMMON_PASSWORDS: &[&str] = &[
    "1234567890",
    "0123456789",
    "0987654321",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "qwertyuiop",
    "qwerty12345",
    "password12",
    "password123",
    "password1234",
    "passw0rd123",
    "iloveyou123",
    "administrator",
    "letmein123",
    "welcome123",
    "123456789a",
    "1234512345",
    "9876543210",
    "abcdefghij",
    "qwerty1234",
    "changeme123",
    "correcthorsebatterystaple",
    "12345678910",
    "123123123123",
    "1234567891",
    "asdfghjkl123",
    "liverpool1",
    "manchester1",
    "superman123",
    "football123",
];

/// The one form in which names are compared: NFKC and lower case, applied until it no longer changes anything.
pub fn fold(text: &str) -> String {
    let once = |t: &str| t.nfkc().flat_map(char::to_lowercase).nfkc().collect::<String>();
    let mut folded = once(text.trim());
    loop {
        let again = once(folded.trim());
        if again == folded {
            return folded;
        }
        folded = again;
    }
}

/// How many bytes may be typed for each character allowed, before it is not even looked at.
const MAX_BYTES_PER_CHAR: usize = 4;

fn check_length(field: &'static str, text: &str, min: usize, max: usize) -> Result<()> {
    let chars = if text.len() > max * MAX_BYTES_PER_CHAR { usize::MAX } else { text.chars().count() };
    if chars < min && chars == 0 {
        return Err(Error::invalid(field, "must not be empty"));
    }
    if chars < min {
        return Err(Error::Invalid { field: field.into(), why: format!("must have at least {min} characters") });
    }
    if chars > max {
        return Err(Error::Invalid { field: field.into(), why: format!("must have at most {max} characters") });
    }
    Ok(())
}

/// Several lines: line ends become `\n`, control characters but line ends and tabs are refused, space around is cut.
fn block(field: &'static str, typed: &str) -> Result<String> {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(Error::invalid(field, "must not hold control characters"));
    }
    Ok(text.trim().to_owned())
}

/// One line: characters that control or format are taken out, runs of space become one, space around is cut.
fn line(_field: &'static str, typed: &str) -> Result<String> {
    Ok(one_line(typed))
}

pub(super) fn one_line(typed: &str) -> String {
    let visible = typed.chars().filter(|c| !is_invisible(*c)).collect::<String>();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Control characters, and the Unicode "format" characters by which a name could hide or turn around: zero-width
/// space, marks and overrides of direction, the byte order mark, tags. The joiners U+200C and U+200D stay, since
/// Persian, Hindi and emoji are written with them.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// What is left when directories, invisible characters and dots alone are taken out.
fn file_name(field: &'static str, typed: &str) -> Result<String> {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = line(field, last)?;
    Ok(if name.chars().all(|c| c == '.') { String::new() } else { name })
}

fn emoji(field: &'static str, typed: &str) -> Result<String> {
    // Flags of regions are spelled with tags, so those stay here.
    let text = typed.trim();
    let is_letter = |c: char| c.is_alphabetic() && c < '\u{1f000}' && !matches!(c, 'ℹ' | 'Ⓜ');
    if text.is_ascii() || text.chars().any(|c| c.is_control() || is_letter(c) || c.is_whitespace() || c == '\u{fffd}') {
        return Err(Error::invalid(field, "must be an emoji"));
    }
    Ok(text.to_owned())
}

fn emoji_name(field: &'static str, typed: &str) -> Result<String> {
    let text = typed.trim().to_ascii_lowercase();
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    if !text.chars().all(allowed) || (!text.is_empty() && !text.contains(|c: char| c.is_ascii_lowercase())) {
        return Err(Error::invalid(field, "must be made of a-z, 0-9, '_' and '-', with a letter among them"));
    }
    if super::emoji::is_shortcode(&text) {
        return Err(Error::invalid(field, "is the name of an emoji that everybody has"));
    }
    Ok(text)
}

fn username(field: &'static str, typed: &str) -> Result<String> {
    let text = typed.trim().to_ascii_lowercase();
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-');
    let edge = |c: Option<char>| c.is_none_or(|c| c.is_ascii_alphanumeric());
    if !text.chars().all(allowed) || !edge(text.chars().next()) || !edge(text.chars().last()) {
        return Err(Error::invalid(
            field,
            "must be made of a-z, 0-9, '.', '_' and '-', beginning and ending with a letter or digit",
        ));
    }
    Ok(text)
}

fn email(field: &'static str, typed: &str) -> Result<String> {
    let text = fold(typed);
    let well_formed = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && !host.is_empty()
            && !host.contains('@')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && text.chars().all(|c| {
                !c.is_whitespace() && !c.is_control() && !is_invisible(c) && !matches!(c, '<' | '>' | ',' | ';')
            })
    });
    if well_formed { Ok(text) } else { Err(Error::invalid(field, "must be an e-mail address")) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_message_loses_the_space_around_it_and_nothing_else() {
        assert_eq!(Content::parse("  a\r\n b \n").unwrap().as_str(), "a\n b");
        assert!(Content::parse(" \n\t ").is_err());
        assert!(Content::parse("a\0b").is_err());
    }

    #[test]
    fn a_message_may_be_16000_characters_long_and_no_longer() {
        assert!(Content::parse(&"ü".repeat(16_000)).is_ok());
        assert!(Content::parse(&"ü".repeat(16_001)).is_err());
        assert!(Content::parse(&"🌱".repeat(16_000)).is_ok());
    }

    #[test]
    fn a_name_cannot_hide_or_turn_around() {
        let name = DisplayName::parse(" Ada\u{202e} \u{200b}\n Love\u{feff}lace ").unwrap();
        assert_eq!(name.as_str(), "Ada Lovelace");
        assert!(DisplayName::parse("\u{200b}\u{202e}").is_err());
    }

    /// A44.
    #[test]
    fn a_file_name_leads_nowhere() {
        let named = |typed: &str| FileName::parse(typed).map(|name| name.as_str().to_owned()).ok();
        assert_eq!(named("../../etc/passwd").as_deref(), Some("passwd"));
        assert_eq!(named("C:\\temp\\rota.pdf").as_deref(), Some("rota.pdf"));
        assert_eq!(named(" ro\u{202e}ta\n\0.pdf ").as_deref(), Some("rota .pdf"));
        assert_eq!(named(".gitignore").as_deref(), Some(".gitignore"));
        for wrong in ["", ".", "..", "/", "a/", "\u{200b}", &"a".repeat(4096)] {
            assert_eq!(named(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_username_is_plain_and_in_lower_case() {
        assert_eq!(Username::parse(" Ann ").unwrap().as_str(), "ann");
        for wrong in ["an", "аnn", "ann ann", "ann.", ".ann", "ａｎｎ", "ann\u{200b}", &"a".repeat(33)] {
            assert!(Username::parse(wrong).is_err(), "{wrong:?} was taken");
        }
    }

    #[test]
    fn the_name_of_an_emoji_is_plain_and_nobody_elses() {
        assert_eq!(EmojiName::parse(" Party-Parrot ").unwrap().as_str(), "party-parrot");
        let long = "a".repeat(33);
        for wrong in ["a", "", "30", "--", "pärty", "a b", ":a:", "a/b", "seedling", long.as_str()] {
            assert!(EmojiName::parse(wrong).is_err(), "{wrong:?} was taken");
        }
    }

    #[test]
    fn an_address_has_one_form() {
        assert_eq!(Email::parse(" Ann@Example.ORG").unwrap().as_str(), "ann@example.org");
        assert_eq!(Email::parse("ａｎｎ@example.org").unwrap().as_str(), "ann@example.org");
        for wrong in ["ann", "@example.org", "ann@", "a@b@c", "a b@c.de", "ann@.org"] {
            assert!(Email::parse(wrong).is_err(), "{wrong:?} was taken");
        }
    }

    #[test]
    fn odd_passwords_are_refused_before_anything_is_hashed() {
        let huge = "x1".repeat(500_000);
        for wrong in ["", "short", "          ", "aaaaaaaaaaaa", "Password123", "long enough\0", &huge] {
            assert!(Password::parse("password", wrong).is_err(), "{wrong:.20?} was taken");
        }
        assert!(Password::parse("password", "a rather long sentence").is_ok());
        assert!(Password::claimed(&huge).is_none());
    }

    proptest! {
        #[test]
        fn folding_a_name_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn parsing_a_text_twice_changes_nothing(text in "[\\s\\PC]{1,60}") {
            if let Ok(once) = Content::parse(&text) {
                prop_assert_eq!(Content::parse(once.as_str()).unwrap(), once);
            }
            if let Ok(once) = DisplayName::parse(&text) {
                prop_assert_eq!(DisplayName::parse(once.as_str()).unwrap(), once);
            }
        }
    }
}
