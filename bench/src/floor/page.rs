//! The floor of reading: the same page, asked of the database alone.

use std::time::Instant;

use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::Result;
use crate::stats::Latencies;

/// How long it takes to read pages of 50 before each of these places.
///
/// # Errors
/// When the database is not as expected.
pub fn run(conn: &Connection, group: Uuid, before: impl Iterator<Item = i64>) -> Result<Latencies> {
    let mut latencies = Latencies::default();
    for ordinal in before {
        let begun = Instant::now();
        let mut statement = conn.prepare_cached(
            "SELECT id, group_id, sender_id, client_id, ordinal, kind, content, created_at, edited_at, version
               FROM messages WHERE group_id = ?1 AND ordinal < ?2 ORDER BY ordinal DESC LIMIT 51",
        )?;
        let mut rows = statement.query(params![group.as_bytes(), ordinal])?;
        while let Some(row) = rows.next()? {
            let _: ([u8; 16], String, i64) = (row.get(0)?, row.get(6)?, row.get(7)?);
        }
        latencies.note(u64::try_from(begun.elapsed().as_nanos())?);
    }
    Ok(latencies)
}
