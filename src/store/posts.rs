//! `posts`, `post_tags`: what makes messages of a forum group posts, and the lists of them.

use super::access::{Poster, Reader};
use super::db::{Param, Row, Tx, WriteTx, statements};
use super::messages::{self, MESSAGE_COLUMNS, dress, message, message_at, message_columns};
use super::{forum_tags, groups, search};
use crate::domain::{
    GroupId, GroupKind, Message, MessageId, Place, Post, PostChange, PostOrder, PostTags, Shelf, TagId, Title,
};
use crate::error::{Error, Result};

/// What lies on one shelf, the latest first: of a forum, or of one tag.
macro_rules! shelf {
    ($table:literal, $post:literal, $of:literal, $by:literal) => {
        concat!(
            "SELECT ",
            message_columns!(),
            ", p.",
            $by,
            " FROM ",
            $table,
            " p JOIN messages m ON m.id = p.",
            $post,
            " WHERE p.",
            $of,
            " = $1 AND p.shelf = $2 AND p.",
            $by,
            " < $3 ORDER BY p.",
            $by,
            " DESC LIMIT $4"
        )
    };
}

statements! {
    /// Rides on posts_by_activity.
    BY_ACTIVITY = shelf!("posts", "message_id", "group_id", "active_seq");
    /// Rides on posts_by_date.
    BY_DATE = shelf!("posts", "message_id", "group_id", "seq");
    /// Rides on post_tags_by_activity.
    TAGGED_BY_ACTIVITY = shelf!("post_tags", "post_id", "tag_id", "active_seq");
    /// Rides on post_tags_by_date.
    TAGGED_BY_DATE = shelf!("post_tags", "post_id", "tag_id", "seq");
    /// Rides on posts_by_activity. There are at most 100.
    PINNED = concat!("SELECT ", message_columns!(), " FROM posts p JOIN messages m ON m.id = p.message_id
          WHERE p.group_id = $1 AND p.shelf = 'pinned' ORDER BY p.active_seq DESC LIMIT 100");

    OF_MESSAGE = "SELECT title, version, solved_at, solved_by, solution_id FROM posts WHERE message_id = $1";
    TAGS_OF = "SELECT t.id FROM post_tags p JOIN forum_tags t ON t.id = p.tag_id
                WHERE p.post_id = $1 AND t.removed_at IS NULL ORDER BY t.id";

    INSERT = "INSERT INTO posts (message_id, group_id, title, shelf, seq, active_seq)
              SELECT id, group_id, $1, 'open', seq, seq FROM messages WHERE id = $2";
    SET_TITLE = "UPDATE posts SET title = $1, version = version + 1 WHERE message_id = $2";
    FORGET_TITLE = "UPDATE posts SET title = '' WHERE message_id = $1";
    TAKE_TAGS_OFF = "DELETE FROM post_tags WHERE post_id = $1";
    ADD_TAG = "INSERT INTO post_tags (post_id, tag_id, shelf, seq, active_seq)
               SELECT message_id, $1, shelf, seq, active_seq FROM posts WHERE message_id = $2";

    SOLVE = "UPDATE posts SET solved_at = $1, solved_by = $2, solution_id = $3
              WHERE message_id = $4 AND (solved_at IS NULL OR solution_id IS DISTINCT FROM $3)";
    UNSOLVE = "UPDATE posts SET solved_at = NULL, solved_by = NULL, solution_id = NULL
                WHERE message_id = $1 AND solved_at IS NOT NULL";
    /// Rides on posts_by_solution.
    SOLVED_BY_REPLY = "SELECT message_id FROM posts WHERE solution_id = $1";
    FORGET_SOLUTION = "UPDATE posts SET solution_id = NULL WHERE solution_id = $1";

    /// Where a post lies follows from what it is. The newest reply rides on messages_by_thread.
    REFILE = "UPDATE posts
                 SET shelf = (SELECT CASE WHEN m.deleted_at IS NOT NULL AND m.reply_count = 0 THEN 'gone'
                                          WHEN m.pinned_at IS NOT NULL THEN 'pinned'
                                          WHEN posts.solved_at IS NOT NULL THEN 'solved'
                                          ELSE 'open' END
                                FROM messages m WHERE m.id = posts.message_id),
                     active_seq = coalesce((SELECT r.seq FROM messages r WHERE r.thread_root_id = posts.message_id
                                             ORDER BY r.thread_ordinal DESC LIMIT 1), posts.seq)
               WHERE message_id = $1";
    REFILE_TAGS = "UPDATE post_tags
                      SET shelf = (SELECT p.shelf FROM posts p WHERE p.message_id = post_tags.post_id),
                          active_seq = (SELECT p.active_seq FROM posts p WHERE p.message_id = post_tags.post_id)
                    WHERE post_id = $1";
}

/// Which posts of a forum are wanted.
#[derive(Clone, Copy, Debug)]
pub struct PostQuery {
    pub order: PostOrder,
    pub tag: Option<TagId>,
    /// Only solved ones, or only the others.
    pub solved: Option<bool>,
    /// The `next_before` of the stretch before.
    pub before: Option<i64>,
    pub limit: u32,
}

/// Some posts of a forum, the latest first.
pub struct PostPage {
    /// Those on top of the list, where it begins.
    pub pinned: Vec<Message>,
    pub posts: Vec<Message>,
    pub next_before: Option<i64>,
}

/// The forum that a conversation is.
///
/// # Errors
/// `NotFound` for any other conversation.
pub fn forum_of(tx: &Tx<'_>, place: Place) -> Result<GroupId> {
    match place {
        Place::Group(id) if groups::by_id(tx, id)?.kind == GroupKind::Forum => Ok(id),
        _ => Err(Error::NotFound("forum")),
    }
}

/// A stretch of a forum's posts.
///
/// # Errors
/// `NotFound` when the group is no forum or has no such tag.
pub fn page(tx: &Tx<'_>, reader: &Reader, query: PostQuery) -> Result<PostPage> {
    let group = forum_of(tx, reader.place())?;
    if let Some(tag) = query.tag {
        forum_tags::of_forum(tx, group, tag)?;
    }
    let mut pinned = if query.before.is_none() { tx.query(PINNED, &[&group], message)? } else { Vec::new() };
    dress(tx, &mut pinned)?;
    pinned.retain(|post| is_wanted(post, query));

    let mut found = Vec::new();
    for (shelf, is_solved) in [(Shelf::Open, false), (Shelf::Solved, true)] {
        if query.solved.is_none_or(|wanted| wanted == is_solved) {
            found.extend(on_shelf(tx, group, shelf, query)?);
        }
    }
    // Each shelf gave as much as is wanted and one more, so the latest of both are among them.
    found.sort_unstable_by_key(|(_, at)| std::cmp::Reverse(*at));
    let has_more = found.len() > query.limit as usize;
    found.truncate(query.limit as usize);
    let next_before = if has_more { found.last().map(|(_, at)| *at) } else { None };
    let mut posts: Vec<Message> = found.into_iter().map(|(post, _)| post).collect();
    dress(tx, &mut posts)?;
    Ok(PostPage { pinned, posts, next_before })
}

fn is_wanted(message: &Message, query: PostQuery) -> bool {
    let Some(post) = &message.post else { return false };
    query.solved.is_none_or(|wanted| wanted == post.solved_at.is_some())
        && query.tag.is_none_or(|tag| post.tag_ids.contains(&tag))
}

fn on_shelf(tx: &Tx<'_>, group: GroupId, shelf: Shelf, query: PostQuery) -> Result<Vec<(Message, i64)>> {
    let read = |row: &Row<'_>| Ok((message_at(row, 0)?, row.get::<i64>(MESSAGE_COLUMNS)?));
    let (before, limit) = (query.before.unwrap_or(i64::MAX), query.limit + 1);
    let (sql, of): (&str, &dyn Param) = match (query.order, &query.tag) {
        (PostOrder::Activity, None) => (BY_ACTIVITY, &group),
        (PostOrder::Date, None) => (BY_DATE, &group),
        (PostOrder::Activity, Some(tag)) => (TAGGED_BY_ACTIVITY, tag),
        (PostOrder::Date, Some(tag)) => (TAGGED_BY_DATE, tag),
    };
    tx.query(sql, &[of, &shelf, &before, &limit], read)
}

/// What makes a message a post; `None` for one that is none.
pub(super) fn of_message(tx: &Tx<'_>, id: MessageId) -> Result<Option<Post>> {
    let read = |row: &Row<'_>| {
        Ok(Post {
            title: row.get(0)?,
            version: row.get(1)?,
            tag_ids: Vec::new(),
            solved_at: row.get(2)?,
            solved_by: row.get(3)?,
            solution_id: row.get(4)?,
        })
    };
    let Some(mut post) = tx.query_opt(OF_MESSAGE, &[&id], read)? else { return Ok(None) };
    post.tag_ids = tx.query(TAGS_OF, &[&id], |row| row.get(0))?;
    Ok(Some(post))
}

