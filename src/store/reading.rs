//! How far people have read: columns of `group_members` and `direct_conversations`.

use super::access::{ActiveUser, Reader};
use super::db::{Tx, WriteTx, statements};
use super::{mentions, messages};
use crate::domain::{MessageId, Place, UserId};
use crate::error::{Error, Result};

/// What is on a timeline and not to be read: deleted messages, and the server's own lines. Word for word the condition of
/// the indexes that count them.
macro_rules! is_silent {
    ($table:literal) => {
        concat!("(", $table, ".deleted_at IS NOT NULL OR ", $table, ".kind = 'system')")
    };
}
pub(super) use is_silent;

statements! {
    ADVANCE_IN_GROUP = "UPDATE group_members SET last_read_ordinal = $1
                         WHERE user_id = $2 AND group_id = $3 AND last_read_ordinal < $1";
    ADVANCE_IN_DIRECT_A = "UPDATE direct_conversations SET a_read_ordinal = $1 WHERE id = $2 AND user_a_id = $3 AND a_read_ordinal < $1";
    ADVANCE_IN_DIRECT_B = "UPDATE direct_conversations SET b_read_ordinal = $1 WHERE id = $2 AND user_b_id = $3 AND b_read_ordinal < $1";

    GO_BACK_IN_GROUP = "UPDATE group_members SET last_read_ordinal = $1
                         WHERE user_id = $2 AND group_id = $3 AND last_read_ordinal > $1";
    GO_BACK_IN_DIRECT_A = "UPDATE direct_conversations SET a_read_ordinal = $1 WHERE id = $2 AND user_a_id = $3 AND a_read_ordinal > $1";
    GO_BACK_IN_DIRECT_B = "UPDATE direct_conversations SET b_read_ordinal = $1 WHERE id = $2 AND user_b_id = $3 AND b_read_ordinal > $1";

    /// Where somebody has something unread: as many rows as they are in groups. Rides on the unique index (user_id, group_id).
    UNREAD_GROUPS = "SELECT m.group_id, g.message_count, m.last_read_ordinal
                       FROM group_members m JOIN groups g ON g.id = m.group_id
                      WHERE m.user_id = $1 AND m.last_read_ordinal < g.message_count
                      LIMIT $2";
    /// The same of direct conversations. Rides on the unique index (user_a_id, user_b_id) and direct_conversations_by_b.
    UNREAD_DIRECTS = "SELECT id, message_count, a_read_ordinal FROM direct_conversations
                       WHERE user_a_id = $1 AND a_read_ordinal < message_count
                      UNION ALL
                      SELECT id, message_count, b_read_ordinal FROM direct_conversations
                       WHERE user_b_id = $1 AND b_read_ordinal < message_count
                      LIMIT $2";

    POSITION_IN_GROUP = "SELECT last_read_ordinal FROM group_members WHERE user_id = $1 AND group_id = $2";
    POSITION_IN_DIRECT = "SELECT CASE WHEN user_a_id = $1 THEN a_read_ordinal ELSE b_read_ordinal END
                            FROM direct_conversations WHERE id = $2";

    /// Rides on messages_silent_in_group.
    SILENT_IN_GROUP = concat!("SELECT count(*) FROM messages m WHERE m.group_id = $1 AND m.ordinal > $2 AND ", is_silent!("m"));
    SILENT_IN_DIRECT = concat!("SELECT count(*) FROM messages m WHERE m.direct_id = $1 AND m.ordinal > $2 AND ", is_silent!("m"));
}

/// How far somebody has read a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    pub last_read_ordinal: i64,
    /// How many of the messages after that do not count as unread: deleted ones, and the server's own lines.
    pub silent_unread: i64,
    /// The ordinals of those that mention the reader, the newest first, at most 100.
    pub unread_mentions: Vec<i64>,
}

/// Moves the reader's position on to a message, never back. Where it is then, and whether it moved.
///
/// # Errors
/// `NotFound` when the message is not on the conversation's timeline.
pub fn mark_read(tx: &WriteTx<'_>, reader: &Reader, id: MessageId) -> Result<(Position, bool)> {
    let ordinal = ordinal_of(tx, reader.place(), id)?;
    let moved = advance(tx, reader.user(), reader.place(), ordinal)?;
    Ok((of(tx, reader.user(), reader.place())?.ok_or(Error::NotFound("conversation"))?, moved))
}

