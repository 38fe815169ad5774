//! `scheduled_messages`: messages that go out at a time.

use super::access::{ActiveUser, Poster};
use super::db::{Param, Row, Tx, WriteTx, statements};
use crate::domain::later::{Ahead, Failure, columns_of};
use crate::domain::{ClientId, Content, Event, GroupId, MessageId, Scheduled, ScheduledId, Timestamp, UserId};
use crate::error::{Error, Result};

/// The columns of a [`Scheduled`], read by [`scheduled`].
macro_rules! scheduled {
    ($more:literal) => {
        concat!(
            "SELECT id, group_id, direct_id, thread_root_id, also_on_timeline, client_id, content, send_at, failed_at,
                    failure, version, created_at
               FROM scheduled_messages ",
            $more
        )
    };
}

statements! {
    INSERT = "INSERT INTO scheduled_messages (id, user_id, group_id, direct_id, thread_root_id, also_on_timeline, client_id,
                                              content, send_at, created_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    CHANGE = "UPDATE scheduled_messages
                 SET content = $1, send_at = $2, failed_at = $3, failure = $4, version = version + 1 WHERE id = $5";
    REMOVE = "DELETE FROM scheduled_messages WHERE id = $1";
    /// Rides on scheduled_messages_by_thread.
    MOVE = "UPDATE scheduled_messages SET group_id = $1
             WHERE thread_root_id = $2
               AND EXISTS (SELECT 1 FROM group_members m WHERE m.group_id = $1 AND m.user_id = scheduled_messages.user_id)
            RETURNING user_id, id";
    COUNT = "SELECT count(*) FROM scheduled_messages WHERE user_id = $1";

    BY_ID = scheduled!("WHERE id = $1");
    BY_USER_AND_ID = scheduled!("WHERE user_id = $1 AND id = $2");
    /// Ride on the unique index (user_id, client_id).
    BY_CLIENT_ID = scheduled!("WHERE user_id = $1 AND client_id = $2");
    OF_USER = scheduled!("WHERE user_id = $1 ORDER BY send_at, id LIMIT 100");

    /// Ride on scheduled_messages_to_send.
    TO_SEND = "SELECT id FROM scheduled_messages WHERE failed_at IS NULL AND send_at <= $1 ORDER BY send_at LIMIT $2";
    NEXT = "SELECT send_at FROM scheduled_messages WHERE failed_at IS NULL ORDER BY send_at LIMIT 1";
    DUE = "SELECT user_id FROM scheduled_messages WHERE id = $1 AND failed_at IS NULL AND send_at <= $2";
}

/// Scheduled messages that one person may have.
const MOST_SCHEDULED: i64 = 100;

fn scheduled(row: &Row<'_>) -> Result<Scheduled> {
    Ok(Scheduled {
        id: row.get(0)?,
        group_id: row.get(1)?,
        direct_id: row.get(2)?,
        thread_root_id: row.get(3)?,
        also_on_timeline: row.get(4)?,
        client_id: row.get(5)?,
        content: row.get(6)?,
        send_at: row.get(7)?,
        failed_at: row.get(8)?,
        failure: row.get(9)?,
        version: row.get(10)?,
        created_at: row.get(11)?,
    })
}

/// What is to be sent, and when.
#[derive(Clone, Debug)]
pub struct NewScheduled {
    pub client_id: ClientId,
    pub content: Content,
    pub thread: Option<MessageId>,
    pub also_on_timeline: bool,
    pub send_at: Ahead,
}

/// # Errors
/// `Conflict` when the poster has 100 already.
pub fn insert(tx: &WriteTx<'_>, poster: &Poster, new: &NewScheduled) -> Result<Scheduled> {
    let user = poster.user();
    if tx.query_one(COUNT, &[&user], |row| row.get::<i64>(0))? >= MOST_SCHEDULED {
        return Err(Error::Conflict("You have as many scheduled messages as can be kept; take some back first."));
    }
    let id = ScheduledId::from_uuid(tx.new_id());
    let (group_id, direct_id) = columns_of(poster.place());
    let params: &[&dyn Param] = &[
        &id,
        &user,
        &group_id,
        &direct_id,
        &new.thread,
        &new.also_on_timeline,
        &new.client_id,
        &new.content.as_str(),
        &new.send_at.at(),
        &tx.now(),
    ];
    tx.execute(INSERT, params)?;
    by_id(tx, id)
}

