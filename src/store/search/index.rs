//! SQLite only: keeping the index equal to what is said.
//!
//! What is said is put into the index by a job a moment later, or with the commit when much has been said since: FTS5 takes
//! many messages in for little more than one. Until then the newest messages are few, and are read when somebody searches.
//! What changes in a message that the index has is noted in the command's transaction, and put into it once for the whole
//! batch, just before it is committed: FTS5 writes its pages at each savepoint.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::super::db::{Row, Tx, WriteTx, statements};
use super::pieces;
use super::segments::{self, Segments};
use crate::domain::search::{Beside, Document, of_word};
use crate::domain::{DirectId, GroupId, MessageId, Timestamp, UserId};
use crate::error::Result;

/// What can be looked for besides the text of `messages m`, for [`beside_at`]; of the files `f` those that are meant.
macro_rules! beside_columns {
    ($of_files:literal) => {
        concat!(
            "(SELECT p.title FROM posts p WHERE p.message_id = m.id),
             CASE WHEN m.has_poll
                  THEN (SELECT group_concat(o.text, char(10) ORDER BY o.position) FROM poll_options o WHERE o.message_id = m.id)
             END,
             (SELECT group_concat(f.name, char(10) ORDER BY a.position)
                FROM attachments a JOIN files f ON f.id = a.file_id
               WHERE a.message_id = m.id ", $of_files, "),
             (SELECT substr(group_concat(b.text, char(10) ORDER BY a.position), 1, 64000)
                FROM attachments a JOIN files f ON f.id = a.file_id JOIN blobs b ON b.sha256 = f.sha256
               WHERE a.message_id = m.id AND a.kind = 'text' ", $of_files, "),
             EXISTS (SELECT 1 FROM attachments a JOIN files f ON f.id = a.file_id
                      WHERE a.message_id = m.id AND a.kind = 'image' ", $of_files, ")"
        )
    };
}
pub(super) use beside_columns;

/// What [`entry`] reads. A file whose time is over stays in the index until it is removed.
macro_rules! entry_columns {
    () => {
        concat!(
            "m.seq, m.group_id, m.direct_id, m.created_at, m.sender_id, m.thread_root_id IS NOT NULL, m.content, \
             m.kind = 'text' AND m.deleted_at IS NULL, m.has_poll, ",
            beside_columns!("")
        )
    };
}

statements! {
    ADD = "INSERT INTO message_index (rowid, tokens) VALUES ($1, $2)";
    /// With secure-delete the tokens are taken out of the pages, not marked as gone.
    TAKE_AWAY = "INSERT INTO message_index (message_index, rowid, tokens) VALUES ('delete', $1, $2)";
    /// Goes on with merging, by about so many pages.
    MERGE = "INSERT INTO message_index (message_index, rank) VALUES ('merge', $1)";
    TOTAL_CHANGES = "SELECT total_changes()";
    HAS_TOKEN = "SELECT 1 FROM message_index WHERE message_index MATCH $1 LIMIT 1";

    IS_THERE = "SELECT 1 FROM message_index WHERE message_index MATCH $1 AND rowid = $2";

    PROGRESS = "SELECT unread_below, read_up_to, words_up_to FROM search_progress WHERE id = 1";
    HAS_NEWER = "SELECT 1 FROM messages WHERE seq > $1 LIMIT 1";
    SET_UNREAD = "UPDATE search_progress SET unread_below = $1 WHERE id = 1";
    SET_READ = "UPDATE search_progress SET read_up_to = $1 WHERE id = 1";
    SET_WORDS = "UPDATE search_progress SET read_up_to = max(read_up_to, $1), words_up_to = $1 WHERE id = 1";

    ENTRY = concat!("SELECT ", entry_columns!(), " FROM messages m WHERE m.id = $1");
    /// By the primary key.
    OLDER = concat!("SELECT ", entry_columns!(), " FROM messages m WHERE m.seq < $1 ORDER BY m.seq DESC LIMIT $2");
    NEWEST = concat!("SELECT ", entry_columns!(), " FROM messages m WHERE m.seq BETWEEN $1 AND $2 ORDER BY m.seq DESC LIMIT $3");
    NEWER = concat!("SELECT ", entry_columns!(), " FROM messages m WHERE m.seq > $1 ORDER BY m.seq LIMIT $2");
}

