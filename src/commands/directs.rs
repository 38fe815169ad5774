//! Direct conversations.

use super::App;
use crate::domain::{Direct, Event, Scope, UserId};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker};
use crate::store::directs;

/// Opens the conversation with somebody, making it if there is none. The other one sees it from the first message on.
///
/// # Errors
/// `NotFound` when the asker may not know the person; `Invalid` for a conversation with oneself.
pub async fn open(app: &App, asker: Asker, with: UserId) -> Result<Direct> {
    if with == asker.user {
        return Err(Error::invalid("user_id", "must be somebody else"));
    }
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let me = access::active_user(tx, asker)?;
            let (direct, is_new) = directs::open(tx, &access::acquaintance(tx, &me, with)?)?;
            if is_new {
                tx.emit(Scope::User(asker.user), Event::DirectCreated { direct: direct.clone() })?;
            }
            Ok(direct)
        })
        .await
}
