//! What happened, and who may hear of it.

use serde::Serialize;

use super::emoji::EmojiMark;
use super::group::{Group, MyGroup, NotificationLevel, Workspace};
use super::ids::{DirectId, EmojiId, GroupId, MessageId, ScheduledId, SessionId, UserId, WorkspaceId};
use super::later::{KeptDraft, Reminder, SavedMark, Scheduled};
use super::message::{Direct, Message, Place, PlacePosition, Reaction, ThreadMark};
use super::people::{Chosen, Me, MyStatus, User};
use super::poll::Poll;
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
    /// Edited, pinned or unpinned; or a file in it has a small form now, or is gone.
    MessageUpdated {
        message: Message,
    },
    MessageDeleted {
        message: Message,
        #[serde(skip_serializing_if = "Option::is_none")]
        root_reply_count: Option<i64>,
    },
    /// A post was moved into this group.
    PostMovedIn {
        message: Message,
    },
    /// A post was moved out of this group, with its thread. Its place there is empty as if it were deleted.
    PostMovedOut {
        group_id: GroupId,
        message_id: MessageId,
        ordinal: i64,
    },
    /// All reactions to a message, as they stand.
    ReactionsUpdated {
        message_id: MessageId,
        #[serde(flatten)]
        place: Place,
        reactions: Vec<Reaction>,
    },
    /// A poll as it stands: somebody has voted, or it was closed.
    PollUpdated {
        message_id: MessageId,
        #[serde(flatten)]
        place: Place,
        poll: Poll,
    },
    /// What I have chosen in a poll; nobody else is told.
    VotesUpdated {
        message_id: MessageId,
        #[serde(flatten)]
        place: Place,
        option_ids: Vec<i64>,
        /// The poll's: of two such accounts the one with the greater number is the present one.
        revision: i64,
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
    /// What I have begun to write somewhere; nothing any more when its content is empty.
    DraftUpdated {
        #[serde(flatten)]
        draft: KeptDraft,
    },
    MessageSaved {
        #[serde(flatten)]
        saved: SavedMark,
    },
    MessageUnsaved {
        message_id: MessageId,
    },
    /// When I want to be told of a message.
    ReminderUpdated {
        reminder: Reminder,
    },
    /// It is that time.
    ReminderDue {
        reminder: Reminder,
    },
    /// Done, or taken back.
    ReminderRemoved {
        message_id: MessageId,
    },
    /// A message of mine that goes out at a time, or could not.
    ScheduledUpdated {
        scheduled: Scheduled,
    },
    /// Sent, or taken back.
    ScheduledRemoved {
        scheduled_id: ScheduledId,
    },
    /// What I kept of a group that I am in again.
    KeptInGroup {
        group_id: GroupId,
        #[serde(flatten)]
        kept: Kept,
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
        notification_level: Option<NotificationLevel>,
    },
    /// How I want to hear of the groups of a workspace, where I set nothing else.
    WorkspaceMembershipUpdated {
        workspace_id: WorkspaceId,
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
            Self::PostMovedIn { .. } => "post_moved_in",
            Self::PostMovedOut { .. } => "post_moved_out",
            Self::ReactionsUpdated { .. } => "reactions_updated",
            Self::PollUpdated { .. } => "poll_updated",
            Self::VotesUpdated { .. } => "votes_updated",
            Self::ThreadUpdated { .. } => "thread_updated",
            Self::ReadUpdated { .. } => "read_updated",
            Self::DraftUpdated { .. } => "draft_updated",
            Self::MessageSaved { .. } => "message_saved",
            Self::MessageUnsaved { .. } => "message_unsaved",
            Self::ReminderUpdated { .. } => "reminder_updated",
            Self::ReminderDue { .. } => "reminder_due",
            Self::ReminderRemoved { .. } => "reminder_removed",
            Self::ScheduledUpdated { .. } => "scheduled_updated",
            Self::ScheduledRemoved { .. } => "scheduled_removed",
            Self::KeptInGroup { .. } => "kept_in_group",
            Self::DirectCreated { .. } => "direct_created",
            Self::GroupCreated { .. } => "group_created",
            Self::GroupUpdated { .. } => "group_updated",
            Self::GroupHidden { .. } => "group_hidden",
            Self::GroupJoined { .. } => "group_joined",
            Self::GroupLeft { .. } => "group_left",
            Self::MembershipUpdated { .. } => "membership_updated",
            Self::WorkspaceMembershipUpdated { .. } => "workspace_membership_updated",
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

/// What somebody keeps for themself where they may read, but for scheduled messages.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Kept {
    pub drafts: Vec<KeptDraft>,
    pub saved: Vec<SavedMark>,
    pub reminders: Vec<Reminder>,
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