fn by_id(tx: &Tx<'_>, id: ScheduledId) -> Result<Scheduled> {
    tx.query_opt(BY_ID, &[&id], scheduled)?.ok_or(Error::NotFound("scheduled message"))
}

/// What the poster scheduled under this client's id before, if anything.
pub fn by_client_id(tx: &Tx<'_>, poster: &Poster, client_id: ClientId) -> Result<Option<Scheduled>> {
    tx.query_opt(BY_CLIENT_ID, &[&poster.user(), &client_id], scheduled)
}

/// The asker's scheduled messages, the soonest first, wherever they go to: they are their own words.
pub fn of_user(tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<Scheduled>> {
    tx.query(OF_USER, &[&who.user()], scheduled)
}

/// # Errors
/// `NotFound` when it is not the asker's.
pub fn own(tx: &Tx<'_>, who: &ActiveUser, id: ScheduledId) -> Result<Scheduled> {
    of(tx, who.user(), id)?.ok_or(Error::NotFound("scheduled message"))
}

/// Somebody's scheduled message, if it still is one.
pub(super) fn of(tx: &Tx<'_>, user: UserId, id: ScheduledId) -> Result<Option<Scheduled>> {
    tx.query_opt(BY_USER_AND_ID, &[&user, &id], scheduled)
}

/// Replaces the text and the time of what the poster scheduled. Another time gives what had failed another try.
///
/// # Errors
/// `Stale` with how it stands, when it is no longer at `version`.
pub fn change(
    tx: &WriteTx<'_>,
    _poster: &Poster,
    was: &Scheduled,
    version: i64,
    content: Option<&Content>,
    send_at: Option<Ahead>,
) -> Result<Scheduled> {
    if was.version != version {
        let current = serde_json::to_value(was).map_err(Error::internal)?;
        return Err(Error::Stale { noun: "scheduled message", current: Box::new(current) });
    }
    let text = content.map_or(was.content.as_str(), Content::as_str);
    let (failed_at, failure) = if send_at.is_some() { (None, None) } else { (was.failed_at, was.failure) };
    let at = send_at.map_or(was.send_at, Ahead::at);
    tx.execute(CHANGE, &[&text, &at, &failed_at, &failure, &was.id])?;
    by_id(tx, was.id)
}

/// Whose message is to be sent now; `None` when it is gone, put off, or has failed.
pub fn due(tx: &Tx<'_>, id: ScheduledId) -> Result<Option<(UserId, Scheduled)>> {
    match tx.query_opt(DUE, &[&id, &tx.settled()], |row| row.get(0))? {
        Some(author) => Ok(Some((author, by_id(tx, id)?))),
        None => Ok(None),
    }
}

/// Notes that a message could not be sent; how it stands then.
pub fn fail(tx: &WriteTx<'_>, was: &Scheduled, failure: Failure) -> Result<Scheduled> {
    tx.execute(CHANGE, &[&was.content, &was.send_at, &Some(tx.now()), &Some(failure), &was.id])?;
    by_id(tx, was.id)
}

/// After a post has moved: what is to be said in its thread goes there, for those who are there. Others' cannot be sent,
/// and they are not told where it went.
pub(super) fn moved(tx: &WriteTx<'_>, root: MessageId, to: GroupId) -> Result<Vec<(UserId, Event)>> {
    let all: Vec<(UserId, ScheduledId)> = tx.query(MOVE, &[&to, &root], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let told = |(user, id)| Ok((user, Event::ScheduledUpdated { scheduled: by_id(tx, id)? }));
    all.into_iter().map(told).collect()
}

/// Takes away what was sent or taken back. The caller has it from [`own`] or [`due`].
pub fn remove(tx: &WriteTx<'_>, was: &Scheduled) -> Result<()> {
    tx.execute(REMOVE, &[&was.id]).map(|_| ())
}

/// Messages whose time has come, at most `limit`, the earliest first.
pub fn to_send(tx: &Tx<'_>, limit: u32) -> Result<Vec<ScheduledId>> {
    tx.query(TO_SEND, &[&tx.settled(), &limit], |row| row.get(0))
}

/// When the next message is to be sent.
pub fn next(tx: &Tx<'_>) -> Result<Option<Timestamp>> {
    tx.query_opt(NEXT, &[], |row| row.get(0))
}
