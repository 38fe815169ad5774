//! "Remind me of this."

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::commands::{App, reminders as commands};
use crate::domain::later::RemindedMessage;
use crate::domain::{MessageId, Reminder, Timestamp, User};
use crate::error::Result;
use crate::store::{access, messages, reminders};
use crate::web::body::Body;
use crate::web::signed_in::SignedIn;

/// My reminders, with the messages that they are of.
#[derive(Serialize, ToSchema)]
pub struct Reminders {
    items: Vec<RemindedMessage>,
    /// Who wrote, replied, or is mentioned.
    users: Vec<User>,
}

/// My reminders of messages that I may read now, the soonest first; at most 100. Those that were told stay until they
/// are done.
#[utoipa::path(get, path = "/reminders", tag = "later", responses((status = 200, body = Reminders)))]
pub async fn list(app: Data<App>, me: SignedIn) -> Result<Json<Reminders>> {
    let found = app.store.read(move |tx| {
        let items = reminders::with_messages(tx, &access::active_user(tx, me.asker)?)?;
        let messages: Vec<_> = items.iter().map(|item| item.message.clone()).collect();
        Ok(Reminders { users: messages::people_on(tx, &messages)?, items })
    });
    found.await.map(Json)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetReminder {
    /// In the future, within a year.
    remind_at: Timestamp,
}

/// Remind me of a message at a time, instead of at an earlier choice.
#[utoipa::path(put, path = "/messages/{message_id}/reminder", tag = "later",
    params(("message_id" = MessageId, Path)), request_body = SetReminder, responses((status = 200, body = Reminder)))]
pub async fn set(
    app: Data<App>,
    me: SignedIn,
    message_id: Path<MessageId>,
    body: Body<SetReminder>,
) -> Result<Json<Reminder>> {
    commands::set(&app, me.asker, *message_id, body.0.remind_at).await.map(Json)
}

/// I am done with a reminder, or do not want it any more. A second time changes nothing.
#[utoipa::path(delete, path = "/messages/{message_id}/reminder", tag = "later",
    params(("message_id" = MessageId, Path)), responses((status = 204)))]
pub async fn finish(app: Data<App>, me: SignedIn, message_id: Path<MessageId>) -> Result<HttpResponse> {
    commands::finish(&app, me.asker, *message_id).await?;
    Ok(HttpResponse::NoContent().finish())
}
