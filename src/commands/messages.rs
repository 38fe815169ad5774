//! Saying something, and reading it.

use super::App;
use crate::domain::{ClientId, Content, Event, Message, MessageId, Place, Scope};
use crate::error::{Error, Result};
use crate::hub::{Connection, TypingAt};
use crate::store::access::{self, Asker, At};
use crate::store::{WriteTx, directs, messages};

/// What somebody wants to say.
#[derive(Clone, Debug)]
pub struct Draft {
    pub place: Place,
    pub client_id: ClientId,
    pub content: String,
}

/// Posts a message to a group or a direct conversation.
///
/// Safe to repeat: a draft stored before under the same `client_id` is answered as it was stored, and nobody hears of
/// it twice.
///
/// # Errors
/// `Invalid` when the text is empty or too long; `NotFound` when the sender cannot see the conversation; `Forbidden`
/// when they must join it first; `Conflict` when it is closed; `ClientIdReused`; `RateLimited`.
pub async fn send(app: &App, asker: Asker, draft: Draft) -> Result<Message> {
    let content = Content::parse(&draft.content)?;
    check_length(&content, app.config.limits.message_chars)?;
    app.rates.messages.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let poster = access::poster(tx, asker, draft.place)?;
            if let Some(sent) = messages::already_sent(tx, &poster, draft.client_id, &content)? {
                return Ok(sent);
            }
            let message = messages::insert(tx, &poster, draft.client_id, &content)?;
            tell(tx, poster.at(), &message)?;
            Ok(message)
        })
        .await
}

fn tell(tx: &WriteTx<'_>, at: At, message: &Message) -> Result<()> {
    let scope = match at {
        At::Group(group) => Scope::Group(group),
        At::Direct { id, other, is_unseen } => {
            if is_unseen {
                let direct = directs::for_other(tx, other, id)?;
                tx.emit(Scope::User(other), Event::DirectCreated { direct })?;
            }
            Scope::Direct { id, between: [message.sender_id, other] }
        }
    };
    tx.emit(scope, Event::MessageCreated { message: message.clone() })
}

/// A server may allow less than the product does.
fn check_length(content: &Content, most: usize) -> Result<()> {
    if most < Content::MAX_CHARS && content.as_str().chars().count() > most {
        return Err(Error::Invalid { field: "content".into(), why: format!("must have at most {most} characters") });
    }
    Ok(())
}

/// Moves the asker's read position on to a message, never back; where it is then.
///
/// # Errors
/// `NotFound` when the asker cannot see the message in this conversation.
pub async fn mark_read(app: &App, asker: Asker, place: Place, message: MessageId) -> Result<i64> {
    app.store
        .write(move |tx| {
            let reader = access::reader(tx, asker, place)?;
            let (last_read_ordinal, moved) = messages::mark_read(tx, &reader, message)?;
            if moved {
                tx.emit(Scope::User(asker.user), Event::ReadUpdated { place, last_read_ordinal })?;
            }
            Ok(last_read_ordinal)
        })
        .await
}

/// Tells the others that the asker is writing.
///
/// # Errors
/// As [`send`], since who may not write is not heard writing either.
pub async fn typing(app: &App, from: &Connection, asker: Asker, place: Place) -> Result<()> {
    let at = app.store.read(move |tx| Ok(access::poster(tx, asker, place)?.at())).await?;
    app.hub.typing(
        from,
        match at {
            At::Group(id) => TypingAt::Group(id),
            At::Direct { id, other, .. } => TypingAt::Direct { id, other },
        },
    );
    Ok(())
}
