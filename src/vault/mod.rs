//! The bytes of files, in the data directory: `uploads/` holds what is on its way, `files/ab/cdef…` each content by its
//! SHA-256, `thumbnails/` the small forms of pictures by the hash of the picture.
//!
//! It knows no SQL and no HTTP, and nothing that a client says becomes part of a path. Everything here may wait for the
//! disk: it is called on threads that may.

pub mod copies;
pub mod looks;
pub mod pictures;

use std::collections::HashMap;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt as _, FileExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use bytes::Bytes;
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;
use tokio::sync::{Notify, RwLock, RwLockReadGuard, RwLockWriteGuard, Semaphore, SemaphorePermit};

use crate::domain::{ContentHash, FileId, Looks, UserId};
use crate::error::{Error, Result};

const UPLOADS: &str = "uploads";
const FILES: &str = "files";
const THUMBNAILS: &str = "thumbnails";
/// How a file is called while it is written.
const UNFINISHED: &str = ".part";

/// Pieces of uploads that are received at the same time, in all and of one person. Each takes a buffer of memory.
const MOST_RECEIVED: usize = 64;
const MOST_RECEIVED_OF_ONE: usize = 6;

/// Uploads that are looked through at the same time when they are finished: each keeps a processor busy.
const MOST_WEIGHED: usize = 2;

/// Bytes read at once.
const READ_BYTES: usize = 256 * 1024;

/// What is kept free unless told otherwise: a part of the disk, within bounds.
const RESERVE_PART: u64 = 20;
const LEAST_RESERVE: u64 = 512 << 20;
const MOST_RESERVE: u64 = 8 << 30;

/// The place where files are kept.
pub struct Vault {
    root: PathBuf,
    reserve_bytes: u64,
    /// Uploads that somebody is writing to, and whose they are.
    held: Mutex<HashMap<FileId, UserId>>,
    weighing: Semaphore,
    /// Held in common while a content gets its name and its row, and alone while contents without a row are taken away.
    settling: RwLock<()>,
    /// Rung when there is a picture to draw small.
    pub pictures: Notify,
}

/// How full a disk is.
#[derive(Clone, Copy, Debug)]
pub struct Disk {
    pub total_bytes: u64,
    /// To this process.
    pub available_bytes: u64,
    /// Of those, kept free of files for the database.
    pub reserve_bytes: u64,
}

impl Vault {
    /// Makes the directories in `data_dir` as needed. `reserve_bytes` of the disk are left free; 0: some part of it.
    ///
    /// # Errors
    /// When they cannot be made.
    pub fn open(data_dir: &Path, reserve_bytes: u64) -> Result<Self> {
        for name in [UPLOADS, FILES, THUMBNAILS] {
            DirBuilder::new().mode(0o700).recursive(true).create(data_dir.join(name)).map_err(Error::internal)?;
        }
        sync_directory(data_dir).map_err(Error::internal)?;
        Ok(Self {
            root: data_dir.to_owned(),
            reserve_bytes,
            held: Mutex::default(),
            weighing: Semaphore::new(MOST_WEIGHED),
            settling: RwLock::default(),
            pictures: Notify::new(),
        })
    }

    /// Bytes that may still be written before the reserve of the disk is touched.
    ///
    /// # Errors
    /// When the disk does not say.
    pub fn free_bytes(&self) -> Result<u64> {
        let Disk { available_bytes, reserve_bytes, .. } = self.disk()?;
        Ok(available_bytes.saturating_sub(reserve_bytes))
    }

    /// How full the disk is that everything is on.
    ///
    /// # Errors
    /// When the disk does not say.
    pub fn disk(&self) -> Result<Disk> {
        let disk = rustix::fs::statvfs(&self.root).map_err(|error| refused(error.into()))?;
        let of_disk = disk.f_blocks.saturating_mul(disk.f_frsize) / RESERVE_PART;
        let reserve_bytes = match self.reserve_bytes {
            0 => of_disk.clamp(LEAST_RESERVE, MOST_RESERVE),
            told => told,
        };
        Ok(Disk {
            total_bytes: disk.f_blocks.saturating_mul(disk.f_frsize),
            available_bytes: disk.f_bavail.saturating_mul(disk.f_frsize),
            reserve_bytes,
        })
    }

