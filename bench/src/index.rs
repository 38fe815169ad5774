//! The index of search, written as the server writes it, for texts that are plain words in lower case. See `schema.sql`.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::Result;

/// Messages of a conversation that stand together.
const SEGMENT: i64 = 16_384;

/// Of shorter words the parts are not looked for.
const SHORTEST_WORD: usize = 5;

/// Words that stand together, some kilobytes.
const WORDS_OF_A_PIECE: usize = 250;

struct Segment {
    key: i64,
    last_seq: i64,
    last_at: i64,
    message_count: i64,
    words: BTreeSet<String>,
}

/// The segments that are being filled, one for each group.
#[derive(Default)]
pub struct Index {
    growing: HashMap<Uuid, Segment>,
    /// Whether the words are noted as well, as the server's job does a little later.
    notes_words: bool,
    tokens: String,
}

impl Index {
    pub fn with_words() -> Self {
        Self { notes_words: true, ..Self::default() }
    }

    /// Adds a message that was said after all that were added before.
    ///
    /// # Errors
    /// When the tables are not as expected.
    pub fn add(&mut self, conn: &Connection, group: Uuid, seq: i64, at: i64, sender: Uuid, text: &str) -> Result<()> {
        if self.growing.get(&group).is_some_and(|segment| segment.message_count >= SEGMENT) {
            self.close(conn, group)?;
        }
        let segment = match self.growing.entry(group) {
            Entry::Occupied(found) => found.into_mut(),
            Entry::Vacant(place) => {
                let begin =
                    "INSERT INTO search_segments (place_id, first_seq, last_seq, first_at, last_at, message_count)
                             VALUES (?1, ?2, ?2, ?3, ?3, 1) RETURNING key";
                let key =
                    conn.prepare_cached(begin)?.query_row(params![group.as_bytes(), seq, at], |row| row.get(0))?;
                place.insert(Segment { key, last_seq: seq, last_at: at, message_count: 0, words: BTreeSet::new() })
            }
        };
        (segment.last_seq, segment.last_at) = (seq, at);
        segment.message_count += 1;
        let key = key_of(segment.key);
        self.tokens.clear();
        self.tokens.push_str(&format!("{key}= {key}=f{} ", sender.simple()));
        for word in text.split(' ') {
            self.tokens.push_str(&key);
            self.tokens.push('_');
            self.tokens.push_str(word);
            self.tokens.push(' ');
            if self.notes_words && word.len() >= SHORTEST_WORD && !segment.words.contains(word) {
                segment.words.insert(word.to_owned());
            }
        }
        conn.prepare_cached("INSERT INTO message_index (rowid, tokens) VALUES (?1, ?2)")?
            .execute(params![seq, self.tokens])?;
        Ok(())
    }

    /// Writes down how far each segment reaches: to be called before a commit.
    ///
    /// # Errors
    /// When the tables are not as expected.
    pub fn save(&mut self, conn: &Connection) -> Result<()> {
        let groups: Vec<Uuid> = self.growing.keys().copied().collect();
        groups.into_iter().try_for_each(|group| self.save_one(conn, group))
    }

    /// Writes down the rest of all segments: to be called at the end.
    ///
    /// # Errors
    /// When the tables are not as expected.
    pub fn finish(&mut self, conn: &Connection) -> Result<()> {
        let groups: Vec<Uuid> = self.growing.keys().copied().collect();
        groups.into_iter().try_for_each(|group| self.close(conn, group))
    }

    /// Writes down a segment to which nothing is added any more, with its words.
    fn close(&mut self, conn: &Connection, group: Uuid) -> Result<()> {
        self.save_one(conn, group)?;
        let Some(segment) = self.growing.remove(&group) else { return Ok(()) };
        let words: Vec<String> = segment.words.into_iter().collect();
        for (n, piece) in words.chunks(WORDS_OF_A_PIECE).enumerate() {
            let first = piece.first().filter(|_| n > 0).map_or("", String::as_str);
            conn.prepare_cached("INSERT INTO search_words (segment_key, first_word, words) VALUES (?1, ?2, ?3)")?
                .execute(params![segment.key, first, piece.join("\n") + "\n"])?;
        }
        Ok(())
    }

    fn save_one(&mut self, conn: &Connection, group: Uuid) -> Result<()> {
        let Some(segment) = self.growing.get_mut(&group) else { return Ok(()) };
        let set = "UPDATE search_segments SET last_seq = ?1, last_at = ?2, message_count = ?3 WHERE key = ?4";
        conn.prepare_cached(set)?.execute(params![
            segment.last_seq,
            segment.last_at,
            segment.message_count,
            segment.key
        ])?;
        Ok(())
    }
}

/// Merges the pieces of the index, as the server's job does when it has time, and tells the server that nothing is left to be
/// taken up.
///
/// # Errors
/// When the table is not as expected.
pub fn complete(conn: &Connection) -> Result<()> {
    let changes = || conn.query_row("SELECT total_changes()", [], |row| row.get::<_, i64>(0));
    loop {
        let before = changes()?;
        conn.execute("INSERT INTO message_index (message_index, rank) VALUES ('merge', 1000)", [])?;
        if changes()? - before < 2 {
            break;
        }
    }
    let done = "UPDATE search_progress SET (unread_below, read_up_to, words_up_to) = (SELECT 0, seq, seq FROM (SELECT coalesce(max(seq), 0) AS seq FROM messages))";
    conn.execute(done, [])?;
    Ok(())
}

/// A segment's key as its tokens begin with it: base 36.
pub fn key_of(key: i64) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut rest = key.unsigned_abs() as usize;
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(DIGITS[rest % 36]));
        rest /= 36;
        if rest == 0 {
            return digits.iter().rev().collect();
        }
    }
}
