//! The two cookies of the server: who is signed in, and that this browser has been here before. The page sets a third, for its
//! language; see `language.rs`.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::commands::App;
use crate::domain::{Secret, UserId};

/// Over HTTPS (and on this machine itself) the names begin with `__Host-`, which browsers accept only from the host
/// itself, for all of it, over a secure connection.
const SESSION: (&str, &str) = ("__Host-parlor", "parlor");
const DEVICE: (&str, &str) = ("__Host-parlor-device", "parlor-device");

/// How long a browser counts as one that has been here before: a year.
const DEVICE_LIFE: Duration = Duration::days(365);

fn name(app: &App, (secure, plain): (&'static str, &'static str)) -> &'static str {
    if app.config.allow_plain_http { plain } else { secure }
}

fn cookie(app: &App, name: &'static str, value: String, life: Duration, same_site: SameSite) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .secure(!app.config.allow_plain_http)
        .http_only(true)
        .same_site(same_site)
        .max_age(life)
        .finish()
}

/// Signs the browser in.
pub fn session(app: &App, token: &Secret) -> Cookie<'static> {
    let life = Duration::days(i64::from(app.config.sessions.max_days));
    cookie(app, name(app, SESSION), token.reveal().to_owned(), life, SameSite::Lax)
}

/// Signs the browser out.
pub fn no_session(app: &App) -> Cookie<'static> {
    cookie(app, name(app, SESSION), String::new(), Duration::ZERO, SameSite::Lax)
}

/// The session token that the browser sent.
pub fn session_token(request: &HttpRequest, app: &App) -> Option<Secret> {
    Secret::claimed(request.cookie(name(app, SESSION))?.value())
}

/// Marks the browser as one in which somebody has signed in: `<user>.<random>.<signature>`.
pub fn device(app: &App, user: UserId) -> Cookie<'static> {
    let mark = Secret::random();
    let signature = URL_SAFE_NO_PAD.encode(sign(app, user, mark.reveal()).finalize().into_bytes());
    let value = format!("{user}.{}.{signature}", mark.reveal());
    cookie(app, name(app, DEVICE), value, DEVICE_LIFE, SameSite::Strict)
}

/// Who has signed in from this browser before, and its mark, if the browser shows one that we signed.
pub fn known_device(request: &HttpRequest, app: &App) -> Option<(UserId, String)> {
    let cookie = request.cookie(name(app, DEVICE))?;
    let mut parts = cookie.value().splitn(3, '.');
    let (user, mark, signature) = (parts.next()?, parts.next()?, parts.next()?);
    let user: UserId = user.parse().ok()?;
    let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
    // Compares in constant time.
    sign(app, user, mark).verify_slice(&signature).ok()?;
    Some((user, mark.to_owned()))
}

fn sign(app: &App, user: UserId, mark: &str) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&app.secret_key).expect("HMAC takes a key of any length");
    mac.update(b"known device\0");
    mac.update(user.uuid().as_bytes());
    mac.update(mark.as_bytes());
    mac
}
