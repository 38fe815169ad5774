//! SQLite only: looking for what was said, in a full text index (FTS5).
//!
//! Each token in the index begins with the key of a segment: a stretch of one conversation. A question is asked of the
//! segments of those conversations that the asker may read, so the words of all others are never looked at: they cannot
//! be found, and they cost nothing. The rows that the index names are then read and held to the question word for word,
//! and to [`Searcher`] once more.

pub(super) mod index;
pub(super) mod pieces;
pub(super) mod segments;
#[cfg(test)]
mod tests;
pub(super) mod walk;

use std::collections::BTreeSet;
use std::ops::Range;
use std::time::{Duration, Instant};

pub(super) use self::index::apply;
pub use self::index::{Change, forget, learn, learn_again, left_to_do, merge, missing, progress, read_new, read_older};
use self::walk::Walk;
use super::access::{self, Searcher};
use super::db::{Tx, statements};
use super::messages::{dress, people_on};
use crate::domain::search::{Excerpt, Having, Query, Reach, Word, has_link};
use crate::domain::text::fold;
use crate::domain::{Message, Place, User, UserId};
use crate::error::Result;

statements! {
    USER_NAMED = "SELECT id FROM users WHERE username = $1";
}

/// How the hits are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Newest,
    /// The newest [`BEST_OF`] hits with those first that answer best, then the next as many.
    Best,
}

/// Relevance is weighed among so many hits at a time: weighing all would read all.
pub const BEST_OF: usize = 500;

/// Where in the hits to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub reach: Reach,
    /// Older than the message with this `seq`.
    pub below: i64,
    /// Past so many of the best from there.
    pub skip: usize,
}

impl Position {
    pub const START: Self = Self { reach: Reach::Beginnings, below: i64::MAX, skip: 0 };
}

/// How much one answer may cost. What is not found by then is found by going on.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// Rows that are read.
    pub rows: usize,
    pub time: Duration,
}

impl Budget {
    pub const USUAL: Self = Self { rows: 20_000, time: Duration::from_millis(250) };
}

/// A message that was found.
#[derive(Debug)]
pub struct Hit {
    pub message: Message,
    pub excerpt: Excerpt,
    /// Whether it was found inside of a word only.
    pub is_inside: bool,
}

/// Some of what was found.
#[derive(Debug)]
pub struct Hits {
    pub hits: Vec<Hit>,
    pub users: Vec<User>,
    /// `None` when there is nothing more. There may be hits further on even when none was found here.
    pub next: Option<Position>,
    /// Filters that name nobody and nothing that the asker knows, as `from:nobody`.
    pub unknown: Vec<String>,
    /// Whether older messages are still being taken into the index.
    pub is_reading: bool,
}

/// What was found before it is shown.
struct Found {
    message: Message,
    /// Its title, if it has one, and its text.
    text: String,
    words: Vec<Word>,
    marks: Vec<Range<usize>>,
    seq: i64,
    reach: Reach,
}

/// What a message is and has, besides what its own row says.
#[derive(Clone, Copy)]
struct Traits {
    has_file: bool,
    has_image: bool,
    is_saved: bool,
}

/// What is looked for, with names found out.
struct Question<'a> {
    query: &'a Query,
    senders: Vec<UserId>,
    places: BTreeSet<Place>,
}

/// Looks for messages, among those that the asker may read.
pub fn find(
    tx: &Tx<'_>,
    searcher: &Searcher,
    query: &Query,
    sort: Sort,
    from: Position,
    limit: usize,
    budget: Budget,
) -> Result<Hits> {
    let (question, unknown) = Question::of(tx, searcher, query)?;
    let progress = progress(tx)?;
    let mut found = Vec::new();
    let mut next = None;
    if unknown.is_empty() && !query.is_empty() {
        let end = Instant::now() + budget.time;
        let mut walk = Walk::new(tx, searcher, &question, progress, from, budget.rows, end)?;
        (found, next) = match sort {
            Sort::Newest => newest(&mut walk, limit)?,
            Sort::Best => best(&mut walk, query, from, limit)?,
        };
    }
    let mut messages = Vec::with_capacity(found.len());
    let mut shown = Vec::with_capacity(found.len());
    for Found { message, text, marks, reach, .. } in found {
        shown.push((Excerpt::of(&text, marks), reach == Reach::Insides));
        messages.push(message);
    }
    dress(tx, &mut messages)?;
    let users = people_on(tx, &messages)?;
    let hits = messages.into_iter().zip(shown);
    let hits = hits.map(|(message, (excerpt, is_inside))| Hit { message, excerpt, is_inside }).collect();
    Ok(Hits { hits, users, next, unknown, is_reading: progress.unread_below > 0 })
}