/// Messages that may be said before they are put into the index with the next commit. Who searches reads them.
const MOST_NEW: i64 = if cfg!(test) { 5 } else { 128 };

/// A message as the index knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub(super) seq: i64,
    pub(super) place: Uuid,
    pub(super) at: Timestamp,
    document: Document,
}

/// What is to be done to the index before the commit.
#[derive(Debug)]
pub enum Change {
    /// A message with this `seq` was said just now.
    Said(i64),
    /// Was said after anything that the index knows, and can be looked for by the parts of its words as well.
    New(Entry),
    /// Was said before anything that the index knows of its conversation.
    Older(Entry),
    /// Says something else, or is somewhere else, after a [`Change::Gone`].
    Again(Entry),
    /// No longer says this.
    Gone(Entry),
    /// Its words can be looked for by their parts from now on.
    Words(Entry),
}

/// How far the index has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// Messages with a smaller `seq` are not in it yet; 0 when all are.
    pub unread_below: i64,
    /// Messages with a larger `seq` are not in it yet; they are few.
    pub read_up_to: i64,
    /// Messages up to this `seq` can be looked for by parts of words.
    pub words_up_to: i64,
}

pub fn progress(tx: &Tx<'_>) -> Result<Progress> {
    tx.query_one(PROGRESS, &[], |row| {
        Ok(Progress { unread_below: row.get(0)?, read_up_to: row.get(1)?, words_up_to: row.get(2)? })
    })
}

/// What is left to be taken up: older messages, and words of new ones.
pub fn left_to_do(tx: &Tx<'_>) -> Result<(bool, bool)> {
    let Progress { unread_below, words_up_to, .. } = progress(tx)?;
    let has_new = tx.query_opt(HAS_NEWER, &[&words_up_to], |_| Ok(()))?.is_some();
    Ok((unread_below > 0, has_new))
}

/// Reads the columns of `beside_columns!`, the first of them being `at`, and whether one of the files is a picture.
pub(super) fn beside_at(row: &Row<'_>, at: usize) -> Result<(Beside, bool)> {
    let beside = Beside {
        title: row.get(at)?,
        answers: row.get(at + 1)?,
        file_names: row.get(at + 2)?,
        file_texts: row.get(at + 3)?,
    };
    Ok((beside, row.get(at + 4)?))
}

/// What stands in a row; `None` when nothing of it can be looked for.
fn entry(row: &Row<'_>) -> Result<(i64, Option<Entry>)> {
    let seq = row.get(0)?;
    let place =
        row.get::<Option<GroupId>>(1)?.map(GroupId::uuid).or(row.get::<Option<DirectId>>(2)?.map(DirectId::uuid));
    let (beside, has_image) = beside_at(row, 9)?;
    let document = Document {
        sender: row.get::<UserId>(4)?,
        is_reply: row.get(5)?,
        has_file: beside.file_names.is_some(),
        has_image,
        has_poll: row.get(8)?,
        text: beside.with(row.get(6)?),
    };
    let can_be_found: bool = row.get(7)?;
    let at = row.get(3)?;
    Ok((seq, place.filter(|_| can_be_found).map(|place| Entry { seq, place, at, document })))
}

/// Notes that a message was inserted with this `seq`.
pub fn learn(tx: &WriteTx<'_>, seq: i64) {
    tx.index(Change::Said(seq));
}

/// Forgets what a message says. To be called before that changes, whatever it is that changes.
pub fn forget(tx: &WriteTx<'_>, id: MessageId) -> Result<()> {
    if let Some(entry) = indexed(tx, id)? {
        tx.index(Change::Gone(entry));
    }
    Ok(())
}

