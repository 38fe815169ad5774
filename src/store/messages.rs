//! `messages`: what people say.

pub(super) mod pages;
pub(super) mod sending;

use std::collections::BTreeSet;

pub use self::pages::{Stretch, page, page_of_thread};
pub use self::sending::{Enclosed, Spot, With, already_sent, insert, insert_post, was_sent};
use super::access::{self, Asker, Reader, ServerKeeper};
use super::db::{Row, Tx, statements};
use super::{attachments, mentions, polls, posts, previews, reactions, threads, users};
use crate::domain::poll::Poll;
use crate::domain::{Happening, Message, MessageId, MessagesFound, Timestamp, User, UserId, ids};
use crate::error::{Error, Result};

/// The group of a message `m`: a reply is where the message is that it replies to, also after that was moved. Whoever
/// asks in which group a message is, asks so; the column of a reply says where it was said.
macro_rules! group_of_message {
    () => {
        "CASE WHEN m.thread_root_id IS NULL THEN m.group_id \
              ELSE (SELECT r.group_id FROM messages r WHERE r.id = m.thread_root_id) END"
    };
}
pub(super) use group_of_message;

/// Whether a person, `$1` unless told, is in the conversation of a message `m` now, wherever it was said.
macro_rules! is_read_now {
    () => {
        is_read_now!("$1")
    };
    ($person:literal) => {
        concat!(
            "(m.direct_id IS NOT NULL \
              OR EXISTS (SELECT 1 FROM group_members g WHERE g.user_id = ",
            $person,
            " AND g.group_id = ",
            group_of_message!(),
            "))"
        )
    };
}
pub(super) use is_read_now;

/// The same, for the test that looks for it.
#[cfg(test)]
pub(super) const GROUP_OF_MESSAGE: &str = group_of_message!();

/// The columns of a [`Message`]. The text of a deleted message is in no answer.
macro_rules! message_columns {
    () => {
        "m.id, CASE WHEN m.thread_root_id IS NULL THEN m.group_id \
                    ELSE (SELECT r.group_id FROM messages r WHERE r.id = m.thread_root_id) END, m.direct_id, m.sender_id, m.receiver_id, m.client_id, m.ordinal, m.thread_root_id, m.thread_ordinal, \
         m.reply_count, m.last_reply_at, m.kind, CASE WHEN m.deleted_at IS NULL THEN m.content ELSE '' END, m.created_at, \
         m.edited_at, m.deleted_at, m.pinned_at, m.pinned_by, m.version, m.calls, m.happening, m.has_poll, \
         CASE WHEN m.deleted_at IS NULL THEN m.forward_of END"
    };
}
pub(super) use message_columns;

/// How many columns those are.
pub(super) const MESSAGE_COLUMNS: usize = 23;

statements! {
    BY_ID = concat!("SELECT ", message_columns!(), " FROM messages m WHERE m.id = $1");

    /// Takes the first row from the end.
    NEWEST_ID = "SELECT id FROM messages ORDER BY seq DESC LIMIT 1";

    /// Rides on the unique index of ids, which sort by when they were made.
    COUNT_AFTER = "SELECT count(*) FROM (SELECT 1 FROM messages WHERE id > $1 LIMIT 100000)";

}

pub(super) fn message(row: &Row<'_>) -> Result<Message> {
    message_at(row, 0)
}

/// Reads the columns of `message_columns!` from `row`, the first of them being `at`.
pub(super) fn message_at(row: &Row<'_>, at: usize) -> Result<Message> {
    let has_poll: bool = row.get(at + 21)?;
    Ok(Message {
        id: row.get(at)?,
        group_id: row.get(at + 1)?,
        direct_id: row.get(at + 2)?,
        sender_id: row.get(at + 3)?,
        receiver_id: row.get(at + 4)?,
        client_id: row.get(at + 5)?,
        ordinal: row.get(at + 6)?,
        thread_root_id: row.get(at + 7)?,
        thread_ordinal: row.get(at + 8)?,
        reply_count: row.get(at + 9)?,
        last_reply_at: row.get(at + 10)?,
        kind: row.get(at + 11)?,
        content: row.get(at + 12)?,
        created_at: row.get(at + 13)?,
        edited_at: row.get(at + 14)?,
        deleted_at: row.get(at + 15)?,
        pinned_at: row.get(at + 16)?,
        pinned_by: row.get(at + 17)?,
        version: row.get(at + 18)?,
        reactions: Vec::new(),
        repliers: Vec::new(),
        mentions: Vec::new(),
        calls: row.get(at + 19)?,
        attachments: Vec::new(),
        previews: Vec::new(),
        post: None,
        happening: row.get::<Option<String>>(at + 20)?.as_deref().and_then(Happening::from_json),
        poll: has_poll.then(Poll::default),
        forward_of: row.get(at + 22)?,
    })
}

