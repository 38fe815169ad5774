//! The seam to the driver: transactions, rows, and how our types stand in columns.
//!
//! Only this file, `mod.rs`, `writer.rs`, `migrate.rs`, `backup.rs` and `checkup.rs` name rusqlite or r2d2.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension};
use uuid::Uuid;

use super::condition::Fault;
use super::search::Change;
use crate::domain::audit::LineHash;
use crate::domain::group::GroupKind;
use crate::domain::ids;
use crate::domain::later::Failure;
use crate::domain::message::MessageKind;
use crate::domain::picture::PictureKind;
use crate::domain::secret::SecretHash;
use crate::domain::{
    Call, ClientId, Committed, ContentHash, DirectId, EmojiId, Event, FileId, FileKind, FileLinkId, GroupId, GroupRole,
    InviteId, InviteRole, MessageId, NotificationLevel, PageId, Presence, ScheduledId, Scope, ServerRole, SessionId,
    Shelf, TagColour, TagId, Thumbnail, Timestamp, UserId, WorkspaceId, WorkspaceRole,
};
use crate::error::{Error, Result};

pub use rusqlite::types::ToSql as Param;

/// Declares SQL texts, each with what it rides on, and lists them so that one
/// test can prepare them all and look at their plans.
macro_rules! statements {
    ($($(#[doc = $doc:literal])* $name:ident = $sql:expr;)*) => {
        $($(#[doc = $doc])* const $name: &str = $sql;)*

        /// Every statement of this file with its name, for the tests.
        #[cfg(test)]
        pub(in crate::store) const STATEMENTS: &[(&str, &str)] = &[$((concat!(module_path!(), "::", stringify!($name)), $name),)*];
    };
}
pub(crate) use statements;

/// How long a write waits for another process (a backup tool, the command line) to let go of the file.
const BUSY_WAIT: Duration = Duration::from_secs(5);

/// Prepared statements kept by each connection; more than there are.
const STATEMENT_CACHE: usize = 256;

/// Opens the one connection that writes.
pub fn open_writer(path: &Path) -> Result<Connection> {
    let conn = Connection::open(path)?;
    conn.busy_timeout(BUSY_WAIT)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    // The log is cut back to this after a checkpoint; 64 MiB is where somebody would begin to wonder.
    conn.pragma_update(None, "journal_size_limit", 64 << 20)?;
    // What is deleted is overwritten, so that it is not in the file either. It costs a little where something is deleted.
    conn.pragma_update(None, "secure_delete", true)?;
    prepare_connection(&conn)?;
    Ok(conn)
}

/// Takes away the planner's statistics, which an earlier Parlor or somebody's tool (`ANALYZE`, `PRAGMA optimize`) left.
///
/// Every statement here is written for its index and looked at without statistics. Those of a young database say that
/// a table has one row, so that reading it all is as good; they are still believed when it has thousands.
pub fn forget_statistics(conn: &Connection) -> Result<()> {
    let found: bool =
        conn.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1')", [], |row| {
            row.get(0)
        })?;
    if found {
        conn.execute_batch("DROP TABLE IF EXISTS sqlite_stat1; DROP TABLE IF EXISTS sqlite_stat4")?;
    }
    Ok(())
}

/// How a connection that only reads is opened.
pub fn reader_flags() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// What every connection is told when it is opened.
pub fn prepare_connection(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(BUSY_WAIT)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.set_prepared_statement_cache_capacity(STATEMENT_CACHE);
    Ok(())
}

/// How long one read may take. Longer ones are ended and answered as busy: they would hold back the folding of the log.
const LONGEST_READ: Duration = Duration::from_secs(2);

/// Steps of SQLite's machine between two looks at the clock: some tens of microseconds.
const STEPS_BETWEEN_LOOKS: i32 = 10_000;

thread_local! {
    /// When the read on this thread must end.
    static DEADLINE: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// What a connection that reads is told besides.
pub fn prepare_reader(conn: &Connection) -> rusqlite::Result<()> {
    prepare_connection(conn)?;
    conn.progress_handler(STEPS_BETWEEN_LOOKS, Some(|| DEADLINE.get().is_some_and(|end| Instant::now() > end)))
}

/// Runs `read` with a bound on its time.
pub fn within_time<T>(read: impl FnOnce() -> T) -> T {
    DEADLINE.set(Some(Instant::now() + LONGEST_READ));
    let found = read();
    DEADLINE.set(None);
    found
}

/// A transaction to read in: everything seen through it is of one moment.
pub struct Tx<'c> {
    conn: &'c Connection,
    now: Timestamp,
    settled: Timestamp,
}

impl<'c> Tx<'c> {
    pub(super) fn new(conn: &'c Connection) -> Self {
        let (now, settled) = Timestamp::now_and_settled();
        Self { conn, now, settled }
    }

    /// The instant at which this transaction happens, the same throughout.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The instant by which things expire: `now`, unless the clock has just jumped by more than a day. Whatever is
    /// taken away for good because its time is over goes by this.
    pub fn settled(&self) -> Timestamp {
        self.settled
    }

    /// All rows, in the statement's order.
    pub(super) fn query<T>(
        &self,
        sql: &str,
        params: &[&dyn Param],
        map: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(map(&Row(row))?);
        }
        Ok(found)
    }

    /// The first row, if there is one.
    pub(super) fn query_opt<T>(
        &self,
        sql: &str,
        params: &[&dyn Param],
        map: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let row = statement.query_row(params, |row| Ok(map(&Row(row)))).optional()?;
        row.transpose()
    }

    /// The row that must be there.
    pub(super) fn query_one<T>(
        &self,
        sql: &str,
        params: &[&dyn Param],
        map: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        let mut statement = self.conn.prepare_cached(sql)?;
        statement.query_row(params, |row| Ok(map(&Row(row))))?
    }
}

/// A transaction to write in. What a command does through it is committed or undone as one.
pub struct WriteTx<'c> {
    tx: Tx<'c>,
    events: RefCell<Vec<Committed>>,
    /// What is to be done to the index of search for it.
    index: RefCell<Vec<Change>>,
}

