//! All SQL and nothing else: the database, the writer, the readers, and one
//! file for each table. It knows no HTTP and no hub; what was committed goes
//! to the outlet it is given.

pub mod access;
pub mod accounts;
pub mod attachments;
pub mod audit;
pub mod backup;
pub mod checkup;
pub mod condition;
mod db;
pub mod directs;
pub mod drafts;
pub mod edits;
pub mod emoji;
pub mod events;
pub mod file_links;
pub mod files;
pub mod forum_tags;
pub mod group_mentions;
pub mod groups;
pub mod happenings;
pub mod invites;
pub mod kept;
pub mod members;
pub mod mentions;
pub mod messages;
pub mod migrate;
pub mod polls;
pub mod positions;
pub mod post_moves;
pub mod posts;
pub mod previews;
pub mod reactions;
pub mod reading;
pub mod reminders;
pub mod resets;
pub mod saved;
pub mod scheduled;
pub mod search;
pub mod server;
pub mod sessions;
#[cfg(test)]
mod statements;
pub mod status;
#[cfg(test)]
mod structure;
pub mod threads;
pub mod uploads;
pub mod users;
pub mod workspaces;
mod writer;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, SyncSender, TrySendError};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use r2d2_sqlite::SqliteConnectionManager;
use tokio::sync::{Semaphore, oneshot};

use self::condition::{Condition, Fault, Health};
pub use self::db::{Tx, WriteTx};
pub use self::writer::Outlet;
use self::writer::{Command, Submitted, Task, Writer};
use crate::domain::ids;
use crate::error::{Error, Result};

/// The database's file name in the data directory.
pub const FILE_NAME: &str = "parlor.db";

/// How large the store's parts may get.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Connections that read, and so threads that read at once.
    pub readers: usize,
    /// Commands that may wait for the writer; one more is refused as busy.
    pub write_queue: usize,
}

/// Reads that may wait for a reader, for each reader. One more is refused as busy.
const WAITING_PER_READER: usize = 256;

/// Searches that run at once, so that other reads and the processor are left to who only wants to read or write.
const MOST_SEARCHES: usize = 2;

/// Searches that may wait or run; one more is refused as busy.
const SEARCH_LINE: usize = 64;

/// How long a thread may wait for a connection of the pool. There are as many threads as connections, so it never should.
const CONNECTION_WAIT: Duration = Duration::from_secs(5);

/// The database, open.
pub struct Store {
    queue: SyncSender<Task>,
    readers: Readers,
    turns: Arc<Semaphore>,
    waiting: AtomicUsize,
    most_waiting: usize,
    search_turns: Arc<Semaphore>,
    searching: AtomicUsize,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Store {
    /// Opens the database in `data_dir`, making or migrating it as needed, and starts the writer.
    ///
    /// # Errors
    /// When the file cannot be opened, belongs to a newer Parlor or to another program.
    pub fn open(data_dir: &Path, size: Size, outlet: Outlet) -> Result<Self> {
        let path = data_dir.join(FILE_NAME);
        let conn = open_migrated(&path, data_dir)?;
        let readers = r2d2::Pool::builder()
            .max_size(u32::try_from(size.readers).unwrap_or(u32::MAX))
            .connection_timeout(CONNECTION_WAIT)
            .build(
                SqliteConnectionManager::file(&path)
                    .with_flags(db::reader_flags())
                    .with_init(|conn| db::prepare_reader(conn)),
            )
            .map_err(Error::internal)?;
        let health = Health::new(data_dir);
        let writer = Writer::new(conn, outlet, health.clone())?;
        let (queue, tasks) = mpsc::sync_channel(size.write_queue);
        let thread = std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || writer.run(&tasks))
            .map_err(Error::internal)?;
        Ok(Self {
            queue,
            readers: Readers { pool: readers, health },
            turns: Arc::new(Semaphore::new(size.readers)),
            waiting: AtomicUsize::new(0),
            most_waiting: size.readers * WAITING_PER_READER,
            search_turns: Arc::new(Semaphore::new(MOST_SEARCHES.min(size.readers.saturating_sub(1)).max(1))),
            searching: AtomicUsize::new(0),
            thread: Mutex::new(Some(thread)),
        })
    }

