//! The floor of searching: the same question, asked of the index alone, and the rows that it names.

use std::time::Instant;

use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::Result;
use crate::index::key_of;
use crate::stats::Latencies;

/// How long it takes to find the newest 20 messages in these groups that have all the words of each question.
///
/// # Errors
/// When the tables are not as expected.
pub fn run(conn: &Connection, groups: &[Uuid], questions: &[String]) -> Result<Latencies> {
    let mut keys: Vec<String> = Vec::new();
    for group in groups {
        let mut statement = conn.prepare_cached("SELECT key FROM search_segments WHERE place_id = ?1")?;
        let found = statement.query_map([group.as_bytes()], |row| row.get::<_, i64>(0))?;
        for key in found {
            keys.push(key_of(key?));
        }
    }
    let mut latencies = Latencies::default();
    for question in questions {
        let words: Vec<&str> = question.split(['"', ' ']).filter(|word| !word.is_empty()).collect();
        let in_one = |key: &String| {
            let tokens: Vec<String> = words.iter().map(|word| format!("\"{key}_{word}\"")).collect();
            format!("({})", tokens.join(" AND "))
        };
        let asked = keys.iter().map(in_one).collect::<Vec<_>>().join(" OR ");
        let begun = Instant::now();
        let mut candidates = conn.prepare_cached(
            "SELECT rowid FROM message_index WHERE message_index MATCH ?1 ORDER BY rowid DESC LIMIT 20",
        )?;
        let mut rows = candidates.query(params![asked])?;
        while let Some(row) = rows.next()? {
            let seq: i64 = row.get(0)?;
            let mut message = conn.prepare_cached("SELECT id, content, created_at FROM messages WHERE seq = ?1")?;
            let _: String = message.query_row([seq], |row| row.get(1))?;
        }
        latencies.note(u64::try_from(begun.elapsed().as_nanos())?);
    }
    Ok(latencies)
}
