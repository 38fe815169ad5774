//! Saying something, changing it, and reacting to it.

use std::collections::BTreeSet;

use super::{App, audit, happenings, polls};
use crate::domain::file::MOST_ATTACHMENTS;
use crate::domain::message::MessageKind;
use crate::domain::poll::NewPoll;
use crate::domain::{
    AnyEmoji, ClientId, Content, Event, FileId, Happening, Message, MessageId, Place, Scope, Sent, UserId,
};
use crate::error::{Error, Result};
use crate::hub::{Connection, TypingAt};
use crate::store::access::{self, Asker, At, FileReader, GroupAction, MessageReader, Poster};
use crate::store::messages::{Enclosed, Spot, With};
use crate::store::{
    Tx, WriteTx, directs, edits, emoji as own_emoji, members, mentions, messages, post_moves, posts, reactions, threads,
};

/// What somebody wants to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub place: Place,
    pub client_id: ClientId,
    pub content: String,
    /// The files in it, in their order.
    pub files: Vec<FileId>,
    /// The message that it replies to, if it goes into a thread.
    pub thread: Option<MessageId>,
    /// Whether a reply is also said on the conversation's timeline. Everything else always is.
    pub also_on_timeline: bool,
    /// A poll, whose question the text is.
    pub poll: Option<polls::Wanted>,
    /// A message that it forwards.
    pub forward_of: Option<MessageId>,
}

impl Draft {
    /// What carries something else need not say anything.
    fn may_be_silent(&self) -> bool {
        !self.files.is_empty() || self.forward_of.is_some()
    }
}

/// Posts a message to a group, a direct conversation, or a thread in one.
///
/// Safe to repeat: a draft stored before under the same `client_id` is answered as it was stored, and nobody hears of
/// it twice.
///
/// # Errors
/// `Invalid` when the text is empty without a file, or too long, there are too many files, or a poll's answers are not as
/// they must be; `NotFound` when the sender cannot see the conversation, a file, or what is forwarded; `Forbidden` when they
/// must join it first; `Conflict` when it is closed; `ClientIdReused`; `RateLimited`.
pub async fn send(app: &App, asker: Asker, draft: Draft) -> Result<Sent> {
    let (content, poll) = match &draft.poll {
        None => (parse_content(app, &draft.content, draft.may_be_silent())?, None),
        Some(wanted) => (polls::parse_question(app, &draft.content)?, Some(wanted.parse()?)),
    };
    check_files(app, &draft.files)?;
    app.rates.messages.take(&asker.user)?;
    let sent = app
        .store
        .write(move |tx| {
            let poster = poster_of(tx, asker, &draft)?;
            let proved = |tx: &Tx<'_>| Proved::of(tx, asker, &draft);
            let message = post(tx, &poster, &draft, &content, poll.as_ref(), proved)?;
            answer(tx, &poster, message)
        })
        .await?;
    app.previews.ring(&sent.message.content);
    Ok(sent)
}

/// What a draft encloses, with the proof that its sender may read it.
#[derive(Default)]
pub(super) struct Proved {
    files: Vec<FileReader>,
    forward_of: Option<MessageReader>,
}

impl Proved {
    /// # Errors
    /// `NotFound` for a file or a message that the asker may not read, or that is deleted; `Invalid` for what the server
    /// says.
    fn of(tx: &Tx<'_>, asker: Asker, draft: &Draft) -> Result<Self> {
        let files = readable(tx, asker, &draft.files)?;
        let Some(source) = draft.forward_of else { return Ok(Self { files, forward_of: None }) };
        let forward_of = access::message_reader(tx, asker, source)?;
        match messages::by_id(tx, source)? {
            Some(message) if message.kind == MessageKind::System => {
                Err(Error::invalid("forward_of", "must be something that somebody said"))
            }
            Some(message) if message.deleted_at.is_none() => Ok(Self { files, forward_of: Some(forward_of) }),
            _ => Err(Error::NotFound("message")),
        }
    }
}

/// # Errors
/// `NotFound` for a file that the asker may not read.
pub(super) fn readable(tx: &Tx<'_>, asker: Asker, files: &[FileId]) -> Result<Vec<FileReader>> {
    files.iter().map(|id| access::file_reader(tx, asker, *id)).collect()
}

