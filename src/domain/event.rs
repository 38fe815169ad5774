//! What happened, and who may hear of it.

use serde::Serialize;

use super::emoji::EmojiMark;
use super::group::{Group, MyGroup, NotificationLevel, Workspace};
use super::ids::{DirectId, EmojiId, GroupId, MessageId, SessionId, UserId, WorkspaceId};
use super::message::{Direct, Message, Place, PlacePosition, Reaction, ThreadMark};
use super::people::{Chosen, Me, MyStatus, User};
use super::roles::{GroupRole, WorkspaceRole};
use super::time::Timestamp;

/// Something that was committed. `type` and `data` of its frame are the variant's name and fields in snake_case.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum Event {
    /// `root_reply_count` is there for a reply in a thread.
    MessageCreated {
        message: Message,
        #[serde(skip_serializing_if = "Option::is_none")]
        root_reply_count: Option<i64>,
    },
    /// Edited, pinned or unpinned.
    MessageUpdated {
        message: Message,
    },
    MessageDeleted {
        message: Message,
        #[serde(skip_serializing_if = "Option::is_none")]
        root_reply_count: Option<i64>,
    },
    /// All reactions to a message, as they stand.
    ReactionsUpdated {
        message_id: MessageId,
        #[serde(flatten)]
        place: Place,
        reactions: Vec<Reaction>,
    },
    /// How I stand to a thread: whether I follow it, and how far I have read it.
    ThreadUpdated {
        #[serde(flatten)]
        mark: ThreadMark,
    },
    /// How far I have read a conversation. `silent_unread` of the messages after that do not
    /// count as unread; `unread_mentions` are the ordinals of those that mention me, as in `Membership`.
    ReadUpdated {
        #[serde(flatten)]
        place: Place,
        last_read_ordinal: i64,
        silent_unread: i64,
        unread_mentions: Vec<i64>,
    },
    DirectCreated {
        direct: Direct,
    },
    GroupCreated {
        group: Group,
    },
    GroupUpdated {
        group: Group,
    },
    /// A public group became private; for those who are not in it.
    GroupHidden {
        group_id: GroupId,
    },
    /// I am in a group now.
    GroupJoined {
        group: MyGroup,
    },
    /// I am no longer in it.
    GroupLeft {
        group_id: GroupId,
    },
    /// How I want to hear of a group.
    MembershipUpdated {
        group_id: GroupId,
        is_muted: bool,
        notification_level: NotificationLevel,
    },
    MemberAdded {
        group_id: GroupId,
        user: User,
        role: GroupRole,
        joined_at: Timestamp,
        member_count: i64,
    },
    MemberUpdated {
        group_id: GroupId,
        user_id: UserId,
        role: GroupRole,
    },
    MemberRemoved {
        group_id: GroupId,
        user_id: UserId,
        member_count: i64,
    },
    /// Somebody is new, or has changed.
    UserUpdated {
        user: User,
    },
    MeUpdated {
        me: Me,
    },
    /// How I set myself. `chosen` is for the hub, which shows it to others as they may see it.
    MyStatus {
        status: MyStatus,
        #[serde(skip)]
        chosen: Chosen,
    },
    WorkspaceUpdated {
        workspace: Workspace,
    },
    /// The workspace has an emoji more.
    EmojiAdded {
        workspace_id: WorkspaceId,
        emoji: EmojiMark,
    },
    EmojiRemoved {
        workspace_id: WorkspaceId,
        emoji_id: EmojiId,
    },
    WorkspaceRoleUpdated {
        workspace_id: WorkspaceId,
        user_id: UserId,
        role: WorkspaceRole,
    },
    /// Devices were signed out; the hub closes their connections.
    SessionsEnded {
        session_ids: Vec<SessionId>,
    },
}

impl Event {
    /// Its name in the log and in frames.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::MessageCreated { .. } => "message_created",
            Self::MessageUpdated { .. } => "message_updated",
            Self::MessageDeleted { .. } => "message_deleted",
            Self::ReactionsUpdated { .. } => "reactions_updated",
            Self::ThreadUpdated { .. } => "thread_updated",
            Self::ReadUpdated { .. } => "read_updated",
            Self::DirectCreated { .. } => "direct_created",
            Self::GroupCreated { .. } => "group_created",
            Self::GroupUpdated { .. } => "group_updated",
            Self::GroupHidden { .. } => "group_hidden",
            Self::GroupJoined { .. } => "group_joined",
            Self::GroupLeft { .. } => "group_left",
            Self::MembershipUpdated { .. } => "membership_updated",
            Self::MemberAdded { .. } => "member_added",
            Self::MemberUpdated { .. } => "member_updated",
            Self::MemberRemoved { .. } => "member_removed",
            Self::UserUpdated { .. } => "user_updated",
            Self::MeUpdated { .. } => "me_updated",
            Self::MyStatus { .. } => "my_status",
            Self::WorkspaceUpdated { .. } => "workspace_updated",
            Self::EmojiAdded { .. } => "emoji_added",
            Self::EmojiRemoved { .. } => "emoji_removed",
            Self::WorkspaceRoleUpdated { .. } => "workspace_role_updated",
            Self::SessionsEnded { .. } => "sessions_ended",
        }
    }
}

/// Who may hear of an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Scope {
    /// Everybody in the workspace.
    Workspace(WorkspaceId),
    /// Who may see a public group: all of the workspace, but of its guests only members of the group.
    Listed { workspace: WorkspaceId, group: GroupId },
    /// All of the workspace but guests and the group's members.
    Outsiders { workspace: WorkspaceId, group: GroupId },
    /// Who may know a person: all of the workspace, but of its guests only those in one of the person's `groups`.
    Person { workspace: WorkspaceId, groups: Vec<GroupId> },
    /// The group's members.
    Group(GroupId),
    /// The two of a direct conversation.
    Direct { id: DirectId, between: [UserId; 2] },
    /// One person, on all devices.
    User(UserId),
}

/// How somebody stands to conversations and threads.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Positions {
    pub places: Vec<PlacePosition>,
    pub threads: Vec<ThreadMark>,
}

/// An event with its place in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Committed {
    pub seq: i64,
    pub scope: Scope,
    pub event: Event,
}
