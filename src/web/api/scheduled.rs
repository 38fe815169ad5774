//! Messages that I send later.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use super::list::Listed;
use crate::commands::App;
use crate::commands::scheduled::{self as commands, Wanted};
use crate::domain::{ClientId, DirectId, GroupId, MessageId, Place, Scheduled, ScheduledId, Sent, Timestamp};
use crate::error::Result;
use crate::store::{access, scheduled};
use crate::web::body::Body;
use crate::web::signed_in::SignedIn;

/// What I send later, the soonest first, with what could not be sent; at most 100.
#[utoipa::path(get, path = "/scheduled", tag = "later", responses((status = 200, body = Listed<Scheduled>)))]
pub async fn list(app: Data<App>, me: SignedIn) -> Result<Json<Listed<Scheduled>>> {
    let found = app.store.read(move |tx| scheduled::of_user(tx, &access::active_user(tx, me.asker)?));
    Ok(Json(Listed::whole(found.await?)))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// A UUID made by the client; the message will have it. The same one again is answered as it was scheduled.
    client_id: ClientId,
    /// 1 to 16,000 characters. Who is mentioned is found out when it is sent.
    content: String,
    /// In the future, within a year.
    send_at: Timestamp,
}

async fn schedule(app: &App, me: SignedIn, place: Place, body: Schedule) -> Result<HttpResponse> {
    let Schedule { client_id, content, send_at } = body;
    let wanted = Wanted { place, client_id, content, thread: None, also_on_timeline: true, send_at };
    Ok(HttpResponse::Created().json(commands::schedule(app, me.asker, wanted).await?))
}

/// Say something in a group, later.
#[utoipa::path(post, path = "/groups/{group_id}/scheduled", tag = "later",
    params(("group_id" = GroupId, Path)), request_body = Schedule, responses((status = 201, body = Scheduled)))]
pub async fn in_group(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    body: Body<Schedule>,
) -> Result<HttpResponse> {
    schedule(&app, me, Place::Group(*group_id), body.0).await
}

/// Say something in a direct conversation, later.
#[utoipa::path(post, path = "/directs/{direct_id}/scheduled", tag = "later",
    params(("direct_id" = DirectId, Path)), request_body = Schedule, responses((status = 201, body = Scheduled)))]
pub async fn in_direct(
    app: Data<App>,
    me: SignedIn,
    direct_id: Path<DirectId>,
    body: Body<Schedule>,
) -> Result<HttpResponse> {
    schedule(&app, me, Place::Direct(*direct_id), body.0).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ScheduleReply {
    /// As for a group.
    client_id: ClientId,
    /// As for a group.
    content: String,
    /// As for a group.
    send_at: Timestamp,
    /// Whether it is also said on the conversation's timeline.
    #[serde(default)]
    also_on_timeline: bool,
}

/// Reply to a message in its thread, later.
#[utoipa::path(post, path = "/messages/{message_id}/scheduled", tag = "later",
    params(("message_id" = MessageId, Path)), request_body = ScheduleReply, responses((status = 201, body = Scheduled)))]
pub async fn in_thread(
    app: Data<App>,
    me: SignedIn,
    message_id: Path<MessageId>,
    body: Body<ScheduleReply>,
) -> Result<HttpResponse> {
    let ScheduleReply { client_id, content, send_at, also_on_timeline } = body.0;
    let root = *message_id;
    let place = app.store.read(move |tx| Ok(access::reader_of_message(tx, me.asker, root)?.place())).await?;
    let wanted = Wanted { place, client_id, content, thread: Some(root), also_on_timeline, send_at };
    Ok(HttpResponse::Created().json(commands::schedule(&app, me.asker, wanted).await?))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeScheduled {
    /// The version that the change is based on.
    version: i64,
    #[serde(default)]
    content: Option<String>,
    /// Another time gives what could not be sent another try.
    #[serde(default)]
    send_at: Option<Timestamp>,
}

/// Change what will be sent, or when.
#[utoipa::path(patch, path = "/scheduled/{scheduled_id}", tag = "later",
    params(("scheduled_id" = ScheduledId, Path)), request_body = ChangeScheduled, responses((status = 200, body = Scheduled)))]
pub async fn change(
    app: Data<App>,
    me: SignedIn,
    scheduled_id: Path<ScheduledId>,
    body: Body<ChangeScheduled>,
) -> Result<Json<Scheduled>> {
    let ChangeScheduled { version, content, send_at } = body.0;
    commands::change(&app, me.asker, *scheduled_id, version, content, send_at).await.map(Json)
}

/// Take back what was scheduled.
#[utoipa::path(delete, path = "/scheduled/{scheduled_id}", tag = "later",
    params(("scheduled_id" = ScheduledId, Path)), responses((status = 204)))]
pub async fn take_back(app: Data<App>, me: SignedIn, scheduled_id: Path<ScheduledId>) -> Result<HttpResponse> {
    commands::take_back(&app, me.asker, *scheduled_id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Send it now instead.
#[utoipa::path(post, path = "/scheduled/{scheduled_id}/send", tag = "later",
    params(("scheduled_id" = ScheduledId, Path)), responses((status = 201, body = Sent)))]
pub async fn send_now(app: Data<App>, me: SignedIn, scheduled_id: Path<ScheduledId>) -> Result<HttpResponse> {
    Ok(HttpResponse::Created().json(commands::send_now(&app, me.asker, *scheduled_id).await?))
}
