//! How somebody wants to hear of a group.

use super::App;
use crate::domain::{GroupId, Membership, MyWorkspace, NotificationLevel, Scope, WorkspaceId};
use crate::error::Result;
use crate::store::access::{self, Asker, GroupAction, WorkspaceAction};
use crate::store::{groups, members, workspaces};

/// Mutes a group, or sets of what in it the asker wants to be told (`Some(None)`: as in the workspace); what is `None`
/// stays. The membership as it is then.
///
/// # Errors
/// `NotFound` for who cannot see the group, `Forbidden` for who is not in it.
pub async fn set(
    app: &App,
    asker: Asker,
    group: GroupId,
    is_muted: Option<bool>,
    level: Option<Option<NotificationLevel>>,
) -> Result<Membership> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let here = access::in_group(tx, asker, group, GroupAction::Read)?;
            let was = groups::mine(tx, &here)?.membership;
            let (is_muted, level) = (is_muted.unwrap_or(was.is_muted), level.unwrap_or(was.notification_level));
            let changed = members::set_attention(tx, &here, is_muted, level)?;
            let now = groups::mine(tx, &here)?;
            if changed {
                tx.emit(Scope::User(asker.user), now.attention())?;
            }
            Ok(now.membership)
        })
        .await
}

/// Sets of what the asker wants to be told in the groups of a workspace for which they set nothing else.
///
/// # Errors
/// `NotFound` for who is not in the workspace.
pub async fn set_in_workspace(
    app: &App,
    asker: Asker,
    id: WorkspaceId,
    level: Option<NotificationLevel>,
) -> Result<MyWorkspace> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let here = access::in_workspace(tx, asker, id, WorkspaceAction::See)?;
            let was = workspaces::shown(tx, &here)?;
            let level = level.unwrap_or(was.notification_level);
            if level == was.notification_level {
                return Ok(was);
            }
            workspaces::set_attention(tx, &here, level)?;
            let now = workspaces::shown(tx, &here)?;
            tx.emit(Scope::User(asker.user), now.attention())?;
            Ok(now)
        })
        .await
}
