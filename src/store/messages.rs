//! `messages`: what people say, and how far they have read.

use std::collections::BTreeSet;

use super::access::{At, Poster, Reader};
use super::db::{Param, Row, Tx, WriteTx, statements};
use super::users;
use crate::domain::message::MessageKind;
use crate::domain::{ClientId, Content, DirectId, GroupId, Message, MessageId, MessagePage, Place, UserId};
use crate::error::{Error, Result};

/// The columns of a [`Message`]. The text of a deleted message is in no answer.
macro_rules! message_columns {
    () => {
        "id, group_id, direct_id, sender_id, receiver_id, client_id, ordinal, kind, \
         CASE WHEN deleted_at IS NULL THEN content ELSE '' END, created_at, edited_at, version"
    };
}

/// A page of history in both directions, for one kind of conversation.
macro_rules! pages {
    ($place:literal) => {
        [
            concat!(
                "SELECT ",
                message_columns!(),
                " FROM messages WHERE ",
                $place,
                " = $1 AND ordinal < $2 ORDER BY ordinal DESC LIMIT $3"
            ),
            concat!(
                "SELECT ",
                message_columns!(),
                " FROM messages WHERE ",
                $place,
                " = $1 AND ordinal > $2 ORDER BY ordinal LIMIT $3"
            ),
        ]
    };
}

statements! {
    /// Rides on messages_by_group.
    EARLIER_IN_GROUP = pages!("group_id")[0];
    LATER_IN_GROUP = pages!("group_id")[1];
    /// Rides on messages_by_direct.
    EARLIER_IN_DIRECT = pages!("direct_id")[0];
    LATER_IN_DIRECT = pages!("direct_id")[1];

    BY_ID = concat!("SELECT ", message_columns!(), " FROM messages WHERE id = $1");
    ORDINAL_IN_GROUP = "SELECT ordinal FROM messages WHERE id = $1 AND group_id = $2";
    ORDINAL_IN_DIRECT = "SELECT ordinal FROM messages WHERE id = $1 AND direct_id = $2";

    /// Rides on the unique index (sender_id, client_id).
    ALREADY_SENT = concat!("SELECT ", message_columns!(), " FROM messages WHERE sender_id = $1 AND client_id = $2");

    /// One row of the group, whatever the number of its members.
    COUNT_IN_GROUP = "UPDATE groups SET message_count = message_count + 1 WHERE id = $1 RETURNING message_count";
    COUNT_IN_DIRECT = "UPDATE direct_conversations SET message_count = message_count + 1, last_message_at = $1 WHERE id = $2
                       RETURNING message_count";

    INSERT = "INSERT INTO messages (id, group_id, direct_id, sender_id, receiver_id, client_id, ordinal, content, created_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    READ_IN_GROUP = "UPDATE group_members SET last_read_ordinal = $1
                      WHERE user_id = $2 AND group_id = $3 AND last_read_ordinal < $1";
    READ_IN_DIRECT_A = "UPDATE direct_conversations SET a_read_ordinal = $1 WHERE id = $2 AND user_a_id = $3 AND a_read_ordinal < $1";
    READ_IN_DIRECT_B = "UPDATE direct_conversations SET b_read_ordinal = $1 WHERE id = $2 AND user_b_id = $3 AND b_read_ordinal < $1";

    READ_POSITION_IN_GROUP = "SELECT last_read_ordinal FROM group_members WHERE user_id = $1 AND group_id = $2";
    READ_POSITION_IN_DIRECT = "SELECT CASE WHEN user_a_id = $1 THEN a_read_ordinal ELSE b_read_ordinal END
                                 FROM direct_conversations WHERE id = $2";
}

fn message(row: &Row<'_>) -> Result<Message> {
    Ok(Message {
        id: row.get(0)?,
        group_id: row.get(1)?,
        direct_id: row.get(2)?,
        sender_id: row.get(3)?,
        receiver_id: row.get(4)?,
        client_id: row.get(5)?,
        ordinal: row.get(6)?,
        kind: row.get(7)?,
        content: row.get(8)?,
        created_at: row.get(9)?,
        edited_at: row.get(10)?,
        version: row.get(11)?,
    })
}

pub(super) fn by_id(tx: &Tx<'_>, id: MessageId) -> Result<Option<Message>> {
    tx.query_opt(BY_ID, &[&id], message)
}

/// For who was proved to read the conversation in which it was said.
pub fn shown(tx: &Tx<'_>, _reader: &Reader, id: MessageId) -> Result<Message> {
    by_id(tx, id)?.ok_or(Error::NotFound("message"))
}

/// Which stretch of history is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    Newest,
    Before(MessageId),
    After(MessageId),
    /// As much before the message as after it, and the message itself.
    Around(MessageId),
}

/// A stretch of at most `limit` messages, oldest first, with their senders.
///
/// # Errors
/// `NotFound` when the message that the stretch is told by is not in this conversation.
pub fn page(tx: &Tx<'_>, reader: &Reader, stretch: Stretch, limit: u32) -> Result<MessagePage> {
    let at = reader.at();
    let (earlier, later) = match stretch {
        Stretch::Newest => (Some((i64::MAX, limit)), None),
        Stretch::Before(id) => (Some((ordinal_of(tx, &at, id)?, limit)), None),
        Stretch::After(id) => (None, Some((ordinal_of(tx, &at, id)?, limit))),
        Stretch::Around(id) => {
            let middle = ordinal_of(tx, &at, id)?;
            let half = limit / 2;
            (Some((middle, half)), Some((middle - 1, limit - half)))
        }
    };
    // One more than wanted tells whether there is more in that direction.
    let mut messages = Vec::new();
    let (mut has_earlier, mut has_later) =
        (later.is_some_and(|(from, _)| from > 0), !matches!(stretch, Stretch::Newest));
    if let Some((below, limit)) = earlier {
        messages = rows(tx, &at, true, below, limit + 1)?;
        has_earlier = messages.len() > limit as usize;
        messages.truncate(limit as usize);
        messages.reverse();
    }
    if let Some((above, limit)) = later {
        let mut found = rows(tx, &at, false, above, limit + 1)?;
        has_later = found.len() > limit as usize;
        found.truncate(limit as usize);
        messages.append(&mut found);
    }
    let users = senders(tx, &messages)?;
    Ok(MessagePage { messages, users, has_earlier, has_later })
}

