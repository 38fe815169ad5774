//! `files` and `blobs`: what people have uploaded, and what it holds, each content once.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::access::{ActiveUser, FileReader, OwnUpload};
use super::db::{Param, Row, Tx, WriteTx, statements};
use super::messages::group_of_message;
use super::search;
use crate::domain::{
    ContentHash, DirectId, File, FileId, FileKind, GroupId, Looks, MessageId, OwnFile, Small, Thumbnail, Timestamp,
    Upload,
};
use crate::error::{Error, Result};

/// The columns of a [`File`], of `files f` and `blobs b`.
macro_rules! file_columns {
    () => {
        "f.id, f.name, b.kind, b.mime_type, b.size_bytes, b.width, b.height, b.thumbnail, b.preview, f.uploader_id, \
         f.created_at, f.expires_at"
    };
}
pub(super) use file_columns;

/// How many columns those are.
pub(super) const FILE_COLUMNS: usize = 12;

statements! {
    BY_ID = concat!("SELECT ", file_columns!(), " FROM files f JOIN blobs b ON b.sha256 = f.sha256 WHERE f.id = $1");
    ALIVE = "SELECT 1 FROM files WHERE id = $1 AND (expires_at IS NULL OR expires_at > $2)";
    CONTENT = "SELECT b.sha256, b.thumbnail_type FROM files f JOIN blobs b ON b.sha256 = f.sha256 WHERE f.id = $1";
    BLOB = "SELECT size_bytes FROM blobs WHERE sha256 = $1";
    INSERT_BLOB = "INSERT INTO blobs (sha256, size_bytes, kind, mime_type, width, height, thumbnail, text, created_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING";
    INSERT = "INSERT INTO files (id, uploader_id, sha256, name, size_bytes, created_at, expires_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7)";
    SET_POSTED = "UPDATE files SET posted_at = $1 WHERE id = $2 AND posted_at IS NULL";
    REMOVE = "DELETE FROM files WHERE id = $1";

    /// Own files with the first message that has each. Rides on files_by_uploader and attachments_by_file.
    OF_USER = concat!("SELECT ", file_columns!(), ", a.message_id, ", group_of_message!(), ", a.direct_id
           FROM files f
           JOIN blobs b ON b.sha256 = f.sha256
           LEFT JOIN attachments a ON a.file_id = f.id
                AND a.message_id = (SELECT x.message_id FROM attachments x WHERE x.file_id = f.id ORDER BY x.message_id LIMIT 1)
           LEFT JOIN messages m ON m.id = a.message_id
          WHERE f.uploader_id = $1 AND f.id < $2 AND (f.expires_at IS NULL OR f.expires_at > $3)
          ORDER BY f.id DESC
          LIMIT $4");

    /// Rides on files_unposted.
    FORGOTTEN = "SELECT id FROM files WHERE posted_at IS NULL AND created_at < $1 ORDER BY created_at LIMIT 500";
    /// Rides on files_by_expiry.
    EXPIRED = "SELECT id FROM files WHERE expires_at <= $1 ORDER BY expires_at LIMIT 100";

    /// Rides on blobs_unreferenced.
    UNREFERENCED = "SELECT sha256 FROM blobs WHERE unreferenced_at < $1 ORDER BY unreferenced_at LIMIT 100";
    REMOVE_BLOB = "DELETE FROM blobs
                    WHERE sha256 = $1 AND unreferenced_at < $2
                      AND NOT EXISTS (SELECT 1 FROM files f WHERE f.sha256 = $1)";

    /// Rides on blobs_to_draw.
    TO_DRAW = "SELECT sha256, mime_type FROM blobs WHERE thumbnail = 'pending' ORDER BY created_at LIMIT 1";
    DRAWN = "UPDATE blobs SET thumbnail = $1, thumbnail_type = $2, preview = $3 WHERE sha256 = $4";
    /// The newest messages that show a content. Rides on files_by_blob and attachments_by_file.
    SHOWN_IN = "SELECT DISTINCT a.message_id
                  FROM files f JOIN attachments a ON a.file_id = f.id
                 WHERE f.sha256 = $1
                 ORDER BY a.message_id DESC
                    LIMIT 100";
    /// Rides on the primary key.
    FIRST_BLOBS = "SELECT sha256, size_bytes, thumbnail = 'ready' FROM blobs ORDER BY sha256 LIMIT 1000";
    NEXT_BLOBS = "SELECT sha256, size_bytes, thumbnail = 'ready' FROM blobs WHERE sha256 > $1 ORDER BY sha256 LIMIT 1000";
}

/// Reads the columns of `file_columns!` from `row`, the first of them being `at`.
pub(super) fn file_at(row: &Row<'_>, at: usize) -> Result<File> {
    Ok(File {
        id: row.get(at)?,
        name: row.get(at + 1)?,
        kind: row.get(at + 2)?,
        mime_type: row.get(at + 3)?,
        size_bytes: row.get(at + 4)?,
        width: row.get(at + 5)?,
        height: row.get(at + 6)?,
        thumbnail: row.get(at + 7)?,
        preview: row.get::<Option<Vec<u8>>>(at + 8)?.map(|grid| STANDARD.encode(grid)),
        uploader_id: row.get(at + 9)?,
        created_at: row.get(at + 10)?,
        expires_at: row.get(at + 11)?,
    })
}

/// For who was proved to read it.
pub fn shown(tx: &Tx<'_>, reader: &FileReader) -> Result<File> {
    by_id(tx, reader.file())
}

fn by_id(tx: &Tx<'_>, id: FileId) -> Result<File> {
    tx.query_opt(BY_ID, &[&id], |row| file_at(row, 0))?.ok_or(Error::NotFound("file"))
}

/// What a file holds: under which hash it is kept, and the MIME type of its small form, if there is one.
#[derive(Clone, Debug)]
pub struct Content {
    pub file: File,
    pub hash: ContentHash,
    pub thumbnail_type: Option<String>,
}

/// For who was proved to read it.
pub fn content(tx: &Tx<'_>, reader: &FileReader) -> Result<Content> {
    content_of(tx, reader.file())
}

pub(super) fn content_of(tx: &Tx<'_>, id: FileId) -> Result<Content> {
    let file = by_id(tx, id)?;
    let (hash, thumbnail_type) = tx.query_one(CONTENT, &[&id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Content { file, hash, thumbnail_type })
}

/// An upload becomes a file, with the content that is kept under `hash`.
pub fn insert(tx: &WriteTx<'_>, own: &OwnUpload, upload: &Upload, hash: ContentHash, looks: &Looks) -> Result<File> {
    let thumbnail = if looks.kind == FileKind::Image { Thumbnail::Pending } else { Thumbnail::None };
    let (width, height) = looks.size.unzip();
    let blob: &[&dyn Param] = &[
        &hash,
        &upload.size_bytes,
        &looks.kind,
        &looks.mime_type,
        &width,
        &height,
        &thumbnail,
        &looks.text,
        &tx.now(),
    ];
    tx.execute(INSERT_BLOB, blob)?;
    super::uploads::remove(tx, own)?;
    let file: &[&dyn Param] =
        &[&upload.id, &own.user(), &hash, &upload.name, &upload.size_bytes, &tx.now(), &upload.expires_at];
    tx.execute(INSERT, file)?;
    by_id(tx, upload.id)
}

/// A file is in a message from now on.
pub(super) fn set_posted(tx: &WriteTx<'_>, id: FileId) -> Result<()> {
    tx.execute(SET_POSTED, &[&tx.now(), &id]).map(|_| ())
}

/// Throws away a file that is in no message.
///
/// # Errors
/// `Conflict` when it is in one.
pub fn remove_unposted(tx: &WriteTx<'_>, reader: &FileReader) -> Result<()> {
    if reader.is_posted() {
        return Err(Error::Conflict("The file is in a message; delete that."));
    }
    tx.execute(REMOVE, &[&reader.file()]).map(|_| ())
}

/// The asker's files, the newest first, those before `before`.
pub fn of_user(tx: &Tx<'_>, who: &ActiveUser, before: FileId, limit: u32) -> Result<Vec<OwnFile>> {
    let read = |row: &Row<'_>| {
        Ok(OwnFile {
            file: file_at(row, 0)?,
            message_id: row.get::<Option<MessageId>>(FILE_COLUMNS)?,
            group_id: row.get::<Option<GroupId>>(FILE_COLUMNS + 1)?,
            direct_id: row.get::<Option<DirectId>>(FILE_COLUMNS + 2)?,
        })
    };
    tx.query(OF_USER, &[&who.user(), &before, &tx.settled(), &limit], read)
}

/// Throws away files that were uploaded before `before` and never posted, at most 500; how many.
pub fn remove_forgotten(tx: &WriteTx<'_>, before: Timestamp) -> Result<usize> {
    let forgotten: Vec<FileId> = tx.query(FORGOTTEN, &[&before], |row| row.get(0))?;
    forgotten.iter().try_for_each(|id| tx.execute(REMOVE, &[id]).map(|_| ()))?;
    Ok(forgotten.len())
}

/// Throws away files whose time is over, at most 100; how many, and the messages that they were in.
pub fn remove_expired(tx: &WriteTx<'_>) -> Result<(usize, Vec<MessageId>)> {
    let expired: Vec<FileId> = tx.query(EXPIRED, &[&tx.settled()], |row| row.get(0))?;
    let mut messages = Vec::new();
    for id in &expired {
        let with = super::attachments::messages_with(tx, *id)?;
        with.iter().try_for_each(|message| search::forget(tx, *message))?;
        tx.execute(REMOVE, &[id])?;
        with.iter().try_for_each(|message| search::learn_again(tx, *message))?;
        messages.extend(with);
    }
    messages.sort_unstable();
    messages.dedup();
    Ok((expired.len(), messages))
}

/// Contents that no file has had since `before`, at most 100.
pub fn unreferenced(tx: &Tx<'_>, before: Timestamp) -> Result<Vec<ContentHash>> {
    tx.query(UNREFERENCED, &[&before], |row| row.get(0))
}

/// Forgets a content that no file has had since `before`; whether that is (still) so.
pub fn remove_unreferenced(tx: &WriteTx<'_>, hash: ContentHash, before: Timestamp) -> Result<bool> {
    Ok(tx.execute(REMOVE_BLOB, &[&hash, &before])? > 0)
}

/// Whether there is still such a file.
pub(super) fn exists(tx: &Tx<'_>, id: FileId) -> Result<bool> {
    Ok(tx.query_opt(ALIVE, &[&id, &tx.settled()], |_| Ok(()))?.is_some())
}

/// Whether a content belongs here.
pub fn is_known(tx: &Tx<'_>, hash: ContentHash) -> Result<bool> {
    Ok(tx.query_opt(BLOB, &[&hash], |_| Ok(()))?.is_some())
}

/// The picture that has waited longest for its small form, and what it is.
pub fn next_to_draw(tx: &Tx<'_>) -> Result<Option<(ContentHash, String)>> {
    tx.query_opt(TO_DRAW, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// A picture has a small form from now on, or will never have one; the newest messages that show it, at most 100.
pub fn drawn(tx: &WriteTx<'_>, hash: ContentHash, small: Option<&Small>) -> Result<Vec<MessageId>> {
    let thumbnail = if small.is_some() { Thumbnail::Ready } else { Thumbnail::None };
    let (kind, preview) = small.map(|small| (small.mime_type, small.preview.as_slice())).unzip();
    let params: &[&dyn Param] = &[&thumbnail, &kind, &preview, &hash];
    tx.execute(DRAWN, params)?;
    tx.query(SHOWN_IN, &[&hash], |row| row.get(0))
}

/// Up to 1,000 contents, those after `after`, in the order of their hashes: each with its size, and whether it has a
/// small form.
pub fn some_contents(tx: &Tx<'_>, after: Option<ContentHash>) -> Result<Vec<(ContentHash, i64, bool)>> {
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    match after {
        None => tx.query(FIRST_BLOBS, &[], read),
        Some(after) => tx.query(NEXT_BLOBS, &[&after], read),
    }
}
