//! Where a demo keeps its data: in a directory that is gone afterwards.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use tempfile::TempDir;

use crate::data_dir::{DataDir, LOCK_NAME};

/// What the names of such directories begin with.
const PREFIX: &str = "parlor-demo-";

/// Makes one, after taking away those that killed demos have left behind. It goes when it is dropped.
pub fn make(around: &Path) -> io::Result<TempDir> {
    sweep(around);
    tempfile::Builder::new().prefix(PREFIX).permissions(Permissions::from_mode(0o700)).tempdir_in(around)
}

/// Takes away what nobody holds. What cannot be taken away is somebody else's, and no reason not to start.
fn sweep(around: &Path) {
    let Ok(entries) = fs::read_dir(around) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX)
            && entry.file_type().is_ok_and(|kind| kind.is_dir())
            // One without a lock is just being made.
            && path.join(LOCK_NAME).exists();
        if is_ours && let Ok(left_behind) = DataDir::take(&path) {
            let _ = fs::remove_dir_all(left_behind.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demo(around: &TempDir, name: &str) -> DataDir {
        let demo = DataDir::take(&around.path().join(name)).unwrap();
        fs::write(demo.path().join("parlor.db"), "").unwrap();
        demo
    }

    #[test]
    fn what_a_killed_demo_left_is_taken_away_and_one_that_runs_is_not() {
        let around = TempDir::new().unwrap();
        let running = demo(&around, "parlor-demo-running");
        drop(demo(&around, "parlor-demo-killed"));
        drop(demo(&around, "real"));

        let made = make(around.path()).unwrap();

        assert!(running.path().exists() && around.path().join("real").exists());
        assert!(!around.path().join("parlor-demo-killed").exists());
        let path = made.path().to_owned();
        assert!(DataDir::take(&path).is_ok());
        drop(made);
        assert!(!path.exists());
    }
}
