//! The floor of posting: the same rows into the same tables, by one thread, with one commit for a batch.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::Result;
use crate::house::{Person, now_ms, text};
use crate::index::Index;
use crate::stats::Latencies;

/// Writes for so long, `batch` messages in each commit, into a database that holds these people; how many in how
/// many seconds, and how long each batch took.
///
/// # Errors
/// When the database is not as expected.
pub fn run(
    file: &Path,
    people: &[Person],
    batch: usize,
    bytes: usize,
    lasting: Duration,
) -> Result<(u64, f64, Latencies)> {
    let conn = Connection::open(file)?;
    // As the server has it.
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;
         PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY",
    )?;
    let mut latencies = Latencies::default();
    let mut index = Index::default();
    let (mut number, started) = (0_u64, Instant::now());
    while started.elapsed() < lasting {
        let begun = Instant::now();
        conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        for person in people.iter().cycle().take(batch) {
            number += 1;
            write(&conn, &mut index, person, &text(number, bytes))?;
        }
        index.save(&conn)?;
        conn.prepare_cached("COMMIT")?.execute([])?;
        latencies.note(u64::try_from(begun.elapsed().as_nanos())?);
    }
    Ok((number, started.elapsed().as_secs_f64(), latencies))
}

fn write(conn: &Connection, index: &mut Index, person: &Person, content: &str) -> Result<()> {
    let (id, now) = (Uuid::now_v7(), now_ms());
    let ordinal: i64 = conn
        .prepare_cached("UPDATE groups SET message_count = message_count + 1 WHERE id = ?1 RETURNING message_count")?
        .query_row([person.group.as_bytes()], |row| row.get(0))?;
    conn.prepare_cached(
        "INSERT INTO messages (id, group_id, sender_id, client_id, ordinal, content, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        id.as_bytes(),
        person.group.as_bytes(),
        person.id.as_bytes(),
        Uuid::new_v4().as_bytes(),
        ordinal,
        content,
        now
    ])?;
    index.add(conn, person.group, conn.last_insert_rowid(), now, person.id, content)?;
    conn.prepare_cached("UPDATE group_members SET last_read_ordinal = ?1 WHERE user_id = ?2 AND group_id = ?3")?
        .execute(params![ordinal, person.id.as_bytes(), person.group.as_bytes()])?;
    conn.prepare_cached(
        "INSERT INTO events (kind, scope, scope_id, subject_id, created_at) VALUES ('message_created', 'group', ?1, ?2, ?3)",
    )?
    .execute(params![person.group.as_bytes(), id.as_bytes(), now])?;
    Ok(())
}
