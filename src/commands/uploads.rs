//! Sending files to the server, piece by piece.
//!
//! What was answered as received is on disk. A piece that breaks off counts for nothing, so an upload goes on from what
//! was answered last, however the one before ended. Nothing here waits for the disk on a thread that serves others.

use std::sync::Arc;

use bytes::Bytes;

use super::App;
use crate::domain::file::CHUNK_BYTES;
use crate::domain::{ContentHash, File, FileId, FileKind, FileName, Timestamp, Upload};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker};
use crate::store::files;
use crate::store::uploads::{self, NewUpload, Quotas};
use crate::vault::{Held, Part};

/// Bytes that are gathered before they are written.
const GATHERED_BYTES: usize = 256 * 1024;

/// Begins an upload.
///
/// # Errors
/// `Invalid`; `TooLarge` for a file beyond what this server takes; `QuotaExceeded`, `FilesFull`, `StorageFull`;
/// `Conflict` when the asker has too many unfinished ones; `RateLimited`.
pub async fn begin(
    app: &App,
    asker: Asker,
    name: &str,
    size_bytes: i64,
    expires_at: Option<Timestamp>,
) -> Result<Upload> {
    let name = FileName::parse(name)?;
    if size_bytes < 0 {
        return Err(Error::invalid("size_bytes", "must not be negative"));
    }
    let max_bytes = app.config.files.max_bytes;
    if usize::try_from(size_bytes).is_ok_and(|size| size > max_bytes) {
        return Err(Error::TooLarge { what: "file", max_bytes });
    }
    in_future(expires_at)?;
    app.rates.uploads.take(&asker.user)?;
    let vault = Arc::clone(&app.vault);
    let free = off_thread(move || vault.free_bytes()).await?;
    let bytes = |setting: usize| i64::try_from(setting).unwrap_or(i64::MAX);
    let settings = &app.config.files;
    let quotas = Quotas {
        person_bytes: bytes(settings.per_person_bytes),
        server_bytes: Some(bytes(settings.server_bytes)).filter(|bytes| *bytes > 0),
        free_bytes: i64::try_from(free).unwrap_or(i64::MAX),
    };
    let new = NewUpload { name, size_bytes, expires_at };
    app.store.write(move |tx| uploads::insert(tx, &access::active_user(tx, asker)?, &new, quotas)).await
}

/// # Errors
/// `Invalid` for an instant that is over.
pub fn in_future(expires_at: Option<Timestamp>) -> Result<()> {
    if expires_at.is_some_and(|at| at <= Timestamp::settled()) {
        return Err(Error::invalid("expires_at", "must be in the future"));
    }
    Ok(())
}

/// A piece of an upload that is being received.
pub struct Receiving<'a> {
    app: &'a App,
    asker: Asker,
    upload: Upload,
    _held: Held<'a>,
    part: Arc<Part>,
    gathered: Vec<Bytes>,
    gathered_bytes: usize,
    /// Of this piece so far.
    came_bytes: i64,
}

/// Takes up an upload where it stands, for its next piece.
///
/// # Errors
/// `NotFound`; `Stale` with the upload as it stands, when that is not at `offset`; `Busy` when a piece of it is on its
/// way already, or too many pieces are; `StorageFull`.
pub async fn receive(app: &App, asker: Asker, id: FileId, offset: i64) -> Result<Receiving<'_>> {
    let held = app.vault.hold(id, asker.user)?;
    let upload = app.store.read(move |tx| uploads::shown(tx, &access::own_upload(tx, asker, id)?)).await?;
    if upload.received_bytes != offset {
        let current = serde_json::to_value(&upload).map_err(Error::internal)?;
        return Err(Error::Stale { noun: "upload", current: Box::new(current) });
    }
    let (vault, received) = (Arc::clone(&app.vault), unsigned(upload.received_bytes));
    let opened = off_thread(move || {
        if vault.free_bytes()? == 0 {
            return Err(Error::StorageFull);
        }
        vault.part(id, received)
    });
    let part = match opened.await {
        Ok(part) => Arc::new(part),
        Err(error) => return Err(given_up(app, asker, id, error).await),
    };
    Ok(Receiving { app, asker, upload, _held: held, part, gathered: Vec::new(), gathered_bytes: 0, came_bytes: 0 })
}

