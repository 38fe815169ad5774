//! Looking after the server and its accounts.

use actix_web::web::{Data, Json, Path};
use actix_web::{get, patch, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::list::{ListQuery, Listed};
use crate::commands::{App, people, previews};
use crate::domain::{Account, ServerRole, UserId};
use crate::error::Result;
use crate::store::access::{self, ServerAction};
use crate::store::{Tx, server, users};
use crate::web::body::Body;
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

/// All accounts, by name; for managers and admins of the server.
#[utoipa::path(tag = "admin", params(ListQuery), responses((status = 200, body = Listed<Account>)))]
#[get("/admin/users")]
pub async fn accounts(app: Data<App>, me: SignedIn, query: Query<ListQuery>) -> Result<Json<Listed<Account>>> {
    let stretch = query.into_inner().parse()?;
    let limit = stretch.limit;
    let found = app.store.read(move |tx| {
        let keeper = access::active_user(tx, me.asker)?.on_server(ServerAction::ListAccounts)?;
        users::accounts(tx, &keeper, &stretch.query, &stretch.after, limit + 1)
    });
    Ok(Json(Listed::stretch(found.await?, limit, |account| account)))
}

/// What is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeAccount {
    /// `false` closes the account and signs out its devices; what it wrote stays.
    #[serde(default)]
    is_active: Option<bool>,
    #[serde(default)]
    server_role: Option<ServerRole>,
}

/// Open or close an account, or give it another role on the server; for who ranks higher.
#[utoipa::path(tag = "admin", params(("user_id" = UserId, Path)), request_body = ChangeAccount, responses((status = 200, body = Account)))]
#[patch("/admin/users/{user_id}")]
pub async fn change_account(
    app: Data<App>,
    me: SignedIn,
    user_id: Path<UserId>,
    body: Body<ChangeAccount>,
) -> Result<Json<Account>> {
    let ChangeAccount { is_active, server_role } = body.0;
    people::change_account(&app, me.asker, *user_id, is_active, server_role).await.map(Json)
}

#[derive(Serialize, ToSchema)]
pub struct NewPassword {
    /// Told once. Its owner changes it after signing in.
    password: String,
}

/// Give an account a new password and sign out its devices; for who ranks higher.
#[utoipa::path(tag = "admin", params(("user_id" = UserId, Path)), responses((status = 200, body = NewPassword)))]
#[post("/admin/users/{user_id}/reset_password")]
pub async fn reset_password(app: Data<App>, me: SignedIn, user_id: Path<UserId>) -> Result<Json<NewPassword>> {
    let password = people::reset_password(&app, me.asker, *user_id).await?;
    Ok(Json(NewPassword { password: password.reveal().to_owned() }))
}

#[derive(Serialize, ToSchema)]
pub struct Settings {
    /// Whether anybody may make an account without an invite.
    sign_up_open: bool,
    /// Whether the server looks at where links lead, and shows it.
    link_previews: bool,
}

/// The server's settings; for its admins.
#[utoipa::path(tag = "admin", responses((status = 200, body = Settings)))]
#[get("/admin/settings")]
pub async fn settings(app: Data<App>, me: SignedIn) -> Result<Json<Settings>> {
    settings_for(&app, me).await
}

async fn settings_for(app: &App, me: SignedIn) -> Result<Json<Settings>> {
    let found = app.store.read(move |tx| {
        access::active_user(tx, me.asker)?.on_server(ServerAction::Configure)?;
        current(tx)
    });
    found.await.map(Json)
}

fn current(tx: &Tx<'_>) -> Result<Settings> {
    Ok(Settings { sign_up_open: server::sign_up_open(tx)?, link_previews: server::previews_on(tx)? })
}

/// What is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeSettings {
    #[serde(default)]
    sign_up_open: Option<bool>,
    #[serde(default)]
    link_previews: Option<bool>,
}

/// Change the server's settings; for its admins.
#[utoipa::path(tag = "admin", request_body = ChangeSettings, responses((status = 200, body = Settings)))]
#[patch("/admin/settings")]
pub async fn change_settings(app: Data<App>, me: SignedIn, body: Body<ChangeSettings>) -> Result<Json<Settings>> {
    if let Some(open) = body.0.sign_up_open {
        people::set_sign_up_open(&app, me.asker, open).await?;
    }
    if let Some(on) = body.0.link_previews {
        previews::set_on(&app, me.asker, on).await?;
    }
    settings_for(&app, me).await
}
