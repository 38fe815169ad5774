//! Messages and the places where they are said.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::file::File;
use super::happening::Happening;
use super::ids::{ClientId, DirectId, GroupId, MessageId, UserId};
use super::link::Preview;
use super::mentions::Call;
use super::people::User;
use super::poll::Poll;
use super::post::Post;
use super::roles::words;
use super::time::Timestamp;
use crate::error::{Error, Result};

words! {
    /// Who speaks: a person, or the server itself.
    MessageKind {
        Text = "text",
        System = "system",
    }
}

/// A conversation: a group or a direct one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    #[serde(rename = "group_id")]
    Group(GroupId),
    #[serde(rename = "direct_id")]
    Direct(DirectId),
}

impl Message {
    /// The message, if it asks a poll's question.
    pub fn with_poll(self) -> Option<Self> {
        self.poll.is_some().then_some(self)
    }

    /// The conversation in which it was said.
    pub fn place(&self) -> Option<Place> {
        self.group_id.map(Place::Group).or(self.direct_id.map(Place::Direct))
    }
}

/// What somebody said. One of `group_id` and `direct_id` is set, `receiver_id` with the latter.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Message {
    pub id: MessageId,
    pub group_id: Option<GroupId>,
    pub direct_id: Option<DirectId>,
    pub sender_id: UserId,
    pub receiver_id: Option<UserId>,
    /// The id that the sender's client made for it.
    pub client_id: ClientId,
    /// Its place on the conversation's timeline: 1, 2, 3, … without gaps, in the order of commit. `null` for a reply
    /// that is in its thread alone.
    pub ordinal: Option<i64>,
    /// The message that it replies to, if it is in a thread.
    pub thread_root_id: Option<MessageId>,
    /// Its place in the thread: 1, 2, 3, …
    pub thread_ordinal: Option<i64>,
    /// Replies in its own thread that are not deleted.
    pub reply_count: i64,
    pub last_reply_at: Option<Timestamp>,
    pub kind: MessageKind,
    /// Empty when it is deleted, says nothing besides its files, or the server speaks.
    pub content: String,
    pub created_at: Timestamp,
    pub edited_at: Option<Timestamp>,
    pub deleted_at: Option<Timestamp>,
    pub pinned_at: Option<Timestamp>,
    pub pinned_by: Option<UserId>,
    /// Grows with each edit; an edit names the version that it is based on.
    pub version: i64,
    pub reactions: Vec<Reaction>,
    /// The latest people to reply in its thread, at most 5.
    pub repliers: Vec<UserId>,
    /// Who is called by name, at most 50.
    pub mentions: Vec<UserId>,
    /// Whether it calls everybody in the group, or all who are here.
    pub calls: Option<Call>,
    /// The files in it, at most 50.
    pub attachments: Vec<File>,
    /// Where its links lead, as far as that is known and shown; at most 3.
    pub previews: Vec<Preview>,
    /// What makes it a post; not there for messages that are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<Post>,
    /// What the server tells, when it is the one that speaks; `sender_id` is who did it then.
    pub happening: Option<Happening>,
    /// The poll whose question the text is, if it is one.
    pub poll: Option<Poll>,
    /// The message that it forwards, which not everybody who reads this one may see; not there for those that forward
    /// none, and when it is deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forward_of: Option<MessageId>,
}

/// The answer to who said something.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Sent {
    pub message: Message,
    /// Who was called by name and is in the workspace, but not in the group; for who may add them.
    pub not_in_group: Vec<User>,
}

/// One emoji under a message.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Reaction {
    pub emoji: String,
    pub count: i64,
    /// Who reacted, the first 100.
    pub user_ids: Vec<UserId>,
}

/// What a message said before an edit.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Edit {
    pub version: i64,
    pub content: String,
    pub written_at: Timestamp,
}

/// How far somebody has read a conversation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlacePosition {
    #[serde(flatten)]
    pub place: Place,
    pub last_read_ordinal: i64,
    /// How many of the messages after that do not count as unread: deleted ones, and the server's own lines.
    pub silent_unread: i64,
    /// The ordinals of those that mention me.
    pub unread_mentions: Vec<i64>,
}

/// Where somebody's read position stood before everything was marked as read. One of `group_id` and `direct_id` is set.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadBefore {
    #[serde(default)]
    pub group_id: Option<GroupId>,
    #[serde(default)]
    pub direct_id: Option<DirectId>,
    pub last_read_ordinal: i64,
}

impl ReadBefore {
    pub fn of(place: Place, last_read_ordinal: i64) -> Self {
        match place {
            Place::Group(id) => Self { group_id: Some(id), direct_id: None, last_read_ordinal },
            Place::Direct(id) => Self { group_id: None, direct_id: Some(id), last_read_ordinal },
        }
    }

    /// # Errors
    /// `Invalid` when it names no conversation, or two.
    pub fn place(&self) -> Result<Place> {
        match (self.group_id, self.direct_id) {
            (Some(id), None) => Ok(Place::Group(id)),
            (None, Some(id)) => Ok(Place::Direct(id)),
            _ => Err(Error::invalid("places", "must each have either a group_id or a direct_id")),
        }
    }
}

/// The same of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ThreadReadBefore {
    pub thread_root_id: MessageId,
    pub last_read_ordinal: i64,
}

/// How somebody stands to a thread.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ThreadMark {
    pub thread_root_id: MessageId,
    #[serde(flatten)]
    pub place: Place,
    pub is_following: bool,
    pub last_read_ordinal: i64,
    /// Replies after that by others which are not deleted, at most 100.
    pub unread_count: i64,
}

impl ThreadMark {
    /// Of somebody who has nothing to do with the thread.
    pub const fn none(thread_root_id: MessageId, place: Place) -> Self {
        Self { thread_root_id, place, is_following: false, last_read_ordinal: 0, unread_count: 0 }
    }
}

/// A thread as somebody who follows it, or has, sees it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Thread {
    pub root: Message,
    pub is_following: bool,
    /// The place in the thread of its newest reply, 0 when there is none.
    pub last_ordinal: i64,
    pub last_read_ordinal: i64,
    /// Replies after the read position that are not deleted, at most 100.
    pub unread_count: i64,
}

/// A stretch of history, oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct MessagePage {
    pub messages: Vec<Message>,
    /// The senders on this page.
    pub users: Vec<User>,
    pub has_earlier: bool,
    pub has_later: bool,
}

/// Messages from anywhere, as somebody may read them.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct MessagesFound {
    pub messages: Vec<Message>,
    /// Their senders.
    pub users: Vec<User>,
}

/// A direct conversation as one of the two sees it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Direct {
    pub id: DirectId,
    /// The other one.
    pub user: User,
    pub created_at: Timestamp,
    pub last_message_at: Option<Timestamp>,
    pub last_ordinal: i64,
    pub last_read_ordinal: i64,
    /// How many of the messages after that do not count as unread: deleted ones, and the server's own lines.
    pub silent_unread: i64,
    /// The ordinals of messages after that which mention me, the newest first, at most 100.
    pub unread_mentions: Vec<i64>,
}
