//! Messages and the places where they are said.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ids::{ClientId, DirectId, GroupId, MessageId, UserId};
use super::people::User;
use super::roles::words;
use super::time::Timestamp;

words! {
    /// Who speaks: a person, or the server itself.
    MessageKind {
        Text = "text",
        System = "system",
    }
}

/// A conversation: a group or a direct one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    #[serde(rename = "group_id")]
    Group(GroupId),
    #[serde(rename = "direct_id")]
    Direct(DirectId),
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
    /// Its place in the conversation: 1, 2, 3, … without gaps, in the order of commit.
    pub ordinal: i64,
    pub kind: MessageKind,
    pub content: String,
    pub created_at: Timestamp,
    pub edited_at: Option<Timestamp>,
    pub version: i64,
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
}
