//! A workspace's own emoji.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY};
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use super::list::Listed;
use crate::commands::App;
use crate::domain::{CustomEmoji, EmojiId, WorkspaceId};
use crate::error::Result;
use crate::store::access::{self, WorkspaceAction};
use crate::store::emoji;
use crate::web::body::Body;
use crate::web::signed_in::SignedIn;

/// A workspace's own emoji, by name.
#[utoipa::path(get, path = "/workspaces/{workspace_id}/emoji", tag = "emoji",
    params(("workspace_id" = WorkspaceId, Path)), responses((status = 200, body = Listed<CustomEmoji>)))]
pub async fn list(app: Data<App>, me: SignedIn, workspace_id: Path<WorkspaceId>) -> Result<Json<Listed<CustomEmoji>>> {
    let found = app.store.read(move |tx| {
        emoji::of_workspace(tx, &access::in_workspace(tx, me.asker, *workspace_id, WorkspaceAction::See)?)
    });
    Ok(Json(Listed::whole(found.await?)))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEmoji {
    /// 2 to 32 of `a`–`z`, `0`–`9`, `_` and `-`; it is then written as `:name:`.
    name: String,
    /// A PNG, GIF or WebP in Base64, of at most 128 KiB and 512 × 512 pixels.
    image: String,
}

/// Add an emoji to a workspace; for moderators, and for members where the workspace says so.
#[utoipa::path(post, path = "/workspaces/{workspace_id}/emoji", tag = "emoji",
    params(("workspace_id" = WorkspaceId, Path)), request_body = NewEmoji,
    responses((status = 201, body = CustomEmoji)))]
pub async fn add(
    app: Data<App>,
    me: SignedIn,
    workspace_id: Path<WorkspaceId>,
    body: Body<NewEmoji>,
) -> Result<HttpResponse> {
    let NewEmoji { name, image } = body.0;
    let added = crate::commands::emoji::add(&app, me.asker, *workspace_id, &name, &image).await?;
    Ok(HttpResponse::Created().json(added))
}

/// Take an emoji away; for moderators, and for who added it. What was said with it stays, as text.
#[utoipa::path(delete, path = "/emoji/{emoji_id}", tag = "emoji",
    params(("emoji_id" = EmojiId, Path)), responses((status = 204)))]
pub async fn remove(app: Data<App>, me: SignedIn, emoji_id: Path<EmojiId>) -> Result<HttpResponse> {
    crate::commands::emoji::remove(&app, me.asker, *emoji_id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// An emoji's picture. It never changes: another picture is another emoji.
#[utoipa::path(get, path = "/emoji/{emoji_id}", tag = "emoji", params(("emoji_id" = EmojiId, Path)),
    responses((status = 200, description = "The picture", content((Vec<u8> = "image/png"), (Vec<u8> = "image/gif"), (Vec<u8> = "image/webp")))))]
pub async fn picture(app: Data<App>, me: SignedIn, emoji_id: Path<EmojiId>) -> Result<HttpResponse> {
    let found = app.store.read(move |tx| emoji::image(tx, &access::emoji_shown(tx, me.asker, *emoji_id)?, *emoji_id));
    let (kind, bytes) = found.await?;
    // What is opened by itself is a picture and nothing else; only the person's own browser keeps it.
    Ok(HttpResponse::Ok()
        .content_type(kind.media_type())
        .insert_header((CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'; frame-ancestors 'none'"))
        .insert_header((CONTENT_DISPOSITION, "inline"))
        .insert_header((CACHE_CONTROL, "private, max-age=2592000, immutable"))
        .body(bytes))
}
