//! The API's documents for people: Swagger UI, as `build.rs` has pressed it, over `/api/openapi.json`.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse, get};
use rust_embed::RustEmbed;

use super::pressed::{Forms, bytes};
use crate::error::{Error, Result};

const PAGE: &str = include_str!("index.html");
const START: &str = include_str!("start.js");

/// Two files of Swagger UI, pressed: half a megabyte instead of the five that the whole of it takes.
#[derive(RustEmbed)]
#[folder = "$OUT_DIR/docs"]
struct Pressed;

/// The documents' address without the slash.
#[get("/api/docs")]
pub async fn address() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((LOCATION, "/api/docs/")).finish()
}

/// The page, its script and what they use.
#[get("/api/docs/{name:.*}")]
pub async fn file(request: HttpRequest, name: Path<String>) -> Result<HttpResponse> {
    let (kind, plain) = match name.as_str() {
        "" | "index.html" => ("text/html; charset=utf-8", Some(PAGE)),
        "start.js" => ("text/javascript; charset=utf-8", Some(START)),
        "swagger-ui-bundle.js" => ("text/javascript; charset=utf-8", None),
        "swagger-ui.css" => ("text/css; charset=utf-8", None),
        _ => return Err(Error::NotFound("page")),
    };
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CONTENT_TYPE, kind)).insert_header((CACHE_CONTROL, "no-cache"));
    if let Some(plain) = plain {
        return Ok(answer.body(plain));
    }
    let gzip = Pressed::get(&format!("{name}.gz")).map(|file| bytes(file.data));
    Forms { gzip, ..Forms::default() }.answer(&request, answer)
}