/// Takes up what a message says now, after [`forget`].
pub fn learn_again(tx: &WriteTx<'_>, id: MessageId) -> Result<()> {
    if let Some(entry) = indexed(tx, id)? {
        tx.index(Change::Again(entry));
    }
    Ok(())
}

/// A message that the index knows, as it is in its row.
fn indexed(tx: &WriteTx<'_>, id: MessageId) -> Result<Option<Entry>> {
    let found = tx.query_opt(ENTRY, &[&id], entry)?;
    let progress = progress(tx)?;
    // What was not taken up yet will be as it is when its turn comes.
    let is_known = |seq| (progress.unread_below..=progress.read_up_to).contains(&seq);
    Ok(found.and_then(|(seq, entry)| entry.filter(|_| is_known(seq))))
}

/// Takes up at most `limit` older messages that are not in the index yet; whether there are more.
pub fn read_older(tx: &WriteTx<'_>, limit: u32) -> Result<bool> {
    let below = progress(tx)?.unread_below;
    if below == 0 {
        return Ok(false);
    }
    let mut rows = tx.query(OLDER, &[&below, &limit], entry)?;
    let is_last = rows.len() < limit as usize;
    let reached = if is_last { 0 } else { rows.last().map_or(0, |(seq, _)| *seq) };
    tx.execute(SET_UNREAD, &[&reached])?;
    // FTS5 writes its pages whenever it is given a smaller row than the one before.
    rows.reverse();
    rows.into_iter().filter_map(|(_, entry)| entry).for_each(|entry| tx.index(Change::Older(entry)));
    Ok(!is_last)
}

/// Makes the words of at most `limit` more messages known by their parts, and takes up those that the index does not have
/// yet; whether there are more.
pub fn read_new(tx: &WriteTx<'_>, limit: u32) -> Result<bool> {
    let Progress { read_up_to, words_up_to, .. } = progress(tx)?;
    let rows = tx.query(NEWER, &[&words_up_to, &limit], entry)?;
    let Some((last, _)) = rows.last() else { return Ok(false) };
    tx.execute(SET_WORDS, &[last])?;
    let has_more = rows.len() == limit as usize;
    for entry in rows.into_iter().filter_map(|(_, entry)| entry) {
        tx.index(if entry.seq > read_up_to { Change::New(entry) } else { Change::Words(entry) });
    }
    Ok(has_more)
}

/// Pages that one step of merging writes: some milliseconds.
const MERGED_AT_ONCE: u32 = 16;

/// Goes on with making one of the pieces of the index in which the same might stand; whether there is more to do. Each word
/// that is asked for is looked up in each piece, so few of them are worth much, and the writes make many.
pub fn merge(tx: &WriteTx<'_>) -> Result<bool> {
    let changes = || tx.query_one(TOTAL_CHANGES, &[], |row| row.get::<i64>(0));
    let before = changes()?;
    tx.execute(MERGE, &[&MERGED_AT_ONCE])?;
    // FTS5 counts the command as one, whatever came of it.
    Ok(changes()? - before > 1)
}

/// Which of the newest messages should be in the index and are not: for who looks the database over.
pub fn missing(tx: &Tx<'_>, among: u32) -> Result<Vec<i64>> {
    let Progress { unread_below, read_up_to, .. } = progress(tx)?;
    let rows = tx.query(NEWEST, &[&unread_below, &read_up_to, &among], entry)?;
    let mut missing = Vec::new();
    for entry in rows.into_iter().filter_map(|(_, entry)| entry) {
        let key = segments::key_of(tx, &entry)?;
        let is_there = match key {
            Some(key) => {
                let tokens = entry.document.tokens(&key_prefix(key));
                let question: Vec<String> =
                    tokens.split(' ').filter(|t| !t.is_empty()).take(8).map(|t| format!("\"{t}\"")).collect();
                tx.query_opt(IS_THERE, &[&question.join(" AND "), &entry.seq], |_| Ok(()))?.is_some()
            }
            None => false,
        };
        if !is_there {
            missing.push(entry.seq);
        }
    }
    Ok(missing)
}

