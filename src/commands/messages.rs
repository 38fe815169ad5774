//! Saying something, changing it, and reacting to it.

use super::{App, happenings};
use crate::domain::{AnyEmoji, ClientId, Content, Event, Happening, Message, MessageId, Place, Scope, Sent, UserId};
use crate::error::{Error, Result};
use crate::hub::{Connection, TypingAt};
use crate::store::access::{self, Asker, At, Poster};
use crate::store::messages::Spot;
use crate::store::{Tx, WriteTx, directs, edits, emoji as own_emoji, members, mentions, messages, reactions, threads};

/// What somebody wants to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub place: Place,
    pub client_id: ClientId,
    pub content: String,
    /// The message that it replies to, if it goes into a thread.
    pub thread: Option<MessageId>,
    /// Whether a reply is also said on the conversation's timeline. Everything else always is.
    pub also_on_timeline: bool,
}

/// Posts a message to a group, a direct conversation, or a thread in one.
///
/// Safe to repeat: a draft stored before under the same `client_id` is answered as it was stored, and nobody hears of
/// it twice.
///
/// # Errors
/// `Invalid` when the text is empty or too long; `NotFound` when the sender cannot see the conversation; `Forbidden`
/// when they must join it first; `Conflict` when it is closed; `ClientIdReused`; `RateLimited`.
pub async fn send(app: &App, asker: Asker, draft: Draft) -> Result<Sent> {
    let content = parse_content(app, &draft.content)?;
    app.rates.messages.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let poster = access::poster(tx, asker, draft.place)?;
            if let Some(sent) = messages::already_sent(tx, &poster, draft.client_id, &content, draft.thread)? {
                return answer(tx, &poster, sent);
            }
            let message = match draft.thread {
                None => {
                    let spot = Spot { thread: None, on_timeline: true };
                    let message = messages::insert(tx, &poster, draft.client_id, &content, spot)?;
                    tell_created(tx, poster.at(), &message, None)?;
                    message
                }
                Some(root) => reply(tx, &poster, root, &draft, &content)?,
            };
            answer(tx, &poster, message)
        })
        .await
}

fn answer(tx: &Tx<'_>, poster: &Poster, message: Message) -> Result<Sent> {
    Ok(Sent { not_in_group: mentions::not_in_group(tx, poster, &message.content)?, message })
}

fn reply(tx: &WriteTx<'_>, poster: &Poster, root: MessageId, draft: &Draft, content: &Content) -> Result<Message> {
    let root = threads::root(tx, poster, root)?;
    if root.deleted_at.is_some() && root.reply_count == 0 {
        return Err(Error::NotFound("message"));
    }
    let ordinal = threads::last_ordinal(tx, root.id)? + 1;
    let spot = Spot { thread: Some((root.id, ordinal)), on_timeline: draft.also_on_timeline };
    let message = messages::insert(tx, poster, draft.client_id, content, spot)?;
    let replies = threads::count_one_more(tx, root.id)?;
    // The author of the first message hears of replies to it, and so does everybody who replied or is mentioned, unless
    // they have left.
    let mut people = vec![poster.user()];
    threads::take_part(tx, poster.user(), root.id, ordinal)?;
    let author = (root.sender_id, 0);
    for (person, read) in [author].into_iter().chain(message.mentions.iter().map(|person| (*person, ordinal - 1))) {
        let is_here = is_here(tx, poster.at(), person)?;
        if is_here && !people.contains(&person) && threads::follow_of(tx, person, root.id)?.is_none() {
            threads::take_part(tx, person, root.id, read)?;
            people.push(person);
        }
    }
    tell_created(tx, poster.at(), &message, Some(replies))?;
    for person in people {
        if let Some(event) = threads::as_event(tx, person, &root)? {
            tx.emit(Scope::User(person), event)?;
        }
    }
    Ok(message)
}

/// Whether somebody is (still) in the conversation.
fn is_here(tx: &WriteTx<'_>, at: At, person: UserId) -> Result<bool> {
    match at {
        At::Group(group) => Ok(members::role_of(tx, person, group)?.is_some()),
        At::Direct { .. } => Ok(true),
    }
}

fn tell_created(tx: &WriteTx<'_>, at: At, message: &Message, root_reply_count: Option<i64>) -> Result<()> {
    if let At::Direct { id, other, is_unseen: true } = at {
        let direct = directs::for_other(tx, other, id)?;
        tx.emit(Scope::User(other), Event::DirectCreated { direct })?;
    }
    tx.emit(scope(at, message), Event::MessageCreated { message: message.clone(), root_reply_count })
}

/// Who may hear of what happens to a message.
pub(super) fn scope(at: At, message: &Message) -> Scope {
    match at {
        At::Group(group) => Scope::Group(group),
        At::Direct { id, .. } => {
            Scope::Direct { id, between: [message.sender_id, message.receiver_id.unwrap_or(message.sender_id)] }
        }
    }
}

