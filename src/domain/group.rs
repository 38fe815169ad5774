//! Workspaces, groups, memberships and invites.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::event::Event;
use super::ids::{GroupId, InviteId, UserId, WorkspaceId};
use super::people::Person;
use super::post::Tag;
use super::roles::{GroupRole, InviteRole, WorkspaceRole, words};
use super::time::Timestamp;

words! {
    /// Of what in a group somebody wants to be told: of all messages, of mentions, of nothing.
    NotificationLevel {
        All = "all",
        Mentions = "mentions",
        Nothing = "nothing",
    }

    /// The colour that a workspace's page acts in, unless somebody chose their own. Each holds in both themes.
    WorkspaceAccent {
        Green = "green",
        Blue = "blue",
        Plum = "plum",
        Clay = "clay",
        Slate = "slate",
    }

    /// What a group can be made for: a timeline of messages, or posts with titles, each with its thread.
    NewGroupKind {
        Text = "text",
        Forum = "forum",
    }

    /// What a group is for.
    GroupKind {
        Text = "text",
        Forum = "forum",
        Voice = "voice",
    }
}

/// Bottle green, unless a workspace has chosen.
impl Default for WorkspaceAccent {
    fn default() -> Self {
        Self::Green
    }
}

/// Who sets nothing is told of everything.
impl Default for NotificationLevel {
    fn default() -> Self {
        Self::All
    }
}

impl From<NewGroupKind> for GroupKind {
    fn from(kind: NewGroupKind) -> Self {
        match kind {
            NewGroupKind::Text => Self::Text,
            NewGroupKind::Forum => Self::Forum,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Workspace {
    pub id: WorkspaceId,
    pub name: String,
    /// The name as part of an address; unique.
    pub slug: String,
    pub description: String,
    pub owner_id: UserId,
    pub created_at: Timestamp,
    #[serde(flatten)]
    pub settings: WorkspaceSettings,
}

/// How a workspace is set; kept as JSON, in which what is left out is as it was when Parlor had no such setting.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct WorkspaceSettings {
    /// Whether members may add emoji of their own; moderators always may.
    pub members_may_add_emoji: bool,
    /// Of what people are told who come in; each may set it otherwise.
    pub default_notification_level: NotificationLevel,
    pub accent: WorkspaceAccent,
}

/// A workspace, and what I am in it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct MyWorkspace {
    #[serde(flatten)]
    pub workspace: Workspace,
    pub my_role: WorkspaceRole,
    /// Of what I want to be told in the groups for which I set nothing else.
    pub notification_level: NotificationLevel,
}

impl MyWorkspace {
    /// What is told to my devices of how I want to hear of it.
    pub fn attention(&self) -> Event {
        Event::WorkspaceMembershipUpdated {
            workspace_id: self.workspace.id,
            notification_level: self.notification_level,
        }
    }
}

/// A channel of a workspace.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Group {
    pub id: GroupId,
    pub workspace_id: WorkspaceId,
    pub name: String,
    pub topic: String,
    pub description: String,
    pub kind: GroupKind,
    pub is_private: bool,
    pub is_archived: bool,
    /// Everybody who signs up is in the primary group; nobody can leave it.
    pub is_primary: bool,
    /// Its place in the list, smallest first.
    pub position: i64,
    /// Grows with each change; a change names the version it is based on.
    pub version: i64,
    pub member_count: i64,
    /// The ordinal of its newest message, 0 when there is none.
    pub last_ordinal: i64,
    pub created_by: Option<UserId>,
    pub created_at: Timestamp,
    /// What the posts of a forum group can bear, by name; not there for groups of other kinds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

/// My place in a group. Unread messages: the group's `last_ordinal` less `last_read_ordinal` less
/// `silent_unread`.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Membership {
    pub role: GroupRole,
    pub joined_at: Timestamp,
    pub last_read_ordinal: i64,
    /// How many of the messages after that do not count as unread: deleted ones, and the server's own lines.
    pub silent_unread: i64,
    /// The ordinals of messages after that which mention me or call everybody, the newest first, at most 100.
    pub unread_mentions: Vec<i64>,
    pub is_muted: bool,
    /// `null`: as I set it for the workspace.
    pub notification_level: Option<NotificationLevel>,
}

#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct MyGroup {
    #[serde(flatten)]
    pub group: Group,
    pub membership: Membership,
}

impl MyGroup {
    /// What is told to my devices of how I want to hear of it.
    pub fn attention(&self) -> Event {
        let Membership { is_muted, notification_level, .. } = self.membership;
        Event::MembershipUpdated { group_id: self.group.id, is_muted, notification_level }
    }
}

/// A row of a group's list of members.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Member {
    pub user: Person,
    /// What counts in this group.
    pub role: GroupRole,
    pub workspace_role: WorkspaceRole,
    pub joined_at: Timestamp,
}

/// An invite as those see it who look after the group. The code is not part of it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Invite {
    pub id: InviteId,
    pub group_id: GroupId,
    pub created_by: UserId,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    /// `null`: any number.
    pub max_uses: Option<i64>,
    pub uses: i64,
    pub role: InviteRole,
    /// Whom it is meant for, if for one person alone.
    pub email: Option<String>,
    pub revoked_at: Option<Timestamp>,
}

/// What the holder of a code may know before coming in.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Invitation {
    pub workspace_name: String,
    pub group_name: String,
    pub group_topic: String,
    pub inviter_name: String,
    pub expires_at: Timestamp,
    pub email: Option<String>,
}
