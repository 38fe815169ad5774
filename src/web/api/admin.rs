//! Looking after people's accounts, and the server's settings.

use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Data, Json, Path};
use bytes::Bytes;
use futures_util::stream;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::list::{self, Listed, MOST_QUERY};
use crate::commands::settings::SettingsChange;
use crate::commands::{App, people, resets, settings as commands};
use crate::domain::people::Profile;
use crate::domain::{AccountFigures, AccountOrder, AccountState, ServerRole, Status, Timestamp, UserId};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker, ServerAction};
use crate::store::accounts::{self, Stretch, Wanted};
use crate::store::users::NameCursor;
use crate::store::{Tx, server};
use crate::web::body::Body;
use crate::web::csv;
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

/// Which accounts, and in which order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AccountsQuery {
    /// Only who has this in name, username or e-mail address. Up to 256 characters.
    #[serde(default)]
    query: String,
    /// Only who is this on the server.
    #[param(inline)]
    role: Option<ServerRole>,
    #[param(inline)]
    state: Option<AccountState>,
    /// `name` unless told otherwise.
    #[serde(default)]
    #[param(inline)]
    sort: AccountOrder,
    /// The `next_cursor` of the stretch before, in the same order.
    cursor: Option<String>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
}

impl AccountsQuery {
    /// # Errors
    /// `Invalid`, naming the parameter.
    fn parse(self) -> Result<(Wanted, Option<NameCursor>, u32)> {
        if self.query.chars().count() > MOST_QUERY {
            return Err(Error::invalid("query", "must have at most 256 characters"));
        }
        let is_active = self.state.map(|state| state == AccountState::Active);
        let wanted = Wanted { text: self.query, role: self.role, is_active, order: self.sort };
        let after = self.cursor.as_deref().map(list::parse_cursor).transpose()?;
        Ok((wanted, after, list::limit(self.limit)?))
    }
}

/// Somebody's account, and how they look at this moment.
#[derive(Serialize, ToSchema)]
pub struct AccountRow {
    #[serde(flatten)]
    account: AccountFigures,
    status: Status,
}

fn rows(app: &App, found: Vec<(AccountFigures, Profile)>) -> Vec<AccountRow> {
    let (accounts, chosen): (Vec<_>, Vec<_>) = found.into_iter().map(|(account, seen)| (account, seen.chosen)).unzip();
    let statuses = app.hub.statuses(&chosen);
    accounts.into_iter().zip(statuses).map(|(account, status)| AccountRow { account, status }).collect()
}

fn stretch(tx: &Tx<'_>, asker: Asker, wanted: &Wanted, after: Option<&NameCursor>, limit: u32) -> Result<Stretch> {
    let keeper = access::active_user(tx, asker)?.on_server(ServerAction::ListAccounts)?;
    accounts::stretch(tx, &keeper, wanted, after, limit)
}

/// Accounts, for managers and admins of the server. One answer looks at 5,000 of them at most: it may hold fewer than
/// `limit`, or none, and still say where to go on.
#[utoipa::path(get, path = "/admin/users", tag = "admin",
    params(AccountsQuery), responses((status = 200, body = Listed<AccountRow>)))]
pub async fn users(app: Data<App>, me: SignedIn, query: Query<AccountsQuery>) -> Result<Json<Listed<AccountRow>>> {
    let (wanted, after, limit) = query.into_inner().parse()?;
    let found = app.store.read(move |tx| stretch(tx, me.asker, &wanted, after.as_ref(), limit)).await?;
    let next_cursor = found.next.as_ref().map(list::format_cursor);
    Ok(Json(Listed { items: rows(&app, found.found), next_cursor }))
}

/// Accounts that are read at once for a table.
const EXPORTED_AT_ONCE: u32 = 500;

const COLUMNS: [&str; 9] =
    ["Name", "Username", "E-mail", "Role", "State", "Groups", "Last seen", "Last sign-in", "Account made"];

/// The same accounts as a table (CSV, UTF-8), all of them; for managers and admins of the server. `cursor` and `limit` mean
/// nothing here.
#[utoipa::path(get, path = "/admin/export/users", tag = "admin",
    params(AccountsQuery), responses((status = 200, body = String, content_type = "text/csv")))]
pub async fn export(app: Data<App>, me: SignedIn, query: Query<AccountsQuery>) -> Result<HttpResponse> {
    let (wanted, ..) = query.into_inner().parse()?;
    // Who may not see it is told so before anything is sent.
    app.store.read(move |tx| access::active_user(tx, me.asker)?.on_server(ServerAction::ListAccounts)).await?;
    let table = stream::try_unfold(Step::First, move |step| {
        let (app, wanted) = (app.clone(), wanted.clone());
        async move { exported(&app, me.asker, wanted, step).await }
    });
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"people.csv\""))
        .streaming(table))
}

/// How far a table is.
enum Step {
    First,
    After(NameCursor),
    Done,
}

/// The next rows of the table. Each time the asker is looked at again.
async fn exported(app: &App, asker: Asker, wanted: Wanted, step: Step) -> Result<Option<(Bytes, Step)>> {
    let (after, mut text) = match step {
        // A mark by which spreadsheets know that it is UTF-8.
        Step::First => (None, format!("\u{feff}{}", csv::line(&COLUMNS.map(str::to_owned)))),
        Step::After(cursor) => (Some(cursor), String::new()),
        Step::Done => return Ok(None),
    };
    let found = app.store.read(move |tx| stretch(tx, asker, &wanted, after.as_ref(), EXPORTED_AT_ONCE)).await?;
    let next = found.next.map_or(Step::Done, Step::After);
    for row in rows(app, found.found) {
        text.push_str(&csv::line(&cells(&row)));
    }
    Ok(Some((text.into(), next)))
}

