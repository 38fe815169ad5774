//! Saying something.

use super::by_id;
use crate::domain::message::MessageKind;
use crate::domain::poll::NewPoll;
use crate::domain::{ClientId, Content, DirectId, FileId, GroupId, GroupKind, Message, MessageId, Place, UserId};
use crate::error::{Error, Result};
use crate::store::access::{At, FileReader, MessageReader, Poster};
use crate::store::db::{Param, Tx, WriteTx, statements};
use crate::store::{
    attachments, files, group_mentions, groups, mentions, polls, post_moves, previews, reading, search,
};

statements! {
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
