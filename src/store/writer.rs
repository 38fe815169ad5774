//! The one thread that writes.
//!
//! It takes all that is queued, runs each command in a savepoint of its own
//! inside one transaction, commits once with `synchronous=FULL`, tells the
//! events in order, and only then answers each caller. So every acknowledged
//! write is on disk, and a busy server pays one flush for many writes.

#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::condition::{Condition, Health};
use super::db::{Tx, WriteTx};
use super::{events, search, server};
use crate::domain::Committed;
use crate::error::{Error, Result};

/// Most commands that share one commit. More would only make the first of them wait longer.
const BATCH: usize = 512;

/// How often an idle writer looks whether another process (the command line) has written.
const LOOK_AROUND: Duration = Duration::from_millis(500);

/// Where committed events go, in the order of commit.
pub type Outlet = Box<dyn FnMut(Vec<Committed>) + Send>;

/// Something to be done by the writer.
pub enum Task {
    Run(Box<dyn Command>),
    /// Finish what is queued before this, then end.
    Stop,
}

/// A change together with the caller who waits for it.
pub trait Command: Send {
    /// Makes the change. An error means that it must be undone.
    fn run(&mut self, tx: &WriteTx<'_>, health: &Health) -> std::result::Result<(), Undo>;
    /// Tells the caller how it went: as `run` found it, or why none of the batch was committed.
    fn answer(self: Box<Self>, not_committed: Option<Error>);
}

/// Says that a command failed; the command itself keeps why.
pub struct Undo {
    /// What is wrong with the storage, if it was the storage that failed.
    because: Option<Condition>,
}

/// A closure as a [`Command`].
pub struct Submitted<T, F> {
    pub work: Option<F>,
    pub outcome: Option<Result<T>>,
    pub caller: oneshot::Sender<Result<T>>,
}

impl<T, F> Command for Submitted<T, F>
where
    T: Send,
    F: FnOnce(&WriteTx<'_>) -> Result<T> + Send,
{
    fn run(&mut self, tx: &WriteTx<'_>, health: &Health) -> std::result::Result<(), Undo> {
        let Some(work) = self.work.take() else { return Err(Undo { because: None }) };
        // A panic ends this command alone; the transaction is undone like after any error.
        let outcome =
            catch_unwind(AssertUnwindSafe(|| work(tx))).unwrap_or_else(|_| Err(Error::internal("a command panicked")));
        let undo = outcome.as_ref().err().map(|error| Undo { because: health.meaning_of(error) });
        self.outcome = Some(outcome);
        undo.map_or(Ok(()), Err)
    }

    fn answer(self: Box<Self>, not_committed: Option<Error>) {
        // A caller who has gone away has no use for the answer.
        let _ = self.caller.send(as_told(not_committed, self.outcome));
    }
}

fn as_told<T>(not_committed: Option<Error>, outcome: Option<Result<T>>) -> Result<T> {
    match (not_committed, outcome) {
        // The storage's trouble is told alike to all whom it met.
        (Some(cause @ (Error::ReadOnly | Error::StorageFull)), Some(Err(Error::Internal(_)))) => Err(cause),
        (_, Some(Err(refused))) => Err(refused),
        (Some(cause), _) => Err(cause),
        (None, Some(done)) => done,
        (None, None) => Err(Error::internal("a command was answered without having run")),
    }
}

/// The writer's state.
pub struct Writer {
    conn: Connection,
    outlet: Outlet,
    health: Health,
    last_seq: i64,
    data_version: i64,
}

impl Writer {
    pub fn new(conn: Connection, outlet: Outlet, health: Health) -> Result<Self> {
        let last_seq = events::last_seq(&Tx::new(&conn))?;
        let data_version = data_version(&conn)?;
        Ok(Self { conn, outlet, health, last_seq, data_version })
    }

    /// Works until told to stop.
    pub fn run(mut self, queue: &Receiver<Task>) {
        loop {
            let first = match queue.recv_timeout(LOOK_AROUND) {
                Ok(Task::Run(command)) => command,
                Ok(Task::Stop) | Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    self.look_around();
                    continue;
                }
            };
            let (batch, stop) = gather(first, queue);
            self.turn(batch);
            if stop {
                break;
            }
        }
        self.tidy_up();
    }

    /// One turn: a batch of commands, one commit.
    fn turn(&mut self, mut batch: Vec<Box<dyn Command>>) {
        let result = match self.health.now() {
            Condition::Failed => Err(Error::ReadOnly),
            _ => self.commit_together(&mut batch),
        };
        match result {
            Ok(events) => {
                if !events.is_empty() {
                    self.health.note(Condition::Fine);
                    (self.outlet)(events);
                }
                for command in batch {
                    command.answer(None);
                }
            }
            Err(cause) => {
                if !self.conn.is_autocommit()
                    && let Err(error) = self.conn.execute_batch("ROLLBACK")
                {
                    tracing::error!(%error, "a failed transaction could not be rolled back");
                }
                let cause = self.told_apart(cause);
                for command in batch {
                    command.answer(Some(same_reason(&cause)));
                }
            }
        }
    }

    fn commit_together(&mut self, batch: &mut [Box<dyn Command>]) -> Result<Vec<Committed>> {
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        let (mut events, data_version) = self.written_by_others()?;
        let alone = batch.len() == 1;
        let mut index = Vec::new();
        for command in batch.iter_mut() {
            if !alone {
                self.conn.prepare_cached("SAVEPOINT command")?.execute([])?;
            }
            let tx = WriteTx::new(&self.conn);
            match command.run(&tx, &self.health) {
                Ok(()) => {
                    let (told, changes) = tx.into_parts();
                    events.extend(told);
                    index.extend(changes);
                }
                Err(Undo { because: Some(condition @ (Condition::ReadOnly | Condition::Failed)) }) => {
                    self.health.note(condition);
                    return Err(Error::ReadOnly);
                }
                // On a full disk SQLite may undo the whole transaction by itself, and the others' work with it.
                Err(_) if self.conn.is_autocommit() => return Err(Error::Busy),
                // Alone in its transaction there is nothing else to keep.
                Err(_) if alone => self.conn.execute_batch("ROLLBACK; BEGIN IMMEDIATE")?,
                Err(_) => self.conn.execute_batch("ROLLBACK TO command")?,
            }
            if !alone {
                self.conn.prepare_cached("RELEASE command")?.execute([])?;
            }
        }
        self.bring_up_to_date(index)?;
        self.conn.prepare_cached("COMMIT")?.execute([])?;
        // Only now: what others have written is found again when this could not be committed.
        self.data_version = data_version;
        if let Some(last) = events.last() {
            self.last_seq = last.seq;
        }
        Ok(events)
    }

    /// Puts into the index what the whole batch has said, in the same transaction.
    fn bring_up_to_date(&self, index: Vec<search::Change>) -> Result<()> {
        if index.is_empty() {
            return Ok(());
        }
        let tx = WriteTx::new(&self.conn);
        // A panic ends this batch alone; the transaction is undone like after any error.
        catch_unwind(AssertUnwindSafe(|| search::apply(&tx, index)))
            .unwrap_or_else(|_| Err(Error::internal("the index of search panicked")))
    }

    /// Events that another process (`parlor user …`, `parlor invite …`) has committed since we looked last, and the
    /// version that the database has now.
    fn written_by_others(&self) -> Result<(Vec<Committed>, i64)> {
        let version = data_version(&self.conn)?;
        if version == self.data_version {
            return Ok((Vec::new(), version));
        }
        Ok((events::committed_after(&Tx::new(&self.conn), self.last_seq)?, version))
    }

    /// Between two writes: what others have written, and whether a storage that could not be written can be again.
    fn look_around(&mut self) {
        if matches!(self.health.now(), Condition::Full | Condition::ReadOnly)
            && server::touch(&WriteTx::new(&self.conn)).is_ok()
        {
            self.health.note(Condition::Fine);
        }
        match data_version(&self.conn) {
            Ok(version) if version != self.data_version => self.turn(Vec::new()),
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "the database could not be asked whether it has changed"),
        }
    }

