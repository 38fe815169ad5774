//! The audit log: what was done to people, groups and the server by who looks after them.

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::ids::{GroupId, InviteId, MessageId, UserId, WorkspaceId};
use super::roles::{InviteRole, ServerRole, WorkspaceRole, words};
use super::time::Timestamp;

words! {
    /// What was done, by the name that the log knows it by.
    AuditAction {
        AccountMade = "account_made",
        AccountClosed = "account_closed",
        AccountOpened = "account_opened",
        ServerRoleChanged = "server_role_changed",
        PasswordReset = "password_reset",
        ResetLinkMade = "reset_link_made",
        PasswordSetByLink = "password_set_by_link",
        SignedOutEverywhere = "signed_out_everywhere",
        SettingChanged = "setting_changed",
        WorkspaceChanged = "workspace_changed",
        WorkspaceRoleChanged = "workspace_role_changed",
        InviteMade = "invite_made",
        InviteRevoked = "invite_revoked",
        MessageDeleted = "message_deleted",
        GroupMadePublic = "group_made_public",
        GroupMadePrivate = "group_made_private",
        GroupArchived = "group_archived",
        GroupUnarchived = "group_unarchived",
    }
}

/// What was done, with what it takes to say it in its reader's language. There are no names of people and groups in it:
/// who reads the log is told those that they may know.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Deed {
    /// Something was done to an account, and nothing more need be said of it.
    Account {
        #[serde(skip)]
        action: AuditAction,
        user_id: UserId,
    },
    /// Likewise, and its devices were signed out.
    SignedOut {
        #[serde(skip)]
        action: AuditAction,
        user_id: UserId,
        devices: usize,
    },
    ServerRoleChanged {
        user_id: UserId,
        was: ServerRole,
        is: ServerRole,
    },
    SettingChanged {
        setting: &'static str,
        is: Value,
    },
    /// `is` is `null` where the setting is a text of people's own.
    WorkspaceChanged {
        workspace_id: WorkspaceId,
        setting: &'static str,
        is: Value,
    },
    WorkspaceRoleChanged {
        workspace_id: WorkspaceId,
        user_id: UserId,
        was: WorkspaceRole,
        is: WorkspaceRole,
    },
    InviteMade {
        invite_id: InviteId,
        group_id: GroupId,
        role: InviteRole,
        max_uses: Option<i64>,
        expires_at: Timestamp,
    },
    /// `user_id` had made it.
    InviteRevoked {
        invite_id: InviteId,
        group_id: GroupId,
        user_id: UserId,
    },
    /// By somebody else than `user_id`, who wrote it.
    MessageDeleted {
        message_id: MessageId,
        group_id: Option<GroupId>,
        user_id: UserId,
    },
    Group {
        #[serde(skip)]
        action: AuditAction,
        group_id: GroupId,
    },
}

impl Deed {
    pub fn action(&self) -> AuditAction {
        match self {
            Self::Account { action, .. } | Self::SignedOut { action, .. } | Self::Group { action, .. } => *action,
            Self::ServerRoleChanged { .. } => AuditAction::ServerRoleChanged,
            Self::SettingChanged { .. } => AuditAction::SettingChanged,
            Self::WorkspaceChanged { .. } => AuditAction::WorkspaceChanged,
            Self::WorkspaceRoleChanged { .. } => AuditAction::WorkspaceRoleChanged,
            Self::InviteMade { .. } => AuditAction::InviteMade,
            Self::InviteRevoked { .. } => AuditAction::InviteRevoked,
            Self::MessageDeleted { .. } => AuditAction::MessageDeleted,
        }
    }

    /// Whom or what it was done to, if not to the server itself.
    pub fn subject(&self) -> Option<Uuid> {
        match self {
            Self::Account { user_id, .. }
            | Self::SignedOut { user_id, .. }
            | Self::ServerRoleChanged { user_id, .. }
            | Self::WorkspaceRoleChanged { user_id, .. } => Some(user_id.uuid()),
            Self::SettingChanged { .. } => None,
            Self::WorkspaceChanged { workspace_id, .. } => Some(workspace_id.uuid()),
            Self::InviteMade { invite_id, .. } | Self::InviteRevoked { invite_id, .. } => Some(invite_id.uuid()),
            Self::MessageDeleted { message_id, .. } => Some(message_id.uuid()),
            Self::Group { group_id, .. } => Some(group_id.uuid()),
        }
    }
}

/// What stands at the end of each line: SHA-256 over the line and what stands at the end of the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineHash(pub [u8; 32]);

impl LineHash {
    /// Before the first line.
    pub const NONE: Self = Self([0; 32]);
}

/// A line of the log as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// 1, 2, 3, … without gaps.
    pub seq: i64,
    pub created_at: Timestamp,
    /// `None`: who owns the data directory, on the command line.
    pub actor_id: Option<UserId>,
    pub action: String,
    pub subject_id: Option<Uuid>,
    /// JSON.
    pub detail: String,
    pub address: Option<String>,
}

impl Line {
    /// Each part goes in with its length, so that no two lines give the same bytes.
    pub fn hash_after(&self, before: LineHash) -> LineHash {
        let mut sum = Sha256::new();
        let mut add = |part: Option<&[u8]>| {
            let length = part.map_or(u64::MAX, |part| part.len() as u64);
            sum.update(length.to_be_bytes());
            sum.update(part.unwrap_or_default());
        };
        let (actor, subject) = (self.actor_id.map(UserId::uuid), self.subject_id);
        add(Some(&before.0));
        add(Some(&self.seq.to_be_bytes()));
        add(Some(&self.created_at.millis().to_be_bytes()));
        add(actor.as_ref().map(|id| id.as_bytes().as_slice()));
        add(Some(self.action.as_bytes()));
        add(subject.as_ref().map(|id| id.as_bytes().as_slice()));
        add(Some(self.detail.as_bytes()));
        add(self.address.as_deref().map(str::as_bytes));
        LineHash(sum.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Line {
        Line {
            seq: 7,
            created_at: Timestamp::from_millis(1_000),
            actor_id: Some(UserId::from_uuid(Uuid::from_u128(1))),
            action: "account_closed".into(),
            subject_id: Some(Uuid::from_u128(2)),
            detail: "{}".into(),
            address: Some("192.0.2.1".into()),
        }
    }

    #[test]
    fn whatever_is_changed_of_a_line_or_before_it_changes_its_hash() {
        let hash = line().hash_after(LineHash::NONE);
        let others = [
            Line { seq: 8, ..line() },
            Line { created_at: Timestamp::from_millis(1_001), ..line() },
            Line { actor_id: None, ..line() },
            Line { action: "account_opened".into(), ..line() },
            Line { subject_id: None, ..line() },
            Line { detail: "{ }".into(), ..line() },
            Line { address: None, ..line() },
            Line { action: "account_close".into(), detail: "d{}".into(), ..line() },
        ];
        for other in others {
            assert_ne!(other.hash_after(LineHash::NONE), hash, "{other:?}");
        }
        assert_ne!(line().hash_after(hash), hash);
        assert_eq!(line().hash_after(LineHash::NONE), hash);
    }

    #[test]
    fn what_was_done_is_told_without_saying_it_twice() {
        let user_id = UserId::from_uuid(Uuid::from_u128(1));
        let closed = Deed::SignedOut { action: AuditAction::AccountClosed, user_id, devices: 2 };
        assert_eq!(closed.action().as_str(), "account_closed");
        let told = serde_json::to_value(&closed).unwrap();
        assert_eq!(told, serde_json::json!({ "user_id": user_id, "devices": 2 }));
    }
}
