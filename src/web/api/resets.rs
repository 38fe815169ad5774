//! Giving oneself a new password by a link.

use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::commands::{App, resets as commands};
use crate::domain::{Named, Timestamp};
use crate::error::Result;
use crate::web::body::Body;
use crate::web::peer;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetCode {
    code: String,
}

/// Whose password a code may set, and until when.
#[derive(Serialize, ToSchema)]
pub struct Reset {
    user: Named,
    expires_at: Timestamp,
}

/// Whose password a code may set. Expired, used and unknown codes look alike.
#[utoipa::path(post, path = "/password_resets/look_up", tag = "accounts",
    request_body = ResetCode, responses((status = 200, body = Reset)), security(()))]
pub async fn look_up(app: Data<App>, request: HttpRequest, body: Body<ResetCode>) -> Result<Json<Reset>> {
    let found = commands::look_up(&app, &body.0.code, &peer::from(&request, &app.config)).await?;
    Ok(Json(Reset { user: found.user, expires_at: found.expires_at }))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPassword {
    code: String,
    /// 10 to 256 bytes.
    password: String,
}

/// Set a new password by a code, and sign out all devices of the account. The code works once.
#[utoipa::path(post, path = "/password_resets", tag = "accounts",
    request_body = SetPassword, responses((status = 204)), security(()))]
pub async fn take(app: Data<App>, request: HttpRequest, body: Body<SetPassword>) -> Result<HttpResponse> {
    let SetPassword { code, password } = body.0;
    commands::take(&app, &code, &password, &peer::from(&request, &app.config)).await?;
    Ok(HttpResponse::NoContent().finish())
}
