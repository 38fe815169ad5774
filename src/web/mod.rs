//! All that knows HTTP: who is asking, what they ask for, and how it is answered. It decides nothing.

pub mod api;
pub mod assets;
pub mod body;
mod cookies;
mod csv;
mod docs;
mod download;
pub mod front;
pub mod gateway;
mod language;
mod origin;
mod peer;
mod pressed;
pub mod problem;
mod query;
mod signed_in;

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::PathError;
use actix_web::http::Method;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, VARY};
use actix_web::middleware::Next;
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, ResponseError, get};
use uuid::Uuid;

use self::api::file_links::SHARED;
use self::assets::Assets;
use self::gateway::Door;
use self::problem::REQUEST_ID;
use crate::commands::App;
use crate::error::{Error, Result};

/// What all workers share.
#[derive(Clone)]
pub struct Shared {
    pub app: Data<App>,
    pub door: Data<Door>,
    pub assets: Data<Assets>,
}

impl Shared {
    /// # Errors
    /// When the page is not embedded.
    pub fn new(app: App) -> Result<Self> {
        let door = Data::new(Door::of(&app.config));
        Ok(Self { app: Data::new(app), door, assets: Data::new(Assets::load()?) })
    }
}

/// Everything beside the API: the page, the documents, health; and how what nobody answers is refused.
pub fn beside_api(shared: &Shared) -> impl FnOnce(&mut ServiceConfig) + use<> {
    let shared = shared.clone();
    move |config| {
        config
            .app_data(shared.app)
            .app_data(shared.door)
            .app_data(shared.assets)
            .app_data(web::PathConfig::default().error_handler(|error, _| path_error(&error).into()))
            .service(health)
            .service(docs::address)
            .service(docs::file)
            .service(api::openapi::json)
            .service(api::file_links::opened)
            .service(assets::worker)
            .service(assets::file)
            .default_service(web::to(anything_else));
    }
}

fn path_error(error: &PathError) -> Error {
    Error::Malformed(format!("The address cannot be read: {error}."))
}

/// Whether the server does its work; for a supervisor. It tells a stranger no more than that.
#[get("/health")]
async fn health(app: Data<App>) -> HttpResponse {
    let reads = app.store.read(crate::store::events::last_seq).await;
    match app.store.condition().refusal().or(reads.err()) {
        None => HttpResponse::Ok().json(serde_json::json!({ "status": "ok" })),
        Some(trouble) => trouble.error_response(),
    }
}

/// Below `/api`: a problem document. Elsewhere: the page, whose script knows its addresses.
async fn anything_else(request: HttpRequest, assets: Data<Assets>) -> Result<HttpResponse> {
    let path = request.path();
    if path == "/api" || path.starts_with("/api/") || path.starts_with("/assets/") {
        return Err(Error::NotFound("page"));
    }
    match *request.method() {
        Method::GET | Method::HEAD => Ok(assets::page(&assets, &request)),
        _ => Err(Error::MethodNotAllowed),
    }
}

/// Around every request: its id, the check against other sites, the headers, one log line.
pub async fn around<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> std::result::Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let id = Uuid::now_v7();
    let started = Instant::now();
    let (method, path) = (request.method().clone(), loggable(request.path()));
    let answer = REQUEST_ID.scope(id, answered(request, next)).await?;
    let status = answer.status().as_u16();
    let duration_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::debug!(%method, path, status, duration_ms, request_id = %id, "answered");
    Ok(with_headers(answer, id, &path))
}

/// The path without the token that it may hold.
fn loggable(path: &str) -> String {
    match path.strip_prefix(SHARED) {
        Some(_) => format!("{SHARED}***"),
        None => path.to_owned(),
    }
}

async fn answered<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> std::result::Result<ServiceResponse<actix_web::body::EitherBody<B>>, actix_web::Error> {
    if origin::is_unsafe(request.method())
        && let Some(app) = request.app_data::<Data<App>>()
        && let Err(refused) = origin::site(request.request(), app)
    {
        return Ok(request.into_response(refused.error_response()).map_into_right_body());
    }
    next.call(request).await.map(ServiceResponse::map_into_left_body)
}

/// Nothing personal is kept by anything on the way, nothing is sniffed, framed or told where it was linked from.
fn with_headers<B>(mut answer: ServiceResponse<B>, id: Uuid, path: &str) -> ServiceResponse<B> {
    let headers = answer.headers_mut();
    let mut set = |name: &'static str, value: &'static str| set_if_missing(headers, name, value);
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "no-referrer");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set(CACHE_CONTROL.as_str(), "private, no-store");
    if path.starts_with("/api/docs") {
        // The documents' page brings its own styles along; it shows nothing personal and runs nothing but its own files.
        set(
            CONTENT_SECURITY_POLICY.as_str(),
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
             connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        );
    } else {
        set(CONTENT_SECURITY_POLICY.as_str(), "default-src 'none'; frame-ancestors 'none'");
    }
    if path.starts_with("/api/v1") {
        set(VARY.as_str(), "Cookie, Authorization");
    }
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
    answer
}

fn set_if_missing(headers: &mut HeaderMap, name: &'static str, value: &'static str) {
    let name = HeaderName::from_static(name);
    if !headers.contains_key(&name) {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
