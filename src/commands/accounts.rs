//! Coming in: set-up, sign-up, sign-in. And the password.

use std::net::IpAddr;

use super::limits::SignInKey;
use super::passwords::needs_rehash;
use super::{App, invites, joining};
use crate::domain::text::fold;
use crate::domain::{
    Description, DisplayName, Email, GroupKind, GroupName, GroupRole, Me, Password, Secret, ServerRole, Session, Topic,
    UserId, Username, WorkspaceName, WorkspaceRole,
};
use crate::error::{Error, Result};
use crate::hub::network_of;
use crate::store::access::{self, Asker};
use crate::store::groups::NewGroup;
use crate::store::sessions::{self, Device, Lifetime};
use crate::store::users::{Credentials, NewUser};
use crate::store::{WriteTx, groups, server, users, workspaces};

/// What the first group is called unless somebody says otherwise.
const FIRST_GROUP: &str = "Lounge";

/// A device that has just been signed in. The token is told here and never again.
pub struct SignedIn {
    pub me: Me,
    pub session: Session,
    pub token: Secret,
}

/// An account as somebody types it.
#[derive(Clone, Debug)]
pub struct Applicant {
    pub name: String,
    pub username: String,
    pub email: Option<String>,
    pub password: String,
}

impl Applicant {
    /// Checks everything before the password is hashed, which is what costs.
    async fn parse(self, app: &App, server_role: ServerRole) -> Result<NewUser> {
        let name = DisplayName::parse(&self.name)?;
        let username = Username::parse(&self.username)?;
        let email = match self.email.as_deref().map(str::trim) {
            None | Some("") => None,
            Some(email) => Some(Email::parse(email)?),
        };
        let password = Password::parse("password", &self.password)?;
        Ok(NewUser { name, username, email, password: app.passwords.hash(password).await?, server_role })
    }
}

/// Makes the first admin, the workspace and the primary group: once in a server's life.
///
/// # Errors
/// `Invalid`; `Forbidden` when the code is not the one; `Conflict` when it was done already.
pub async fn set_up(
    app: &App,
    code: &str,
    workspace: &str,
    group: Option<&str>,
    admin: Applicant,
    from: From,
) -> Result<SignedIn> {
    app.rates.codes_from.take(&network_of(from.address))?;
    let workspace = WorkspaceName::parse(workspace)?;
    let group = GroupName::parse(group.unwrap_or(FIRST_GROUP)).map_err(|e| in_field(e, "group_name"))?;
    let code = Secret::claimed(code);
    if app.store.read(users::anybody).await? {
        return Err(Error::Conflict("This server is set up already."));
    }
    let admin = admin.parse(app, ServerRole::Admin).await?;
    let lifetime = app.session_lifetime();
    app.store
        .write(move |tx| {
            if users::anybody(tx)? {
                return Err(Error::Conflict("This server is set up already."));
            }
            server::take_setup_code(tx, code.as_ref())?;
            let user = users::insert(tx, &admin)?;
            let workspace = workspaces::insert(tx, &workspace, user)?;
            let first = NewGroup {
                workspace,
                name: group,
                topic: Topic::parse("")?,
                description: Description::parse("")?,
                kind: GroupKind::Text,
                is_private: false,
                is_primary: true,
            };
            let group = groups::insert(tx, &first, user, i64::MAX)?;
            joining::join(tx, group, user, Some(GroupRole::Admin))?;
            sign_in_device(tx, user, &from.device(), lifetime)
        })
        .await
}

/// The same error about the input's name in this request.
fn in_field(error: Error, field: &'static str) -> Error {
    match error {
        Error::Invalid { why, .. } => Error::Invalid { field: field.into(), why },
        other => other,
    }
}

/// Where a request comes from.
#[derive(Clone, Debug)]
pub struct From {
    pub address: IpAddr,
    /// Cut to 250 characters.
    pub user_agent: String,
}

impl From {
    fn device(&self) -> Device {
        Device { user_agent: self.user_agent.clone(), address: self.address.to_canonical().to_string() }
    }
}

/// Makes an account: with an invite's code, or without one while sign-up is open.
///
/// # Errors
/// `Invalid`; `InviteGone`; `Forbidden` when sign-up is closed; `Taken`, which does not say what is taken.
pub async fn sign_up(app: &App, code: Option<&str>, applicant: Applicant, from: From) -> Result<SignedIn> {
    app.rates.codes_from.take(&network_of(from.address))?;
    let code = code.map(invites::parse_code).transpose()?;
    // Nothing is hashed for who would be turned away anyway. What counts is checked again in the transaction.
    let early = code.clone();
    app.store.read(move |tx| may_sign_up(tx, early.as_ref())).await?;
    let new = applicant.parse(app, ServerRole::User).await?;
    let lifetime = app.session_lifetime();
    app.store
        .write(move |tx| {
            may_sign_up(tx, code.as_ref())?;
            let user = users::insert(tx, &new)?;
            match &code {
                Some(code) => {
                    let alive = crate::store::invites::alive(tx, code)?;
                    invites::let_in(tx, &alive, user, new.email.as_ref().map(Email::as_str))?;
                }
                None => joining::admit(tx, user, WorkspaceRole::Member)?,
            }
            sign_in_device(tx, user, &from.device(), lifetime)
        })
        .await
}