    /// Holds an upload for one who writes to it or takes it away.
    ///
    /// # Errors
    /// `Busy` when it is held already, or too many are.
    pub fn hold(&self, upload: FileId, user: UserId) -> Result<Held<'_>> {
        let mut held = self.held.lock().map_err(|_| Error::internal("a lock is poisoned"))?;
        let of_one = held.values().filter(|other| **other == user).count();
        if held.contains_key(&upload) || held.len() >= MOST_RECEIVED || of_one >= MOST_RECEIVED_OF_ONE {
            return Err(Error::Busy);
        }
        held.insert(upload, user);
        Ok(Held { vault: self, upload })
    }

    /// A turn at looking through a whole upload.
    ///
    /// # Errors
    /// `Busy` when the server is stopping.
    pub async fn turn_to_weigh(&self) -> Result<SemaphorePermit<'_>> {
        self.weighing.acquire().await.map_err(|_| Error::Busy)
    }

    /// While this lives, no content is taken away.
    pub async fn settle(&self) -> RwLockReadGuard<'_, ()> {
        self.settling.read().await
    }

    /// While this lives, no content gets its name and its row.
    pub async fn clear_up(&self) -> RwLockWriteGuard<'_, ()> {
        self.settling.write().await
    }

    /// The file of an upload, cut back to the bytes that count.
    ///
    /// # Errors
    /// `NotFound` when there are fewer: they are lost.
    pub fn part(&self, upload: FileId, received_bytes: u64) -> Result<Part> {
        let path = self.upload_path(upload);
        let is_new = received_bytes == 0;
        let opened = OpenOptions::new().write(true).create(is_new).mode(0o600).open(&path);
        let file = match opened {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Error::NotFound("upload")),
            other => other.map_err(refused)?,
        };
        if file.metadata().map_err(refused)?.len() < received_bytes {
            return Err(Error::NotFound("upload"));
        }
        file.set_len(received_bytes).map_err(refused)?;
        if is_new {
            sync_directory(&self.root.join(UPLOADS)).map_err(refused)?;
        }
        Ok(Part(file))
    }

    /// Reads a whole upload: its hash, and what it is.
    ///
    /// # Errors
    /// `NotFound` when it has not as many bytes as it should: they are lost.
    pub fn weigh(&self, upload: FileId, size_bytes: u64) -> Result<(ContentHash, Looks)> {
        if size_bytes == 0 {
            // Nothing was ever written of what is empty.
            self.part(upload, 0)?.sync()?;
        }
        let mut file = self.open_upload(upload)?;
        let (mut hash, mut head, mut buffer) = (Sha256::new(), Vec::new(), vec![0; READ_BYTES]);
        let (mut read_bytes, mut text) = (0, looks::TextCheck::default());
        loop {
            let read = file.read(&mut buffer).map_err(refused)?;
            let piece = buffer.get(..read).unwrap_or_default();
            if piece.is_empty() {
                break;
            }
            if head.is_empty() {
                head = piece.to_vec();
            }
            hash.update(piece);
            text.add(piece);
            read_bytes += piece.len() as u64;
        }
        if read_bytes != size_bytes {
            return Err(Error::NotFound("upload"));
        }
        let looks = looks::of(&head, text.is_text(), file);
        Ok((ContentHash(hash.finalize().into()), looks))
    }

    /// Gives an upload its place among the contents; whoever has the same content already shares it. The upload stays
    /// until it is discarded, so that nothing is lost if its row is never written.
    ///
    /// # Errors
    /// `StorageFull` and other refusals of the disk.
    pub fn keep(&self, upload: FileId, hash: ContentHash) -> Result<()> {
        let (from, to) = (self.upload_path(upload), self.content_path(hash));
        let directory = self.shelf(FILES, hash)?;
        match fs::hard_link(&from, &to) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(()),
            // A disk without links: a copy does as well.
            Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied) => {
                let mut copy = unfinished_in(&directory)?;
                io::copy(&mut File::open(&from).map_err(refused)?, &mut copy).map_err(refused)?;
                copy.as_file().sync_all().map_err(refused)?;
                copy.persist(&to).map_err(|error| refused(error.error))?;
            }
            Err(error) => return Err(refused(error)),
        }
        sync_directory(&directory).map_err(refused)
    }

    /// Takes away what has come of an upload.
    pub fn discard(&self, upload: FileId) {
        remove(&self.upload_path(upload));
    }

    /// What a file holds.
    ///
    /// # Errors
    /// When it is not there, though it should be.
    pub fn open_content(&self, hash: ContentHash) -> Result<File> {
        File::open(self.content_path(hash)).map_err(refused)
    }

    /// The small form of a picture.
    ///
    /// # Errors
    /// As [`Vault::open_content`].
    pub fn open_thumbnail(&self, hash: ContentHash) -> Result<File> {
        File::open(self.thumbnail_path(hash)).map_err(refused)
    }

    /// Keeps the small form of a picture.
    ///
    /// # Errors
    /// `StorageFull` and other refusals of the disk.
    pub fn keep_thumbnail(&self, hash: ContentHash, content: &[u8]) -> Result<()> {
        let directory = self.shelf(THUMBNAILS, hash)?;
        let mut file = unfinished_in(&directory)?;
        file.write_all(content).and_then(|()| file.as_file().sync_all()).map_err(refused)?;
        file.persist(self.thumbnail_path(hash)).map_err(|error| refused(error.error))?;
        sync_directory(&directory).map_err(refused)
    }

    /// Takes away a content and its small form.
    pub fn remove_content(&self, hash: ContentHash) {
        remove(&self.content_path(hash));
        remove(&self.thumbnail_path(hash));
    }

    /// The uploads of which something is on the disk.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn uploads(&self) -> Result<Vec<FileId>> {
        let names = names_in(&self.root.join(UPLOADS)).map_err(refused)?;
        Ok(names.iter().filter_map(|name| name.parse().ok()).collect())
    }

    /// Bytes that are on the disk of an upload; `None` when there is nothing.
    pub fn bytes_of_upload(&self, upload: FileId) -> Option<u64> {
        self.upload_path(upload).metadata().ok().map(|found| found.len())
    }

    /// The contents on one of the 256 shelves, those of small forms included.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn contents_on_shelf(&self, shelf: u8) -> Result<Vec<ContentHash>> {
        let mut found = Vec::new();
        for kind in [FILES, THUMBNAILS] {
            let directory = self.root.join(kind).join(format!("{shelf:02x}"));
            match names_in(&directory) {
                Ok(names) => {
                    found.extend(names.iter().filter_map(|name| ContentHash::parse(&format!("{shelf:02x}{name}"))));
                    // What was not finished when the server ended.
                    names
                        .iter()
                        .filter(|name| name.ends_with(UNFINISHED))
                        .for_each(|name| remove(&directory.join(name)));
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(refused(error)),
            }
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    fn open_upload(&self, upload: FileId) -> Result<File> {
        match File::open(self.upload_path(upload)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Error::NotFound("upload")),
            other => other.map_err(refused),
        }
    }

    fn upload_path(&self, upload: FileId) -> PathBuf {
        self.root.join(UPLOADS).join(upload.to_string())
    }

    fn content_path(&self, hash: ContentHash) -> PathBuf {
        path_on_shelf(&self.root.join(FILES), hash)
    }

    fn thumbnail_path(&self, hash: ContentHash) -> PathBuf {
        path_on_shelf(&self.root.join(THUMBNAILS), hash)
    }

    /// The directory for a hash, made if it must be.
    fn shelf(&self, kind: &str, hash: ContentHash) -> Result<PathBuf> {
        let all = self.root.join(kind);
        let shelf = all.join(format!("{:02x}", hash.0[0]));
        match DirBuilder::new().mode(0o700).create(&shelf) {
            Ok(()) => sync_directory(&all).map_err(refused)?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(refused(error)),
        }
        Ok(shelf)
    }
}

