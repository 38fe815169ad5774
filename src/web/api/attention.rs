//! How I want to hear of a group, and of a whole workspace.

use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::commands::{App, attention};
use crate::domain::{GroupId, Membership, MyWorkspace, NotificationLevel, WorkspaceId};
use crate::error::Result;
use crate::web::body::{Body, given};
use crate::web::signed_in::SignedIn;

/// What is left out stays as it is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeMembership {
    /// A muted group calls nobody: it is dimmed, and tells of nothing.
    #[serde(default)]
    is_muted: Option<bool>,
    /// `null`: as I set it for the workspace.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<NotificationLevel>)]
    notification_level: Option<Option<NotificationLevel>>,
}

/// How I want to hear of a group, on all my devices.
#[utoipa::path(patch, path = "/groups/{group_id}/membership", tag = "groups",
    params(("group_id" = GroupId, Path)), request_body = ChangeMembership, responses((status = 200, body = Membership)))]
pub async fn change(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    body: Body<ChangeMembership>,
) -> Result<Json<Membership>> {
    let ChangeMembership { is_muted, notification_level } = body.0;
    attention::set(&app, me.asker, *group_id, is_muted, notification_level).await.map(Json)
}

/// What is left out stays as it is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeWorkspaceMembership {
    /// Of what I want to be told in the groups for which I set nothing else.
    #[serde(default)]
    notification_level: Option<NotificationLevel>,
}

/// How I want to hear of a workspace's groups, on all my devices.
#[utoipa::path(patch, path = "/workspaces/{workspace_id}/membership", tag = "workspaces",
    params(("workspace_id" = WorkspaceId, Path)), request_body = ChangeWorkspaceMembership,
    responses((status = 200, body = MyWorkspace)))]
pub async fn change_in_workspace(
    app: Data<App>,
    me: SignedIn,
    workspace_id: Path<WorkspaceId>,
    body: Body<ChangeWorkspaceMembership>,
) -> Result<Json<MyWorkspace>> {
    attention::set_in_workspace(&app, me.asker, *workspace_id, body.0.notification_level).await.map(Json)
}
