//! What somebody has begun to write, so that their other devices know of it.

use super::App;
use crate::domain::later::DraftText;
use crate::domain::{Event, MessageId, Place, Scope};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker, Reader};
use crate::store::{Tx, drafts, events, messages};

/// Where something is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftAt {
    Conversation(Place),
    /// Replies to this message.
    Thread(MessageId),
}

/// Keeps a draft, or lets go of it when it is empty; the last to write wins. The number of the last event: those up to
/// it tell of nothing newer.
///
/// # Errors
/// `Invalid`; `NotFound` when the asker may not read there; `Conflict` for a reply, which has no thread, and when they
/// have 100 other drafts.
pub async fn put(app: &App, asker: Asker, at: DraftAt, typed: String) -> Result<i64> {
    let text = DraftText::parse(typed)?;
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let (reader, thread) = reader(tx, asker, at)?;
            let (draft, changed) = drafts::put(tx, &reader, thread, &text)?;
            if changed {
                tx.emit(Scope::User(asker.user), Event::DraftUpdated { draft })?;
            }
            events::last_seq(tx)
        })
        .await
}

fn reader(tx: &Tx<'_>, asker: Asker, at: DraftAt) -> Result<(Reader, Option<MessageId>)> {
    match at {
        DraftAt::Conversation(place) => Ok((access::reader(tx, asker, place)?, None)),
        DraftAt::Thread(root) => {
            let reader = access::reader_of_message(tx, asker, root)?;
            match messages::shown(tx, &reader, root)?.thread_root_id {
                None => Ok((reader, Some(root))),
                Some(_) => Err(Error::Conflict("A reply has no thread of its own.")),
            }
        }
    }
}
