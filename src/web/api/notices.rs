//! Of what I want to be told and when not, and reading everything in one step.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::commands::{App, notices, reading_all};
use crate::domain::{Me, QuietHours, ReadBefore, ThreadReadBefore};
use crate::error::Result;
use crate::web::body::{Body, given_object};
use crate::web::signed_in::SignedIn;

/// What is left out stays as it is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeNotifications {
    /// Words that call me wherever somebody else writes them: at most 20, of up to 40 characters.
    #[serde(default)]
    keywords: Option<Vec<String>>,
    /// When I am not to be disturbed, by a clock's time; `null` takes it away.
    #[serde(default, deserialize_with = "given_object")]
    #[schema(value_type = Option<QuietHours>)]
    quiet_hours: Option<Option<QuietHours>>,
}

/// Change of what I am told, on all my devices.
#[utoipa::path(patch, path = "/me/notifications", tag = "me",
    request_body = ChangeNotifications, responses((status = 200, body = Me)))]
pub async fn change(app: Data<App>, me: SignedIn, body: Body<ChangeNotifications>) -> Result<Json<Me>> {
    let ChangeNotifications { keywords, quiet_hours } = body.0;
    notices::set(&app, me.asker, keywords, quiet_hours).await.map(Json)
}

/// End my quiet hours for this time; they begin again at their next.
#[utoipa::path(post, path = "/me/quiet_hours/end", tag = "me", responses((status = 200, body = Me)))]
pub async fn end_quiet_hours(app: Data<App>, me: SignedIn) -> Result<Json<Me>> {
    notices::end_quiet_hours(&app, me.asker).await.map(Json)
}

/// Where I stood before: what takes it back.
#[derive(Serialize, ToSchema)]
pub struct AllRead {
    places: Vec<ReadBefore>,
    threads: Vec<ThreadReadBefore>,
}

/// Mark all my conversations and followed threads as read.
#[utoipa::path(post, path = "/me/read_all", tag = "me", responses((status = 200, body = AllRead)))]
pub async fn read_all(app: Data<App>, me: SignedIn) -> Result<Json<AllRead>> {
    let (places, threads) = reading_all::mark_all(&app, me.asker).await?;
    Ok(Json(AllRead { places, threads }))
}

/// As `read_all` answered it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoReadAll {
    places: Vec<ReadBefore>,
    threads: Vec<ThreadReadBefore>,
}

/// Take that back: read positions return to where they were, where I may still read.
#[utoipa::path(post, path = "/me/read_all/undo", tag = "me", request_body = UndoReadAll, responses((status = 204)))]
pub async fn undo_read_all(app: Data<App>, me: SignedIn, body: Body<UndoReadAll>) -> Result<HttpResponse> {
    let UndoReadAll { places, threads } = body.0;
    reading_all::undo(&app, me.asker, places, threads).await?;
    Ok(HttpResponse::NoContent().finish())
}
