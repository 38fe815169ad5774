//! Who may look after the server, and after others' accounts.

use super::rules::{ServerAction, decide_on_server};
use super::{ActiveUser, Asker, active_user};
use crate::domain::{ServerRole, UserId};
use crate::error::{Error, Result};
use crate::store::db::{Tx, statements};

statements! {
    /// Somebody's server role, whatever the state of the account.
    SERVER_ROLE = "SELECT server_role FROM users WHERE id = $1";
}

/// Proof that somebody may look after the server in the way they asked for.
#[derive(Clone, Copy, Debug)]
pub struct ServerKeeper(());

impl ActiveUser {
    /// # Errors
    /// `Forbidden`.
    pub fn on_server(&self, action: ServerAction) -> Result<ServerKeeper> {
        decide_on_server(action, self.server_role)?;
        Ok(ServerKeeper(()))
    }
}

/// Proof that the asker may manage an account other than their own.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub fn account_keeper(tx: &Tx<'_>, asker: Asker, target: UserId, set_role: Option<ServerRole>) -> Result<ServerKeeper> {
    let me = active_user(tx, asker)?;
    me.on_server(ServerAction::ListAccounts)?;
    let role: ServerRole =
        tx.query_opt(SERVER_ROLE, &[&target], |row| row.get(0))?.ok_or(Error::NotFound("account"))?;
    if let Some(to) = set_role {
        me.on_server(ServerAction::SetRole { target: role, to })?;
    }
    me.on_server(ServerAction::ManageAccount { target: role })
}

/// Whether who has the one role on the server may look after an account of the other: for a link that was made.
pub(in crate::store) fn may_manage(keeper: ServerRole, target: ServerRole) -> bool {
    decide_on_server(ServerAction::ManageAccount { target }, keeper).is_ok()
}
