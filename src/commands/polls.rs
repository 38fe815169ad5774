//! Questions with answers to choose from.

use super::App;
use super::messages::{parse_content, scope_of};
use crate::domain::poll::{NewPoll, Options, Poll};
use crate::domain::text::Question;
use crate::domain::{Content, Event, Message, MessageId, Scope, Timestamp};
use crate::error::{Error, Result};
use crate::store::access::{self, Asker, Poster};
use crate::store::{Tx, WriteTx, edits, messages, polls};

/// A poll as somebody wants it; its question is the message's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    pub options: Vec<String>,
    pub is_multiple: bool,
    pub is_anonymous: bool,
    pub closes_at: Option<Timestamp>,
}

impl Wanted {
    pub(super) fn parse(&self) -> Result<NewPoll> {
        Ok(NewPoll {
            options: Options::parse("poll.options", &self.options)?,
            is_multiple: self.is_multiple,
            is_anonymous: self.is_anonymous,
            closes_at: self.closes_at,
        })
    }
}

/// The text of a poll's question.
pub(super) fn parse_question(app: &App, typed: &str) -> Result<Content> {
    parse_content(app, Question::parse(typed)?.as_str(), false)
}

/// A poll, and what the asker has chosen in it.
pub struct Voted {
    pub poll: Poll,
    pub option_ids: Vec<i64>,
}

/// Chooses an answer, or takes that back. A second time changes nothing. Whether the poll is still open is decided in the
/// transaction; who votes from two devices at once has chosen both answers, or the later one where only one may be chosen.
///
/// # Errors
/// `NotFound` for a message or an answer; `Conflict` when the poll or the conversation is closed.
pub async fn vote(app: &App, asker: Asker, id: MessageId, option: i64, on: bool) -> Result<Voted> {
    app.rates.messages.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let poster = access::poster_by_message(tx, asker, id)?;
            let message = poll_message(tx, id)?;
            let changed = polls::vote(tx, &poster, id, option, on)?;
            let option_ids = polls::votes_of(tx, asker.user, id)?;
            if !changed {
                return Ok(Voted { poll: polls::of_message(tx, id)?, option_ids });
            }
            let poll = tell(tx, &message)?;
            tell_votes(tx, &poster, id, &option_ids, poll.revision)?;
            Ok(Voted { poll, option_ids })
        })
        .await
}

/// What somebody has chosen is told to their own devices alone.
fn tell_votes(
    tx: &WriteTx<'_>,
    poster: &Poster,
    message_id: MessageId,
    option_ids: &[i64],
    revision: i64,
) -> Result<()> {
    let event = Event::VotesUpdated { message_id, place: poster.place(), option_ids: option_ids.to_vec(), revision };
    tx.emit(Scope::User(poster.user()), event)
}

/// Everybody in the conversation hears how a poll stands.
fn tell(tx: &WriteTx<'_>, message: &Message) -> Result<Poll> {
    let poll = polls::of_message(tx, message.id)?;
    if let Some(place) = message.place() {
        tx.emit(scope_of(message), Event::PollUpdated { message_id: message.id, place, poll: poll.clone() })?;
    }
    Ok(poll)
}

fn poll_message(tx: &Tx<'_>, id: MessageId) -> Result<Message> {
    edits::alive(tx, id)?.with_poll().ok_or(Error::NotFound("poll"))
}

/// Closes a poll for good: its author, or who moderates the group. A second time changes nothing.
///
/// # Errors
/// `NotFound`; `Forbidden`; `Conflict` when the conversation is closed.
pub async fn close(app: &App, asker: Asker, id: MessageId) -> Result<Poll> {
    app.rates.messages.take(&asker.user)?;
    app.store
        .write(move |tx| {
            access::reader_of_message(tx, asker, id)?;
            let message = poll_message(tx, id)?;
            access::author_or_moderator(tx, asker, &message)?;
            match polls::close(tx, id, tx.now())? {
                true => tell(tx, &message),
                false => polls::of_message(tx, id),
            }
        })
        .await
}

/// Changes question and answers of one's own poll, as long as nobody has voted.
///
/// # Errors
/// `Invalid`; `NotFound`; `Forbidden` for others' polls; `Stale` with the message as it stands; `Conflict` when somebody
/// has voted, or poll or conversation are closed.
pub async fn change(
    app: &App,
    asker: Asker,
    id: MessageId,
    version: i64,
    question: &str,
    options: &[String],
) -> Result<Message> {
    let question = parse_question(app, question)?;
    let options = Options::parse("options", options)?;
    app.rates.messages.take(&asker.user)?;
    app.store
        .write(move |tx| {
            access::reader_of_message(tx, asker, id)?;
            let was = poll_message(tx, id)?;
            let poster = access::author(tx, asker, &was)?;
            let message = polls::change(tx, &poster, &was, version, &question, &options)?;
            tx.emit(scope_of(&message), Event::MessageUpdated { message: message.clone() })?;
            Ok(message)
        })
        .await
}

/// Closes the polls whose time has come, and tells.
///
/// # Errors
/// As those of the store.
pub async fn close_due(app: &App) -> Result<()> {
    while !app.store.read(polls::to_close).await?.is_empty() {
        app.store
            .write(|tx| {
                for (id, at) in polls::to_close(tx)? {
                    polls::close(tx, id, at)?;
                    if let Some(message) = messages::by_id(tx, id)? {
                        tell(tx, &message)?;
                    }
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}
