//! Looking after a workspace.

use super::people::tell_user;
use super::{App, audit};
use crate::domain::{
    Description, Event, GroupId, GroupRole, MyWorkspace, NotificationLevel, Scope, UserId, WorkspaceAccent,
    WorkspaceId, WorkspaceName, WorkspaceRole,
};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker, WorkspaceAction};
use crate::store::{WriteTx, groups, members, workspaces};

/// What is to be changed of a workspace; what is `None` stays.
#[derive(Clone, Debug, Default)]
pub struct WorkspaceChange {
    pub name: Option<String>,
    pub description: Option<String>,
    pub members_may_add_emoji: Option<bool>,
    pub default_notification_level: Option<NotificationLevel>,
    pub accent: Option<WorkspaceAccent>,
}

/// Changes a workspace's name, description or settings.
///
/// # Errors
/// `Invalid`, `NotFound`, `Forbidden`.
pub async fn change(app: &App, asker: Asker, id: WorkspaceId, change: WorkspaceChange) -> Result<MyWorkspace> {
    let name = change.name.as_deref().map(WorkspaceName::parse).transpose()?;
    let description = change.description.as_deref().map(Description::parse).transpose()?;
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let here = access::in_workspace(tx, asker, id, WorkspaceAction::Configure)?;
            let was = workspaces::by_id(tx, id)?;
            let description = description.as_ref().map(Description::as_str);
            let workspace = workspaces::configure(tx, &here, name.as_ref(), description, |settings| {
                settings.members_may_add_emoji = change.members_may_add_emoji.unwrap_or(settings.members_may_add_emoji);
                let level = change.default_notification_level;
                settings.default_notification_level = level.unwrap_or(settings.default_notification_level);
                settings.accent = change.accent.unwrap_or(settings.accent);
            })?;
            audit::workspace(tx, asker, &was, &workspace)?;
            tx.emit(Scope::Workspace(id), Event::WorkspaceUpdated { workspace })?;
            workspaces::shown(tx, &here)
        })
        .await
}

/// Gives a member of the workspace another role. Making somebody the owner makes the asker an admin.
///
/// # Errors
/// `NotFound`; `Forbidden` unless the asker ranks higher than the member and than the role.
pub async fn set_role(app: &App, asker: Asker, id: WorkspaceId, member: UserId, role: WorkspaceRole) -> Result<()> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            access::in_workspace(tx, asker, id, WorkspaceAction::See)?;
            let target = access::workspace_role(tx, id, member)?.ok_or(Error::NotFound("member"))?;
            let here = access::in_workspace(tx, asker, id, WorkspaceAction::SetRole { target, to: role })?;
            let mut changed = vec![(member, role)];
            if role == WorkspaceRole::Owner {
                changed.push((asker.user, WorkspaceRole::Admin));
            }
            let before = changed.iter().map(|(user, _)| group_roles(tx, *user)).collect::<Result<Vec<_>>>()?;
            workspaces::set_role(tx, &here, member, role)?;
            audit::workspace_role(tx, asker, id, member, target, role)?;
            for ((user_id, role), was) in changed.into_iter().zip(before) {
                let scope = Scope::Person { workspace: id, groups: groups::ids_of(tx, user_id)? };
                tx.emit(scope, Event::WorkspaceRoleUpdated { workspace_id: id, user_id, role })?;
                tell_group_roles(tx, user_id, &was)?;
            }
            if role == WorkspaceRole::Owner {
                tx.emit(Scope::Workspace(id), Event::WorkspaceUpdated { workspace: workspaces::by_id(tx, id)? })?;
            }
            tell_user(tx, member)
        })
        .await
}

/// What somebody is in each of their groups.
fn group_roles(tx: &WriteTx<'_>, user: UserId) -> Result<Vec<(GroupId, GroupRole)>> {
    let mut roles = Vec::new();
    for group in groups::ids_of(tx, user)? {
        roles.extend(members::role_of(tx, user, group)?.map(|(role, _)| (group, role)));
    }
    Ok(roles)
}

/// A role in the workspace counts in its groups too: where it made a difference, the group hears of it.
fn tell_group_roles(tx: &WriteTx<'_>, user_id: UserId, was: &[(GroupId, GroupRole)]) -> Result<()> {
    for (group_id, role) in group_roles(tx, user_id)? {
        if !was.contains(&(group_id, role)) {
            tx.emit(Scope::Group(group_id), Event::MemberUpdated { group_id, user_id, role })?;
        }
    }
    Ok(())
}
