//! `drafts`: what people have begun to write.

use super::access::{ActiveUser, Reader};
use super::db::{AnyId, Param, Row, Tx, WriteTx, statements};
use crate::domain::later::{DraftText, columns_of};
use crate::domain::{Event, GroupId, KeptDraft, MessageId, UserId};
use crate::error::{Error, Result};

/// From somebody's drafts where they may read; without columns, those of a [`KeptDraft`].
macro_rules! drafts {
    ($more:literal) => {
        drafts!("d.group_id, d.direct_id, d.thread_root_id, d.content, d.updated_at", $more)
    };
    ($columns:literal, $more:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM drafts d
              WHERE d.user_id = $1
                AND (d.direct_id IS NOT NULL
                     OR EXISTS (SELECT 1 FROM group_members g WHERE g.user_id = $1 AND g.group_id = d.group_id)) ",
            $more
        )
    };
}

statements! {
    PUT = "INSERT INTO drafts (user_id, timeline_id, group_id, direct_id, thread_root_id, content, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (user_id, timeline_id) DO UPDATE
              SET content = $6, updated_at = $7 WHERE drafts.content <> $6";
    REMOVE = "DELETE FROM drafts WHERE user_id = $1 AND timeline_id = $2";
    /// Rides on drafts_by_thread.
    MOVE = "UPDATE drafts SET group_id = $1
             WHERE thread_root_id = $2
               AND EXISTS (SELECT 1 FROM group_members m WHERE m.group_id = $1 AND m.user_id = drafts.user_id)
            RETURNING user_id, group_id, direct_id, thread_root_id, content, updated_at";

    /// All ride on the primary key.
    OTHERS = drafts!("count(*)", "AND d.timeline_id <> $2");
    OF_USER = drafts!("ORDER BY d.updated_at DESC LIMIT 100");
    IN_GROUP = drafts!("AND d.group_id = $2 LIMIT 100");
    BY_TIMELINE = drafts!("AND d.timeline_id = $2");
}

/// Drafts that one person may have.
const MOST_DRAFTS: i64 = 100;

fn draft(row: &Row<'_>) -> Result<KeptDraft> {
    draft_at(row, 0)
}

/// Reads the columns of a [`KeptDraft`] from `row`, the first of them being `at`.
fn draft_at(row: &Row<'_>, at: usize) -> Result<KeptDraft> {
    Ok(KeptDraft {
        group_id: row.get(at)?,
        direct_id: row.get(at + 1)?,
        thread_root_id: row.get(at + 2)?,
        content: row.get(at + 3)?,
        updated_at: row.get(at + 4)?,
    })
}

/// What a draft hangs on: the thread if it is in one, else the conversation.
fn timeline_of(reader: &Reader, thread: Option<MessageId>) -> AnyId {
    let (group, direct) = columns_of(reader.place());
    let conversation = group.map(|id| id.uuid()).or(direct.map(|id| id.uuid()));
    AnyId(thread.map(|id| id.uuid()).or(conversation).unwrap_or_default())
}

/// Keeps what the reader has begun to write in a conversation, or in a thread of it, or lets go of it when that is
/// nothing. The draft as it is then, and whether that changed anything.
///
/// # Errors
/// `Conflict` when they have 100 others.
pub fn put(
    tx: &WriteTx<'_>,
    reader: &Reader,
    thread: Option<MessageId>,
    text: &DraftText,
) -> Result<(KeptDraft, bool)> {
    let timeline = timeline_of(reader, thread);
    let (group_id, direct_id) = columns_of(reader.place());
    let (user, now) = (reader.user(), tx.now());
    let changed = if text.is_empty() {
        tx.execute(REMOVE, &[&user, &timeline])?
    } else {
        if tx.query_one(OTHERS, &[&user, &timeline], |row| row.get::<i64>(0))? >= MOST_DRAFTS {
            return Err(Error::Conflict("You have as many drafts as can be kept; send or clear some first."));
        }
        let params: &[&dyn Param] = &[&user, &timeline, &group_id, &direct_id, &thread, &text.as_str(), &now];
        tx.execute(PUT, params)?
    };
    let content = text.as_str().to_owned();
    Ok((KeptDraft { group_id, direct_id, thread_root_id: thread, content, updated_at: now }, changed > 0))
}

/// After a post has moved: what was begun in its thread goes along, for those who are there too.
pub(super) fn moved(tx: &WriteTx<'_>, root: MessageId, to: GroupId) -> Result<Vec<(UserId, Event)>> {
    tx.query(MOVE, &[&to, &root], |row| Ok((row.get(0)?, Event::DraftUpdated { draft: draft_at(row, 1)? })))
}

/// The asker's drafts where they may read, the latest first.
pub fn of_user(tx: &Tx<'_>, who: &ActiveUser) -> Result<Vec<KeptDraft>> {
    tx.query(OF_USER, &[&who.user()], draft)
}

/// Somebody's drafts in a group that they are in.
pub(super) fn in_group(tx: &Tx<'_>, user: UserId, group: GroupId) -> Result<Vec<KeptDraft>> {
    tx.query(IN_GROUP, &[&user, &group], draft)
}

/// Somebody's draft of a timeline, if there is one and they may read there.
pub(super) fn by_timeline(tx: &Tx<'_>, user: UserId, timeline: AnyId) -> Result<Option<KeptDraft>> {
    tx.query_opt(BY_TIMELINE, &[&user, &timeline], draft)
}
