//! Workspaces.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::commands::App;
use crate::commands::workspaces::WorkspaceChange;
use crate::domain::{MyWorkspace, NotificationLevel, UserId, WorkspaceAccent, WorkspaceId, WorkspaceRole};
use crate::error::Result;
use crate::store::access::{self, WorkspaceAction};
use crate::store::workspaces;
use crate::web::body::Body;
use crate::web::signed_in::SignedIn;

/// A workspace that I am in.
#[utoipa::path(get, path = "/workspaces/{workspace_id}", tag = "workspaces",
    params(("workspace_id" = WorkspaceId, Path)), responses((status = 200, body = MyWorkspace)))]
pub async fn show(app: Data<App>, me: SignedIn, workspace_id: Path<WorkspaceId>) -> Result<Json<MyWorkspace>> {
    let found = app.store.read(move |tx| {
        workspaces::shown(tx, &access::in_workspace(tx, me.asker, *workspace_id, WorkspaceAction::See)?)
    });
    found.await.map(Json)
}

/// What is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeWorkspace {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    description: Option<String>,
    /// Whether members may add emoji of their own; moderators always may.
    #[serde(default)]
    members_may_add_emoji: Option<bool>,
    /// Of what people are told who come in; each may set it otherwise.
    #[serde(default)]
    default_notification_level: Option<NotificationLevel>,
    /// The colour of its page for who has not chosen their own.
    #[serde(default)]
    accent: Option<WorkspaceAccent>,
}

/// Change a workspace; for its admins.
#[utoipa::path(patch, path = "/workspaces/{workspace_id}", tag = "workspaces",
    params(("workspace_id" = WorkspaceId, Path)), request_body = ChangeWorkspace,
    responses((status = 200, body = MyWorkspace)))]
pub async fn change(
    app: Data<App>,
    me: SignedIn,
    workspace_id: Path<WorkspaceId>,
    body: Body<ChangeWorkspace>,
) -> Result<Json<MyWorkspace>> {
    let ChangeWorkspace { name, description, members_may_add_emoji, default_notification_level, accent } = body.0;
    let change = WorkspaceChange { name, description, members_may_add_emoji, default_notification_level, accent };
    crate::commands::workspaces::change(&app, me.asker, *workspace_id, change).await.map(Json)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetRole {
    role: WorkspaceRole,
}

/// Give a member another role; for admins of higher rank. Making somebody the owner makes me an admin.
#[utoipa::path(put, path = "/workspaces/{workspace_id}/members/{user_id}", tag = "workspaces",
    params(("workspace_id" = WorkspaceId, Path), ("user_id" = UserId, Path)),
    request_body = SetRole, responses((status = 204)))]
pub async fn set_role(
    app: Data<App>,
    me: SignedIn,
    path: Path<(WorkspaceId, UserId)>,
    body: Body<SetRole>,
) -> Result<HttpResponse> {
    let (workspace, member) = path.into_inner();
    crate::commands::workspaces::set_role(&app, me.asker, workspace, member, body.0.role).await?;
    Ok(HttpResponse::NoContent().finish())
}