impl Receiving<'_> {
    /// Takes some bytes.
    ///
    /// # Errors
    /// `TooLarge`; `Invalid` when there are more than the upload has; `StorageFull`, and the upload is gone.
    pub async fn take(&mut self, bytes: Bytes) -> Result<()> {
        self.came_bytes += signed(bytes.len());
        if self.came_bytes > CHUNK_BYTES {
            return Err(too_large());
        }
        if self.upload.received_bytes + self.came_bytes > self.upload.size_bytes {
            return Err(Error::invalid("body", "has more bytes than the upload should have"));
        }
        self.gathered_bytes += bytes.len();
        self.gathered.push(bytes);
        if self.gathered_bytes >= GATHERED_BYTES { self.write(false).await } else { Ok(()) }
    }

    async fn write(&mut self, is_last: bool) -> Result<()> {
        let gathered = std::mem::take(&mut self.gathered);
        let at = self.upload.received_bytes + self.came_bytes - signed(self.gathered_bytes);
        self.gathered_bytes = 0;
        let part = Arc::clone(&self.part);
        let written = off_thread(move || {
            part.write(unsigned(at), &gathered)?;
            if is_last { part.sync() } else { Ok(()) }
        });
        match written.await {
            Ok(()) => Ok(()),
            Err(error) => Err(given_up(self.app, self.asker, self.upload.id, error).await),
        }
    }

    /// The piece is complete: from now on it counts.
    ///
    /// # Errors
    /// `Invalid` when it is empty; `StorageFull`, and the upload is gone.
    pub async fn complete(mut self) -> Result<Upload> {
        if self.came_bytes == 0 {
            return Err(Error::invalid("body", "must not be empty"));
        }
        self.write(true).await?;
        let (asker, id, received) = (self.asker, self.upload.id, self.upload.received_bytes + self.came_bytes);
        self.app.store.write(move |tx| uploads::receive(tx, &access::own_upload(tx, asker, id)?, received)).await
    }
}

/// What a piece of an upload may have at most.
pub fn too_large() -> Error {
    Error::TooLarge { what: "body", max_bytes: usize::try_from(CHUNK_BYTES).unwrap_or(usize::MAX) }
}

/// An upload for which there is no room, or of which bytes are lost, is not kept: what it takes up would be missing
/// elsewhere.
async fn given_up(app: &App, asker: Asker, id: FileId, why: Error) -> Error {
    if matches!(why, Error::StorageFull | Error::NotFound(_)) {
        // Best effort: without room for its row being taken away it is found abandoned later.
        drop(app.store.write(move |tx| uploads::remove(tx, &access::own_upload(tx, asker, id)?)).await);
        discard(app, id).await;
    }
    why
}

async fn discard(app: &App, id: FileId) {
    let vault = Arc::clone(&app.vault);
    let discarded = off_thread(move || {
        vault.discard(id);
        Ok(())
    });
    // Best effort: what stays is found at the next start.
    drop(discarded.await);
}

/// Cancels an upload.
///
/// # Errors
/// `NotFound`; `Busy` while a piece of it is on its way.
pub async fn cancel(app: &App, asker: Asker, id: FileId) -> Result<()> {
    let _held = app.vault.hold(id, asker.user)?;
    app.store.write(move |tx| uploads::remove(tx, &access::own_upload(tx, asker, id)?)).await?;
    discard(app, id).await;
    Ok(())
}

/// Makes a file of an upload that is complete. A second time it answers the file.
///
/// # Errors
/// `NotFound`; `Conflict` when bytes are missing, or they are not those that `expected` is the hash of: then the upload
/// is gone; `Busy`; `StorageFull`.
pub async fn finish(app: &App, asker: Asker, id: FileId, expected: Option<ContentHash>) -> Result<File> {
    let held = app.vault.hold(id, asker.user)?;
    let found = app.store.read(move |tx| match access::own_upload(tx, asker, id) {
        Ok(own) => uploads::shown(tx, &own).map(Ok),
        // Finished before, and the answer was lost.
        Err(Error::NotFound(noun)) => match access::file_reader(tx, asker, id) {
            Ok(reader) => files::shown(tx, &reader).map(Err),
            Err(Error::NotFound(_)) => Err(Error::NotFound(noun)),
            Err(other) => Err(other),
        },
        Err(other) => Err(other),
    });
    let upload = match found.await? {
        Ok(upload) => upload,
        Err(file) => return Ok(file),
    };
    if upload.received_bytes != upload.size_bytes {
        return Err(Error::Conflict("Some of the file has not come yet; go on from received_bytes."));
    }
    let turn = app.vault.turn_to_weigh().await?;
    let (vault, size) = (Arc::clone(&app.vault), unsigned(upload.size_bytes));
    let weighed = off_thread(move || vault.weigh(id, size)).await;
    drop(turn);
    let (hash, looks) = match weighed {
        Ok(weighed) => weighed,
        Err(error) => return Err(given_up(app, asker, id, error).await),
    };
    if expected.is_some_and(|expected| expected != hash) {
        drop(held);
        cancel(app, asker, id).await?;
        return Err(Error::Conflict("What came is not what was sent; send the file again."));
    }
    let file = {
        // The bytes and their directory are on disk before the row that names them, and nobody takes them away between.
        let _settling = app.vault.settle().await;
        let vault = Arc::clone(&app.vault);
        off_thread(move || vault.keep(id, hash)).await?;
        app.store.write(move |tx| files::insert(tx, &access::own_upload(tx, asker, id)?, &upload, hash, &looks)).await?
    };
    discard(app, id).await;
    if file.kind == FileKind::Image {
        app.vault.pictures.notify_one();
    }
    Ok(file)
}

/// Runs what waits for the disk where it may.
pub(super) async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Error::internal("work on a file panicked"))?
}

/// Sizes of files are below 2^63.
fn unsigned(bytes: i64) -> u64 {
    u64::try_from(bytes).unwrap_or(0)
}

fn signed(bytes: usize) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}
