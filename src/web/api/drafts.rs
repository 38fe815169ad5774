//! What I have begun to write.

use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::list::Listed;
use crate::commands::App;
use crate::commands::drafts::{self as commands, DraftAt};
use crate::domain::{DirectId, GroupId, KeptDraft, MessageId, Place};
use crate::error::Result;
use crate::store::{access, drafts};
use crate::web::body::Body;
use crate::web::signed_in::SignedIn;

/// My drafts where I may read, the latest first; at most 100.
#[utoipa::path(get, path = "/drafts", tag = "later", responses((status = 200, body = Listed<KeptDraft>)))]
pub async fn list(app: Data<App>, me: SignedIn) -> Result<Json<Listed<KeptDraft>>> {
    let found = app.store.read(move |tx| drafts::of_user(tx, &access::active_user(tx, me.asker)?));
    Ok(Json(Listed::whole(found.await?)))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PutDraft {
    /// Up to 16,000 characters, kept as they were typed. Nothing, or nothing but space: there is no draft any more.
    content: String,
}

#[derive(Serialize, ToSchema)]
pub struct DraftKept {
    /// Events up to this one tell of nothing newer.
    seq: i64,
}

async fn put_draft(app: &App, me: SignedIn, at: DraftAt, body: PutDraft) -> Result<Json<DraftKept>> {
    Ok(Json(DraftKept { seq: commands::put(app, me.asker, at, body.content).await? }))
}

/// What I have begun to write in a group, for my other devices.
#[utoipa::path(put, path = "/groups/{group_id}/draft", tag = "later",
    params(("group_id" = GroupId, Path)), request_body = PutDraft, responses((status = 200, body = DraftKept)))]
pub async fn put_in_group(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    body: Body<PutDraft>,
) -> Result<Json<DraftKept>> {
    put_draft(&app, me, DraftAt::Conversation(Place::Group(*group_id)), body.0).await
}

/// What I have begun to write in a direct conversation, for my other devices.
#[utoipa::path(put, path = "/directs/{direct_id}/draft", tag = "later",
    params(("direct_id" = DirectId, Path)), request_body = PutDraft, responses((status = 200, body = DraftKept)))]
pub async fn put_in_direct(
    app: Data<App>,
    me: SignedIn,
    direct_id: Path<DirectId>,
    body: Body<PutDraft>,
) -> Result<Json<DraftKept>> {
    put_draft(&app, me, DraftAt::Conversation(Place::Direct(*direct_id)), body.0).await
}

/// What I have begun to write in the thread of a message, for my other devices.
#[utoipa::path(put, path = "/messages/{message_id}/draft", tag = "later",
    params(("message_id" = MessageId, Path)), request_body = PutDraft, responses((status = 200, body = DraftKept)))]
pub async fn put_in_thread(
    app: Data<App>,
    me: SignedIn,
    message_id: Path<MessageId>,
    body: Body<PutDraft>,
) -> Result<Json<DraftKept>> {
    put_draft(&app, me, DraftAt::Thread(*message_id), body.0).await
}