    /// Why a batch was not committed, as its callers are told; and it is noted when it was the storage that failed.
    fn told_apart(&self, cause: Error) -> Error {
        let Some(condition) = self.health.meaning_of(&cause) else { return cause };
        if let Error::Internal(source) = &cause {
            tracing::warn!(cause = %source, "a write failed");
        }
        self.health.note(condition);
        condition.refusal().unwrap_or(cause)
    }

    /// Leaves a short log behind.
    fn tidy_up(self) {
        if let Err(error) = self.conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)") {
            tracing::warn!(%error, "the log could not be folded into the database; the next start will do it");
        }
    }
}

/// Everything that is queued behind `first`, up to a batch, and whether the queue ended in it.
fn gather(first: Box<dyn Command>, queue: &Receiver<Task>) -> (Vec<Box<dyn Command>>, bool) {
    let mut batch = vec![first];
    while batch.len() < BATCH {
        match queue.try_recv() {
            Ok(Task::Run(command)) => batch.push(command),
            Ok(Task::Stop) => return (batch, true),
            Err(_) => break,
        }
    }
    (batch, false)
}

/// Changes when another connection has committed, in this process or in another.
fn data_version(conn: &Connection) -> Result<i64> {
    Ok(conn.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?)
}

/// The same reason for each caller of a batch.
fn same_reason(cause: &Error) -> Error {
    match cause {
        Error::Busy => Error::Busy,
        Error::StorageFull => Error::StorageFull,
        Error::ReadOnly => Error::ReadOnly,
        other => {
            Error::internal(std::error::Error::source(other).map_or_else(|| other.to_string(), ToString::to_string))
        }
    }
}