fn rows(tx: &Tx<'_>, at: &At, earlier: bool, from: i64, limit: u32) -> Result<Vec<Message>> {
    match (at, earlier) {
        (At::Group(id), true) => tx.query(EARLIER_IN_GROUP, &[id, &from, &limit], message),
        (At::Group(id), false) => tx.query(LATER_IN_GROUP, &[id, &from, &limit], message),
        (At::Direct { id, .. }, true) => tx.query(EARLIER_IN_DIRECT, &[id, &from, &limit], message),
        (At::Direct { id, .. }, false) => tx.query(LATER_IN_DIRECT, &[id, &from, &limit], message),
    }
}

fn ordinal_of(tx: &Tx<'_>, at: &At, id: MessageId) -> Result<i64> {
    let found = match at {
        At::Group(group) => tx.query_opt(ORDINAL_IN_GROUP, &[&id, group], |row| row.get(0))?,
        At::Direct { id: direct, .. } => tx.query_opt(ORDINAL_IN_DIRECT, &[&id, direct], |row| row.get(0))?,
    };
    found.ok_or(Error::NotFound("message"))
}

fn senders(tx: &Tx<'_>, messages: &[Message]) -> Result<Vec<crate::domain::User>> {
    let ids: BTreeSet<UserId> = messages.iter().map(|m| m.sender_id).collect();
    ids.into_iter().map(|id| users::by_id(tx, id)).collect()
}

/// What the sender's client sent under this id before, if anything.
///
/// # Errors
/// `ClientIdReused` when it was another text, or said elsewhere.
pub fn already_sent(tx: &Tx<'_>, poster: &Poster, client_id: ClientId, content: &Content) -> Result<Option<Message>> {
    let Some(sent) = tx.query_opt(ALREADY_SENT, &[&poster.user(), &client_id], message)? else { return Ok(None) };
    let here = match poster.place() {
        Place::Group(id) => sent.group_id == Some(id),
        Place::Direct(id) => sent.direct_id == Some(id),
    };
    if here && sent.content == content.as_str() { Ok(Some(sent)) } else { Err(Error::ClientIdReused) }
}

/// Adds a message to the conversation. Who speaks has read what was said before.
pub fn insert(tx: &WriteTx<'_>, poster: &Poster, client_id: ClientId, content: &Content) -> Result<Message> {
    let now = tx.now();
    let (group_id, direct_id, receiver_id): (Option<GroupId>, Option<DirectId>, Option<UserId>) = match poster.at() {
        At::Group(id) => (Some(id), None, None),
        At::Direct { id, other, .. } => (None, Some(id), Some(other)),
    };
    let ordinal: i64 = match poster.at() {
        At::Group(id) => tx.query_one(COUNT_IN_GROUP, &[&id], |row| row.get(0))?,
        At::Direct { id, .. } => tx.query_one(COUNT_IN_DIRECT, &[&now, &id], |row| row.get(0))?,
    };
    let id = MessageId::from_uuid(tx.new_id());
    let params: &[&dyn Param] =
        &[&id, &group_id, &direct_id, &poster.user(), &receiver_id, &client_id, &ordinal, &content.as_str(), &now];
    tx.execute(INSERT, params)?;
    set_read_position(tx, poster.user(), poster.place(), ordinal)?;
    Ok(Message {
        id,
        group_id,
        direct_id,
        sender_id: poster.user(),
        receiver_id,
        client_id,
        ordinal,
        kind: MessageKind::Text,
        content: content.as_str().to_owned(),
        created_at: now,
        edited_at: None,
        version: 1,
    })
}

/// Moves the reader's position on to a message, never back; where it is, and whether it moved.
///
/// # Errors
/// `NotFound` when the message is not in this conversation.
pub fn mark_read(tx: &WriteTx<'_>, reader: &Reader, id: MessageId) -> Result<(i64, bool)> {
    let ordinal = ordinal_of(tx, &reader.at(), id)?;
    let moved = set_read_position(tx, reader.user(), reader.place(), ordinal)?;
    Ok((read_position(tx, reader.user(), reader.place())?.unwrap_or(0), moved))
}

fn set_read_position(tx: &WriteTx<'_>, user: UserId, place: Place, ordinal: i64) -> Result<bool> {
    let moved = match place {
        Place::Group(id) => tx.execute(READ_IN_GROUP, &[&ordinal, &user, &id])?,
        Place::Direct(id) => {
            tx.execute(READ_IN_DIRECT_A, &[&ordinal, &id, &user])?
                + tx.execute(READ_IN_DIRECT_B, &[&ordinal, &id, &user])?
        }
    };
    Ok(moved > 0)
}

/// How far somebody has read; `None` when they are not in the group.
pub(super) fn read_position(tx: &Tx<'_>, user: UserId, place: Place) -> Result<Option<i64>> {
    match place {
        Place::Group(id) => tx.query_opt(READ_POSITION_IN_GROUP, &[&user, &id], |row| row.get(0)),
        Place::Direct(id) => tx.query_opt(READ_POSITION_IN_DIRECT, &[&user, &id], |row| row.get(0)),
    }
}