fn cells(AccountRow { account: AccountFigures { account, group_count, .. }, status }: &AccountRow) -> [String; 9] {
    let at = |at: Option<Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
    let state = if account.is_active { AccountState::Active } else { AccountState::Deactivated };
    [
        account.name.clone(),
        account.username.clone(),
        account.email.clone().unwrap_or_default(),
        account.server_role.as_str().to_owned(),
        state.as_str().to_owned(),
        group_count.to_string(),
        at(status.last_seen),
        at(account.last_login_at),
        account.created_at.to_string(),
    ]
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
#[utoipa::path(patch, path = "/admin/users/{user_id}", tag = "admin",
    params(("user_id" = UserId, Path)), request_body = ChangeAccount, responses((status = 200, body = AccountRow)))]
pub async fn change_account(
    app: Data<App>,
    me: SignedIn,
    user_id: Path<UserId>,
    body: Body<ChangeAccount>,
) -> Result<Json<AccountRow>> {
    let ChangeAccount { is_active, server_role } = body.0;
    people::change_account(&app, me.asker, *user_id, is_active, server_role).await?;
    let found = app.store.read(move |tx| {
        let keeper = access::active_user(tx, me.asker)?.on_server(ServerAction::ListAccounts)?;
        accounts::figures_of(tx, &keeper, *user_id)
    });
    let row = rows(&app, vec![found.await?]).pop();
    row.map(Json).ok_or(Error::NotFound("account"))
}

#[derive(Serialize, ToSchema)]
pub struct SignedOutDevices {
    /// How many there were.
    devices: usize,
}

/// Sign out all devices of an account; for who ranks higher.
#[utoipa::path(post, path = "/admin/users/{user_id}/sign_out", tag = "admin",
    params(("user_id" = UserId, Path)), responses((status = 200, body = SignedOutDevices)))]
pub async fn sign_out(app: Data<App>, me: SignedIn, user_id: Path<UserId>) -> Result<Json<SignedOutDevices>> {
    let devices = people::sign_out_everywhere(&app, me.asker, *user_id).await?;
    Ok(Json(SignedOutDevices { devices }))
}

#[derive(Serialize, ToSchema)]
pub struct NewPassword {
    /// Told once. Its owner changes it after signing in.
    password: String,
}

/// Give an account a new password and sign out its devices; for who ranks higher.
#[utoipa::path(post, path = "/admin/users/{user_id}/reset_password", tag = "admin",
    params(("user_id" = UserId, Path)), responses((status = 200, body = NewPassword)))]
pub async fn reset_password(app: Data<App>, me: SignedIn, user_id: Path<UserId>) -> Result<Json<NewPassword>> {
    let password = people::reset_password(&app, me.asker, *user_id).await?;
    Ok(Json(NewPassword { password: password.reveal().to_owned() }))
}

/// A link by which somebody gives themselves a new password. It is told once.
#[derive(Serialize, ToSchema)]
pub struct ResetLink {
    /// The code stands in its fragment, so that no server on the way sees it.
    url: String,
    expires_at: Timestamp,
}

/// Make a link to a new password, good for a day and for one use; for who ranks higher. The one before is void.
#[utoipa::path(post, path = "/admin/users/{user_id}/reset_link", tag = "admin",
    params(("user_id" = UserId, Path)), responses((status = 201, body = ResetLink)))]
pub async fn reset_link(app: Data<App>, me: SignedIn, user_id: Path<UserId>) -> Result<HttpResponse> {
    let (code, expires_at) = resets::make(&app, me.asker, *user_id).await?;
    let url = format!("{}/reset#{}", app.origin(), code.reveal());
    Ok(HttpResponse::Created().json(ResetLink { url, expires_at }))
}

#[derive(Serialize, ToSchema)]
pub struct Settings {
    /// Whether anybody may make an account without an invite.
    sign_up_open: bool,
    /// Whether the server looks at where links lead, and shows it.
    link_previews: bool,
}

/// The server's settings; for its admins.
#[utoipa::path(get, path = "/admin/settings", tag = "admin", responses((status = 200, body = Settings)))]
pub async fn settings(app: Data<App>, me: SignedIn) -> Result<Json<Settings>> {
    settings_for(&app, me).await
}

async fn settings_for(app: &App, me: SignedIn) -> Result<Json<Settings>> {
    let found = app.store.read(move |tx| {
        access::active_user(tx, me.asker)?.on_server(ServerAction::Configure)?;
        Ok(Settings { sign_up_open: server::sign_up_open(tx)?, link_previews: server::previews_on(tx)? })
    });
    found.await.map(Json)
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
#[utoipa::path(patch, path = "/admin/settings", tag = "admin",
    request_body = ChangeSettings, responses((status = 200, body = Settings)))]
pub async fn change_settings(app: Data<App>, me: SignedIn, body: Body<ChangeSettings>) -> Result<Json<Settings>> {
    let ChangeSettings { sign_up_open, link_previews } = body.0;
    commands::change(&app, me.asker, SettingsChange { sign_up_open, link_previews }).await?;
    settings_for(&app, me).await
}