impl<'c> Deref for WriteTx<'c> {
    type Target = Tx<'c>;

    fn deref(&self) -> &Self::Target {
        &self.tx
    }
}

impl<'c> WriteTx<'c> {
    pub(super) fn new(conn: &'c Connection) -> Self {
        Self { tx: Tx::new(conn), events: RefCell::default(), index: RefCell::default() }
    }

    /// Changes rows; how many.
    pub(super) fn execute(&self, sql: &str, params: &[&dyn Param]) -> Result<usize> {
        Ok(self.conn.prepare_cached(sql)?.execute(params)?)
    }

    /// A fresh id. Ids are made here and nowhere else, so they sort by the order of commit.
    pub(super) fn new_id(&self) -> Uuid {
        ids::fresh()
    }

    /// Appends an event to the log, in this transaction, and draws its `seq`.
    /// It is told to the hub once the transaction is committed.
    pub fn emit(&self, scope: Scope, event: Event) -> Result<()> {
        super::events::append(self, &scope, &event)?;
        let seq = self.conn.last_insert_rowid();
        self.events.borrow_mut().push(Committed { seq, scope, event });
        Ok(())
    }

    /// Notes what is to be done to the index of search before the commit, once for all that are committed together.
    pub(super) fn index(&self, change: Change) {
        self.index.borrow_mut().push(change);
    }

    /// The `seq` of the row that was inserted last.
    pub(super) fn inserted_seq(&self) -> i64 {
        self.conn.last_insert_rowid()
    }

