//! `audit_log`: what was done by who looks after people, groups and the server. Lines are only ever added.

use super::access::{Asker, ServerKeeper};
use super::db::{AnyId, Param, Row, Tx, WriteTx, statements};
use crate::domain::audit::{Line, LineHash};
use crate::domain::{Deed, SessionId, Timestamp, UserId};
use crate::error::{Error, Result};

macro_rules! line_columns {
    () => {
        "seq, created_at, actor_id, action, subject_id, detail, address"
    };
}

statements! {
    LAST = "SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1";
    ADDRESS = "SELECT address FROM sessions WHERE id = $1";
    INSERT = "INSERT INTO audit_log (seq, created_at, actor_id, action, subject_id, detail, address, hash)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

    BEFORE = concat!("SELECT ", line_columns!(), " FROM audit_log WHERE seq < $1 ORDER BY seq DESC LIMIT $2");
    /// Rides on audit_log_by_action.
    BEFORE_OF_ACTION = concat!("SELECT ", line_columns!(), " FROM audit_log
          WHERE action = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3");
    /// Rides on audit_log_by_actor.
    BEFORE_BY_ACTOR = concat!("SELECT ", line_columns!(), " FROM audit_log
          WHERE actor_id IS NOT DISTINCT FROM $1 AND seq < $2 ORDER BY seq DESC LIMIT $3");
    /// Rides on audit_log_by_actor_and_action.
    BEFORE_OF_ACTION_BY_ACTOR = concat!("SELECT ", line_columns!(), " FROM audit_log
          WHERE actor_id IS NOT DISTINCT FROM $1 AND action = $2 AND seq < $3 ORDER BY seq DESC LIMIT $4");

    AFTER = concat!("SELECT ", line_columns!(), ", hash FROM audit_log WHERE seq > $1 ORDER BY seq LIMIT 1000");
}

/// Who did something.
#[derive(Clone, Debug)]
pub enum By {
    /// Somebody who is signed in. Noted with the address of their device.
    Person(Asker),
    /// Somebody who holds a link, and where they are.
    Holder { user: UserId, address: String },
    /// Who owns the data directory, on the command line.
    Operator,
}

/// Adds a line, in the transaction of what was done.
pub fn append(tx: &WriteTx<'_>, by: &By, deed: &Deed) -> Result<()> {
    let (seq, before) = last(tx)?;
    let (actor_id, address) = match by {
        By::Person(asker) => (Some(asker.user), address_of(tx, asker.session)?),
        By::Holder { user, address } => (Some(*user), Some(address.clone())),
        By::Operator => (None, None),
    };
    let line = Line {
        seq: seq + 1,
        created_at: tx.now(),
        actor_id,
        action: deed.action().as_str().to_owned(),
        subject_id: deed.subject(),
        detail: serde_json::to_string(deed).map_err(Error::internal)?,
        address,
    };
    let hash = line.hash_after(before);
    let subject = line.subject_id.map(AnyId);
    let params: &[&dyn Param] =
        &[&line.seq, &line.created_at, &line.actor_id, &line.action, &subject, &line.detail, &line.address, &hash];
    tx.execute(INSERT, params).map(|_| ())
}

/// The number of the newest line, and its hash.
fn last(tx: &Tx<'_>) -> Result<(i64, LineHash)> {
    let found = tx.query_opt(LAST, &[], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.unwrap_or((0, LineHash::NONE)))
}

/// The address of a device as it was noted last: at most five minutes ago.
fn address_of(tx: &Tx<'_>, session: SessionId) -> Result<Option<String>> {
    tx.query_opt(ADDRESS, &[&session], |row| row.get(0))
}

fn line(row: &Row<'_>) -> Result<Line> {
    Ok(Line {
        seq: row.get(0)?,
        created_at: row.get::<Timestamp>(1)?,
        actor_id: row.get(2)?,
        action: row.get(3)?,
        subject_id: row.get::<Option<AnyId>>(4)?.map(|id| id.0),
        detail: row.get(5)?,
        address: row.get(6)?,
    })
}

/// Whose deeds somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    Person(UserId),
    Operator,
}

/// Lines before `before`, the newest first, of one action or one actor if that is wanted.
pub fn page(
    tx: &Tx<'_>,
    _keeper: &ServerKeeper,
    action: Option<&str>,
    actor: Option<Actor>,
    before: i64,
    limit: u32,
) -> Result<Vec<Line>> {
    let by = actor.map(|actor| match actor {
        Actor::Person(id) => Some(id),
        Actor::Operator => None,
    });
    match (action, by) {
        (None, None) => tx.query(BEFORE, &[&before, &limit], line),
        (Some(action), None) => tx.query(BEFORE_OF_ACTION, &[&action, &before, &limit], line),
        (None, Some(by)) => tx.query(BEFORE_BY_ACTOR, &[&by, &before, &limit], line),
        (Some(action), Some(by)) => tx.query(BEFORE_OF_ACTION_BY_ACTOR, &[&by, &action, &before, &limit], line),
    }
}

/// What came of looking the whole log over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chain {
    /// So many lines, each of which follows from the one before.
    Whole(i64),
    /// The first line that does not.
    BrokenAt(i64),
}

/// Looks all lines over, a thousand at a time.
pub fn chain(tx: &Tx<'_>) -> Result<Chain> {
    let (mut seq, mut hash) = (0, LineHash::NONE);
    loop {
        let some = tx.query(AFTER, &[&seq], |row| Ok((line(row)?, row.get::<LineHash>(7)?)))?;
        if some.is_empty() {
            return Ok(Chain::Whole(seq));
        }
        for (line, stored) in some {
            if line.seq != seq + 1 || line.hash_after(hash) != stored {
                return Ok(Chain::BrokenAt(line.seq));
            }
            (seq, hash) = (line.seq, stored);
        }
    }
}
