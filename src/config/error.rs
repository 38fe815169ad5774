//! What is wrong with a configuration, said so that it can be put right at once.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::settings::{self, Setting};

/// Where a value was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Nobody gave it.
    Default,
    /// A line of the file, from 1.
    File(PathBuf, usize),
    /// The whole name, `PARLOR_LISTEN`.
    Variable(String),
    /// With its dashes, `--listen`.
    Flag(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("the default"),
            Self::File(path, line) => write!(f, "{}:{line}", path.display()),
            Self::Variable(name) | Self::Flag(name) => f.write_str(name),
        }
    }
}

/// Why there is no configuration. Each reads as one sentence that names the place, the key,
/// the value and what was expected.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{}: cannot be read: {source}", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{place}: this is not TOML: {why}")]
    Syntax { place: Place, why: String },
    #[error("{place}: there is no setting `{key}`{}", hint(nearest.as_deref()))]
    Unknown {
        place: Place,
        key: String,
        /// What was probably meant, written as it would be at that place.
        nearest: Option<String>,
    },
    #[error("{place}: `{key}` = {value}, but expected {expected}")]
    Value {
        place: Place,
        key: String,
        /// As it was written.
        value: String,
        expected: String,
    },
    /// Values that are right by themselves and wrong together.
    #[error("{setting} must {rule}")]
    Together {
        /// The setting to look at first, with its value and place.
        setting: String,
        rule: String,
    },
}

impl ConfigError {
    pub(super) fn unknown_key(place: Place, key: &str) -> Self {
        Self::Unknown { place, key: key.to_owned(), nearest: nearest(key).map(|setting| setting.key.to_owned()) }
    }

    pub(super) fn unknown_variable(name: &str) -> Self {
        let spelled = name.trim_start_matches(super::PREFIX).to_lowercase();
        Self::Unknown {
            place: Place::Variable(name.to_owned()),
            key: name.to_owned(),
            nearest: nearest(&spelled).map(Setting::variable),
        }
    }

    pub(super) fn value(place: Place, setting: &Setting, value: &str) -> Self {
        Self::Value { place, key: setting.key.to_owned(), value: shortened(value), expected: (setting.expected)() }
    }
}

fn hint(nearest: Option<&str>) -> String {
    nearest.map_or(String::new(), |key| format!("; did you mean `{key}`?"))
}

/// One line, at most 80 characters, quoted where it would otherwise not be seen.
fn shortened(value: &str) -> String {
    if value.trim().is_empty() {
        return format!("{value:?}");
    }
    let mut line: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).take(80).collect();
    if value.chars().nth(80).is_some() {
        line.push('…');
    }
    line
}

/// The setting somebody most likely meant: one whose name is right but whose section is not,
/// or one at most a third of whose letters would have to change.
fn nearest(key: &str) -> Option<&'static Setting> {
    let plain = |text: &str| text.replace(['.', '-'], "_").to_lowercase();
    let last = |text: &'static str| text.rsplit('.').next().unwrap_or(text);
    let wanted = plain(key);
    let wanted_last = plain(key.rsplit('.').next().unwrap_or(key));
    let distance = |setting: &&Setting| {
        let name = plain(last(setting.key));
        distance(&plain(setting.key), &wanted).min(distance(&name, &wanted_last))
    };
    settings::ALL.iter().min_by_key(distance).filter(|setting| distance(setting) <= wanted_last.len() / 3)
}

/// How many letters must be put in, taken out or changed to make one word of the other
/// (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, b) in row[1..].iter_mut().zip(&other) {
            let next = (diagonal + usize::from(a != *b)).min(left + 1).min(*cell + 1);
            diagonal = *cell;
            left = next;
            *cell = next;
        }
        row[0] = i + 1;
    }
    row[other.len()]
}
