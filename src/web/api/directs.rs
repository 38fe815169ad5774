//! Direct conversations.

use actix_web::web::{Data, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use super::list::Listed;
use crate::commands::App;
use crate::domain::{Direct, UserId};
use crate::error::Result;
use crate::store::{access, directs};
use crate::web::body::Body;
use crate::web::signed_in::SignedIn;

/// My direct conversations, the latest first, at most 1,000.
#[utoipa::path(get, path = "/directs", tag = "direct conversations", responses((status = 200, body = Listed<Direct>)))]
pub async fn list(app: Data<App>, me: SignedIn) -> Result<Json<Listed<Direct>>> {
    let found = app.store.read(move |tx| directs::of_user(tx, &access::active_user(tx, me.asker)?));
    Ok(Json(Listed::whole(found.await?)))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenDirect {
    user_id: UserId,
}

/// The conversation with somebody, found or made. The other one sees it from the first message on.
#[utoipa::path(post, path = "/directs", tag = "direct conversations",
    request_body = OpenDirect, responses((status = 200, body = Direct)))]
pub async fn open(app: Data<App>, me: SignedIn, body: Body<OpenDirect>) -> Result<Json<Direct>> {
    crate::commands::directs::open(&app, me.asker, body.0.user_id).await.map(Json)
}
