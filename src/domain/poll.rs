//! Questions with answers to choose from.

use std::collections::BTreeSet;
use std::time::Duration;

use serde::Serialize;
use utoipa::ToSchema;

use super::ids::UserId;
use super::text::{OptionText, fold};
use super::time::Timestamp;
use crate::error::{Error, Result};

/// Fewest and most answers to choose from.
pub const OPTIONS: std::ops::RangeInclusive<usize> = 2..=20;

/// How long a poll may be open that has an end.
const LONGEST: Duration = Duration::from_secs(366 * 24 * 60 * 60);

/// People named for each answer; the rest is counted.
pub const MOST_NAMED: usize = 10;

/// A poll as it stands. The question is the message's text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Poll {
    pub options: Vec<PollOption>,
    /// How many people have voted, however many answers each chose.
    pub voter_count: i64,
    /// Whether one may choose several.
    pub is_multiple: bool,
    /// Whether nobody is told who chose what.
    pub is_anonymous: bool,
    pub closes_at: Option<Timestamp>,
    /// From then on nobody votes.
    pub closed_at: Option<Timestamp>,
    /// Grows with each change: of two accounts of a poll the one with the greater number is the present one.
    pub revision: i64,
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PollOption {
    pub id: i64,
    pub text: String,
    pub vote_count: i64,
    /// Who chose it, at most 10; nobody when the poll is anonymous.
    pub user_ids: Vec<UserId>,
}

/// Answers as somebody wants them: 2 to 20, each different from the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Options(Vec<OptionText>);

impl Options {
    /// # Errors
    /// `Invalid`, naming `field`.
    pub fn parse(field: &'static str, typed: &[String]) -> Result<Self> {
        if !OPTIONS.contains(&typed.len()) {
            return Err(Error::invalid(field, "must hold 2 to 20 answers"));
        }
        let mut keys = BTreeSet::new();
        let mut options = Vec::with_capacity(typed.len());
        for text in typed {
            let option = OptionText::parse(text).map_err(|error| match error {
                Error::Invalid { why, .. } => {
                    Error::Invalid { field: field.into(), why: format!("holds one that {why}") }
                }
                other => other,
            })?;
            if !keys.insert(fold(option.as_str())) {
                return Err(Error::invalid(field, "must not hold the same answer twice"));
            }
            options.push(option);
        }
        Ok(Self(options))
    }

    pub fn as_slice(&self) -> &[OptionText] {
        &self.0
    }
}

/// A poll to be made.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPoll {
    pub options: Options,
    pub is_multiple: bool,
    pub is_anonymous: bool,
    pub closes_at: Option<Timestamp>,
}

impl NewPoll {
    /// # Errors
    /// `Invalid` when it would close in the past, or more than a year from now.
    pub fn check_end(&self, now: Timestamp) -> Result<()> {
        match self.closes_at {
            Some(end) if end <= now => Err(Error::invalid("poll.closes_at", "must be in the future")),
            Some(end) if end > now.plus(LONGEST) => Err(Error::invalid("poll.closes_at", "must be within a year")),
            _ => Ok(()),
        }
    }

    /// Whether a poll that is there began as this one.
    pub fn is(&self, poll: &Poll) -> bool {
        let texts = poll.options.iter().map(|option| option.text.as_str());
        self.options.0.iter().map(OptionText::as_str).eq(texts)
            && (self.is_multiple, self.is_anonymous) == (poll.is_multiple, poll.is_anonymous)
            && self.closes_at == poll.closes_at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(texts: &[&str]) -> Result<Options> {
        Options::parse("poll.options", &texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn answers_are_two_to_twenty_and_each_is_another() {
        assert_eq!(options(&[" tea ", "coffee"]).unwrap().as_slice()[0].as_str(), "tea");
        let many: Vec<String> = (0..21).map(|n| n.to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert!(options(&many[..20]).is_ok());
        for wrong in [&["tea"][..], &[], &["tea", "Ｔea"], &["tea", " TEA"], &["tea", ""], &["tea", "\u{200b}"], &many]
        {
            assert!(
                matches!(options(wrong), Err(Error::Invalid { field, .. }) if field == "poll.options"),
                "{wrong:?}"
            );
        }
    }

    #[test]
    fn a_poll_ends_in_the_future_and_within_a_year() {
        let now = Timestamp::from_millis(1_000_000);
        let ends = |closes_at| {
            let options = options(&["tea", "coffee"]).unwrap();
            NewPoll { options, is_multiple: false, is_anonymous: false, closes_at }.check_end(now)
        };
        assert!(ends(None).is_ok());
        assert!(ends(Some(now.plus(Duration::from_secs(1)))).is_ok());
        assert!(ends(Some(now)).is_err());
        assert!(ends(Some(now.plus(LONGEST + Duration::from_secs(1)))).is_err());
        assert!(ends(Some(Timestamp::from_millis(i64::MIN))).is_err());
    }
}
