//! `password_resets`: links by which somebody gives themselves a new password. A code is known to its holder alone; here
//! is its hash.

use std::time::Duration;

use super::access;
use super::db::{Row, Tx, WriteTx, statements};
use crate::domain::{Named, Secret, ServerRole, Timestamp, UserId};
use crate::error::{Error, Result};

statements! {
    /// One for each person: the one before is void.
    PUT = "INSERT INTO password_resets (user_id, code_hash, created_by, created_at, expires_at)
           VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (user_id) DO UPDATE
              SET code_hash = excluded.code_hash, created_by = excluded.created_by,
                  created_at = excluded.created_at, expires_at = excluded.expires_at";

    /// What opens an account at this moment: not expired, neither its account nor its maker's closed. Rides on the unique
    /// index of code_hash.
    ALIVE = "SELECT u.id, u.name, u.username, u.server_role, m.server_role, r.expires_at
               FROM password_resets r
               JOIN users u ON u.id = r.user_id
               JOIN users m ON m.id = r.created_by
              WHERE r.code_hash = $1 AND r.expires_at > $2 AND u.is_active AND NOT u.is_banned
                AND m.is_active AND NOT m.is_banned";

    REMOVE = "DELETE FROM password_resets WHERE user_id = $1";
    /// Rides on password_resets_by_expiry.
    REMOVE_EXPIRED = "DELETE FROM password_resets WHERE expires_at <= $1";
}

/// How long a link works.
pub const LIFE: Duration = Duration::from_secs(24 * 60 * 60);

/// Makes the link that `code` opens; until when it works.
pub fn put(tx: &WriteTx<'_>, user: UserId, by: UserId, code: &Secret) -> Result<Timestamp> {
    let expires_at = tx.now().plus(LIFE);
    tx.execute(PUT, &[&user, &code.hash(), &by, &tx.now(), &expires_at])?;
    Ok(expires_at)
}

/// A link that works at this moment.
#[derive(Clone, Debug)]
pub struct Alive {
    pub user: Named,
    pub expires_at: Timestamp,
}

/// # Errors
/// `LinkGone`: expired, used and unknown look alike, and so does one whose maker could not make it any more.
pub fn alive(tx: &Tx<'_>, code: &Secret) -> Result<Alive> {
    let read = |row: &Row<'_>| {
        let user = Named { id: row.get(0)?, name: row.get(1)?, username: row.get(2)? };
        let (target, maker): (ServerRole, ServerRole) = (row.get(3)?, row.get(4)?);
        let may_still = access::may_manage(maker, target);
        Ok(may_still.then_some(Alive { user, expires_at: row.get(5)? }))
    };
    tx.query_opt(ALIVE, &[&code.hash(), &tx.now()], read)?.flatten().ok_or(Error::LinkGone)
}

/// Whatever link there is to somebody's account is void.
pub fn remove(tx: &WriteTx<'_>, user: UserId) -> Result<()> {
    tx.execute(REMOVE, &[&user]).map(|_| ())
}

/// Removes what has expired; how many.
pub fn remove_expired(tx: &WriteTx<'_>) -> Result<usize> {
    tx.execute(REMOVE_EXPIRED, &[&tx.settled()])
}
