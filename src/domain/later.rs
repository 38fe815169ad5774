//! What somebody keeps for later: drafts, saved messages, reminders, and messages that go out at a time.

use std::time::Duration;

use serde::Serialize;
use utoipa::ToSchema;

use super::ids::{ClientId, DirectId, GroupId, MessageId, ScheduledId};
use super::message::{Message, Place};
use super::roles::words;
use super::time::Timestamp;
use crate::error::{Error, Result};

words! {
    /// Why a scheduled message did not go out.
    Failure {
        /// Who wrote it is no longer in the group, or may no longer write there.
        NoLongerThere = "no_longer_there",
        /// The group is archived, or the other one's account is closed.
        PlaceClosed = "place_closed",
        /// The message that it replies to is gone.
        ThreadGone = "thread_gone",
        /// The account of who wrote it was closed at that time.
        AccountClosed = "account_closed",
        /// For any other reason.
        Refused = "refused",
    }
}

/// How far ahead something may be put.
const FARTHEST: Duration = Duration::from_secs(366 * 24 * 60 * 60);

/// An instant to come, at most 366 days ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ahead(Timestamp);

impl Ahead {
    /// # Errors
    /// `Invalid`, naming `field`, for what is past or too far ahead.
    pub fn parse(field: &'static str, at: Timestamp, now: Timestamp) -> Result<Self> {
        match at {
            at if at <= now => Err(Error::invalid(field, "must be in the future")),
            at if at > now.plus(FARTHEST) => Err(Error::invalid(field, "must be within a year")),
            at => Ok(Self(at)),
        }
    }

    pub fn at(self) -> Timestamp {
        self.0
    }
}

/// What somebody has begun to write, as they typed it: up to 16,000 characters. Nothing but space is nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftText(String);

impl DraftText {
    pub const MAX_CHARS: usize = 16_000;

    /// # Errors
    /// `Invalid`.
    pub fn parse(typed: String) -> Result<Self> {
        if typed.chars().count() > Self::MAX_CHARS {
            return Err(Error::invalid("content", "must have at most 16000 characters"));
        }
        if typed.contains('\0') {
            return Err(Error::invalid("content", "must not contain the character NUL"));
        }
        Ok(Self(if typed.trim().is_empty() { String::new() } else { typed }))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What somebody has begun to write in a conversation, or in a thread of it. One of `group_id` and `direct_id` is set.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct KeptDraft {
    pub group_id: Option<GroupId>,
    pub direct_id: Option<DirectId>,
    /// The message that is replied to, for a draft in a thread.
    pub thread_root_id: Option<MessageId>,
    /// Empty when there is no draft any more.
    pub content: String,
    pub updated_at: Timestamp,
}

/// The two columns in which a place stands.
pub fn columns_of(place: Place) -> (Option<GroupId>, Option<DirectId>) {
    match place {
        Place::Group(id) => (Some(id), None),
        Place::Direct(id) => (None, Some(id)),
    }
}

/// That a message is saved, and where it was said.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SavedMark {
    pub message_id: MessageId,
    pub group_id: Option<GroupId>,
    pub direct_id: Option<DirectId>,
    pub saved_at: Timestamp,
}

/// A message that somebody saved.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SavedMessage {
    pub message: Message,
    pub saved_at: Timestamp,
}

/// A time at which somebody wants to be told of a message.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Reminder {
    pub message_id: MessageId,
    pub group_id: Option<GroupId>,
    pub direct_id: Option<DirectId>,
    pub remind_at: Timestamp,
    /// When it was told; `null` until then. It stays until it is done.
    pub told_at: Option<Timestamp>,
}

/// A reminder, with the message that it is of.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct RemindedMessage {
    pub message: Message,
    pub remind_at: Timestamp,
    pub told_at: Option<Timestamp>,
}

/// A message that goes out at a time. One of `group_id` and `direct_id` is set.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Scheduled {
    pub id: ScheduledId,
    pub group_id: Option<GroupId>,
    pub direct_id: Option<DirectId>,
    /// The message that it replies to, if it goes into a thread.
    pub thread_root_id: Option<MessageId>,
    /// Whether a reply is also said on the conversation's timeline.
    pub also_on_timeline: bool,
    /// The `client_id` that the message will have.
    pub client_id: ClientId,
    pub content: String,
    pub send_at: Timestamp,
    /// When it could not be sent; `null` while it waits. It stays until it is put off, or taken back.
    pub failed_at: Option<Timestamp>,
    pub failure: Option<Failure>,
    /// Grows with each change; a change names the version that it is based on.
    pub version: i64,
    pub created_at: Timestamp,
}

impl Scheduled {
    /// The conversation that it goes to.
    pub fn place(&self) -> Option<Place> {
        self.group_id.map(Place::Group).or(self.direct_id.map(Place::Direct))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ahead_lies_after_now_and_within_a_year() {
        let now = Timestamp::from_millis(1_000_000);
        let day = Duration::from_secs(24 * 60 * 60);
        for wrong in [now, now.minus(day), now.plus(day * 367), Timestamp::from_millis(i64::MAX)] {
            assert!(matches!(Ahead::parse("send_at", wrong, now), Err(Error::Invalid { .. })), "{wrong:?}");
        }
        for right in [Timestamp::from_millis(1_000_001), now.plus(day * 366)] {
            assert_eq!(Ahead::parse("send_at", right, now).unwrap().at(), right);
        }
    }

    #[test]
    fn a_draft_is_kept_as_it_was_typed_and_space_alone_is_none() {
        assert_eq!(DraftText::parse("  so \n".into()).unwrap().as_str(), "  so \n");
        assert!(DraftText::parse(" \n\t ".into()).unwrap().is_empty());
        assert!(DraftText::parse("ü".repeat(16_000)).is_ok());
        assert!(DraftText::parse("ü".repeat(16_001)).is_err());
        assert!(DraftText::parse("a\0b".into()).is_err());
    }
}