/// Makes a post of a message that was just added to a forum.
///
/// # Errors
/// `Invalid` when one of the tags is not the forum's.
pub fn insert(tx: &WriteTx<'_>, poster: &Poster, id: MessageId, title: &Title, tags: &PostTags) -> Result<Message> {
    search::forget(tx, id)?;
    tx.execute(INSERT, &[&title.as_str(), &id])?;
    search::learn_again(tx, id)?;
    set_tags(tx, poster.place(), id, tags.ids())?;
    messages::by_id(tx, id)?.ok_or(Error::NotFound("post"))
}

/// Gives a post these tags and no others.
pub(super) fn set_tags(tx: &WriteTx<'_>, place: Place, id: MessageId, tags: &[TagId]) -> Result<()> {
    let Place::Group(group) = place else { return Err(Error::NotFound("forum")) };
    tx.execute(TAKE_TAGS_OFF, &[&id])?;
    for tag in tags {
        if forum_tags::of_forum(tx, group, *tag).is_err() {
            return Err(Error::invalid("tag_ids", "must be tags of this forum group"));
        }
        tx.execute(ADD_TAG, &[tag, &id])?;
    }
    Ok(())
}

/// A post that is there, with what makes it one.
///
/// # Errors
/// `NotFound` for what is no post, or of which nothing is left.
pub fn alive(tx: &Tx<'_>, id: MessageId) -> Result<(Message, Post)> {
    let found = messages::by_id(tx, id)?.filter(|message| message.deleted_at.is_none() || message.reply_count > 0);
    let message = found.ok_or(Error::NotFound("post"))?;
    let post = message.post.clone().ok_or(Error::NotFound("post"))?;
    Ok((message, post))
}

