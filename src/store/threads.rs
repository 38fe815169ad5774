//! Threads: replies to a message (rows of `messages`), and who follows them (`thread_follows`).

use super::access::{ActiveUser, Poster, Reader};
use super::db::{Param, Row, Tx, WriteTx, statements};
use super::messages::{self, group_of_message, is_read_now};
use crate::domain::message::MessageKind;
use crate::domain::{DirectId, Event, GroupId, Message, MessageId, Place, Thread, ThreadMark, Timestamp, UserId};
use crate::error::{Error, Result};

/// A followed thread: its first message, where that is, and how far it was read.
macro_rules! followed_columns {
    () => {
        concat!("m.id, ", group_of_message!(), ", m.direct_id, f.last_read_ordinal")
    };
}

statements! {
    /// Rides on messages_by_thread.
    LAST_ORDINAL = "SELECT thread_ordinal FROM messages WHERE thread_root_id = $1 ORDER BY thread_ordinal DESC LIMIT 1";

    COUNT_ONE_MORE = "UPDATE messages SET reply_count = reply_count + 1, last_reply_at = $1 WHERE id = $2 RETURNING reply_count";
    COUNT_ONE_LESS = "UPDATE messages SET reply_count = reply_count - 1 WHERE id = $1 RETURNING reply_count";
    REPLY_COUNT = "SELECT reply_count FROM messages WHERE id = $1";

    /// The latest replies, to see who took part. Rides on messages_by_thread.
    LATEST_REPLIERS = "SELECT sender_id FROM messages
                        WHERE thread_root_id = $1 AND deleted_at IS NULL ORDER BY thread_ordinal DESC LIMIT 50";

    /// Replies not read yet, as far as anybody counts. Rides on messages_by_thread.
    UNREAD = "SELECT count(*) FROM (SELECT 1 FROM messages
                WHERE thread_root_id = $1 AND thread_ordinal > $2 AND deleted_at IS NULL AND sender_id <> $3 LIMIT 100)";

    FOLLOW = "SELECT is_following, last_read_ordinal FROM thread_follows WHERE user_id = $1 AND thread_root_id = $2";
    /// Who said that they do not follow it stays so.
    TAKE_PART = "INSERT INTO thread_follows (user_id, thread_root_id, is_following, last_read_ordinal) VALUES ($1, $2, TRUE, $3)
                 ON CONFLICT (user_id, thread_root_id) DO UPDATE
                    SET last_read_ordinal = CASE WHEN thread_follows.last_read_ordinal < $3 THEN $3 ELSE thread_follows.last_read_ordinal END";
    SET_FOLLOWING = "INSERT INTO thread_follows (user_id, thread_root_id, is_following, last_read_ordinal) VALUES ($1, $2, $3, $4)
                     ON CONFLICT (user_id, thread_root_id) DO UPDATE SET is_following = $3";
    SET_READ = "UPDATE thread_follows SET last_read_ordinal = $1
                 WHERE user_id = $2 AND thread_root_id = $3 AND last_read_ordinal < $1";

    SET_BACK = "UPDATE thread_follows SET last_read_ordinal = $1
                 WHERE user_id = $2 AND thread_root_id = $3 AND last_read_ordinal > $1";

    /// Whether somebody follows more than a few threads. Rides on the primary key.
    FOLLOWS_UPTO = "SELECT count(*) FROM (SELECT 1 FROM thread_follows WHERE user_id = $1 AND is_following = TRUE LIMIT $2)";

    /// Followed threads that the person may still see, the liveliest first: of all that they follow, which should be few.
    FOLLOWED = concat!("SELECT ", followed_columns!(), "
           FROM thread_follows f
           JOIN messages m ON m.id = f.thread_root_id
          WHERE f.user_id = $1 AND f.is_following = TRUE AND m.last_reply_at < $2 AND ", is_read_now!(), "
          ORDER BY m.last_reply_at DESC
          LIMIT $3");

    /// The same, with those that nobody has replied to yet at the end.
    FOLLOWED_FROM_THE_START = concat!("SELECT ", followed_columns!(), "
           FROM thread_follows f
           JOIN messages m ON m.id = f.thread_root_id
          WHERE f.user_id = $1 AND f.is_following = TRUE AND ", is_read_now!(), "
          ORDER BY m.last_reply_at DESC NULLS LAST
          LIMIT $2");

    /// The same, found among the liveliest threads there are, whosever they are, and no further than so many of them. Rides
    /// on messages_by_last_reply, from which it stops when it has enough; CROSS JOIN keeps SQLite to that order. Of those
    /// that the person does not follow nothing but the index is read: the plus keeps SQLite from putting `$1` there and
    /// asking the rest of all of them first.
    FOLLOWED_AMONG_LIVELIEST = concat!("SELECT ", followed_columns!(), "
           FROM messages m CROSS JOIN thread_follows f
          WHERE f.user_id = $1 AND f.thread_root_id = m.id AND f.is_following = TRUE AND ", is_read_now!("+f.user_id"), "
            AND m.last_reply_at < $2
            AND m.last_reply_at >= coalesce((SELECT last_reply_at FROM messages
                                              WHERE last_reply_at < $2 ORDER BY last_reply_at DESC LIMIT 1 OFFSET $3), 0)
          ORDER BY m.last_reply_at DESC
          LIMIT $4");
}

/// Whoever follows no more threads than this has all of them looked at; otherwise the liveliest threads there are lead
/// to theirs.
const FEW_FOLLOWED: u32 = if cfg!(test) { 3 } else { 200 };

/// How many of those are looked at, at first and then more, before all that somebody follows are looked at after all.
const MOST_OF_OTHERS: [u32; 3] = if cfg!(test) { [2, 4, 8] } else { [500, 4_000, 20_000] };

/// How many marks a page is given at the start.
const MOST_MARKS: u32 = 200;

/// The people named under a message with replies.
const MOST_REPLIERS: usize = 5;

/// The latest people to reply, each once, at most 5.
pub(super) fn repliers(tx: &Tx<'_>, root: MessageId) -> Result<Vec<UserId>> {
    let mut people: Vec<UserId> = Vec::new();
    for user in tx.query(LATEST_REPLIERS, &[&root], |row| row.get::<UserId>(0))? {
        if !people.contains(&user) {
            people.push(user);
        }
    }
    people.truncate(MOST_REPLIERS);
    Ok(people)
}

/// The message that a thread hangs on.
///
/// # Errors
/// `NotFound` when it is not in this conversation; `Conflict` when it is itself a reply, or no message of a person's.
pub fn root(tx: &Tx<'_>, poster: &Poster, id: MessageId) -> Result<Message> {
    let found = messages::by_id(tx, id)?.filter(|message| message.place() == Some(poster.place()));
    let root = found.ok_or(Error::NotFound("message"))?;
    if root.kind == MessageKind::System {
        return Err(Error::Conflict("The server's own lines have no threads."));
    }
    if root.thread_root_id.is_some() {
        return Err(Error::Conflict("A reply has no thread of its own; reply in the thread that it is in."));
    }
    Ok(root)
}

/// The place in the thread of its newest reply, 0 when there is none.
pub fn last_ordinal(tx: &Tx<'_>, root: MessageId) -> Result<i64> {
    Ok(tx.query_opt(LAST_ORDINAL, &[&root], |row| row.get(0))?.unwrap_or(0))
}

/// Counts a reply that was added; how many there are.
pub fn count_one_more(tx: &WriteTx<'_>, root: MessageId) -> Result<i64> {
    tx.query_one(COUNT_ONE_MORE, &[&tx.now(), &root], |row| row.get(0))
}

/// Counts a reply that was deleted; how many are left.
pub(super) fn count_one_less(tx: &WriteTx<'_>, root: MessageId) -> Result<i64> {
    tx.query_one(COUNT_ONE_LESS, &[&root], |row| row.get(0))
}

/// Replies in a thread that are not deleted.
pub(super) fn reply_count(tx: &Tx<'_>, root: MessageId) -> Result<i64> {
    tx.query_one(REPLY_COUNT, &[&root], |row| row.get(0))
}

/// How somebody stands to a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Follow {
    pub is_following: bool,
    pub last_read_ordinal: i64,
    pub unread_count: i64,
}

impl Follow {
    /// Somebody who never had to do with the thread.
    pub const STRANGER: Self = Self { is_following: false, last_read_ordinal: 0, unread_count: 0 };
}

/// How somebody stands to a thread; `None` when they never had to do with it.
pub fn follow_of(tx: &Tx<'_>, user: UserId, root: MessageId) -> Result<Option<Follow>> {
    let found = tx.query_opt(FOLLOW, &[&user, &root], |row| Ok((row.get::<bool>(0)?, row.get::<i64>(1)?)))?;
    let Some((is_following, last_read_ordinal)) = found else { return Ok(None) };
    let unread_count = tx.query_one(UNREAD, &[&root, &last_read_ordinal, &user], |row| row.get(0))?;
    Ok(Some(Follow { is_following, last_read_ordinal, unread_count }))
}

/// The 200 liveliest threads that the asker follows and may see.
pub fn marks(tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<ThreadMark>> {
    read_marks(tx, who.user())
}

fn read_marks(tx: &Tx<'_>, user: UserId) -> Result<Vec<ThreadMark>> {
    let mut marks = Vec::new();
    for Followed { root, place, last_read_ordinal } in liveliest(tx, user, None, MOST_MARKS)? {
        let unread_count = tx.query_one(UNREAD, &[&root, &last_read_ordinal, &user], |row| row.get(0))?;
        let Some(place) = place else { continue };
        marks.push(ThreadMark { thread_root_id: root, place, is_following: true, last_read_ordinal, unread_count });
    }
    Ok(marks)
}

/// A thread that somebody follows.
struct Followed {
    root: MessageId,
    place: Option<Place>,
    last_read_ordinal: i64,
}

fn followed_row(row: &Row<'_>) -> Result<Followed> {
    let place = row.get::<Option<GroupId>>(1)?.map(Place::Group).or(row.get::<Option<DirectId>>(2)?.map(Place::Direct));
    Ok(Followed { root: row.get(0)?, place, last_read_ordinal: row.get(3)? })
}

/// The liveliest threads that somebody follows and may see: those that were last lively before a time, or from the start.
fn liveliest(tx: &Tx<'_>, user: UserId, before: Option<Timestamp>, limit: u32) -> Result<Vec<Followed>> {
    let follows: u32 = tx.query_one(FOLLOWS_UPTO, &[&user, &(FEW_FOLLOWED + 1)], |row| row.get(0))?;
    if follows > FEW_FOLLOWED {
        let before = before.unwrap_or(Timestamp::from_millis(i64::MAX));
        for most in MOST_OF_OTHERS.iter().filter(|most| **most >= limit) {
            let found = tx.query(FOLLOWED_AMONG_LIVELIEST, &[&user, &before, most, &limit], followed_row)?;
            if found.len() == limit as usize {
                return Ok(found);
            }
        }
        // The end of the list, or theirs have been quiet for longer than so many others'.
    }
    match before {
        Some(before) => tx.query(FOLLOWED, &[&user, &before, &limit], followed_row),
        None => tx.query(FOLLOWED_FROM_THE_START, &[&user, &limit], followed_row),
    }
}

/// The liveliest threads in a group that somebody follows, at most 200.
pub fn marks_in_group(tx: &Tx<'_>, user: UserId, group: GroupId) -> Result<Vec<ThreadMark>> {
    let all = read_marks(tx, user)?;
    Ok(all.into_iter().filter(|mark| mark.place == Place::Group(group)).collect())
}

/// How somebody stands to a thread, to be told; `None` when they never had to do with it, or may not see it any more.
pub(super) fn mark_of(tx: &Tx<'_>, user: UserId, root: MessageId) -> Result<Option<ThreadMark>> {
    let Some(root) = messages::by_id(tx, root)? else { return Ok(None) };
    let may_read = match root.group_id {
        Some(group) => super::members::role_of(tx, user, group)?.is_some(),
        None => true,
    };
    match as_event(tx, user, &root)? {
        Some(Event::ThreadUpdated { mark }) if may_read => Ok(Some(mark)),
        _ => Ok(None),
    }
}

/// What is told to somebody of how they stand to a thread.
pub fn as_event(tx: &Tx<'_>, user: UserId, root: &Message) -> Result<Option<Event>> {
    let (Some(place), Some(follow)) = (root.place(), follow_of(tx, user, root.id)?) else { return Ok(None) };
    let Follow { is_following, last_read_ordinal, unread_count } = follow;
    let mark = ThreadMark { thread_root_id: root.id, place, is_following, last_read_ordinal, unread_count };
    Ok(Some(Event::ThreadUpdated { mark }))
}

/// Somebody takes part in a thread and has read it up to here; they follow it unless they said otherwise. Whether they
/// are new to it.
pub fn take_part(tx: &WriteTx<'_>, user: UserId, root: MessageId, read: i64) -> Result<bool> {
    let is_new = follow_of(tx, user, root)?.is_none();
    tx.execute(TAKE_PART, &[&user, &root, &read])?;
    Ok(is_new)
}

/// The reader follows a thread, or no longer. Who begins has read what is there.
pub fn set_following(tx: &WriteTx<'_>, reader: &Reader, root: MessageId, following: bool) -> Result<()> {
    let read = last_ordinal(tx, root)?;
    let params: &[&dyn Param] = &[&reader.user(), &root, &following, &read];
    tx.execute(SET_FOLLOWING, params).map(|_| ())
}

/// Moves the reader's position in a thread on, never back; whether it moved. Who does not follow has none.
pub fn mark_read(tx: &WriteTx<'_>, reader: &Reader, root: MessageId, ordinal: i64) -> Result<bool> {
    let read = ordinal.min(last_ordinal(tx, root)?);
    Ok(tx.execute(SET_READ, &[&read, &reader.user(), &root])? > 0)
}

/// Moves the reader's position in a thread back, never on; whether it moved.
pub fn go_back(tx: &WriteTx<'_>, reader: &Reader, root: MessageId, ordinal: i64) -> Result<bool> {
    Ok(tx.execute(SET_BACK, &[&ordinal.max(0), &reader.user(), &root])? > 0)
}

/// The threads that the asker follows and may see, the liveliest first, those that were last lively before `before`.
pub fn followed(tx: &Tx<'_>, who: &ActiveUser, before: Timestamp, limit: u32) -> Result<Vec<Thread>> {
    let rows = liveliest(tx, who.user(), Some(before), limit)?;
    let thread = |Followed { root, last_read_ordinal, .. }| {
        let root = messages::by_id(tx, root)?.ok_or(Error::NotFound("message"))?;
        let last_ordinal = last_ordinal(tx, root.id)?;
        let unread_count = tx.query_one(UNREAD, &[&root.id, &last_read_ordinal, &who.user()], |row| row.get(0))?;
        Ok(Thread { root, is_following: true, last_ordinal, last_read_ordinal, unread_count })
    };
    rows.into_iter().map(thread).collect()
}