fn may_sign_up(tx: &crate::store::Tx<'_>, code: Option<&Secret>) -> Result<()> {
    match code {
        Some(code) => invites::check(tx, code),
        None if server::sign_up_open(tx)? => Ok(()),
        None => Err(Error::Forbidden("Sign-up is by invitation. Ask somebody who is in for a link.")),
    }
}

/// Signs a device in. An unknown name, a wrong password and a closed account cost the same and look the same.
///
/// `known_device` is what the browser shows of an earlier sign-in: whose it was, and its mark.
///
/// # Errors
/// `WrongCredentials`; `RateLimited`; `Busy` when too many are signing in at once.
pub async fn sign_in(
    app: &App,
    login: &str,
    password: &str,
    known_device: Option<(UserId, String)>,
    from: From,
) -> Result<SignedIn> {
    // Longer than any address: it is nobody's, and need not be remembered.
    let login = if login.len() > 254 { String::new() } else { fold(login) };
    let wanted = login.clone();
    let found = app.store.read(move |tx| users::credentials_of_login(tx, &wanted)).await?;
    let key = match (&found, known_device) {
        (Some(found), Some((user, mark))) if found.user == user => SignInKey::KnownDevice(user, mark),
        _ => {
            app.rates.sign_in_from.take(&network_of(from.address))?;
            SignInKey::Login(login)
        }
    };
    app.rates.sign_in.take(&key)?;
    let phc = found.as_ref().filter(|found| found.may_sign_in).map(|found| found.password.clone());
    let given = Password::claimed(password);
    let is_right = app.passwords.verify(given.clone(), phc).await?;
    let (Some(found), Some(given), true) = (found, given, is_right) else { return Err(Error::WrongCredentials) };
    let stronger = match needs_rehash(&found.password) {
        true => Some(app.passwords.hash(given).await?),
        false => None,
    };
    let lifetime = app.session_lifetime();
    app.store
        .write(move |tx| {
            still_as_checked(tx, &found)?;
            if let Some(phc) = &stronger {
                users::set_password(tx, found.user, phc)?;
            }
            sign_in_device(tx, found.user, &from.device(), lifetime)
        })
        .await
}

/// The account was not closed, nor its password changed, while the password was being checked.
fn still_as_checked(tx: &WriteTx<'_>, checked: &Credentials) -> Result<()> {
    let now = users::credentials_of(tx, checked.user)?;
    if now.may_sign_in && now.password == checked.password { Ok(()) } else { Err(Error::WrongCredentials) }
}

/// A new session with a new token.
pub(super) fn sign_in_device(tx: &WriteTx<'_>, user: UserId, device: &Device, lifetime: Lifetime) -> Result<SignedIn> {
    let token = Secret::random();
    let session = sessions::insert(tx, user, &token, device, lifetime)?;
    users::note_login(tx, user, tx.now())?;
    Ok(SignedIn { me: users::me_by_id(tx, user)?, session, token })
}

/// A second session for who holds a token, in a demo only: the link that a demo prints is good for any number of
/// browsers.
///
/// # Errors
/// `NotFound` outside a demo; `Unauthenticated`.
pub async fn sign_in_to_demo(app: &App, token: &str, from: From) -> Result<SignedIn> {
    if !app.config.demo {
        return Err(Error::NotFound("page"));
    }
    let token = Secret::claimed(token).ok_or(Error::Unauthenticated)?.hash();
    let lifetime = app.session_lifetime();
    app.store
        .write(move |tx| {
            let holder = sessions::holder_of(tx, &token)?.ok_or(Error::Unauthenticated)?;
            sign_in_device(tx, holder.asker.user, &from.device(), lifetime)
        })
        .await
}

/// Compares the asker's password with what they typed.
///
/// # Errors
/// `WrongCredentials`, `RateLimited`, `Busy`.
async fn check_password(app: &App, asker: Asker, typed: &str) -> Result<()> {
    app.rates.passwords.take(&asker.user)?;
    let found = app
        .store
        .read(move |tx| {
            access::active_user(tx, asker)?;
            users::credentials_of(tx, asker.user)
        })
        .await?;
    let is_right = app.passwords.verify(Password::claimed(typed), Some(found.password)).await?;
    if is_right { Ok(()) } else { Err(Error::WrongCredentials) }
}

/// The asker gives the password again, so that for 10 minutes they may do what a borrowed screen may not.
///
/// # Errors
/// `WrongCredentials`, `RateLimited`, `Busy`.
pub async fn confirm_password(app: &App, asker: Asker, typed: &str) -> Result<()> {
    check_password(app, asker, typed).await?;
    app.store.write(move |tx| sessions::password_given(tx, &access::active_user(tx, asker)?)).await
}

/// Changes the asker's password and signs out their other devices.
///
/// # Errors
/// `Invalid` for the new one; `WrongCredentials` for the current one; `RateLimited`, `Busy`.
pub async fn change_password(app: &App, asker: Asker, current: &str, new: &str) -> Result<()> {
    let new = Password::parse("new_password", new)?;
    check_password(app, asker, current).await?;
    let phc = app.passwords.hash(new).await?;
    app.store
        .write(move |tx| {
            let me = access::active_user(tx, asker)?;
            users::set_password(tx, asker.user, &phc)?;
            sessions::password_given(tx, &me)?;
            sessions::end_all(tx, asker.user, Some(asker.session)).map(|_| ())
        })
        .await
}
