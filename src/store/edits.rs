//! Changing what was said: edits (`message_edits` keeps what was there before), deletion, pins.

use super::access::{Poster, Reader};
use super::db::{Tx, WriteTx, statements};
use super::messages::{self, dress, message, message_columns, people_on};
use super::{
    attachments, group_mentions, mentions, polls, posts, previews, reactions, reminders, saved, search, threads,
};
use crate::domain::message::MessageKind;
use crate::domain::{Content, Edit, Message, MessageId, MessagePage, Place};
use crate::error::{Error, Result};

statements! {
    KEEP = "INSERT INTO message_edits (message_id, version, content, written_at)
            SELECT id, version, content, coalesce(edited_at, created_at) FROM messages WHERE id = $1";
    EDIT = "UPDATE messages SET content = $1, version = version + 1, edited_at = $2 WHERE id = $3";
    EDITS_OF = "SELECT version, content, written_at FROM message_edits WHERE message_id = $1 ORDER BY version LIMIT 500";
    FORGET_EDITS = "DELETE FROM message_edits WHERE message_id = $1";
    DELETE = "UPDATE messages SET content = '', happening = NULL, deleted_at = $1, pinned_at = NULL, pinned_by = NULL WHERE id = $2";
    PIN = "UPDATE messages SET pinned_at = $1, pinned_by = $2 WHERE id = $3 AND pinned_at IS NULL";
    UNPIN = "UPDATE messages SET pinned_at = NULL, pinned_by = NULL WHERE id = $1 AND pinned_at IS NOT NULL";

    /// Rides on messages_pinned_in_group.
    PINNED_IN_GROUP = concat!("SELECT ", message_columns!(), " FROM messages m
          WHERE m.group_id = $1 AND m.pinned_at IS NOT NULL ORDER BY m.pinned_at DESC LIMIT 101");
    PINNED_IN_DIRECT = concat!("SELECT ", message_columns!(), " FROM messages m
          WHERE m.direct_id = $1 AND m.pinned_at IS NOT NULL ORDER BY m.pinned_at DESC LIMIT 101");
}

/// Most pins in one conversation.
const MOST_PINS: usize = 100;

/// A message that is there, not deleted.
///
/// # Errors
/// `NotFound`.
pub fn alive(tx: &Tx<'_>, id: MessageId) -> Result<Message> {
    messages::by_id(tx, id)?.filter(|message| message.deleted_at.is_none()).ok_or(Error::NotFound("message"))
}

/// A message that is there and that a person wrote.
///
/// # Errors
/// `NotFound`; `Conflict` for the server's own lines.
pub fn said(tx: &Tx<'_>, id: MessageId) -> Result<Message> {
    let message = alive(tx, id)?;
    match message.kind {
        MessageKind::Text => Ok(message),
        MessageKind::System => Err(Error::Conflict("This is a line of the server's own, not a message.")),
    }
}

/// Replaces a message's text, keeping the one before.
///
/// # Errors
/// `Stale` with the message as it stands, when it is no longer at `version`.
pub fn edit(tx: &WriteTx<'_>, poster: &Poster, was: &Message, version: i64, content: &Content) -> Result<Message> {
    if was.version != version {
        let current = serde_json::to_value(was).map_err(Error::internal)?;
        return Err(Error::Stale { noun: "message", current: Box::new(current) });
    }
    if was.content == content.as_str() {
        return Ok(was.clone());
    }
    if content.as_str().is_empty() && was.attachments.is_empty() && was.forward_of.is_none() {
        return Err(Error::invalid("content", "must not be empty"));
    }
    search::forget(tx, was.id)?;
    replace(tx, poster, was, content)
}

/// Puts another text in the place of a message's, which search has forgotten, and keeps the one before.
pub(super) fn replace(tx: &WriteTx<'_>, poster: &Poster, was: &Message, content: &Content) -> Result<Message> {
    tx.execute(KEEP, &[&was.id])?;
    tx.execute(EDIT, &[&content.as_str(), &tx.now(), &was.id])?;
    mentions::remove_all(tx, was.id)?;
    mentions::record(tx, poster, was.id, was.ordinal, content)?;
    previews::links_changed(tx, was.id, content.as_str())?;
    group_mentions::remove_all(tx, was.id)?;
    group_mentions::record(tx, poster, was.id, content)?;
    search::learn_again(tx, was.id)?;
    alive(tx, was.id)
}

/// What a message said before, oldest first.
pub fn history(tx: &Tx<'_>, _reader: &Reader, id: MessageId) -> Result<Vec<Edit>> {
    alive(tx, id)?;
    tx.query(EDITS_OF, &[&id], |row| Ok(Edit { version: row.get(0)?, content: row.get(1)?, written_at: row.get(2)? }))
}

/// Takes a message's text away for good, with what it said before, its files, the reactions to it, and its poll with all
/// votes. Its place stays, and its thread. The message as it is then, and the root's number of replies if it was one.
pub fn delete(tx: &WriteTx<'_>, _poster: &Poster, was: &Message) -> Result<(Message, Option<i64>)> {
    search::forget(tx, was.id)?;
    tx.execute(FORGET_EDITS, &[&was.id])?;
    reactions::remove_all(tx, was.id)?;
    attachments::remove_all(tx, was.id)?;
    mentions::remove_all(tx, was.id)?;
    previews::remove_all(tx, was.id)?;
    polls::remove(tx, was.id)?;
    group_mentions::remove_all(tx, was.id)?;
    saved::remove_all_of(tx, was.id)?;
    reminders::remove_all_of(tx, was.id)?;
    tx.execute(DELETE, &[&tx.now(), &was.id])?;
    let left = was.thread_root_id.map(|root| threads::count_one_less(tx, root)).transpose()?;
    posts::deleted(tx, was)?;
    let message = messages::by_id(tx, was.id)?.ok_or(Error::NotFound("message"))?;
    Ok((message, left))
}

/// Pins or unpins a message; the message as it is then, and whether that changed anything.
///
/// # Errors
/// `Conflict` when the conversation has 100 pins already.
pub fn set_pinned(tx: &WriteTx<'_>, poster: &Poster, id: MessageId, pinned: bool) -> Result<(Message, bool)> {
    let changed = if pinned {
        if pinned_rows(tx, poster.place())?.len() >= MOST_PINS {
            return Err(Error::Conflict("This conversation has as many pins as it can; take some down first."));
        }
        tx.execute(PIN, &[&tx.now(), &poster.user(), &id])?
    } else {
        tx.execute(UNPIN, &[&id])?
    };
    posts::refile(tx, id)?;
    Ok((alive(tx, id)?, changed > 0))
}

/// The pinned messages of a conversation, the latest pin first.
pub fn pinned(tx: &Tx<'_>, reader: &Reader) -> Result<MessagePage> {
    let mut messages = pinned_rows(tx, reader.place())?;
    dress(tx, &mut messages)?;
    let users = people_on(tx, &messages)?;
    Ok(MessagePage { messages, users, has_earlier: false, has_later: false })
}

fn pinned_rows(tx: &Tx<'_>, place: Place) -> Result<Vec<Message>> {
    match place {
        Place::Group(id) => tx.query(PINNED_IN_GROUP, &[&id], message),
        Place::Direct(id) => tx.query(PINNED_IN_DIRECT, &[&id], message),
    }
}
