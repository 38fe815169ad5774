//! A server whose system ails when told to: the storage goes read-only, a flush fails, the clock jumps.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

use super::TestServer;

/// What ails the system of one server; see `ailing.c`.
pub struct Ailing(TempDir);

impl Ailing {
    /// A server that is set up and well, and what may ail it.
    pub async fn server() -> (TestServer, Self) {
        let (directory, ailing) = (tempfile::tempdir().unwrap(), Self(tempfile::tempdir().unwrap()));
        let storage = directory.path().join("data");
        let settings =
            [("LD_PRELOAD", library()), ("AILING", &ailing.0.path().to_owned()), ("AILING_STORAGE", &storage)].map(
                |(name, path): (&'static str, &PathBuf)| -> (&'static str, &'static str) {
                    // As long as the test, like the names of all settings.
                    (name, Box::leak(path.to_str().unwrap().to_owned().into_boxed_str()))
                },
            );
        (TestServer::not_set_up_in(directory, &settings).set_up().await, ailing)
    }

    pub fn begin(&self, what: &str) {
        self.set(what, 1);
    }

    /// Whole or not at all, since the server reads it at any moment.
    pub fn set(&self, what: &str, number: i64) {
        let unfinished = self.0.path().join("unfinished");
        std::fs::write(&unfinished, number.to_string()).unwrap();
        std::fs::rename(unfinished, self.0.path().join(what)).unwrap();
    }

    /// How often something has happened since the ailment began.
    pub fn count(&self, what: &str) -> u64 {
        std::fs::metadata(self.0.path().join(what)).map_or(0, |file| file.len())
    }

    pub fn end(&self, what: &str) {
        std::fs::remove_file(self.0.path().join(what)).unwrap();
    }
}

/// The library that stands between the server and the system, made when it is first needed.
fn library() -> &'static PathBuf {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/harness/ailing.c");
        let unfinished = directory.join(format!("ailing-{}.so", std::process::id()));
        let done = Command::new("cc").args(["-O1", "-shared", "-fPIC", source, "-o"]).arg(&unfinished).status();
        assert!(done.unwrap().success(), "a C compiler is there, since Rust needs one as well");
        // Other runs may use the one that is there.
        let library = directory.join("ailing.so");
        std::fs::rename(unfinished, &library).unwrap();
        library
    })
}