/// # Errors
/// `Invalid` when there are too many, or one stands there twice.
pub(super) fn check_files(app: &App, files: &[FileId]) -> Result<()> {
    let most = app.config.files.per_message.min(MOST_ATTACHMENTS);
    if files.len() > most {
        return Err(Error::Invalid { field: "file_ids".into(), why: format!("must name at most {most} files") });
    }
    if files.iter().collect::<BTreeSet<_>>().len() < files.len() {
        return Err(Error::invalid("file_ids", "must name each file once"));
    }
    Ok(())
}

/// Who replies to a post that was moved meanwhile replies where it is now.
fn poster_of(tx: &Tx<'_>, asker: Asker, draft: &Draft) -> Result<Poster> {
    if let (Some(root), Place::Group(group)) = (draft.thread, draft.place)
        && post_moves::place_before(tx, root, group)?.is_some()
    {
        return access::poster_by_message(tx, asker, root);
    }
    access::poster(tx, asker, draft.place)
}

/// Says something, unless it was said before under this `client_id`; the message. `prove` finds what is in it.
pub(super) fn post(
    tx: &WriteTx<'_>,
    poster: &Poster,
    draft: &Draft,
    content: &Content,
    poll: Option<&NewPoll>,
    prove: impl FnOnce(&Tx<'_>) -> Result<Proved>,
) -> Result<Message> {
    let more = Enclosed { files: &draft.files, poll, forward_of: draft.forward_of };
    if let Some(sent) = messages::already_sent(tx, poster, draft.client_id, content, more, draft.thread)? {
        return Ok(sent);
    }
    if let Some(poll) = poll {
        poll.check_end(tx.now())?;
    }
    let proved = prove(tx)?;
    let with = With { files: &proved.files, poll, forward_of: proved.forward_of.as_ref() };
    match draft.thread {
        None => {
            let spot = Spot { thread: None, on_timeline: true };
            let message = messages::insert(tx, poster, draft.client_id, content, with, spot)?;
            tell_created(tx, poster.at(), &message, None)?;
            Ok(message)
        }
        Some(root) => reply(tx, poster, root, draft, content, with),
    }
}

pub(super) fn answer(tx: &Tx<'_>, poster: &Poster, message: Message) -> Result<Sent> {
    Ok(Sent { not_in_group: mentions::not_in_group(tx, poster, &message.content)?, message })
}

fn reply(
    tx: &WriteTx<'_>,
    poster: &Poster,
    root: MessageId,
    draft: &Draft,
    content: &Content,
    with: With<'_>,
) -> Result<Message> {
    let root = root_of(tx, poster, root)?;
    let ordinal = threads::last_ordinal(tx, root.id)? + 1;
    let spot = Spot { thread: Some((root.id, ordinal)), on_timeline: draft.also_on_timeline };
    let message = messages::insert(tx, poster, draft.client_id, content, with, spot)?;
    let replies = threads::count_one_more(tx, root.id)?;
    posts::replied(tx, &root)?;
    tell_created(tx, poster.at(), &message, Some(replies))?;
    // Who replies follows, and so do the author of the first message, whom that one mentioned, and whom this one does.
    threads::take_part(tx, poster.user(), root.id, ordinal)?;
    tell_mark(tx, poster.user(), &root)?;
    let first = [root.sender_id].into_iter().chain(root.mentions.iter().copied()).filter(|_| replies == 1);
    let others = first.map(|person| (person, 0)).chain(message.mentions.iter().map(|person| (*person, ordinal - 1)));
    follow(tx, poster.at(), &root, others)?;
    Ok(message)
}

/// Who has to do with a thread follows it from here on, unless they have left, or said that they do not.
pub(super) fn follow(
    tx: &WriteTx<'_>,
    at: At,
    root: &Message,
    people: impl Iterator<Item = (UserId, i64)>,
) -> Result<()> {
    for (person, read) in people {
        if threads::follow_of(tx, person, root.id)?.is_none() && is_here(tx, at, person)? {
            threads::take_part(tx, person, root.id, read)?;
            tell_mark(tx, person, root)?;
        }
    }
    Ok(())
}

fn tell_mark(tx: &WriteTx<'_>, person: UserId, root: &Message) -> Result<()> {
    match threads::as_event(tx, person, root)? {
        Some(event) => tx.emit(Scope::User(person), event),
        None => Ok(()),
    }
}

/// Whom an edit has come to mention follows the thread that it is about, if there is one.
fn follow_edited(tx: &WriteTx<'_>, poster: &Poster, was: &Message, is: &Message) -> Result<()> {
    let (root, read) = match (was.thread_root_id, was.thread_ordinal) {
        (Some(root), Some(ordinal)) => (messages::by_id(tx, root)?.ok_or(Error::NotFound("message"))?, ordinal - 1),
        _ if was.reply_count > 0 || was.post.is_some() => (is.clone(), 0),
        _ => return Ok(()),
    };
    let named = is.mentions.iter().filter(|person| !was.mentions.contains(person));
    follow(tx, poster.at(), &root, named.map(|person| (*person, read)))
}

/// The message that a reply hangs on: one that is there, or whose thread is.
pub(super) fn root_of(tx: &Tx<'_>, poster: &Poster, root: MessageId) -> Result<Message> {
    let root = threads::root(tx, poster, root)?;
    if root.deleted_at.is_some() && root.reply_count == 0 {
        return Err(Error::NotFound("message"));
    }
    Ok(root)
}

/// Whether somebody is (still) in the conversation.
fn is_here(tx: &WriteTx<'_>, at: At, person: UserId) -> Result<bool> {
    match at {
        At::Group(group) => Ok(members::role_of(tx, person, group)?.is_some()),
        At::Direct { .. } => Ok(true),
    }
}

pub(super) fn tell_created(tx: &WriteTx<'_>, at: At, message: &Message, root_reply_count: Option<i64>) -> Result<()> {
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

/// The same, known from the message alone.
pub(super) fn scope_of(message: &Message) -> Scope {
    let between = [message.sender_id, message.receiver_id.unwrap_or(message.sender_id)];
    match (message.group_id, message.direct_id) {
        (None, Some(id)) => Scope::Direct { id, between },
        (group, _) => group.map_or(Scope::User(message.sender_id), Scope::Group),
    }
}

/// A server may allow less than the product does. What carries files need not say anything.
pub(super) fn parse_content(app: &App, typed: &str, may_be_silent: bool) -> Result<Content> {
    if may_be_silent && typed.trim().is_empty() {
        return Ok(Content::silent());
    }
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
/// conversation is closed, or the text is a poll's question.
pub async fn edit(app: &App, asker: Asker, id: MessageId, version: i64, content: &str) -> Result<Message> {
    let content = parse_content(app, content, true)?;
    app.rates.messages.take(&asker.user)?;
    let message = app
        .store
        .write(move |tx| {
            access::reader_of_message(tx, asker, id)?;
            let was = edits::alive(tx, id)?;
            let poster = access::author(tx, asker, &was)?;
            if was.poll.is_some() {
                return Err(Error::Conflict("A poll's question is changed together with its answers."));
            }
            let message = edits::edit(tx, &poster, &was, version, &content)?;
            if message.version != was.version {
                tx.emit(scope(poster.at(), &message), Event::MessageUpdated { message: message.clone() })?;
                follow_edited(tx, &poster, &was, &message)?;
            }
            Ok(message)
        })
        .await?;
    app.previews.ring(&message.content);
    Ok(message)
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
            let solved = posts::solved_by_reply(tx, id)?;
            let (message, root_reply_count) = edits::delete(tx, &poster, &was)?;
            audit::message_deleted(tx, asker, &was)?;
            tx.emit(scope(poster.at(), &message), Event::MessageDeleted { message, root_reply_count })?;
            match solved.map(|post| messages::by_id(tx, post)).transpose()?.flatten() {
                Some(post) => tx.emit(scope(poster.at(), &post), Event::MessageUpdated { message: post }),
                None => Ok(()),
            }
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
/// `NotFound`; `Forbidden` for a post, unless the asker moderates its forum; `Conflict` when the conversation is closed,
/// has 100 pins, or the message is the server's own or a reply to a post.
pub async fn set_pinned(app: &App, asker: Asker, id: MessageId, pinned: bool) -> Result<Message> {
    app.rates.messages.take(&asker.user)?;
    app.store
        .write(move |tx| {
            let poster = access::poster_by_message(tx, asker, id)?;
            may_pin(tx, asker, &edits::said(tx, id)?)?;
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

/// A pin puts a post on top of its forum, for everybody; its replies have no such place.
fn may_pin(tx: &Tx<'_>, asker: Asker, message: &Message) -> Result<()> {
    let (Some(group), root) = (message.group_id, message.thread_root_id) else { return Ok(()) };
    let root = root.map(|root| messages::by_id(tx, root)).transpose()?.flatten();
    if root.is_some_and(|root| root.post.is_some()) {
        return Err(Error::Conflict("In a forum group posts are pinned, not their replies."));
    }
    if message.post.is_some() {
        access::in_group(tx, asker, group, GroupAction::Moderate)?;
    }
    Ok(())
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
