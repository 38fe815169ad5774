//! Files: what they are, what they hold, and lists of them.

use std::sync::Arc;

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::list;
use crate::commands::{App, files as commands};
use crate::domain::file::{CHUNK_BYTES, MOST_ATTACHMENTS};
use crate::domain::{DirectId, File, FileId, FileKind, GroupId, MessageId, OwnFile, Place, PostedFiles};
use crate::error::{Error, Result};
use crate::store::attachments::{self, Before};
use crate::store::{access, files, messages, uploads};
use crate::web::download::{self, Download};
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

/// What is known of a file that I may read.
#[utoipa::path(get, path = "/files/{file_id}", tag = "files",
    params(("file_id" = FileId, Path)), responses((status = 200, body = File)))]
pub async fn show(app: Data<App>, me: SignedIn, file_id: Path<FileId>) -> Result<Json<File>> {
    let id = *file_id;
    app.store.read(move |tx| files::shown(tx, &access::file_reader(tx, me.asker, id)?)).await.map(Json)
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ContentQuery {
    /// Whether a browser is to keep it instead of showing it.
    download: Option<bool>,
}

impl ContentQuery {
    pub fn is_to_keep(&self) -> bool {
        self.download.unwrap_or(false)
    }
}

/// What a file holds. Ranges are answered in part.
#[utoipa::path(get, path = "/files/{file_id}/content", 
    tag = "files",
    params(("file_id" = FileId, Path), ContentQuery),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"))
)]
pub async fn content(
    app: Data<App>,
    me: SignedIn,
    file_id: Path<FileId>,
    query: Query<ContentQuery>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let id = *file_id;
    let found = app.store.read(move |tx| files::content(tx, &access::file_reader(tx, me.asker, id)?)).await?;
    let vault = Arc::clone(&app.vault);
    download::answer(&request, Download::of(&found, query.is_to_keep()), move || vault.open_content(found.hash)).await
}

/// The small form of a picture: JPEG or WebP, the longer side of at most 720 pixels.
#[utoipa::path(get, path = "/files/{file_id}/thumbnail", 
    tag = "files",
    params(("file_id" = FileId, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "image/jpeg"))
)]
pub async fn thumbnail(
    app: Data<App>,
    me: SignedIn,
    file_id: Path<FileId>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let id = *file_id;
    let found = app.store.read(move |tx| files::content(tx, &access::file_reader(tx, me.asker, id)?)).await?;
    let small = Download::small_of(&found).ok_or(Error::NotFound("file"))?;
    let vault = Arc::clone(&app.vault);
    download::answer(&request, small, move || vault.open_thumbnail(found.hash)).await
}

/// Throw away a file that I have not posted.
#[utoipa::path(delete, path = "/files/{file_id}", tag = "files",
    params(("file_id" = FileId, Path)), responses((status = 204)))]
pub async fn remove(app: Data<App>, me: SignedIn, file_id: Path<FileId>) -> Result<HttpResponse> {
    commands::discard(&app, me.asker, *file_id).await?;
    Ok(HttpResponse::NoContent().finish())
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FilesQuery {
    /// Only files of this kind.
    kind: Option<FileKind>,
    /// The `next_cursor` of the stretch before.
    cursor: Option<String>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
}

async fn posted(app: &App, me: SignedIn, place: Place, query: &FilesQuery) -> Result<Json<PostedFiles>> {
    let (kind, limit) = (query.kind, list::limit(query.limit)?);
    let before = match &query.cursor {
        None => Before { message: MessageId::from_uuid(Uuid::max()), position: i64::MAX },
        Some(cursor) => {
            let (id, position) = parse_cursor(cursor)?;
            Before { message: MessageId::from_uuid(id), position }
        }
    };
    let found = app.store.read(move |tx| {
        let reader = access::reader(tx, me.asker, place)?;
        let mut found = attachments::page(tx, &reader, kind, before, limit + 1)?;
        let has_more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let last = found.last().filter(|_| has_more).map(|(_, at)| format_cursor(at.message.uuid(), at.position));
        let items: Vec<_> = found.into_iter().map(|(item, _)| item).collect();
        let users = messages::people(tx, items.iter().map(|item| item.sender_id))?;
        Ok(PostedFiles { items, users, next_cursor: last })
    });
    found.await.map(Json)
}

/// Files that were posted in a group, the newest first.
#[utoipa::path(get, path = "/groups/{group_id}/files", tag = "files",
    params(("group_id" = GroupId, Path), FilesQuery), responses((status = 200, body = PostedFiles)))]
