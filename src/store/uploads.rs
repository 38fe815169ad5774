//! `uploads`: files on their way. What has come of them is in the data directory; here is how much of that counts.

use super::access::{ActiveUser, OwnUpload, ServerKeeper};
use super::db::{Param, Row, Tx, WriteTx, statements};
use crate::domain::file::CHUNK_BYTES;
use crate::domain::{FileId, FileName, KindUsage, Named, PersonUsage, Timestamp, Upload, UserId};
use crate::error::{Error, Result};

statements! {
    /// Rides on the primary key.
    BY_ID = "SELECT id, name, size_bytes, received_bytes, created_at, expires_at FROM uploads WHERE id = $1";
    /// Rides on uploads_by_user.
    OF_USER = "SELECT id, name, size_bytes, received_bytes, created_at, expires_at
                 FROM uploads WHERE user_id = $1 ORDER BY id DESC LIMIT 100";
    COUNT_OF_USER = "SELECT count(*) FROM (SELECT 1 FROM uploads WHERE user_id = $1 LIMIT 100)";
    USED = "SELECT bytes FROM file_usage WHERE user_id = $1";
    TOTALS = "SELECT stored_bytes, awaited_bytes FROM file_totals WHERE id = 1";
    /// Kept by triggers; a row for each kind.
    KINDS = "SELECT kind, count, bytes FROM file_kinds ORDER BY bytes DESC, kind";
    /// Rides on file_usage_by_bytes.
    LARGEST = "SELECT u.id, u.name, u.username, f.bytes
                 FROM file_usage f JOIN users u ON u.id = f.user_id
                WHERE f.bytes > 0
                ORDER BY f.bytes DESC, f.user_id DESC
                LIMIT 20";
    INSERT = "INSERT INTO uploads (id, user_id, name, size_bytes, created_at, touched_at, expires_at)
              VALUES ($1, $2, $3, $4, $5, $5, $6)";
    RECEIVE = "UPDATE uploads SET received_bytes = $1, touched_at = $2 WHERE id = $3";
    REMOVE = "DELETE FROM uploads WHERE id = $1";
    /// Rides on uploads_by_touch.
    ABANDONED = "SELECT id FROM uploads WHERE touched_at < $1 ORDER BY touched_at LIMIT 500";
    /// All of them, for the start of a server.
    ALL = "SELECT id, received_bytes FROM uploads";
}

/// Most unfinished uploads of one person.
const MOST_UNFINISHED: i64 = 100;

fn upload(row: &Row<'_>) -> Result<Upload> {
    Ok(Upload {
        id: row.get(0)?,
        name: row.get(1)?,
        size_bytes: row.get(2)?,
        received_bytes: row.get(3)?,
        chunk_bytes: CHUNK_BYTES,
        created_at: row.get(4)?,
        expires_at: row.get(5)?,
    })
}

/// What somebody wants to upload.
#[derive(Clone, Debug)]
pub struct NewUpload {
    pub name: FileName,
    pub size_bytes: i64,
    pub expires_at: Option<Timestamp>,
}

/// How much may be stored: by one person, and by all (`None`: as much as the disk holds).
#[derive(Clone, Copy, Debug)]
pub struct Quotas {
    pub person_bytes: i64,
    pub server_bytes: Option<i64>,
    /// What is free on the disk besides the reserve.
    pub free_bytes: i64,
}

