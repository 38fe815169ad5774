//! SQLite only: whose a database is and which version it has, found out without changing it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{MigrateError, Migration, Result, latest};

/// "prlr" in ASCII: tells Parlor's databases from others (`PRAGMA application_id`).
pub const APPLICATION_ID: i32 = 0x7072_6c72;

/// What is read of a database that is at rest.
const HEADER_BYTES: u64 = 100;

/// What a database says about itself.
#[derive(Debug, Clone, Copy)]
pub struct Stamp {
    application_id: i32,
    version: i32,
    /// Without a table or anything else.
    is_blank: bool,
}

impl Stamp {
    pub fn of(conn: &Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            application_id: conn.pragma_query_value(None, "application_id", |row| row.get(0))?,
            version: conn.pragma_query_value(None, "user_version", |row| row.get(0))?,
            is_blank: conn.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))?,
        })
    }

    /// `None` when there is no file, or nothing in it.
    pub fn of_file(path: &Path) -> Result<Option<Self>> {
        let unreadable = |source| MigrateError::Unreadable { path: path.to_owned(), source };
        let mut header = Vec::new();
        match File::open(path) {
            Ok(file) => file.take(HEADER_BYTES).read_to_end(&mut header).map_err(unreadable)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(error)),
        };
        if header.is_empty() {
            return Ok(None);
        }
        let in_file = Self::of_header(&header).ok_or_else(|| MigrateError::Foreign(path.to_owned()))?;
        match has_log(path) {
            false => Ok(Some(in_file)),
            // A change of version may still be in the log. To read that, SQLite must index it
            // in the -shm file; it changes neither database nor log through this connection.
            true => {
                let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
                Ok(Some(Self::of(&conn)?))
            }
        }
    }

    /// From the first bytes of the file (SQLite's file format, §1.3), so that a database at
    /// rest is looked at without SQLite, which would set up a log beside it even to read.
    fn of_header(header: &[u8]) -> Option<Self> {
        let number = |at: usize| header.get(at..at + 4).and_then(|four| four.try_into().ok()).map(i32::from_be_bytes);
        let is_database = header.starts_with(b"SQLite format 3\0");
        let pages = number(28)?;
        is_database.then_some(Self {
            application_id: number(68)?,
            version: number(60)?,
            // The first page lists the tables, and each has a page of its own.
            is_blank: pages <= 1,
        })
    }

    /// The version, if this database is for us: ours or blank, and not newer.
    pub fn accept(self, migrations: &[Migration], path: &Path) -> Result<u32> {
        let known = latest(migrations);
        let is_new = self.application_id == 0 && self.version == 0 && self.is_blank;
        match u32::try_from(self.version) {
            Ok(_) if is_new => Ok(0),
            Ok(found) if self.application_id == APPLICATION_ID && found <= known => Ok(found),
            Ok(found) if self.application_id == APPLICATION_ID => {
                Err(MigrateError::Newer { path: path.to_owned(), found, known })
            }
            _ => Err(MigrateError::Foreign(path.to_owned())),
        }
    }
}

/// Whether commits may be waiting in `<path>-wal`.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    fs::metadata(log).is_ok_and(|log| log.len() > 0)
}