/// Changes title and tags of a post; the message as it is then, and whether that changed anything.
///
/// # Errors
/// `Stale` with the message as it stands, when the post is no longer at the change's version; `Invalid`.
pub fn change(tx: &WriteTx<'_>, poster: &Poster, id: MessageId, change: &PostChange) -> Result<(Message, bool)> {
    let (was, post) = alive(tx, id)?;
    if was.deleted_at.is_some() {
        return Err(Error::NotFound("post"));
    }
    if post.version != change.version {
        let current = serde_json::to_value(&was).map_err(Error::internal)?;
        return Err(Error::Stale { noun: "post", current: Box::new(current) });
    }
    let title = change.title.as_ref().map_or(post.title.as_str(), Title::as_str);
    let tags = change.tags.as_ref().map_or(post.tag_ids.as_slice(), PostTags::ids);
    if title == post.title && tags == post.tag_ids {
        return Ok((was, false));
    }
    search::forget(tx, id)?;
    tx.execute(SET_TITLE, &[&title, &id])?;
    search::learn_again(tx, id)?;
    set_tags(tx, poster.place(), id, tags)?;
    Ok((alive(tx, id)?.0, true))
}

/// Marks a post as solved, by a reply or just so, or takes the mark back; the message as it is then, and whether that
/// changed anything.
///
/// # Errors
/// `Invalid` when the reply is not in the post's thread, or deleted.
pub fn set_solved(
    tx: &WriteTx<'_>,
    poster: &Poster,
    id: MessageId,
    is_solved: bool,
    reply: Option<MessageId>,
) -> Result<(Message, bool)> {
    alive(tx, id)?;
    if let Some(reply) = reply {
        let found = messages::by_id(tx, reply)?;
        if found.is_none_or(|found| found.thread_root_id != Some(id) || found.deleted_at.is_some()) {
            return Err(Error::invalid("reply_id", "must be a reply to this post"));
        }
    }
    let changed = match is_solved {
        true => tx.execute(SOLVE, &[&tx.now(), &poster.user(), &reply, &id])?,
        false => tx.execute(UNSOLVE, &[&id])?,
    };
    refile(tx, id)?;
    Ok((alive(tx, id)?.0, changed > 0))
}

/// The post that a reply solves.
pub fn solved_by_reply(tx: &Tx<'_>, reply: MessageId) -> Result<Option<MessageId>> {
    tx.query_opt(SOLVED_BY_REPLY, &[&reply], |row| row.get(0))
}

/// Puts a post onto the shelf and to the place in the lists that it belongs to now; nothing for what is no post.
pub(super) fn refile(tx: &WriteTx<'_>, id: MessageId) -> Result<()> {
    if tx.execute(REFILE, &[&id])? > 0 {
        tx.execute(REFILE_TAGS, &[&id])?;
    }
    Ok(())
}

/// A reply was added: its post is the liveliest now.
pub fn replied(tx: &WriteTx<'_>, root: &Message) -> Result<()> {
    if root.post.is_some() { refile(tx, root.id) } else { Ok(()) }
}

/// A message was deleted: a title goes with its text, and a reply solves nothing any more.
pub(super) fn deleted(tx: &WriteTx<'_>, was: &Message) -> Result<()> {
    match was.thread_root_id {
        Some(root) => {
            tx.execute(FORGET_SOLUTION, &[&was.id])?;
            refile(tx, root)
        }
        None if was.post.is_some() => {
            tx.execute(FORGET_TITLE, &[&was.id])?;
            refile(tx, was.id)
        }
        None => Ok(()),
    }
}