    /// Does `work` in this transaction as if it happened at `then`: for a demo, which has a past to make up.
    pub fn at<T>(&self, then: Timestamp, work: impl FnOnce(&WriteTx<'_>) -> Result<T>) -> Result<T> {
        let tx = Tx { conn: self.tx.conn, now: then, settled: then };
        let past = WriteTx { tx, events: RefCell::default(), index: RefCell::default() };
        let done = work(&past)?;
        let (events, index) = past.into_parts();
        self.events.borrow_mut().extend(events);
        self.index.borrow_mut().extend(index);
        Ok(done)
    }

    /// The events to be told, and what is to be done to the index.
    pub(super) fn into_parts(self) -> (Vec<Committed>, Vec<Change>) {
        (self.events.into_inner(), self.index.into_inner())
    }
}

/// One row of an answer.
pub struct Row<'r>(&'r rusqlite::Row<'r>);

impl Row<'_> {
    pub fn get<T: FromSql>(&self, column: usize) -> Result<T> {
        Ok(self.0.get(column)?)
    }

    pub(super) fn is_null(&self, column: usize) -> Result<bool> {
        Ok(self.0.get_ref(column)? == ValueRef::Null)
    }

    /// Text where it stands, without a copy.
    pub(super) fn text(&self, column: usize) -> Result<&str> {
        self.0.get_ref(column)?.as_str().map_err(Error::internal)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(cause: rusqlite::Error) -> Self {
        match cause.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::StorageFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::OperationInterrupted) => Self::Busy,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            _ => Self::internal(cause),
        }
    }
}

/// What kind of trouble of the storage an error tells of, beside a full disk and a read-only one.
pub(super) fn fault(error: &Error) -> Option<Fault> {
    let Error::Internal(source) = error else { return None };
    match source.downcast_ref::<rusqlite::Error>()?.sqlite_error_code()? {
        ErrorCode::SystemIoFailure => Some(Fault::Io),
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Some(Fault::Damage),
        _ => None,
    }
}

macro_rules! blob_ids {
    ($($id:ty),*) => {$(
        impl Param for $id {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Owned(self.uuid().as_bytes().to_vec().into()))
            }
        }

        impl FromSql for $id {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                uuid_of(value).map(Self::from_uuid)
            }
        }
    )*};
}
blob_ids!(
    UserId,
    SessionId,
    WorkspaceId,
    GroupId,
    InviteId,
    DirectId,
    EmojiId,
    MessageId,
    ScheduledId,
    ClientId,
    FileId,
    FileLinkId,
    PageId,
    TagId
);

fn uuid_of(value: ValueRef<'_>) -> FromSqlResult<Uuid> {
    let bytes: [u8; 16] = value.as_blob()?.try_into().map_err(|_| FromSqlError::InvalidType)?;
    Ok(Uuid::from_bytes(bytes))
}

/// An id of any kind, where a column holds several.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct AnyId(pub Uuid);

impl Param for AnyId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(self.0.as_bytes().to_vec().into()))
    }
}

impl FromSql for AnyId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        uuid_of(value).map(Self)
    }
}

macro_rules! word_columns {
    ($($word:ty),*) => {$(
        impl Param for $word {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::from(self.as_str()))
            }
        }

        impl FromSql for $word {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Self::from_word(value.as_str()?).ok_or(FromSqlError::InvalidType)
            }
        }
    )*};
}
word_columns!(
    Call,
    Failure,
    NotificationLevel,
    ServerRole,
    WorkspaceRole,
    GroupRole,
    InviteRole,
    Presence,
    GroupKind,
    MessageKind,
    PictureKind,
    FileKind,
    Thumbnail,
    Shelf,
    TagColour
);

impl Param for Timestamp {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.millis().into())
    }
}

impl FromSql for Timestamp {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self::from_millis)
    }
}

macro_rules! hashes {
    ($($hash:ty),*) => {$(
        impl Param for $hash {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::from(self.0.as_slice()))
            }
        }

        impl FromSql for $hash {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_blob()?.try_into().map(Self).map_err(|_| FromSqlError::InvalidType)
            }
        }
    )*};
}
hashes!(SecretHash, ContentHash, LineHash);
