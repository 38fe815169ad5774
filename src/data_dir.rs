//! The directory that holds everything Parlor knows: made for its owner alone, checked before
//! anything in it is touched, and held by one server at a time.
//!
//! It opens no database and knows nothing of what is inside but the lock.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, Mode, flock};
use rustix::io::Errno;

/// Holds the process id of the server that has locked it.
pub const LOCK_NAME: &str = "parlor.lock";

/// How often a lock is tried anew when its file was taken away in between.
const LOCK_TRIES: u32 = 10;

/// Why the directory cannot be used. Each reads as one sentence with the remedy in it.
#[derive(Debug, thiserror::Error)]
pub enum DataDirError {
    #[error(
        "{}: there is no directory {} to make it in; make that one first, or name another with --data-dir",
        path.display(), parent.display()
    )]
    NoParent { path: PathBuf, parent: PathBuf },
    #[error("{}: cannot be made: {source}; name another directory with --data-dir", path.display())]
    NotMade { path: PathBuf, source: io::Error },
    #[error("{}: there is no such directory; name the right one with --data-dir, or start `parlor serve` first", .0.display())]
    Missing(PathBuf),
    #[error("{}: this is not a directory; name another with --data-dir", .0.display())]
    NotADirectory(PathBuf),
    #[error("{}: cannot be looked at: {source}", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error(
        "{0}: belongs to user {owner}, and Parlor runs as user {me}; run it as that user, \
         or change the owner: chown -R {me} {0}",
        path.display()
    )]
    NotMine { path: PathBuf, owner: u32, me: u32 },
    #[error("{0}: other users of this machine can get in (its mode is {mode:03o}); close it: chmod 700 {0}", path.display())]
    Open { path: PathBuf, mode: u32 },
    #[error("{}: nothing can be written here: {source}; make it writable, or name another with --data-dir", path.display())]
    NotWritable { path: PathBuf, source: io::Error },
    #[error(
        "{}: already in use by another Parlor{}; stop that one first, or name another directory with --data-dir",
        path.display(), holder.map_or(String::new(), |pid| format!(" (process {pid})"))
    )]
    InUse { path: PathBuf, holder: Option<u32> },
    #[error("{}: cannot be locked: {source}; use a disk of this machine, not a network share", path.display())]
    NoLocks { path: PathBuf, source: io::Error },
}

type Result<T> = std::result::Result<T, DataDirError>;

/// The data directory, locked for as long as this lives.
#[derive(Debug)]
pub struct DataDir {
    path: PathBuf,
    /// Whether it was made by [`DataDir::take`], and not found.
    is_new: bool,
    lock: File,
}

impl DataDir {
    /// Makes the directory or checks it, and locks it for this process.
    ///
    /// # Errors
    /// Nothing has been changed then, and nothing is left behind.
    pub fn take(path: &Path) -> Result<Self> {
        keep_private();
        let is_new = make(path)?;
        check(path).and_then(|()| lock(path)).map(|lock| Self { path: path.to_owned(), is_new, lock }).inspect_err(
            |_| {
                if is_new {
                    // Best effort: it is empty, so that nothing is lost if it stays.
                    let _ = fs::remove_dir(path);
                }
            },
        )
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for DataDir {
    /// A directory made for a server that did not come so far as to make its database is taken away again.
    fn drop(&mut self) {
        // Before the lock is let go, lest another take it in between.
        let lock = self.path.join(LOCK_NAME);
        if self.is_new && fs::read_dir(&self.path).is_ok_and(|entries| entries.count() == 1) {
            let _ = fs::remove_file(lock).and_then(|()| fs::remove_dir(&self.path));
        } else {
            let _ = self.lock.set_len(0);
        }
    }
}

/// Checks the directory without making or locking it: for commands that a server may run beside.
///
/// # Errors
/// As [`DataDir::take`], but it must exist, and may be in use.
pub fn visit(path: &Path) -> Result<()> {
    keep_private();
    match fs::metadata(path) {
        Ok(_) => check(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(DataDirError::Missing(path.to_owned())),
        Err(source) => Err(DataDirError::Unreadable { path: path.to_owned(), source }),
    }
}

/// The process that has locked the directory, if there is one.
///
/// # Errors
/// When the lock cannot be looked at.
pub fn holder(path: &Path) -> Result<Option<u32>> {
    match File::open(path.join(LOCK_NAME)) {
        Ok(mut file) => match pid_in(&mut file) {
            // Only what was killed leaves its number behind without the lock.
            Some(pid) => Ok(flock(&file, FlockOperation::NonBlockingLockShared).is_err().then_some(pid)),
            None => Ok(None),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(DataDirError::Unreadable { path: path.to_owned(), source }),
    }
}

/// From now on this process makes files and directories for its user alone.
pub fn keep_private() {
    rustix::process::umask(Mode::RWXG | Mode::RWXO);
}

/// Whether it had to be made.
fn make(path: &Path) -> Result<bool> {
    match DirBuilder::new().mode(0o700).create(path) {
        // Its name must survive a power cut as the database in it does.
        Ok(()) => match File::open(parent_of(path)).and_then(|parent| parent.sync_all()) {
            Ok(()) => Ok(true),
            Err(source) => Err(DataDirError::NotMade { path: path.to_owned(), source }),
        },
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(DataDirError::NoParent { path: path.to_owned(), parent: parent_of(path).to_owned() })
        }
        Err(source) => Err(DataDirError::NotMade { path: path.to_owned(), source }),
    }
}

fn parent_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A directory, mine, and closed to everybody else.
fn check(path: &Path) -> Result<()> {
    let found = fs::metadata(path).map_err(|source| DataDirError::Unreadable { path: path.to_owned(), source })?;
    if !found.is_dir() {
        return Err(DataDirError::NotADirectory(path.to_owned()));
    }
    let (owner, me) = (found.uid(), rustix::process::geteuid().as_raw());
    if owner != me {
        return Err(DataDirError::NotMine { path: path.to_owned(), owner, me });
    }
    let mode = found.mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(DataDirError::Open { path: path.to_owned(), mode });
    }
    Ok(())
}

fn lock(path: &Path) -> Result<File> {
    let name = path.join(LOCK_NAME);
    let not_writable = |source| DataDirError::NotWritable { path: path.to_owned(), source };
    for _ in 0..LOCK_TRIES {
        let mut options = OpenOptions::new();
        let opened = options.read(true).write(true).create(true).truncate(false).mode(0o600).open(&name);
        let mut file = opened.map_err(not_writable)?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(Errno::WOULDBLOCK) => {
                return Err(DataDirError::InUse { path: path.to_owned(), holder: pid_in(&mut file) });
            }
            Err(error) => return Err(DataDirError::NoLocks { path: path.to_owned(), source: error.into() }),
        }
        // Whoever held it before may have taken the file away; then this locks something nobody else will look at.
        let is_the_one = |there: fs::Metadata| file.metadata().is_ok_and(|here| here.ino() == there.ino());
        if fs::metadata(&name).is_ok_and(is_the_one) {
            let text = format!("{}\n", std::process::id());
            file.set_len(0).and_then(|()| file.write_all(text.as_bytes())).map_err(not_writable)?;
            return Ok(file);
        }
    }
    Err(DataDirError::InUse { path: path.to_owned(), holder: None })
}

fn pid_in(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.take(20).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use tempfile::TempDir;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o777
    }