/// Does to the index what the commands of a batch have noted, in their order.
pub(in crate::store) fn apply(tx: &WriteTx<'_>, changes: Vec<Change>) -> Result<()> {
    let mut segments = Segments::default();
    let mut come: BTreeMap<i64, BTreeSet<String>> = BTreeMap::new();
    let mut gone: BTreeSet<(i64, String)> = BTreeSet::new();
    let mut said_up_to = 0;
    let mut add_words = |key: i64, entry: &Entry| come.entry(key).or_default().extend(entry.document.long_words());
    for change in changes {
        match change {
            Change::Said(seq) => said_up_to = seq,
            Change::New(entry) => {
                let key = segments.newest(tx, &entry)?;
                add(tx, key, &entry)?;
                add_words(key, &entry);
            }
            Change::Older(entry) => {
                let key = segments.oldest(tx, &entry)?;
                add(tx, key, &entry)?;
                add_words(key, &entry);
            }
            Change::Again(entry) => {
                let key = segments.of_or_near(tx, &entry)?;
                add(tx, key, &entry)?;
                add_words(key, &entry);
            }
            Change::Gone(entry) => {
                if let Some(key) = segments.of(tx, &entry)? {
                    tx.execute(TAKE_AWAY, &[&entry.seq, &entry.document.tokens(&key_prefix(key))])?;
                    gone.extend(entry.document.long_words().into_iter().map(|word| (key, word)));
                }
            }
            Change::Words(entry) => {
                if let Some(key) = segments.of(tx, &entry)? {
                    add_words(key, &entry);
                }
            }
        }
    }
    if said_up_to > 0 {
        take_up_what_is_new(tx, said_up_to, &mut segments)?;
    }
    segments.save(tx)?;
    for (key, words) in come {
        pieces::add(tx, key, &words)?;
    }
    for (key, word) in gone {
        if tx.query_opt(HAS_TOKEN, &[&quoted(key, &of_word(&word))], |_| Ok(()))?.is_none() {
            pieces::remove(tx, key, &word)?;
        }
    }
    Ok(())
}

/// Puts the newest messages into the index once there are many of them; they are as the whole batch has left them.
fn take_up_what_is_new(tx: &WriteTx<'_>, said_up_to: i64, segments: &mut Segments) -> Result<()> {
    let read_up_to = progress(tx)?.read_up_to;
    if said_up_to - read_up_to < MOST_NEW {
        return Ok(());
    }
    for (_, entry) in tx.query(NEWER, &[&read_up_to, &u32::MAX], entry)? {
        if let Some(entry) = entry {
            add(tx, segments.newest(tx, &entry)?, &entry)?;
        }
    }
    tx.execute(SET_READ, &[&said_up_to]).map(|_| ())
}

fn add(tx: &WriteTx<'_>, key: i64, entry: &Entry) -> Result<()> {
    tx.execute(ADD, &[&entry.seq, &entry.document.tokens(&key_prefix(key))]).map(|_| ())
}

/// What every token of a segment begins with. Tokens that begin alike lie together, and the words of what somebody may
/// not see are other tokens, which are never looked at.
fn key_prefix(key: i64) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut rest = key.unsigned_abs();
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(DIGITS[usize::try_from(rest % 36).unwrap_or(0)]));
        rest /= 36;
        if rest == 0 {
            return digits.iter().rev().collect();
        }
    }
}

/// A token of a segment, as a string of FTS5's query language. Whatever stands in it, it is one string.
pub(super) fn quoted(key: i64, token: &str) -> String {
    format!("\"{}{}\"", key_prefix(key), token.replace('"', "\"\""))
}
