//! Requests from other sites.

use actix_web::HttpRequest;
use actix_web::http::Method;
use actix_web::http::header::ORIGIN;

use crate::commands::App;
use crate::error::{Error, Result};

/// What a request says of the page that it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// One of our own pages.
    Own,
    /// Not a browser's page, as far as one can tell.
    Unsaid,
}

/// # Errors
/// `CrossOrigin` when the request comes from a page that is not ours.
pub fn site(request: &HttpRequest, app: &App) -> Result<Site> {
    let header = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    if matches!(header("sec-fetch-site"), Some("cross-site" | "same-site")) {
        return Err(Error::CrossOrigin);
    }
    match header(ORIGIN.as_str()) {
        None => Ok(Site::Unsaid),
        Some(origin) if app.origins.iter().any(|own| own == origin) => Ok(Site::Own),
        Some(_) => Err(Error::CrossOrigin),
    }
}

/// Whether a method may change something.
pub fn is_unsafe(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}
