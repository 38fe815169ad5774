//! Notes what was done by who looks after people, groups and the server, in the transaction in which it is done.

use crate::domain::audit::AuditAction;
use crate::domain::message::MessageKind;
use crate::domain::{Deed, Group, GroupId, Invite, Message, ServerRole, UserId, Workspace, WorkspaceId, WorkspaceRole};
use crate::error::Result;
use crate::store::WriteTx;
use crate::store::access::Asker;
pub use crate::store::audit::By;
use crate::store::audit::append;

/// Something was done to somebody's account.
pub fn account(tx: &WriteTx<'_>, by: &By, action: AuditAction, user_id: UserId) -> Result<()> {
    append(tx, by, &Deed::Account { action, user_id })
}

/// Something was done to somebody's account that signed so many of their devices out.
pub fn signed_out(tx: &WriteTx<'_>, by: &By, action: AuditAction, user_id: UserId, devices: usize) -> Result<()> {
    append(tx, by, &Deed::SignedOut { action, user_id, devices })
}

/// A role that stays as it was is no deed.
pub fn server_role(tx: &WriteTx<'_>, by: &By, user_id: UserId, was: ServerRole, is: ServerRole) -> Result<()> {
    if was == is {
        return Ok(());
    }
    append(tx, by, &Deed::ServerRoleChanged { user_id, was, is })
}

/// A member of a workspace has another role there.
pub fn workspace_role(
    tx: &WriteTx<'_>,
    by: Asker,
    workspace_id: WorkspaceId,
    user_id: UserId,
    was: WorkspaceRole,
    is: WorkspaceRole,
) -> Result<()> {
    if was == is {
        return Ok(());
    }
    append(tx, &By::Person(by), &Deed::WorkspaceRoleChanged { workspace_id, user_id, was, is })
}

/// A setting of the server is another one.
pub fn setting(tx: &WriteTx<'_>, by: Asker, setting: &'static str, is: bool) -> Result<()> {
    append(tx, &By::Person(by), &Deed::SettingChanged { setting, is: is.into() })
}

/// Each setting of a workspace that is another one.
pub fn workspace(tx: &WriteTx<'_>, by: Asker, was: &Workspace, is: &Workspace) -> Result<()> {
    let (before, after) = (&was.settings, &is.settings);
    let changes = [
        ("name", was.name != is.name, is.name.clone().into()),
        ("description", was.description != is.description, serde_json::Value::Null),
        (
            "members_may_add_emoji",
            before.members_may_add_emoji != after.members_may_add_emoji,
            after.members_may_add_emoji.into(),
        ),
        (
            "default_notification_level",
            before.default_notification_level != after.default_notification_level,
            after.default_notification_level.as_str().into(),
        ),
        ("accent", before.accent != after.accent, after.accent.as_str().into()),
    ];
    for (setting, _, is_now) in changes.into_iter().filter(|(_, has_changed, _)| *has_changed) {
        let deed = Deed::WorkspaceChanged { workspace_id: is.id, setting, is: is_now };
        append(tx, &By::Person(by), &deed)?;
    }
    Ok(())
}

/// A door was opened.
pub fn invite_made(tx: &WriteTx<'_>, by: &By, invite: &Invite) -> Result<()> {
    let Invite { id: invite_id, group_id, role, max_uses, expires_at, .. } = *invite;
    append(tx, by, &Deed::InviteMade { invite_id, group_id, role, max_uses, expires_at })
}

/// A door was shut.
pub fn invite_revoked(tx: &WriteTx<'_>, by: Asker, invite: &Invite) -> Result<()> {
    let Invite { id: invite_id, group_id, created_by: user_id, .. } = *invite;
    append(tx, &By::Person(by), &Deed::InviteRevoked { invite_id, group_id, user_id })
}

/// A message was deleted; one's own is nobody else's business.
pub fn message_deleted(tx: &WriteTx<'_>, by: Asker, message: &Message) -> Result<()> {
    if message.sender_id == by.user && message.kind == MessageKind::Text {
        return Ok(());
    }
    let (message_id, group_id, user_id) = (message.id, message.group_id, message.sender_id);
    append(tx, &By::Person(by), &Deed::MessageDeleted { message_id, group_id, user_id })
}

/// What became of a group, where that changes who may see it or write in it.
pub fn group(tx: &WriteTx<'_>, by: Asker, was: &Group, is: &Group) -> Result<()> {
    let privacy = if is.is_private { AuditAction::GroupMadePrivate } else { AuditAction::GroupMadePublic };
    let archive = if is.is_archived { AuditAction::GroupArchived } else { AuditAction::GroupUnarchived };
    let changes = [(was.is_private != is.is_private, privacy), (was.is_archived != is.is_archived, archive)];
    let group_id: GroupId = is.id;
    for (_, action) in changes.into_iter().filter(|(has_changed, _)| *has_changed) {
        append(tx, &By::Person(by), &Deed::Group { action, group_id })?;
    }
    Ok(())
}