    /// Runs `work` on the writer and answers once what it did is on disk. An
    /// error of `work` undoes all that it did.
    ///
    /// # Errors
    /// What `work` refuses; `Busy` when the writer's queue is full, `StorageFull` or `ReadOnly` when the storage is.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&WriteTx<'_>) -> Result<T> + Send + 'static,
    {
        self.submit(work)?.await.map_err(|_| Error::Busy)?
    }

    /// [`Store::write`] for a thread that may wait.
    pub fn write_and_wait<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&WriteTx<'_>) -> Result<T> + Send + 'static,
    {
        self.submit(work)?.blocking_recv().map_err(|_| Error::Busy)?
    }

    fn submit<T, F>(&self, work: F) -> Result<oneshot::Receiver<Result<T>>>
    where
        T: Send + 'static,
        F: FnOnce(&WriteTx<'_>) -> Result<T> + Send + 'static,
    {
        let (caller, answer) = oneshot::channel();
        self.queue_up(Box::new(Submitted { work: Some(work), outcome: None, caller }))?;
        Ok(answer)
    }

    fn queue_up(&self, command: Box<dyn Command>) -> Result<()> {
        match self.queue.try_send(Task::Run(command)) {
            Ok(()) => Ok(()),
            // Full: the writer is behind, and the caller is told so instead of memory growing.
            // Disconnected: the server is stopping.
            Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => Err(Error::Busy),
        }
    }

    /// Runs `work` on a reader: it sees one moment of the database and never waits for the writer.
    ///
    /// # Errors
    /// What `work` refuses; `Busy` when too many reads are waiting already.
    pub async fn read<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (caller, answer) = oneshot::channel();
        self.read_apart(Box::new(move |readers| {
            // A caller who has gone away has no use for the answer.
            let _ = caller.send(readers.read(work));
        }))
        .await?;
        answer.await.map_err(|_| Error::internal("a read panicked"))?
    }

    /// Has `work` done by a thread that may wait, once it is its turn. Here the kinds of reads are no longer told apart,
    /// of which there are more than a hundred: so the executable holds this once.
    async fn read_apart(&self, work: Box<dyn FnOnce(&Readers) + Send>) -> Result<()> {
        let waiting = Waiting::join(&self.waiting, self.most_waiting)?;
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|_| Error::Busy)?;
        drop(waiting);
        let readers = self.readers.clone();
        tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work(&readers);
        });
        Ok(())
    }

    /// [`Store::read`] for a search: at most two run at once, beside a line of their own.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub async fn search<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Tx<'_>) -> Result<T> + Send + 'static,
    {
        let _in_line = Waiting::join(&self.searching, SEARCH_LINE)?;
        let turn = Arc::clone(&self.search_turns).acquire_owned().await.map_err(|_| Error::Busy)?;
        // Somebody who types on leaves the answer unread; the turn is then kept until the search has ended all the same.
        self.read(move |tx| {
            let _turn = turn;
            work(tx)
        })
        .await
    }

    /// [`Store::read`] for a thread that may wait.
    pub fn read_and_wait<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        self.readers.read(work)
    }

    /// How the storage does, as the last write found it.
    pub fn condition(&self) -> Condition {
        self.readers.health.now()
    }

    /// Lets the writer finish what is queued, and waits for it.
    pub fn close(&self) {
        let thread = self.thread.lock().ok().and_then(|mut thread| thread.take());
        if let Some(thread) = thread {
            // Waits for a place in the queue, so nothing that was taken is dropped.
            let _ = self.queue.send(Task::Stop);
            if thread.join().is_err() {
                tracing::error!("the writer ended by a panic");
            }
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.close();
    }
}

fn open_migrated(path: &Path, data_dir: &Path) -> Result<rusqlite::Connection> {
    migrate::check(path).map_err(Error::internal)?;
    let mut conn = db::open_writer(path)?;
    migrate::migrate(&mut conn, data_dir).map_err(Error::internal)?;
    db::forget_statistics(&conn)?;
    if let Some(last) = messages::newest_id(&db::Tx::new(&conn))? {
        ids::stay_after(last.uuid());
    }
    Ok(conn)
}

/// The connections that read.
#[derive(Clone)]
struct Readers {
    pool: r2d2::Pool<SqliteConnectionManager>,
    health: Health,
}

