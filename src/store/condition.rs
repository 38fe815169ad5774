//! How the storage does, as the last write found it.
//!
//! What passes (a full disk, a read-only one) is tried again by each command and, while nobody writes, by the writer
//! itself, so that all is well soon after it has passed. What does not pass by itself ends writing until the next start.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::{fs, io};

use super::migrate::BACKUPS;
use crate::error::Error;

/// What the storage can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    Fine,
    /// There is no space left.
    Full,
    /// It can be read and not written.
    ReadOnly,
    /// An error after which nothing may be acknowledged: a flush that failed, a page that is damaged.
    Failed,
}

impl Condition {
    const ALL: [Self; 4] = [Self::Fine, Self::Full, Self::ReadOnly, Self::Failed];

    /// Why a write is refused now, if it is.
    pub fn refusal(self) -> Option<Error> {
        match self {
            Self::Fine => None,
            Self::Full => Some(Error::StorageFull),
            Self::ReadOnly | Self::Failed => Some(Error::ReadOnly),
        }
    }
}

/// The condition of one store, seen by all of its parts.
#[derive(Clone)]
pub struct Health {
    now: Arc<AtomicU8>,
    data_dir: PathBuf,
}

impl Health {
    pub fn new(data_dir: &Path) -> Self {
        Self { now: Arc::new(AtomicU8::new(Condition::Fine as u8)), data_dir: data_dir.to_owned() }
    }

    pub fn now(&self) -> Condition {
        Condition::ALL[usize::from(self.now.load(Ordering::Relaxed)) % Condition::ALL.len()]
    }

    /// Notes how a write went, and says so when that is news. What has failed stays so.
    pub fn note(&self, found: Condition) {
        let before = self.now();
        if before == found || before == Condition::Failed {
            return;
        }
        self.now.store(found as u8, Ordering::Relaxed);
        match found {
            Condition::Fine => tracing::info!("the storage can be written again"),
            Condition::Full => tracing::warn!("the disk is full; reading goes on, and writing once there is space"),
            Condition::ReadOnly => {
                tracing::warn!("the storage cannot be written; reading goes on, and writing once it can be written");
            }
            Condition::Failed => tracing::error!(
                newest_copy = self.newest_copy().map(tracing::field::display),
                "the storage failed; reading goes on, and nothing is written until the server is started again. \
                 Stop it, run 'parlor doctor', and if the database is damaged put a good copy in its place"
            ),
        }
    }

    /// What an error of the storage means; `None` for an error that is none of its.
    pub fn meaning_of(&self, error: &Error) -> Option<Condition> {
        match (error, super::db::fault(error)) {
            (Error::StorageFull, _) => Some(Condition::Full),
            (Error::ReadOnly, _) => Some(Condition::ReadOnly),
            // Nothing of it has reached the disk when not even a new file can be made there.
            (_, Some(Fault::Io)) if self.is_read_only() => Some(Condition::ReadOnly),
            (_, Some(Fault::Io | Fault::Damage)) => Some(Condition::Failed),
            _ => None,
        }
    }

    fn is_read_only(&self) -> bool {
        let tried = tempfile::Builder::new().prefix(".probe-").tempfile_in(&self.data_dir);
        tried.is_err_and(|error| error.kind() == io::ErrorKind::ReadOnlyFilesystem)
    }

    /// The name of the latest copy of the database that lies beside it.
    fn newest_copy(&self) -> Option<String> {
        let copies = fs::read_dir(self.data_dir.join(BACKUPS)).ok()?.flatten();
        let newest = copies.filter(|copy| copy.path().extension().is_some_and(|extension| extension == "db"));
        let newest = newest.max_by_key(|copy| copy.metadata().and_then(|about| about.modified()).ok())?;
        Some(newest.file_name().to_string_lossy().into_owned())
    }
}

/// What kind of trouble an error of the driver is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The system could not read or write.
    Io,
    /// What was read makes no sense.
    Damage,
}
