//! The server's own lines: rows of `messages` that nobody wrote.

use super::access::At;
use super::db::{Param, WriteTx, statements};
use super::messages;
use crate::domain::{ClientId, DirectId, GroupId, Happening, Message, MessageId, UserId};
use crate::error::{Error, Result};

statements! {
    /// A forum's timeline is its posts; nothing else stands there.
    COUNT_IN_GROUP = "UPDATE groups SET message_count = message_count + 1 WHERE id = $1 AND kind = 'text' RETURNING message_count";
    /// `last_message_at` stays: a line of the server's own does not make a conversation livelier.
    COUNT_IN_DIRECT = "UPDATE direct_conversations SET message_count = message_count + 1 WHERE id = $1 RETURNING message_count";

    INSERT = "INSERT INTO messages (id, group_id, direct_id, sender_id, receiver_id, client_id, ordinal, kind, content, happening, created_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7, 'system', '', $8, $9)";
}

/// Adds a line that tells what `who` did. Nobody's read position moves, and it counts as unread for nobody. `None` where
/// no such lines stand.
///
/// The caller has proved that `who` may do it.
pub fn insert(tx: &WriteTx<'_>, at: At, who: UserId, what: &Happening) -> Result<Option<Message>> {
    let ordinal: Option<i64> = match at {
        At::Group(group) => tx.query_opt(COUNT_IN_GROUP, &[&group], |row| row.get(0))?,
        At::Direct { id, .. } => tx.query_opt(COUNT_IN_DIRECT, &[&id], |row| row.get(0))?,
    };
    let Some(ordinal) = ordinal else { return Ok(None) };
    let (group, direct, receiver): (Option<GroupId>, Option<DirectId>, Option<UserId>) = match at {
        At::Group(group) => (Some(group), None, None),
        At::Direct { id, other, .. } => (None, Some(id), Some(other)),
    };
    let id = MessageId::from_uuid(tx.new_id());
    let client_id = ClientId::from_uuid(tx.new_id());
    let json = what.to_json().map_err(Error::internal)?;
    let params: &[&dyn Param] = &[&id, &group, &direct, &who, &receiver, &client_id, &ordinal, &json, &tx.now()];
    tx.execute(INSERT, params)?;
    messages::by_id(tx, id)
}
