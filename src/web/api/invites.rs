//! Invites.

use std::time::Duration;

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::list::Listed;
use crate::commands::App;
use crate::commands::invites::{self as commands, DEFAULT_LIFE, Wanted};
use crate::domain::{GroupId, Invitation, Invite, InviteId, InviteRole, MyGroup};
use crate::error::Result;
use crate::hub::network_of;
use crate::store::access::{self, GroupAction};
use crate::store::invites;
use crate::web::body::Body;
use crate::web::peer;
use crate::web::signed_in::SignedIn;

/// A group's invites, newest first; for who may invite. The codes are not told again.
#[utoipa::path(get, path = "/groups/{group_id}/invites", tag = "invites",
    params(("group_id" = GroupId, Path)), responses((status = 200, body = Listed<Invite>)))]
pub async fn list(app: Data<App>, me: SignedIn, group_id: Path<GroupId>) -> Result<Json<Listed<Invite>>> {
    let found = app
        .store
        .read(move |tx| invites::of_group(tx, &access::in_group(tx, me.asker, *group_id, GroupAction::Invite)?));
    Ok(Json(Listed::whole(found.await?)))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateInvite {
    /// 60 to 2,592,000 (30 days); 7 days unless told otherwise.
    #[serde(default)]
    expires_in_secs: Option<u64>,
    /// `null`: any number.
    #[serde(default)]
    max_uses: Option<i64>,
    #[serde(default)]
    role: Option<InviteRole>,
    /// Whom it is meant for, if for one person alone.
    #[serde(default)]
    email: Option<String>,
}

/// An invite, with the code that is told once.
#[derive(Serialize, ToSchema)]
pub struct NewInvite {
    invite: Invite,
    code: String,
    /// The link to send: the code stands in its fragment, so that no server on the way sees it.
    url: String,
}

/// Make an invite; for moderators, admins, and who looks after people on the server.
#[utoipa::path(post, path = "/groups/{group_id}/invites", tag = "invites",
    params(("group_id" = GroupId, Path)), request_body = CreateInvite,
    responses((status = 201, body = NewInvite)))]
pub async fn create(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    body: Body<CreateInvite>,
) -> Result<HttpResponse> {
    let CreateInvite { expires_in_secs, max_uses, role, email } = body.0;
    let wanted = Wanted {
        life: expires_in_secs.map_or(DEFAULT_LIFE, Duration::from_secs),
        max_uses,
        role: role.unwrap_or(InviteRole::Member),
        email,
    };
    let (invite, code) = commands::create(&app, me.asker, *group_id, wanted).await?;
    let url = format!("{}/invite#{}", app.origin(), code.reveal());
    Ok(HttpResponse::Created().json(NewInvite { invite, code: code.reveal().to_owned(), url }))
}

/// Make an invite void.
#[utoipa::path(delete, path = "/groups/{group_id}/invites/{invite_id}", tag = "invites",
    params(("group_id" = GroupId, Path), ("invite_id" = InviteId, Path)), responses((status = 204)))]
pub async fn revoke(app: Data<App>, me: SignedIn, path: Path<(GroupId, InviteId)>) -> Result<HttpResponse> {
    let (group, invite) = path.into_inner();
    commands::revoke(&app, me.asker, group, invite).await?;
    Ok(HttpResponse::NoContent().finish())
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    code: String,
}

/// What an invite leads to. Expired, spent, revoked and unknown codes look alike.
#[utoipa::path(post, path = "/invites/look_up", tag = "invites",
    request_body = Code, responses((status = 200, body = Invitation)), security(()))]
pub async fn look_up(app: Data<App>, request: HttpRequest, body: Body<Code>) -> Result<Json<Invitation>> {
    app.rates.codes_from.take(&network_of(peer::address(&request, &app.config)))?;
    commands::look_up(&app, &body.0.code).await.map(Json)
}

/// Take an invite with the account that is signed in.
#[utoipa::path(post, path = "/invites/accept", tag = "invites",
    request_body = Code, responses((status = 200, body = MyGroup)))]
pub async fn accept(app: Data<App>, me: SignedIn, request: HttpRequest, body: Body<Code>) -> Result<Json<MyGroup>> {
    app.rates.codes_from.take(&network_of(peer::address(&request, &app.config)))?;
    commands::accept(&app, me.asker, &body.0.code).await.map(Json)
}