/// Moves the reader's position back to before a message. Where it is then, and whether it moved.
///
/// # Errors
/// `NotFound` when the message is not on the conversation's timeline.
pub fn mark_unread(tx: &WriteTx<'_>, reader: &Reader, id: MessageId) -> Result<(Position, bool)> {
    let before = ordinal_of(tx, reader.place(), id)? - 1;
    let moved = go_back(tx, reader, before)?;
    Ok((position(tx, reader)?, moved))
}

/// Moves the reader's position back, never on; whether it moved.
pub fn go_back(tx: &WriteTx<'_>, reader: &Reader, ordinal: i64) -> Result<bool> {
    let (before, user) = (ordinal.max(0), reader.user());
    let moved = match reader.place() {
        Place::Group(id) => tx.execute(GO_BACK_IN_GROUP, &[&before, &user, &id])?,
        Place::Direct(id) => {
            tx.execute(GO_BACK_IN_DIRECT_A, &[&before, &id, &user])?
                + tx.execute(GO_BACK_IN_DIRECT_B, &[&before, &id, &user])?
        }
    };
    Ok(moved > 0)
}

/// How far the reader has read.
///
/// # Errors
/// `NotFound` when they are no longer there.
pub fn position(tx: &Tx<'_>, reader: &Reader) -> Result<Position> {
    of(tx, reader.user(), reader.place())?.ok_or(Error::NotFound("conversation"))
}

/// The asker's conversations with something unread, each with its last ordinal and how far they have read; at most `most`.
pub fn unread(tx: &Tx<'_>, who: &ActiveUser, most: usize) -> Result<Vec<(Place, i64, i64)>> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let mut found = tx.query(UNREAD_GROUPS, &[&who.user(), &limit], |row| {
        Ok((Place::Group(row.get(0)?), row.get(1)?, row.get(2)?))
    })?;
    found.extend(tx.query(UNREAD_DIRECTS, &[&who.user(), &limit], |row| {
        Ok((Place::Direct(row.get(0)?), row.get(1)?, row.get(2)?))
    })?);
    found.truncate(most);
    Ok(found)
}

/// Moves somebody's position on, never back; whether it moved.
pub fn advance(tx: &WriteTx<'_>, user: UserId, place: Place, ordinal: i64) -> Result<bool> {
    let moved = match place {
        Place::Group(id) => tx.execute(ADVANCE_IN_GROUP, &[&ordinal, &user, &id])?,
        Place::Direct(id) => {
            tx.execute(ADVANCE_IN_DIRECT_A, &[&ordinal, &id, &user])?
                + tx.execute(ADVANCE_IN_DIRECT_B, &[&ordinal, &id, &user])?
        }
    };
    Ok(moved > 0)
}

/// How far somebody has read; `None` when they are not in the group.
pub(super) fn of(tx: &Tx<'_>, user: UserId, place: Place) -> Result<Option<Position>> {
    let position: Option<i64> = match place {
        Place::Group(id) => tx.query_opt(POSITION_IN_GROUP, &[&user, &id], |row| row.get(0))?,
        Place::Direct(id) => tx.query_opt(POSITION_IN_DIRECT, &[&user, &id], |row| row.get(0))?,
    };
    let Some(last_read_ordinal) = position else { return Ok(None) };
    let silent_unread = match place {
        Place::Group(id) => tx.query_one(SILENT_IN_GROUP, &[&id, &last_read_ordinal], |row| row.get(0))?,
        Place::Direct(id) => tx.query_one(SILENT_IN_DIRECT, &[&id, &last_read_ordinal], |row| row.get(0))?,
    };
    let unread_mentions = mentions::unread(tx, user, place, last_read_ordinal)?;
    Ok(Some(Position { last_read_ordinal, silent_unread, unread_mentions }))
}

/// Moves somebody's position on to what comes next, if they have read all before it; whether it moved.
pub fn catch_up(tx: &WriteTx<'_>, user: UserId, place: Place, ordinal: i64) -> Result<bool> {
    let had_read_all = of(tx, user, place)?.is_some_and(|now| now.last_read_ordinal == ordinal - 1);
    if had_read_all { advance(tx, user, place, ordinal) } else { Ok(false) }
}

/// How far somebody has read; `None` when they are not in the group.
pub fn position_of(tx: &Tx<'_>, user: UserId, place: Place) -> Result<Option<Position>> {
    of(tx, user, place)
}

fn ordinal_of(tx: &Tx<'_>, place: Place, id: MessageId) -> Result<i64> {
    let here = messages::by_id(tx, id)?.filter(|message| message.place() == Some(place));
    here.and_then(|message| message.ordinal).ok_or(Error::NotFound("message"))
}
