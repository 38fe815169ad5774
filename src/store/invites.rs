//! `group_invites`: links that let people in.

use super::access::{self, ActiveUser, InGroup, ServerKeeper};
use super::db::{Param, Row, Tx, WriteTx, statements};
use crate::domain::{
    Email, GroupId, Invitation, Invite, InviteId, InviteRole, Named, NamedGroup, OpenInvite, Secret, Timestamp, UserId,
};
use crate::error::{Error, Result};

macro_rules! invite_columns {
    () => {
        "i.id, i.group_id, i.created_by, i.created_at, i.expires_at, i.max_uses, i.uses, i.role, i.email, i.revoked_at"
    };
}

statements! {
    BY_ID = concat!("SELECT ", invite_columns!(), " FROM group_invites i WHERE i.id = $1 AND i.group_id = $2");

    /// Rides on group_invites_by_group.
    OF_GROUP = concat!("SELECT ", invite_columns!(), " FROM group_invites i WHERE i.group_id = $1 ORDER BY i.id DESC LIMIT 500");

    /// What admits at this moment, of all groups, the newest first. Rides on group_invites_open; what has expired is cleaned
    /// up every minute.
    OPEN = concat!("SELECT ", invite_columns!(), ", u.name, u.username, g.name
           FROM group_invites i
           JOIN groups g ON g.id = i.group_id
           JOIN users u ON u.id = i.created_by
          WHERE i.id < $1 AND i.expires_at > $2 AND i.revoked_at IS NULL
            AND (i.max_uses IS NULL OR i.uses < i.max_uses)
            AND g.is_archived = FALSE AND u.is_active
          ORDER BY i.id DESC
          LIMIT $3");

    /// What admits at this moment: not expired, not spent, not revoked, its group not archived, its maker not closed.
    ALIVE = concat!("SELECT ", invite_columns!(), ", w.name, g.name, g.topic, u.name
           FROM group_invites i
           JOIN groups g ON g.id = i.group_id
           JOIN workspaces w ON w.id = g.workspace_id
           JOIN users u ON u.id = i.created_by
          WHERE i.code_hash = $1 AND i.expires_at > $2 AND i.revoked_at IS NULL
            AND (i.max_uses IS NULL OR i.uses < i.max_uses)
            AND g.is_archived = FALSE AND u.is_active");

    /// Open invites of one person. Rides on group_invites_by_creator.
    OPEN_OF = "SELECT count(*) FROM group_invites
                WHERE created_by = $1 AND expires_at > $2 AND revoked_at IS NULL AND (max_uses IS NULL OR uses < max_uses)";

    INSERT = "INSERT INTO group_invites (id, group_id, code_hash, created_by, role, email, max_uses, created_at, expires_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    USE = "UPDATE group_invites SET uses = uses + 1
            WHERE id = $1 AND (max_uses IS NULL OR uses < max_uses) AND expires_at > $2 AND revoked_at IS NULL";

    REVOKE = "UPDATE group_invites SET revoked_at = $1 WHERE id = $2 AND group_id = $3 AND revoked_at IS NULL";

    ANYWHERE = concat!("SELECT ", invite_columns!(), " FROM group_invites i WHERE i.id = $1");
    REVOKE_ANYWHERE = "UPDATE group_invites SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL";

    /// The statement of the trigger cleanup_expired_invites, for the timer. Rides on group_invites_by_expiry.
    CLEANUP_EXPIRED = "DELETE FROM group_invites WHERE expires_at <= $1";
}

fn invite(row: &Row<'_>) -> Result<Invite> {
    Ok(Invite {
        id: row.get(0)?,
        group_id: row.get(1)?,
        created_by: row.get(2)?,
        created_at: row.get(3)?,
        expires_at: row.get(4)?,
        max_uses: row.get(5)?,
        uses: row.get(6)?,
        role: row.get(7)?,
        email: row.get(8)?,
        revoked_at: row.get(9)?,
    })
}

/// The group's invites, newest first, for who may invite.
pub fn of_group(tx: &Tx<'_>, here: &InGroup) -> Result<Vec<Invite>> {
    tx.query(OF_GROUP, &[&here.group()], invite)
}

/// What admits people now, those before `before`, the newest first, for who looks after the server's doors. A group that
/// `who` may not see has no name for them.
pub fn open(
    tx: &Tx<'_>,
    _keeper: &ServerKeeper,
    who: &ActiveUser,
    before: InviteId,
    limit: u32,
) -> Result<Vec<OpenInvite>> {
    let found = tx.query(OPEN, &[&before, &tx.now(), &limit], |row| {
        let invite = invite(row)?;
        let made_by = Named { id: invite.created_by, name: row.get(10)?, username: row.get(11)? };
        Ok((invite, made_by, row.get::<String>(12)?))
    })?;
    let shown = |(invite, made_by, name): (Invite, Named, String)| {
        let is_shown = access::may_see_group(tx, who.user(), invite.group_id)?.is_some();
        Ok(OpenInvite {
            id: invite.id,
            group: is_shown.then_some(NamedGroup { id: invite.group_id, name }),
            made_by,
            created_at: invite.created_at,
            expires_at: invite.expires_at,
            max_uses: invite.max_uses,
            uses: invite.uses,
            role: invite.role,
            email: invite.email,
        })
    };
    found.into_iter().map(shown).collect()
}

/// Makes an invite of any group void; the invite.
///
/// # Errors
/// `NotFound` when there is no such open invite.
pub fn revoke_anywhere(tx: &WriteTx<'_>, _keeper: &ServerKeeper, id: InviteId) -> Result<Invite> {
    match tx.execute(REVOKE_ANYWHERE, &[&tx.now(), &id])? {
        1 => tx.query_one(ANYWHERE, &[&id], invite),
        _ => Err(Error::NotFound("invite")),
    }
}

/// An invite to be made.
pub struct NewInvite {
    pub expires_at: Timestamp,
    /// `None`: any number.
    pub max_uses: Option<i64>,
    pub role: InviteRole,
    pub email: Option<Email>,
}

/// Makes an invite that `code` opens.
///
/// # Errors
/// `Conflict` when the inviter has `most` open ones already.
pub fn insert(
    tx: &WriteTx<'_>,
    group: GroupId,
    created_by: UserId,
    code: &Secret,
    new: &NewInvite,
    most: i64,
) -> Result<Invite> {
    let open: i64 = tx.query_one(OPEN_OF, &[&created_by, &tx.now()], |row| row.get(0))?;
    if open >= most {
        return Err(Error::Conflict("You have as many open invites as you may; revoke some first."));
    }
    let id = InviteId::from_uuid(tx.new_id());
    let email = new.email.as_ref().map(Email::as_str);
    // The trigger cleans up by this instant, so a clock that has just jumped must not be in it.
    let made_at = tx.settled();
    let params: &[&dyn Param] =
        &[&id, &group, &code.hash(), &created_by, &new.role, &email, &new.max_uses, &made_at, &new.expires_at];
    tx.execute(INSERT, params)?;
    tx.query_one(BY_ID, &[&id, &group], invite)
}

/// An invite that admits at this moment, with what its holder may know.
pub struct Alive {
    pub invite: Invite,
    pub invitation: Invitation,
}

/// # Errors
/// `InviteGone`: expired, spent, revoked and unknown look alike.
pub fn alive(tx: &Tx<'_>, code: &Secret) -> Result<Alive> {
    let read = |row: &Row<'_>| {
        let invite = invite(row)?;
        let invitation = Invitation {
            workspace_name: row.get(10)?,
            group_name: row.get(11)?,
            group_topic: row.get(12)?,
            inviter_name: row.get(13)?,
            expires_at: invite.expires_at,
            email: invite.email.clone(),
        };
        Ok(Alive { invite, invitation })
    };
    tx.query_opt(ALIVE, &[&code.hash(), &tx.now()], read)?.ok_or(Error::InviteGone)
}

/// Counts one use. The condition stands in the statement, so that no race admits one too many.
///
/// # Errors
/// `InviteGone`.
pub fn spend(tx: &WriteTx<'_>, invite: InviteId) -> Result<()> {
    match tx.execute(USE, &[&invite, &tx.now()])? {
        1 => Ok(()),
        _ => Err(Error::InviteGone),
    }
}

/// Makes an invite void; the invite.
///
/// # Errors
/// `NotFound` when the group has no such open invite.
pub fn revoke(tx: &WriteTx<'_>, here: &InGroup, id: InviteId) -> Result<Invite> {
    match tx.execute(REVOKE, &[&tx.now(), &id, &here.group()])? {
        1 => tx.query_one(BY_ID, &[&id, &here.group()], invite),
        _ => Err(Error::NotFound("invite")),
    }
}

/// Removes what has expired; how many.
pub fn cleanup_expired(tx: &WriteTx<'_>) -> Result<usize> {
    tx.execute(CLEANUP_EXPIRED, &[&tx.settled()])
}
