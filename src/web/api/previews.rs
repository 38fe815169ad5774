//! What is shown of where the links of a message lead.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::web::{Data, Path};

use crate::commands::{App, previews as commands};
use crate::domain::MessageId;
use crate::error::Result;
use crate::store::{access, previews};
use crate::web::download::POLICY;
use crate::web::signed_in::SignedIn;

/// The picture of a preview, as a PNG, JPEG or WebP.
#[utoipa::path(get, path = "/messages/{message_id}/previews/{position}/image", tag = "messages",
    params(("message_id" = MessageId, Path), ("position" = i64, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "image/jpeg")))]
pub async fn image(app: Data<App>, me: SignedIn, path: Path<(MessageId, i64)>) -> Result<HttpResponse> {
    let (id, position) = path.into_inner();
    let (mime_type, bytes) = app
        .store
        .read(move |tx| {
            let reader = access::reader_of_message(tx, me.asker, id)?;
            previews::image(tx, &reader, id, position)
        })
        .await?;
    let answer = HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, mime_type))
        .insert_header((CONTENT_SECURITY_POLICY, POLICY))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(bytes);
    Ok(answer)
}

/// Take a preview off one's own message. It does not come back.
#[utoipa::path(delete, path = "/messages/{message_id}/previews/{position}", tag = "messages",
    params(("message_id" = MessageId, Path), ("position" = i64, Path)), responses((status = 204)))]
pub async fn remove(app: Data<App>, me: SignedIn, path: Path<(MessageId, i64)>) -> Result<HttpResponse> {
    let (id, position) = path.into_inner();
    commands::remove(&app, me.asker, id, position).await?;
    Ok(HttpResponse::NoContent().finish())
}
