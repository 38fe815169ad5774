//! Changing what was said: edits, deletion, pins, reactions.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use super::list::Listed;
use crate::commands::{App, messages};
use crate::domain::{DirectId, Edit, GroupId, Message, MessageId, MessagePage, Place};
use crate::error::Result;
use crate::store::{access, edits};
use crate::web::body::Body;
use crate::web::signed_in::SignedIn;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditMessage {
    /// The version that the edit is based on; an older one is refused with the message as it stands.
    version: i64,
    /// 1 to 16,000 characters.
    content: String,
}

/// Replace the text of my message.
#[utoipa::path(patch, path = "/messages/{message_id}", tag = "messages",
    params(("message_id" = MessageId, Path)), request_body = EditMessage, responses((status = 200, body = Message)))]
pub async fn edit(
    app: Data<App>,
    me: SignedIn,
    message_id: Path<MessageId>,
    body: Body<EditMessage>,
) -> Result<Json<Message>> {
    messages::edit(&app, me.asker, *message_id, body.0.version, &body.0.content).await.map(Json)
}

/// Take a message's text away for good: mine, or as a moderator anybody's.
#[utoipa::path(delete, path = "/messages/{message_id}", tag = "messages",
    params(("message_id" = MessageId, Path)), responses((status = 204)))]
pub async fn remove(app: Data<App>, me: SignedIn, message_id: Path<MessageId>) -> Result<HttpResponse> {
    messages::delete(&app, me.asker, *message_id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What a message said before it was edited, oldest first.
#[utoipa::path(get, path = "/messages/{message_id}/edits", tag = "messages",
    params(("message_id" = MessageId, Path)), responses((status = 200, body = Listed<Edit>)))]
pub async fn history(app: Data<App>, me: SignedIn, message_id: Path<MessageId>) -> Result<Json<Listed<Edit>>> {
    let found = app.store.read(move |tx| {
        let reader = access::reader_of_message(tx, me.asker, *message_id)?;
        edits::history(tx, &reader, *message_id)
    });
    Ok(Json(Listed::whole(found.await?)))
}

/// Pin a message for everybody in the conversation.
#[utoipa::path(put, path = "/messages/{message_id}/pin", tag = "messages",
    params(("message_id" = MessageId, Path)), responses((status = 200, body = Message)))]
pub async fn pin(app: Data<App>, me: SignedIn, message_id: Path<MessageId>) -> Result<Json<Message>> {
    messages::set_pinned(&app, me.asker, *message_id, true).await.map(Json)
}

/// Take a pin down.
#[utoipa::path(delete, path = "/messages/{message_id}/pin", tag = "messages",
    params(("message_id" = MessageId, Path)), responses((status = 200, body = Message)))]
pub async fn unpin(app: Data<App>, me: SignedIn, message_id: Path<MessageId>) -> Result<Json<Message>> {
    messages::set_pinned(&app, me.asker, *message_id, false).await.map(Json)
}

async fn pinned(app: &App, me: SignedIn, place: Place) -> Result<Json<MessagePage>> {
    app.store.read(move |tx| edits::pinned(tx, &access::reader(tx, me.asker, place)?)).await.map(Json)
}

/// A group's pinned messages, the latest pin first.
#[utoipa::path(get, path = "/groups/{group_id}/pins", tag = "messages",
    params(("group_id" = GroupId, Path)), responses((status = 200, body = MessagePage)))]
pub async fn pinned_in_group(app: Data<App>, me: SignedIn, group_id: Path<GroupId>) -> Result<Json<MessagePage>> {
    pinned(&app, me, Place::Group(*group_id)).await
}

/// A direct conversation's pinned messages, the latest pin first.
#[utoipa::path(get, path = "/directs/{direct_id}/pins", tag = "messages",
    params(("direct_id" = DirectId, Path)), responses((status = 200, body = MessagePage)))]
pub async fn pinned_in_direct(app: Data<App>, me: SignedIn, direct_id: Path<DirectId>) -> Result<Json<MessagePage>> {
    pinned(&app, me, Place::Direct(*direct_id)).await
}

/// React to a message with an emoji.
#[utoipa::path(put, path = "/messages/{message_id}/reactions/{emoji}", tag = "messages",
    params(("message_id" = MessageId, Path), ("emoji" = String, Path)), responses((status = 204)))]
pub async fn react(app: Data<App>, me: SignedIn, path: Path<(MessageId, String)>) -> Result<HttpResponse> {
    messages::react(&app, me.asker, path.0, &path.1, true).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Take my reaction back.
#[utoipa::path(delete, path = "/messages/{message_id}/reactions/{emoji}", tag = "messages",
    params(("message_id" = MessageId, Path), ("emoji" = String, Path)), responses((status = 204)))]
pub async fn unreact(app: Data<App>, me: SignedIn, path: Path<(MessageId, String)>) -> Result<HttpResponse> {
    messages::react(&app, me.asker, path.0, &path.1, false).await?;
    Ok(HttpResponse::NoContent().finish())
}
