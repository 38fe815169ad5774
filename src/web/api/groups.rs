//! Groups.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use super::list::{ListQuery, Listed};
use crate::commands::App;
use crate::commands::groups::{self as commands, Wanted, WantedChange};
use crate::domain::group::NewGroupKind;
use crate::domain::{Group, GroupId, MyGroup, UserId, WorkspaceId};
use crate::error::Result;
use crate::store::access::{self, GroupAction, WorkspaceAction};
use crate::store::groups;
use crate::web::body::Body;
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

/// A workspace's groups by name: the public ones, and my own. Not for guests.
#[utoipa::path(get, path = "/workspaces/{workspace_id}/groups", tag = "groups",
    params(("workspace_id" = WorkspaceId, Path), ListQuery), responses((status = 200, body = Listed<Group>)))]
pub async fn listed(
    app: Data<App>,
    me: SignedIn,
    workspace_id: Path<WorkspaceId>,
    query: Query<ListQuery>,
) -> Result<Json<Listed<Group>>> {
    let stretch = query.into_inner().parse()?;
    let limit = stretch.limit;
    let found = app.store.read(move |tx| {
        let here = access::in_workspace(tx, me.asker, *workspace_id, WorkspaceAction::Roam)?;
        groups::listed(tx, &here, &stretch.query, &stretch.after.name_key, limit + 1)
    });
    Ok(Json(Listed::stretch(found.await?, limit, |group| group)))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateGroup {
    name: String,
    #[serde(default)]
    topic: String,
    #[serde(default)]
    description: String,
    /// `text` unless told otherwise. It never changes.
    #[serde(default = "text")]
    kind: NewGroupKind,
    #[serde(default)]
    is_private: bool,
    /// Who else is in it from the start: up to 200 people of the workspace.
    #[serde(default)]
    member_ids: Vec<UserId>,
}

const fn text() -> NewGroupKind {
    NewGroupKind::Text
}

/// Make a group. I am its admin.
#[utoipa::path(post, path = "/workspaces/{workspace_id}/groups", tag = "groups",
    params(("workspace_id" = WorkspaceId, Path)), request_body = CreateGroup,
    responses((status = 201, body = MyGroup)))]
pub async fn create(
    app: Data<App>,
    me: SignedIn,
    workspace_id: Path<WorkspaceId>,
    body: Body<CreateGroup>,
) -> Result<HttpResponse> {
    let CreateGroup { name, topic, description, kind, is_private, member_ids } = body.0;
    let kind = kind.into();
    let wanted = Wanted { name, topic, description, kind, is_private, members: member_ids };
    let group = commands::create(&app, me.asker, *workspace_id, wanted).await?;
    Ok(HttpResponse::Created().json(group))
}

/// The groups that I am in.
#[utoipa::path(get, path = "/groups", tag = "groups", responses((status = 200, body = Listed<MyGroup>)))]
pub async fn mine(app: Data<App>, me: SignedIn) -> Result<Json<Listed<MyGroup>>> {
    let found = app.store.read(move |tx| groups::of_user(tx, &access::active_user(tx, me.asker)?));
    Ok(Json(Listed::whole(found.await?)))
}

/// One group.
#[utoipa::path(get, path = "/groups/{group_id}", tag = "groups",
    params(("group_id" = GroupId, Path)), responses((status = 200, body = Group)))]
pub async fn show(app: Data<App>, me: SignedIn, group_id: Path<GroupId>) -> Result<Json<Group>> {
    let found =
        app.store.read(move |tx| groups::shown(tx, &access::in_group(tx, me.asker, *group_id, GroupAction::See)?));
    found.await.map(Json)
}

/// What is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeGroup {
    /// The version that the change is based on; an older one is refused with the group as it stands.
    version: i64,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    topic: Option<String>,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    is_private: Option<bool>,
    #[serde(default)]
    is_archived: Option<bool>,
    /// Its place in the list, smallest first.
    #[serde(default)]
    position: Option<i64>,
}

/// Change a group. Topic and description: moderators; the rest: admins.
#[utoipa::path(patch, path = "/groups/{group_id}", tag = "groups",
    params(("group_id" = GroupId, Path)), request_body = ChangeGroup, responses((status = 200, body = Group)))]
pub async fn change(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    body: Body<ChangeGroup>,
) -> Result<Json<Group>> {
    let ChangeGroup { version, name, topic, description, is_private, is_archived, position } = body.0;
    let wanted = WantedChange { version, name, topic, description, is_private, is_archived, position };
    commands::change(&app, me.asker, *group_id, wanted).await.map(Json)
}

/// Go into a public group.
#[utoipa::path(post, path = "/groups/{group_id}/join", tag = "groups",
    params(("group_id" = GroupId, Path)), responses((status = 200, body = MyGroup)))]
pub async fn join(app: Data<App>, me: SignedIn, group_id: Path<GroupId>) -> Result<Json<MyGroup>> {
    commands::join(&app, me.asker, *group_id).await.map(Json)
}

/// Go out of a group.
#[utoipa::path(post, path = "/groups/{group_id}/leave", tag = "groups",
    params(("group_id" = GroupId, Path)), responses((status = 204)))]
pub async fn leave(app: Data<App>, me: SignedIn, group_id: Path<GroupId>) -> Result<HttpResponse> {
    commands::leave(&app, me.asker, *group_id).await?;
    Ok(HttpResponse::NoContent().finish())
}
