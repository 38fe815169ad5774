//! SQLite only: the stretches of conversations that the index asks about, as they grow.

use std::collections::HashMap;

use uuid::Uuid;

use super::super::db::{AnyId, Param, Row, Tx, WriteTx, statements};
use super::index::Entry;
use crate::domain::Timestamp;
use crate::error::Result;

statements! {
    NEWEST_SEGMENT = "SELECT key, first_seq, last_seq, first_at, last_at, message_count FROM search_segments
                       WHERE place_id = $1 ORDER BY first_seq DESC LIMIT 1";
    OLDEST_SEGMENT = "SELECT key, first_seq, last_seq, first_at, last_at, message_count FROM search_segments
                       WHERE place_id = $1 ORDER BY first_seq LIMIT 1";
    SEGMENT_OF = "SELECT key FROM search_segments WHERE place_id = $1 AND first_seq <= $2 AND last_seq >= $2
                   ORDER BY first_seq DESC LIMIT 1";
    SEGMENT_BEFORE = "SELECT key, first_seq, last_seq, first_at, last_at, message_count FROM search_segments
                       WHERE place_id = $1 AND first_seq <= $2 ORDER BY first_seq DESC LIMIT 1";
    BEGIN_SEGMENT = "INSERT INTO search_segments (place_id, first_seq, last_seq, first_at, last_at, message_count)
                     VALUES ($1, $2, $2, $3, $3, 1) RETURNING key";
    SET_SEGMENT = "UPDATE search_segments SET first_seq = $1, last_seq = $2, first_at = $3, last_at = $4, message_count = $5
                    WHERE key = $6";
}

/// How many messages of a conversation stand together. It bounds what one question to the index can cost, however long
/// the conversation is.
const SEGMENT: i64 = if cfg!(test) { 8 } else { 16_384 };

#[derive(Clone, Copy)]
struct Segment {
    key: i64,
    first_seq: i64,
    last_seq: i64,
    first_at: Timestamp,
    last_at: Timestamp,
    message_count: i64,
}

impl Segment {
    fn take_in(&mut self, entry: &Entry) {
        self.first_seq = self.first_seq.min(entry.seq);
        self.last_seq = self.last_seq.max(entry.seq);
        self.first_at = self.first_at.min(entry.at);
        self.last_at = self.last_at.max(entry.at);
        self.message_count += 1;
    }
}

fn segment(row: &Row<'_>) -> Result<Segment> {
    Ok(Segment {
        key: row.get(0)?,
        first_seq: row.get(1)?,
        last_seq: row.get(2)?,
        first_at: row.get(3)?,
        last_at: row.get(4)?,
        message_count: row.get(5)?,
    })
}

/// The segments that a batch adds to, each written once.
#[derive(Default)]
pub struct Segments {
    growing: HashMap<(Uuid, End), Segment>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum End {
    Newest,
    Oldest,
}

impl Segments {
    pub fn newest(&mut self, tx: &WriteTx<'_>, entry: &Entry) -> Result<i64> {
        self.at_end(tx, entry, End::Newest, NEWEST_SEGMENT)
    }

    pub fn oldest(&mut self, tx: &WriteTx<'_>, entry: &Entry) -> Result<i64> {
        self.at_end(tx, entry, End::Oldest, OLDEST_SEGMENT)
    }

    fn at_end(&mut self, tx: &WriteTx<'_>, entry: &Entry, end: End, sql: &str) -> Result<i64> {
        if let Some(segment) = self.growing.get_mut(&(entry.place, end)) {
            segment.take_in(entry);
            return Ok(segment.key);
        }
        // The one at the other end may be the same, and have grown.
        let other = if end == End::Newest { End::Oldest } else { End::Newest };
        if let Some(segment) = self.growing.remove(&(entry.place, other)) {
            save(tx, &segment)?;
        }
        let found = tx.query_opt(sql, &[&AnyId(entry.place)], segment)?.filter(|found| found.message_count < SEGMENT);
        let segment = match found {
            Some(mut found) => {
                found.take_in(entry);
                found
            }
            None => {
                let params: &[&dyn Param] = &[&AnyId(entry.place), &entry.seq, &entry.at];
                let key = tx.query_one(BEGIN_SEGMENT, params, |row| row.get(0))?;
                let (seq, at) = (entry.seq, entry.at);
                Segment { key, first_seq: seq, last_seq: seq, first_at: at, last_at: at, message_count: 1 }
            }
        };
        self.growing.insert((entry.place, end), segment);
        Ok(segment.key)
    }

    /// The segment that holds a message already.
    pub fn of(&mut self, tx: &WriteTx<'_>, entry: &Entry) -> Result<Option<i64>> {
        self.save(tx)?;
        key_of(tx, entry)
    }

    /// The segment that holds a message, or the one that it goes to when it comes from elsewhere: such that no two of a
    /// conversation overlap.
    pub fn of_or_near(&mut self, tx: &WriteTx<'_>, entry: &Entry) -> Result<i64> {
        self.save(tx)?;
        let place = AnyId(entry.place);
        let before = tx.query_opt(SEGMENT_BEFORE, &[&place, &entry.seq], segment)?;
        let near = match before {
            Some(before) => Some(before),
            None => tx.query_opt(OLDEST_SEGMENT, &[&place], segment)?,
        };
        match near {
            Some(near) if near.first_seq <= entry.seq && entry.seq <= near.last_seq => Ok(near.key),
            Some(mut near) => {
                near.take_in(entry);
                save(tx, &near)?;
                Ok(near.key)
            }
            None => {
                let params: &[&dyn Param] = &[&place, &entry.seq, &entry.at];
                tx.query_one(BEGIN_SEGMENT, params, |row| row.get(0))
            }
        }
    }

    pub fn save(&mut self, tx: &WriteTx<'_>) -> Result<()> {
        self.growing.drain().try_for_each(|(_, segment)| save(tx, &segment))
    }
}

fn save(tx: &WriteTx<'_>, segment: &Segment) -> Result<()> {
    let Segment { key, first_seq, last_seq, first_at, last_at, message_count } = segment;
    tx.execute(SET_SEGMENT, &[first_seq, last_seq, first_at, last_at, message_count, key]).map(|_| ())
}

/// The key of the segment that holds a message, as far as segments are saved.
pub fn key_of(tx: &Tx<'_>, entry: &Entry) -> Result<Option<i64>> {
    tx.query_opt(SEGMENT_OF, &[&AnyId(entry.place), &entry.seq], |row| row.get(0))
}
