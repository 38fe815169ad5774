//! Who is in a workspace, and may do what in it.

use super::rules::{WorkspaceAction, decide_in_workspace};
use super::{Asker, active_user};
use crate::domain::{EmojiId, UserId, WorkspaceId, WorkspaceRole};
use crate::error::{Error, Result};
use crate::store::db::{Row, Tx, statements};

statements! {
    /// What somebody is in a workspace.
    WORKSPACE_ROLE = "SELECT role FROM workspace_members WHERE workspace_id = $1 AND user_id = $2";

    /// Whose an emoji is.
    EMOJI = "SELECT workspace_id, created_by FROM custom_emoji WHERE id = $1";
}

/// Proof that somebody may do in a workspace what they asked for.
#[derive(Clone, Copy, Debug)]
pub struct InWorkspace {
    user: UserId,
    workspace: WorkspaceId,
    role: WorkspaceRole,
}

impl InWorkspace {
    pub fn user(&self) -> UserId {
        self.user
    }

    pub fn workspace(&self) -> WorkspaceId {
        self.workspace
    }
}

/// # Errors
/// `NotFound` for who is not in the workspace, `Forbidden`.
pub fn in_workspace(tx: &Tx<'_>, asker: Asker, workspace: WorkspaceId, action: WorkspaceAction) -> Result<InWorkspace> {
    let me = active_user(tx, asker)?;
    let role = workspace_role(tx, workspace, me.user)?;
    decide_in_workspace(action, role)?;
    let role = role.ok_or(Error::NotFound("workspace"))?;
    Ok(InWorkspace { user: me.user, workspace, role })
}

/// What somebody is in a workspace; `None` when they are not in it.
pub fn workspace_role(tx: &Tx<'_>, workspace: WorkspaceId, user: UserId) -> Result<Option<WorkspaceRole>> {
    tx.query_opt(WORKSPACE_ROLE, &[&workspace, &user], |row| row.get(0))
}

/// Proof that somebody may see an emoji: who is in its workspace.
///
/// # Errors
/// `NotFound`, as for an emoji that never was.
pub fn emoji_shown(tx: &Tx<'_>, asker: Asker, emoji: EmojiId) -> Result<InWorkspace> {
    in_workspace_of(tx, asker, emoji).map(|(here, _)| here)
}

/// Proof that somebody may take an emoji away.
///
/// # Errors
/// As [`emoji_shown`]; `Forbidden`.
pub fn emoji_keeper(tx: &Tx<'_>, asker: Asker, emoji: EmojiId) -> Result<InWorkspace> {
    let (here, created_by) = in_workspace_of(tx, asker, emoji)?;
    decide_in_workspace(WorkspaceAction::RemoveEmoji { is_own: created_by == Some(asker.user) }, Some(here.role))?;
    Ok(here)
}

/// The asker in an emoji's workspace, and who added the emoji.
fn in_workspace_of(tx: &Tx<'_>, asker: Asker, emoji: EmojiId) -> Result<(InWorkspace, Option<UserId>)> {
    active_user(tx, asker)?;
    let read = |row: &Row<'_>| Ok((row.get::<WorkspaceId>(0)?, row.get::<Option<UserId>>(1)?));
    let (workspace, created_by) = tx.query_opt(EMOJI, &[&emoji], read)?.ok_or(Error::NotFound("emoji"))?;
    match in_workspace(tx, asker, workspace, WorkspaceAction::See) {
        Ok(here) => Ok((here, created_by)),
        Err(Error::NotFound(_)) => Err(Error::NotFound("emoji")),
        Err(error) => Err(error),
    }
}
