//! SQLite only: copies of the database, taken while it is in use.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use tempfile::NamedTempFile;

/// How long the copy waits for somebody who has locked the whole file.
const BUSY_WAIT: Duration = Duration::from_secs(5);

/// Why there is no copy. Nothing is left behind at the target then.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("{}: there is something of this name already, and it is left as it is", .0.display())]
    Exists(PathBuf),
    #[error("{}: the copy cannot be written: {source}", path.display())]
    Io { path: PathBuf, source: io::Error },
    #[error("{}: cannot be read as a database: {source}", path.display())]
    Unreadable { path: PathBuf, source: rusqlite::Error },
    #[error("{}: the copy was not finished: {source}", path.display())]
    Unfinished { path: PathBuf, source: rusqlite::Error },
    #[error("{}: the copy is damaged, and so most likely is the database itself: {what}", path.display())]
    Damaged { path: PathBuf, what: String },
    #[error("{}: somebody keeps the database locked", .0.display())]
    Locked(PathBuf),
}

type Result<T> = std::result::Result<T, BackupError>;

/// How thoroughly a copy is looked through before it gets its name.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Every page and row: as long as reading the file.
    Quick,
    /// Also that each index agrees with its table: several times as long.
    Full,
}

/// Copies the database at `source`, as it is at one moment, to the new file `target`.
///
/// A server may go on reading and writing meanwhile. The copy is one file without a log
/// beside it, readable by its owner alone, checked in full, and on disk when this returns.
///
/// # Errors
/// Also when `target` exists: a backup never takes the place of another.
pub fn backup_to(source: &Path, target: &Path) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let unreadable = |error| BackupError::Unreadable { path: source.to_owned(), source: error };
    let conn = Connection::open_with_flags(source, flags).map_err(unreadable)?;
    conn.busy_timeout(BUSY_WAIT).map_err(unreadable)?;
    // Opening is lazy: this is what finds out whether it is a database.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(unreadable)?;
    copy(&conn, target, Check::Full)
}

/// [`backup_to`] from a connection, which must not be within a transaction.
pub(super) fn copy(source: &Connection, target: &Path, check: Check) -> Result<()> {
    let io = |source| BackupError::Io { path: target.to_owned(), source };
    if target.symlink_metadata().is_ok() {
        return Err(BackupError::Exists(target.to_owned()));
    }
    let directory = directory_of(target);
    // Made with mode 0600, and taken away when dropped before it has its name.
    let unfinished = tempfile::Builder::new().prefix(".backup-").suffix(".part").tempfile_in(directory).map_err(io)?;

    fill(source, &unfinished, target)?;
    verify(&unfinished, target, check)?;
    unfinished.as_file().sync_all().map_err(io)?;
    unfinished.persist_noclobber(target).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => BackupError::Exists(target.to_owned()),
        _ => io(error.error),
    })?;
    sync_directory(directory).map_err(io)
}

/// All pages in one step: it reads under one snapshot, which keeps no writer waiting. Smaller
/// steps would begin anew with every commit in between, and on a busy server never end.
fn fill(source: &Connection, unfinished: &NamedTempFile, target: &Path) -> Result<()> {
    let failed = |source| BackupError::Unfinished { path: target.to_owned(), source };
    let mut copy = Connection::open(unfinished.path()).map_err(failed)?;
    // What is half done is thrown away, so it needs neither a journal nor a flush for each step.
    copy.pragma_update(None, "synchronous", "OFF").map_err(failed)?;
    match Backup::new(source, &mut copy).and_then(|backup| backup.step(-1)).map_err(failed)? {
        StepResult::Done => {}
        StepResult::Busy | StepResult::Locked => {
            return Err(BackupError::Locked(target.to_owned()));
        }
        _ => return Err(failed(rusqlite::Error::InvalidQuery)),
    }
    // The copied header asks for a write-ahead log, which a file at rest should not need.
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(())).map_err(failed)?;
    copy.close().map_err(|(_, error)| failed(error))
}