pub async fn in_group(
    app: Data<App>,
    me: SignedIn,
    group_id: Path<GroupId>,
    query: Query<FilesQuery>,
) -> Result<Json<PostedFiles>> {
    posted(&app, me, Place::Group(*group_id), &query).await
}

/// Files that were posted in a direct conversation, the newest first.
#[utoipa::path(get, path = "/directs/{direct_id}/files", tag = "files",
    params(("direct_id" = DirectId, Path), FilesQuery), responses((status = 200, body = PostedFiles)))]
pub async fn in_direct(
    app: Data<App>,
    me: SignedIn,
    direct_id: Path<DirectId>,
    query: Query<FilesQuery>,
) -> Result<Json<PostedFiles>> {
    posted(&app, me, Place::Direct(*direct_id), &query).await
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OwnQuery {
    /// The `next_cursor` of the stretch before.
    cursor: Option<String>,
    /// 1 to 100, 50 unless told otherwise.
    limit: Option<u32>,
}

/// My files: all that counts against my quota, the newest first.
#[utoipa::path(get, path = "/me/files", tag = "files",
    params(OwnQuery), responses((status = 200, body = list::Listed<OwnFile>)))]
pub async fn own(app: Data<App>, me: SignedIn, query: Query<OwnQuery>) -> Result<Json<list::Listed<OwnFile>>> {
    let limit = list::limit(query.limit)?;
    let before = query.cursor.as_deref().map(parse_cursor).transpose()?.map_or(Uuid::max(), |(id, _)| id);
    let found = app.store.read(move |tx| {
        let who = access::active_user(tx, me.asker)?;
        files::of_user(tx, &who, FileId::from_uuid(before), limit + 1)
    });
    let mut items = found.await?;
    let has_more = items.len() > limit as usize;
    items.truncate(limit as usize);
    let next_cursor = items.last().filter(|_| has_more).map(|own| format_cursor(own.file.id.uuid(), 0));
    Ok(Json(list::Listed { items, next_cursor }))
}

/// What my files take, and what they may.
#[derive(Serialize, ToSchema)]
pub struct Storage {
    /// Finished files, and all of the unfinished uploads.
    used_bytes: i64,
    quota_bytes: i64,
    /// Of one file.
    max_file_bytes: i64,
    max_files_per_message: usize,
    /// Most bytes of one piece of an upload.
    chunk_bytes: i64,
    /// Whether links may be made that open a file to everybody who has them.
    public_links: bool,
}

/// What my files take, and what they may.
#[utoipa::path(get, path = "/me/storage", tag = "files", responses((status = 200, body = Storage)))]
pub async fn storage(app: Data<App>, me: SignedIn) -> Result<Json<Storage>> {
    let used = app.store.read(move |tx| uploads::used_bytes(tx, access::active_user(tx, me.asker)?.user()));
    let used_bytes = used.await?;
    let settings = &app.config.files;
    let bytes = |setting: usize| i64::try_from(setting).unwrap_or(i64::MAX);
    Ok(Json(Storage {
        used_bytes,
        quota_bytes: bytes(settings.per_person_bytes),
        max_file_bytes: bytes(settings.max_bytes),
        max_files_per_message: settings.per_message.min(MOST_ATTACHMENTS),
        chunk_bytes: CHUNK_BYTES,
        public_links: settings.public_links,
    }))
}

fn format_cursor(id: Uuid, position: i64) -> String {
    URL_SAFE_NO_PAD.encode(format!("{}/{position}", id.simple()))
}

fn parse_cursor(text: &str) -> Result<(Uuid, i64)> {
    let parsed = || {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let (id, position) = text.split_once('/')?;
        Some((Uuid::try_parse(id).ok()?, position.parse().ok()?))
    };
    parsed().ok_or_else(|| Error::invalid("cursor", "must be the next_cursor of an earlier answer"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_cursor_leads_back_to_where_it_was_made(id: u128, position: i64) {
            let id = Uuid::from_u128(id);
            prop_assert_eq!(parse_cursor(&format_cursor(id, position)).unwrap(), (id, position));
        }

        #[test]
        fn whatever_is_given_for_a_cursor_does_no_harm(text in "\\PC{0,60}") {
            let _ = parse_cursor(&text);
        }
    }
}
