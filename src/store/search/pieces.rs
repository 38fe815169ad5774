//! `search_words`: the words of each segment, so that those are found that have a part inside.
//!
//! A segment has tens of thousands of words, and somebody who looks for a part of one has dozens of segments. So the words
//! stand in order in pieces of some kilobytes, a line each: going through text costs a fraction of going through rows.

use std::cell::Cell;
use std::collections::BTreeSet;

use memchr::{memchr, memmem, memrchr};

use super::super::db::{Row, Tx, WriteTx, statements};
use crate::error::Result;

statements! {
    /// Rides on search_words_by_first.
    PIECES = "SELECT words FROM search_words WHERE segment_key = $1";
    /// Where a word stands, or would stand, and the first word of the next piece. Both ride on search_words_by_first.
    PIECE_OF = "SELECT p.id, p.words,
                       (SELECT n.first_word FROM search_words n
                         WHERE n.segment_key = $1 AND n.first_word > $2 ORDER BY n.first_word LIMIT 1)
                  FROM search_words p
                 WHERE p.segment_key = $1 AND p.first_word <= $2 ORDER BY p.first_word DESC LIMIT 1";
    INSERT = "INSERT INTO search_words (segment_key, first_word, words) VALUES ($1, $2, $3)";
    UPDATE = "UPDATE search_words SET words = $1 WHERE id = $2";
}

/// A piece that grows beyond this is cut into pieces of half of it, at most.
const MOST_BYTES: usize = if cfg!(test) { 64 } else { 3_800 };

struct Piece {
    id: i64,
    words: String,
    /// Where the next piece begins.
    next: Option<String>,
}

fn piece_of(tx: &Tx<'_>, segment: i64, word: &str) -> Result<Option<Piece>> {
    let piece = |row: &Row<'_>| Ok(Piece { id: row.get(0)?, words: row.get(1)?, next: row.get(2)? });
    tx.query_opt(PIECE_OF, &[&segment, &word], piece)
}

/// At most `most` words of a segment that have this part.
pub fn with_part(tx: &Tx<'_>, segment: i64, part: &str, most: usize) -> Result<Vec<String>> {
    let (finder, left) = (memmem::Finder::new(part), Cell::new(most));
    let found = tx.query(PIECES, &[&segment], |row| {
        let found = lines_with(row.text(0)?, &finder, left.get());
        left.set(left.get() - found.len());
        Ok(found)
    })?;
    Ok(found.concat())
}

fn lines_with(words: &str, finder: &memmem::Finder<'_>, most: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut from = 0;
    while found.len() < most
        && let Some(rest) = words.as_bytes().get(from..)
        && let Some(at) = finder.find(rest).map(|at| at + from)
    {
        let (before, after) = words.as_bytes().split_at(at);
        let start = memrchr(b'\n', before).map_or(0, |end| end + 1);
        let end = memchr(b'\n', after).map_or(words.len(), |length| at + length);
        found.extend(words.get(start..end).map(str::to_owned));
        from = end + 1;
    }
    found
}

/// Adds words to those of a segment.
pub fn add(tx: &WriteTx<'_>, segment: i64, words: &BTreeSet<String>) -> Result<()> {
    let mut left = words.iter().map(String::as_str).peekable();
    while let Some(first) = left.peek() {
        let Some(Piece { id, words, next }) = piece_of(tx, segment, first)? else {
            // Every word has a place from the first piece on, which begins before all of them.
            tx.execute(INSERT, &[&segment, &"", &""])?;
            continue;
        };
        let mut all: BTreeSet<&str> = words.lines().collect();
        let before = all.len();
        while let Some(word) = left.next_if(|word| next.as_deref().is_none_or(|next| *word < next)) {
            all.insert(word);
        }
        if all.len() > before {
            save(tx, segment, id, &all)?;
        }
    }
    Ok(())
}

/// Writes a piece, and more behind it where it has become too long.
fn save(tx: &WriteTx<'_>, segment: i64, id: i64, words: &BTreeSet<&str>) -> Result<()> {
    let bytes: usize = words.iter().map(|word| word.len() + 1).sum();
    let most = if bytes > MOST_BYTES { MOST_BYTES / 2 } else { MOST_BYTES };
    let mut pieces = vec![String::with_capacity(bytes.min(MOST_BYTES))];
    for word in words {
        if let Some(piece) = pieces.last_mut().filter(|piece| piece.is_empty() || piece.len() + word.len() < most) {
            piece.push_str(word);
            piece.push('\n');
        } else {
            pieces.push(format!("{word}\n"));
        }
    }
    let mut pieces = pieces.into_iter();
    tx.execute(UPDATE, &[&pieces.next().unwrap_or_default(), &id])?;
    for piece in pieces {
        let first = piece.lines().next().unwrap_or_default();
        tx.execute(INSERT, &[&segment, &first, &piece])?;
    }
    Ok(())
}

/// Takes a word away from those of a segment.
pub fn remove(tx: &WriteTx<'_>, segment: i64, word: &str) -> Result<()> {
    let Some(Piece { id, words, .. }) = piece_of(tx, segment, word)? else { return Ok(()) };
    let left: String = words.split_inclusive('\n').filter(|line| line.trim_end() != word).collect();
    if left.len() < words.len() {
        tx.execute(UPDATE, &[&left, &id])?;
    }
    Ok(())
}
