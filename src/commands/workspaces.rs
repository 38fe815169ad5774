//! Looking after a workspace.

use super::App;
use super::people::tell_user;
use crate::domain::{Description, Event, MyWorkspace, Scope, UserId, WorkspaceId, WorkspaceName, WorkspaceRole};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker, WorkspaceAction};
use crate::store::{groups, workspaces};

/// Changes a workspace's name or description.
///
/// # Errors
/// `Invalid`, `NotFound`, `Forbidden`.
pub async fn change(
    app: &App,
    asker: Asker,
    id: WorkspaceId,
    name: Option<String>,
    description: Option<String>,
) -> Result<MyWorkspace> {
    let name = name.as_deref().map(WorkspaceName::parse).transpose()?;
    let description = description.as_deref().map(Description::parse).transpose()?;
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let here = access::in_workspace(tx, asker, id, WorkspaceAction::Configure)?;
            let description = description.as_ref().map(Description::as_str);
            let workspace = workspaces::configure(tx, &here, name.as_ref(), description)?;
            tx.emit(Scope::Workspace(id), Event::WorkspaceUpdated { workspace: workspace.clone() })?;
            Ok(MyWorkspace { workspace, my_role: here.role() })
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
            workspaces::set_role(tx, &here, member, role)?;
            let mut changed = vec![(member, role)];
            if role == WorkspaceRole::Owner {
                changed.push((asker.user, WorkspaceRole::Admin));
            }
            for (user_id, role) in changed {
                let scope = Scope::Person { workspace: id, groups: groups::ids_of(tx, user_id)? };
                tx.emit(scope, Event::WorkspaceRoleUpdated { workspace_id: id, user_id, role })?;
            }
            tell_user(tx, member)
        })
        .await
}