/// Begins an upload. All of it is counted from now on, so that what was begun can be finished.
///
/// # Errors
/// `Conflict` when the person has 100 unfinished ones; `QuotaExceeded`, `FilesFull`, `StorageFull`.
pub fn insert(tx: &WriteTx<'_>, who: &ActiveUser, new: &NewUpload, quotas: Quotas) -> Result<Upload> {
    if tx.query_one(COUNT_OF_USER, &[&who.user()], |row| row.get::<i64>(0))? >= MOST_UNFINISHED {
        return Err(Error::Conflict("You have too many unfinished uploads; finish or cancel some first."));
    }
    let used_bytes = used_bytes(tx, who.user())?;
    if used_bytes.saturating_add(new.size_bytes) > quotas.person_bytes {
        return Err(Error::QuotaExceeded { quota_bytes: quotas.person_bytes, used_bytes });
    }
    let (stored, awaited) = totals(tx)?;
    let in_all = stored.saturating_add(awaited).saturating_add(new.size_bytes);
    if quotas.server_bytes.is_some_and(|most| in_all > most) {
        return Err(Error::FilesFull);
    }
    if awaited.saturating_add(new.size_bytes) > quotas.free_bytes {
        return Err(Error::StorageFull);
    }
    let id = FileId::from_uuid(tx.new_id());
    let params: &[&dyn Param] = &[&id, &who.user(), &new.name.as_str(), &new.size_bytes, &tx.now(), &new.expires_at];
    tx.execute(INSERT, params)?;
    by_id(tx, id)?.ok_or(Error::NotFound("upload"))
}

fn by_id(tx: &Tx<'_>, id: FileId) -> Result<Option<Upload>> {
    tx.query_opt(BY_ID, &[&id], upload)
}

/// Where an upload stands.
pub fn shown(tx: &Tx<'_>, own: &OwnUpload) -> Result<Upload> {
    by_id(tx, own.upload())?.ok_or(Error::NotFound("upload"))
}

/// The asker's unfinished uploads, the newest first.
pub fn of_user(tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<Upload>> {
    tx.query(OF_USER, &[&who.user()], upload)
}

/// Bytes that count against somebody's quota: finished files, and all of the unfinished ones.
pub fn used_bytes(tx: &Tx<'_>, user: UserId) -> Result<i64> {
    Ok(tx.query_opt(USED, &[&user], |row| row.get(0))?.unwrap_or(0))
}

/// Bytes that are stored, and bytes that will be when all uploads are finished.
pub fn totals(tx: &Tx<'_>) -> Result<(i64, i64)> {
    tx.query_one(TOTALS, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// What is stored of each kind, each content counted once, the largest first.
pub fn by_kind(tx: &Tx<'_>, _keeper: &ServerKeeper) -> Result<Vec<KindUsage>> {
    tx.query(KINDS, &[], |row| Ok(KindUsage { kind: row.get(0)?, count: row.get(1)?, bytes: row.get(2)? }))
}

/// The twenty people whose files take up most, as they count against their quotas.
pub fn largest(tx: &Tx<'_>, _keeper: &ServerKeeper) -> Result<Vec<PersonUsage>> {
    tx.query(LARGEST, &[], |row| {
        let user = Named { id: row.get(0)?, name: row.get(1)?, username: row.get(2)? };
        Ok(PersonUsage { user, bytes: row.get(3)? })
    })
}

/// So many bytes of it are on disk.
pub fn receive(tx: &WriteTx<'_>, own: &OwnUpload, received_bytes: i64) -> Result<Upload> {
    tx.execute(RECEIVE, &[&received_bytes, &tx.now(), &own.upload()])?;
    shown(tx, own)
}

/// Forgets an upload that is cancelled, or has become a file.
pub fn remove(tx: &WriteTx<'_>, own: &OwnUpload) -> Result<()> {
    tx.execute(REMOVE, &[&own.upload()]).map(|_| ())
}

/// Forgets uploads of which nothing has come since `before`, at most 500; which.
pub fn remove_abandoned(tx: &WriteTx<'_>, before: Timestamp) -> Result<Vec<FileId>> {
    let abandoned = tx.query(ABANDONED, &[&before], |row| row.get(0))?;
    abandoned.iter().try_for_each(|id| tx.execute(REMOVE, &[id]).map(|_| ()))?;
    Ok(abandoned)
}

/// Forgets an upload whose bytes are lost.
pub fn remove_lost(tx: &WriteTx<'_>, id: FileId) -> Result<()> {
    tx.execute(REMOVE, &[&id]).map(|_| ())
}

/// All unfinished uploads, with how much of each counts.
pub fn all(tx: &Tx<'_>) -> Result<Vec<(FileId, i64)>> {
    tx.query(ALL, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}
