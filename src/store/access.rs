//! The membership rule: who may see and do what.
//!
//! Every operation goes through one of these functions, in the transaction in
//! which it reads or writes, and gets a proof. Each kind of proof can be made in
//! one file alone and the store's other functions demand them, so a forgotten
//! check does not compile. What is decided is in `rules.rs`; the files beside it
//! find how somebody stands.

pub(super) mod conversations;
pub(super) mod files;
pub(super) mod groups;
pub(super) mod messages;
pub(super) mod people;
mod rules;
pub(super) mod searcher;
pub(super) mod server;
pub(super) mod workspaces;

use std::time::Duration;

pub(super) use self::conversations::may_also;
pub use self::conversations::{At, Poster, Reader, absent_poster, poster, reader};
pub use self::files::{FileReader, FileSharer, OwnUpload, file_reader, file_sharer, own_upload};
pub use self::groups::{InGroup, in_group, may_see_group, rank_of_member};
pub use self::messages::{
    MessageReader, author, author_or_moderator, may_read_message, message_reader, poster_by_message, reader_of_message,
};
pub use self::people::{Acquaintance, acquaintance, may_know, own_session};
pub use self::rules::{GroupAction, ServerAction, WorkspaceAction};
pub use self::searcher::{Searcher, searcher};
pub(super) use self::server::may_manage;
pub use self::server::{ServerKeeper, account_keeper};
pub use self::workspaces::{InWorkspace, emoji_keeper, emoji_shown, in_workspace, workspace_role};
use super::db::{Tx, statements};
use crate::domain::{ServerRole, SessionId, Timestamp, UserId};
use crate::error::{Error, Result};

statements! {
    /// The asker's account, if it and the session are alive. Primary keys only.
    ACTIVE_USER = "SELECT u.server_role, s.password_at
                     FROM sessions s JOIN users u ON u.id = s.user_id
                    WHERE s.id = $1 AND u.id = $2 AND s.expires_at > $3 AND u.is_active AND NOT u.is_banned";
}

/// How long after giving it a password counts as fresh, for what a borrowed screen must not do.
const PASSWORD_IS_FRESH: Duration = Duration::from_secs(10 * 60);

/// Who asks: a person, through one signed-in device. Not a proof: the account is looked at again in each transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asker {
    pub user: UserId,
    pub session: SessionId,
}

/// Proof that the asker's account and session are alive in this transaction.
#[derive(Clone, Copy, Debug)]
pub struct ActiveUser {
    user: UserId,
    session: SessionId,
    server_role: ServerRole,
    password_at: Timestamp,
}

impl ActiveUser {
    pub fn user(&self) -> UserId {
        self.user
    }

    pub fn session(&self) -> SessionId {
        self.session
    }

    /// # Errors
    /// `PasswordNeeded` when it was given more than 10 minutes ago.
    pub fn with_fresh_password(&self, tx: &Tx<'_>) -> Result<()> {
        if self.password_at.plus(PASSWORD_IS_FRESH) > tx.now() { Ok(()) } else { Err(Error::PasswordNeeded) }
    }
}

/// # Errors
/// `Unauthenticated` when the session has ended, or the account was closed.
pub fn active_user(tx: &Tx<'_>, asker: Asker) -> Result<ActiveUser> {
    tx.query_opt(ACTIVE_USER, &[&asker.session, &asker.user, &tx.settled()], |row| {
        Ok(ActiveUser { user: asker.user, session: asker.session, server_role: row.get(0)?, password_at: row.get(1)? })
    })?
    .ok_or(Error::Unauthenticated)
}
