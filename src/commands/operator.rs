//! What the person may do who owns the data directory: they need no session, since the file is theirs.
//!
//! Only the command line calls these, on a store of its own. A server that runs beside it hears of
//! the events all the same: it looks whether another process has committed.

use std::time::Duration;

use super::audit::{self, By};
use super::passwords::Passwords;
use super::{joining, people};
use crate::domain::audit::AuditAction;
use crate::domain::text::fold;
use crate::domain::{
    Account, DisplayName, Email, Group, GroupName, InviteRole, Password, Secret, ServerRole, Timestamp, UserId,
    Username, WorkspaceRole,
};
use crate::error::{Error, Result};
use crate::store::invites::{self, NewInvite};
use crate::store::users::{self, NameCursor, NewUser};
use crate::store::{Store, Tx, groups, server, sessions, workspaces};

/// Accounts that are read at once.
const PAGE: u32 = 500;

/// Somebody to be given an account.
pub struct NewAccount {
    pub name: DisplayName,
    pub username: Username,
    pub email: Option<Email>,
    pub server_role: ServerRole,
}

/// Makes an account and lets the person in, as if they had signed up.
///
/// # Errors
/// `Conflict` before the server is set up; `Taken`, naming the field.
pub fn create_user(store: &Store, passwords: &Passwords, new: NewAccount, password: &Password) -> Result<Account> {
    // Asked before as well, so that nothing is hashed in vain.
    store.read_and_wait(workspaces::home)?;
    let password = passwords.hash_and_wait(password)?;
    store.write_and_wait(move |tx| {
        workspaces::home(tx)?;
        is_free(tx, "username", new.username.as_str(), "There is an account of this username already.")?;
        if let Some(email) = &new.email {
            is_free(tx, "email", email.as_str(), "There is an account with this e-mail address already.")?;
        }
        let NewAccount { name, username, email, server_role } = new;
        let user = users::insert(tx, &NewUser { name, username, email, password, server_role })?;
        joining::admit(tx, user, WorkspaceRole::Member)?;
        audit::account(tx, &By::Operator, AuditAction::AccountMade, user)?;
        users::account_of(tx, user)
    })
}

fn is_free(tx: &Tx<'_>, field: &'static str, login: &str, why: &'static str) -> Result<()> {
    match users::credentials_of_login(tx, login)? {
        Some(_) => Err(Error::Taken { field: Some(field), why }),
        None => Ok(()),
    }
}

/// Gives somebody another password, and signs all their devices out. `login` is a username or an e-mail address.
///
/// # Errors
/// `NotFound("account")`.
pub fn set_password(store: &Store, passwords: &Passwords, login: &str, password: &Password) -> Result<Account> {
    let login = login.to_owned();
    let user = store.read_and_wait(|tx| account(tx, &login))?.id;
    let phc = passwords.hash_and_wait(password)?;
    store.write_and_wait(move |tx| {
        users::set_password(tx, user, &phc)?;
        let devices = sessions::end_all(tx, user, None)?;
        audit::signed_out(tx, &By::Operator, AuditAction::PasswordReset, user, devices)?;
        users::account_of(tx, user)
    })
}

/// Closes an account, signing all its devices out, or opens it again. What the person wrote stays.
/// Whether that changed anything.
///
/// # Errors
/// `NotFound("account")`; `Conflict` for the last admin.
pub fn set_active(store: &Store, login: &str, is_active: bool) -> Result<(Account, bool)> {
    let login = login.to_owned();
    store.write_and_wait(move |tx| {
        let was = account(tx, &login)?;
        if was.is_active == is_active {
            return Ok((was, false));
        }
        people::set_active(tx, &By::Operator, was.id, is_active)?;
        Ok((users::account_of(tx, was.id)?, true))
    })
}

/// All accounts, by name.
pub fn list(store: &Store) -> Result<Vec<Account>> {
    store.read_and_wait(|tx| {
        let mut all = Vec::new();
        let mut after = NameCursor::default();
        loop {
            let page = users::accounts_by_name(tx, "", &after, PAGE)?;
            let Some((_, last)) = page.last() else { return Ok(all) };
            after = last.clone();
            all.extend(page.into_iter().map(|(account, _)| account));
        }
    })
}

/// Notes that a copy of the database was made and checked.
///
/// # Errors
/// When the database cannot be written.
pub fn note_backup(store: &Store, size_bytes: i64) -> Result<()> {
    store.write_and_wait(move |tx| server::note_backup(tx, size_bytes))
}

/// An invite that was made, with its code, which is not to be had again.
pub struct MadeInvite {
    pub code: Secret,
    pub group: Group,
    pub expires_at: Timestamp,
    pub max_uses: Option<i64>,
}

/// Makes an invite to the group of this name, or to the primary one, in the name of the workspace's owner.
///
/// # Errors
/// `NotFound("group")`; `Conflict` when the server is not set up, the group is archived, or nobody is
/// left in whose name it could be.
pub fn create_invite(
    store: &Store,
    group: Option<GroupName>,
    ttl: Duration,
    max_uses: Option<i64>,
) -> Result<MadeInvite> {
    store.write_and_wait(move |tx| {
        let home = workspaces::home(tx)?;
        let group = match group {
            Some(name) => groups::by_name(tx, home, &name)?.ok_or(Error::NotFound("group"))?,
            None => groups::by_id(tx, groups::primary(tx)?)?,
        };
        if group.is_archived {
            return Err(Error::Conflict("This group is archived, so nobody can come in."));
        }
        let inviter = inviter(tx)?;
        let code = Secret::random();
        let expires_at = tx.now().plus(ttl);
        let new = NewInvite { expires_at, max_uses, role: InviteRole::Member, email: None };
        let invite = invites::insert(tx, group.id, inviter, &code, &new, i64::MAX)?;
        audit::invite_made(tx, &By::Operator, &invite)?;
        Ok(MadeInvite { code, group, expires_at, max_uses })
    })
}

/// The owner of the workspace or, if that account is closed, an admin: an invite of a closed account admits nobody.
fn inviter(tx: &Tx<'_>) -> Result<UserId> {
    let owner = workspaces::by_id(tx, workspaces::home(tx)?)?.owner_id;
    if users::is_active(tx, owner)? {
        return Ok(owner);
    }
    users::first_admin(tx)?.ok_or(Error::Conflict(
        "The owner's account is closed and there is no admin, so there is nobody in whose name to invite.",
    ))
}

fn account(tx: &Tx<'_>, login: &str) -> Result<Account> {
    match users::credentials_of_login(tx, &fold(login))? {
        Some(found) => users::account_of(tx, found.user),
        None => Err(Error::NotFound("account")),
    }
}

#[cfg(test)]
mod tests;
