//! The server's open invites, for who looks after its doors.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::list::{self, Listed};
use crate::commands::{App, invites as commands};
use crate::domain::{InviteId, OpenInvite};
use crate::error::Result;
use crate::store::access::{self, ServerAction};
use crate::store::invites;
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct InvitesQuery {
    /// The `next_cursor` of the stretch before.
    #[param(value_type = Option<Uuid>)]
    cursor: Option<InviteId>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
}

/// Every invite that admits people now, whatever group it leads to, the newest first; for managers and admins of the
/// server. A group that I may not see has no name here.
#[utoipa::path(get, path = "/admin/invites", tag = "admin",
    params(InvitesQuery), responses((status = 200, body = Listed<OpenInvite>)))]
pub async fn open(app: Data<App>, me: SignedIn, query: Query<InvitesQuery>) -> Result<Json<Listed<OpenInvite>>> {
    let limit = list::limit(query.limit)?;
    let before = query.cursor.unwrap_or(InviteId::from_uuid(Uuid::max()));
    let found = app.store.read(move |tx| {
        let who = access::active_user(tx, me.asker)?;
        let keeper = who.on_server(ServerAction::KeepDoors)?;
        invites::open(tx, &keeper, &who, before, limit + 1)
    });
    Ok(Json(list::by_id(found.await?, limit, |invite| invite.id.to_string())))
}

/// Make an invite void, whatever group it leads to; for managers and admins of the server.
#[utoipa::path(delete, path = "/admin/invites/{invite_id}", tag = "admin",
    params(("invite_id" = InviteId, Path)), responses((status = 204)))]
pub async fn revoke(app: Data<App>, me: SignedIn, invite_id: Path<InviteId>) -> Result<HttpResponse> {
    commands::revoke_anywhere(&app, me.asker, *invite_id).await?;
    Ok(HttpResponse::NoContent().finish())
}