/// A server may allow less than the product does.
fn parse_content(app: &App, typed: &str) -> Result<Content> {
    let content = Content::parse(typed)?;
    let most = app.config.limits.message_chars;
    if most < Content::MAX_CHARS && content.as_str().chars().count() > most {
        return Err(Error::Invalid { field: "content".into(), why: format!("must have at most {most} characters") });
    }
    Ok(content)
}

/// Replaces the text of one's own message. What it said before can still be read.
///
/// # Errors
/// `Invalid`; `NotFound`; `Forbidden` for others' messages; `Stale` with the message as it stands; `Conflict` when the
/// conversation is closed.
pub async fn edit(app: &App, asker: Asker, id: MessageId, version: i64, content: &str) -> Result<Message> {
    let content = parse_content(app, content)?;
    app.rates.messages.take(&asker.user)?;
    app.store
        .write(move |tx| {
            access::reader_of_message(tx, asker, id)?;
            let was = edits::alive(tx, id)?;
            let poster = access::author(tx, asker, &was)?;
            let message = edits::edit(tx, &poster, &was, version, &content)?;
            if message.version != was.version {
                tx.emit(scope(poster.at(), &message), Event::MessageUpdated { message: message.clone() })?;
            }
            Ok(message)
        })
        .await
}

/// Takes a message's text away for good: one's own, or as a moderator anybody's. A second time changes nothing.
///
/// # Errors
/// `NotFound`; `Forbidden`; `Conflict` when the conversation is closed.
pub async fn delete(app: &App, asker: Asker, id: MessageId) -> Result<()> {
    app.rates.messages.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let reader = access::reader_of_message(tx, asker, id)?;
            let was = messages::shown(tx, &reader, id)?;
            let poster = access::author_or_moderator(tx, asker, &was)?;
            if was.deleted_at.is_some() {
                return Ok(());
            }
            let (message, root_reply_count) = edits::delete(tx, &poster, &was)?;
            tx.emit(scope(poster.at(), &message), Event::MessageDeleted { message, root_reply_count })
        })
        .await
}

/// Reacts to a message, or takes the reaction back. A second time changes nothing.
///
/// # Errors
/// `Invalid` for what is no emoji, or none that is known here; `NotFound`; `Conflict` when the conversation is closed, the
/// message bears 50 kinds, or is the server's own.
pub async fn react(app: &App, asker: Asker, id: MessageId, emoji: &str, on: bool) -> Result<()> {
    let emoji = AnyEmoji::parse("emoji", emoji)?;
    app.rates.messages.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let poster = access::poster_by_message(tx, asker, id)?;
            let message = edits::said(tx, id)?;
            // One that was removed can still be taken back.
            if let AnyEmoji::Custom(name) = &emoji
                && on
                && !own_emoji::is_known(tx, &poster, name)?
            {
                return Err(Error::invalid("emoji", "is no emoji of this workspace"));
            }
            let changed = match on {
                true => reactions::insert(tx, &poster, id, &emoji.text())?,
                false => reactions::remove(tx, &poster, id, &emoji.text())?,
            };
            if changed {
                let reactions = reactions::of_message(tx, id)?;
                let event = Event::ReactionsUpdated { message_id: id, place: poster.place(), reactions };
                tx.emit(scope(poster.at(), &message), event)?;
            }
            Ok(())
        })
        .await
}

/// Pins a message, of which a line on the timeline tells, or takes the pin down. A second time changes nothing.
///
/// # Errors
/// `NotFound`; `Conflict` when the conversation is closed, has 100 pins, or the message is the server's own.
pub async fn set_pinned(app: &App, asker: Asker, id: MessageId, pinned: bool) -> Result<Message> {
    app.rates.messages.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let poster = access::poster_by_message(tx, asker, id)?;
            edits::said(tx, id)?;
            let (message, changed) = edits::set_pinned(tx, &poster, id, pinned)?;
            if changed {
                tx.emit(scope(poster.at(), &message), Event::MessageUpdated { message: message.clone() })?;
            }
            if changed && pinned {
                let thread_root_id = message.thread_root_id.filter(|_| message.ordinal.is_none());
                let what = Happening::Pinned { message_id: id, thread_root_id };
                happenings::tell(tx, poster.at(), asker.user, &what)?;
            }
            Ok(message)
        })
        .await
}

/// Tells the others that the asker is writing.
///
/// # Errors
/// As [`send`], since who may not write is not heard writing either.
pub async fn typing(app: &App, from: &Connection, asker: Asker, place: Place) -> Result<()> {
    let at = app.store.read(move |tx| Ok(access::poster(tx, asker, place)?.at())).await?;
    app.hub.typing(
        from,
        match at {
            At::Group(id) => TypingAt::Group(id),
            At::Direct { id, other, .. } => TypingAt::Direct { id, other },
        },
    );
    Ok(())
}
