//! Links that open a file to whoever holds them.

use std::sync::Arc;

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpRequest, HttpResponse, get};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::files::ContentQuery;
use super::list::Listed;
use crate::commands::{App, file_links as commands};
use crate::domain::{FileId, FileLink, FileLinkId, Secret, Timestamp};
use crate::error::{Error, Result};
use crate::store::{access, file_links};
use crate::web::body::Body;
use crate::web::download::{self, Download};
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

/// Where public links lead, before the token.
pub const SHARED: &str = "/shared/";

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MakeLink {
    /// When it shall no longer work; never unless it is said.
    #[serde(default)]
    expires_at: Option<Timestamp>,
}

/// A new link. The token is told here and never again.
#[derive(Serialize, ToSchema)]
pub struct MadeLink {
    link: FileLink,
    token: String,
    /// What to put behind the server's address.
    path: String,
}

/// Make a link that opens a file to everybody who has it.
#[utoipa::path(post, path = "/files/{file_id}/links", tag = "files",
    params(("file_id" = FileId, Path)), request_body = MakeLink, responses((status = 201, body = MadeLink)))]
pub async fn make(app: Data<App>, me: SignedIn, file_id: Path<FileId>, body: Body<MakeLink>) -> Result<HttpResponse> {
    let (link, token) = commands::create(&app, me.asker, *file_id, body.0.expires_at).await?;
    let token = token.reveal().to_owned();
    let path = format!("{SHARED}{token}");
    Ok(HttpResponse::Created().json(MadeLink { link, token, path }))
}

/// The links to a file.
#[utoipa::path(get, path = "/files/{file_id}/links", tag = "files",
    params(("file_id" = FileId, Path)), responses((status = 200, body = Listed<FileLink>)))]
pub async fn list(app: Data<App>, me: SignedIn, file_id: Path<FileId>) -> Result<Json<Listed<FileLink>>> {
    let id = *file_id;
    let found = app.store.read(move |tx| file_links::of_file(tx, &access::file_sharer(tx, me.asker, id)?)).await?;
    Ok(Json(Listed::whole(found)))
}

/// Take a link back.
#[utoipa::path(delete, path = "/files/{file_id}/links/{link_id}", tag = "files",
    params(("file_id" = FileId, Path), ("link_id" = FileLinkId, Path)), responses((status = 204)))]
pub async fn revoke(app: Data<App>, me: SignedIn, ids: Path<(FileId, FileLinkId)>) -> Result<HttpResponse> {
    let (file, link) = *ids;
    commands::revoke(&app, me.asker, file, link).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What a link opens, to whoever has it.
#[get("/shared/{token}")]
pub async fn opened(
    app: Data<App>,
    token: Path<String>,
    query: Query<ContentQuery>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let token = Secret::claimed(&token).ok_or(Error::NotFound("file"))?;
    let are_allowed = app.config.files.public_links;
    let found = app
        .store
        .read(move |tx| if are_allowed { file_links::opened_by(tx, &token) } else { Err(Error::NotFound("file")) });
    let found = found.await?;
    let vault = Arc::clone(&app.vault);
    download::answer(&request, Download::of(&found, query.is_to_keep()), move || vault.open_content(found.hash)).await
}