    #[test]
    fn a_new_directory_and_its_lock_are_for_their_owner_alone() {
        let around = TempDir::new().unwrap();
        let data_dir = DataDir::take(&around.path().join("data")).unwrap();

        assert_eq!(mode(data_dir.path()), 0o700);
        assert_eq!(mode(&data_dir.path().join(LOCK_NAME)), 0o600);
    }

    #[test]
    fn a_second_server_is_refused_and_told_who_is_there() {
        let around = TempDir::new().unwrap();
        let path = around.path().join("data");
        let first = DataDir::take(&path).unwrap();
        fs::write(path.join("parlor.db"), "").unwrap();

        let refused = DataDir::take(&path).unwrap_err().to_string();

        assert!(refused.contains(&format!("already in use by another Parlor (process {})", std::process::id())));
        assert_eq!(holder(&path).unwrap(), Some(std::process::id()));
        drop(first);
        assert_eq!(holder(&path).unwrap(), None);
        assert!(DataDir::take(&path).is_ok());
    }

    #[test]
    fn a_directory_made_for_nothing_is_taken_away_again() {
        let around = TempDir::new().unwrap();
        let path = around.path().join("data");

        drop(DataDir::take(&path).unwrap());
        assert!(!path.exists());

        let used = DataDir::take(&path).unwrap();
        fs::write(path.join("parlor.db"), "").unwrap();
        drop(used);
        assert!(path.join("parlor.db").exists());
    }

    #[test]
    fn a_directory_that_others_can_enter_is_refused_and_left_as_it_is() {
        let around = TempDir::new().unwrap();
        fs::set_permissions(around.path(), fs::Permissions::from_mode(0o755)).unwrap();

        let refused = DataDir::take(around.path()).unwrap_err().to_string();

        assert!(refused.ends_with(&format!("chmod 700 {}", around.path().display())), "{refused}");
        assert_eq!(mode(around.path()), 0o755);
        assert_eq!(fs::read_dir(around.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_cannot_be_a_data_directory_is_refused_with_the_reason() {
        let around = TempDir::new().unwrap();
        let file = around.path().join("file");
        fs::write(&file, "").unwrap();

        assert!(matches!(DataDir::take(&file), Err(DataDirError::NotADirectory(_))));
        assert!(matches!(DataDir::take(&file.join("data")), Err(DataDirError::NotMade { .. })));
        assert!(matches!(DataDir::take(&around.path().join("a/b")), Err(DataDirError::NoParent { .. })));
        assert!(matches!(visit(&around.path().join("a")), Err(DataDirError::Missing(_))));
        assert_eq!(fs::read_dir(around.path()).unwrap().count(), 1);
    }
}