/// A message with all that belongs to it.
pub fn by_id(tx: &Tx<'_>, id: MessageId) -> Result<Option<Message>> {
    let Some(found) = tx.query_opt(BY_ID, &[&id], message)? else { return Ok(None) };
    let mut dressed = [found];
    dress(tx, &mut dressed)?;
    let [found] = dressed;
    Ok(Some(found))
}

/// The id of the message that was said last.
pub(super) fn newest_id(tx: &Tx<'_>) -> Result<Option<MessageId>> {
    tx.query_opt(NEWEST_ID, &[], |row| row.get(0))
}

/// How many were said after `then`, the server's own lines too; 100,000 at most.
pub fn count_after(tx: &Tx<'_>, _keeper: &ServerKeeper, then: Timestamp) -> Result<i64> {
    tx.query_one(COUNT_AFTER, &[&MessageId::from_uuid(ids::first_of(then))], |row| row.get(0))
}

/// For who was proved to read the conversation in which it was said.
pub fn shown(tx: &Tx<'_>, _reader: &Reader, id: MessageId) -> Result<Message> {
    by_id(tx, id)?.ok_or(Error::NotFound("message"))
}

/// Those of these messages that the asker may read, with their senders.
pub fn found(tx: &Tx<'_>, asker: Asker, ids: &[MessageId]) -> Result<MessagesFound> {
    access::active_user(tx, asker)?;
    let mut messages = Vec::new();
    for id in ids {
        if access::may_read_message(tx, asker, *id)? {
            messages.extend(by_id(tx, *id)?);
        }
    }
    let users = people_on(tx, &messages)?;
    Ok(MessagesFound { messages, users })
}

/// Adds what stands in other rows: reactions, files, who is mentioned, who replied, and how a poll stands.
pub(super) fn dress(tx: &Tx<'_>, messages: &mut [Message]) -> Result<()> {
    for message in messages {
        message.reactions = reactions::of_message(tx, message.id)?;
        message.attachments = attachments::of_message(tx, message.id)?;
        message.previews = previews::of_message(tx, message)?;
        // Of what is on the timeline of a group, some are posts.
        if message.thread_root_id.is_none() && message.group_id.is_some() {
            message.post = posts::of_message(tx, message.id)?;
        }
        if message.content.contains('@') {
            message.mentions = mentions::of_message(tx, message.id)?;
        }
        if message.poll.is_some() {
            message.poll = Some(polls::of_message(tx, message.id)?);
        }
        if message.reply_count > 0 {
            message.repliers = threads::repliers(tx, message.id)?;
        }
    }
    Ok(())
}

/// Everybody who has written, replied, is mentioned, or came or went, on a page.
pub fn people_on(tx: &Tx<'_>, messages: &[Message]) -> Result<Vec<User>> {
    let moved = messages.iter().filter_map(|m| m.happening.as_ref().and_then(Happening::person));
    let others = messages.iter().flat_map(|m| m.repliers.iter().chain(&m.mentions).copied()).chain(moved);
    people(tx, messages.iter().map(|m| m.sender_id).chain(others))
}

/// Each of these people once.
pub fn people(tx: &Tx<'_>, ids: impl Iterator<Item = UserId>) -> Result<Vec<User>> {
    let ids: BTreeSet<UserId> = ids.collect();
    ids.into_iter().map(|id| users::by_id(tx, id)).collect()
}
