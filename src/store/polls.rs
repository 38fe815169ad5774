//! `polls`, `poll_options`, `poll_votes`: questions with answers to choose from. The question is the message's text.

use super::access::{Poster, Reader};
use super::db::{Param, Row, Tx, WriteTx, statements};
use super::users::{user, user_columns};
use super::{edits, search};
use crate::domain::poll::{MOST_NAMED, NewPoll, Options, Poll, PollOption};
use crate::domain::{Content, Message, MessageId, Timestamp, User, UserId};
use crate::error::{Error, Result};

statements! {
    INSERT = "INSERT INTO polls (message_id, is_multiple, is_anonymous, closes_at) VALUES ($1, $2, $3, $4)";
    MARK = "UPDATE messages SET has_poll = TRUE WHERE id = $1";
    UNMARK = "UPDATE messages SET has_poll = FALSE WHERE id = $1";
    INSERT_OPTION = "INSERT INTO poll_options (message_id, id, position, text) VALUES ($1, $2, $3, $4)";
    /// With it go its options and votes.
    DELETE = "DELETE FROM polls WHERE message_id = $1";
    DELETE_OPTIONS = "DELETE FROM poll_options WHERE message_id = $1";

    BY_MESSAGE = "SELECT is_multiple, is_anonymous, closes_at, closed_at, voter_count, revision, last_option_id
                    FROM polls WHERE message_id = $1";
    OPTIONS_OF = "SELECT id, text, vote_count FROM poll_options WHERE message_id = $1 ORDER BY position";
    /// Rides on poll_votes_by_option.
    NAMED = "SELECT user_id FROM poll_votes WHERE message_id = $1 AND option_id = $2 ORDER BY user_id LIMIT $3";
    /// Rides on poll_votes_by_option.
    VOTERS = concat!("SELECT ", user_columns!(), "
           FROM poll_votes v JOIN users u ON u.id = v.user_id
          WHERE v.message_id = $1 AND v.option_id = $2 AND v.user_id > $3
          ORDER BY v.user_id
          LIMIT $4");
    HAS_OPTION = "SELECT 1 FROM poll_options WHERE message_id = $1 AND id = $2";

    /// Rides on the primary key.
    VOTES_OF = "SELECT option_id FROM poll_votes WHERE message_id = $1 AND user_id = $2 ORDER BY option_id";
    VOTE = "INSERT INTO poll_votes (message_id, user_id, option_id, voted_at) VALUES ($1, $2, $3, $4)";
    TAKE_BACK = "DELETE FROM poll_votes WHERE message_id = $1 AND user_id = $2 AND option_id = $3";
    COUNT_VOTE = "UPDATE poll_options SET vote_count = vote_count + $1 WHERE message_id = $2 AND id = $3";
    COUNT_VOTER = "UPDATE polls SET voter_count = voter_count + $1, revision = revision + 1 WHERE message_id = $2";

    CLOSE = "UPDATE polls SET closed_at = $1, revision = revision + 1 WHERE message_id = $2 AND closed_at IS NULL";
    /// Rides on polls_to_close.
    TO_CLOSE = "SELECT message_id, closes_at FROM polls WHERE closed_at IS NULL AND closes_at <= $1 ORDER BY closes_at LIMIT 100";

    CHANGED = "UPDATE polls SET last_option_id = $1, revision = revision + 1 WHERE message_id = $2";
}

/// A row of `polls`.
struct Terms {
    is_multiple: bool,
    is_anonymous: bool,
    closes_at: Option<Timestamp>,
    closed_at: Option<Timestamp>,
    voter_count: i64,
    revision: i64,
    last_option_id: i64,
}

impl Terms {
    /// A poll is closed from its closing time on, whenever the clock's round comes by.
    fn closed_at(&self, now: Timestamp) -> Option<Timestamp> {
        self.closed_at.or(self.closes_at.filter(|end| *end <= now))
    }
}

fn terms(row: &Row<'_>) -> Result<Terms> {
    Ok(Terms {
        is_multiple: row.get(0)?,
        is_anonymous: row.get(1)?,
        closes_at: row.get(2)?,
        closed_at: row.get(3)?,
        voter_count: row.get(4)?,
        revision: row.get(5)?,
        last_option_id: row.get(6)?,
    })
}

fn terms_of(tx: &Tx<'_>, id: MessageId) -> Result<Terms> {
    tx.query_opt(BY_MESSAGE, &[&id], terms)?.ok_or(Error::NotFound("poll"))
}

/// Adds a poll to a message that was just inserted.
pub(super) fn insert(tx: &WriteTx<'_>, id: MessageId, new: &NewPoll) -> Result<Poll> {
    tx.execute(MARK, &[&id])?;
    tx.execute(INSERT, &[&id, &new.is_multiple, &new.is_anonymous, &new.closes_at])?;
    insert_options(tx, id, &new.options, 0)?;
    of_message(tx, id)
}

/// Numbers the answers on from `last`, so that the number of one that is gone never stands for another.
fn insert_options(tx: &WriteTx<'_>, id: MessageId, options: &Options, last: i64) -> Result<()> {
    let mut number = last;
    for option in options.as_slice() {
        number += 1;
        let params: &[&dyn Param] = &[&id, &number, &(number - last), &option.as_str()];
        tx.execute(INSERT_OPTION, params)?;
    }
    tx.execute(CHANGED, &[&number, &id]).map(|_| ())
}

/// A poll as it stands. As much work as it has answers, however many have voted.
pub fn of_message(tx: &Tx<'_>, id: MessageId) -> Result<Poll> {
    let terms = terms_of(tx, id)?;
    let option = |row: &Row<'_>| {
        Ok(PollOption { id: row.get(0)?, text: row.get(1)?, vote_count: row.get(2)?, user_ids: Vec::new() })
    };
    let mut options = tx.query(OPTIONS_OF, &[&id], option)?;
    if !terms.is_anonymous {
        for option in options.iter_mut().filter(|option| option.vote_count > 0) {
            option.user_ids = tx.query(NAMED, &[&id, &option.id, &(MOST_NAMED as i64)], |row| row.get(0))?;
        }
    }
    Ok(Poll {
        options,
        voter_count: terms.voter_count,
        is_multiple: terms.is_multiple,
        is_anonymous: terms.is_anonymous,
        closes_at: terms.closes_at,
        closed_at: terms.closed_at(tx.now()),
        revision: terms.revision,
    })
}

