//! One's own profile, and looking after other people's accounts.

use super::App;
use super::audit::{self, By};
use super::passwords::generated;
use crate::domain::audit::AuditAction;
use crate::domain::{Account, Bio, DisplayName, Email, Event, Me, Password, Scope, ServerRole, UserId, Username};
use crate::error::Result;
use crate::store::access::{self, Asker};
use crate::store::users::{self, ProfileChange};
use crate::store::{WriteTx, groups, sessions, workspaces};

/// A change of one's profile as somebody wants it; what is `None` stays.
#[derive(Clone, Debug, Default)]
pub struct WantedProfile {
    pub name: Option<String>,
    pub username: Option<String>,
    /// `Some(None)` takes the address away.
    pub email: Option<Option<String>>,
    pub bio: Option<String>,
}

/// Changes the asker's profile.
///
/// # Errors
/// `Invalid`; `Taken`; `PasswordNeeded` for username and e-mail address.
pub async fn change_profile(app: &App, asker: Asker, wanted: WantedProfile) -> Result<Me> {
    let email = match wanted.email {
        None => None,
        Some(None) => Some(None),
        Some(Some(email)) => Some(Some(Email::parse(&email)?)),
    };
    let change = ProfileChange {
        name: wanted.name.as_deref().map(DisplayName::parse).transpose()?,
        username: wanted.username.as_deref().map(Username::parse).transpose()?,
        email,
        bio: wanted.bio.as_deref().map(Bio::parse).transpose()?,
    };
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let me = access::active_user(tx, asker)?;
            if change.username.is_some() || change.email.is_some() {
                me.with_fresh_password(tx)?;
            }
            users::change_profile(tx, &me, &change)?;
            tell_user(tx, asker.user)?;
            let me = users::me(tx, &me)?;
            tx.emit(Scope::User(asker.user), Event::MeUpdated { me: me.clone() })?;
            Ok(me)
        })
        .await
}

/// Everybody who may know a person hears how they stand now.
pub(super) fn tell_user(tx: &WriteTx<'_>, id: UserId) -> Result<()> {
    let user = users::by_id(tx, id)?;
    let their_groups = groups::ids_of(tx, id)?;
    for (workspace, _) in workspaces::roles_of(tx, id)? {
        let scope = Scope::Person { workspace, groups: their_groups.clone() };
        tx.emit(scope, Event::UserUpdated { user: user.clone() })?;
    }
    Ok(())
}

/// Opens or closes an account, or gives it another role on the server. Closing it signs out all its devices; what it
/// wrote stays.
///
/// # Errors
/// `NotFound`; `Forbidden` unless the asker ranks higher; `Conflict` for the last admin.
pub async fn change_account(
    app: &App,
    asker: Asker,
    id: UserId,
    active: Option<bool>,
    role: Option<ServerRole>,
) -> Result<Account> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            access::account_keeper(tx, asker, id, role)?;
            if let Some(role) = role {
                let was = users::account_of(tx, id)?.server_role;
                users::set_server_role(tx, id, role)?;
                audit::server_role(tx, &By::Person(asker), id, was, role)?;
                tx.emit(Scope::User(id), Event::MeUpdated { me: users::me_by_id(tx, id)? })?;
            }
            if let Some(is_active) = active {
                set_active(tx, &By::Person(asker), id, is_active)?;
            }
            users::account_of(tx, id)
        })
        .await
}

/// Opens or closes an account, for whoever may. One that is so already is left as it is.
pub(super) fn set_active(tx: &WriteTx<'_>, by: &By, id: UserId, is_active: bool) -> Result<()> {
    if users::account_of(tx, id)?.is_active == is_active {
        return Ok(());
    }
    users::set_active(tx, id, is_active)?;
    match is_active {
        true => audit::account(tx, by, AuditAction::AccountOpened, id)?,
        false => {
            let devices = sessions::end_all(tx, id, None)?;
            audit::signed_out(tx, by, AuditAction::AccountClosed, id, devices)?;
        }
    }
    tell_user(tx, id)
}

/// Signs all devices of an account out; how many.
///
/// # Errors
/// `NotFound`; `Forbidden` unless the asker ranks higher.
pub async fn sign_out_everywhere(app: &App, asker: Asker, id: UserId) -> Result<usize> {
    app.rates.changes.take(&asker.user)?;
    app.store
        .write(move |tx| {
            access::account_keeper(tx, asker, id, None)?;
            let devices = sessions::end_all(tx, id, None)?;
            audit::signed_out(tx, &By::Person(asker), AuditAction::SignedOutEverywhere, id, devices)?;
            Ok(devices)
        })
        .await
}

/// Gives an account a password made here, told once, and signs out all its devices.
///
/// # Errors
/// `NotFound`; `Forbidden` unless the asker ranks higher.
pub async fn reset_password(app: &App, asker: Asker, id: UserId) -> Result<Password> {
    app.rates.changes.take(&asker.user)?;
    app.store.read(move |tx| access::account_keeper(tx, asker, id, None).map(|_| ())).await?;
    let password = generated();
    let phc = app.passwords.hash(password.clone()).await?;
    app.store
        .write(move |tx| {
            access::account_keeper(tx, asker, id, None)?;
            users::set_password(tx, id, &phc)?;
            let devices = sessions::end_all(tx, id, None)?;
            audit::signed_out(tx, &By::Person(asker), AuditAction::PasswordReset, id, devices)
        })
        .await?;
    Ok(password)
}