/// `ab/cdef…`
fn path_on_shelf(all: &Path, hash: ContentHash) -> PathBuf {
    let digits = hash.to_string();
    let (shelf, name) = digits.split_at(2);
    all.join(shelf).join(name)
}

/// An upload that is held; let go of when dropped.
pub struct Held<'a> {
    vault: &'a Vault,
    upload: FileId,
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        if let Ok(mut held) = self.vault.held.lock() {
            held.remove(&self.upload);
        }
    }
}

/// The file of an upload, open for writing.
pub struct Part(File);

impl Part {
    /// Writes on from `at`.
    ///
    /// # Errors
    /// `StorageFull` and other refusals of the disk.
    pub fn write(&self, mut at: u64, pieces: &[Bytes]) -> Result<()> {
        for piece in pieces {
            self.0.write_all_at(piece, at).map_err(refused)?;
            at += piece.len() as u64;
        }
        Ok(())
    }

    /// What was written is on disk when this returns.
    ///
    /// # Errors
    /// `StorageFull` and other refusals of the disk.
    pub fn sync(&self) -> Result<()> {
        self.0.sync_data().map_err(refused)
    }
}

/// Why the disk refused, as far as somebody can do something about it.
pub fn refused(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Error::StorageFull,
        io::ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
        _ => Error::internal(error),
    }
}

fn sync_directory(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// A file that is taken away unless it gets its name.
fn unfinished_in(directory: &Path) -> Result<NamedTempFile> {
    tempfile::Builder::new().suffix(UNFINISHED).tempfile_in(directory).map_err(refused)
}

fn names_in(directory: &Path) -> io::Result<Vec<String>> {
    fs::read_dir(directory)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

fn remove(path: &Path) {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            tracing::warn!(path = %path.display(), %error, "a file could not be taken away; tried again later");
        }
        _ => {}
    }
}