/// What somebody has chosen. Nobody else is told.
pub fn votes_of(tx: &Tx<'_>, user: UserId, id: MessageId) -> Result<Vec<i64>> {
    tx.query(VOTES_OF, &[&id, &user], |row| row.get(0))
}

/// What the reader has chosen, at which revision of the poll; `None` when there is no such poll.
pub fn own_votes(tx: &Tx<'_>, reader: &Reader, id: MessageId) -> Result<Option<(Vec<i64>, i64)>> {
    let Some(terms) = tx.query_opt(BY_MESSAGE, &[&id], terms)? else { return Ok(None) };
    Ok(Some((votes_of(tx, reader.user(), id)?, terms.revision)))
}

/// Who chose an answer, in the order of their ids, those after `after`.
///
/// # Errors
/// `NotFound` when there is no such poll or answer; `Forbidden` when the poll is anonymous.
pub fn voters(
    tx: &Tx<'_>,
    _reader: &Reader,
    id: MessageId,
    option: i64,
    after: UserId,
    limit: u32,
) -> Result<Vec<User>> {
    if terms_of(tx, id)?.is_anonymous {
        return Err(Error::Forbidden("This poll is anonymous: nobody is told who chose what."));
    }
    tx.query_opt(HAS_OPTION, &[&id, &option], |_| Ok(()))?.ok_or(Error::NotFound("answer"))?;
    tx.query(VOTERS, &[&id, &option, &after, &limit], user)
}

/// Chooses an answer, or takes that back; where one may choose only one, what was chosen before goes. Whether that
/// changed anything. Whether the poll is closed is decided here, in the transaction that votes.
///
/// # Errors
/// `NotFound` when there is no such poll or answer; `Conflict` when it is closed.
pub fn vote(tx: &WriteTx<'_>, poster: &Poster, id: MessageId, option: i64, on: bool) -> Result<bool> {
    let terms = terms_of(tx, id)?;
    tx.query_opt(HAS_OPTION, &[&id, &option], |_| Ok(()))?.ok_or(Error::NotFound("answer"))?;
    if terms.closed_at(tx.now()).is_some() {
        return Err(Error::Conflict("This poll is closed."));
    }
    let user = poster.user();
    let before = votes_of(tx, user, id)?;
    if before.contains(&option) == on {
        return Ok(false);
    }
    let gone = before.iter().filter(|held| if on { !terms.is_multiple } else { **held == option });
    let mut left = before.len() as i64;
    for held in gone {
        tx.execute(TAKE_BACK, &[&id, &user, held])?;
        tx.execute(COUNT_VOTE, &[&-1, &id, held])?;
        left -= 1;
    }
    if on {
        tx.execute(VOTE, &[&id, &user, &option, &tx.now()])?;
        tx.execute(COUNT_VOTE, &[&1, &id, &option])?;
        left += 1;
    }
    let more_voters = i64::from(left > 0) - i64::from(!before.is_empty());
    tx.execute(COUNT_VOTER, &[&more_voters, &id])?;
    Ok(true)
}

/// Closes a poll for good; whether it was open.
///
/// The caller has proved that they may, or the clock says so.
///
/// # Errors
/// `NotFound` when there is no such poll.
pub fn close(tx: &WriteTx<'_>, id: MessageId, at: Timestamp) -> Result<bool> {
    if terms_of(tx, id)?.closed_at(tx.now()).is_some_and(|closed| closed < at) {
        return Ok(false);
    }
    Ok(tx.execute(CLOSE, &[&at, &id])? > 0)
}

/// Polls whose time has come, the longest overdue first, at most 100, each with that time.
pub fn to_close(tx: &Tx<'_>) -> Result<Vec<(MessageId, Timestamp)>> {
    tx.query(TO_CLOSE, &[&tx.settled()], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Changes question and answers, as long as nobody has voted.
///
/// # Errors
/// `NotFound` when there is no such poll; `Stale`; `Conflict` when somebody has voted, or it is closed.
pub fn change(
    tx: &WriteTx<'_>,
    poster: &Poster,
    was: &Message,
    version: i64,
    question: &Content,
    options: &Options,
) -> Result<Message> {
    let terms = terms_of(tx, was.id)?;
    if was.version != version {
        let current = serde_json::to_value(was).map_err(Error::internal)?;
        return Err(Error::Stale { noun: "message", current: Box::new(current) });
    }
    if terms.voter_count > 0 || terms.closed_at(tx.now()).is_some() {
        return Err(Error::Conflict("Somebody has voted already, or the poll is closed; it stays as it is."));
    }
    search::forget(tx, was.id)?;
    tx.execute(DELETE_OPTIONS, &[&was.id])?;
    insert_options(tx, was.id, options, terms.last_option_id)?;
    edits::replace(tx, poster, was, question)
}

/// Takes a poll away with all that was chosen.
pub(super) fn remove(tx: &WriteTx<'_>, id: MessageId) -> Result<()> {
    if tx.execute(DELETE, &[&id])? > 0 {
        tx.execute(UNMARK, &[&id])?;
    }
    Ok(())
}
