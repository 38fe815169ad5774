//! Who may see a group, and do what in it.

use super::rules::{GroupAction, Standing, decide};
use super::{Asker, active_user};
use crate::domain::{GroupId, GroupRole, Rank, ServerRole, UserId, WorkspaceId};
use crate::error::{Error, Result};
use crate::store::db::{Row, Tx, statements};

statements! {
    /// How somebody stands to a group. Primary keys and unique indexes only.
    STANDING = "SELECT g.workspace_id, wm.role, m.id IS NOT NULL, m.role, g.is_private, g.is_archived, g.is_primary
                  FROM groups g
                  LEFT JOIN workspace_members wm ON wm.workspace_id = g.workspace_id AND wm.user_id = $1
                  LEFT JOIN group_members m ON m.user_id = $1 AND m.group_id = g.id
                 WHERE g.id = $2";
}

/// Proof that somebody may do in a group what they asked for.
#[derive(Clone, Copy, Debug)]
pub struct InGroup {
    user: UserId,
    group: GroupId,
    workspace: WorkspaceId,
    standing: Standing,
}

impl InGroup {
    pub fn user(&self) -> UserId {
        self.user
    }

    pub fn group(&self) -> GroupId {
        self.group
    }

    pub fn workspace(&self) -> WorkspaceId {
        self.workspace
    }

    /// The same person, asking for something more.
    ///
    /// # Errors
    /// `Forbidden`, `Conflict`.
    pub fn also(&self, action: GroupAction) -> Result<Self> {
        decide(action, &self.standing)?;
        Ok(*self)
    }

    /// What the group's rule makes of giving `member` a role.
    ///
    /// # Errors
    /// `NotFound` when the person is not in the group, `Forbidden`.
    pub fn setting_role(&self, tx: &Tx<'_>, member: UserId, to: GroupRole) -> Result<Self> {
        let target = rank_of_member(tx, self.group, member)?;
        self.also(GroupAction::SetRole { target, to })
    }

    /// What the group's rule makes of removing `member`.
    ///
    /// # Errors
    /// `NotFound` when the person is not in the group, `Forbidden`, `Conflict`.
    pub fn removing(&self, tx: &Tx<'_>, member: UserId) -> Result<Self> {
        let target = rank_of_member(tx, self.group, member)?;
        self.also(GroupAction::RemoveMember { target })
    }
}

/// # Errors
/// `NotFound` for who may not see the group, `Forbidden`, `Conflict`.
pub fn in_group(tx: &Tx<'_>, asker: Asker, group: GroupId, action: GroupAction) -> Result<InGroup> {
    let me = active_user(tx, asker)?;
    let (workspace, standing) = standing(tx, me.user, me.server_role, group)?;
    decide(action, &standing)?;
    Ok(InGroup { user: me.user, group, workspace, standing })
}

/// How high a member of the group stands in it.
///
/// # Errors
/// `NotFound` when the person is not in the group.
pub fn rank_of_member(tx: &Tx<'_>, group: GroupId, member: UserId) -> Result<Rank> {
    let (_, standing) = standing(tx, member, ServerRole::User, group)?;
    match standing.rank() {
        Some(rank) if standing.is_member => Ok(rank),
        _ => Err(Error::NotFound("member")),
    }
}

/// How somebody stands to a group, and the workspace that it is in.
///
/// # Errors
/// `NotFound`.
pub(super) fn standing(
    tx: &Tx<'_>,
    user: UserId,
    server_role: ServerRole,
    group: GroupId,
) -> Result<(WorkspaceId, Standing)> {
    let read = |row: &Row<'_>| {
        let standing = Standing {
            workspace_role: row.get(1)?,
            server_role,
            is_member: row.get(2)?,
            group_role: row.get(3)?,
            is_private: row.get(4)?,
            is_archived: row.get(5)?,
            is_primary: row.get(6)?,
        };
        Ok((row.get(0)?, standing))
    };
    tx.query_opt(STANDING, &[&user, &group], read)?.ok_or(Error::NotFound("group"))
}

/// Whether somebody may see a group: for what is heard, not asked for.
pub fn may_see_group(tx: &Tx<'_>, user: UserId, group: GroupId) -> Result<Option<bool>> {
    match standing(tx, user, ServerRole::User, group) {
        Ok((_, standing)) => Ok(decide(GroupAction::See, &standing).is_ok().then_some(standing.is_member)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
