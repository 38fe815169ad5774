//! `sessions`: signed-in devices. A token is known to its device alone; here is its hash.

use std::time::Duration;

use super::access::{ActiveUser, Asker};
use super::db::{Row, Tx, WriteTx, statements};
use crate::domain::secret::{Secret, SecretHash};
use crate::domain::{Event, Scope, Session, SessionId, Timestamp, UserId};
use crate::error::Result;

statements! {
    /// Who holds a token. Rides on the unique index of token_hash.
    BY_TOKEN = "SELECT s.id, s.user_id, s.last_active_at, s.expires_at
                  FROM sessions s JOIN users u ON u.id = s.user_id
                 WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.is_active AND NOT u.is_banned";

    OF_USER = "SELECT id, user_agent, address, created_at, last_active_at, expires_at
                 FROM sessions WHERE user_id = $1 AND expires_at > $2 ORDER BY created_at, id";

    INSERT = "INSERT INTO sessions (id, user_id, token_hash, user_agent, address, created_at, last_active_at, password_at, expires_at)
              VALUES ($1, $2, $3, $4, $5, $6, $6, $6, $7)";

    /// The oldest of somebody's sessions beyond the number that they may have. Rides on sessions_by_user.
    BEYOND = "SELECT id FROM sessions WHERE user_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1000 OFFSET $2";

    IDS_OF_USER = "SELECT id FROM sessions WHERE user_id = $1";
    DELETE = "DELETE FROM sessions WHERE id = $1";
    EXPIRED = "SELECT id, user_id FROM sessions WHERE expires_at <= $1 LIMIT 500";
    PASSWORD_GIVEN = "UPDATE sessions SET password_at = $1 WHERE id = $2";
    SEEN = "UPDATE sessions SET last_active_at = $1, expires_at = $2, address = $3 WHERE id = $4";
    CREATED_AT = "SELECT created_at FROM sessions WHERE id = $1";
}

/// Most devices that one account may have signed in at once; the oldest give way.
const MOST_DEVICES: i64 = 100;

/// How long a session may last.
#[derive(Clone, Copy, Debug)]
pub struct Lifetime {
    /// Without being used.
    pub idle: Duration,
    /// In all.
    pub most: Duration,
}

impl Lifetime {
    fn end(&self, created_at: Timestamp, used_at: Timestamp) -> Timestamp {
        used_at.plus(self.idle).min(created_at.plus(self.most))
    }
}

/// Who a token belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Holder {
    pub asker: Asker,
    pub last_active_at: Timestamp,
    pub expires_at: Timestamp,
}

/// `None` for a token that nobody has, that has expired, or whose account is closed.
pub fn holder_of(tx: &Tx<'_>, token: &SecretHash) -> Result<Option<Holder>> {
    tx.query_opt(BY_TOKEN, &[token, &tx.settled()], |row| {
        let asker = Asker { session: row.get(0)?, user: row.get(1)? };
        Ok(Holder { asker, last_active_at: row.get(2)?, expires_at: row.get(3)? })
    })
}

fn session(row: &Row<'_>, current: SessionId) -> Result<Session> {
    let id: SessionId = row.get(0)?;
    Ok(Session {
        id,
        user_agent: row.get(1)?,
        address: row.get(2)?,
        created_at: row.get(3)?,
        last_active_at: row.get(4)?,
        expires_at: row.get(5)?,
        is_current: id == current,
        is_connected: false,
    })
}

/// The asker's devices, oldest first. Whether they are connected is for the hub to say.
pub fn of_user(tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<Session>> {
    tx.query(OF_USER, &[&who.user(), &tx.settled()], |row| session(row, who.session()))
}

/// What is noted of a device when it signs in.
#[derive(Clone, Debug)]
pub struct Device {
    /// Cut to 250 characters.
    pub user_agent: String,
    pub address: String,
}

/// Signs a device in.
pub fn insert(tx: &WriteTx<'_>, user: UserId, token: &Secret, device: &Device, lifetime: Lifetime) -> Result<Session> {
    let id = SessionId::from_uuid(tx.new_id());
    let now = tx.now();
    let expires_at = lifetime.end(now, now);
    tx.execute(INSERT, &[&id, &user, &token.hash(), &device.user_agent, &device.address, &now, &expires_at])?;
    for old in tx.query(BEYOND, &[&user, &MOST_DEVICES], |row| row.get(0))? {
        end(tx, user, old)?;
    }
    Ok(Session {
        id,
        user_agent: device.user_agent.clone(),
        address: device.address.clone(),
        created_at: now,
        last_active_at: now,
        expires_at,
        is_current: true,
        is_connected: false,
    })
}

/// Ends one session. Its connections are closed by the event.
pub fn end(tx: &WriteTx<'_>, user: UserId, session: SessionId) -> Result<()> {
    if tx.execute(DELETE, &[&session])? > 0 {
        tx.emit(Scope::User(user), Event::SessionsEnded { session_ids: vec![session] })?;
    }
    Ok(())
}

/// Ends all of somebody's sessions but one; how many.
pub fn end_all(tx: &WriteTx<'_>, user: UserId, but: Option<SessionId>) -> Result<usize> {
    let sessions: Vec<SessionId> = tx.query(IDS_OF_USER, &[&user], |row| row.get(0))?;
    let mut ended = 0;
    for session in sessions.into_iter().filter(|s| Some(*s) != but) {
        end(tx, user, session)?;
        ended += 1;
    }
    Ok(ended)
}

/// Removes sessions whose time is over, at most 500 in one go; how many.
pub fn end_expired(tx: &WriteTx<'_>) -> Result<usize> {
    let expired: Vec<(SessionId, UserId)> =
        tx.query(EXPIRED, &[&tx.settled()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (session, user) in &expired {
        end(tx, *user, *session)?;
    }
    Ok(expired.len())
}

/// The asker has just given the password.
pub fn password_given(tx: &WriteTx<'_>, who: &ActiveUser) -> Result<()> {
    tx.execute(PASSWORD_GIVEN, &[&tx.now(), &who.session()]).map(|_| ())
}

/// A session was used: it lives on.
pub fn seen(tx: &WriteTx<'_>, session: SessionId, at: Timestamp, address: &str, lifetime: Lifetime) -> Result<()> {
    let created_at: Option<Timestamp> = tx.query_opt(CREATED_AT, &[&session], |row| row.get(0))?;
    let Some(created_at) = created_at else { return Ok(()) };
    tx.execute(SEEN, &[&at, &lifetime.end(created_at, at), &address, &session]).map(|_| ())
}
