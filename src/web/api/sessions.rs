//! One's own devices.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};

use super::list::Listed;
use crate::commands::{App, sessions};
use crate::domain::{Session, SessionId};
use crate::error::Result;
use crate::web::cookies;
use crate::web::signed_in::SignedIn;

/// My signed-in devices, oldest first.
#[utoipa::path(get, path = "/sessions", tag = "me", responses((status = 200, body = Listed<Session>)))]
pub async fn list(app: Data<App>, me: SignedIn) -> Result<Json<Listed<Session>>> {
    Ok(Json(Listed::whole(sessions::list(&app, me.asker).await?)))
}

/// Sign out.
#[utoipa::path(delete, path = "/sessions/current", tag = "me", responses((status = 204)))]
pub async fn sign_out(app: Data<App>, me: SignedIn) -> Result<HttpResponse> {
    sessions::sign_out(&app, me.asker).await?;
    Ok(HttpResponse::NoContent().cookie(cookies::no_session(&app)).finish())
}

/// Sign out one of my devices.
#[utoipa::path(delete, path = "/sessions/{session_id}", tag = "me",
    params(("session_id" = SessionId, Path)), responses((status = 204)))]
pub async fn end(app: Data<App>, me: SignedIn, session_id: Path<SessionId>) -> Result<HttpResponse> {
    sessions::end(&app, me.asker, *session_id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Sign out all my devices but this one.
#[utoipa::path(delete, path = "/sessions", tag = "me", responses((status = 204)))]
pub async fn end_others(app: Data<App>, me: SignedIn) -> Result<HttpResponse> {
    sessions::end_others(&app, me.asker).await?;
    Ok(HttpResponse::NoContent().finish())
}
