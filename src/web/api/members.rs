//! Who is in a group.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use super::list::{ListQuery, Listed};
use super::users::present;
use crate::commands::{App, groups};
use crate::domain::{GroupId, GroupRole, Member, UserId};
use crate::error::Result;
use crate::store::access::{self, GroupAction};
use crate::store::members;
use crate::web::body::Body;
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

/// A group's members, by name.
#[utoipa::path(get, path = "/groups/{group_id}/members", tag = "groups",
    params(("group_id" = GroupId, Path), ListQuery), responses((status = 200, body = Listed<Member>)))]
pub async fn list(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    query: Query<ListQuery>,
) -> Result<Json<Listed<Member>>> {
    let stretch = query.into_inner().parse()?;
    let limit = stretch.limit;
    let found = app.store.read(move |tx| {
        let here = access::in_group(tx, me.asker, *group_id, GroupAction::See)?;
        members::of_group(tx, &here, &stretch.query, &stretch.after, limit + 1)
    });
    let Listed { items, next_cursor } = Listed::stretch(found.await?, limit, |member| member);
    let (profiles, roles): (Vec<_>, Vec<_>) =
        items.into_iter().map(|m| (m.profile, (m.role, m.workspace_role, m.joined_at))).unzip();
    let items = present(&app, profiles)
        .into_iter()
        .zip(roles)
        .map(|(user, (role, workspace_role, joined_at))| Member { user, role, workspace_role, joined_at })
        .collect();
    Ok(Json(Listed { items, next_cursor }))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PutMember {
    #[serde(default)]
    role: Option<GroupRole>,
}

/// Put somebody of the workspace into a group, or give a member another role.
#[utoipa::path(put, path = "/groups/{group_id}/members/{user_id}", tag = "groups",
    params(("group_id" = GroupId, Path), ("user_id" = UserId, Path)), request_body = PutMember,
    responses((status = 204)))]
pub async fn put(
    app: Data<App>,
    me: SignedIn,
    path: Path<(GroupId, UserId)>,
    body: Body<PutMember>,
) -> Result<HttpResponse> {
    let (group, person) = path.into_inner();
    groups::add_member(&app, me.asker, group, person, body.0.role).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Take somebody out of a group.
#[utoipa::path(delete, path = "/groups/{group_id}/members/{user_id}", tag = "groups",
    params(("group_id" = GroupId, Path), ("user_id" = UserId, Path)), responses((status = 204)))]
pub async fn remove(app: Data<App>, me: SignedIn, path: Path<(GroupId, UserId)>) -> Result<HttpResponse> {
    let (group, person) = path.into_inner();
    groups::remove_member(&app, me.asker, group, person).await?;
    Ok(HttpResponse::NoContent().finish())
}
