//! A person's signed-in devices.

use super::App;
use crate::domain::{Session, SessionId, Timestamp};
use crate::error::Result;
use crate::store::access::{self, Asker};
use crate::store::sessions;

/// The asker's devices, oldest first.
///
/// # Errors
/// `Unauthenticated`.
pub async fn list(app: &App, asker: Asker) -> Result<Vec<Session>> {
    let mut found = app.store.read(move |tx| sessions::of_user(tx, &access::active_user(tx, asker)?)).await?;
    let connected = app.hub.connected_sessions(asker.user);
    for session in &mut found {
        session.is_connected = connected.contains(&session.id);
    }
    Ok(found)
}

/// Signs out the device that asks.
///
/// # Errors
/// `Unauthenticated`.
pub async fn sign_out(app: &App, asker: Asker) -> Result<()> {
    app.store
        .write(move |tx| {
            access::active_user(tx, asker)?;
            sessions::end(tx, asker.user, asker.session)
        })
        .await
}

/// Signs out one of the asker's devices.
///
/// # Errors
/// `NotFound`; `PasswordNeeded` unless it is the device that asks.
pub async fn end(app: &App, asker: Asker, session: SessionId) -> Result<()> {
    app.store
        .write(move |tx| {
            let me = access::active_user(tx, asker)?;
            let own = access::own_session(tx, &me, session)?;
            if !own.is_current {
                me.with_fresh_password(tx)?;
            }
            sessions::end(tx, asker.user, own.id)
        })
        .await
}

/// Signs out all of the asker's devices but the one that asks.
///
/// # Errors
/// `PasswordNeeded`.
pub async fn end_others(app: &App, asker: Asker) -> Result<()> {
    app.store
        .write(move |tx| {
            access::active_user(tx, asker)?.with_fresh_password(tx)?;
            sessions::end_all(tx, asker.user, Some(asker.session)).map(|_| ())
        })
        .await
}

/// Notes that a session was used, so that it lives on.
///
/// # Errors
/// Those of the store.
pub async fn seen(app: &App, session: SessionId, at: Timestamp, address: String) -> Result<()> {
    let lifetime = app.session_lifetime();
    app.store.write(move |tx| sessions::seen(tx, session, at, &address, lifetime)).await
}
