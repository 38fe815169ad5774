//! Myself.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::commands::people::{self, WantedProfile};
use crate::commands::{App, accounts, status};
use crate::domain::{ManualStatus, Me};
use crate::error::Result;
use crate::store::{access, users};
use crate::web::body::{Body, given, object_or_null};
use crate::web::signed_in::SignedIn;

/// Myself.
#[utoipa::path(get, path = "/me", tag = "me", responses((status = 200, body = Me)))]
pub async fn show(app: Data<App>, me: SignedIn) -> Result<Json<Me>> {
    app.store.read(move |tx| users::me(tx, &access::active_user(tx, me.asker)?)).await.map(Json)
}

/// What is left out stays. `username` and `email` need a password given within 10 minutes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeMe {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    username: Option<String>,
    /// `null` takes it away.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    email: Option<Option<String>>,
    #[serde(default)]
    bio: Option<String>,
}

/// Change my profile.
#[utoipa::path(patch, path = "/me", tag = "me", request_body = ChangeMe, responses((status = 200, body = Me)))]
pub async fn change(app: Data<App>, me: SignedIn, body: Body<ChangeMe>) -> Result<Json<Me>> {
    let ChangeMe { name, username, email, bio } = body.0;
    let wanted = WantedProfile { name, username, email, bio };
    people::change_profile(&app, me.asker, wanted).await.map(Json)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetStatus {
    /// `null` takes it away.
    #[serde(default, deserialize_with = "object_or_null")]
    manual_status: Option<ManualStatus>,
    do_not_disturb: bool,
    /// Look offline to everybody else.
    invisible: bool,
}

/// Set how I look to others.
#[utoipa::path(put, path = "/me/status", tag = "me", request_body = SetStatus, responses((status = 200, body = Me)))]
pub async fn set_status(app: Data<App>, me: SignedIn, body: Body<SetStatus>) -> Result<Json<Me>> {
    let SetStatus { manual_status, do_not_disturb, invisible } = body.0;
    status::choose(&app, me.asker, manual_status, do_not_disturb, invisible).await.map(Json)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmPassword {
    password: String,
}

/// Give my password again, for what needs it to be fresh.
#[utoipa::path(post, path = "/me/confirm_password", tag = "me",
    request_body = ConfirmPassword, responses((status = 204)))]
pub async fn confirm_password(app: Data<App>, me: SignedIn, body: Body<ConfirmPassword>) -> Result<HttpResponse> {
    accounts::confirm_password(&app, me.asker, &body.0.password).await?;
    Ok(HttpResponse::NoContent().finish())
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    current_password: String,
    /// 10 to 256 bytes.
    new_password: String,
}

/// Change my password. Signs out my other devices.
#[utoipa::path(post, path = "/me/password", tag = "me", request_body = ChangePassword, responses((status = 204)))]
pub async fn change_password(app: Data<App>, me: SignedIn, body: Body<ChangePassword>) -> Result<HttpResponse> {
    accounts::change_password(&app, me.asker, &body.0.current_password, &body.0.new_password).await?;
    Ok(HttpResponse::NoContent().finish())
}
