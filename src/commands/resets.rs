//! Links by which somebody gives themselves a new password: made by who looks after their account, good for a day and
//! for one use.

use super::App;
use super::accounts::From;
use super::audit::{self, By};
use crate::domain::audit::AuditAction;
use crate::domain::{Password, Secret, Timestamp, UserId};
use crate::error::{Error, Result};
use crate::hub::network_of;
use crate::store::access::{self, Asker};
use crate::store::resets::{self, Alive};
use crate::store::{sessions, users};

/// Makes a link to somebody's new password; its code is told here and never again. The one before is void.
///
/// # Errors
/// `NotFound`; `Forbidden` unless the asker ranks higher; `Conflict` for a closed account.
pub async fn make(app: &App, asker: Asker, user: UserId) -> Result<(Secret, Timestamp)> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            access::account_keeper(tx, asker, user, None)?;
            if !users::is_active(tx, user)? {
                return Err(Error::Conflict("This account is closed; open it first."));
            }
            let code = Secret::random();
            let expires_at = resets::put(tx, user, asker.user, &code)?;
            audit::account(tx, &By::Person(asker), AuditAction::ResetLinkMade, user)?;
            Ok((code, expires_at))
        })
        .await
}

/// Whose password the holder of a code may set.
///
/// # Errors
/// `LinkGone` for everything that opens nothing; `RateLimited`.
pub async fn look_up(app: &App, code: &str, from: &From) -> Result<Alive> {
    app.rates.codes_from.take(&network_of(from.address))?;
    let code = parse_code(code)?;
    app.store.read(move |tx| resets::alive(tx, &code)).await
}

/// Sets the password that the holder of a code chose, and signs all devices of the account out. The code has done its
/// work then.
///
/// # Errors
/// `Invalid` for the password; `LinkGone`; `RateLimited`, `Busy`.
pub async fn take(app: &App, code: &str, password: &str, from: &From) -> Result<()> {
    app.rates.codes_from.take(&network_of(from.address))?;
    let code = parse_code(code)?;
    let password = Password::parse("password", password)?;
    // Nothing is hashed for who would be turned away anyway. What counts is checked again in the transaction.
    let early = code.clone();
    app.store.read(move |tx| resets::alive(tx, &early)).await?;
    let phc = app.passwords.hash(password).await?;
    let address = from.address.to_canonical().to_string();
    app.store
        .write(move |tx| {
            let user = resets::alive(tx, &code)?.user.id;
            users::set_password(tx, user, &phc)?;
            let devices = sessions::end_all(tx, user, None)?;
            let by = By::Holder { user, address };
            audit::signed_out(tx, &by, AuditAction::PasswordSetByLink, user, devices)
        })
        .await
}

/// What cannot be a code is answered like one that opens nothing.
fn parse_code(code: &str) -> Result<Secret> {
    Secret::claimed(code).ok_or(Error::LinkGone)
}
