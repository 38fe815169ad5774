//! One's own devices.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get};

use super::list::Listed;
use crate::commands::{App, sessions};
use crate::domain::{Session, SessionId};
use crate::error::Result;
use crate::web::cookies;
use crate::web::signed_in::SignedIn;

/// My signed-in devices, oldest first.
#[utoipa::path(tag = "me", responses((status = 200, body = Listed<Session>)))]
#[get("/sessions")]
pub async fn list(app: Data<App>, me: SignedIn) -> Result<Json<Listed<Session>>> {
    Ok(Json(Listed::whole(sessions::list(&app, me.asker).await?)))
}

/// Sign out.
#[utoipa::path(tag = "me", responses((status = 204)))]
#[delete("/sessions/current")]
pub async fn sign_out(app: Data<App>, me: SignedIn) -> Result<HttpResponse> {
    sessions::sign_out(&app, me.asker).await?;
    Ok(HttpResponse::NoContent().cookie(cookies::no_session(&app)).finish())
}

/// Sign out one of my devices.
#[utoipa::path(tag = "me", params(("session_id" = SessionId, Path)), responses((status = 204)))]
#[delete("/sessions/{session_id}")]
pub async fn end(app: Data<App>, me: SignedIn, session_id: Path<SessionId>) -> Result<HttpResponse> {
    sessions::end(&app, me.asker, *session_id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Sign out all my devices but this one.
#[utoipa::path(tag = "me", responses((status = 204)))]
#[delete("/sessions")]
pub async fn end_others(app: Data<App>, me: SignedIn) -> Result<HttpResponse> {
    sessions::end_others(&app, me.asker).await?;
    Ok(HttpResponse::NoContent().finish())
}
