//! The server and its people, as those see them who look after them.

use serde::Serialize;
use utoipa::ToSchema;

use super::ids::{GroupId, InviteId, UserId};
use super::people::Account;
use super::roles::{InviteRole, words};
use super::time::Timestamp;

words! {
    /// In which order accounts are listed: by name, the newest first, who was seen last first, or who was not seen for
    /// longest first.
    AccountOrder {
        Name = "name",
        Newest = "newest",
        Seen = "seen",
        Unseen = "unseen",
    }

    /// Whether an account may be used.
    AccountState {
        Active = "active",
        Deactivated = "deactivated",
    }
}

/// By name, unless told otherwise.
impl Default for AccountOrder {
    fn default() -> Self {
        Self::Name
    }
}

/// An account in a list of them.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct AccountFigures {
    #[serde(flatten)]
    pub account: Account,
    pub group_count: i64,
    /// Devices that are signed in.
    pub device_count: i64,
}

/// Somebody by name.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Named {
    pub id: UserId,
    pub name: String,
    pub username: String,
}

/// A group by name.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct NamedGroup {
    pub id: GroupId,
    pub name: String,
}

/// An invite that admits people now, as those see it who look after the server.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct OpenInvite {
    pub id: InviteId,
    /// `null` for a group that is not for me; that there is a door, I am to know all the same.
    pub group: Option<NamedGroup>,
    pub made_by: Named,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    /// `null`: any number.
    pub max_uses: Option<i64>,
    pub uses: i64,
    pub role: InviteRole,
    pub email: Option<String>,
}

/// What somebody's files take up.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PersonUsage {
    pub user: Named,
    pub bytes: i64,
}

/// What the contents of one kind take up, each content counted once.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct KindUsage {
    pub kind: super::file::FileKind,
    pub count: i64,
    pub bytes: i64,
}

/// A copy of the database that `parlor backup` made.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Backup {
    pub at: Timestamp,
    pub size_bytes: i64,
}