fn newest(walk: &mut Walk<'_, '_>, limit: usize) -> Result<(Vec<Found>, Option<Position>)> {
    let found = walk.go_on(limit)?;
    Ok((found, walk.position()))
}

/// The best of the next [`BEST_OF`] hits.
fn best(
    walk: &mut Walk<'_, '_>,
    query: &Query,
    from: Position,
    limit: usize,
) -> Result<(Vec<Found>, Option<Position>)> {
    let mut found = walk.go_on(BEST_OF)?;
    let words: usize = found.iter().map(|found| found.words.len()).sum();
    let average = words as f64 / found.len().max(1) as f64;
    let mut scored: Vec<(f64, Found)> = found.drain(..).map(|hit| (query.score(&hit.words, average), hit)).collect();
    scored.sort_by(|(a, one), (b, other)| {
        // What is inside of words only comes after the rest; of equals the newest first.
        let reach = (one.reach == Reach::Insides).cmp(&(other.reach == Reach::Insides));
        reach.then(b.total_cmp(a)).then(other.seq.cmp(&one.seq))
    });
    let in_all = scored.len();
    let shown: Vec<Found> = scored.into_iter().skip(from.skip).take(limit).map(|(_, hit)| hit).collect();
    let past = from.skip + shown.len();
    let next = if past < in_all { Some(Position { skip: past, ..from }) } else { walk.position() };
    Ok((shown, next))
}

impl<'a> Question<'a> {
    /// The question with its names found out, and the filters whose name nobody and nothing has that the asker knows.
    fn of(tx: &Tx<'_>, searcher: &Searcher, query: &'a Query) -> Result<(Self, Vec<String>)> {
        let mut unknown = Vec::new();
        let mut senders = Vec::new();
        for name in &query.from {
            match sender(tx, searcher, name)? {
                Some(user) => senders.push(user),
                None => unknown.push(format!("from:{name}")),
            }
        }
        let mut places = BTreeSet::new();
        for name in &query.places {
            let named = named(searcher, name);
            if named.is_empty() {
                unknown.push(format!("in:{name}"));
            }
            places.extend(named);
        }
        if query.places.is_empty() {
            places.extend(searcher.places().map(|(place, _)| place));
        }
        Ok((Self { query, senders, places }, unknown))
    }
}

/// The person with this user name, if the asker may know of them.
fn sender(tx: &Tx<'_>, searcher: &Searcher, name: &str) -> Result<Option<UserId>> {
    let me = searcher.me().user();
    if name == "me" {
        return Ok(Some(me));
    }
    let found: Option<UserId> = tx.query_opt(USER_NAMED, &[&name], |row| row.get(0))?;
    match found {
        Some(user) if access::may_know(tx, me, user)? => Ok(Some(user)),
        _ => Ok(None),
    }
}

/// The conversations with this name (a group's, or `@` and the user name of the other one) or this id.
fn named(searcher: &Searcher, name: &str) -> Vec<Place> {
    let key = fold(name.strip_prefix('#').unwrap_or(name));
    let person = name.strip_prefix('@').map(str::to_lowercase);
    let id = name.parse::<uuid::Uuid>().ok();
    let is_meant = |place: Place, called: &str| match place {
        Place::Group(group) => called == key || Some(group.uuid()) == id,
        Place::Direct(direct) => person.as_deref() == Some(called) || Some(direct.uuid()) == id,
    };
    searcher.places().filter(|(place, called)| is_meant(*place, called)).map(|(place, _)| place).collect()
}

impl Question<'_> {
    /// Whether a message is one of those that were asked for, apart from what it says.
    fn accepts(&self, searcher: &Searcher, message: &Message, traits: Traits) -> bool {
        let place = message.place();
        let has = |having: &Having| match having {
            Having::Link => has_link(&message.content),
            Having::File => traits.has_file,
            Having::Image => traits.has_image,
            Having::Poll => message.poll.is_some(),
            Having::Pinned => message.pinned_at.is_some(),
            Having::Thread => message.thread_root_id.is_some(),
            Having::Saved => traits.is_saved,
        };
        place.is_some_and(|place| searcher.may_read(place) && self.places.contains(&place))
            && message.deleted_at.is_none()
            && (self.query.from.is_empty() || self.senders.contains(&message.sender_id))
            && self.query.since.is_none_or(|since| message.created_at >= since)
            && self.query.before.is_none_or(|before| message.created_at < before)
            && self.query.having.iter().all(has)
    }
}
