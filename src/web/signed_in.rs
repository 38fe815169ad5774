//! Who is asking, as an argument of the handler.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest, web};

use super::origin::{self, Site};
use super::{cookies, peer};
use crate::commands::{self, App};
use crate::domain::secret::SecretHash;
use crate::domain::{Secret, Timestamp};
use crate::error::{Error, Result};
use crate::store::access::Asker;
use crate::store::sessions;

/// A session that is used is noted as used at most this often.
const NOTED_EVERY: Duration = Duration::from_secs(5 * 60);

/// Makes a handler private: it answers 401 to everybody who is not signed in.
///
/// The account is looked at again in the transaction of whatever the handler does.
#[derive(Clone, Copy, Debug)]
pub struct SignedIn {
    pub asker: Asker,
}

impl FromRequest for SignedIn {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { who(&request).await.map(|asker| Self { asker }) })
    }
}

/// # Errors
/// `Unauthenticated`; `CrossOrigin` when a cookie comes with a request that may not carry it.
pub async fn who(request: &HttpRequest) -> Result<Asker> {
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal("no app"))?.clone();
    let token = token(request, &app)?.hash();
    let holder = match app.known.holder_of(&token) {
        Ok(holder) => holder,
        Err(moment) => {
            let found = app.store.read(move |tx| sessions::holder_of(tx, &token)).await?;
            let holder = found.ok_or(Error::Unauthenticated)?;
            app.known.note(token, holder, moment);
            holder
        }
    };
    note_use(&app, request, &token, &holder);
    Ok(holder.asker)
}

/// A bearer token, or else the cookie. A browser sends the cookie by itself, so where something may be changed (and a
/// websocket may change things) the request must also come from our own page.
fn token(request: &HttpRequest, app: &App) -> Result<Secret> {
    let site = origin::site(request, app)?;
    if let Some(value) = request.headers().get(AUTHORIZATION) {
        let token = value.to_str().ok().and_then(|value| {
            let (scheme, token) = value.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then(|| Secret::claimed(token.trim())).flatten()
        });
        return token.ok_or(Error::Unauthenticated);
    }
    let token = cookies::session_token(request, app).ok_or(Error::Unauthenticated)?;
    let may_change = origin::is_unsafe(request.method()) || request.headers().contains_key("upgrade");
    if may_change && site != Site::Own {
        return Err(Error::CrossOrigin);
    }
    Ok(token)
}

/// Lets the session live on, without the request waiting for it.
fn note_use(app: &web::Data<App>, request: &HttpRequest, token: &SecretHash, holder: &sessions::Holder) {
    let now = Timestamp::now();
    if now < holder.last_active_at.plus(NOTED_EVERY) {
        return;
    }
    app.known.forget(token);
    let address = peer::address(request, &app.config).to_string();
    let (app, session) = (app.clone(), holder.asker.session);
    actix_web::rt::spawn(async move {
        if let Err(error) = commands::sessions::seen(&app, session, now, address).await {
            tracing::warn!(%error, "the use of a session was not noted");
        }
    });
}
