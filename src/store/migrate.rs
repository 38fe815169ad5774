//! SQLite only: brings a database to the schema this program knows.
//!
//! `PRAGMA user_version` counts the migrations that have run, and `PRAGMA application_id`
//! says that the file is Parlor's. A database from a newer program, or of another one, is
//! refused and left as it is.

mod stamp;
#[cfg(test)]
mod tests;

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::backup::{self, BackupError, Check};
use crate::domain::Timestamp;
use stamp::{APPLICATION_ID, Stamp};

/// In the data directory: copies made before migrations.
pub(super) const BACKUPS: &str = "backups";

/// Copies kept for each version that was migrated to. More than one are only made when a
/// migration is tried again and again.
const KEPT_BACKUPS: usize = 3;

/// One step from a version to the next. Released ones are frozen.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// The file's name without `.sql`: `0002_add_reactions`.
    pub name: &'static str,
    /// Statements without BEGIN and COMMIT.
    pub sql: &'static str,
}

/// `migration!("0002_add_reactions")`: the file of that name in `migrations/`.
macro_rules! migration {
    ($name:literal) => {
        Migration { name: $name, sql: include_str!(concat!("migrations/", $name, ".sql")) }
    };
}

/// All migrations in order: the first brings an empty database to version 1.
pub const MIGRATIONS: &[Migration] = &[
    migration!("0001_initial"),
    migration!("0002_conversation"),
    migration!("0003_mentions"),
    migration!("0004_happenings"),
    migration!("0005_emoji"),
    migration!("0006_notices"),
    migration!("0007_files"),
    migration!("0008_previews"),
    migration!("0009_polls"),
    migration!("0010_forum"),
    migration!("0011_search"),
    migration!("0012_later"),
    migration!("0013_search_files"),
    migration!("0014_forward"),
    migration!("0015_liveliest_threads"),
    migration!("0016_admin"),
    migration!("0017_words_in_pieces"),
    migration!("0018_kept_in_threads"),
    migration!("0019_read_up_to"),
];

