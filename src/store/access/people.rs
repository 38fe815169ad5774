//! Who may know of whom, and what is a person's own.

use super::ActiveUser;
use crate::domain::people::Session;
use crate::domain::{SessionId, UserId};
use crate::error::{Error, Result};
use crate::store::db::{Tx, statements};
use crate::store::sessions;

statements! {
    /// Whether two people share a workspace in which the first may look around.
    SHARE_WORKSPACE = "SELECT 1
                         FROM workspace_members mine JOIN workspace_members theirs ON theirs.workspace_id = mine.workspace_id
                        WHERE mine.user_id = $1 AND mine.role <> 'guest' AND theirs.user_id = $2
                        LIMIT 1";

    /// Whether two people share a group.
    SHARE_GROUP = "SELECT 1
                     FROM group_members mine JOIN group_members theirs ON theirs.group_id = mine.group_id
                    WHERE mine.user_id = $1 AND theirs.user_id = $2
                    LIMIT 1";

    /// Whether two people have a conversation.
    SHARE_DIRECT = "SELECT 1 FROM direct_conversations WHERE user_a_id = $1 AND user_b_id = $2";
}

/// Proof that the asker may know of a person.
#[derive(Clone, Copy, Debug)]
pub struct Acquaintance {
    user: UserId,
    other: UserId,
}

impl Acquaintance {
    pub fn user(&self) -> UserId {
        self.user
    }

    pub fn other(&self) -> UserId {
        self.other
    }
}

/// # Errors
/// `NotFound` for who shares neither a workspace, nor (as a guest) a group, nor a conversation with the person.
pub fn acquaintance(tx: &Tx<'_>, me: &ActiveUser, other: UserId) -> Result<Acquaintance> {
    if may_know(tx, me.user, other)? {
        Ok(Acquaintance { user: me.user, other })
    } else {
        Err(Error::NotFound("person"))
    }
}

/// Whether `user` may know of `other`.
pub fn may_know(tx: &Tx<'_>, user: UserId, other: UserId) -> Result<bool> {
    if user == other {
        return Ok(true);
    }
    let (a, b) = if user < other { (user, other) } else { (other, user) };
    for (sql, one, two) in [(SHARE_WORKSPACE, user, other), (SHARE_GROUP, user, other), (SHARE_DIRECT, a, b)] {
        if tx.query_opt(sql, &[&one, &two], |_| Ok(()))?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Proof that a session is the asker's own.
///
/// # Errors
/// `NotFound`.
pub fn own_session(tx: &Tx<'_>, me: &ActiveUser, session: SessionId) -> Result<Session> {
    sessions::of_user(tx, me)?.into_iter().find(|s| s.id == session).ok_or(Error::NotFound("device"))
}
