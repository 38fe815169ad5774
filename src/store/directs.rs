//! `direct_conversations`: one for each pair of people.

use super::access::{Acquaintance, ActiveUser};
use super::db::{Param, Row, Tx, WriteTx, statements};
use super::mentions;
use super::reading::is_silent;
use super::users::{user_at, user_columns};
use crate::domain::{Direct, DirectId, Place, UserId};
use crate::error::{Error, Result};

/// A conversation as one of the two sees it; that one's id is the statement's first parameter.
macro_rules! direct_columns {
    () => {
        concat!(
            "d.id, d.created_at, d.last_message_at, d.message_count, \
             CASE WHEN d.user_a_id = $1 THEN d.a_read_ordinal ELSE d.b_read_ordinal END, \
             (SELECT count(*) FROM messages x WHERE x.direct_id = d.id AND ",
            is_silent!("x"),
            " AND x.ordinal > CASE WHEN d.user_a_id = $1 THEN d.a_read_ordinal ELSE d.b_read_ordinal END)"
        )
    };
}

statements! {
    BY_ID = concat!("SELECT ", direct_columns!(), ", ", user_columns!(), "
           FROM direct_conversations d
           JOIN users u ON u.id = CASE WHEN d.user_a_id = $1 THEN d.user_b_id ELSE d.user_a_id END
          WHERE d.id = $2");

    /// Somebody's conversations, the latest first: those with messages, and those that they opened themselves.
    OF_USER = concat!("SELECT ", direct_columns!(), ", ", user_columns!(), "
           FROM direct_conversations d
           JOIN users u ON u.id = CASE WHEN d.user_a_id = $1 THEN d.user_b_id ELSE d.user_a_id END
          WHERE (d.user_a_id = $1 OR d.user_b_id = $1)
            AND (d.last_message_at IS NOT NULL OR d.opened_by IS NULL OR d.opened_by = $1)
          ORDER BY coalesce(d.last_message_at, d.created_at) DESC, d.id
          LIMIT 1000");

    BETWEEN = "SELECT id, opened_by, last_message_at IS NOT NULL FROM direct_conversations WHERE user_a_id = $1 AND user_b_id = $2";
    PAIR = "SELECT user_a_id, user_b_id FROM direct_conversations WHERE id = $1";
    INSERT = "INSERT INTO direct_conversations (id, user_a_id, user_b_id, opened_by, created_at) VALUES ($1, $2, $3, $4, $5)";
    /// The one who comes second opened it as well as the one who came first, who goes on seeing it.
    OPENED_BY_BOTH = "UPDATE direct_conversations SET opened_by = NULL WHERE id = $1";
}

fn direct(row: &Row<'_>) -> Result<Direct> {
    Ok(Direct {
        id: row.get(0)?,
        created_at: row.get(1)?,
        last_message_at: row.get(2)?,
        last_ordinal: row.get(3)?,
        last_read_ordinal: row.get(4)?,
        silent_unread: row.get(5)?,
        unread_mentions: Vec::new(),
        user: user_at(row, 6)?,
    })
}

fn with_mentions(tx: &Tx<'_>, viewer: UserId, mut direct: Direct) -> Result<Direct> {
    direct.unread_mentions = mentions::unread(tx, viewer, Place::Direct(direct.id), direct.last_read_ordinal)?;
    Ok(direct)
}

/// A conversation as `viewer`, who is one of the two, sees it.
pub(super) fn as_seen_by(tx: &Tx<'_>, viewer: UserId, id: DirectId) -> Result<Option<Direct>> {
    tx.query_opt(BY_ID, &[&viewer, &id], direct)?.map(|found| with_mentions(tx, viewer, found)).transpose()
}

/// The conversation as the other of the two sees it, to be told to them.
pub fn for_other(tx: &Tx<'_>, other: UserId, id: DirectId) -> Result<Direct> {
    as_seen_by(tx, other, id)?.ok_or(Error::NotFound("conversation"))
}

/// The asker's conversations, the latest first, at most 1,000.
pub fn of_user(tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<Direct>> {
    let found = tx.query(OF_USER, &[&who.user()], direct)?;
    found.into_iter().map(|one| with_mentions(tx, who.user(), one)).collect()
}

/// The two of a conversation.
pub(super) fn pair(tx: &Tx<'_>, id: DirectId) -> Result<Option<[UserId; 2]>> {
    tx.query_opt(PAIR, &[&id], |row| Ok([row.get(0)?, row.get(1)?]))
}

/// The conversation of two people, found or made; whether the asker sees it for the first time.
pub fn open(tx: &WriteTx<'_>, with: &Acquaintance) -> Result<(Direct, bool)> {
    let (me, other) = (with.user(), with.other());
    let (a, b) = if me < other { (me, other) } else { (other, me) };
    let found = tx.query_opt(BETWEEN, &[&a, &b], |row| {
        Ok((row.get::<DirectId>(0)?, row.get::<Option<UserId>>(1)?, row.get::<bool>(2)?))
    })?;
    let (id, is_new) = match found {
        Some((id, Some(opened_by), false)) if opened_by != me => {
            tx.execute(OPENED_BY_BOTH, &[&id])?;
            (id, true)
        }
        Some((id, ..)) => (id, false),
        None => (insert(tx, a, b, me)?, true),
    };
    let direct = as_seen_by(tx, me, id)?.ok_or(Error::NotFound("conversation"))?;
    Ok((direct, is_new))
}

fn insert(tx: &WriteTx<'_>, a: UserId, b: UserId, opened_by: UserId) -> Result<DirectId> {
    let id = DirectId::from_uuid(tx.new_id());
    let params: &[&dyn Param] = &[&id, &a, &b, &opened_by, &tx.now()];
    tx.execute(INSERT, params)?;
    Ok(id)
}
