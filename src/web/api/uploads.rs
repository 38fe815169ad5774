//! Sending files to the server, piece by piece.

use std::time::Duration;

use actix_web::web::{Data, Json, Path, Payload};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use futures_util::StreamExt;
use serde::Deserialize;
use tokio::time::{Instant, timeout, timeout_at};
use utoipa::{IntoParams, ToSchema};

use super::list::Listed;
use crate::commands::App;
use crate::commands::uploads as commands;
use crate::domain::file::CHUNK_BYTES;
use crate::domain::{ContentHash, File, FileId, Timestamp, Upload};
use crate::error::{Error, Result};
use crate::store::{access, uploads};
use crate::web::body::Body;
use crate::web::query::Query;
use crate::web::signed_in::SignedIn;

/// Between some bytes and the next, and for a whole piece.
const BETWEEN_BYTES: Duration = Duration::from_secs(10);
const IN_ALL: Duration = Duration::from_secs(5 * 60);

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BeginUpload {
    /// 1 to 255 characters; directories before it are left out.
    name: String,
    size_bytes: i64,
    /// When the file shall be gone; never unless it is said.
    #[serde(default)]
    expires_at: Option<Timestamp>,
}

/// Begin to send a file.
#[utoipa::path(post, path = "/uploads", tag = "files",
    request_body = BeginUpload, responses((status = 201, body = Upload)))]
pub async fn begin(app: Data<App>, me: SignedIn, body: Body<BeginUpload>) -> Result<HttpResponse> {
    let BeginUpload { name, size_bytes, expires_at } = body.0;
    Ok(HttpResponse::Created().json(commands::begin(&app, me.asker, &name, size_bytes, expires_at).await?))
}

/// My unfinished uploads, the newest first.
#[utoipa::path(get, path = "/uploads", tag = "files", responses((status = 200, body = Listed<Upload>)))]
pub async fn list(app: Data<App>, me: SignedIn) -> Result<Json<Listed<Upload>>> {
    let found = app.store.read(move |tx| uploads::of_user(tx, &access::active_user(tx, me.asker)?)).await?;
    Ok(Json(Listed::whole(found)))
}

/// Where an upload stands: go on from `received_bytes`.
#[utoipa::path(get, path = "/uploads/{upload_id}", tag = "files",
    params(("upload_id" = FileId, Path)), responses((status = 200, body = Upload)))]
pub async fn show(app: Data<App>, me: SignedIn, upload_id: Path<FileId>) -> Result<Json<Upload>> {
    let id = *upload_id;
    app.store.read(move |tx| uploads::shown(tx, &access::own_upload(tx, me.asker, id)?)).await.map(Json)
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PieceQuery {
    /// Where the piece begins: `received_bytes`.
    offset: u64,
}

/// Send the next piece of a file, at most `chunk_bytes`. It is on disk when it is answered; one that breaks off counts
/// for nothing.
#[utoipa::path(put, path = "/uploads/{upload_id}", 
    tag = "files",
    params(("upload_id" = FileId, Path), PieceQuery),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = Upload))
)]
pub async fn piece(
    app: Data<App>,
    me: SignedIn,
    upload_id: Path<FileId>,
    query: Query<PieceQuery>,
    request: HttpRequest,
    payload: Payload,
) -> Result<Json<Upload>> {
    if !request.content_type().eq_ignore_ascii_case("application/octet-stream") {
        return Err(Error::UnsupportedMediaType);
    }
    let declared = request.headers().get("content-length").and_then(|value| value.to_str().ok()?.parse::<i64>().ok());
    if declared.is_some_and(|bytes| bytes > CHUNK_BYTES) {
        return Err(commands::too_large());
    }
    let offset = i64::try_from(query.offset).unwrap_or(i64::MAX);
    let receiving = commands::receive(&app, me.asker, *upload_id, offset).await?;
    received(receiving, payload).await.map(Json)
}

async fn received(mut receiving: commands::Receiving<'_>, mut payload: Payload) -> Result<Upload> {
    let end = Instant::now() + IN_ALL;
    loop {
        let next = timeout_at(end, timeout(BETWEEN_BYTES, payload.next()));
        match next.await.map_err(|_| Error::TooSlow)?.map_err(|_| Error::TooSlow)? {
            None => return receiving.complete().await,
            Some(Err(_)) => return Err(Error::Malformed("The body ended before it was complete.".into())),
            Some(Ok(bytes)) => receiving.take(bytes).await?,
        }
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FinishUpload {
    /// The SHA-256 that the file should have, in hexadecimal digits; it is compared with what came.
    #[serde(default)]
    sha256: Option<String>,
}

/// Make a file of what was sent. A second time it answers the same file.
#[utoipa::path(post, path = "/uploads/{upload_id}/finish", tag = "files",
    params(("upload_id" = FileId, Path)), request_body = FinishUpload, responses((status = 201, body = File)))]
pub async fn finish(
    app: Data<App>,
    me: SignedIn,
    upload_id: Path<FileId>,
    body: Body<FinishUpload>,
) -> Result<HttpResponse> {
    let parse =
        |text: String| ContentHash::parse(&text).ok_or(Error::invalid("sha256", "must be 64 hexadecimal digits"));
    let expected = body.0.sha256.map(parse).transpose()?;
    Ok(HttpResponse::Created().json(commands::finish(&app, me.asker, *upload_id, expected).await?))
}

/// Cancel an upload.
#[utoipa::path(delete, path = "/uploads/{upload_id}", tag = "files",
    params(("upload_id" = FileId, Path)), responses((status = 204)))]
pub async fn cancel(app: Data<App>, me: SignedIn, upload_id: Path<FileId>) -> Result<HttpResponse> {
    commands::cancel(&app, me.asker, *upload_id).await?;
    Ok(HttpResponse::NoContent().finish())
}
