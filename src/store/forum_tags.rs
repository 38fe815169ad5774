//! `forum_tags`: what the posts of a forum can bear.

use super::access::InGroup;
use super::db::{Param, Row, Tx, WriteTx, statements};
use crate::domain::post::MOST_TAGS;
use crate::domain::{GroupId, MessageId, Tag, TagColour, TagId, TagName};
use crate::error::{Error, Result};

statements! {
    /// Rides on forum_tags_by_group.
    OF_GROUP = "SELECT id, name, colour FROM forum_tags WHERE group_id = $1 AND removed_at IS NULL ORDER BY name_key, id";
    ONE = "SELECT id, name, colour FROM forum_tags WHERE id = $1 AND group_id = $2 AND removed_at IS NULL";
    BY_NAME = "SELECT id FROM forum_tags WHERE group_id = $1 AND name_key = $2 AND removed_at IS NULL";
    INSERT = "INSERT INTO forum_tags (id, group_id, name, name_key, colour) VALUES ($1, $2, $3, $4, $5)";
    CHANGE = "UPDATE forum_tags SET name = $1, name_key = $2, colour = $3 WHERE id = $4";
    REMOVE = "UPDATE forum_tags SET removed_at = $1 WHERE id = $2";

    /// Tags of a post that another forum has, too, by name.
    SAME_ELSEWHERE = "SELECT there.id
                        FROM post_tags p
                        JOIN forum_tags here ON here.id = p.tag_id
                        JOIN forum_tags there ON there.group_id = $1 AND there.name_key = here.name_key
                       WHERE p.post_id = $2 AND here.removed_at IS NULL AND there.removed_at IS NULL";

    /// Rides on forum_tags_removed.
    A_REMOVED_ONE = "SELECT id FROM forum_tags WHERE removed_at IS NOT NULL ORDER BY removed_at LIMIT 1";
    /// Rides on post_tags_by_date.
    SWEEP = "DELETE FROM post_tags
              WHERE (post_id, tag_id) IN (SELECT post_id, tag_id FROM post_tags WHERE tag_id = $1 LIMIT 500)";
    DELETE = "DELETE FROM forum_tags WHERE id = $1";
}

fn tag(row: &Row<'_>) -> Result<Tag> {
    Ok(Tag { id: row.get(0)?, name: row.get(1)?, colour: row.get(2)? })
}

/// A forum's tags by name.
pub(super) fn of_group(tx: &Tx<'_>, group: GroupId) -> Result<Vec<Tag>> {
    tx.query(OF_GROUP, &[&group], tag)
}

/// A tag of this forum.
///
/// # Errors
/// `NotFound`.
pub fn of_forum(tx: &Tx<'_>, group: GroupId, id: TagId) -> Result<Tag> {
    tx.query_opt(ONE, &[&id, &group], tag)?.ok_or(Error::NotFound("tag"))
}

fn name_is_free(tx: &Tx<'_>, group: GroupId, name: &TagName, but: Option<TagId>) -> Result<()> {
    let owner: Option<TagId> = tx.query_opt(BY_NAME, &[&group, &name.key()], |row| row.get(0))?;
    if owner.is_some() && owner != but {
        return Err(Error::Taken { field: Some("name"), why: "There is a tag of that name already." });
    }
    Ok(())
}

/// Adds a tag to a forum.
///
/// # Errors
/// `Taken`; `Conflict` when the forum has 20 already.
pub fn insert(tx: &WriteTx<'_>, here: &InGroup, name: &TagName, colour: TagColour) -> Result<Tag> {
    name_is_free(tx, here.group(), name, None)?;
    if of_group(tx, here.group())?.len() >= MOST_TAGS {
        return Err(Error::Conflict("This forum has as many tags as it may; remove some first."));
    }
    let id = TagId::from_uuid(tx.new_id());
    let params: &[&dyn Param] = &[&id, &here.group(), &name.as_str(), &name.key(), &colour];
    tx.execute(INSERT, params)?;
    of_forum(tx, here.group(), id)
}

/// Gives a tag another name or colour; what is `None` stays.
///
/// # Errors
/// `NotFound`, `Taken`.
pub fn change(
    tx: &WriteTx<'_>,
    here: &InGroup,
    id: TagId,
    name: Option<&TagName>,
    colour: Option<TagColour>,
) -> Result<Tag> {
    let was = of_forum(tx, here.group(), id)?;
    let kept = TagName::parse(&was.name)?;
    let name = name.unwrap_or(&kept);
    name_is_free(tx, here.group(), name, Some(id))?;
    tx.execute(CHANGE, &[&name.as_str(), &name.key(), &colour.unwrap_or(was.colour), &id])?;
    of_forum(tx, here.group(), id)
}

/// Takes a tag away. It is in no answer from then on; [`sweep`] takes it off the posts that bear it.
///
/// # Errors
/// `NotFound`.
pub fn remove(tx: &WriteTx<'_>, here: &InGroup, id: TagId) -> Result<()> {
    of_forum(tx, here.group(), id)?;
    tx.execute(REMOVE, &[&tx.now(), &id]).map(|_| ())
}

/// Those tags of a forum that have the names of a post's.
pub(super) fn same_elsewhere(tx: &Tx<'_>, post: MessageId, there: GroupId) -> Result<Vec<TagId>> {
    tx.query(SAME_ELSEWHERE, &[&there, &post], |row| row.get(0))
}

/// Takes a removed tag off at most 500 posts, and then away; whether there is more to do.
pub fn sweep(tx: &WriteTx<'_>) -> Result<bool> {
    let Some(id) = tx.query_opt(A_REMOVED_ONE, &[], |row| row.get::<TagId>(0))? else { return Ok(false) };
    if tx.execute(SWEEP, &[&id])? == 0 {
        tx.execute(DELETE, &[&id])?;
    }
    Ok(true)
}