/// Reads the copy back as whoever restores it will.
fn verify(unfinished: &NamedTempFile, target: &Path, check: Check) -> Result<()> {
    let sql = match check {
        Check::Quick => "PRAGMA quick_check(1)",
        Check::Full => "PRAGMA integrity_check(1)",
    };
    let answer = Connection::open_with_flags(unfinished.path(), OpenFlags::SQLITE_OPEN_READ_ONLY)
        .and_then(|copy| copy.query_row(sql, [], |row| row.get::<_, String>(0)));
    let what = match answer {
        Ok(answer) if answer == "ok" => return Ok(()),
        Ok(answer) => answer,
        Err(error) => error.to_string(),
    };
    Err(BackupError::Damaged { path: target.to_owned(), what })
}

/// Where a file of this name lies; the working directory for a bare name.
fn directory_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Makes a new or changed name in the directory survive a power cut.
pub(super) fn sync_directory(directory: &Path) -> io::Result<()> {
    File::open(directory)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use tempfile::TempDir;

    use super::*;

    /// A database in use, its last rows still in the log.
    fn in_use(directory: &TempDir) -> (PathBuf, Connection) {
        let path = directory.path().join("parlor.db");
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
             CREATE TABLE words (word TEXT UNIQUE); INSERT INTO words VALUES ('one'), ('two');",
        )
        .unwrap();
        (path, conn)
    }

    fn words(path: &Path) -> i64 {
        let conn = Connection::open(path).unwrap();
        conn.query_row("SELECT count(*) FROM words", [], |row| row.get(0)).unwrap()
    }

    fn names(directory: &TempDir) -> Vec<String> {
        let entries = fs::read_dir(directory.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_database_in_use_is_copied_with_what_is_still_in_its_log() {
        let (from, to) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let (source, _conn) = in_use(&from);
        let target = to.path().join("copy.db");

        backup_to(&source, &target).unwrap();

        assert_eq!(words(&target), 2);
        assert_eq!(names(&to), ["copy.db"]);
    }

    #[test]
    fn a_writer_in_the_middle_of_a_transaction_is_neither_waited_for_nor_copied() {
        let (from, to) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let (source, conn) = in_use(&from);
        conn.execute_batch("BEGIN IMMEDIATE; INSERT INTO words VALUES ('three');").unwrap();
        let target = to.path().join("copy.db");

        backup_to(&source, &target).unwrap();
        conn.execute_batch("COMMIT").unwrap();

        assert_eq!((words(&target), words(&source)), (2, 3));
    }

    #[test]
    fn a_copy_is_for_its_owner_alone() {
        let directory = TempDir::new().unwrap();
        let (source, _conn) = in_use(&directory);
        let target = directory.path().join("copy.db");

        backup_to(&source, &target).unwrap();

        assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn an_older_copy_is_never_overwritten() {
        let (from, to) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let (source, _conn) = in_use(&from);
        let target = to.path().join("copy.db");
        fs::write(&target, "older").unwrap();

        let refused = backup_to(&source, &target);

        assert!(matches!(refused, Err(BackupError::Exists(_))));
        assert_eq!(fs::read_to_string(&target).unwrap(), "older");
        assert_eq!(names(&to), ["copy.db"]);
    }

    #[test]
    fn what_is_no_database_or_is_not_there_leaves_nothing_behind() {
        let directory = TempDir::new().unwrap();
        let text = directory.path().join("text.db");
        fs::write(&text, "these are words and no database, ".repeat(100)).unwrap();
        for source in [&text, &directory.path().join("missing.db")] {
            let refused = backup_to(source, &directory.path().join("copy.db"));
            assert!(matches!(refused, Err(BackupError::Unreadable { .. })), "{refused:?}");
        }
        assert_eq!(names(&directory), ["text.db"]);
    }

    #[test]
    fn a_damaged_database_gives_a_loud_failure_and_no_copy() {
        let (from, to) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let (source, conn) = in_use(&from);
        conn.execute_batch(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
             INSERT INTO words SELECT 'word ' || i FROM n;
             PRAGMA wal_checkpoint(TRUNCATE);",
        )
        .unwrap();
        drop(conn);
        let mut bytes = fs::read(&source).unwrap();
        let middle = bytes.len() / 2 / 4096 * 4096;
        bytes[middle..middle + 4096].fill(0xa5);
        fs::write(&source, bytes).unwrap();

        let refused = backup_to(&source, &to.path().join("copy.db"));

        assert!(matches!(refused, Err(BackupError::Damaged { .. })), "{refused:?}");
        assert!(names(&to).is_empty());
    }
}
