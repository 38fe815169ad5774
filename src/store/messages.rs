//! `messages`: what people say.

use std::collections::BTreeSet;

use super::access::{self, Asker, At, FileReader, MessageReader, Poster, Reader, ServerKeeper};
use super::db::{Param, Row, Tx, WriteTx, statements};
use super::{
    attachments, files, group_mentions, groups, mentions, polls, post_moves, posts, previews, reactions, reading,
    search, threads, users,
};
use crate::domain::message::MessageKind;
use crate::domain::poll::{NewPoll, Poll};
use crate::domain::{
    ClientId, Content, DirectId, FileId, GroupId, GroupKind, Happening, Message, MessageId, MessagePage, MessagesFound,
    Place, Timestamp, UserId, ids,
};
use crate::error::{Error, Result};

/// The group of a message `m`: a reply is where the message is that it replies to, also after that was moved. Whoever
/// asks in which group a message is, asks so; the column of a reply says where it was said.
macro_rules! group_of_message {
    () => {
        "CASE WHEN m.thread_root_id IS NULL THEN m.group_id \
              ELSE (SELECT r.group_id FROM messages r WHERE r.id = m.thread_root_id) END"
    };
}
pub(super) use group_of_message;

/// Whether a person, `$1` unless told, is in the conversation of a message `m` now, wherever it was said.
macro_rules! is_read_now {
    () => {
        is_read_now!("$1")
    };
    ($person:literal) => {
        concat!(
            "(m.direct_id IS NOT NULL \
              OR EXISTS (SELECT 1 FROM group_members g WHERE g.user_id = ",
            $person,
            " AND g.group_id = ",
            group_of_message!(),
            "))"
        )
    };
}
pub(super) use is_read_now;

/// The same, for the test that looks for it.
#[cfg(test)]
pub(super) const GROUP_OF_MESSAGE: &str = group_of_message!();

/// The columns of a [`Message`]. The text of a deleted message is in no answer.
macro_rules! message_columns {
    () => {
        "m.id, CASE WHEN m.thread_root_id IS NULL THEN m.group_id \
                    ELSE (SELECT r.group_id FROM messages r WHERE r.id = m.thread_root_id) END, m.direct_id, m.sender_id, m.receiver_id, m.client_id, m.ordinal, m.thread_root_id, m.thread_ordinal, \
         m.reply_count, m.last_reply_at, m.kind, CASE WHEN m.deleted_at IS NULL THEN m.content ELSE '' END, m.created_at, \
         m.edited_at, m.deleted_at, m.pinned_at, m.pinned_by, m.version, m.calls, m.happening, m.has_poll, \
         CASE WHEN m.deleted_at IS NULL THEN m.forward_of END"
    };
}
pub(super) use message_columns;

/// How many columns those are.
pub(super) const MESSAGE_COLUMNS: usize = 23;

/// A page of history in one direction: of a conversation, or of a thread.
macro_rules! page {
    ($of:literal, $ordinal:literal, "earlier") => {
        concat!(
            "SELECT ",
            message_columns!(),
            " FROM messages m WHERE m.",
            $of,
            " = $1 AND m.",
            $ordinal,
            " < $2 ORDER BY m.",
            $ordinal,
            " DESC LIMIT $3"
        )
    };
    ($of:literal, $ordinal:literal, "later") => {
        concat!(
            "SELECT ",
            message_columns!(),
            " FROM messages m WHERE m.",
            $of,
            " = $1 AND m.",
            $ordinal,
            " > $2 ORDER BY m.",
            $ordinal,
            " LIMIT $3"
        )
    };
}

statements! {
    /// Rides on messages_by_group.
    EARLIER_IN_GROUP = page!("group_id", "ordinal", "earlier");
    LATER_IN_GROUP = page!("group_id", "ordinal", "later");
    /// Rides on messages_by_direct.
    EARLIER_IN_DIRECT = page!("direct_id", "ordinal", "earlier");
    LATER_IN_DIRECT = page!("direct_id", "ordinal", "later");
    /// Rides on messages_by_thread.
    EARLIER_IN_THREAD = page!("thread_root_id", "thread_ordinal", "earlier");
    LATER_IN_THREAD = page!("thread_root_id", "thread_ordinal", "later");

    BY_ID = concat!("SELECT ", message_columns!(), " FROM messages m WHERE m.id = $1");

    /// Takes the first row from the end.
    NEWEST_ID = "SELECT id FROM messages ORDER BY seq DESC LIMIT 1";

    /// Rides on the unique index of ids, which sort by when they were made.
    COUNT_AFTER = "SELECT count(*) FROM (SELECT 1 FROM messages WHERE id > $1 LIMIT 100000)";

    /// Rides on the unique index (sender_id, client_id).
    ALREADY_SENT = "SELECT id FROM messages WHERE sender_id = $1 AND client_id = $2";

    /// One row of the group, whatever the number of its members.
    COUNT_IN_GROUP = "UPDATE groups SET message_count = message_count + 1 WHERE id = $1
                      RETURNING message_count";
    COUNT_IN_DIRECT = "UPDATE direct_conversations SET message_count = message_count + 1, last_message_at = $1 WHERE id = $2
                       RETURNING message_count";

    INSERT = "INSERT INTO messages (id, group_id, direct_id, sender_id, receiver_id, client_id, ordinal, thread_root_id,
                                    thread_ordinal, content, created_at, forward_of)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
}

