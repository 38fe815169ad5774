//! The writer when things go wrong around it.

use std::sync::{Arc, Mutex};

use rusqlite::Connection;
use tempfile::TempDir;

use crate::domain::Committed;
use crate::error::{Error, Result};
use crate::store::condition::Condition;
use crate::store::{FILE_NAME, Size, Store, WriteTx, events};

/// A store and the numbers of the events that it has told.
struct Home {
    directory: TempDir,
    store: Store,
    told: Arc<Mutex<Vec<i64>>>,
}

impl Home {
    fn new() -> Self {
        let directory = TempDir::new().unwrap();
        let told = Arc::<Mutex<Vec<i64>>>::default();
        let kept = Arc::clone(&told);
        let outlet = move |events: Vec<Committed>| kept.lock().unwrap().extend(events.iter().map(|event| event.seq));
        let store = Store::open(directory.path(), Size { readers: 1, write_queue: 9 }, Box::new(outlet)).unwrap();
        Self { directory, store, told }
    }

    /// As the command line does it, beside the server.
    fn write_from_outside(&self) {
        let conn = Connection::open(self.directory.path().join(FILE_NAME)).unwrap();
        let event = "INSERT INTO events (kind, scope, scope_id, subject_id, created_at)
                     VALUES ('sessions_ended', 'user', zeroblob(16), zeroblob(16), 1)";
        assert_eq!(conn.execute(event, []).unwrap(), 1);
    }
}

/// What is found wrong only when it is committed.
fn cannot_be_committed(tx: &WriteTx<'_>) -> Result<()> {
    tx.execute("PRAGMA defer_foreign_keys = ON", &[])?;
    let dangling = "INSERT INTO user_status (user_id, updated_at) VALUES (zeroblob(16), 1)";
    tx.execute(dangling, &[]).map(|_| ())
}

#[test]
fn what_others_have_written_is_told_also_when_the_commit_after_it_fails() {
    let home = Home::new();

    home.write_from_outside();
    let refused = home.store.write_and_wait(cannot_be_committed);
    home.store.write_and_wait(|_| Ok(())).unwrap();

    assert!(matches!(refused, Err(Error::Internal(_))), "{refused:?}");
    assert_eq!(*home.told.lock().unwrap(), [1]);
}

#[test]
fn a_command_that_panics_is_undone_alone_and_the_next_ones_are_done() {
    let home = Home::new();

    let panicked = home.store.write_and_wait::<(), _>(|tx| {
        tx.execute(
            "INSERT INTO events (kind, scope, scope_id, created_at) VALUES ('x', 'user', zeroblob(16), 1)",
            &[],
        )?;
        std::panic::resume_unwind(Box::new("the command panics"))
    });

    assert!(matches!(panicked, Err(Error::Internal(_))), "{panicked:?}");
    assert_eq!(home.store.write_and_wait(|tx| events::last_seq(tx)).unwrap(), 0);
    assert_eq!(home.store.condition(), Condition::Fine);
}
