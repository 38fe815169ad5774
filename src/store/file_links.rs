//! `file_links`: links that open a file to whoever holds them. Only the hash of a token is kept.

use super::access::FileSharer;
use super::db::{Param, Row, Tx, WriteTx, statements};
use super::files::{self, Content};
use crate::domain::{FileId, FileLink, FileLinkId, Secret, Timestamp};
use crate::error::{Error, Result};

statements! {
    COUNT = "SELECT count(*) FROM file_links WHERE file_id = $1";
    INSERT = "INSERT INTO file_links (id, file_id, token_hash, created_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)";
    /// Rides on file_links_by_file.
    OF_FILE = "SELECT id, file_id, created_by, created_at, expires_at FROM file_links
                WHERE file_id = $1 AND (expires_at IS NULL OR expires_at > $2) ORDER BY id";
    REMOVE = "DELETE FROM file_links WHERE id = $1 AND file_id = $2";

    /// Rides on the unique index of hashes. The file must still be in a message, and who made the link still be here.
    OPENED_BY = "SELECT f.id
                   FROM file_links l
                   JOIN files f ON f.id = l.file_id
                   JOIN users u ON u.id = l.created_by
                  WHERE l.token_hash = $1 AND (l.expires_at IS NULL OR l.expires_at > $2)
                    AND f.posted_at IS NOT NULL AND (f.expires_at IS NULL OR f.expires_at > $2)
                    AND u.is_active AND NOT u.is_banned";

    /// Rides on file_links_by_expiry.
    REMOVE_EXPIRED = "DELETE FROM file_links WHERE expires_at <= $1";
}

/// Most links to one file.
const MOST_LINKS: i64 = 20;

fn link(row: &Row<'_>) -> Result<FileLink> {
    Ok(FileLink {
        id: row.get(0)?,
        file_id: row.get(1)?,
        created_by: row.get(2)?,
        created_at: row.get(3)?,
        expires_at: row.get(4)?,
    })
}

/// Makes a link.
///
/// # Errors
/// `Conflict` when the file has 20.
pub fn insert(
    tx: &WriteTx<'_>,
    sharer: &FileSharer,
    token: &Secret,
    expires_at: Option<Timestamp>,
) -> Result<FileLink> {
    if tx.query_one(COUNT, &[&sharer.file()], |row| row.get::<i64>(0))? >= MOST_LINKS {
        return Err(Error::Conflict("This file has as many links as it can; take some back first."));
    }
    let made = FileLink {
        id: FileLinkId::from_uuid(tx.new_id()),
        file_id: sharer.file(),
        created_by: sharer.user(),
        created_at: tx.now(),
        expires_at,
    };
    let params: &[&dyn Param] =
        &[&made.id, &made.file_id, &token.hash(), &made.created_by, &made.created_at, &made.expires_at];
    tx.execute(INSERT, params)?;
    Ok(made)
}

/// The links to a file, the oldest first.
pub fn of_file(tx: &Tx<'_>, sharer: &FileSharer) -> Result<Vec<FileLink>> {
    tx.query(OF_FILE, &[&sharer.file(), &tx.settled()], link)
}

/// Takes a link back.
///
/// # Errors
/// `NotFound`.
pub fn remove(tx: &WriteTx<'_>, sharer: &FileSharer, id: FileLinkId) -> Result<()> {
    match tx.execute(REMOVE, &[&id, &sharer.file()])? {
        0 => Err(Error::NotFound("link")),
        _ => Ok(()),
    }
}

/// What a token opens.
///
/// # Errors
/// `NotFound` when it opens nothing, or no longer.
pub fn opened_by(tx: &Tx<'_>, token: &Secret) -> Result<Content> {
    let found: Option<FileId> = tx.query_opt(OPENED_BY, &[&token.hash(), &tx.settled()], |row| row.get(0))?;
    files::content_of(tx, found.ok_or(Error::NotFound("file"))?)
}

/// Takes away links whose time is over; how many.
pub fn remove_expired(tx: &WriteTx<'_>) -> Result<usize> {
    tx.execute(REMOVE_EXPIRED, &[&tx.settled()])
}
