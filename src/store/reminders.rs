//! `reminders`: when people want to be told of a message again.

use super::access::{ActiveUser, Reader};
use super::db::{Param, Row, Tx, WriteTx, statements};
use super::messages::{MESSAGE_COLUMNS, dress, group_of_message, is_read_now, message_at, message_columns};
use crate::domain::later::{Ahead, RemindedMessage, columns_of};
use crate::domain::{Event, GroupId, Message, MessageId, Reminder, Timestamp, UserId};
use crate::error::{Error, Result};

/// From somebody's reminders where they may read now.
macro_rules! reminders {
    ($columns:expr, $more:expr) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM reminders r
               JOIN messages m ON m.id = r.message_id
              WHERE r.user_id = $1
                AND ",
            is_read_now!(),
            " ",
            $more
        )
    };
}

/// The columns of a [`Reminder`].
macro_rules! reminder_columns {
    () => {
        concat!("r.message_id, ", group_of_message!(), ", m.direct_id, r.remind_at, r.told_at")
    };
}

statements! {
    PUT = "INSERT INTO reminders (user_id, message_id, remind_at, created_at, thread_root_id)
           VALUES ($1, $2, $3, $4, (SELECT thread_root_id FROM messages WHERE id = $2))
           ON CONFLICT (user_id, message_id) DO UPDATE SET remind_at = $3, told_at = NULL";
    REMOVE = "DELETE FROM reminders WHERE user_id = $1 AND message_id = $2";
    /// Rides on reminders_by_message.
    REMOVE_ALL_OF = "DELETE FROM reminders WHERE message_id = $1";

    /// Rides on reminders_by_message and reminders_by_thread.
    HOLDERS = "SELECT user_id, message_id FROM reminders WHERE message_id = $1
               UNION ALL
               SELECT user_id, message_id FROM reminders WHERE thread_root_id = $1";

    /// Ride on the primary key.
    OTHERS = reminders!("count(*)", "AND r.message_id <> $2");
    OF_USER = reminders!(reminder_columns!(), "ORDER BY r.remind_at LIMIT 100");
    IN_GROUP = reminders!(reminder_columns!(), concat!("AND ", group_of_message!(), " = $2 LIMIT 100"));
    BY_MESSAGE = reminders!(reminder_columns!(), "AND r.message_id = $2");
    WITH_MESSAGES = reminders!(concat!(message_columns!(), ", r.remind_at, r.told_at"), "ORDER BY r.remind_at LIMIT 100");

    /// Ride on reminders_to_tell.
    TO_TELL = "SELECT user_id, message_id FROM reminders WHERE told_at IS NULL AND remind_at <= $1 ORDER BY remind_at LIMIT $2";
    NEXT = "SELECT remind_at FROM reminders WHERE told_at IS NULL ORDER BY remind_at LIMIT 1";
    SET_TOLD = "UPDATE reminders SET told_at = $1 WHERE user_id = $2 AND message_id = $3 AND told_at IS NULL";
}

/// Reminders that one person may have.
const MOST_REMINDERS: i64 = 100;

fn reminder(row: &Row<'_>) -> Result<Reminder> {
    Ok(Reminder {
        message_id: row.get(0)?,
        group_id: row.get(1)?,
        direct_id: row.get(2)?,
        remind_at: row.get(3)?,
        told_at: row.get(4)?,
    })
}

/// Reminds the reader of a message at a time, instead of at an earlier choice.
///
/// # Errors
/// `Conflict` when they have 100 others.
pub fn put(tx: &WriteTx<'_>, reader: &Reader, message: MessageId, at: Ahead) -> Result<Reminder> {
    let (user, remind_at) = (reader.user(), at.at());
    if tx.query_one(OTHERS, &[&user, &message], |row| row.get::<i64>(0))? >= MOST_REMINDERS {
        return Err(Error::Conflict("You have as many reminders as can be kept; finish some first."));
    }
    let params: &[&dyn Param] = &[&user, &message, &remind_at, &tx.now()];
    tx.execute(PUT, params)?;
    let (group_id, direct_id) = columns_of(reader.place());
    Ok(Reminder { message_id: message, group_id, direct_id, remind_at, told_at: None })
}

