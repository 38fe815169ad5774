//! Reading along a conversation or a thread.

use super::{by_id, dress, message, message_columns, people_on};
use crate::domain::{DirectId, GroupId, Message, MessageId, MessagePage, Place};
use crate::error::{Error, Result};
use crate::store::access::Reader;
use crate::store::db::{Tx, statements};

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