pub(super) fn message(row: &Row<'_>) -> Result<Message> {
    message_at(row, 0)
}

/// Reads the columns of `message_columns!` from `row`, the first of them being `at`.
pub(super) fn message_at(row: &Row<'_>, at: usize) -> Result<Message> {
    let has_poll: bool = row.get(at + 21)?;
    Ok(Message {
        id: row.get(at)?,
        group_id: row.get(at + 1)?,
        direct_id: row.get(at + 2)?,
        sender_id: row.get(at + 3)?,
        receiver_id: row.get(at + 4)?,
        client_id: row.get(at + 5)?,
        ordinal: row.get(at + 6)?,
        thread_root_id: row.get(at + 7)?,
        thread_ordinal: row.get(at + 8)?,
        reply_count: row.get(at + 9)?,
        last_reply_at: row.get(at + 10)?,
        kind: row.get(at + 11)?,
        content: row.get(at + 12)?,
        created_at: row.get(at + 13)?,
        edited_at: row.get(at + 14)?,
        deleted_at: row.get(at + 15)?,
        pinned_at: row.get(at + 16)?,
        pinned_by: row.get(at + 17)?,
        version: row.get(at + 18)?,
        reactions: Vec::new(),
        repliers: Vec::new(),
        mentions: Vec::new(),
        calls: row.get(at + 19)?,
        attachments: Vec::new(),
        previews: Vec::new(),
        post: None,
        happening: row.get::<Option<String>>(at + 20)?.as_deref().and_then(Happening::from_json),
        poll: has_poll.then(Poll::default),
        forward_of: row.get(at + 22)?,
    })
}

/// A message with all that belongs to it.
pub fn by_id(tx: &Tx<'_>, id: MessageId) -> Result<Option<Message>> {
    let Some(found) = tx.query_opt(BY_ID, &[&id], message)? else { return Ok(None) };
    let mut dressed = [found];
    dress(tx, &mut dressed)?;
    let [found] = dressed;
    Ok(Some(found))
}

/// The id of the message that was said last.
pub(super) fn newest_id(tx: &Tx<'_>) -> Result<Option<MessageId>> {
    tx.query_opt(NEWEST_ID, &[], |row| row.get(0))
}

/// How many were said after `then`, the server's own lines too; 100,000 at most.
pub fn count_after(tx: &Tx<'_>, _keeper: &ServerKeeper, then: Timestamp) -> Result<i64> {
    tx.query_one(COUNT_AFTER, &[&MessageId::from_uuid(ids::first_of(then))], |row| row.get(0))
}

/// For who was proved to read the conversation in which it was said.
pub fn shown(tx: &Tx<'_>, _reader: &Reader, id: MessageId) -> Result<Message> {
    by_id(tx, id)?.ok_or(Error::NotFound("message"))
}

/// Those of these messages that the asker may read, with their senders.
pub fn found(tx: &Tx<'_>, asker: Asker, ids: &[MessageId]) -> Result<MessagesFound> {
    access::active_user(tx, asker)?;
    let mut messages = Vec::new();
    for id in ids {
        if access::may_read_message(tx, asker, *id)? {
            messages.extend(by_id(tx, *id)?);
        }
    }
    let users = people_on(tx, &messages)?;
    Ok(MessagesFound { messages, users })
}

/// Which stretch of history is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    Newest,
    Before(MessageId),
    After(MessageId),
    /// As much before the message as after it, and the message itself.
    Around(MessageId),
}

/// What is paged through: a conversation's timeline, or one thread in it.
#[derive(Clone, Copy, Debug)]
enum Timeline {
    Group(GroupId),
    Direct(DirectId),
    Thread(MessageId),
}

