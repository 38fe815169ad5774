//! Who may read a message, change it, and answer where it is.

use super::conversations::{Poster, Reader, poster, reader};
use super::groups::in_group;
use super::rules::GroupAction;
use super::{Asker, active_user};
use crate::domain::message::MessageKind;
use crate::domain::{DirectId, GroupId, Message, MessageId, Place};
use crate::error::{Error, Result};
use crate::store::db::{Row, Tx, statements};
use crate::store::messages::group_of_message;

statements! {
    /// Where a message is.
    PLACE_OF = concat!("SELECT ", group_of_message!(), ", m.direct_id FROM messages m WHERE m.id = $1");
}

/// Where a message was said.
///
/// # Errors
/// `NotFound`.
fn place_of(tx: &Tx<'_>, message: MessageId) -> Result<Place> {
    let read = |row: &Row<'_>| Ok((row.get::<Option<GroupId>>(0)?, row.get::<Option<DirectId>>(1)?));
    match tx.query_opt(PLACE_OF, &[&message], read)? {
        Some((Some(group), _)) => Ok(Place::Group(group)),
        Some((None, Some(direct))) => Ok(Place::Direct(direct)),
        _ => Err(Error::NotFound("message")),
    }
}

/// A message that cannot be read is answered like one that never was.
fn as_no_message(refused: Error) -> Error {
    match refused {
        Error::NotFound(_) | Error::Forbidden(_) => Error::NotFound("message"),
        other => other,
    }
}

/// Proof that somebody may read the conversation in which a message was said.
///
/// # Errors
/// `NotFound`, as for a message that never was.
pub fn reader_of_message(tx: &Tx<'_>, asker: Asker, message: MessageId) -> Result<Reader> {
    active_user(tx, asker)?;
    reader(tx, asker, place_of(tx, message)?).map_err(as_no_message)
}

/// Proof that somebody may read a message.
#[derive(Clone, Copy, Debug)]
pub struct MessageReader {
    message: MessageId,
}

impl MessageReader {
    pub fn message(&self) -> MessageId {
        self.message
    }
}

/// Whether somebody may read a message, if there is one.
pub fn may_read_message(tx: &Tx<'_>, asker: Asker, message: MessageId) -> Result<bool> {
    match reader_of_message(tx, asker, message) {
        Ok(_) => Ok(true),
        Err(Error::NotFound(_) | Error::Forbidden(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// # Errors
/// As [`reader_of_message`].
pub fn message_reader(tx: &Tx<'_>, asker: Asker, message: MessageId) -> Result<MessageReader> {
    reader_of_message(tx, asker, message)?;
    Ok(MessageReader { message })
}

/// Proof that somebody may write into the conversation in which a message was said.
///
/// # Errors
/// As [`reader_of_message`]; `Conflict` when the conversation is closed.
pub fn poster_by_message(tx: &Tx<'_>, asker: Asker, message: MessageId) -> Result<Poster> {
    active_user(tx, asker)?;
    poster(tx, asker, place_of(tx, message)?).map_err(as_no_message)
}

/// Proof that somebody may change what a message says: its author alone, and nobody what the server says.
///
/// # Errors
/// As [`poster_by_message`]; `Forbidden`.
pub fn author(tx: &Tx<'_>, asker: Asker, message: &Message) -> Result<Poster> {
    let poster = poster_by_message(tx, asker, message.id)?;
    if message.kind == MessageKind::System {
        Err(Error::Forbidden("Nobody can change what the server itself says."))
    } else if message.sender_id == asker.user {
        Ok(poster)
    } else {
        Err(Error::Forbidden("Only who wrote a message may edit it."))
    }
}

/// Proof that somebody may delete a message, or close its poll: its author, or who moderates the group. The server's own lines have no author.
///
/// # Errors
/// As [`poster_by_message`]; `Forbidden`.
pub fn author_or_moderator(tx: &Tx<'_>, asker: Asker, message: &Message) -> Result<Poster> {
    let poster = poster_by_message(tx, asker, message.id)?;
    match poster.place() {
        _ if message.sender_id == asker.user && message.kind == MessageKind::Text => Ok(poster),
        Place::Group(group) => in_group(tx, asker, group, GroupAction::Moderate).map(|_| poster),
        Place::Direct(_) => Err(Error::Forbidden("Only who wrote it may do this here.")),
    }
}
