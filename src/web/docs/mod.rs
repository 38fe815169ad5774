//! The API's documents for people: Swagger UI, as `build.rs` has pressed it, over `/api/openapi.json`.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, LOCATION, VARY};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse, get};
use rust_embed::RustEmbed;

use super::assets::{accepted, bytes, takes};
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
pub async fn file(name: Path<String>, request: HttpRequest) -> Result<HttpResponse> {
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
    let form = |encoding, ending| Pressed::get(&format!("{name}.{ending}")).map(|file| (encoding, file.data));
    // Whoever takes neither is given gzip all the same: there is no other browser.
    let best = if takes(accepted(&request), "br") { form("br", "br") } else { None };
    let (encoding, content) = best.or_else(|| form("gzip", "gz")).ok_or(Error::NotFound("page"))?;
    answer.insert_header((CONTENT_ENCODING, encoding)).insert_header((VARY, "Accept-Encoding"));
    Ok(answer.body(bytes(content)))
}
