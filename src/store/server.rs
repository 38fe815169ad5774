//! `server`: what there is one of.

use super::access::ServerKeeper;
use super::db::{Tx, WriteTx, statements};
use crate::domain::secret::{SecretHash, random_bytes};
use crate::domain::{Backup, Secret};
use crate::error::{Error, Result};

statements! {
    TOUCH = "UPDATE server SET created_at = created_at WHERE id = 1";

    SECRET_KEY = "SELECT secret_key FROM server WHERE id = 1";
    SIGN_UP_OPEN = "SELECT sign_up_open FROM server WHERE id = 1";
    SETUP_CODE_HASH = "SELECT setup_code_hash FROM server WHERE id = 1";
    INSERT = "INSERT INTO server (id, secret_key, created_at) VALUES (1, $1, $2) ON CONFLICT DO NOTHING";
    SET_SETUP_CODE = "UPDATE server SET setup_code_hash = $1 WHERE id = 1";
    PREVIEWS_ON = "SELECT previews_on FROM server WHERE id = 1";
    SET_PREVIEWS_ON = "UPDATE server SET previews_on = $1 WHERE id = 1";
    SET_SIGN_UP_OPEN = "UPDATE server SET sign_up_open = $1 WHERE id = 1";
    BACKUP = "SELECT backed_up_at, backup_bytes FROM server WHERE id = 1";
    SET_BACKUP = "UPDATE server SET backed_up_at = $1, backup_bytes = $2 WHERE id = 1";
    NAME = "SELECT name FROM workspaces ORDER BY id LIMIT 1";
}

/// Makes the server's row on a new database.
pub fn ensure(tx: &WriteTx<'_>) -> Result<()> {
    let key = random_bytes();
    tx.execute(INSERT, &[&key.as_slice(), &tx.now()]).map(|_| ())
}

/// Signs what a browser keeps for us.
pub fn secret_key(tx: &Tx<'_>) -> Result<[u8; 32]> {
    let key: Vec<u8> = tx.query_one(SECRET_KEY, &[], |row| row.get(0))?;
    key.try_into().map_err(|_| Error::internal("the server's key has the wrong length"))
}

pub fn sign_up_open(tx: &Tx<'_>) -> Result<bool> {
    tx.query_one(SIGN_UP_OPEN, &[], |row| row.get(0))
}

pub fn set_sign_up_open(tx: &WriteTx<'_>, _keeper: &ServerKeeper, open: bool) -> Result<()> {
    tx.execute(SET_SIGN_UP_OPEN, &[&open]).map(|_| ())
}

/// Whether it is looked at where links lead.
pub fn previews_on(tx: &Tx<'_>) -> Result<bool> {
    tx.query_one(PREVIEWS_ON, &[], |row| row.get(0))
}

pub fn set_previews_on(tx: &WriteTx<'_>, _keeper: &ServerKeeper, on: bool) -> Result<()> {
    tx.execute(SET_PREVIEWS_ON, &[&on]).map(|_| ())
}

/// The last copy that `parlor backup` made of the database.
pub fn backup(tx: &Tx<'_>) -> Result<Option<Backup>> {
    let (at, bytes) = tx.query_one(BACKUP, &[], |row| Ok((row.get(0)?, row.get::<Option<i64>>(1)?)))?;
    Ok(Option::zip(at, bytes).map(|(at, size_bytes)| Backup { at, size_bytes }))
}

/// A copy was made and checked.
pub fn note_backup(tx: &WriteTx<'_>, size_bytes: i64) -> Result<()> {
    tx.execute(SET_BACKUP, &[&tx.now(), &size_bytes]).map(|_| ())
}

/// What the server is called: its first workspace's name.
pub fn name(tx: &Tx<'_>) -> Result<Option<String>> {
    tx.query_opt(NAME, &[], |row| row.get(0))
}

/// Sets the one-time set-up code; the one before it is void.
pub fn set_setup_code(tx: &WriteTx<'_>, code: &Secret) -> Result<()> {
    tx.execute(SET_SETUP_CODE, &[&code.hash()]).map(|_| ())
}

/// Takes the set-up code: it works once.
///
/// # Errors
/// `Forbidden` when it is not the one.
pub fn take_setup_code(tx: &WriteTx<'_>, code: Option<&Secret>) -> Result<()> {
    let stored: Option<SecretHash> = tx.query_one(SETUP_CODE_HASH, &[], |row| row.get(0))?;
    let is_right = matches!((stored, code), (Some(stored), Some(code)) if stored.is(&code.hash()));
    if !is_right {
        return Err(Error::Forbidden("This is not the set-up code. The server prints it when it starts."));
    }
    tx.execute(SET_SETUP_CODE, &[&None::<SecretHash>]).map(|_| ())
}

/// Writes a row as it is, to see whether anything can be written.
pub(super) fn touch(tx: &WriteTx<'_>) -> Result<()> {
    tx.execute(TOUCH, &[]).map(|_| ())
}