impl Timeline {
    /// The message's place on it; `None` when it is not there.
    fn ordinal_of(self, message: &Message) -> Option<i64> {
        match self {
            Self::Group(id) if message.group_id == Some(id) => message.ordinal,
            Self::Direct(id) if message.direct_id == Some(id) => message.ordinal,
            Self::Thread(root) if message.thread_root_id == Some(root) => message.thread_ordinal,
            _ => None,
        }
    }
}

/// A stretch of at most `limit` messages of the conversation, oldest first, with their senders.
///
/// # Errors
/// `NotFound` when the message that the stretch is told by is not on the conversation's timeline.
pub fn page(tx: &Tx<'_>, reader: &Reader, stretch: Stretch, limit: u32) -> Result<MessagePage> {
    let timeline = match reader.place() {
        Place::Group(id) => Timeline::Group(id),
        Place::Direct(id) => Timeline::Direct(id),
    };
    stretch_of(tx, timeline, stretch, limit)
}

/// A stretch of the replies to a message in the conversation, oldest first, with their senders.
///
/// # Errors
/// `NotFound` when the message that the stretch is told by is not in the thread.
pub fn page_of_thread(
    tx: &Tx<'_>,
    _reader: &Reader,
    root: MessageId,
    stretch: Stretch,
    limit: u32,
) -> Result<MessagePage> {
    stretch_of(tx, Timeline::Thread(root), stretch, limit)
}

fn stretch_of(tx: &Tx<'_>, timeline: Timeline, stretch: Stretch, limit: u32) -> Result<MessagePage> {
    let ordinal_of = |id: MessageId| {
        let named = by_id(tx, id)?.and_then(|message| timeline.ordinal_of(&message));
        named.ok_or(Error::NotFound("message"))
    };
    let (earlier, later) = match stretch {
        Stretch::Newest => (Some((i64::MAX, limit)), None),
        Stretch::Before(id) => (Some((ordinal_of(id)?, limit)), None),
        Stretch::After(id) => (None, Some((ordinal_of(id)?, limit))),
        Stretch::Around(id) => {
            let middle = ordinal_of(id)?;
            let half = limit / 2;
            (Some((middle, half)), Some((middle - 1, limit - half)))
        }
    };
    // One more than wanted tells whether there is more in that direction.
    let mut messages = Vec::new();
    let mut has_earlier = later.is_some_and(|(from, _)| from > 0);
    let mut has_later = !matches!(stretch, Stretch::Newest);
    if let Some((below, limit)) = earlier {
        messages = rows(tx, timeline, true, below, limit + 1)?;
        has_earlier = messages.len() > limit as usize;
        messages.truncate(limit as usize);
        messages.reverse();
    }
    if let Some((above, limit)) = later {
        let mut found = rows(tx, timeline, false, above, limit + 1)?;
        has_later = found.len() > limit as usize;
        found.truncate(limit as usize);
        messages.append(&mut found);
    }
    dress(tx, &mut messages)?;
    let users = people_on(tx, &messages)?;
    Ok(MessagePage { messages, users, has_earlier, has_later })
}

fn rows(tx: &Tx<'_>, timeline: Timeline, earlier: bool, from: i64, limit: u32) -> Result<Vec<Message>> {
    match (timeline, earlier) {
        (Timeline::Group(id), true) => tx.query(EARLIER_IN_GROUP, &[&id, &from, &limit], message),
        (Timeline::Group(id), false) => tx.query(LATER_IN_GROUP, &[&id, &from, &limit], message),
        (Timeline::Direct(id), true) => tx.query(EARLIER_IN_DIRECT, &[&id, &from, &limit], message),
        (Timeline::Direct(id), false) => tx.query(LATER_IN_DIRECT, &[&id, &from, &limit], message),
        (Timeline::Thread(id), true) => tx.query(EARLIER_IN_THREAD, &[&id, &from, &limit], message),
        (Timeline::Thread(id), false) => tx.query(LATER_IN_THREAD, &[&id, &from, &limit], message),
    }
}

/// Adds what stands in other rows: reactions, files, who is mentioned, who replied, and how a poll stands.
pub(super) fn dress(tx: &Tx<'_>, messages: &mut [Message]) -> Result<()> {
    for message in messages {
        message.reactions = reactions::of_message(tx, message.id)?;
        message.attachments = attachments::of_message(tx, message.id)?;
        message.previews = previews::of_message(tx, message)?;
        // Of what is on the timeline of a group, some are posts.
        if message.thread_root_id.is_none() && message.group_id.is_some() {
            message.post = posts::of_message(tx, message.id)?;
        }
        if message.content.contains('@') {
            message.mentions = mentions::of_message(tx, message.id)?;
        }
        if message.poll.is_some() {
            message.poll = Some(polls::of_message(tx, message.id)?);
        }
        if message.reply_count > 0 {
            message.repliers = threads::repliers(tx, message.id)?;
        }
    }
    Ok(())
}

