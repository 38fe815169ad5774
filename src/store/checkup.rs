//! SQLite only: looking a database over without changing it, while a server may be using it.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::db::{Tx, prepare_connection};
use super::migrate::{self, MigrateError};
use crate::error::Result;

/// The oldest SQLite that Parlor trusts: before it a log that is begun anew while it is folded
/// into the database could, very rarely, lose what was just committed.
pub const SQLITE_AT_LEAST: &str = "3.51.3";

/// The SQLite in this program, and whether it is one to trust.
pub fn sqlite() -> (&'static str, bool) {
    const NUMBER: i32 = 3_051_003;
    (rusqlite::version(), rusqlite::version_number() >= NUMBER)
}

/// The version of the database at `path`, 0 where there is none yet, and the one that this program works with.
///
/// # Errors
/// When it is newer than that, not Parlor's, or cannot be read.
pub fn versions(path: &Path) -> std::result::Result<(u32, u32), MigrateError> {
    Ok((migrate::version_of(path)?, migrate::known_version()))
}

/// Bytes of the database and of its log. The log is folded into the database when the server stops.
pub fn sizes_bytes(path: &Path) -> (u64, u64) {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let size = |path: PathBuf| path.metadata().map_or(0, |found| found.len());
    (size(path.to_owned()), size(log.into()))
}

/// A database that is looked over.
pub struct Checkup(Connection);

impl Checkup {
    pub fn open(path: &Path) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags)?;
        prepare_connection(&conn)?;
        Ok(Self(conn))
    }

    /// The first thing that is wrong with a page or a row. Takes as long as reading the file.
    pub fn damage(&self) -> Result<Option<String>> {
        let answer: String = self.0.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        Ok(Some(answer).filter(|answer| answer != "ok"))
    }

    /// A table with a row that refers to one that is not there.
    pub fn dangling(&self) -> Result<Option<String>> {
        Ok(migrate::dangling(&self.0)?)
    }

    /// `wal`, unless somebody has changed it or the storage cannot do it.
    pub fn journal_mode(&self) -> Result<String> {
        Ok(self.0.pragma_query_value(None, "journal_mode", |row| row.get(0))?)
    }

    /// Reads as the server does.
    pub fn read<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        work(&Tx::new(&self.0))
    }
}