/// Takes a reminder away; whether there was one.
pub fn remove(tx: &WriteTx<'_>, reader: &Reader, message: MessageId) -> Result<bool> {
    Ok(tx.execute(REMOVE, &[&reader.user(), &message])? > 0)
}

/// Nobody is reminded of a message any more: it is deleted.
pub(super) fn remove_all_of(tx: &WriteTx<'_>, message: MessageId) -> Result<()> {
    tx.execute(REMOVE_ALL_OF, &[&message]).map(|_| ())
}

/// After a post has moved: what it means to each of those who are to be reminded of it, or of a reply to it. Who may not
/// read there is reminded no longer.
pub(super) fn moved(tx: &WriteTx<'_>, root: MessageId) -> Result<Vec<(UserId, Event)>> {
    let holders = tx.query(HOLDERS, &[&root], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut told = Vec::with_capacity(holders.len());
    for (user, message_id) in holders {
        let event = match of_message(tx, user, message_id)? {
            Some(reminder) => Event::ReminderUpdated { reminder },
            None => {
                tx.execute(REMOVE, &[&user, &message_id])?;
                Event::ReminderRemoved { message_id }
            }
        };
        told.push((user, event));
    }
    Ok(told)
}

/// The asker's reminders where they may read, the soonest first.
pub fn of_user(tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<Reminder>> {
    tx.query(OF_USER, &[&who.user()], reminder)
}

/// Somebody's reminders in a group that they are in.
pub(super) fn in_group(tx: &Tx<'_>, user: UserId, group: GroupId) -> Result<Vec<Reminder>> {
    tx.query(IN_GROUP, &[&user, &group], reminder)
}

/// Somebody's reminder of a message, if there is one and they may read it.
pub fn of_message(tx: &Tx<'_>, user: UserId, message: MessageId) -> Result<Option<Reminder>> {
    tx.query_opt(BY_MESSAGE, &[&user, &message], reminder)
}

/// The asker's reminders with their messages, where they may read now, the soonest first.
pub fn with_messages(tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<RemindedMessage>> {
    let read = |row: &Row<'_>| {
        Ok((
            message_at(row, 0)?,
            (row.get::<Timestamp>(MESSAGE_COLUMNS)?, row.get::<Option<Timestamp>>(MESSAGE_COLUMNS + 1)?),
        ))
    };
    let (mut messages, times): (Vec<Message>, Vec<_>) =
        tx.query(WITH_MESSAGES, &[&who.user()], read)?.into_iter().unzip();
    dress(tx, &mut messages)?;
    let item = |(message, (remind_at, told_at))| RemindedMessage { message, remind_at, told_at };
    Ok(messages.into_iter().zip(times).map(item).collect())
}

/// Notes that reminders whose time has come are told, at most `limit`, the earliest first: whom to tell of what. What
/// somebody may not read any more is not told to them.
pub fn tell_due(tx: &WriteTx<'_>, limit: u32) -> Result<Vec<(UserId, Reminder)>> {
    let due =
        tx.query(TO_TELL, &[&tx.settled(), &limit], |row| Ok((row.get::<UserId>(0)?, row.get::<MessageId>(1)?)))?;
    let mut told = Vec::new();
    for (user, message) in due {
        tx.execute(SET_TOLD, &[&tx.now(), &user, &message])?;
        told.extend(of_message(tx, user, message)?.map(|reminder| (user, reminder)));
    }
    Ok(told)
}

/// When the next reminder is to be told.
pub fn next(tx: &Tx<'_>) -> Result<Option<Timestamp>> {
    tx.query_opt(NEXT, &[], |row| row.get(0))
}
