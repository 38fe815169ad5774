//! How far somebody has read: conversations and threads.

use super::App;
use crate::domain::message::MessageKind;
use crate::domain::{Event, Message, MessageId, Place, Scope, UserId};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker, Reader};
use crate::store::reading::{self, Position};
use crate::store::threads::{self, Follow};
use crate::store::{Tx, WriteTx, messages};

/// Moves the asker's read position on to a message, never back; where it is then.
///
/// # Errors
/// `NotFound` when the asker cannot see the message in this conversation.
pub async fn mark_read(app: &App, asker: Asker, place: Place, message: MessageId) -> Result<Position> {
    move_position(app, asker, place, move |tx, reader| reading::mark_read(tx, reader, message)).await
}

/// Moves the asker's read position back to before a message; where it is then.
///
/// # Errors
/// As [`mark_read`].
pub async fn mark_unread(app: &App, asker: Asker, place: Place, message: MessageId) -> Result<Position> {
    move_position(app, asker, place, move |tx, reader| reading::mark_unread(tx, reader, message)).await
}

async fn move_position<F>(app: &App, asker: Asker, place: Place, to: F) -> Result<Position>
where
    F: FnOnce(&WriteTx<'_>, &Reader) -> Result<(Position, bool)> + Send + 'static,
{
    app.store
        .write(move |tx| {
            let reader = access::reader(tx, asker, place)?;
            let (position, moved) = to(tx, &reader)?;
            if moved {
                let Position { last_read_ordinal, silent_unread, unread_mentions } = position.clone();
                let event = Event::ReadUpdated { place, last_read_ordinal, silent_unread, unread_mentions };
                tx.emit(Scope::User(asker.user), event)?;
            }
            Ok(position)
        })
        .await
}

/// The asker follows a thread, or no longer.
///
/// # Errors
/// `NotFound`; `Conflict` when the message is itself a reply.
pub async fn follow(app: &App, asker: Asker, root: MessageId, following: bool) -> Result<Follow> {
    app.store
        .write(move |tx| {
            let reader = of_root(tx, asker, root)?;
            threads::set_following(tx, &reader, root, following)?;
            tell_thread(tx, asker.user, root)
        })
        .await
}

/// Moves the asker's position in a thread on, never back; how they stand to it then. Who never had to do with the thread
/// has no position in it.
///
/// # Errors
/// `NotFound`; `Conflict` when the message is itself a reply.
pub async fn mark_thread_read(app: &App, asker: Asker, root: MessageId, ordinal: i64) -> Result<Follow> {
    app.store
        .write(move |tx| {
            let reader = of_root(tx, asker, root)?;
            if threads::mark_read(tx, &reader, root, ordinal)? {
                return tell_thread(tx, asker.user, root);
            }
            Ok(threads::follow_of(tx, asker.user, root)?.unwrap_or(Follow::STRANGER))
        })
        .await
}

fn of_root(tx: &Tx<'_>, asker: Asker, root: MessageId) -> Result<Reader> {
    let reader = access::reader_of_message(tx, asker, root)?;
    match messages::shown(tx, &reader, root)? {
        Message { kind: MessageKind::System, .. } => Err(Error::Conflict("The server's own lines have no threads.")),
        Message { thread_root_id: Some(_), .. } => Err(Error::Conflict("A reply has no thread of its own.")),
        _ => Ok(reader),
    }
}

pub(super) fn tell_thread(tx: &WriteTx<'_>, user: UserId, root: MessageId) -> Result<Follow> {
    let gone = || Error::NotFound("thread");
    let message = messages::by_id(tx, root)?.ok_or_else(gone)?;
    let event = threads::as_event(tx, user, &message)?.ok_or_else(gone)?;
    tx.emit(Scope::User(user), event)?;
    threads::follow_of(tx, user, root)?.ok_or_else(gone)
}
