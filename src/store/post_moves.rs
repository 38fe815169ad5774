//! `post_moves`: posts that go to another forum, and their threads with them.
//!
//! What a move touches does not grow with the thread: the replies stay as they are, since a reply is where its post is
//! (see `place_columns!` in `messages.rs`).

use super::access::InGroup;
use super::db::{AnyId, Param, Tx, WriteTx, statements};
use super::{attachments, forum_tags, messages, posts, search};
use crate::domain::{GroupId, Message, MessageId, Place};
use crate::error::{Error, Result};

statements! {
    NEXT_ORDINAL = "UPDATE groups SET message_count = message_count + 1 WHERE id = $1 AND kind = 'forum' RETURNING message_count";
    INSERT = "INSERT INTO post_moves (message_id, from_group_id, from_ordinal, to_group_id, to_ordinal, moved_by, moved_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// The trigger messages_keep_their_place lets it pass, since the move is written down.
    MOVE = "UPDATE messages SET group_id = $1, ordinal = $2, pinned_at = NULL, pinned_by = NULL WHERE id = $3";
    /// Where it was, a deleted message holds the place: nothing there is counted anew.
    HOLD_PLACE = "INSERT INTO messages (id, group_id, sender_id, client_id, ordinal, content, created_at, deleted_at)
                  SELECT $1, $2, sender_id, $1, $3, '', created_at, $4 FROM messages WHERE id = $5";
    MOVE_MENTIONS = "UPDATE message_mentions SET group_id = $1, ordinal = $2 WHERE message_id = $3";
    MOVE_POST = "UPDATE posts SET group_id = $1, version = version + 1 WHERE message_id = $2";
    /// Who had left the forum follows its post no longer. Rides on thread_follows_by_root.
    FORGET_FOLLOWERS = "DELETE FROM thread_follows
                         WHERE thread_root_id = $1
                           AND NOT EXISTS (SELECT 1 FROM group_members g
                                            WHERE g.user_id = thread_follows.user_id AND g.group_id = $2)";
    LATEST_FROM = "SELECT from_ordinal FROM post_moves WHERE message_id = $1 AND from_group_id = $2
                   ORDER BY from_ordinal DESC LIMIT 1";
}

/// Takes a post to another forum. The message as it is then.
///
/// The caller has proved that the mover moderates both.
///
/// # Errors
/// `Invalid` when the other group is no forum, or of another workspace.
pub fn take(tx: &WriteTx<'_>, here: &InGroup, there: &InGroup, was: &Message) -> Result<Message> {
    let (Some(from_ordinal), true) = (was.ordinal, here.workspace() == there.workspace()) else {
        return Err(Error::invalid("group_id", "must be a forum group of the same workspace"));
    };
    let next: Option<i64> = tx.query_opt(NEXT_ORDINAL, &[&there.group()], |row| row.get(0))?;
    let to_ordinal = next.ok_or(Error::invalid("group_id", "must be a forum group of the same workspace"))?;
    let params: &[&dyn Param] =
        &[&was.id, &here.group(), &from_ordinal, &there.group(), &to_ordinal, &here.user(), &tx.now()];
    tx.execute(INSERT, params)?;
    search::forget(tx, was.id)?;
    tx.execute(MOVE, &[&there.group(), &to_ordinal, &was.id])?;
    search::learn_again(tx, was.id)?;
    let holder = AnyId(tx.new_id());
    tx.execute(HOLD_PLACE, &[&holder, &here.group(), &from_ordinal, &tx.now(), &was.id])?;
    tx.execute(MOVE_MENTIONS, &[&there.group(), &to_ordinal, &was.id])?;
    tx.execute(MOVE_POST, &[&there.group(), &was.id])?;
    attachments::moved(tx, was.id, there.group())?;
    let tags = forum_tags::same_elsewhere(tx, was.id, there.group())?;
    posts::set_tags(tx, Place::Group(there.group()), was.id, &tags)?;
    tx.execute(FORGET_FOLLOWERS, &[&was.id, &here.group()])?;
    posts::refile(tx, was.id)?;
    messages::by_id(tx, was.id)?.ok_or(Error::NotFound("post"))
}

/// The place in a group that a post had before it was moved out of it, the last time; `None` when it never was.
pub fn place_before(tx: &Tx<'_>, post: MessageId, group: GroupId) -> Result<Option<i64>> {
    tx.query_opt(LATEST_FROM, &[&post, &group], |row| row.get(0))
}