/// Everybody who has written, replied, is mentioned, or came or went, on a page.
pub fn people_on(tx: &Tx<'_>, messages: &[Message]) -> Result<Vec<crate::domain::User>> {
    let moved = messages.iter().filter_map(|m| m.happening.as_ref().and_then(Happening::person));
    let others = messages.iter().flat_map(|m| m.repliers.iter().chain(&m.mentions).copied()).chain(moved);
    people(tx, messages.iter().map(|m| m.sender_id).chain(others))
}

/// Each of these people once.
pub fn people(tx: &Tx<'_>, ids: impl Iterator<Item = UserId>) -> Result<Vec<crate::domain::User>> {
    let ids: BTreeSet<UserId> = ids.collect();
    ids.into_iter().map(|id| users::by_id(tx, id)).collect()
}

/// What a draft holds besides its text: what must be the same when it is sent again.
#[derive(Clone, Copy, Debug)]
pub struct Enclosed<'a> {
    pub files: &'a [FileId],
    pub poll: Option<&'a NewPoll>,
    pub forward_of: Option<MessageId>,
}

/// What goes into a message besides its text, proved.
#[derive(Clone, Copy)]
pub struct With<'a> {
    pub files: &'a [FileReader],
    pub poll: Option<&'a NewPoll>,
    /// A message that the sender may read.
    pub forward_of: Option<&'a MessageReader>,
}

/// What the sender's client sent under this id before, if anything.
///
/// # Errors
/// `ClientIdReused` when it was another text or poll, had other files, forwarded another message, or was said elsewhere.
pub fn already_sent(
    tx: &Tx<'_>,
    poster: &Poster,
    client_id: ClientId,
    content: &Content,
    more: Enclosed<'_>,
    thread: Option<MessageId>,
) -> Result<Option<Message>> {
    let Some(sent) = tx.query_opt(ALREADY_SENT, &[&poster.user(), &client_id], |row| row.get(0))? else {
        return Ok(None);
    };
    let sent = by_id(tx, sent)?.ok_or(Error::NotFound("message"))?;
    let here = sent.place() == Some(poster.place()) || was_moved_from(tx, poster, sent.id)?;
    // What was edited or deleted since cannot be compared any more, and is the first result all the same.
    let same_text = sent.content == content.as_str() || sent.edited_at.is_some() || sent.deleted_at.is_some();
    let same_files = sent.deleted_at.is_some() || has_files(tx, &sent, more.files)?;
    let same_poll = match (more.poll, &sent.poll) {
        (None, None) => true,
        (Some(new), Some(there)) => new.is(there) || sent.edited_at.is_some(),
        _ => sent.deleted_at.is_some(),
    };
    let same_forward = sent.deleted_at.is_some() || sent.forward_of == more.forward_of;
    let is_same = here && same_text && same_files && same_poll && same_forward && sent.thread_root_id == thread;
    if is_same { Ok(Some(sent)) } else { Err(Error::ClientIdReused) }
}

/// Whether a message was sent with these files, of which some may be gone since.
fn has_files(tx: &Tx<'_>, sent: &Message, files: &[FileId]) -> Result<bool> {
    let mut there = sent.attachments.iter().map(|file| file.id).peekable();
    for file in files {
        if there.next_if_eq(file).is_none() && files::exists(tx, *file)? {
            return Ok(false);
        }
    }
    Ok(there.next().is_none())
}

/// A post that was sent here and moved since is still the first result.
fn was_moved_from(tx: &Tx<'_>, poster: &Poster, id: MessageId) -> Result<bool> {
    let Place::Group(group) = poster.place() else { return Ok(false) };
    Ok(post_moves::place_before(tx, id, group)?.is_some())
}

/// Whether the poster has said something under this client's id, here or elsewhere.
pub fn was_sent(tx: &Tx<'_>, poster: &Poster, client_id: ClientId) -> Result<bool> {
    let sent = tx.query_opt(ALREADY_SENT, &[&poster.user(), &client_id], |row| row.get::<MessageId>(0))?;
    Ok(sent.is_some())
}

/// Where a new message goes: on the timeline, into a thread, or both.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// The thread that it replies in, and its place there.
    pub thread: Option<(MessageId, i64)>,
    pub on_timeline: bool,
}