/// Why the database was not opened or not brought up to date. It is as it was then.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    #[error(
        "{}: this database has version {found}, and this program knows versions up to {known}; \
         start the newer Parlor it was used with",
        path.display()
    )]
    Newer { path: PathBuf, found: u32, known: u32 },
    #[error("{}: this is not a database of Parlor", .0.display())]
    Foreign(PathBuf),
    #[error("{}: the database cannot be read: {source}", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("migration {name} failed and was undone: {source}")]
    Failed { name: &'static str, source: rusqlite::Error },
    #[error("migration {name} would leave rows of {table} without the rows they refer to, and was undone")]
    Dangling { name: &'static str, table: String },
    #[error("migration {0} ends its transaction by itself")]
    EndsTransaction(&'static str),
    #[error("no migration was run, since there is no backup: {0}")]
    Backup(#[from] BackupError),
    #[error("no migration was run, since there is no directory for the backup: {}: {source}", path.display())]
    BackupDirectory { path: PathBuf, source: io::Error },
    #[error("the database answered: {0}")]
    Database(#[from] rusqlite::Error),
}

type Result<T> = std::result::Result<T, MigrateError>;

/// What [`migrate`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migrated {
    /// The version before; 0 for a new database.
    pub from: u32,
    /// The version now.
    pub to: u32,
    /// The copy made before, where there was anything to copy.
    pub backup: Option<PathBuf>,
}

/// Refuses a database that is not ours or is newer than this program, without changing any
/// file. To be asked before the database is opened for writing, which already changes it.
///
/// What does not exist yet, or is empty, is fine.
///
/// # Errors
/// `Newer`, `Foreign`, `Unreadable`.
pub fn check(path: &Path) -> Result<()> {
    check_against(MIGRATIONS, path)
}

/// The version of the database at `path`, looked at without changing any file; 0 where there is none yet.
///
/// # Errors
/// As [`check`].
pub fn version_of(path: &Path) -> Result<u32> {
    Stamp::of_file(path)?.map_or(Ok(0), |stamp| stamp.accept(MIGRATIONS, path))
}

/// The version that [`migrate`] brings a database to.
pub fn known_version() -> u32 {
    latest(MIGRATIONS)
}

/// Runs the migrations that the database lacks, each in a transaction of its own.
///
/// Before the first one, a database that has been used is copied to
/// `backups/before-v<version>-<UTC time>.db` in the data directory. The connection must be
/// able to write, and not be within a transaction.
///
/// # Errors
/// The migrations before the one that failed have been kept; that one has left no trace.
pub fn migrate(conn: &mut Connection, data_dir: &Path) -> Result<Migrated> {
    migrate_with(MIGRATIONS, conn, data_dir)
}

fn check_against(migrations: &[Migration], path: &Path) -> Result<()> {
    match Stamp::of_file(path)? {
        None => Ok(()),
        Some(stamp) => stamp.accept(migrations, path).map(|_| ()),
    }
}

fn migrate_with(migrations: &[Migration], conn: &mut Connection, data_dir: &Path) -> Result<Migrated> {
    let path = PathBuf::from(conn.path().unwrap_or_default());
    let from = Stamp::of(conn)?.accept(migrations, &path)?;
    let to = latest(migrations);
    let is_used = from > 0;
    let backup = match from < to && is_used {
        true => Some(back_up(conn, data_dir, to)?),
        false => None,
    };
    let checks_keys: bool = conn.pragma_query_value(None, "foreign_keys", |row| row.get(0))?;
    // Rebuilding a table drops the old one, which must not take the rows that refer to it
    // along. Within a transaction the switch would do nothing.
    conn.pragma_update(None, "foreign_keys", false)?;
    let ran = (from + 1..).zip(migrations.iter().skip(from as usize)).try_for_each(|(v, m)| step(conn, m, v));
    conn.pragma_update(None, "foreign_keys", checks_keys)?;
    ran.map(|()| Migrated { from, to, backup })
}

fn latest(migrations: &[Migration]) -> u32 {
    u32::try_from(migrations.len()).expect("migrations are written by hand")
}

/// One migration: all of it, with its version, or nothing.
fn step(conn: &mut Connection, migration: &Migration, version: u32) -> Result<()> {
    let name = migration.name;
    let failed = |source| MigrateError::Failed { name, source };
    let tx = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(failed)?;
    tx.execute_batch(migration.sql).map_err(failed)?;
    if tx.is_autocommit() {
        return Err(MigrateError::EndsTransaction(name));
    }
    if let Some(table) = dangling(&tx).map_err(failed)? {
        return Err(MigrateError::Dangling { name, table });
    }
    tx.pragma_update(None, "application_id", APPLICATION_ID).map_err(failed)?;
    tx.pragma_update(None, "user_version", version).map_err(failed)?;
    tx.commit().map_err(failed)
}

/// A table with a row whose foreign key leads nowhere.
pub(super) fn dangling(conn: &Connection) -> rusqlite::Result<Option<String>> {
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    rows.next()?.map(|row| row.get(0)).transpose()
}

/// Copies the database before it is brought to this version, and lets go of the oldest of
/// several copies made for it.
fn back_up(conn: &Connection, data_dir: &Path, version: u32) -> Result<PathBuf> {
    let directory = data_dir.join(BACKUPS);
    let failed = |source| MigrateError::BackupDirectory { path: directory.clone(), source };
    DirBuilder::new().mode(0o700).recursive(true).create(&directory).map_err(failed)?;
    backup::sync_directory(data_dir).map_err(failed)?;
    let prefix = format!("before-v{version}-");
    let time = Timestamp::now().in_file_name();
    let target = directory.join(format!("{prefix}{time}.db"));
    backup::copy(conn, &target, Check::Quick)?;
    thin_out(&directory, &prefix).map_err(failed)?;
    Ok(target)
}

/// Keeps the newest copies with this beginning. Their names end in the time, so that the
/// order of names is the order of time.
fn thin_out(directory: &Path, prefix: &str) -> io::Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(directory)? {
        let name = entry?.file_name();
        names.extend(name.into_string().ok().filter(|name| name.starts_with(prefix) && name.ends_with(".db")));
    }
    names.sort_unstable();
    names.iter().rev().skip(KEPT_BACKUPS).try_for_each(|name| fs::remove_file(directory.join(name)))
}
