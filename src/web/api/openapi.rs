//! What there is, as told to programs: `docs/protocol/openapi.json`, which a test holds against the handlers.

#[cfg(test)]
mod made;

use actix_web::{HttpRequest, HttpResponse, get};
use bytes::Bytes;

use crate::error::Result;
use crate::web::pressed::Forms;

/// As `build.rs` has pressed it.
const DOCUMENT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/openapi.json.gz"));

/// The document.
#[get("/api/openapi.json")]
pub async fn json(request: HttpRequest) -> Result<HttpResponse> {
    let mut answer = HttpResponse::Ok();
    answer.content_type("application/json");
    Forms { gzip: Some(Bytes::from_static(DOCUMENT)), ..Forms::default() }.answer(&request, answer)
}