impl Readers {
    fn read<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let (mut work, mut found) = (Some(work), None);
        self.at_one_moment(&mut |tx| {
            found = work.take().map(|work| work(tx)).transpose()?;
            Ok(())
        })?;
        found.ok_or_else(|| Error::internal("a read was not done"))
    }

    fn at_one_moment(&self, work: &mut dyn FnMut(&Tx<'_>) -> Result<()>) -> Result<()> {
        let mut conn = self.pool.get().map_err(|_| Error::Busy)?;
        let moment = conn.transaction()?;
        let done = db::within_time(|| work(&Tx::new(&moment)));
        moment.finish()?;
        // What can be read goes on being read, but on damaged ground nothing is built.
        if done.as_ref().is_err_and(|error| db::fault(error) == Some(Fault::Damage)) {
            self.health.note(Condition::Failed);
        }
        done
    }
}

/// A place in the line of those who wait for a reader.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn join(line: &'a AtomicUsize, most: usize) -> Result<Self> {
        let waiting = Self(line);
        if line.fetch_add(1, Ordering::Relaxed) < most { Ok(waiting) } else { Err(Error::Busy) }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statistics_of_a_smaller_database_are_not_believed() {
        let directory = tempfile::tempdir().unwrap();
        let size = Size { readers: 1, write_queue: 8 };
        let has_statistics = || {
            let conn = rusqlite::Connection::open(directory.path().join(FILE_NAME)).unwrap();
            conn.prepare("SELECT 1 FROM sqlite_stat1").is_ok()
        };
        let write = |store: &Store| store.write_and_wait(server::ensure).unwrap();
        write(&Store::open(directory.path(), size, Box::new(drop)).unwrap());
        assert!(!has_statistics(), "none are made at the end");

        rusqlite::Connection::open(directory.path().join(FILE_NAME)).unwrap().execute_batch("ANALYZE").unwrap();
        assert!(has_statistics());
        write(&Store::open(directory.path(), size, Box::new(drop)).unwrap());
        assert!(!has_statistics(), "what was found is taken away");
    }

    /// F36.
    #[tokio::test]
    async fn two_searches_run_at_once_and_the_line_behind_them_has_an_end() {
        let directory = tempfile::tempdir().unwrap();
        let size = Size { readers: 3, write_queue: 8 };
        let store = Arc::new(Store::open(directory.path(), size, Box::new(drop)).unwrap());
        let (begun, begins) = mpsc::channel();
        let (closed, gate) = mpsc::channel::<()>();
        let gate = Arc::new(Mutex::new(gate));
        let mut line = Vec::new();
        for _ in 0..SEARCH_LINE {
            let (store, gate, begun) = (Arc::clone(&store), Arc::clone(&gate), begun.clone());
            line.push(tokio::spawn(async move {
                let search = move |_: &Tx<'_>| {
                    begun.send(()).unwrap();
                    assert!(gate.lock().unwrap().recv().is_err(), "it opens when the other end is gone");
                    Ok(())
                };
                store.search(search).await
            }));
        }
        while store.searching.load(Ordering::Relaxed) < SEARCH_LINE {
            tokio::task::yield_now().await;
        }

        let one_more = store.search(|_| Ok(())).await;
        while store.search_turns.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        let read = store.read(events::last_seq).await;
        let wrote = store.write(|_| Ok(())).await;

        assert!(matches!(one_more, Err(Error::Busy)), "{one_more:?}");
        assert!(read.is_ok() && wrote.is_ok());
        assert!(begins.try_iter().count() <= MOST_SEARCHES);
        drop(closed);
        for search in line {
            search.await.unwrap().unwrap();
        }
    }

    #[test]
    fn a_read_that_takes_too_long_is_ended_and_the_next_one_works() {
        let directory = tempfile::tempdir().unwrap();
        let store = Store::open(directory.path(), Size { readers: 1, write_queue: 1 }, Box::new(drop)).unwrap();
        let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
        let ended = store.read_and_wait(|tx| tx.query_one(endless, &[], |row| row.get::<i64>(0)));
        assert!(matches!(ended, Err(Error::Busy)), "{ended:?}");
        assert_eq!(store.read_and_wait(events::last_seq).unwrap(), 0);
    }
}
