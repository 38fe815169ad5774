//! Saving messages, each for themselves.

use super::App;
use crate::domain::{Event, MessageId, Scope};
use crate::error::Result;
use crate::store::access::{self, Asker};
use crate::store::{edits, saved};

/// Saves a message. A second time changes nothing.
///
/// # Errors
/// `NotFound` when the asker may not read it, or it is deleted; `Conflict` when they have saved 1,000.
pub async fn save(app: &App, asker: Asker, id: MessageId) -> Result<()> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let reader = access::reader_of_message(tx, asker, id)?;
            edits::alive(tx, id)?;
            match saved::insert(tx, &reader, id)? {
                Some(saved) => tx.emit(Scope::User(asker.user), Event::MessageSaved { saved }),
                None => Ok(()),
            }
        })
        .await
}

/// Lets go of a saved message. A second time changes nothing.
///
/// # Errors
/// `NotFound` when the asker may not read it.
pub async fn unsave(app: &App, asker: Asker, id: MessageId) -> Result<()> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let reader = access::reader_of_message(tx, asker, id)?;
            if saved::remove(tx, &reader, id)? {
                tx.emit(Scope::User(asker.user), Event::MessageUnsaved { message_id: id })?;
            }
            Ok(())
        })
        .await
}