/// Adds a message to the conversation, with files that the poster may read. Who speaks has read what was said before.
///
/// # Errors
/// `Invalid` in a forum group, whose timeline is for posts.
pub fn insert(
    tx: &WriteTx<'_>,
    poster: &Poster,
    client_id: ClientId,
    content: &Content,
    with: With<'_>,
    spot: Spot,
) -> Result<Message> {
    add(tx, poster, client_id, content, with, spot, false)
}

/// Adds a message to a forum, of which the caller makes a post.
///
/// # Errors
/// `Invalid` in any other conversation.
pub fn insert_post(
    tx: &WriteTx<'_>,
    poster: &Poster,
    client_id: ClientId,
    content: &Content,
    files: &[FileReader],
) -> Result<Message> {
    let with = With { files, poll: None, forward_of: None };
    add(tx, poster, client_id, content, with, Spot { thread: None, on_timeline: true }, true)
}

fn add(
    tx: &WriteTx<'_>,
    poster: &Poster,
    client_id: ClientId,
    content: &Content,
    with: With<'_>,
    spot: Spot,
    is_post: bool,
) -> Result<Message> {
    let now = tx.now();
    let (group_id, direct_id, receiver_id): (Option<GroupId>, Option<DirectId>, Option<UserId>) = match poster.at() {
        At::Group(id) => (Some(id), None, None),
        At::Direct { id, other, .. } => (None, Some(id), Some(other)),
    };
    let ordinal = if spot.on_timeline { Some(next_ordinal(tx, poster, spot, is_post)?) } else { None };
    let id = MessageId::from_uuid(tx.new_id());
    let (root, thread_ordinal) = spot.thread.unzip();
    let forward_of = with.forward_of.map(MessageReader::message);
    let params: &[&dyn Param] = &[
        &id,
        &group_id,
        &direct_id,
        &poster.user(),
        &receiver_id,
        &client_id,
        &ordinal,
        &root,
        &thread_ordinal,
        &content.as_str(),
        &now,
        &forward_of,
    ];
    tx.execute(INSERT, params)?;
    let seq = tx.inserted_seq();
    if let Some(ordinal) = ordinal {
        reading::advance(tx, poster.user(), poster.place(), ordinal)?;
    }
    let (mentions, calls) = mentions::record(tx, poster, id, ordinal, content)?;
    group_mentions::record(tx, poster, id, content)?;
    let attachments = attachments::insert(tx, poster, id, with.files)?;
    previews::note_links(tx, id, content.as_str())?;
    let mut message = Message {
        id,
        group_id,
        direct_id,
        sender_id: poster.user(),
        receiver_id,
        client_id,
        ordinal,
        thread_root_id: root,
        thread_ordinal,
        reply_count: 0,
        last_reply_at: None,
        kind: MessageKind::Text,
        content: content.as_str().to_owned(),
        created_at: now,
        edited_at: None,
        deleted_at: None,
        pinned_at: None,
        pinned_by: None,
        version: 1,
        reactions: Vec::new(),
        repliers: Vec::new(),
        mentions,
        calls,
        attachments,
        previews: Vec::new(),
        post: None,
        happening: None,
        poll: with.poll.map(|new| polls::insert(tx, id, new)).transpose()?,
        forward_of,
    };
    // Where a link leads may be known already.
    message.previews = previews::of_message(tx, &message)?;
    search::learn(tx, seq);
    Ok(message)
}

fn next_ordinal(tx: &WriteTx<'_>, poster: &Poster, spot: Spot, is_post: bool) -> Result<i64> {
    match poster.at() {
        At::Group(id) => {
            // Refused before anything is written: what goes out at its time is not undone by a refusal.
            fits(groups::kind_of(tx, id)?, spot, is_post)?;
            tx.query_one(COUNT_IN_GROUP, &[&id], |row| row.get(0))
        }
        At::Direct { .. } if is_post => Err(Error::invalid("title", ONLY_IN_FORUMS)),
        At::Direct { id, .. } => tx.query_one(COUNT_IN_DIRECT, &[&tx.now(), &id], |row| row.get(0)),
    }
}

const ONLY_IN_FORUMS: &str = "must be left out: only posts of a forum group have one";

/// The timeline of a forum group holds posts, and no other has any.
fn fits(kind: GroupKind, spot: Spot, is_post: bool) -> Result<()> {
    match (kind == GroupKind::Forum, is_post) {
        (true, false) if spot.thread.is_some() => {
            Err(Error::invalid("also_on_timeline", "must be false: in a forum group, replies stay with their post"))
        }
        (true, false) => Err(Error::invalid("title", "must be given: a forum group holds posts, and replies to them")),
        (false, true) => Err(Error::invalid("title", ONLY_IN_FORUMS)),
        _ => Ok(()),
    }
}
