//! `saved_messages`: what people saved, each for themselves.

use std::time::Duration;

use super::access::{ActiveUser, Reader};
use super::db::{Row, Tx, WriteTx, statements};
use super::messages::{MESSAGE_COLUMNS, dress, group_of_message, is_read_now, message_at, message_columns};
use crate::domain::later::{SavedMessage, columns_of};
use crate::domain::{Event, GroupId, Message, MessageId, SavedMark, Timestamp, UserId};
use crate::error::{Error, Result};

/// From somebody's saved messages where they may read now.
macro_rules! saved {
    ($columns:expr, $more:expr) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM saved_messages s
               JOIN messages m ON m.id = s.message_id
              WHERE s.user_id = $1
                AND ",
            is_read_now!(),
            " ",
            $more
        )
    };
}

/// The columns of a [`SavedMark`].
macro_rules! mark_columns {
    () => {
        concat!("s.message_id, ", group_of_message!(), ", m.direct_id, s.saved_at")
    };
}

statements! {
    INSERT = "INSERT INTO saved_messages (user_id, message_id, saved_at, thread_root_id)
              VALUES ($1, $2, $3, (SELECT thread_root_id FROM messages WHERE id = $2))";
    REMOVE = "DELETE FROM saved_messages WHERE user_id = $1 AND message_id = $2";
    /// Rides on saved_messages_by_message.
    REMOVE_ALL_OF = "DELETE FROM saved_messages WHERE message_id = $1";
    /// Rides on saved_messages_by_message and saved_messages_by_thread.
    HOLDERS = "SELECT user_id, message_id FROM saved_messages WHERE message_id = $1
               UNION ALL
               SELECT user_id, message_id FROM saved_messages WHERE thread_root_id = $1";
    /// Rides on the unique index (user_id, saved_at).
    LATEST = "SELECT saved_at FROM saved_messages WHERE user_id = $1 ORDER BY saved_at DESC LIMIT 1";
    SAVED_AT = "SELECT saved_at FROM saved_messages WHERE user_id = $1 AND message_id = $2";

    COUNT = saved!("count(*)", "");
    /// Ride on the unique index (user_id, saved_at).
    MARKS = saved!(mark_columns!(), "ORDER BY s.saved_at DESC LIMIT 1000");
    MARKS_IN_GROUP = saved!(mark_columns!(), concat!("AND ", group_of_message!(), " = $2 LIMIT 1000"));
    PAGE = saved!(concat!(message_columns!(), ", s.saved_at"), "AND s.saved_at < $2 ORDER BY s.saved_at DESC LIMIT $3");
    MARK = saved!(mark_columns!(), "AND s.message_id = $2");
}

/// Messages that one person may save.
const MOST_SAVED: i64 = 1_000;

fn mark(row: &Row<'_>) -> Result<SavedMark> {
    Ok(SavedMark { message_id: row.get(0)?, group_id: row.get(1)?, direct_id: row.get(2)?, saved_at: row.get(3)? })
}

/// Saves a message for the reader; `None` when it was saved already.
///
/// # Errors
/// `Conflict` when they have saved 1,000.
pub fn insert(tx: &WriteTx<'_>, reader: &Reader, message: MessageId) -> Result<Option<SavedMark>> {
    let user = reader.user();
    if tx.query_opt(SAVED_AT, &[&user, &message], |row| row.get::<Timestamp>(0))?.is_some() {
        return Ok(None);
    }
    if tx.query_one(COUNT, &[&user], |row| row.get::<i64>(0))? >= MOST_SAVED {
        return Err(Error::Conflict("You have saved as many messages as can be kept; let go of some first."));
    }
    let latest: Option<Timestamp> = tx.query_opt(LATEST, &[&user], |row| row.get(0))?;
    // Their order is that of saving, whatever the clock says.
    let saved_at = latest.map_or(tx.now(), |latest| tx.now().max(latest.plus(Duration::from_millis(1))));
    tx.execute(INSERT, &[&user, &message, &saved_at])?;
    let (group_id, direct_id) = columns_of(reader.place());
    Ok(Some(SavedMark { message_id: message, group_id, direct_id, saved_at }))
}

/// Lets go of a saved message; whether it was one.
pub fn remove(tx: &WriteTx<'_>, reader: &Reader, message: MessageId) -> Result<bool> {
    Ok(tx.execute(REMOVE, &[&reader.user(), &message])? > 0)
}

/// Nobody has saved a message any more: it is deleted.
pub(super) fn remove_all_of(tx: &WriteTx<'_>, message: MessageId) -> Result<()> {
    tx.execute(REMOVE_ALL_OF, &[&message]).map(|_| ())
}

/// After a post has moved: what it means to each of those who had saved it, or a reply to it. Who may not read there
/// has it saved no longer.
pub(super) fn moved(tx: &WriteTx<'_>, root: MessageId) -> Result<Vec<(UserId, Event)>> {
    let holders = tx.query(HOLDERS, &[&root], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut told = Vec::with_capacity(holders.len());
    for (user, message_id) in holders {
        let event = match mark_of(tx, user, message_id)? {
            Some(saved) => Event::MessageSaved { saved },
            None => {
                tx.execute(REMOVE, &[&user, &message_id])?;
                Event::MessageUnsaved { message_id }
            }
        };
        told.push((user, event));
    }
    Ok(told)
}

/// What the asker has saved where they may read, the latest first.
pub fn marks(tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<SavedMark>> {
    tx.query(MARKS, &[&who.user()], mark)
}

/// What somebody has saved in a group that they are in.
pub(super) fn marks_in_group(tx: &Tx<'_>, user: UserId, group: GroupId) -> Result<Vec<SavedMark>> {
    tx.query(MARKS_IN_GROUP, &[&user, &group], mark)
}

/// That somebody has saved a message, if they have and may read it.
pub(super) fn mark_of(tx: &Tx<'_>, user: UserId, message: MessageId) -> Result<Option<SavedMark>> {
    tx.query_opt(MARK, &[&user, &message], mark)
}

/// The messages that the asker saved where they may read now, the latest first, those saved before `before`.
pub fn page(tx: &Tx<'_>, who: &ActiveUser, before: Timestamp, limit: u32) -> Result<Vec<SavedMessage>> {
    let read = |row: &Row<'_>| Ok((message_at(row, 0)?, row.get::<Timestamp>(MESSAGE_COLUMNS)?));
    let (mut messages, times): (Vec<Message>, Vec<Timestamp>) =
        tx.query(PAGE, &[&who.user(), &before, &limit], read)?.into_iter().unzip();
    dress(tx, &mut messages)?;
    Ok(messages.into_iter().zip(times).map(|(message, saved_at)| SavedMessage { message, saved_at }).collect())
}
